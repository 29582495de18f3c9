/* division.h - a block divided: what stands side by side in it. */
#ifndef LAYOUT_DIVISION_H
#define LAYOUT_DIVISION_H

#include "base/vector.h"
#include "guide/node.h"

/* Siblings from `first` up to (not with) `end`. */
struct part {
    const struct node *outer; /* the child of the block where the part begins */
    const struct node *first, *end;
};

struct part_list {
    VECTOR(struct part) at;
};

/* The parts of a block: its column blocks; or else what rules (---) part; or else its headings of the first
 * one's level, each with what follows it. What stands before the first part is not in any. None when nothing
 * parts it. */
void parts_of_block(struct arena *arena, const struct node *block, struct part_list *parts);

#endif
