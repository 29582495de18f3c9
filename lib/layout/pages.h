/* pages.h - a tall box cut to pages. */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include "base/vector.h"
#include "layout/box.h"

struct page_list {
    VECTOR(const struct box *) boxes; /* one a page */
};

/* Cuts `content` into boxes at most `room` tall, the first at most `first_room`. NULL content gives no pages.
 * Past LIMIT_PAGES it is reported and false. */
bool pages_cut(struct layout *layout, const struct box *content, float first_room, float room,
               struct page_list *pages);

#endif
