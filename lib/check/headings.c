/* Levels of headings: those who listen find their way by them (WCAG 2.2, technique G141). */
#include "check/checker.h"

/* The level of the heading that a section stands under; 0: none. */
static unsigned level_above(const struct node *section)
{
    for (const struct node *at = section->parent; at; at = at->parent)
        if (at->type == NODE_SECTION)
            return at->level;
    return 0;
}

void check_headings(struct checker *checker, const struct node *node)
{
    if (node->type != NODE_SECTION)
        return;
    unsigned above = level_above(node);
    if (above == 0 || node->level <= above + 1)
        return;
    report(checker->reporter, FINDING_heading_skipped, node->first->place,
           arena_format(checker->arena, "%.*s", (int)node->level, "######"),
           arena_format(checker->arena, "%.*s", (int)above + 1, "######"));
}
