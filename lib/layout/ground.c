#include "layout/ground.h"

struct colour ground_shade(const struct layout *layout, float strength)
{
    return colour_mix(layout->palette->ground, layout->palette->heading, strength);
}

#define FAINTEST 0.16f
#define STRONG   0.9f

struct colour ground_step(const struct layout *layout, size_t index, size_t count)
{
    float share = count > 1 ? (float)index / (float)(count - 1) : 1;
    return ground_shade(layout, FAINTEST + (STRONG - FAINTEST) * share);
}

struct ground ground_enter(struct layout *layout, struct colour colour)
{
    struct ground ground = {.outer = layout->palette};
    const struct colour *roles = layout->theme->roles;
    struct palette palette = palette_on(layout->theme, colour, layout->palette->ground);
    struct colour ink = colour_on(colour, roles[ROLE_SURFACE], roles[ROLE_INK]);
    palette.ink = colour_readable(ink, colour, 7); /* on a strong ground white, not a lighter ink */
    ground.palette = layout_palette(layout, palette);
    layout->palette = ground.palette;
    return ground;
}

void ground_leave(struct layout *layout, const struct ground *ground)
{
    layout->palette = ground->outer;
}

struct panel panel_open(struct layout *layout, struct colour fill, struct colour border, float width)
{
    struct panel panel = {.width = width,
                          .style = {.fill = fill,
                                    .border = border,
                                    .pad_x = layout->sheet->pad,
                                    .pad_y = layout->sheet->pad * 0.75f,
                                    .radius = layout->sheet->radius}};
    panel.inner = card_inner(width, &panel.style);
    panel.ground = ground_enter(layout, fill);
    return panel;
}

struct box *panel_close(struct layout *layout, const struct panel *panel, struct box *content)
{
    ground_leave(layout, &panel->ground);
    if (!content)
        content = space_create(layout, panel->inner, layout->sheet->size[TEXT_BODY]);
    struct box *card = card_create(layout, content, panel->width, &panel->style);
    card->palette = panel->ground.palette;
    card->before = card->after = 0;
    return card;
}
