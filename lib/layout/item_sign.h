/* item_sign.h - emoji that lead the items of a list. */
#ifndef LAYOUT_ITEM_SIGN_H
#define LAYOUT_ITEM_SIGN_H

#include "layout/layout.h"

/* The emoji that an item begins with, when it has a sign and words follow it; NULL otherwise. `first`: the
 * item's blocks without it. */
const char *item_sign(struct layout *layout, const struct node *item, const struct node **first);

#endif
