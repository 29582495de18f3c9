/* handout_columns.h - a handout's text in two columns. Headings of parts, and blocks that need it, span both:
 * what stands above them is read to its end first, and balanced. */
#ifndef PIECES_HANDOUT_COLUMNS_H
#define PIECES_HANDOUT_COLUMNS_H

#include "layout/column_run.h"

/* Adds the boxes of `first` and its siblings; the heading of `title` (may be NULL) stands elsewhere. */
void columns_add(struct layout *layout, struct box_list *list, const struct node *first,
                 const struct node *title, const struct column_look *look);

#endif
