/* chart_reading.h - the making of a chart, shared by chart*.c. */
#ifndef GUIDE_CHART_READING_H
#define GUIDE_CHART_READING_H

#include "guide/chart.h"

struct reading {
    struct arena *arena;
    struct chart *chart;
    enum number_style style;
    struct chart_problem problem;
};

/* Notes what is wrong; always false. */
bool chart_fail(struct reading *reading, enum finding finding, struct place place, const char *first,
                const char *second);
/* The rows of the node's table or list, as the author put them; false after noting what is wrong. */
bool chart_read_rows(struct reading *reading, const struct node *node);
/* Whether a value beneath came from a fact that brings its source. */
bool chart_has_fact(const struct node *node);
/* Puts the largest first, unless the rows' own order means something. */
void chart_order(struct arena *arena, struct chart *chart, const struct node *node);

#endif
