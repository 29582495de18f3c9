/* branching.h - a list and the lists in it as a tree: a card each, joined by lines. From the top down where
 * there is room, else an outline whose elbows lead from a card to those beneath it. */
#ifndef LAYOUT_BRANCHING_H
#define LAYOUT_BRANCHING_H

#include "layout/box.h"

struct twig {
    const struct node *item;
    const struct node *branches; /* the list beneath it; NULL: it is a leaf */
    unsigned level;              /* 0: at the top */
};

struct branching {
    /* What an item says without what is beneath it, on a card. */
    struct box *(*card)(struct layout *layout, const struct twig *twig, float width);
    float least, widest; /* of a card, from the top down, sizes of body text */
    bool headed;         /* lines are arrows */
};

/* NULL when the list is empty. */
struct box *branching_box(struct layout *layout, const struct node *list, float width,
                          const struct branching *branching);

#endif
