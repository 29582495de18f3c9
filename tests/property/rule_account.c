/* Every word of the edition stands in a block that the account tells of: shown, said or left out. */
#include "layout/account.h"
#include "property.h"
#include <string.h>

/* By the paragraph, heading or cell that a text stands in. */
static bool is_told(const struct account *account, const struct node *text)
{
    const struct node *block = text;
    while (!node_is_block(block->type))
        block = block->parent;
    struct place place = block->place;
    for (size_t i = 0; i < account->lines.count; i++) {
        const struct place *told = &account->lines.at[i].decision->place;
        if (told->source == place.source && told->start <= place.start && place.start < told->end)
            return true;
    }
    return false;
}

/* A part of a cut block is a box on a page; what stands on no page has none. */
static void check_line(const struct showing *showing, const struct account_line *line)
{
    if (line->drawn && line->page >= showing->scene->page_count)
        complain(showing, "a block is said to be on page %zu of %zu", line->page + 1,
                 showing->scene->page_count);
    else if (line->drawn && line->end > showing->scene->pages[line->page].count)
        complain(showing, "a block is said to have items that page %zu lacks", line->page + 1);
}

static void check(const struct showing *showing)
{
    struct node_iterator iterator;
    for (size_t i = 0; i < showing->account->lines.count; i++)
        check_line(showing, &showing->account->lines.at[i]);
    node_iterate(&iterator, showing->edition->document);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const struct node *node = iterator.node;
        bool elsewhere = node->type == NODE_FOOTNOTE || node->type == NODE_IMAGE;
        if (event == NODE_ENTER && elsewhere)
            iterator.event = NODE_LEAVE;
        else if (event == NODE_ENTER && node->type == NODE_TEXT &&
                 strspn(node->text, " ") < strlen(node->text) && node->place.source &&
                 !is_told(showing->account, node))
            complain(showing, "nothing is told of line %u: %s", source_locate(node->place).line, node->text);
    }
}

const struct rule rule_account = {"account", "the account tells of every block", check};
