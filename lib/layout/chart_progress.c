/* chart_progress.c - shares of a whole, each as a bar filled so far, its words and value above. */
#include "layout/chart.h"

struct gauge {
    struct box box;
    float share; /* 0 to 1 */
};

static void gauge_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct gauge *gauge = (const struct gauge *)box;
    struct scene_builder *builder = layout->builder;
    float radius = box->height / 2, wide = box->width * gauge->share;
    struct rect whole = {x, y, box->width, box->height};
    struct rect part = {x, y, wide > box->height ? wide : box->height, box->height};
    scene_fill(builder, path_rounded(builder, whole, radius), track_colour(layout));
    if (gauge->share > 0)
        scene_fill(builder, path_rounded(builder, part, radius), layout->palette->accent);
}

struct box *gauge_box(struct layout *layout, double share, float width, float height)
{
    static const struct box_ops ops = {.draw = gauge_draw};
    struct gauge *gauge = ARENA_NEW(layout->arena, struct gauge);
    gauge->share = (float)share;
    gauge->box =
        (struct box){.ops = &ops, .width = width, .height = height, .before = layout->sheet->gap * 0.4f};
    return &gauge->box;
}

/* A label with its value at the right end. */
static struct box *words_row(struct layout *layout, const struct chart_row *row, bool alone, float width)
{
    struct text_look look = value_look(layout, 1), label = {.role = TEXT_BODY, .align = ALIGN_START};
    look.role = alone ? TEXT_H1 : TEXT_H3;
    look.colour = layout->palette->accent;
    float gutter = layout->sheet->gutter;
    struct box *value = value_box(layout, row->values, &look, width * 0.5f);
    struct box *words = text_of_node(layout, row->label, width - value->width - gutter, &label);
    struct box_list cells = {0};
    box_list_add(layout, &cells, words ? words : space_create(layout, width - value->width - gutter, 0));
    box_list_add(layout, &cells, value);
    struct box *box = row_create(layout, &cells, gutter, ROW_MIDDLE);
    box->before = box->after = 0;
    box->keep_next = true;
    return box;
}

struct box *progress_box(struct layout *layout, const struct chart *chart, float width)
{
    struct box_list list = {0};
    box_list_add(layout, &list, names_line(layout, chart, width));
    bool alone = chart->row_count == 1;
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct chart_row *row = &chart->rows[i];
        double share = 0;
        quantity_share(&row->values->quantity, &share);
        struct box *bar =
            gauge_box(layout, share, width, layout->sheet->size[TEXT_BODY] * (alone ? 1.2f : 0.8f));
        struct box *box = stack_of(layout, width, words_row(layout, row, alone, width), bar);
        box->before = box->after = layout->sheet->gap * 1.2f;
        box_list_add(layout, &list, box);
    }
    return stack_create(layout, &list, width);
}
