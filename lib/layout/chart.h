/* chart.h - charts: what chart.c, which reads and marks them, and chart_KIND.c, which draw them, share. */
#ifndef LAYOUT_CHART_H
#define LAYOUT_CHART_H

#include "guide/chart.h"
#include "layout/text.h"

/* A chart's own box: everything it shows but its title and source. */
struct box *bars_box(struct layout *layout, const struct chart *chart, float width);
struct box *donut_box(struct layout *layout, const struct chart *chart, float width);
struct box *lines_box(struct layout *layout, const struct chart *chart, float width);
struct box *progress_box(struct layout *layout, const struct chart *chart, float width);
struct box *people_box(struct layout *layout, const struct chart *chart, float width);

/* A bar filled so far: a share of the whole, 0 to 1. */
struct box *gauge_box(struct layout *layout, double share, float width, float height);
/* So many figures of all that stand for a whole. */
struct crowd_size {
    unsigned filled, total;
    bool exact; /* nothing was rounded */
};
/* Of a share (quantity_share): "4 in 10" and such as they are, else rounded to tenths. */
struct crowd_size crowd_size_of(const struct quantity *quantity);
/* The figures in one row, at most as wide and as tall. */
struct box *crowd_box(struct layout *layout, const struct crowd_size *size, float width, float height);

/* The bold look of values, and one as a box as wide as its text, or as `most`. */
struct text_look value_look(const struct layout *layout, float scale);
struct box *value_box(struct layout *layout, const struct chart_value *value, const struct text_look *look,
                      float most);
/* The widest value of the chart on one line. */
float widest_value(struct layout *layout, const struct chart *chart, const struct text_look *look);
/* The names of a table's columns, small, above what they name: the first at the left, the others from `left`
 * on. NULL: it has none. */
struct box *names_box(struct layout *layout, const struct chart *chart, float left, float width);
/* The same on one line where there is room for it. */
struct box *names_line(struct layout *layout, const struct chart *chart, float width);
/* The colour of series `index`, below CHART_MOST_SERIES: each at a contrast of 3 with the ground; names stand
 * beside them, so that nobody has to tell colours apart. */
struct colour series_colour(const struct layout *layout, size_t index);
/* What of a whole is not filled. */
struct colour track_colour(const struct layout *layout);
/* A quieter colour than the accent, for what is not the point. */
struct colour quiet_colour(const struct layout *layout);

#endif
