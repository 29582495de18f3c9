/* parts.h - what several pieces show: the masthead, the imprint, the helpline, the waves of the loudspeaker.
 */
#ifndef PIECES_PARTS_H
#define PIECES_PARTS_H

#include "layout/box.h"
#include "pieces/piece.h"

/* Kicker, title (marked as the level-1 heading) and one-line promise. NULL when the edition has none of them.
 */
struct box *masthead_box(struct layout *layout, float width);
/* "Sở Giáo dục … · Cập nhật 24/11/2026"; "" when neither is known. */
const char *imprint_string(struct layout *layout);
/* The same, small and muted. NULL when there is neither issuer nor date. */
struct box *imprint_box(struct layout *layout, float width);
/* Whom to call, from the materials: 111, very large (`scale` times the hero's size), and its name in the
 * edition's language. NULL when the materials don't know. */
struct box *helpline_box(struct layout *layout, float width, float scale);
/* The same in a corner: a small line and the number, ending at the right edge. NULL likewise. */
struct box *helpline_badge(struct layout *layout, float width);
/* Sound waves around (x, y) within a rectangle: `count` rings, the outermost of radius `reach`. */
void waves_draw(struct layout *layout, struct rect within, float x, float y, float reach, unsigned count);

#endif
