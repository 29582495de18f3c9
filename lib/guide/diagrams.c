#include "guide/diagrams.h"
#include "base/arena.h"
#include "guide/blocks.h"
#include "guide/roles.h"
#include "text/unicode.h"
#include <string.h>

/* How many things and levels a diagram shows; 0: as many as there are. */
static const struct {
    unsigned char least, most, levels;
} limits[BLOCK_COUNT] = {
    [BLOCK_tree] = {.levels = 4},
    [BLOCK_hierarchy] = {.levels = 3},
    [BLOCK_pyramid] = {.least = 2, .most = 7},
    [BLOCK_funnel] = {.least = 2, .most = 7},
    [BLOCK_cycle] = {.least = 3, .most = 6},
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

/* The phrase that an item ends with and that leads back to the first; NULL: there is none. `slug`: its words.
 */
static const char *phrase_back(const char *slug)
{
    static const char *const phrases[] = {
        "quay-lai-buoc-1",   "quay-ve-buoc-1",        "tro-lai-buoc-1", "tro-ve-buoc-1",
        "lap-lai-tu-buoc-1", "lai-bat-dau-tu-buoc-1", "back-to-step-1", "repeat-from-step-1",
        "return-to-step-1",  "start-again-at-step-1"};
    size_t length = strlen(slug);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        size_t size = strlen(phrases[i]);
        if (length >= size && strcmp(slug + length - size, phrases[i]) == 0)
            return phrases[i];
    }
    return NULL;
}

static const char *item_slug(struct arena *arena, const struct node *item)
{
    const char *text = node_plain_text(arena, item);
    return unicode_slug(arena, text, strlen(text));
}

bool list_returns(struct arena *arena, const struct node *list)
{
    return list->ordered && phrase_back(item_slug(arena, list->last));
}

size_t cycle_length(struct arena *arena, const struct node *list)
{
    const char *slug = item_slug(arena, list->last), *phrase = phrase_back(slug);
    bool only_back = phrase && strcmp(slug, phrase) == 0;
    return node_count(list) - (only_back ? 1 : 0);
}

static void check_count(struct arena *arena, struct reporter *reporter, const struct node *block,
                        size_t count)
{
    enum block_kind kind = block->block;
    if (!diagram_holds(kind, count))
        report(reporter, FINDING_diagram_count, block->place, block_rows[kind].spelling,
               arena_format(arena, "%u", limits[kind].least), arena_format(arena, "%u", limits[kind].most),
               arena_format(arena, "%zu", count));
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

static void check_levels(struct arena *arena, struct reporter *reporter, const struct node *block,
                         const struct node *list)
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

static void check_roles(struct arena *arena, struct reporter *reporter, const struct node *list)
{
    struct role_step step;
    for (const struct node *item = list->first; item; item = item->next)
        if (!role_step_of_item(arena, item, &step))
            report(reporter, FINDING_lanes_no_role, item->place);
}

/* Whether every leaf tells by an arrow what to do. */
static bool leaves_lead_on(struct arena *arena, const struct node *list)
{
    for (const struct node *item = list->first; item; item = item->next) {
        const struct node *branches = item_branches(item);
        bool leads =
            branches ? leaves_lead_on(arena, branches) : strstr(node_plain_text(arena, item), "→") != NULL;
        if (!leads)
            return false;
    }
    return true;
}

bool is_tree_list(struct arena *arena, const struct node *list)
{
    if (list->ordered || !leaves_lead_on(arena, list))
        return false;
    for (const struct node *item = list->first; item; item = item->next)
        if (!item_branches(item))
            return false;
    return true;
}

bool is_quadrant_table(const struct node *table)
{
    return table->type == NODE_TABLE && table->columns == 3 && node_count(table) == 3 && table->first->header;
}

static size_t count_of(const struct node *block, enum node_type type)
{
    size_t count = 0;
    for (const struct node *node = block->first; node; node = node->next)
        count += node->type == type;
    return count;
}

static bool has_attribute(const struct node *block, const char *key)
{
    const char *value = node_attribute(block, key);
    return value && *value;
}

void quadrant_check(struct arena *arena, struct reporter *reporter, const struct node *block)
{
    size_t headings = count_of(block, NODE_HEADING), fields = headings;
    const struct node *node = block->first;
    while (node && node->type != NODE_LIST && !is_quadrant_table(node))
        node = node->next;
    if (node && node->type == NODE_TABLE)
        return;
    if (headings < 2 && node)
        fields = node_count(node);
    if (fields != 4)
        report(reporter, FINDING_quadrant_fields, block->place, arena_format(arena, "%zu", fields));
    else if (headings < 2 && (!has_attribute(block, "x") || !has_attribute(block, "y")))
        report(reporter, FINDING_quadrant_axes, block->place);
}

void diagram_check(struct arena *arena, struct reporter *reporter, const struct node *block,
                   const struct node *list)
{
    if (!list)
        return;
    bool cycle = block->block == BLOCK_cycle;
    check_count(arena, reporter, block, cycle ? cycle_length(arena, list) : node_count(list));
    check_levels(arena, reporter, block, list);
    if (block->block == BLOCK_tree)
        check_leaves(arena, reporter, list);
    else if (block->block == BLOCK_lanes)
        check_roles(arena, reporter, list);
}
