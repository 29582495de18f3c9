/* compare.c - two things side by side, neither better than the other. */
#include "layout/flow.h"
#include "layout/named.h"
#include "layout/verdict.h"

static struct box *side_card(struct layout *layout, const struct named *side, const struct verdict *verdict,
                             float width)
{
    struct verdict_look look = verdict_open(layout, verdict, width);
    struct box *head = side->name ? verdict_head(layout, &look, side->name, NULL, side->place) : NULL;
    layout->depth++;
    struct box *body = named_body(layout, side, look.inner);
    layout->depth--;
    return verdict_close(layout, &look, head, body, width, side->place);
}

static struct box *sides_row(struct layout *layout, const struct named_list *sides, float width)
{
    float gutter = layout->sheet->gutter, each = (width - gutter) / 2;
    struct box_list cards = {0};
    for (size_t i = 0; i < sides->at.count; i++)
        box_list_add(layout, &cards, side_card(layout, &sides->at.at[i], &verdict_plain[i % 2], each));
    return grid_create(layout, &cards, 2, gutter, gutter);
}

static const struct node *block_table(const struct node *block)
{
    const struct node *node = block->first;
    while (node && !(node->type == NODE_TABLE && is_comparison(node)))
        node = node->next;
    return node;
}

struct box *compare_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *table = block_table(block), *after;
    if (table)
        return around_box(layout, block, table, comparison_box(layout, table, width), table->next, width);
    struct named_list sides = {0};
    const struct node *at = named_of_block(layout, block, &sides, &after);
    if (sides.at.count < 2)
        return flow_blocks(layout, block->first, NULL, width);
    return around_box(layout, block, at, sides_row(layout, &sides, width), after, width);
}
