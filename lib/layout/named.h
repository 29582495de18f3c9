/* named.h - things that have a name, and what is said of each: a list's items, a block's headings, a table's
 * rows. */
#ifndef LAYOUT_NAMED_H
#define LAYOUT_NAMED_H

#include "layout/division.h"
#include "layout/text.h"

struct named {
    const struct node *name; /* its inlines name it; NULL: it has no name */
    const struct node *rest; /* inlines behind this one in the name's paragraph say more; NULL: none do */
    const struct node *first, *end; /* blocks; NULL, NULL: none */
    struct place place;
};
struct named_list {
    VECTOR(struct named) at;
};

/* A bold lead names an item. */
struct named named_item(const struct node *item);
/* A heading, or a paragraph that is all bold, names a part. */
struct named named_part(const struct part *part);
/* A block's parts, where it has two or more, else the items of its first list. Returns the block's child
 * where they begin, NULL when there are none; `after`: what follows them. */
const struct node *named_of_block(struct layout *layout, const struct node *block, struct named_list *list,
                                  const struct node **after);

/* What is said of it, without its name. NULL: nothing. */
struct box *named_body(struct layout *layout, const struct named *named, float width);
/* The name over what is said of it. NULL when there is neither. */
struct box *named_box(struct layout *layout, const struct named *named, float width,
                      const struct text_look *head);

/* What stands before in a block, a box, and what stands after. */
struct box *around_box(struct layout *layout, const struct node *block, const struct node *at,
                       struct box *box, const struct node *after, float width);

#endif
