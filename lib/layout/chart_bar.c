/* chart_bar.c - horizontal bars from zero, each with its label at its left or above, and its value at its
 * end. Several series stand in groups. */
#include "layout/chart.h"

struct bar {
    struct box box;
    const struct box *label, *value; /* the label may be NULL */
    bool again;                      /* the label was drawn above already */
    float left;                      /* where bars begin, from the box's left */
    float length, thick, middle;     /* of the bar; its middle from the box's top */
    float value_gap;
    struct colour colour;
};

static void bar_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct bar *bar = (const struct bar *)box;
    struct rect rect = {x + bar->left, y + bar->middle - bar->thick / 2, bar->length, bar->thick};
    if (bar->label)
        (bar->again ? box_draw_again : box_draw)(layout, bar->label, x,
                                                 y + bar->middle - bar->label->height / 2);
    if (bar->length > 0)
        scene_fill(layout->builder, path_bar(layout->builder, rect, bar->thick * 0.22f), bar->colour);
    box_draw(layout, bar->value, rect.x + bar->length + bar->value_gap,
             y + bar->middle - bar->value->height / 2);
}

/* What all bars of a chart share. */
struct bars {
    const struct chart *chart;
    float width, left, room; /* bars begin at `left`; the longest takes `room` */
    float thick, gap;        /* of a bar; between it and its words */
    float value_width;
    struct text_look label, value;
};

static struct bar *bar_make(struct layout *layout, const struct bars *bars, const struct node *label,
                            const struct chart_value *value, struct colour colour)
{
    static const struct box_ops ops = {.draw = bar_draw};
    struct bar *bar = ARENA_NEW(layout->arena, struct bar);
    bar->label =
        bars->left > 0 && label ? text_of_node(layout, label, bars->left - bars->gap, &bars->label) : NULL;
    bar->value = value_box(layout, value, &bars->value, bars->value_width);
    bar->left = bars->left;
    bar->thick = bars->thick;
    bar->value_gap = value->known ? bars->gap * 0.8f : 0;
    bar->length = value->known ? bars->room * (float)(value->quantity.value / bars->chart->most) : 0;
    bar->colour = colour;
    float height = bars->thick;
    if (bar->label && bar->label->height > height)
        height = bar->label->height;
    if (bar->value->height > height)
        height = bar->value->height;
    bar->middle = height / 2;
    bar->box = (struct box){.ops = &ops, .width = bars->width, .height = height};
    return bar;
}

/* ---- Labels beside or above ---- */

#define WIDEST_LABELS 0.38f /* of the width, for labels at the bars' left */
#define LABEL_LINES   2.2f  /* a label that needs more there stands above its bar */
#define NARROWEST     20    /* ems, for labels beside */

static float widest_label(struct layout *layout, const struct chart *chart, const struct text_look *look,
                          float *minimum)
{
    float widest = 0;
    *minimum = 0;
    bool several = chart->series_count > 1;
    size_t count = several ? chart->series_count : chart->row_count;
    const struct node *name = several && chart->names ? chart->names->first->next : NULL;
    for (size_t i = 0; i < count; i++, name = name ? name->next : NULL) {
        const struct node *label = several ? name : chart->rows[i].label;
        if (!label)
            continue;
        struct paragraph_widths own = text_widths(layout, label, look);
        widest = own.natural > widest ? own.natural : widest;
        *minimum = own.minimum > *minimum ? own.minimum : *minimum;
    }
    return widest;
}

/* Where bars begin: behind their labels, or at the left when these stand above. */
static float bars_left(struct layout *layout, const struct bars *bars)
{
    float minimum, widest = widest_label(layout, bars->chart, &bars->label, &minimum);
    float most = bars->width * WIDEST_LABELS, size = layout->sheet->size[TEXT_BODY];
    if (widest <= 0 || bars->width < NARROWEST * size || widest > most * LABEL_LINES || minimum > most)
        return 0;
    return (widest < most ? widest + 1 : most) + bars->gap;
}

static struct box *label_above(struct layout *layout, const struct node *label, const struct text_look *look,
                               float width)
{
    struct box *box = text_of_node(layout, label, width, look);
    if (!box)
        return NULL;
    box->keep_next = true;
    box->before = 0;
    box->after = layout->sheet->gap * 0.15f;
    return box;
}

/* ---- Rows and groups ---- */

/* The largest stands out; where order means something, all are alike. */
static struct colour row_colour(const struct layout *layout, const struct chart *chart, size_t index)
{
    bool alike = chart->ordinal || chart->row_count < 3;
    return alike || index == 0 ? layout->palette->accent : quiet_colour(layout);
}

static void add_row(struct layout *layout, struct box_list *list, const struct bars *bars, size_t index)
{
    const struct chart_row *row = &bars->chart->rows[index];
    struct bar *bar = bar_make(layout, bars, row->label, row->values, row_colour(layout, bars->chart, index));
    struct box *above = bars->left > 0 ? NULL : label_above(layout, row->label, &bars->label, bars->width);
    struct box *box = stack_of(layout, bars->width, above, &bar->box);
    box->before = box->after = layout->sheet->gap * (above ? 1.1f : 0.75f);
    box_list_add(layout, list, box);
}

/* A row of several series: its label, then a bar of each, led by the series' name or, in narrow columns,
 * below it. */
static void add_group(struct layout *layout, struct box_list *list, const struct bars *bars, size_t index)
{
    const struct chart_row *row = &bars->chart->rows[index];
    const struct node *name = bars->chart->names ? bars->chart->names->first->next : NULL;
    struct text_look bold = {.role = TEXT_BODY, .bold = true, .align = ALIGN_START};
    struct box_list parts = {0};
    box_list_add(layout, &parts, label_above(layout, row->label, &bold, bars->width));
    for (size_t i = 0; i < bars->chart->series_count; i++, name = name ? name->next : NULL) {
        struct colour colour = series_colour(layout, i);
        struct bar *bar = bar_make(layout, bars, name, &row->values[i], colour);
        struct box *above =
            bars->left > 0 || !name ? NULL : label_above(layout, name, &bars->label, bars->width);
        bar->again = index > 0;
        bar->box.keep_next = i + 1 < bars->chart->series_count;
        box_list_add(layout, &parts, above && index > 0 ? again_create(layout, above) : above);
        box_list_add(layout, &parts, &bar->box);
    }
    struct box *group = stack_create(layout, &parts, bars->width);
    group->before = group->after = layout->sheet->gap * 0.9f;
    box_list_add(layout, list, group);
}

#define FEW_ROWS 5

struct box *bars_box(struct layout *layout, const struct chart *chart, float width)
{
    float size = layout->sheet->size[TEXT_BODY];
    bool several = chart->series_count > 1, few = chart->row_count <= FEW_ROWS;
    struct bars bars = {.chart = chart,
                        .width = width,
                        .thick = size * (several ? 0.9f
                                         : few   ? 1.7f
                                                 : 1.25f),
                        .gap = size * 0.6f,
                        .label = {.role = several ? TEXT_SMALL : TEXT_BODY, .align = ALIGN_START},
                        .value = value_look(layout, 1)};
    if (several)
        bars.value.role = TEXT_SMALL;
    bars.left = bars_left(layout, &bars);
    float widest = widest_value(layout, chart, &bars.value), room = width - bars.left;
    bars.value_width = widest < room * 0.45f ? widest : room * 0.45f;
    bars.room = room - bars.value_width - bars.gap;
    struct box_list rows = {0};
    struct box *names = names_box(layout, chart, bars.left, width);
    if (names)
        names->keep_next = true;
    box_list_add(layout, &rows, names);
    for (size_t i = 0; i < chart->row_count; i++)
        (several ? add_group : add_row)(layout, &rows, &bars, i);
    return stack_create(layout, &rows, width);
}
