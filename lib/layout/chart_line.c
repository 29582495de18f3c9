/* chart_line.c - lines over time, from zero, named at their ends. One line has its values at its points; of
 * several they stand in rows below, under the times they belong to. */
#include "layout/chart.h"
#include <math.h>

/* A text at its place in the plot. */
struct caption {
    const struct box *box;
    float x, y;
    bool covers; /* a line that runs behind it is interrupted */
};

struct plot {
    struct box box;
    const struct chart *chart;
    const float *xs;          /* of each row's points, from the box's left */
    float top, bottom, right; /* of the plot: the largest value, zero; where the axis ends */
    float sample, first_row,
        row_height; /* several lines: how wide their signs are, where their values stand */
    float size;     /* of body text */
    VECTOR(struct caption) captions;
};

static float height_at(const struct plot *plot, const struct chart_value *value)
{
    double share = value->quantity.value / plot->chart->most;
    return plot->bottom - (float)share * (plot->bottom - plot->top);
}

/* ---- Drawing ---- */

/* Told apart without colours: whole, dashed, dotted, long dashes. */
static struct stroke line_stroke(const struct layout *layout, float size, size_t index)
{
    static const float dashes[CHART_MOST_SERIES][2] = {{0, 0}, {0.55f, 0.35f}, {0.15f, 0.3f}, {1.1f, 0.35f}};
    return (struct stroke){.colour = series_colour(layout, index),
                           .width = size * 0.2f,
                           .dash = dashes[index][0] * size,
                           .gap = dashes[index][1] * size};
}

/* A point, and the line to the next one where both are known. */
static void put_point(struct layout *layout, const struct plot *plot, size_t row, size_t series, float x,
                      float y)
{
    const struct chart_value *value = &plot->chart->rows[row].values[series], *next = value;
    struct stroke stroke = line_stroke(layout, plot->size, series);
    if (row + 1 < plot->chart->row_count)
        next = &plot->chart->rows[row + 1].values[series];
    float at = x + plot->xs[row], high = y + height_at(plot, value);
    if (next != value && next->known)
        scene_stroke(layout->builder,
                     path_line(layout->builder, at, high, x + plot->xs[row + 1], y + height_at(plot, next)),
                     stroke);
    scene_fill(layout->builder, path_circle(layout->builder, at, high, plot->size * 0.26f), stroke.colour);
}

static void put_series(struct layout *layout, const struct plot *plot, size_t series, float x, float y)
{
    for (size_t row = 0; row < plot->chart->row_count; row++)
        if (plot->chart->rows[row].values[series].known)
            put_point(layout, plot, row, series, x, y);
    float middle = y + plot->first_row + plot->row_height * ((float)series + 0.5f);
    if (plot->sample > 0)
        scene_stroke(layout->builder, path_line(layout->builder, x, middle, x + plot->sample * 0.75f, middle),
                     line_stroke(layout, plot->size, series));
}

static void plot_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct plot *plot = (const struct plot *)box;
    struct scene_builder *builder = layout->builder;
    scene_stroke(builder, path_line(builder, x, y + plot->bottom, x + plot->right, y + plot->bottom),
                 (struct stroke){.colour = layout->palette->muted, .width = 0.75f});
    for (size_t series = plot->chart->series_count; series-- > 0;)
        put_series(layout, plot, series, x, y);
    for (size_t i = 0; i < plot->captions.count; i++) {
        const struct caption *caption = &plot->captions.at[i];
        struct rect behind = {x + caption->x, y + caption->y + caption->box->height * 0.15f,
                              caption->box->width, caption->box->height * 0.7f};
        if (caption->covers)
            scene_fill(builder, path_rect(builder, behind), layout->palette->ground);
        box_draw(layout, caption->box, x + caption->x, y + caption->y);
    }
}

/* ---- Measures ---- */

static struct text_look small_look(const struct layout *layout, bool bold)
{
    return (struct text_look){
        .role = TEXT_SMALL, .bold = bold, .tabular = true, .colour = layout->palette->ink};
}

/* What stands under or over one point needs as much. */
static float widest_cell(struct layout *layout, const struct chart *chart)
{
    struct text_look label = small_look(layout, false), value = small_look(layout, true);
    float widest = widest_value(layout, chart, &value);
    for (size_t i = 0; i < chart->row_count; i++)
        widest = fmaxf(widest, text_widths(layout, chart->rows[i].label, &label).natural);
    return widest + layout->sheet->size[TEXT_SMALL] * 0.4f;
}

/* The number that a label begins with; false where it is none. */
static bool time_of(struct layout *layout, const struct node *label, double *time)
{
    const char *text = node_plain_text(layout->arena, label);
    *time = 0;
    if (*text < '0' || *text > '9')
        return false;
    for (; *text >= '0' && *text <= '9'; text++)
        *time = *time * 10 + (*text - '0');
    return true;
}

/* Places from 0 to 1: as far apart as the times are where these are numbers that grow, else evenly. */
static float *places(struct layout *layout, const struct chart *chart, float *closest)
{
    size_t count = chart->row_count;
    float *at = ARENA_ARRAY(layout->arena, float, count), even = 1 / (float)(count - 1);
    double *times = ARENA_ARRAY(layout->arena, double, count);
    bool grow = true;
    for (size_t i = 0; i < count; i++)
        grow =
            time_of(layout, chart->rows[i].label, &times[i]) && (i == 0 || times[i] > times[i - 1]) && grow;
    *closest = even;
    for (size_t i = 0; i < count; i++) {
        at[i] = grow ? (float)((times[i] - times[0]) / (times[count - 1] - times[0])) : (float)i * even;
        if (i > 0 && at[i] - at[i - 1] < *closest)
            *closest = at[i] - at[i - 1];
    }
    return at;
}

/* ---- Words ---- */

static void add_caption(struct layout *layout, struct plot *plot, struct box *box, float x, float y)
{
    if (box)
        *VECTOR_ADD(layout->arena, &plot->captions) = (struct caption){box, x, y, false};
}

static void add_value(struct layout *layout, struct plot *plot, const struct chart_value *value, float x,
                      float y, bool above)
{
    struct text_look look = small_look(layout, true);
    struct box *box = value_box(layout, value, &look, HUGE_VALF);
    add_caption(layout, plot, box, x - box->width / 2, above ? y - box->height : y);
    plot->captions.at[plot->captions.count - 1].covers = above;
}

static void add_times(struct layout *layout, struct plot *plot, float cell)
{
    struct text_look look = small_look(layout, false);
    look.align = ALIGN_CENTRE;
    for (size_t i = 0; i < plot->chart->row_count; i++)
        add_caption(layout, plot, text_of_node(layout, plot->chart->rows[i].label, cell, &look),
                    plot->xs[i] - cell / 2, plot->bottom + plot->size * 0.3f);
}

static void add_values(struct layout *layout, struct plot *plot)
{
    const struct chart *chart = plot->chart;
    for (size_t series = 0; series < chart->series_count; series++)
        for (size_t i = 0; i < chart->row_count; i++) {
            const struct chart_value *value = &chart->rows[i].values[series];
            bool above = plot->sample <= 0;
            float y = value->known ? height_at(plot, value) : plot->bottom;
            if (above)
                add_value(layout, plot, value, plot->xs[i], y - plot->size * 0.35f, true);
            else
                add_value(layout, plot, value, plot->xs[i],
                          plot->first_row + plot->row_height * (float)series, false);
        }
}

/* Where a line ends. */
static float end_of(const struct plot *plot, size_t series)
{
    for (size_t i = plot->chart->row_count; i-- > 0;)
        if (plot->chart->rows[i].values[series].known)
            return height_at(plot, &plot->chart->rows[i].values[series]);
    return plot->bottom;
}

/* Names at the lines' ends, from the top, none on another: one that finds its place taken stands below. */
static void add_names(struct layout *layout, struct plot *plot, float width)
{
    const struct node *names[CHART_MOST_SERIES] = {0};
    size_t count = plot->chart->series_count, order[CHART_MOST_SERIES];
    const struct node *name = plot->chart->names ? plot->chart->names->first->next : NULL;
    for (size_t i = 0; i < count; i++, name = name ? name->next : NULL) {
        size_t at = i;
        names[i] = name;
        for (; at > 0 && end_of(plot, order[at - 1]) > end_of(plot, i); at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    float free = 0;
    for (size_t i = 0; i < count; i++) {
        struct text_look look = small_look(layout, true);
        look.colour = colour_readable(series_colour(layout, order[i]), layout->palette->ground, 4.5f);
        look.align = ALIGN_START;
        struct box *box = names[order[i]] ? text_of_node(layout, names[order[i]], width, &look) : NULL;
        if (!box)
            continue;
        float y = fmaxf(end_of(plot, order[i]) - box->height / 2, free);
        add_caption(layout, plot, box, plot->right + plot->size * 0.5f, y);
        free = y + box->height;
    }
}

#define NAMES_SHARE 0.3f /* of the width, for the lines' names */

static float names_width(struct layout *layout, const struct chart *chart, float width)
{
    struct text_look look = small_look(layout, true);
    float widest = 0;
    const struct node *name = chart->names ? chart->names->first->next : NULL;
    for (; name && chart->series_count > 1; name = name->next)
        widest = fmaxf(widest, text_widths(layout, name, &look).natural + 1);
    return fminf(widest, width * NAMES_SHARE);
}

static float lowest_caption(const struct plot *plot)
{
    float lowest = plot->bottom;
    for (size_t i = 0; i < plot->captions.count; i++)
        lowest = fmaxf(lowest, plot->captions.at[i].y + plot->captions.at[i].box->height);
    return lowest;
}

static const float plot_heights[MEDIUM_COUNT] = {
    [MEDIUM_PAPER] = 8, [MEDIUM_SLIDE] = 6, [MEDIUM_PHONE] = 8}; /* ems */

static struct box *plot_box(struct layout *layout, const struct chart *chart, float width)
{
    static const struct box_ops ops = {.draw = plot_draw};
    bool several = chart->series_count > 1;
    float size = layout->sheet->size[TEXT_BODY], line = layout->sheet->size[TEXT_SMALL] * 1.5f;
    float cell = widest_cell(layout, chart), ends = names_width(layout, chart, width), closest;
    struct plot *plot = ARENA_NEW(layout->arena, struct plot);
    float *at = places(layout, chart, &closest);
    plot->sample = several ? size * 2 : 0;
    plot->right = width - (several ? ends + size * 0.5f : 0);
    float room = plot->right - plot->sample - cell;
    if (closest * room < cell)
        return NULL;
    for (size_t i = 0; i < chart->row_count; i++)
        at[i] = plot->sample + cell / 2 + at[i] * room;
    plot->xs = at;
    plot->chart = chart;
    plot->size = size;
    plot->top = line + size * 0.4f;
    plot->bottom = plot->top + plot_heights[layout->sheet->medium] * size;
    plot->row_height = line;
    plot->box = (struct box){.ops = &ops, .width = width};
    add_times(layout, plot, cell);
    plot->first_row = lowest_caption(plot) + size * 0.2f;
    if (several)
        add_names(layout, plot, ends);
    add_values(layout, plot);
    plot->box.height = lowest_caption(plot);
    return &plot->box;
}

struct box *lines_box(struct layout *layout, const struct chart *chart, float width)
{
    struct box *plot = plot_box(layout, chart, width);
    if (!plot)
        return bars_box(layout, chart, width); /* no room for the words */
    return stack_of(layout, width, names_line(layout, chart, width), plot);
}
