#include "layout/flow.h"
#include <string.h>

#define NARROW 6 /* sizes of body text: a long syllable and a marker */

bool is_narrow(const struct layout *layout, float width)
{
    return width < NARROW * layout->sheet->size[TEXT_BODY];
}

bool leads_in(struct arena *arena, const struct node *paragraph)
{
    const struct node *next = paragraph->next;
    if (!next || next->type == NODE_PARAGRAPH || next->type == NODE_SECTION)
        return false;
    const char *text = node_plain_text(arena, paragraph);
    size_t length = strlen(text);
    return (length && text[length - 1] == ':') || is_caption_of(arena, paragraph, next);
}

/* Pictures alone, each over its alt text. */
static struct box *pictures_flow(struct layout *layout, const struct node *paragraph, float width)
{
    struct box_list pictures = {0};
    account_choose(layout, CHOICE_picture);
    for (const struct node *node = paragraph->first; node; node = node->next)
        if (node->type == NODE_IMAGE)
            box_list_add(layout, &pictures, picture_box(layout, node, width));
    return stack_create(layout, &pictures, width);
}

#define LABEL_BYTES 60 /* what leads in is set as a label when it is shorter */

static struct box *words_flow(struct layout *layout, const struct node *node, float width)
{
    if (layout->inside == 0 && node_is_lead(node) && node->previous && node->previous->type == NODE_HEADING) {
        account_choose(layout, CHOICE_message);
        return message_box(layout, node, width);
    }
    if (captioned_table(layout->arena, node))
        return caption_box(layout, node, width);
    bool leads = leads_in(layout->arena, node);
    bool label = leads && strlen(node_plain_text(layout->arena, node)) < LABEL_BYTES;
    if (label)
        account_choose(layout, CHOICE_label);
    struct text_look look = {.role = TEXT_BODY, .bold = label, .prose = !label && layout->depth == 0};
    struct box *box = text_of_node(layout, node, width, &look);
    if (box && leads) {
        box->keep_next = true;
        box->after = layout->sheet->gap * 0.5f;
    }
    return box;
}

/* The words of a paragraph, alt texts among them, then its pictures. */
static struct box *paragraph_flow(struct layout *layout, const struct node *node, float width)
{
    if (is_pictures(node))
        return pictures_flow(layout, node, width);
    return stack_of(layout, width, words_flow(layout, node, width), pictures_box(layout, node, width));
}

static struct box *heading_flow(struct layout *layout, const struct node *node, float width)
{
    bool inside = node->parent->type == NODE_BLOCK || node->level > 2;
    enum text_role role = inside ? TEXT_H3 : node->level == 2 ? TEXT_H2 : TEXT_H1;
    struct box *box = node == layout->titled ? NULL : heading_box(layout, node, role, width);
    if (box) {
        box->before = layout->sheet->gap * (inside ? 2.2f : 3.2f);
        box->after = layout->sheet->gap * 0.8f;
    }
    return box;
}

static struct box *section_flow(struct layout *layout, const struct node *node, float width)
{
    return flow_blocks(layout, node->first, NULL, width);
}

static bool is_in_form(const struct node *node)
{
    while (node && !block_is(node, BLOCK_form))
        node = node->parent;
    return node != NULL;
}

/* Between blocks; before a heading, at the beginning and at the end of a container it divides nothing, and
 * could come to stand alone on a page. In a form it is a line to write on. */
static struct box *rule_flow(struct layout *layout, const struct node *node, float width)
{
    const struct node *next = node->next;
    while (block_is(next, BLOCK_notes))
        next = next->next;
    bool divides = node->previous && next && next->type != NODE_SECTION;
    return divides || is_in_form(node) ? rule_create(layout, width) : NULL;
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

bool block_shows_title(const struct node *block)
{
    return block->block == BLOCK_do || block->block == BLOCK_dont || block->block == BLOCK_qr ||
           block->block == BLOCK_signs || block->block == BLOCK_aside;
}

typedef struct box *flow_fn(struct layout *layout, const struct node *node, float width);

static struct box *block_flow(struct layout *layout, const struct node *node, float width)
{
    static flow_fn *const kinds[BLOCK_COUNT] = {
        [BLOCK_steps] = steps_flow,
        [BLOCK_do] = good_flow,
        [BLOCK_dont] = bad_flow,
        [BLOCK_stats] = stats_box,
        [BLOCK_cards] = cards_box,
        [BLOCK_contacts] = contacts_box,
        [BLOCK_notes] = nothing_flow,
        [BLOCK_slide] = plain_flow,
        [BLOCK_only] = plain_flow,
        [BLOCK_checklist] = checklist_box,
        [BLOCK_columns] = columns_box,
        [BLOCK_quote] = quotation_box,
        [BLOCK_compare] = compare_box,
        [BLOCK_timeline] = timeline_box,
        [BLOCK_flow] = decisions_box,
        [BLOCK_chart] = chart_box,
        [BLOCK_form] = form_box,
        [BLOCK_qr] = qr_box,
        [BLOCK_myths] = myths_box,
        [BLOCK_signs] = signs_box,
        [BLOCK_headline] = headline_box,
        [BLOCK_questions] = questions_box,
        [BLOCK_before_after] = before_after_box,
        [BLOCK_glossary] = glossary_box,
        [BLOCK_tree] = tree_box,
        [BLOCK_hierarchy] = hierarchy_box,
        [BLOCK_pyramid] = pyramid_box,
        [BLOCK_funnel] = funnel_box,
        [BLOCK_cycle] = cycle_box,
        [BLOCK_ages] = ages_box,
        [BLOCK_lanes] = lanes_box,
        [BLOCK_quadrant] = quadrant_box,
        [BLOCK_aside] = aside_box,
    };
    bool narrow = is_narrow(layout, width) && node->block != BLOCK_notes;
    bool own = !narrow && block_shows_title(node);
    flow_fn *kind = narrow || !kinds[node->block] ? plain_flow : kinds[node->block];
    struct box *box = kind(layout, node, width);
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
    bool holder = node->type == NODE_LIST || node->type == NODE_QUOTE || node->type == NODE_ALERT;
    if (holder && is_narrow(layout, width))
        return plain_flow(layout, node, width);
    return types[node->type] ? types[node->type](layout, node, width) : NULL;
}

/* Figures that stand out have their sources at their feet. */
static bool shows_own_sources(const struct layout *layout, const struct node *node)
{
    bool figures = layout->sheet->natural && layout->depth == 0 && node->type == NODE_LIST &&
                   !node->ordered && list_has_figures(node);
    return figures || block_is(node, BLOCK_stats) || block_is(node, BLOCK_chart);
}

/* Blocks that are only brackets around others. */
static bool is_bracket(const struct node *node)
{
    return node->type == NODE_SECTION || block_is(node, BLOCK_only) || block_is(node, BLOCK_slide);
}

#define LEAST_CARD 11 /* sizes of body text: narrower cards stand below each other */

/* A do and the don't after it stand side by side, where there is room for both. */
static bool is_judged_pair(const struct layout *layout, const struct node *node, const struct node *end,
                           float width)
{
    return block_is(node, BLOCK_do) && block_is(node->next, BLOCK_dont) && node->next != end &&
           (width - layout->sheet->gutter) / 2 >= LEAST_CARD * layout->sheet->size[TEXT_BODY];
}

/* Figures bring their sources along, once: below the outermost block that holds them. */
static void add_with_sources(struct layout *layout, struct box_list *list, struct box *box,
                             const struct source_lines *found, float width)
{
    struct box *sources = box ? source_lines_box(layout, found, WORD_source, width) : NULL;
    if (sources) {
        box->keep_next = true;
        box->after = sources->before = layout->sheet->gap * 0.4f;
    }
    box_list_add(layout, list, box);
    box_list_add(layout, list, sources);
}

/* What a block became: paragraphs, lists and tables have several forms, and their makers chose. */
static enum choice block_choice(const struct layout *layout, const struct node *node)
{
    static const enum choice usual[NODE_TYPE_COUNT] = {
        [NODE_HEADING] = CHOICE_heading, [NODE_PARAGRAPH] = CHOICE_paragraph, [NODE_LIST] = CHOICE_bullets,
        [NODE_QUOTE] = CHOICE_quote,     [NODE_ALERT] = CHOICE_alert,         [NODE_CODE_BLOCK] = CHOICE_code,
        [NODE_TABLE] = CHOICE_table,     [NODE_RULE] = CHOICE_rule,           [NODE_BLOCK] = CHOICE_block};
    bool chooses = node->type == NODE_PARAGRAPH || node->type == NODE_LIST || node->type == NODE_TABLE;
    return chooses && layout->choice ? (enum choice)layout->choice : usual[node->type];
}

const struct node *flow_add(struct layout *layout, struct box_list *list, const struct node *node,
                            const struct node *end, float width)
{
    bool outermost = layout->inside == 0 && layout->sheet->sources_inline;
    struct source_lines sources = {0};
    if (is_judged_pair(layout, node, end, width)) {
        layout->inside++;
        struct box *pair = judge_box(layout, node, node->next, width);
        layout->inside--;
        account_tell(layout, pair, node, node->next, CHOICE_judged);
        for (const struct node *half = node; outermost && half != node->next->next; half = half->next)
            source_lines_add(layout, &sources, half);
        add_with_sources(layout, list, pair, &sources, width);
        return node->next->next;
    }
    bool below = !is_bracket(node) && !shows_own_sources(layout, node);
    unsigned deeper = below && node->type != NODE_PARAGRAPH ? 1 : 0;
    layout->inside += deeper;
    if (layout->inside == deeper)
        layout->choice = CHOICE_none;
    struct box *box = flow_block(layout, node, width);
    layout->inside -= deeper;
    if (box && block_is(node, BLOCK_do) && block_is(node->next, BLOCK_dont))
        box->keep_next = true;
    if (!is_bracket(node)) {
        account_tell(layout, box, node, node, block_choice(layout, node));
    }
    if (outermost && below)
        source_lines_add(layout, &sources, node);
    add_with_sources(layout, list, box, &sources, width);
    return node->next;
}

const struct node *flow_next(struct layout *layout, struct box_list *list, const struct node *node,
                             const struct node *end, float width)
{
    if (!stands_beside(layout, node, end, width))
        return flow_add(layout, list, node, end, width);
    struct source_lines sources = {0};
    bool outermost = layout->inside == 0 && layout->sheet->sources_inline;
    layout->inside++;
    struct box *row = beside_box(layout, node, width);
    layout->inside--;
    account_tell(layout, row, node, node->next, CHOICE_beside);
    if (outermost)
        source_lines_add(layout, &sources, node->next);
    add_with_sources(layout, list, row, &sources, width);
    return node->next->next;
}

struct box *flow_blocks(struct layout *layout, const struct node *first, const struct node *end, float width)
{
    struct box_list list = {0};
    for (const struct node *node = first; node && node != end;)
        node = flow_next(layout, &list, node, end, width);
    return stack_create(layout, &list, width);
}
