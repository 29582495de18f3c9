/* parts.h - what several pieces show: the masthead, the imprint, the helpline, and what they stand on. */
#ifndef PIECES_PARTS_H
#define PIECES_PARTS_H

#include "layout/fit.h"
#include "pieces/piece.h"

/* How wide a masthead is, and its promise, which leaves room for a motif beside it. */
struct masthead {
    float width, promise;
    float foot; /* set: how tall the promise is, with the gap above it */
};
/* Kicker, title (marked as the level-1 heading) and one-line promise, as the theme has its titles. NULL when
 * the edition has none of them. */
struct box *masthead_box(struct layout *layout, struct masthead *masthead);
/* A note when fitting made the title smaller. */
void masthead_tell(struct layout *layout, const struct fit *fit);
/* "Sở Giáo dục … · Cập nhật 24/11/2026"; "" when neither is known. */
const char *imprint_string(struct layout *layout);
/* The same, small and muted. NULL when there is neither issuer nor date. */
struct box *imprint_box(struct layout *layout, float width);
/* Whom to call, from the materials: 111, very large (`scale` times the hero's size), and its name in the
 * edition's language. NULL when the materials don't know. */
struct box *helpline_box(struct layout *layout, float width, float scale);
/* The same in a corner: a small line and the number, ending at the right edge. NULL likewise. */
struct box *helpline_badge(struct layout *layout, float width);
/* How much of `width` the number of helpline_box() leaves free beside it. */
float helpline_room(struct layout *layout, float width, float scale);

/* The colours of title slides and picture headers. */
struct palette palette_of_titles(const struct theme *theme);
/* Bars, rules and frames that go with the theme's titles, in a rectangle whose ground is drawn; `unit` is the
 * width of a thick line. */
void titles_trim(struct layout *layout, struct rect within, float unit);

#endif
