/* chart_check.c - what is told of charts. */
#include "guide/chart_reading.h"

/* Whether a fact beneath brings its source along. */
static bool is_sourced(struct arena *arena, const struct node *node)
{
    return chart_source(arena, node) || chart_has_fact(node);
}

static void check(struct arena *arena, struct reporter *reporter, const struct node *node,
                  const char *language)
{
    struct chart_problem problem;
    const struct chart *chart = chart_read(arena, node, language, &problem);
    if (problem.finding != FINDING_COUNT)
        report_with(reporter, problem.finding, problem.place, problem.arguments);
    if (chart && !is_sourced(arena, node))
        report(reporter, FINDING_chart_no_source, node->place);
}

void charts_check(struct arena *arena, struct reporter *reporter, const struct node *document,
                  const char *language)
{
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;)
        if (event == NODE_ENTER && chart_is_asked(iterator.node))
            check(arena, reporter, iterator.node, language);
}
