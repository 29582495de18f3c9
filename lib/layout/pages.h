/* pages.h - a tall box cut to pages. */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include "base/vector.h"
#include "layout/box.h"

struct page_list {
    VECTOR(const struct box *) boxes; /* one a page */
    VECTOR(const struct box *) notes; /* the same: what stands at its foot, NULL for nothing */
    size_t forced;                    /* boxes cut against their rules of taste, or too tall to be */
    float notes_width;                /* 0: footnotes are somebody else's business */
    float turned_room;                /* of a page turned on its side (box.h); any where none is */
    const struct box *spilled; /* the first that is taller than its page and can't be cut; NULL: none */
};

/* How tall notes at the foot of a page are, with the space above them; 0 for NULL. */
float notes_height(const struct box *notes);

/* Cuts `content` into boxes at most `room` tall with their notes, the first at most `first_room`. A note
 * stands on the page that calls it; one too long for that goes on at the foot of the next. A first page with
 * less room than others isn't turned: it stays empty where the content begins turned. NULL content gives
 * no pages. Past LIMIT_PAGES it is reported and false. */
bool pages_cut(struct layout *layout, const struct box *content, float first_room, float room,
               struct page_list *pages);
/* False, and an error, when a box spills over its page. */
bool pages_hold(struct layout *layout, const struct page_list *pages);

#endif
