/* shapes.h - what ::: blocks should hold to take their shape. */
#ifndef GUIDE_SHAPES_H
#define GUIDE_SHAPES_H

#include "base/reporter.h"
#include "guide/node.h"

/* Warns of blocks that hold something else and so are set as plain text: FINDING_block_no_list,
 * FINDING_block_no_parts, FINDING_item_no_figure. */
void shapes_check(struct reporter *reporter, const struct node *document);

#endif
