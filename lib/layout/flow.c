#include "layout/flow.h"
#include <string.h>

/* "Dấu hiệu:" before a list: its label. */
static bool labels_list(struct layout *layout, const struct node *paragraph)
{
    if (!paragraph->next || paragraph->next->type != NODE_LIST)
        return false;
    const char *text = node_plain_text(layout->arena, paragraph);
    size_t length = strlen(text);
    return length && length < 60 && text[length - 1] == ':';
}

static struct box *paragraph_flow(struct layout *layout, const struct node *node, float width)
{
    const struct node *only = node->first;
    if (only && only->type == NODE_IMAGE && !only->next)
        return picture_box(layout, only, width);
    if (layout->depth == 0 && node_is_lead(node) && node->previous && node->previous->type == NODE_HEADING)
        return message_box(layout, node, width);
    bool label = labels_list(layout, node);
    struct text_look look = {.role = TEXT_BODY, .bold = label};
    struct box *box = text_of_node(layout, node, width, &look);
    if (box && label) {
        box->keep_next = true;
        box->after = layout->sheet->gap * 0.5f;
    }
    return box;
}

static struct box *heading_flow(struct layout *layout, const struct node *node, float width)
{
    enum text_role role = node->level <= 1 ? TEXT_H1 : node->level == 2 ? TEXT_H2 : TEXT_H3;
    struct box *box = heading_box(layout, node, role, width);
    if (box) {
        box->before = layout->sheet->gap * (node->level <= 2 ? 3.2f : 2.2f);
        box->after = layout->sheet->gap * 0.8f;
    }
    return box;
}

static struct box *section_flow(struct layout *layout, const struct node *node, float width)
{
    return flow_blocks(layout, node->first, NULL, width);
}

static struct box *rule_flow(struct layout *layout, const struct node *node, float width)
{
    (void)node;
    return rule_create(layout, width);
}

static struct box *plain_flow(struct layout *layout, const struct node *node, float width)
{
    return flow_blocks(layout, node->first, NULL, width);
}

const struct node *block_list(const struct node *block)
{
    const struct node *node = block->first;
    while (node && node->type != NODE_LIST)
        node = node->next;
    return node;
}

struct box *around_list(struct layout *layout, const struct node *block, struct box *list, float width)
{
    const struct node *at = block_list(block);
    struct box_list parts = {0};
    box_list_add(layout, &parts, flow_blocks(layout, block->first, at, width));
    box_list_add(layout, &parts, list);
    if (at)
        box_list_add(layout, &parts, flow_blocks(layout, at->next, NULL, width));
    return stack_create(layout, &parts, width);
}

static struct box *steps_flow(struct layout *layout, const struct node *node, float width)
{
    const struct node *list = block_list(node);
    return around_list(layout, node, list ? steps_box(layout, list, width) : NULL, width);
}

static struct box *good_flow(struct layout *layout, const struct node *node, float width)
{
    return judge_box(layout, node, NULL, width);
}

static struct box *bad_flow(struct layout *layout, const struct node *node, float width)
{
    return judge_box(layout, NULL, node, width);
}

static struct box *nothing_flow(struct layout *layout, const struct node *node, float width)
{
    (void)layout, (void)node, (void)width;
    return NULL;
}

/* The words after a block's name: "::: steps Em làm gì?". */
static struct box *block_title(struct layout *layout, const struct node *node, float width)
{
    struct text_look look = {
        .role = TEXT_H3, .colour = layout->palette->heading, .bold = true, .balanced = true};
    if (node == layout->titled)
        return NULL;
    struct box *title = text_of_string(layout, node->title, width, &look);
    if (!title)
        return NULL;
    title->keep_next = true;
    title->before = layout->sheet->gap * 2;
    title->after = layout->sheet->gap * 0.6f;
    return title;
}

typedef struct box *flow_fn(struct layout *layout, const struct node *node, float width);

static struct box *block_flow(struct layout *layout, const struct node *node, float width)
{
    static flow_fn *const kinds[BLOCK_COUNT] = {
        [BLOCK_steps] = steps_flow,   [BLOCK_do] = good_flow,     [BLOCK_dont] = bad_flow,
        [BLOCK_stats] = stats_box,    [BLOCK_cards] = cards_box,  [BLOCK_contacts] = contacts_box,
        [BLOCK_notes] = nothing_flow, [BLOCK_slide] = plain_flow, [BLOCK_only] = plain_flow};
    bool own = node->block == BLOCK_do || node->block == BLOCK_dont;
    struct box *box = (kinds[node->block] ? kinds[node->block] : plain_flow)(layout, node, width);
    struct box *title = own || node->block == BLOCK_notes ? NULL : block_title(layout, node, width);
    if (title && box)
        box->before = title->after;
    return title ? stack_of(layout, width, title, box) : box;
}

/* One block; NULL when it has nothing to show (speaker notes). */
static struct box *flow_block(struct layout *layout, const struct node *node, float width)
{
    static flow_fn *const types[NODE_TYPE_COUNT] = {
        [NODE_DOCUMENT] = plain_flow,      [NODE_SECTION] = section_flow, [NODE_HEADING] = heading_flow,
        [NODE_PARAGRAPH] = paragraph_flow, [NODE_LIST] = list_box,        [NODE_ITEM] = plain_flow,
        [NODE_QUOTE] = quote_box,          [NODE_ALERT] = alert_box,      [NODE_CODE_BLOCK] = code_box,
        [NODE_TABLE] = table_box,          [NODE_RULE] = rule_flow,       [NODE_BLOCK] = block_flow};
    return types[node->type] ? types[node->type](layout, node, width) : NULL;
}

/* A figure in running text brings its source along; stats show their own, sections hold other blocks. */
static bool wants_sources(const struct layout *layout, const struct node *node)
{
    bool stats = block_is(node, BLOCK_stats) || (layout->sheet->natural && node->type == NODE_LIST &&
                                                 !node->ordered && list_has_figures(node));
    bool own = node->type == NODE_SECTION || stats;
    return layout->sheet->sources_inline && layout->depth == 0 && !own;
}

const struct node *flow_add(struct layout *layout, struct box_list *list, const struct node *node,
                            float width)
{
    if (block_is(node, BLOCK_do) && block_is(node->next, BLOCK_dont)) {
        box_list_add(layout, list, judge_box(layout, node, node->next, width));
        return node->next->next;
    }
    struct box *box = flow_block(layout, node, width);
    struct box *sources = box && wants_sources(layout, node) ? sources_box(layout, node, width) : NULL;
    if (sources) {
        box->keep_next = true;
        box->after = sources->before = layout->sheet->gap * 0.4f;
    }
    box_list_add(layout, list, box);
    box_list_add(layout, list, sources);
    return node->next;
}

struct box *flow_blocks(struct layout *layout, const struct node *first, const struct node *end, float width)
{
    struct box_list list = {0};
    for (const struct node *node = first; node && node != end;)
        node = flow_add(layout, &list, node, width);
    return stack_create(layout, &list, width);
}
