/* motif.h - flat drawings of our own beside titles: waves, bubbles, a shield … Which one is the theme's
 * choice. They are decoration: artifacts, in tints of the ground they stand on. */
#ifndef PIECES_MOTIF_H
#define PIECES_MOTIF_H

#include "layout/box.h"

#define MOTIF_WIDTH  160.0f /* the square units that motifs are drawn on */
#define MOTIF_HEIGHT 120.0f

/* What motifs are made of. Those that are outlines lie in a unit square (motif_shapes.c). */
enum motif_shape {
    SHAPE_DISC,
    SHAPE_BOX, /* with round corners */
    SHAPE_PILL,
    SHAPE_DOTS, /* a field of them, larger towards the right */
    SHAPE_BUBBLE,
    SHAPE_SHIELD,
    SHAPE_BUST,
    SHAPE_BLOB,
    SHAPE_SWELL,
    SHAPE_HORN,
    SHAPE_GABLE,
    SHAPE_ARC,  /* a line */
    SHAPE_TICK, /* a line */
    SHAPE_COUNT
};

enum motif_tone { TONE_GROUND, TONE_FAINT, TONE_SOFT, TONE_MIDDLE, TONE_ACCENT, TONE_COUNT };

/* One shape at its place; a negative width mirrors it. */
struct motif_part {
    enum motif_shape shape;
    enum motif_tone tone;
    struct rect where;
};
struct motif {
    const struct motif_part *parts;
    size_t count;
};
extern const struct motif motifs[MOTIF_COUNT]; /* motif_art.c; `none` has no parts */

void motif_shape_draw(struct layout *layout, enum motif_shape shape, struct rect where, struct colour colour);

/* The theme's motif as large as fits into a rectangle, at its lower right. */
void motif_draw(struct layout *layout, struct rect within);
/* The same in the middle of a box; NULL when the theme has none. */
struct box *motif_box(struct layout *layout, float width, float height);

#endif
