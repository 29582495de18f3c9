/* marker.h - what leads an item: a bullet, a number, a tick box, a circled numeral, an icon in a tile. */
#ifndef LAYOUT_MARKER_H
#define LAYOUT_MARKER_H

#include "layout/box.h"

enum marker_shape {
    MARKER_DOT,
    MARKER_SQUARE,
    MARKER_RING,
    MARKER_DASH,
    MARKER_TEXT,    /* `label`, which ends in a stop, close before the body */
    MARKER_NUMERAL, /* `label` in what the theme numbers with: a disc, a square, a ring, nothing */
    MARKER_BOX,     /* to be ticked */
    MARKER_TICKED,
    MARKER_TICK,  /* do */
    MARKER_CROSS, /* don't */
    MARKER_ICON,  /* `label` names an icon, on what the theme's icons stand on */
    MARKER_SIGN,  /* a triangle: look out */
    MARKER_ARROW, /* do this next */
    MARKER_QUOTE  /* an opening quotation mark */
};

struct marker {
    enum marker_shape shape;
    const char *label;
    struct colour colour;
    float size;     /* of circles, boxes, tiles */
    float indent;   /* from the item's edge to its body */
    float middle;   /* of the shape, from the body's top; 0: the middle of the first line's small letters */
    bool connected; /* a thin line leads on to the next item */
};

/* checklist.c: a box to tick. */
struct marker tick_marker(const struct layout *layout, bool ticked);

/* A body led by a marker on its first line. `width` is the whole item's; the body has width - marker->indent.
 * Marked as a list item when `mark` is given. The first part of a cut item keeps the marker. Where the
 * body's first line begins at the right, so does the item. */
struct box *item_create(struct layout *layout, const struct marker *marker, struct box *body, float width,
                        struct place place, enum mark_type mark);

/* The icon a section has; NULL when it has none, or asks for one there isn't (reported). */
const char *icon_wanted(struct layout *layout, const struct node *section);
/* Draws a named icon into a square; false when there is none of that name. */
bool icon_draw(struct layout *layout, const char *name, float x, float y, float size, struct colour colour);
/* The same on what the theme's icons stand on: a tile, a disc, an outline, nothing. */
void icon_tile_draw(struct layout *layout, const char *name, float x, float y, float size,
                    struct colour colour);

#endif
