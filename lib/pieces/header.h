/* header.h - the head of a picture: the title block on the theme's ground from edge to edge, with its motif.
 */
#ifndef PIECES_HEADER_H
#define PIECES_HEADER_H

#include "layout/box.h"

struct header {
    struct box *box; /* the words; NULL: there are none */
    float width, margin, pad;
    float height; /* of all of it; 0 without words */
    float foot;   /* room for a motif below the title */
};

/* Made with the palette in force, which is that of the theme's titles. `width`: of the picture; `pad`: above
 * and below the words; `least`: the least room for a motif. */
struct header header_make(struct layout *layout, float width, float margin, float pad, float least);
/* Its top left at (x, y); `unit` is the width of a thick line. */
void header_draw(struct layout *layout, const struct header *header, float x, float y, float unit);

#endif
