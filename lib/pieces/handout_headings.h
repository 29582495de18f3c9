/* handout_headings.h - the headings of a handout's sections, with the space around them. `hang` is the margin
 * column at the left of the text, in which icons stand. NULL when a heading holds no words. */
#ifndef PIECES_HANDOUT_HEADINGS_H
#define PIECES_HANDOUT_HEADINGS_H

#include "layout/box.h"

struct box *part_heading(struct layout *layout, const struct node *heading, float width);
/* The icon hangs in the margin column, so that the text keeps one left edge. */
struct box *topic_heading(struct layout *layout, const struct node *section, float hang, float width);
struct box *minor_heading(struct layout *layout, const struct node *heading, float hang, float width);

#endif
