/* verdict.h - cards that are compared: each with a ground, a name and a sign of its own. */
#ifndef LAYOUT_VERDICT_H
#define LAYOUT_VERDICT_H

#include "layout/marker.h"
#include "layout/text.h"

/* What differs between the cards. */
struct verdict {
    enum marker_shape shape;
    enum theme_role role;
};
extern const struct verdict verdict_good, verdict_bad;
extern const struct verdict verdict_plain[2]; /* neither is better */

/* The ground of a card, and what stands on it. */
struct verdict_look {
    const struct verdict *verdict;
    const struct palette *palette, *outer;
    struct card_style style;
    struct marker marker;
    float inner; /* the content's width */
};

/* Opens a card: what is laid out until verdict_close() stands on its ground. */
struct verdict_look verdict_open(struct layout *layout, const struct verdict *verdict, float width);
/* The name of a card, led by its sign: the inlines of `name`, or else `words`. */
struct box *verdict_head(struct layout *layout, const struct verdict_look *look, const struct node *name,
                         const char *words, struct place place);
/* The card; `head` and `body` may be NULL. */
struct box *verdict_close(struct layout *layout, const struct verdict_look *look, struct box *head,
                          struct box *body, float width, struct place place);

#endif
