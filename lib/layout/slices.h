/* slices.h - a shape cut into slices from top to bottom, with words beside each: pyramids, funnels. A slice
 * is as tall as its words. */
#ifndef LAYOUT_SLICES_H
#define LAYOUT_SLICES_H

#include "layout/box.h"

struct slice {
    const struct box *body;
    const char *label;  /* in the slice; NULL: none */
    float top, bottom;  /* how wide its edges are: shares of the shape's width */
    struct place place; /* of the list's item */
};

/* How wide the shape gets in a column of that width, and how much is left for the words. */
float slices_shape(const struct layout *layout, float width);
float slices_words(const struct layout *layout, float width);

/* How tall a slice is drawn. */
float slice_height(const struct layout *layout, const struct slice *slice);

/* NULL when there are none. Those below are darker. */
struct box *slices_create(struct layout *layout, const struct slice *slices, size_t count, float width);

#endif
