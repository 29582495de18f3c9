/* myths.h - pairs of what many believe and what is true. */
#ifndef LAYOUT_MYTHS_H
#define LAYOUT_MYTHS_H

#include "layout/box.h"

/* Whether every item says “**Nhiều người nghĩ** … **Sự thật** …”, or the two columns of a table are named so:
 * then they are pairs unasked. */
bool is_myth_list(struct arena *arena, const struct node *list);
bool is_myth_table(struct arena *arena, const struct node *table);
/* The table of two named columns that a myths block shows as pairs, row by row; NULL: none. */
const struct node *myths_table(const struct node *block);

struct box *myth_list_box(struct layout *layout, const struct node *list, float width);
struct box *myth_table_box(struct layout *layout, const struct node *table, float width);

#endif
