/* chart_people.c - shares as so many of ten figures in a row ("4 in 10"), with their words. */
#include "layout/chart.h"
#include <math.h>

#define TEN        10
#define MOST_DRAWN 12    /* figures: a whole of up to as many is drawn as it is */
#define SLIM       0.5f  /* a figure's width, of its height */
#define APART      0.14f /* between figures, of their height */

struct crowd {
    struct box box;
    unsigned filled, total;
};

/* A head above shoulders that end in a straight hem. */
static void put_figure(struct layout *layout, float x, float y, float height, bool filled)
{
    struct scene_builder *builder = layout->builder;
    float head = height * 0.15f, wide = height * SLIM, line = height * 0.035f;
    float inset = filled ? 0 : line / 2;
    struct path parts[2] = {path_circle(builder, x + wide / 2, y + head, head - inset),
                            path_rounded(builder,
                                         (struct rect){x + inset, y + height * 0.36f + inset,
                                                       wide - 2 * inset, height * 0.64f - 2 * inset},
                                         wide * 0.4f)};
    for (size_t i = 0; i < 2; i++)
        if (filled)
            scene_fill(builder, parts[i], layout->palette->accent);
        else
            scene_stroke(builder, parts[i],
                         (struct stroke){.colour = layout->palette->accent, .width = line});
}

static void crowd_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct crowd *crowd = (const struct crowd *)box;
    for (unsigned i = 0; i < crowd->total; i++)
        put_figure(layout, x + (float)i * box->height * (SLIM + APART), y, box->height, i < crowd->filled);
}

struct box *crowd_box(struct layout *layout, const struct crowd_size *size, float width, float height)
{
    static const struct box_ops ops = {.draw = crowd_draw};
    struct crowd *crowd = ARENA_NEW(layout->arena, struct crowd);
    float steps = (float)size->total * (SLIM + APART) - APART;
    crowd->filled = size->filled;
    crowd->total = size->total;
    height = steps * height > width ? width / steps : height;
    crowd->box = (struct box){.ops = &ops, .width = steps * height, .height = height};
    return &crowd->box;
}

struct crowd_size crowd_size_of(const struct quantity *quantity)
{
    double share = 0;
    quantity_share(quantity, &share);
    bool small = quantity->of >= 2 && quantity->of <= MOST_DRAWN && quantity->decimals == 0;
    unsigned total = small ? quantity->of : TEN;
    double exact = share * total;
    return (struct crowd_size){
        .filled = (unsigned)lround(exact), .total = total, .exact = fabs(exact - round(exact)) < 1e-9};
}

/* "khoảng 4 trong 10", where the value doesn't say it; never none or all of them for some. */
static const char *in_ten(struct layout *layout, const struct quantity *quantity)
{
    struct crowd_size size = crowd_size_of(quantity);
    unsigned count = size.filled;
    enum word about = size.exact ? WORD_that_is : WORD_about;
    if (quantity->of == size.total)
        return NULL;
    if (!size.exact && (count == 0 || count == size.total)) {
        about = count == 0 ? WORD_fewer : WORD_more;
        count = count == 0 ? 1 : count - 1;
    }
    return arena_format(layout->arena, "%s %u %s %u", layout_word(layout, about), count,
                        layout_word(layout, WORD_out_of), size.total);
}

static struct box *words_box(struct layout *layout, const struct chart_row *row, float width)
{
    struct text_look figure = value_look(layout, 1), label = {.role = TEXT_BODY, .align = ALIGN_START},
                     small = {.role = TEXT_SMALL, .colour = layout->palette->muted};
    figure.role = TEXT_H2;
    figure.colour = layout->palette->accent;
    struct box_list parts = {0};
    struct box *value = value_box(layout, row->values, &figure, width);
    struct box *words = text_of_node(layout, row->label, width, &label);
    struct box *rounded = text_of_string(layout, in_ten(layout, &row->values->quantity), width, &small);
    if (words)
        words->before = words->after = 0;
    if (rounded)
        rounded->before = layout->sheet->gap * 0.2f;
    box_list_add(layout, &parts, value);
    box_list_add(layout, &parts, words);
    box_list_add(layout, &parts, rounded);
    return stack_create(layout, &parts, width);
}

#define CROWD_SHARE 0.5f /* of a wide chart, for the figures */
#define WIDE        28   /* ems, for words beside them */
#define TALL        4    /* ems, of a figure */

static struct box *row_box(struct layout *layout, const struct chart_row *row, float left, float width)
{
    float size = layout->sheet->size[TEXT_BODY], gutter = layout->sheet->gutter * 1.2f;
    struct crowd_size people = crowd_size_of(&row->values->quantity);
    struct box *crowd = crowd_box(layout, &people, left > 0 ? left : width, size * TALL);
    crowd->keep_next = true;
    crowd->after = layout->sheet->gap * 0.5f;
    if (left <= 0)
        return stack_of(layout, width, crowd, words_box(layout, row, width));
    struct box_list cells = {0};
    box_list_add(layout, &cells, indent_create(layout, crowd, 0, left));
    box_list_add(layout, &cells, words_box(layout, row, width - left - gutter));
    return row_create(layout, &cells, gutter, ROW_MIDDLE);
}

/* The widest row of figures, where words stand beside them; 0: they stand below. */
static float crowds_width(struct layout *layout, const struct chart *chart, float width)
{
    float size = layout->sheet->size[TEXT_BODY], widest = 0;
    for (size_t i = 0; i < chart->row_count && width > WIDE * size; i++) {
        struct crowd_size people = crowd_size_of(&chart->rows[i].values->quantity);
        float own = crowd_box(layout, &people, width * CROWD_SHARE, size * TALL)->width;
        widest = own > widest ? own : widest;
    }
    return widest;
}

struct box *people_box(struct layout *layout, const struct chart *chart, float width)
{
    struct box_list list = {0};
    box_list_add(layout, &list, names_line(layout, chart, width));
    float left = crowds_width(layout, chart, width);
    for (size_t i = 0; i < chart->row_count; i++) {
        struct box *box = row_box(layout, &chart->rows[i], left, width);
        box->before = box->after = layout->sheet->gap * 1.6f;
        box_list_add(layout, &list, box);
    }
    return stack_create(layout, &list, width);
}
