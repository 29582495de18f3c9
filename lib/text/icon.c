#include "text/icon.h"
#include "text/font_set.h"
#include <math.h>
#include <string.h>

#define ICON_FONT  FONT_FOLDER "truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf"
#define NAME_LIMIT 63

struct icon_set {
    const struct font *font; /* NULL: not installed */
    struct map icons;        /* name -> struct icon, or &no_icon */
    hb_draw_funcs_t *draw;
};

static const struct icon no_icon;

/* Draws into a list of steps. */
struct outline {
    struct arena *arena;
    VECTOR(struct icon_step) steps;
    float units, descent;
};

/* A few icons reach out of their square by a hair. */
static float clamp(float at)
{
    return fminf(fmaxf(at, 0), 1);
}

/* The icon's square goes from the descender up one em. */
static float across(const struct outline *outline, float x)
{
    return clamp(x / outline->units);
}

static float down(const struct outline *outline, float y)
{
    return clamp(1 - (y / outline->units - outline->descent));
}

static void move_to(hb_draw_funcs_t *draw, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
    struct outline *outline = data;
    (void)draw, (void)state, (void)user;
    *VECTOR_ADD(outline->arena, &outline->steps) =
        (struct icon_step){'M', {across(outline, x), down(outline, y)}};
}

static void line_to(hb_draw_funcs_t *draw, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
    struct outline *outline = data;
    (void)draw, (void)state, (void)user;
    *VECTOR_ADD(outline->arena, &outline->steps) =
        (struct icon_step){'L', {across(outline, x), down(outline, y)}};
}

static void curve_to(hb_draw_funcs_t *draw, void *data, hb_draw_state_t *state, float x1, float y1, float x2,
                     float y2, float x, float y, void *user)
{
    struct outline *outline = data;
    (void)draw, (void)state, (void)user;
    *VECTOR_ADD(outline->arena, &outline->steps) =
        (struct icon_step){'C',
                           {across(outline, x1), down(outline, y1), across(outline, x2), down(outline, y2),
                            across(outline, x), down(outline, y)}};
}

static void close_path(hb_draw_funcs_t *draw, void *data, hb_draw_state_t *state, void *user)
{
    struct outline *outline = data;
    (void)draw, (void)state, (void)user;
    *VECTOR_ADD(outline->arena, &outline->steps) = (struct icon_step){'Z', {0}};
}

static void release_draw(void *what)
{
    hb_draw_funcs_destroy(what);
}

static const struct icon *draw_icon(struct font_set *set, const struct font *font, uint32_t glyph)
{
    struct outline outline = {.arena = set->arena, .units = (float)font->units, .descent = font->descent};
    hb_draw_funcs_t *draw = set->icons->draw;
    hb_font_get_glyph_shape(font->shaper, glyph, draw, &outline);
    struct icon *icon = ARENA_NEW(set->arena, struct icon);
    icon->steps = outline.steps.at;
    icon->count = outline.steps.count;
    return icon;
}

static struct icon_set *open_icons(struct font_set *set)
{
    struct icon_set *icons = ARENA_NEW(set->arena, struct icon_set);
    map_init(&icons->icons, set->arena);
    icons->font = font_open(set, ICON_FONT, 0);
    icons->draw = hb_draw_funcs_create();
    arena_defer(set->arena, release_draw, icons->draw);
    hb_draw_funcs_set_move_to_func(icons->draw, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(icons->draw, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(icons->draw, curve_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(icons->draw, close_path, NULL, NULL);
    return icons;
}

static struct icon_set *icons_of(struct font_set *set)
{
    if (set->icons == NULL)
        set->icons = open_icons(set);
    return set->icons;
}

const struct font *icon_font(struct font_set *set)
{
    return icons_of(set)->font;
}

bool icons_installed(struct font_set *set)
{
    return icons_of(set)->font != NULL;
}

/* The font's names are its ligatures: "family_restroom" is shaped to one glyph. */
static bool find_glyph(struct font_set *set, const char *name, uint32_t *glyph)
{
    const struct font *font = icons_of(set)->font;
    if (font == NULL || !font_has_all(font, name, strlen(name)))
        return false;
    const struct shaped_word *word = shape_word(set, font, name, strlen(name), "en", 0, nowhere);
    *glyph = word->count == 1 ? word->glyphs[0].id : 0;
    return word->count == 1 && !word->missing;
}

/* Writes the name as the font has it; false when it can't be one. */
static bool ligature(const char *name, char written[NAME_LIMIT + 1])
{
    size_t length = strlen(name);
    if (length < 2 || length > NAME_LIMIT)
        return false;
    for (size_t i = 0; i <= length; i++)
        written[i] = name[i] == '-' ? '_' : name[i];
    return true;
}

const struct icon *icon_find(struct font_set *set, const char *name)
{
    char written[NAME_LIMIT + 1];
    if (!ligature(name, written))
        return NULL;
    const struct icon *known = map_get(&icons_of(set)->icons, written);
    if (known == NULL) {
        uint32_t glyph;
        known = find_glyph(set, written, &glyph) ? draw_icon(set, set->icons->font, glyph) : &no_icon;
        map_set(&set->icons->icons, arena_string(set->arena, written), (void *)(uintptr_t)known);
    }
    return known == &no_icon ? NULL : known;
}

uint32_t icon_code(struct font_set *set, const char *name)
{
    char written[NAME_LIMIT + 1];
    uint32_t glyph, own;
    if (!ligature(name, written) || !find_glyph(set, written, &glyph))
        return 0;
    hb_set_t *codes = hb_set_create();
    hb_face_collect_unicodes(set->icons->font->face, codes);
    hb_codepoint_t code = HB_SET_VALUE_INVALID;
    while (hb_set_next(codes, &code) &&
           !(hb_font_get_nominal_glyph(set->icons->font->shaper, code, &own) && own == glyph)) {
    }
    hb_set_destroy(codes);
    return code == HB_SET_VALUE_INVALID ? 0 : code;
}
