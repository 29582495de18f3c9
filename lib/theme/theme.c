#include "theme/theme.h"
#include "base/number.h"
#include "base/yaml.h"
#include <math.h>
#include <string.h>

const char *const theme_role_names[ROLE_COUNT] = {[ROLE_SURFACE] = "surface",
                                                  [ROLE_INK] = "ink",
                                                  [ROLE_MUTED] = "muted",
                                                  [ROLE_PRIMARY] = "primary",
                                                  [ROLE_ON_PRIMARY] = "on-primary",
                                                  [ROLE_ACCENT] = "accent",
                                                  [ROLE_ON_ACCENT] = "on-accent",
                                                  [ROLE_POSITIVE] = "positive",
                                                  [ROLE_NEGATIVE] = "negative",
                                                  [ROLE_WARNING] = "warning",
                                                  [ROLE_LINE] = "line",
                                                  [ROLE_TINT] = "tint"};

const struct theme_contrast theme_contrasts[] = {
    {ROLE_INK, ROLE_SURFACE, 7},         {ROLE_INK, ROLE_TINT, 7},
    {ROLE_MUTED, ROLE_SURFACE, 4.5f},    {ROLE_MUTED, ROLE_TINT, 4.5f},
    {ROLE_PRIMARY, ROLE_SURFACE, 4.5f},  {ROLE_PRIMARY, ROLE_TINT, 4.5f},
    {ROLE_ON_PRIMARY, ROLE_PRIMARY, 7},  {ROLE_ACCENT, ROLE_SURFACE, 4.5f},
    {ROLE_ACCENT, ROLE_TINT, 4.5f},      {ROLE_ON_ACCENT, ROLE_ACCENT, 4.5f},
    {ROLE_POSITIVE, ROLE_SURFACE, 4.5f}, {ROLE_POSITIVE, ROLE_TINT, 4.5f},
    {ROLE_NEGATIVE, ROLE_SURFACE, 4.5f}, {ROLE_NEGATIVE, ROLE_TINT, 4.5f},
    {ROLE_WARNING, ROLE_SURFACE, 4.5f},  {ROLE_WARNING, ROLE_TINT, 4.5f}};
const size_t theme_contrast_count = sizeof theme_contrasts / sizeof *theme_contrasts;

/* A theme being read; every mistake is reported, not the first only. */
struct reading {
    struct arena *arena;
    struct reporter *reporter;
    bool good;
};

static const struct yaml_node *need(struct reading *reading, const struct yaml_node *map, const char *key,
                                    enum yaml_type type)
{
    const struct yaml_node *node = yaml_get(map, key);
    bool empty = node && node->type == YAML_SCALAR && !*node->text;
    if (node && node->type == type && !empty)
        return node;
    if (!node || empty)
        report(reading->reporter, FINDING_missing_key, node ? node->key_place : map->place, key);
    else
        report(reading->reporter, type == YAML_MAP ? FINDING_not_a_map : FINDING_not_a_text, node->place,
               key);
    reading->good = false;
    return NULL;
}

static const char *need_text(struct reading *reading, const struct yaml_node *map, const char *key)
{
    const struct yaml_node *node = map ? need(reading, map, key, YAML_SCALAR) : NULL;
    return node ? arena_string(reading->arena, node->text) : "";
}

static float need_number(struct reading *reading, const struct yaml_node *map, const char *key, int least,
                         int most)
{
    const struct yaml_node *node = map ? need(reading, map, key, YAML_SCALAR) : NULL;
    double value = least;
    if (node && (!number_read(node->text, &value) || value < least || value > most)) {
        report(reading->reporter, FINDING_bad_number, node->place, node->text,
               arena_format(reading->arena, "%d", least), arena_format(reading->arena, "%d", most));
        reading->good = false;
    }
    return (float)value;
}

static void check_keys(struct reading *reading, const struct yaml_node *map, const char *const *known,
                       size_t count)
{
    if (map && yaml_unknown_keys(map, known, count, reading->reporter))
        reading->good = false;
}

static void read_colours(struct reading *reading, const struct yaml_node *root, struct theme *theme)
{
    const struct yaml_node *map = need(reading, root, "colours", YAML_MAP);
    check_keys(reading, map, theme_role_names, ROLE_COUNT);
    for (int role = 0; map && role < ROLE_COUNT; role++) {
        const struct yaml_node *node = need(reading, map, theme_role_names[role], YAML_SCALAR);
        if (!node || colour_read(node->text, &theme->roles[role]))
            continue;
        report(reading->reporter, FINDING_bad_colour, node->place, node->text);
        reading->good = false;
    }
}

/* Colours that are hard to read are the author's to judge, so they are only warned of. */
static void check_contrasts(struct reading *reading, const struct yaml_node *root, const struct theme *theme)
{
    const struct yaml_node *map = yaml_get(root, "colours");
    for (size_t i = 0; i < theme_contrast_count; i++) {
        const struct theme_contrast *pair = &theme_contrasts[i];
        const char *text = theme_role_names[pair->text], *ground = theme_role_names[pair->ground];
        float contrast = colour_contrast(theme->roles[pair->text], theme->roles[pair->ground]);
        if (contrast >= pair->least)
            continue;
        char found[NUMBER_ROOM], least[NUMBER_ROOM];
        number_write(found, floor((double)contrast * 10) / 10, 1);
        number_write(least, (double)pair->least, 1);
        report(reading->reporter, FINDING_low_contrast, yaml_get(map, text)->place, text, ground, found,
               least);
    }
}

static void read_fonts(struct reading *reading, const struct yaml_node *root, struct theme *theme)
{
    static const char *const known[] = {"body", "heading", "mono", "children"};
    const struct yaml_node *map = need(reading, root, "fonts", YAML_MAP);
    check_keys(reading, map, known, sizeof known / sizeof *known);
    theme->body = need_text(reading, map, "body");
    theme->heading = need_text(reading, map, "heading");
    theme->mono = need_text(reading, map, "mono");
    theme->children = need_text(reading, map, "children");
}

static void read_title(struct reading *reading, const struct yaml_node *root, struct theme *theme)
{
    static const char *const known[] = {"vi", "en"};
    const struct yaml_node *map = need(reading, root, "title", YAML_MAP);
    check_keys(reading, map, known, sizeof known / sizeof *known);
    theme->title_vi = need_text(reading, map, "vi");
    theme->title_en = need_text(reading, map, "en");
}

static void read_measures(struct reading *reading, const struct yaml_node *root, struct theme *theme)
{
    static const char *const known[] = {"print", "screen"};
    const struct yaml_node *scale = need(reading, root, "scale", YAML_MAP);
    check_keys(reading, scale, known, sizeof known / sizeof *known);
    theme->print_ratio = need_number(reading, scale, "print", 1, 2);
    theme->screen_ratio = need_number(reading, scale, "screen", 1, 2);
    theme->leading = need_number(reading, root, "leading", 1, 3);
    theme->unit = need_number(reading, root, "unit", 1, 16);
    theme->radius = need_number(reading, root, "radius", 0, 40);
}

const struct theme *theme_read(struct arena *arena, struct reporter *reporter, const struct source *source)
{
    static const char *const known[] = {"name",  "title",   "colours", "fonts",
                                        "scale", "leading", "unit",    "radius"};
    const struct yaml_node *root = yaml_parse(arena, reporter, source, 0, source->length);
    struct reading reading = {arena, reporter, true};
    if (!root)
        return NULL;
    if (root->type != YAML_MAP) {
        report(reporter, FINDING_not_a_map, root->place, source->name);
        return NULL;
    }
    struct theme *theme = ARENA_NEW(arena, struct theme);
    check_keys(&reading, root, known, sizeof known / sizeof *known);
    theme->name = need_text(&reading, root, "name");
    read_title(&reading, root, theme);
    read_colours(&reading, root, theme);
    read_fonts(&reading, root, theme);
    read_measures(&reading, root, theme);
    if (!reading.good)
        return NULL;
    check_contrasts(&reading, root, theme);
    return theme;
}
