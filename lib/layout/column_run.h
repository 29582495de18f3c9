/* column_run.h - a run of text in two columns of about one height: read down the left one, then the right
 * one, and only then what stands below both. */
#ifndef LAYOUT_COLUMN_RUN_H
#define LAYOUT_COLUMN_RUN_H

#include "layout/box.h"

struct column_look {
    float width;  /* of both columns and what is between them */
    float gutter; /* between them */
    float page;   /* the tallest that a column may get: a taller run is cut to pages */
};
float column_width(const struct column_look *look);

/* `content` is as wide as a column. A part of it that fits on a page stands in columns that are balanced.
 * NULL when it is too short to be divided: then it is better set across both. */
struct box *column_run_create(struct layout *layout, const struct box *content,
                              const struct column_look *look);

#endif
