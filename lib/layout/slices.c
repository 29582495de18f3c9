#include "layout/slices.h"
#include "layout/ground.h"
#include "layout/text.h"

struct slice_box {
    struct box box;
    struct slice slice;
    const struct box *label; /* NULL: none */
    struct colour fill;
    float shape, words; /* where the words begin */
    bool rest;          /* of a cut one: only words */
};

float slices_shape(const struct layout *layout, float width)
{
    float share = width > layout->sheet->size[TEXT_BODY] * 34 ? 0.36f : 0.3f;
    return width * share;
}

float slices_words(const struct layout *layout, float width)
{
    return width - slices_shape(layout, width) - layout->sheet->size[TEXT_BODY] * 1.5f;
}

float slice_height(const struct layout *layout, const struct slice *slice)
{
    float body = layout->sheet->size[TEXT_BODY], least = body * 2.4f;
    float height = slice->body->height + body * 0.9f;
    return height > least ? height : least;
}

/* A line from the slice's edge to its words. */
static void draw_leader(struct layout *layout, const struct slice_box *row, float x, float y)
{
    float middle = (row->slice.top + row->slice.bottom) / 2, down = y + row->box.height / 2;
    float from = x + row->shape * (1 + middle) / 2 + 4, to = x + row->words - 6;
    if (to > from)
        scene_stroke(layout->builder, path_line(layout->builder, from, down, to, down),
                     (struct stroke){.colour = layout->palette->line, .width = 1});
}

static void draw_shape(struct layout *layout, const struct slice_box *row, float x, float y)
{
    float centre = x + row->shape / 2, top = row->shape * row->slice.top / 2,
          bottom = row->shape * row->slice.bottom / 2, down = y + row->box.height;
    const float points[] = {centre - top, y, centre + top, y, centre + bottom, down, centre - bottom, down};
    artifact_begin(layout);
    scene_fill(layout->builder, path_polygon(layout->builder, points, 4, true), row->fill);
    draw_leader(layout, row, x, y);
    artifact_end(layout);
}

static void slice_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct slice_box *row = (const struct slice_box *)box;
    const struct box *body = row->slice.body, *label = row->label;
    if (!row->rest) {
        draw_shape(layout, row, x, y);
        if (label) {
            scene_begin_mark(layout->builder, (struct mark){.type = MARK_LABEL});
            box_draw(layout, label, x, y + (box->height - label->height) / 2);
            scene_end_mark(layout->builder);
        }
    }
    box_draw(layout, body, x + row->words, y + (row->rest ? 0 : (box->height - body->height) / 2));
}

static bool slice_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail);

static struct slice_box *slice_make(struct layout *layout, const struct slice_box *like,
                                    const struct box *body)
{
    static const struct box_ops ops = {.draw = slice_draw, .split = slice_split};
    struct slice_box *row = ARENA_NEW(layout->arena, struct slice_box);
    *row = *like;
    row->slice.body = body;
    row->box.ops = &ops;
    row->box.height = row->rest ? body->height : slice_height(layout, &row->slice);
    return row;
}

static bool slice_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail)
{
    const struct slice_box *whole = (const struct slice_box *)box;
    const struct box *parts[2];
    float air = whole->rest ? 0 : box->height - whole->slice.body->height;
    if (!force || !box_split(layout, whole->slice.body, room - air, true, &parts[0], &parts[1]))
        return false;
    struct slice_box rest = *whole;
    rest.rest = true;
    *head = &slice_make(layout, whole, parts[0])->box;
    *tail = &slice_make(layout, &rest, parts[1])->box;
    return true;
}

static const struct box *label_box(struct layout *layout, const struct slice *slice, struct colour fill,
                                   float shape)
{
    if (!slice->label)
        return NULL;
    struct ground ground = ground_enter(layout, fill);
    struct text_look look = {.role = TEXT_NUMERAL, .bold = true, .align = ALIGN_CENTRE, .unmarked = true};
    struct box *label = text_of_string(layout, slice->label, shape, &look);
    ground_leave(layout, &ground);
    return label;
}

struct box *slices_create(struct layout *layout, const struct slice *slices, size_t count, float width)
{
    float shape = slices_shape(layout, width), gap = layout->sheet->size[TEXT_BODY] * 0.2f;
    struct box_list rows = {0};
    for (size_t i = 0; i < count; i++) {
        struct colour fill = ground_step(layout, i, count);
        struct slice_box like = {.box = {.width = width,
                                         .before = gap,
                                         .after = gap,
                                         .mark = mark_create(layout, MARK_ITEM, slices[i].place)},
                                 .slice = slices[i],
                                 .label = label_box(layout, &slices[i], fill, shape),
                                 .fill = fill,
                                 .shape = shape,
                                 .words = width - slices_words(layout, width)};
        box_list_add(layout, &rows, &slice_make(layout, &like, slices[i].body)->box);
    }
    struct box *box = stack_create(layout, &rows, width);
    if (box)
        box->before = box->after = layout->sheet->gap * 1.2f;
    return box;
}
