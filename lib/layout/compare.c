/* compare.c - two things side by side, neither better than the other. */
#include "layout/division.h"
#include "layout/flow.h"
#include "layout/verdict.h"

/* A side: its name, and what is said of it. */
struct side {
    const struct node *name;        /* its inlines name it; NULL: it has no name */
    const struct node *rest;        /* inlines behind the name in its paragraph, from here on; NULL: none */
    const struct node *first, *end; /* blocks */
    struct place place;
};

static struct box *side_card(struct layout *layout, const struct side *side, const struct verdict *verdict,
                             float width)
{
    struct verdict_look look = verdict_open(layout, verdict, width);
    struct text_look body = {.role = TEXT_BODY};
    struct box *head = side->name ? verdict_head(layout, &look, side->name, NULL, side->place) : NULL;
    struct box *rest = side->rest ? text_of_rest(layout, side->rest, look.inner, &body) : NULL;
    layout->depth++;
    struct box *blocks = flow_blocks(layout, side->first, side->end, look.inner);
    layout->depth--;
    return verdict_close(layout, &look, head, stack_of(layout, look.inner, rest, blocks), width, side->place);
}

static struct box *sides_row(struct layout *layout, const struct side *sides, size_t count, float width)
{
    float gutter = layout->sheet->gutter, each = (width - gutter) / 2;
    struct box_list cards = {0};
    for (size_t i = 0; i < count; i++)
        box_list_add(layout, &cards, side_card(layout, &sides[i], &verdict_plain[i % 2], each));
    return grid_create(layout, &cards, 2, gutter, gutter);
}

static struct side side_of_item(const struct node *item)
{
    const struct node *lead = node_bold_lead(item->first);
    struct side side = {.first = item->first, .place = item->place};
    if (lead) {
        side.name = lead;
        side.rest = lead;
        side.first = item->first->next;
    }
    return side;
}

static struct side side_of_part(const struct part *part)
{
    struct side side = {.first = part->first, .end = part->end, .place = part->first->place};
    bool lead = part->first->type == NODE_PARAGRAPH && node_is_lead(part->first);
    if (part->first->type == NODE_HEADING || lead) {
        side.name = part->first;
        side.first = part->first->next == part->end ? NULL : part->first->next;
    }
    return side;
}

static const struct node *block_table(const struct node *block)
{
    const struct node *node = block->first;
    while (node && !(node->type == NODE_TABLE && is_comparison(node)))
        node = node->next;
    return node;
}

/* What stands before, the cards, and what stands after. */
static struct box *around(struct layout *layout, const struct node *block, const struct node *at,
                          struct box *cards, const struct node *after, float width)
{
    struct box_list list = {0};
    box_list_add(layout, &list, flow_blocks(layout, block->first, at, width));
    box_list_add(layout, &list, cards);
    box_list_add(layout, &list, after ? flow_blocks(layout, after, NULL, width) : NULL);
    return stack_create(layout, &list, width);
}

struct box *compare_box(struct layout *layout, const struct node *block, float width)
{
    VECTOR(struct side) sides = {0};
    const struct node *table = block_table(block), *list = block_list(block);
    if (table)
        return around(layout, block, table, comparison_box(layout, table, width), table->next, width);
    struct part_list parts = {0};
    parts_of_block(layout->arena, block, &parts);
    for (size_t i = 0; i < parts.at.count; i++)
        *VECTOR_ADD(layout->arena, &sides) = side_of_part(&parts.at.at[i]);
    if (sides.count > 1)
        return around(layout, block, parts.at.at[0].outer, sides_row(layout, sides.at, sides.count, width),
                      NULL, width);
    sides.count = 0;
    for (const struct node *item = list ? list->first : NULL; item; item = item->next)
        *VECTOR_ADD(layout->arena, &sides) = side_of_item(item);
    if (sides.count < 2)
        return flow_blocks(layout, block->first, NULL, width);
    return around(layout, block, list, sides_row(layout, sides.at, sides.count, width), list->next, width);
}
