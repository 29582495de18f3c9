#include "guide/shapes.h"
#include "guide/ages.h"
#include "guide/blocks.h"
#include "guide/calls.h"
#include "guide/diagrams.h"
#include "guide/sections.h"
#include "text/unicode.h"
#include <string.h>

/* What a block should hold. */
enum need {
    NEED_NOTHING,
    NEED_LIST,
    NEED_FIGURES, /* a list whose items begin with a bold figure */
    NEED_COLUMNS, /* parted by rules, headings or column blocks */
    NEED_SIDES,   /* a list, a table, or headings */
    NEED_ACTION,  /* a list, and what to do about it */
    NEED_TERMS,   /* a list */
    NEED_PAIR,    /* sides, or two pictures, each with words for those who don't see them */
    NEED_CALL     /* a short sentence, and what to do */
};

static const enum need needs[BLOCK_COUNT] = {
    [BLOCK_steps] = NEED_LIST,     [BLOCK_cards] = NEED_LIST,        [BLOCK_checklist] = NEED_LIST,
    [BLOCK_timeline] = NEED_LIST,  [BLOCK_flow] = NEED_LIST,         [BLOCK_contacts] = NEED_LIST,
    [BLOCK_stats] = NEED_FIGURES,  [BLOCK_columns] = NEED_COLUMNS,   [BLOCK_compare] = NEED_SIDES,
    [BLOCK_myths] = NEED_SIDES,    [BLOCK_signs] = NEED_ACTION,      [BLOCK_tree] = NEED_LIST,
    [BLOCK_hierarchy] = NEED_LIST, [BLOCK_pyramid] = NEED_LIST,      [BLOCK_cycle] = NEED_LIST,
    [BLOCK_funnel] = NEED_LIST,    [BLOCK_ages] = NEED_SIDES,        [BLOCK_questions] = NEED_SIDES,
    [BLOCK_glossary] = NEED_TERMS, [BLOCK_before_after] = NEED_PAIR, [BLOCK_headline] = NEED_CALL,
    [BLOCK_lanes] = NEED_SIDES,    [BLOCK_quadrant] = NEED_SIDES,
};

static bool is_list(const struct node *node)
{
    return node->type == NODE_LIST;
}

static bool is_paragraph(const struct node *node)
{
    return node->type == NODE_PARAGRAPH;
}

static bool parts_columns(const struct node *node)
{
    return node->type == NODE_RULE || node->type == NODE_HEADING || block_is(node, BLOCK_column);
}

static bool makes_sides(const struct node *node)
{
    return is_list(node) || node->type == NODE_TABLE || node->type == NODE_HEADING;
}

static bool makes_pair(const struct node *node)
{
    bool picture = is_paragraph(node) && node->first && node->first->type == NODE_IMAGE;
    return picture || makes_sides(node) || parts_columns(node);
}

typedef bool test_fn(const struct node *node);

/* The first node right within a block that passes the test; in scopes too, which editions open. */
static const struct node *find_within(const struct node *block, test_fn *test)
{
    for (const struct node *node = block->first; node; node = node->next) {
        const struct node *found = test(node) ? node : NULL;
        if (!found && (block_is_scope(node) || node->type == NODE_SECTION))
            found = find_within(node, test);
        if (found)
            return found;
    }
    return NULL;
}

/* Facts are figures, or what their author wants large. */
static bool has_figure(const struct node *item)
{
    const struct node *bold = item->first ? item->first->first : NULL;
    if (!bold || bold->type != NODE_STRONG)
        return false;
    struct node_iterator iterator;
    node_iterate(&iterator, bold);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *node = iterator.node;
        if (node->type == NODE_FACT || (node->text && strpbrk(node->text, "0123456789")))
            return true;
    }
    return false;
}

static void check_figures(struct reporter *reporter, const struct node *list)
{
    for (const struct node *item = list->first; item; item = item->next)
        if (!has_figure(item))
            report(reporter, FINDING_item_no_figure, item->place);
}

/* The first text of a node; NULL when it begins with something else. */
static const char *first_text(const struct node *node)
{
    while (node && node->type != NODE_TEXT)
        node = node->first;
    return node ? node->text : NULL;
}

bool starts_with_arrow(const struct node *node)
{
    const char *text = first_text(node);
    return text && !strncmp(text, "→", strlen("→"));
}

/* “Làm ngay: …”, in bold or not. */
static bool starts_with_call(const struct node *node)
{
    static const char *const calls[] = {"làm ngay", "việc cần làm", "cần làm ngay", "do this now",
                                        "what to do"};
    const char *text = first_text(node);
    char begin[32];
    size_t length = text ? strcspn(text, ":") : 0;
    if (length == 0 || length >= sizeof begin)
        return false;
    memcpy(begin, text, length);
    begin[length] = '\0';
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (unicode_same_name(begin, calls[i]))
            return true;
    return false;
}

const struct node *signs_action(const struct node *block)
{
    const struct node *list = block->first;
    while (list && list->type != NODE_LIST)
        list = list->next;
    if (!list)
        return NULL;
    bool last = list->first != list->last && (starts_with_arrow(list->last) || starts_with_call(list->last));
    return last ? list->last : list->next;
}

/* What differs is told by words too. */
static void check_alts(struct reporter *reporter, const struct node *block)
{
    struct node_iterator iterator;
    node_iterate(&iterator, block);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *node = iterator.node;
        if (iterator.event == NODE_ENTER && node->type == NODE_IMAGE && !node->first &&
            !node_attribute(node, "alt"))
            report(reporter, FINDING_before_after_no_alt, node->place);
    }
}

static void check_block(struct arena *arena, struct reporter *reporter, const struct node *block)
{
    static test_fn *const tests[] = {
        [NEED_LIST] = is_list,      [NEED_FIGURES] = is_list,  [NEED_COLUMNS] = parts_columns,
        [NEED_SIDES] = makes_sides, [NEED_ACTION] = is_list,   [NEED_TERMS] = is_list,
        [NEED_PAIR] = makes_pair,   [NEED_CALL] = is_paragraph};
    enum need need = needs[block->block];
    if (need == NEED_NOTHING)
        return;
    const struct node *found = find_within(block, tests[need]);
    if (need == NEED_CALL && !found)
        return;
    bool list = tests[need] == is_list;
    if (!found)
        report(reporter, list ? FINDING_block_no_list : FINDING_block_no_parts, block->place,
               block_rows[block->block].spelling);
    else if (need == NEED_FIGURES)
        check_figures(reporter, found);
    else if (need == NEED_ACTION && !signs_action(found->parent))
        report(reporter, FINDING_signs_no_action, block->place);
    else if (need == NEED_PAIR)
        check_alts(reporter, block);
    else if (need == NEED_CALL)
        calls_check(arena, reporter, found);
    else if (need == NEED_LIST || (block->block == BLOCK_lanes && is_list(found)))
        diagram_check(arena, reporter, block, found);
    else if (block->block == BLOCK_quadrant)
        quadrant_check(arena, reporter, block);
    else if (block->block == BLOCK_ages)
        ages_check(arena, reporter, block);
}

void shapes_check(struct arena *arena, struct reporter *reporter, const struct node *document)
{
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.event == NODE_ENTER && iterator.node->type == NODE_BLOCK)
            check_block(arena, reporter, iterator.node);
}
