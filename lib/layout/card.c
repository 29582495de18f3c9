/* card.c - a ground under a box. */
#include "layout/box.h"

struct card {
    struct box box;
    const struct box *child;
    const struct box *foot; /* NULL: none */
    struct card_style style;
};

#define BAR_WIDTH 4.0f /* look.md: callouts have a 4 pt bar */

static float bar_room(const struct card_style *style)
{
    return style->bar.alpha ? BAR_WIDTH : 0;
}

static void draw_ground(struct layout *layout, const struct box *box, const struct card_style *style, float x,
                        float y)
{
    struct scene_builder *builder = layout->builder;
    struct rect rect = {x, y, box->width, box->height};
    if (!style->fill.alpha && !style->border.alpha && !style->bar.alpha)
        return;
    artifact_begin(layout);
    if (style->fill.alpha)
        scene_fill(builder, path_rounded(builder, rect, style->radius), style->fill);
    if (style->border.alpha)
        scene_stroke(builder, path_rounded(builder, rect, style->radius),
                     (struct stroke){.colour = style->border,
                                     .width = 1,
                                     .dash = style->dashed ? 4 : 0,
                                     .gap = style->dashed ? 3 : 0});
    if (style->bar.alpha) {
        struct rect bar = {x, y, BAR_WIDTH, box->height};
        scene_fill(builder, path_rounded(builder, bar, BAR_WIDTH / 2), style->bar);
    }
    artifact_end(layout);
}

static void card_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct card *card = (const struct card *)box;
    const struct card_style *style = &card->style;
    draw_ground(layout, box, style, x, y);
    float spare = style->middle ? box->height - card->child->height - 2 * style->pad_y : 0;
    box_draw(layout, card->child, x + bar_room(style) + style->pad_x, y + style->pad_y + spare / 2);
    if (card->foot)
        box_draw(layout, card->foot, x + bar_room(style) + style->pad_x,
                 y + box->height - style->pad_y - card->foot->height);
}

static struct card *card_make(struct layout *layout, const struct box *child, const struct box *foot,
                              float width, const struct card_style *style);

static const struct box *card_relax(struct layout *layout, const struct box *box)
{
    const struct card *card = (const struct card *)box;
    struct card *relaxed = card_make(layout, card->child, card->foot, box->width, &card->style);
    relaxed->box.mark = box->mark;
    relaxed->box.palette = box->palette;
    return &relaxed->box;
}

static bool card_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail)
{
    const struct card *card = (const struct card *)box;
    const struct box *parts[2], *feet[2] = {NULL, card->foot};
    float inside = room - 2 * card->style.pad_y;
    if (!box_split(layout, card->child, inside, force, &parts[0], &parts[1])) {
        if (!force || !card->foot || card->child->height > inside)
            return false;
        parts[0] = card->child;
        parts[1] = card->foot; /* alone in what is left of the card */
        feet[1] = NULL;
    }
    for (int i = 0; i < 2; i++) {
        struct card *part = card_make(layout, parts[i], feet[i], box->width, &card->style);
        part->box.mark = box->mark;
        part->box.palette = box->palette;
        *(i ? tail : head) = &part->box;
    }
    return true;
}

static struct card *card_make(struct layout *layout, const struct box *child, const struct box *foot,
                              float width, const struct card_style *style)
{
    static const struct box_ops ops = {.draw = card_draw, .split = card_split, .relax = card_relax};
    float gap = 1.5f * layout->sheet->gap;
    struct card *card = ARENA_NEW(layout->arena, struct card);
    card->child = child;
    card->foot = foot;
    card->style = *style;
    card->box = (struct box){.ops = &ops,
                             .width = width,
                             .height = child->height + 2 * style->pad_y,
                             .before = gap,
                             .after = gap,
                             .baseline = child->baseline > 0 ? style->pad_y + child->baseline : 0,
                             .from_right = child->from_right,
                             .stretches = true};
    if (foot)
        card->box.height += box_gap(child, foot) + foot->height;
    return card;
}

struct box *card_with_foot(struct layout *layout, struct box *child, struct box *foot, float width,
                           const struct card_style *style)
{
    return &card_make(layout, child, foot, width, style)->box;
}

struct box *card_create(struct layout *layout, struct box *child, float width, const struct card_style *style)
{
    return card_with_foot(layout, child, NULL, width, style);
}

float card_inner(float width, const struct card_style *style)
{
    return width - 2 * style->pad_x - bar_room(style);
}
