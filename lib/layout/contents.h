/* contents.h - a table of contents: headings with the numbers of their pages.
 *
 * A number takes the same room whatever it is, so the list is laid out first and told the numbers when the
 * pages are cut. */
#ifndef LAYOUT_CONTENTS_H
#define LAYOUT_CONTENTS_H

#include "layout/pages.h"

struct contents;

/* The headings down to `levels` below `document`, but for `title`, a section whose heading isn't shown.
 * NULL when there are none. */
struct contents *contents_create(struct layout *layout, const struct node *document, const struct node *title,
                                 unsigned levels, float width);
struct box *contents_box(struct contents *contents);
/* Finds each heading on its page; the first page has number 1. */
void contents_number(struct layout *layout, struct contents *contents, const struct page_list *pages);

#endif
