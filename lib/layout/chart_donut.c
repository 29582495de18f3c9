/* chart_donut.c - one share of a whole, or up to three parts of it, as a ring; each part's words stand beside
 * it behind a sign of its colour, in the parts' order from the top on. */
#include "layout/chart.h"
#include <math.h>

#define MOST_PARTS 3
#define RING       0.34f /* the ring's thickness, of the radius */
#define GAP        2.5f  /* points of ground between two parts */
#define TWO_PI     6.2831853f

struct ring {
    struct box box;
    float shares[MOST_PARTS]; /* of the whole */
    size_t count;
    const struct box *centre; /* NULL: nothing */
};

/* Steps of lightness that a photocopier keeps: dark, grey, and pale within a line. */
static void put_part(struct layout *layout, struct path path, size_t index)
{
    const struct colour fills[MOST_PARTS] = {layout->palette->accent, quiet_colour(layout),
                                             track_colour(layout)};
    scene_fill(layout->builder, path, fills[index]);
    if (index + 1 == MOST_PARTS)
        scene_stroke(layout->builder, path, (struct stroke){.colour = quiet_colour(layout), .width = 1});
}

static void ring_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct ring *ring = (const struct ring *)box;
    struct scene_builder *builder = layout->builder;
    float radius = box->width / 2, inner = radius * (1 - RING), from = 0;
    float inset = ring->count > 1 ? GAP / (TWO_PI * radius * (2 - RING)) : 0;
    if (ring->count == 1)
        scene_fill(builder, path_ring(builder, x + radius, y + radius, radius, inner, 0, 1),
                   track_colour(layout));
    for (size_t i = 0; i < ring->count; i++) {
        float to = from + ring->shares[i];
        if (to - from > 2 * inset)
            put_part(layout,
                     path_ring(builder, x + radius, y + radius, radius, inner, from + inset, to - inset), i);
        from = to;
    }
    if (ring->centre)
        box_draw(layout, ring->centre, x + (box->width - ring->centre->width) / 2,
                 y + (box->height - ring->centre->height) / 2);
}

/* The value in the middle, as large as the hole lets it. */
static struct box *centre_box(struct layout *layout, const struct chart_value *value, float hole)
{
    struct text_look look = value_look(layout, 1);
    look.role = TEXT_H1;
    look.colour = layout->palette->accent;
    float natural = string_width(layout, value->text, &look), room = hole * 0.8f;
    look.scale =
        natural > room ? fmaxf(room / natural, sheet_floor(layout->sheet) / layout->sheet->size[TEXT_H1]) : 1;
    return value_box(layout, value, &look, hole * 0.84f);
}

static struct box *ring_box(struct layout *layout, const struct chart *chart, float side)
{
    static const struct box_ops ops = {.draw = ring_draw};
    struct ring *ring = ARENA_NEW(layout->arena, struct ring);
    double sum = 0, share = 0;
    for (size_t i = 0; i < chart->row_count; i++) {
        quantity_share(&chart->rows[i].values->quantity, &share);
        ring->shares[i] = (float)share;
        sum += share;
    }
    for (size_t i = 0; i < chart->row_count && chart->row_count > 1; i++)
        ring->shares[i] /= (float)sum; /* rounded parts close the ring */
    ring->count = chart->row_count;
    if (ring->count == 1)
        ring->centre = centre_box(layout, chart->rows->values, side * (1 - RING));
    ring->box = (struct box){.ops = &ops, .width = side, .height = side, .keep_next = true};
    return &ring->box;
}

/* ---- Words ---- */

/* A part's words at the right of its sign. */
struct part {
    struct box box;
    const struct box *words;
    size_t index;
    float indent, side, down; /* of the words; the sign's size; it stands in the middle of the value's line */
    bool rest;                /* the sign stands where the words began, on an earlier page */
};

static void part_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct part *part = (const struct part *)box;
    struct rect rect = {x, y + part->down, part->side, part->side};
    if (!part->rest)
        put_part(layout, path_rounded(layout->builder, rect, part->side * 0.2f), part->index);
    box_draw(layout, part->words, x + part->indent, y);
}

static bool part_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail)
{
    const struct box *words[2];
    if (!box_split(layout, ((const struct part *)box)->words, room, force, &words[0], &words[1]))
        return false;
    for (int i = 0; i < 2; i++) {
        struct part *part = ARENA_NEW(layout->arena, struct part);
        *part = *(const struct part *)box;
        part->words = words[i];
        part->rest |= i == 1;
        part->box.height = words[i]->height;
        *(i ? tail : head) = &part->box;
    }
    return true;
}

static struct box *part_box(struct layout *layout, const struct chart_row *row, size_t index, float width)
{
    static const struct box_ops ops = {.draw = part_draw, .split = part_split};
    float size = layout->sheet->size[TEXT_BODY], side = size * 0.8f, indent = size * 1.4f;
    struct text_look figure = value_look(layout, 1), label = {.role = TEXT_BODY, .align = ALIGN_START};
    figure.role = TEXT_H3;
    struct box *value = value_box(layout, row->values, &figure, width - indent);
    value->keep_next = true;
    struct box *label_box = text_of_node(layout, row->label, width - indent, &label);
    if (label_box)
        label_box->before = label_box->after = 0;
    struct part *part = ARENA_NEW(layout->arena, struct part);
    part->words = stack_of(layout, width - indent, value, label_box);
    part->index = index;
    part->indent = indent;
    part->side = side;
    part->down = (value->height - side) / 2;
    part->box = (struct box){.ops = &ops, .width = width, .height = part->words->height};
    return &part->box;
}

static struct box *parts_box(struct layout *layout, const struct chart *chart, float width)
{
    struct box_list list = {0};
    struct text_look label = {.role = TEXT_LEAD, .align = ALIGN_START};
    if (chart->row_count == 1)
        return text_of_node(layout, chart->rows->label, width, &label);
    for (size_t i = 0; i < chart->row_count; i++) {
        struct box *part = part_box(layout, &chart->rows[i], i, width);
        part->before = part->after = layout->sheet->gap * 0.8f;
        box_list_add(layout, &list, part);
    }
    return stack_create(layout, &list, width);
}

#define RING_SIZE  11    /* ems: the ring's diameter */
#define RING_SHARE 0.42f /* of the width, at most */
#define NARROWEST  18    /* ems, for words beside the ring */

struct box *donut_box(struct layout *layout, const struct chart *chart, float width)
{
    float size = layout->sheet->size[TEXT_BODY], gutter = layout->sheet->gutter * 1.5f;
    bool beside = width > NARROWEST * size;
    float most = beside ? width * RING_SHARE : width;
    struct box *ring = ring_box(layout, chart, RING_SIZE * size < most ? RING_SIZE * size : most);
    float room = beside ? width - ring->width - gutter : width;
    struct box *parts = parts_box(layout, chart, room), *names = names_line(layout, chart, room);
    struct box *words = stack_of(layout, room, names, parts);
    if (!beside || !words)
        return stack_of(layout, width, ring, words);
    struct box_list cells = {0};
    box_list_add(layout, &cells, ring);
    box_list_add(layout, &cells, words);
    return row_create(layout, &cells, gutter, ROW_MIDDLE);
}
