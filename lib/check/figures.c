/* Shares written by hand, without a word on where they come from. Facts bring their sources along. */
#include "check/checker.h"
#include <string.h>

static bool is_cited(const struct passage *passage)
{
    static const char *const words[] = {"theo",     "nguồn",        "khảo sát", "báo cáo",
                                        "thống kê", "according to", "source",   "survey"};
    struct node_iterator iterator;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (passage_find(passage, words[i], 0) != SIZE_MAX)
            return true;
    node_iterate(&iterator, passage->node);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.node->type == NODE_FOOTNOTE_REF || iterator.node->type == NODE_LINK)
            return true;
    for (const struct node *node = passage->node; node; node = node->parent)
        if (node->type == NODE_FOOTNOTE || block_is(node, BLOCK_chart) || node_attribute(node, "source"))
            return true; /* charts have a finding of their own */
    return false;
}

/* All and nothing, and what is left in a battery, need no survey. */
static bool is_figure(const char *start, size_t length)
{
    return !(length == 3 && !memcmp(start, "100", 3)) && !(length == 1 && *start == '0');
}

void check_figures(struct checker *checker, const struct passage *passage)
{
    const char *at = strchr(passage->text, '%');
    for (; at; at = strchr(at + 1, '%')) {
        const char *end = at;
        while (end > passage->text && end[-1] == ' ')
            end--;
        const char *start = end;
        while (start > passage->text && strchr("0123456789.,", start[-1]))
            start--;
        if (start == end || !is_figure(start, (size_t)(end - start)) || is_cited(passage))
            continue;
        report(checker->reporter, FINDING_figure_no_source,
               passage_place(checker, passage, (size_t)(start - passage->text),
                             (size_t)(at + 1 - passage->text)),
               passage_words(checker, passage, (size_t)(start - passage->text),
                             (size_t)(at + 1 - passage->text)));
    }
}
