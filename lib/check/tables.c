/* Header rows: without one, those who listen hear cells that nobody names (WCAG 2.2, 1.3.1). */
#include "check/checker.h"

void check_tables(struct checker *checker, const struct node *node)
{
    if (node->type != NODE_TABLE || !node->first)
        return;
    for (const struct node *cell = node->first->first; cell; cell = cell->next)
        if (node_shows(cell))
            return;
    report(checker->reporter, FINDING_table_no_header, node->place);
}
