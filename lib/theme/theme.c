#include "theme/theme.h"
#include "base/builder.h"
#include "base/limits.h"
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

/* A theme being read; every mistake is reported, not the first only. `layers` are the file itself and what it
 * extends, the nearest first: what one doesn't say, the next does. */
struct reading {
    struct arena *arena;
    struct reporter *reporter;
    struct library *library;
    const struct yaml_node *layers[LIMIT_THEME_LAYERS];
    size_t count;
    bool good;
};

/* `key` of the map `section` (NULL: of the file), where a layer says it. */
static const struct yaml_node *find(const struct reading *reading, const char *section, const char *key)
{
    const struct yaml_node *node = NULL;
    for (size_t i = 0; i < reading->count && !node; i++) {
        const struct yaml_node *map = section ? yaml_get(reading->layers[i], section) : reading->layers[i];
        node = map && map->type == YAML_MAP ? yaml_get(map, key) : NULL;
    }
    return node;
}

/* What is missing is asked for in the file itself: where the map is, or should be. */
static struct place missing_place(const struct reading *reading, const char *section,
                                  const struct yaml_node *empty)
{
    const struct yaml_node *map = section ? yaml_get(reading->layers[0], section) : NULL;
    return empty ? empty->key_place : map ? map->place : reading->layers[0]->place;
}

static const struct yaml_node *need(struct reading *reading, const char *section, const char *key)
{
    const struct yaml_node *node = find(reading, section, key);
    bool empty = node && node->type == YAML_SCALAR && !*node->text;
    if (node && node->type == YAML_SCALAR && !empty)
        return node;
    if (!node || empty)
        report(reading->reporter, FINDING_missing_key, missing_place(reading, section, node), key);
    else
        report(reading->reporter, FINDING_not_a_text, node->place, key);
    reading->good = false;
    return NULL;
}

static const char *need_text(struct reading *reading, const char *section, const char *key)
{
    const struct yaml_node *node = need(reading, section, key);
    return node ? arena_string(reading->arena, node->text) : "";
}

static float need_number(struct reading *reading, const char *section, const char *key, int least, int most)
{
    const struct yaml_node *node = need(reading, section, key);
    double value = least;
    if (node && (!number_read(node->text, &value) || value < least || value > most)) {
        report(reading->reporter, FINDING_bad_number, node->place, node->text,
               arena_format(reading->arena, "%d", least), arena_format(reading->arena, "%d", most));
        reading->good = false;
    }
    return (float)value;
}

/* The index of a word among those that may stand there; the first one when nothing is said. */
static size_t read_choice(struct reading *reading, const char *key, const char *const *choices, size_t count)
{
    const struct yaml_node *node = find(reading, NULL, key);
    for (size_t i = 0; node && i < count; i++)
        if (node->type == YAML_SCALAR && strcmp(node->text, choices[i]) == 0)
            return i;
    if (node) {
        struct builder list;
        builder_init(&list, reading->arena);
        for (size_t i = 0; i < count; i++)
            builder_string(&list, arena_format(reading->arena, i ? ", %s" : "%s", choices[i]));
        report(reading->reporter, FINDING_bad_choice, node->place,
               node->type == YAML_SCALAR ? node->text : key, builder_text(&list));
        reading->good = false;
    }
    return 0;
}

/* Whether a layer has the map `section`; where one has, its keys are known ones. */
static bool need_map(struct reading *reading, const char *section, const char *const *known, size_t count)
{
    bool found = false, maps = true;
    for (size_t i = 0; i < reading->count; i++) {
        const struct yaml_node *map = yaml_get(reading->layers[i], section);
        if (!map)
            continue;
        found = true;
        if (map->type != YAML_MAP) {
            report(reading->reporter, FINDING_not_a_map, map->place, section);
            maps = false;
        } else if (yaml_unknown_keys(map, known, count, reading->reporter)) {
            reading->good = false;
        }
    }
    if (!found)
        report(reading->reporter, FINDING_missing_key, reading->layers[0]->place, section);
    reading->good &= found && maps;
    return found && maps;
}

static void read_colours(struct reading *reading, struct theme *theme)
{
    if (!need_map(reading, "colours", theme_role_names, ROLE_COUNT))
        return;
    for (int role = 0; role < ROLE_COUNT; role++) {
        const struct yaml_node *node = need(reading, "colours", theme_role_names[role]);
        if (!node || colour_read(node->text, &theme->roles[role]))
            continue;
        report(reading->reporter, FINDING_bad_colour, node->place, node->text);
        reading->good = false;
    }
}

/* Colours that are hard to read are the author's to judge, so they are only warned of. */
static void check_contrasts(struct reading *reading, const struct theme *theme)
{
    for (size_t i = 0; i < theme_contrast_count; i++) {
        const struct theme_contrast *pair = &theme_contrasts[i];
        const char *text = theme_role_names[pair->text], *ground = theme_role_names[pair->ground];
        float contrast = colour_contrast(theme->roles[pair->text], theme->roles[pair->ground]);
        if (contrast >= pair->least)
            continue;
        char found[NUMBER_ROOM], least[NUMBER_ROOM];
        number_write(found, floor((double)contrast * 10) / 10, 1);
        number_write(least, (double)pair->least, 1);
        report(reading->reporter, FINDING_low_contrast, find(reading, "colours", text)->place, text, ground,
               found, least);
    }
}

static void read_fonts(struct reading *reading, struct theme *theme)
{
    static const char *const known[] = {"body", "heading", "mono", "children"};
    if (!need_map(reading, "fonts", known, sizeof known / sizeof *known))
        return;
    theme->body = need_text(reading, "fonts", "body");
    theme->heading = need_text(reading, "fonts", "heading");
    theme->mono = need_text(reading, "fonts", "mono");
    theme->children = need_text(reading, "fonts", "children");
}

static void read_title(struct reading *reading, struct theme *theme)
{
    static const char *const known[] = {"vi", "en"};
    if (!need_map(reading, "title", known, sizeof known / sizeof *known))
        return;
    theme->title_vi = need_text(reading, "title", "vi");
    theme->title_en = need_text(reading, "title", "en");
}

static const char *const line_kinds[] = {"ragged", "justified"};
static const char *const header_kinds[HEADER_COUNT] = {"card", "band", "frame", "rule", "plain"};
static const char *const title_kinds[TITLES_COUNT] = {"dark", "soft", "light"};
static const char *const marker_kinds[MARKERS_COUNT] = {"round", "soft", "square", "ring", "bare"};
static const char *const icon_kinds[ICONS_COUNT] = {"tile", "disc", "solid", "outline", "bare"};
static const char *const heading_kinds[HEADINGS_COUNT] = {"plain", "bar", "under", "over"};
const char *const theme_motif_names[MOTIF_COUNT] = {
    [MOTIF_none] = "none",
#define LOA_MOTIF(name) [MOTIF_##name] = #name,
#include "theme/motifs.def"
#undef LOA_MOTIF
};

static void read_choices(struct reading *reading, struct theme *theme)
{
    theme->justified = read_choice(reading, "lines", line_kinds, 2) == 1;
    theme->header = (enum theme_header)read_choice(reading, "header", header_kinds, HEADER_COUNT);
    theme->titles = (enum theme_titles)read_choice(reading, "titles", title_kinds, TITLES_COUNT);
    theme->markers = (enum theme_markers)read_choice(reading, "markers", marker_kinds, MARKERS_COUNT);
    theme->icons = (enum theme_icons)read_choice(reading, "icons", icon_kinds, ICONS_COUNT);
    theme->headings = (enum theme_headings)read_choice(reading, "headings", heading_kinds, HEADINGS_COUNT);
    theme->motif = (enum theme_motif)read_choice(reading, "motif", theme_motif_names, MOTIF_COUNT);
}

static void read_measures(struct reading *reading, struct theme *theme)
{
    static const char *const known[] = {"print", "screen"};
    if (need_map(reading, "scale", known, sizeof known / sizeof *known)) {
        theme->print_ratio = need_number(reading, "scale", "print", 1, 2);
        theme->screen_ratio = need_number(reading, "scale", "screen", 1, 2);
    }
    theme->leading = need_number(reading, NULL, "leading", 1, 3);
    theme->unit = need_number(reading, NULL, "unit", 1, 16);
    theme->radius = need_number(reading, NULL, "radius", 0, 40);
    theme->size = find(reading, NULL, "size") ? need_number(reading, NULL, "size", 1, 2) : 1;
}

/* The map of a theme file; NULL when it is none (reported). */
static const struct yaml_node *layer_read(struct reading *reading, const struct source *source)
{
    static const char *const known[] = {"name",   "extends", "title", "colours",  "fonts", "scale",
                                        "lines",  "leading", "unit",  "radius",   "size",  "header",
                                        "titles", "markers", "icons", "headings", "motif"};
    const struct yaml_node *root = yaml_parse(reading->arena, reading->reporter, source, 0, source->length);
    if (!root)
        return NULL;
    if (root->type != YAML_MAP) {
        report(reading->reporter, FINDING_not_a_map, root->place, source->name);
        return NULL;
    }
    if (yaml_unknown_keys(root, known, sizeof known / sizeof *known, reading->reporter))
        reading->good = false;
    return root;
}

/* The file that a layer extends; NULL when there is none of that name, or it stands below already
 * (reported). */
static const struct source *layer_below(struct reading *reading, const struct yaml_node *extends)
{
    const char *name = extends->type == YAML_SCALAR ? extends->text : "";
    for (size_t i = 0; i < reading->count; i++) {
        const char *own = yaml_text(reading->layers[i], "name");
        if ((own && strcmp(own, name) == 0) || reading->count == LIMIT_THEME_LAYERS) {
            report(reading->reporter, FINDING_theme_circle, extends->place, name);
            return NULL;
        }
    }
    const char *path = arena_format(reading->arena, "themes/%s.yaml", name);
    const struct source *source =
        reading->library && *name && !strchr(name, '/') ? library_source(reading->library, path) : NULL;
    if (!source)
        report(reading->reporter, FINDING_no_theme, extends->place, name);
    return source;
}

static bool read_layers(struct reading *reading, const struct source *source)
{
    do {
        const struct yaml_node *root = layer_read(reading, source);
        if (!root)
            return false;
        reading->layers[reading->count++] = root;
        const struct yaml_node *extends = yaml_get(root, "extends");
        source = extends ? layer_below(reading, extends) : NULL;
        if (extends && !source)
            return false;
    } while (source);
    return true;
}

const struct theme *theme_read(struct arena *arena, struct reporter *reporter, struct library *library,
                               const struct source *source)
{
    struct reading reading = {.arena = arena, .reporter = reporter, .library = library, .good = true};
    if (!read_layers(&reading, source))
        return NULL;
    struct theme *theme = ARENA_NEW(arena, struct theme);
    theme->name = need_text(&reading, NULL, "name");
    read_title(&reading, theme);
    read_colours(&reading, theme);
    read_fonts(&reading, theme);
    read_measures(&reading, theme);
    read_choices(&reading, theme);
    if (!reading.good)
        return NULL;
    check_contrasts(&reading, theme);
    return theme;
}
