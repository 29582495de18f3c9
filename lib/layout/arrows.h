/* arrows.h - lines that lead from some places above to others below, and heads of arrows. */
#ifndef LAYOUT_ARROWS_H
#define LAYOUT_ARROWS_H

#include "layout/box.h"

/* Lines of diagrams are this thick, points. */
#define ARROW_LINE 1.5f

void arrow_line(struct layout *layout, float x1, float y1, float x2, float y2);
/* A head whose point is at (x, y); (dx, dy) is the unit vector of where it leads. */
void arrow_head(struct layout *layout, float x, float y, float dx, float dy, float size);

/* Places are from the box's left. `headed`: the lines end in heads. */
struct box *arrows_create(struct layout *layout, const float *from, size_t from_count, const float *to,
                          size_t to_count, bool headed, float width);

#endif
