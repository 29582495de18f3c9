#include "guide/diagrams.h"
#include "base/arena.h"
#include "guide/blocks.h"
#include <string.h>

/* How many things and levels a diagram shows; 0: as many as there are. */
static const struct {
    unsigned char least, most, levels;
} limits[BLOCK_COUNT] = {
    [BLOCK_tree] = {.levels = 4},
    [BLOCK_hierarchy] = {.levels = 3},
    [BLOCK_pyramid] = {.least = 2, .most = 7},
};

bool diagram_holds(enum block_kind kind, size_t count)
{
    return count >= limits[kind].least && (limits[kind].most == 0 || count <= limits[kind].most);
}

const struct node *item_branches(const struct node *item)
{
    const struct node *list = item->last;
    return list && list->type == NODE_LIST && list != item->first ? list : NULL;
}

static void check_count(struct arena *arena, struct reporter *reporter, const struct node *block, size_t count)
{
    enum block_kind kind = block->block;
    if (!diagram_holds(kind, count))
        report(reporter, FINDING_diagram_count, block->place, block_rows[kind].spelling,
               arena_format(arena, "%u", limits[kind].least),
               arena_format(arena, "%u", limits[kind].most), arena_format(arena, "%zu", count));
}

/* The first item too deep; NULL: there is none. */
static const struct node *too_deep(const struct node *list, unsigned levels)
{
    for (const struct node *item = list->first; item; item = item->next) {
        const struct node *branches = item_branches(item);
        const struct node *found = levels == 0 ? item : branches ? too_deep(branches, levels - 1) : NULL;
        if (found)
            return found;
    }
    return NULL;
}

static void check_levels(struct arena *arena, struct reporter *reporter, const struct node *block, const struct node *list)
{
    unsigned levels = limits[block->block].levels;
    const struct node *item = levels ? too_deep(list, levels) : NULL;
    if (item)
        report(reporter, FINDING_diagram_levels, item->place, block_rows[block->block].spelling,
               arena_format(arena, "%u", levels));
}

/* “**Có**” alone, or one more question. */
static bool says_nothing_to_do(struct arena *arena, const struct node *item)
{
    const struct node *words = item->first;
    if (!words || words->type != NODE_PARAGRAPH)
        return !words;
    bool answer_alone = words->first && words->first->type == NODE_STRONG && !words->first->next;
    const char *text = node_plain_text(arena, item);
    size_t length = strlen(text);
    return (answer_alone && !words->next) || (length && text[length - 1] == '?');
}

static void check_leaves(struct arena *arena, struct reporter *reporter, const struct node *list)
{
    for (const struct node *item = list->first; item; item = item->next) {
        const struct node *branches = item_branches(item);
        if (branches)
            check_leaves(arena, reporter, branches);
        else if (says_nothing_to_do(arena, item))
            report(reporter, FINDING_tree_no_action, item->place);
    }
}

void diagram_check(struct arena *arena, struct reporter *reporter, const struct node *block, const struct node *list)
{
    if (!list)
        return;
    check_count(arena, reporter, block, node_count(list));
    check_levels(arena, reporter, block, list);
    if (block->block == BLOCK_tree)
        check_leaves(arena, reporter, list);
}
