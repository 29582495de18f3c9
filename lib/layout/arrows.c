#include "layout/arrows.h"
#include <string.h>

struct arrows {
    struct box box;
    const float *from, *to; /* from the box's left */
    size_t from_count, to_count;
    bool headed;
};

void arrow_line(struct layout *layout, float x1, float y1, float x2, float y2)
{
    scene_stroke(layout->builder, path_line(layout->builder, x1, y1, x2, y2),
                 (struct stroke){.colour = layout->palette->muted, .width = ARROW_LINE, .round = true});
}

void arrow_head(struct layout *layout, float x, float y, float dx, float dy, float size)
{
    float back_x = x - dx * size * 1.3f, back_y = y - dy * size * 1.3f;
    const float points[] = {
        back_x - dy * size, back_y + dx * size, back_x + dy * size, back_y - dx * size, x, y};
    scene_fill(layout->builder, path_polygon(layout->builder, points, 3, true), layout->palette->muted);
}

static void widen(const float *at, size_t count, float *left, float *right)
{
    for (size_t i = 0; i < count; i++) {
        *left = at[i] < *left ? at[i] : *left;
        *right = at[i] > *right ? at[i] : *right;
    }
}

static void arrows_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct arrows *arrows = (const struct arrows *)box;
    float middle = y + box->height * 0.4f, head = arrows->headed ? box->height * 0.2f : 0;
    float left = arrows->from[0], right = left;
    widen(arrows->from, arrows->from_count, &left, &right);
    widen(arrows->to, arrows->to_count, &left, &right);
    artifact_begin(layout);
    for (size_t i = 0; i < arrows->from_count; i++)
        arrow_line(layout, x + arrows->from[i], y, x + arrows->from[i], middle);
    if (right > left)
        arrow_line(layout, x + left, middle, x + right, middle);
    for (size_t i = 0; i < arrows->to_count; i++) {
        arrow_line(layout, x + arrows->to[i], middle, x + arrows->to[i], y + box->height - head);
        if (arrows->headed)
            arrow_head(layout, x + arrows->to[i], y + box->height, 0, 1, head);
    }
    artifact_end(layout);
}

static const float *places_kept(struct layout *layout, const float *places, size_t count)
{
    float *kept = ARENA_ARRAY(layout->arena, float, count);
    memcpy(kept, places, count * sizeof *kept);
    return kept;
}

struct box *arrows_create(struct layout *layout, const float *from, size_t from_count, const float *to,
                          size_t to_count, bool headed, float width)
{
    static const struct box_ops ops = {.draw = arrows_draw};
    struct arrows *arrows = ARENA_NEW(layout->arena, struct arrows);
    bool forks = from_count + to_count > 2;
    arrows->box = (struct box){
        .ops = &ops, .width = width, .height = layout->sheet->size[TEXT_BODY] * (forks ? 2.2f : 1.7f)};
    arrows->from = places_kept(layout, from, from_count);
    arrows->to = places_kept(layout, to, to_count);
    arrows->from_count = from_count;
    arrows->to_count = to_count;
    arrows->headed = headed;
    return &arrows->box;
}
