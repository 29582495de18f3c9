/* Words for those who don't see a picture (WCAG 2.2, 1.1.1). */
#include "check/checker.h"

void check_pictures(struct checker *checker, const struct node *node)
{
    if (node->type == NODE_IMAGE && !node->first && !node_attribute(node, "alt") &&
        !block_around(node, BLOCK_before_after)) /* which tells by itself */
        report(checker->reporter, FINDING_no_alt, node->place, node->target);
}
