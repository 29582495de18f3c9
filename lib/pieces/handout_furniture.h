/* handout_furniture.h - what stands in a page's margins: the short title and the running name of the section
 * at its head, the issuer and the page's number at its foot. All of it is artifacts.
 *
 * The running name is that of the part a page begins in. A page that begins with a part's own heading has
 * none, and the first page only its number (a drop folio). Parts are the guide's highest sections. */
#ifndef PIECES_HANDOUT_FURNITURE_H
#define PIECES_HANDOUT_FURNITURE_H

#include "layout/layout.h"

struct furniture {
    unsigned level;   /* of the headings that begin a part */
    const char *name; /* of the part that the last page ended in; NULL: none yet */
};

struct margins {
    float width, height; /* of the page */
    float margin;        /* on all sides */
};

/* `title`: the section whose heading is the piece's title, which no page is named after; may be NULL. */
struct furniture furniture_create(const struct edition *edition, const struct node *title);
/* After the page's content, whose items are those of the open page from `first` on; pages in their order. */
void furniture_draw(struct layout *layout, struct furniture *furniture, struct margins margins, size_t first,
                    size_t page, size_t pages);

#endif
