#include "layout/division.h"

static void add_part(struct arena *arena, struct part_list *parts, const struct node *outer,
                     const struct node *first, const struct node *end)
{
    *VECTOR_ADD(arena, &parts->at) = (struct part){outer, first, end};
}

/* What stands between column blocks is a column too. */
static void columns_of(struct arena *arena, const struct node *first, struct part_list *parts)
{
    for (const struct node *node = first, *end; node; node = end) {
        end = node->next;
        if (block_is(node, BLOCK_column)) {
            add_part(arena, parts, node, node->first, NULL);
            continue;
        }
        while (end && !block_is(end, BLOCK_column))
            end = end->next;
        add_part(arena, parts, node, node, end);
    }
}

static const struct node *first_of(const struct node *node, enum node_type type)
{
    while (node && node->type != type)
        node = node->next;
    return node;
}

static void parts_between_rules(struct arena *arena, const struct node *first, struct part_list *parts)
{
    while (first) {
        const struct node *rule = first_of(first, NODE_RULE);
        if (rule != first)
            add_part(arena, parts, first, first, rule);
        first = rule ? rule->next : NULL;
    }
}

static const struct node *next_heading(const struct node *node, unsigned level)
{
    while (node && !(node->type == NODE_HEADING && node->level <= level))
        node = node->next;
    return node;
}

static void parts_of_headings(struct arena *arena, const struct node *heading, struct part_list *parts)
{
    for (unsigned level = heading->level; heading;) {
        const struct node *end = next_heading(heading->next, level);
        add_part(arena, parts, heading, heading, end);
        heading = end;
    }
}

void parts_of_block(struct arena *arena, const struct node *block, struct part_list *parts)
{
    const struct node *column = block->first, *heading = first_of(block->first, NODE_HEADING);
    while (column && !block_is(column, BLOCK_column))
        column = column->next;
    if (column)
        columns_of(arena, column, parts);
    else if (first_of(block->first, NODE_RULE))
        parts_between_rules(arena, block->first, parts);
    else if (heading)
        parts_of_headings(arena, heading, parts);
}
