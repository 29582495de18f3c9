#include "pieces/motif.h"

/* How much of the heading's colour is in a tone. */
static struct colour tone_colour(const struct palette *palette, enum motif_tone tone)
{
    static const float amounts[TONE_COUNT] = {
        [TONE_FAINT] = 0.07f, [TONE_SOFT] = 0.15f, [TONE_MIDDLE] = 0.32f};
    if (tone == TONE_ACCENT)
        return palette->accent;
    return colour_mix(palette->ground, palette->heading, amounts[tone]);
}

/* With the motif's units `scale` points large and its top left at (x, y). */
static void draw_parts(struct layout *layout, float x, float y, float scale)
{
    const struct motif *motif = &motifs[layout->theme->motif];
    artifact_begin(layout);
    for (size_t i = 0; i < motif->count; i++) {
        const struct motif_part *part = &motif->parts[i];
        struct rect where = {x + part->where.x * scale, y + part->where.y * scale, part->where.width * scale,
                             part->where.height * scale};
        motif_shape_draw(layout, part->shape, where, tone_colour(layout->palette, part->tone));
    }
    artifact_end(layout);
}

static float largest_scale(float width, float height)
{
    float across = width / MOTIF_WIDTH, down = height / MOTIF_HEIGHT;
    return across < down ? across : down;
}

void motif_draw(struct layout *layout, struct rect within)
{
    float scale = largest_scale(within.width, within.height);
    if (layout->theme->motif != MOTIF_none && scale > 0)
        draw_parts(layout, within.x + within.width - scale * MOTIF_WIDTH,
                   within.y + within.height - scale * MOTIF_HEIGHT, scale);
}

static void motif_box_draw(struct layout *layout, const struct box *box, float x, float y)
{
    float scale = largest_scale(box->width, box->height);
    draw_parts(layout, x + (box->width - scale * MOTIF_WIDTH) / 2, y, scale);
}

struct box *motif_box(struct layout *layout, float width, float height)
{
    static const struct box_ops ops = {.draw = motif_box_draw};
    if (layout->theme->motif == MOTIF_none)
        return NULL;
    struct box *box = ARENA_NEW(layout->arena, struct box);
    *box = (struct box){.ops = &ops, .width = width, .height = height, .keep_next = true};
    return box;
}
