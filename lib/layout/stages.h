/* stages.h - steps side by side on a wide canvas: three or four in a row, more in a snake of two rows, the
 * second read from the right, as the line between them leads. */
#ifndef LAYOUT_STAGES_H
#define LAYOUT_STAGES_H

#include "layout/box.h"

/* A list's items; NULL when the canvas is too narrow for so many, or their texts too long. `column`:
 * the same list in a column, which is what is cut. */
struct box *stages_create(struct layout *layout, const struct node *list, struct box *column, float width);

#endif
