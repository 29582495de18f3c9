#include "check/checker.h"

typedef void guide_check_fn(struct checker *checker);
typedef void node_check_fn(struct checker *checker, const struct node *node);
typedef void passage_check_fn(struct checker *checker, const struct passage *passage);

/* One of the three is there. */
static const struct check_row {
    guide_check_fn *guide;
    node_check_fn *node;
    passage_check_fn *passage;
    enum check_depth depth;
} rows[] = {
#define LOA_CHECK_GUIDE(name, when)   {.guide = check_##name, .depth = CHECK_##when},
#define LOA_CHECK_NODE(name, when)    {.node = check_##name, .depth = CHECK_##when},
#define LOA_CHECK_PASSAGE(name, when) {.passage = check_##name, .depth = CHECK_##when},
#include "check/checks.def"
#undef LOA_CHECK_GUIDE
#undef LOA_CHECK_NODE
#undef LOA_CHECK_PASSAGE
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

static void check_nodes(struct checker *checker, enum check_depth depth)
{
    struct node_iterator iterator;
    node_iterate(&iterator, checker->guide->document);
    while (node_next(&iterator) != NODE_DONE)
        for (size_t i = 0; iterator.event == NODE_ENTER && i < ROW_COUNT; i++)
            if (rows[i].node && rows[i].depth <= depth)
                rows[i].node(checker, iterator.node);
}

static void check_passages(struct checker *checker, enum check_depth depth)
{
    for (size_t i = 0; i < checker->passage_count; i++)
        for (size_t row = 0; row < ROW_COUNT; row++)
            if (rows[row].passage && rows[row].depth <= depth)
                rows[row].passage(checker, &checker->passages[i]);
}

void checks_run(struct arena *arena, struct reporter *reporter, struct library *library,
                const struct guide *guide, enum check_depth depth)
{
    struct checker checker = {.arena = arena, .reporter = reporter, .library = library, .guide = guide};
    passages_read(&checker);
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].guide && rows[i].depth <= depth)
            rows[i].guide(&checker);
    check_nodes(&checker, depth);
    check_passages(&checker, depth);
}
