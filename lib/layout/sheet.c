/* sheet.c - sizes, colours, words and styles. */
#include "layout/layout.h"
#include <string.h>

/* The smallest running text and the smallest text of all, points: 11 and 9 on paper, 36 and 28 pixels of a
 * slide 1,080 tall, 34 and 24 of a picture 1,080 wide. */
static const struct {
    float body, least;
} floors[MEDIUM_COUNT] = {[MEDIUM_PAPER] = {11, 9}, [MEDIUM_SLIDE] = {18, 14}, [MEDIUM_PHONE] = {17, 12}};

float sheet_floor(const struct sheet *sheet)
{
    return floors[sheet->medium].least;
}

void sheet_hold_floor(struct sheet *sheet)
{
    for (int role = 0; role < TEXT_ROLE_COUNT; role++)
        if (sheet->size[role] < sheet_floor(sheet))
            sheet->size[role] = sheet_floor(sheet);
}

static float size_scaled(const struct sheet *sheet, enum text_role role, float scale)
{
    bool running = role == TEXT_BODY || role == TEXT_LEAD;
    float floor = running ? floors[sheet->medium].body : floors[sheet->medium].least;
    float size = sheet->size[role], scaled = size * scale;
    if (scaled >= floor || scale >= 1)
        return scaled;
    return size < floor ? size : floor;
}

struct sheet sheet_scaled(const struct sheet *sheet, float text, float space)
{
    struct sheet scaled = *sheet;
    scaled.scale *= text;
    for (int role = 0; role < TEXT_ROLE_COUNT; role++)
        scaled.size[role] = size_scaled(sheet, (enum text_role)role, text);
    scaled.gap *= space;
    scaled.pad *= space;
    scaled.gutter *= space;
    return scaled;
}

struct colour colour_readable(struct colour colour, struct colour ground, float least)
{
    const struct colour black = {0, 0, 0, 255}, white = {255, 255, 255, 255};
    struct colour end = colour_on(ground, white, black);
    for (int step = 0; step <= 20; step++) {
        struct colour mixed = colour_mix(colour, end, (float)step / 20);
        if (colour_contrast(mixed, ground) >= least)
            return mixed;
    }
    return end;
}

struct palette palette_on(const struct theme *theme, struct colour ground, struct colour tint)
{
    const struct colour *roles = theme->roles;
    return (struct palette){
        .ground = ground,
        .ink = colour_readable(roles[ROLE_INK], ground, 7),
        .muted = colour_readable(roles[ROLE_MUTED], ground, 4.5f),
        .heading = colour_readable(roles[ROLE_PRIMARY], ground, 4.5f),
        .accent = colour_readable(roles[ROLE_ACCENT], ground, 4.5f),
        .on_accent = roles[ROLE_ON_ACCENT],
        .tint = tint,
        .line = roles[ROLE_LINE],
    };
}

struct palette palette_on_surface(const struct theme *theme)
{
    return palette_on(theme, theme->roles[ROLE_SURFACE], theme->roles[ROLE_TINT]);
}

struct palette palette_on_primary(const struct theme *theme)
{
    const struct colour *roles = theme->roles;
    struct colour ground = roles[ROLE_PRIMARY], on = roles[ROLE_ON_PRIMARY];
    struct palette palette = palette_on(theme, ground, colour_mix(ground, on, 0.12f));
    palette.ink = palette.heading = on;
    palette.muted = colour_readable(colour_mix(on, ground, 0.2f), ground, 4.5f);
    palette.line = colour_mix(ground, on, 0.3f);
    palette.accent = colour_readable(colour_mix(roles[ROLE_ACCENT], on, 0.45f), ground, 7);
    palette.on_accent = colour_readable(ground, palette.accent, 4.5f);
    return palette;
}

struct palette palette_standing_out(const struct theme *theme, struct colour *edge)
{
    bool light = theme->titles == TITLES_LIGHT;
    struct palette palette = light ? palette_on_surface(theme) : palette_on_primary(theme);
    *edge = light ? palette.heading : (struct colour){0};
    return palette;
}

bool layout_is_english(const struct layout *layout)
{
    return strncmp(layout->edition->language, "en", 2) == 0;
}

const char *layout_word(const struct layout *layout, enum word word)
{
    static const char *const words[WORD_COUNT][2] = {
#define LOA_WORD(name, vi, en) {vi, en},
#include "layout/words.def"
#undef LOA_WORD
    };
    return words[word][layout_is_english(layout)];
}

const struct palette *layout_palette(struct layout *layout, struct palette palette)
{
    struct palette *kept = ARENA_NEW(layout->arena, struct palette);
    *kept = palette;
    return kept;
}

static const char *role_family(const struct layout *layout, enum text_role role)
{
    switch (role) {
    case TEXT_CODE:
        return layout->theme->mono;
    case TEXT_TITLE:
    case TEXT_H1:
    case TEXT_H2:
    case TEXT_H3:
    case TEXT_FIGURE:
    case TEXT_HERO:
    case TEXT_NUMERAL:
        return layout->theme->heading;
    default:
        return layout->family;
    }
}

const struct text_style *layout_style(struct layout *layout, struct look look)
{
    struct text_style *style = ARENA_NEW(layout->arena, struct text_style);
    style->family = role_family(layout, look.role);
    style->size = layout->sheet->size[look.role];
    style->colour = look.colour;
    style->bold = look.bold;
    style->italic = look.italic;
    style->tracking = look.role == TEXT_KICKER ? 0.06f : look.role == TEXT_HERO ? -0.035f : 0;
    return style;
}
