/* list.c - plain lists: bullets hang, text is aligned under itself, numbers end at one edge. */
#include "guide/ages.h"
#include "guide/diagrams.h"
#include "layout/flow.h"
#include "layout/item_sign.h"
#include "layout/marker.h"
#include "layout/myths.h"
#include <string.h>

/* Two items or more, each begins in bold. */
static bool list_has_leads(const struct node *list)
{
    for (const struct node *item = list->first; item; item = item->next)
        if (!node_bold_lead(item->first))
            return false;
    return node_count(list) >= 2;
}

/* “36%”, “1,55 triệu”, “111”: begins with a digit and is short. */
static bool is_figure(const struct node *bold)
{
    const struct node *text = bold ? bold->first : NULL;
    if (!text || text->next || text->type != NODE_TEXT)
        return false;
    size_t length = strlen(text->text);
    return length >= 1 && length <= 16 && text->text[0] >= '0' && text->text[0] <= '9';
}

bool list_has_figures(const struct node *list)
{
    for (const struct node *item = list->first; item; item = item->next)
        if (!is_figure(node_bold_lead(item->first)))
            return false;
    return list->first != NULL;
}

const struct node *list_paragraph(const struct node *list)
{
    const struct node *item = list->type == NODE_LIST ? list->first : NULL;
    bool only = item && !item->next && !list->ordered && !item->task && item->first && !item->first->next;
    return only && item->first->type == NODE_PARAGRAPH ? item->first : NULL;
}

const struct node *short_list(const struct node *section, bool prose)
{
    const struct node *list = NULL;
    if (!section || section->type != NODE_SECTION)
        return NULL;
    for (const struct node *node = section->first->next; node; node = node->next) {
        if (prose && node->type == NODE_PARAGRAPH && !node_is_lead(node) && !has_pictures(node))
            continue;
        if (node->type != NODE_LIST || list)
            return NULL;
        list = node;
    }
    return list && list->first && node_count(list) <= 5 ? list : NULL;
}

static struct marker bullet(const struct layout *layout)
{
    static const enum marker_shape shapes[MARKERS_COUNT][3] = {
        [MARKERS_ROUND] = {MARKER_DOT, MARKER_RING, MARKER_DASH},
        [MARKERS_SOFT] = {MARKER_DOT, MARKER_RING, MARKER_DASH},
        [MARKERS_SQUARE] = {MARKER_SQUARE, MARKER_DASH, MARKER_RING},
        [MARKERS_RING] = {MARKER_RING, MARKER_DOT, MARKER_DASH},
        [MARKERS_BARE] = {MARKER_DASH, MARKER_DOT, MARKER_RING}};
    float size = layout->sheet->size[TEXT_BODY];
    unsigned depth = layout->depth < 2 ? layout->depth : 2;
    enum marker_shape shape = shapes[layout->theme->markers][depth];
    return (struct marker){.shape = shape,
                           .colour = layout->palette->accent,
                           .size = size * (shape == MARKER_DOT && !depth ? 0.36f : 0.42f),
                           .indent = size * 1.35f};
}

static unsigned digit_count(unsigned value)
{
    unsigned count = 1;
    while (value >= 10) {
        value /= 10;
        count++;
    }
    return count;
}

static struct marker number(const struct layout *layout, unsigned value, unsigned largest)
{
    float size = layout->sheet->size[TEXT_BODY];
    return (struct marker){.shape = MARKER_TEXT,
                           .label = arena_format(layout->arena, "%u.", value),
                           .colour = layout->palette->accent,
                           .indent = size * (1.05f + 0.6f * (float)digit_count(largest))};
}

static struct marker list_marker(const struct layout *layout, const struct node *list,
                                 const struct node *item, unsigned index, unsigned count)
{
    if (item->task)
        return tick_marker(layout, item->checked);
    if (list->ordered)
        return number(layout, list->start + index, list->start + count - 1);
    return bullet(layout);
}

/* Every item is one paragraph that stands on so many lines of half the width. */
static bool are_short(struct layout *layout, const struct node *list, float width, float lines)
{
    struct text_look look = {.role = TEXT_BODY};
    float room = (width - layout->sheet->gutter) / 2 - layout->sheet->size[TEXT_BODY] * 1.5f;
    for (const struct node *item = list->first; item; item = item->next) {
        const struct node *paragraph = item->first;
        if (!paragraph || paragraph->next || paragraph->type != NODE_PARAGRAPH ||
            text_widths(layout, paragraph, &look).natural > room * lines)
            return false;
    }
    return true;
}

static bool is_cycle_list(struct layout *layout, const struct node *list)
{
    return list_returns(layout->arena, list) && diagram_holds(BLOCK_cycle, cycle_length(layout->arena, list));
}

/* The form a list takes: what its items are, what the piece likes, what there is room for. */
static enum choice list_choice(struct layout *layout, const struct node *list, float width)
{
    const struct sheet *sheet = layout->sheet;
    bool ticks = list->first->task, plain = layout->depth > 0 || ticks;
    size_t count = node_count(list);
    if (list->definitions)
        return CHOICE_definitions;
    if (layout->depth == 0 && is_myth_list(layout->arena, list))
        return CHOICE_myths;
    if (!plain && sheet->steps_from_lists && is_cycle_list(layout, list))
        return CHOICE_cycle;
    if (!plain && sheet->natural && is_age_list(layout->arena, list))
        return CHOICE_ages;
    if (!plain && sheet->natural && is_tree_list(layout->arena, list))
        return CHOICE_tree;
    if (layout->depth == 0 && is_question_list(layout->arena, list))
        return CHOICE_questions;
    if (list->ordered)
        return sheet->steps_from_lists && list_has_leads(list) ? CHOICE_steps : CHOICE_numbered;
    if (layout->depth == 0 && sheet->natural && list_has_figures(list))
        return CHOICE_stats;
    if (!plain && sheet->cards_from_lists && list_has_leads(list))
        return CHOICE_cards;
    if (!plain && sheet->points && count >= 3 && count <= 6 && width > sheet->size[TEXT_BODY] * 30 &&
        are_short(layout, list, width, 1.3f))
        return CHOICE_points;
    if (!plain && sheet->paired_items && count >= 4 && are_short(layout, list, width, 1))
        return CHOICE_pairs;
    return ticks ? CHOICE_ticks : CHOICE_bullets;
}

static struct marker sign_marker(const struct layout *layout, const char *sign)
{
    return (struct marker){.shape = MARKER_TEXT,
                           .label = sign,
                           .colour = layout->palette->accent,
                           .indent = layout->sheet->size[TEXT_BODY] * 1.75f};
}

/* Markers hang, in one column or two. */
static struct box *items_box(struct layout *layout, const struct node *list, float width, unsigned columns)
{
    unsigned count = (unsigned)node_count(list), index = 0;
    struct marker widest = list_marker(layout, list, list->last, count - 1, count);
    if (width < 2 * widest.indent)
        return flow_blocks(layout, list->first, NULL, width);
    float full = width, gutter = layout->sheet->gutter;
    if (columns == 2)
        width = (width - gutter) / 2;
    float gap = layout->sheet->gap * (list->tight ? 0.5f : 0.85f);
    struct box_list items = {0};
    for (const struct node *node = list->first; node; node = node->next, index++) {
        struct marker marker = list_marker(layout, list, node, index, count);
        const struct node *first = node->first;
        const char *sign = marker.shape == MARKER_TEXT || node->task ? NULL : item_sign(layout, node, &first);
        if (sign)
            marker = sign_marker(layout, sign);
        layout->depth++;
        struct box *body = flow_blocks(layout, first, NULL, width - marker.indent);
        layout->depth--;
        struct box *item = item_create(layout, &marker, body, width, node->place, MARK_ITEM);
        item->before = item->after = gap;
        box_list_add(layout, &items, item);
    }
    struct box *box = columns == 2 ? grid_create(layout, &items, columns, gutter, gap)
                                   : stack_of_items(layout, &items, full);
    if (!box)
        return NULL;
    box->mark = mark_create(layout, MARK_LIST, list->place);
    box->before = layout->depth ? gap : layout->sheet->gap * 0.7f;
    box->after = layout->depth ? gap : layout->sheet->gap * 1.2f;
    return box;
}

struct box *list_box(struct layout *layout, const struct node *list, float width)
{
    enum choice choice = list_choice(layout, list, width);
    account_choose(layout, choice);
    switch (choice) {
    case CHOICE_definitions:
        return definitions_box(layout, list, width);
    case CHOICE_myths:
        return myth_list_box(layout, list, width);
    case CHOICE_cycle:
        return list_cycle_box(layout, list, width);
    case CHOICE_tree:
        return list_tree_box(layout, list, width);
    case CHOICE_ages:
        return list_ages_box(layout, list, width);
    case CHOICE_questions:
        return question_list_box(layout, list, width);
    case CHOICE_steps:
        return steps_box(layout, list, width);
    case CHOICE_stats:
        return list_stats_box(layout, list, width);
    case CHOICE_cards:
        return list_cards_box(layout, list, width);
    case CHOICE_points:
        return list_points_box(layout, list, width);
    default:
        return items_box(layout, list, width, choice == CHOICE_pairs ? 2 : 1);
    }
}
