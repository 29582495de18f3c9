/* shapes.h - what ::: blocks should hold to take their shape. */
#ifndef GUIDE_SHAPES_H
#define GUIDE_SHAPES_H

#include "base/reporter.h"
#include "guide/node.h"

/* Warns of blocks that hold something else and so are set as plain text: FINDING_block_no_list,
 * FINDING_block_no_parts, FINDING_item_no_figure; of signs without what to do about them,
 * FINDING_signs_no_action; of pictures of before and after that can only be seen,
 * FINDING_before_after_no_alt; and of headlines that are long or don't say what to do, FINDING_long_headline,
 * FINDING_headline_no_call, FINDING_call_no_verb. */
void shapes_check(struct arena *arena, struct reporter *reporter, const struct node *document);

/* What a signs block says to do: its last item when that begins with an arrow or “Làm ngay:”, else what
 * follows its list. NULL: nothing. */
const struct node *signs_action(const struct node *block);
bool starts_with_arrow(const struct node *node);

#endif
