/* diagrams.h - what ::: blocks that are drawn as diagrams can show. */
#ifndef GUIDE_DIAGRAMS_H
#define GUIDE_DIAGRAMS_H

#include "base/reporter.h"
#include "guide/node.h"

/* Whether a diagram of that kind can show so many things; others are set as lists. */
bool diagram_holds(enum block_kind kind, size_t count);
/* The list beneath an item of a tree, after its own words; NULL: it is a leaf. */
const struct node *item_branches(const struct node *item);

/* How many steps a list goes through before it begins anew. */
size_t cycle_length(struct arena *arena, const struct node *list);
/* Whether the last item of an ordered list leads back: “Quay lại bước 1”. */
bool list_returns(struct arena *arena, const struct node *list);

/* A list whose branches all end in “… → what to do”. */
bool is_tree_list(struct arena *arena, const struct node *list);
/* Two rows and two columns with their names: a quadrant. */
bool is_quadrant_table(const struct node *table);

/* Warns of what a block's first list (NULL: it has none) holds too much or too little of:
 * FINDING_diagram_count, FINDING_diagram_levels, FINDING_tree_no_action, FINDING_lanes_no_role. */
void diagram_check(struct arena *arena, struct reporter *reporter, const struct node *block,
                   const struct node *list);
/* The same of a quadrant block: FINDING_quadrant_fields, FINDING_quadrant_axes. */
void quadrant_check(struct arena *arena, struct reporter *reporter, const struct node *block);

#endif
