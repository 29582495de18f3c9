/* funnel.c - how many are left at each step: slices as wide as their figures. */
#include "guide/diagrams.h"
#include "guide/quantity.h"
#include "layout/flow.h"
#include "layout/named.h"
#include "layout/slices.h"
#include <string.h>

#define NARROWEST 0.03f /* of the widest: still seen */

/* The figure that an item begins with in bold; false when there is none, or a negative one. */
static bool item_figure(struct layout *layout, const struct node *item, struct quantity *figure)
{
    const struct node *lead = node_bold_lead(item->first);
    return lead &&
           quantity_read(layout->arena, node_plain_text(layout->arena, lead),
                         number_style_of(layout->edition->language), figure) &&
           figure->value >= 0;
}

/* True when all begin with figures of one unit and none is larger than the one above. */
static bool true_widths(struct layout *layout, const struct node *list, struct slice *slices)
{
    struct quantity first = {0}, before = {0}, figure;
    size_t index = 0;
    for (const struct node *item = list->first; item; item = item->next, index++) {
        if (!item_figure(layout, item, &figure))
            return false;
        if (index == 0)
            first = before = figure;
        if (figure.value > before.value || !(first.value > 0) || strcmp(figure.unit, first.unit) != 0)
            return false;
        slices[index].top = (float)(figure.value / first.value);
        before = figure;
    }
    return index > 0;
}

static void even_widths(struct slice *slices, size_t count)
{
    for (size_t i = 0; i < count; i++)
        slices[i].top = 1 - 0.75f * (float)i / (float)count;
}

static void place_edges(struct slice *slices, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slices[i].top < NARROWEST)
            slices[i].top = NARROWEST;
    for (size_t i = 0; i < count; i++)
        slices[i].bottom = i + 1 < count ? slices[i + 1].top : slices[i].top;
}

static struct box *funnel(struct layout *layout, const struct node *list, float width)
{
    size_t count = node_count(list), index = 0;
    struct slice *slices = ARENA_ARRAY(layout->arena, struct slice, count);
    float words = slices_words(layout, width);
    struct text_look head = {.role = TEXT_H3, .colour = layout->palette->accent, .bold = true};
    layout->depth++;
    for (const struct node *item = list->first; item; item = item->next, index++) {
        struct named named = named_item(item);
        struct box *body = named_box(layout, &named, words, &head);
        slices[index].body = body ? body : space_create(layout, words, layout->sheet->size[TEXT_BODY]);
        slices[index].place = item->place;
    }
    layout->depth--;
    bool to_scale = true_widths(layout, list, slices);
    if (!to_scale)
        even_widths(slices, count);
    place_edges(slices, count);
    struct box *box = slices_create(layout, slices, count, width);
    box->mark = mark_create(layout, MARK_LIST, list->place);
    if (to_scale)
        return box;
    struct text_look small = {.role = TEXT_SMALL, .colour = layout->palette->muted};
    box->keep_next = true;
    return stack_of(layout, width, box,
                    text_of_string(layout, layout_word(layout, WORD_not_to_scale), width, &small));
}

struct box *funnel_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    if (!list || !diagram_holds(block->block, node_count(list)))
        return flow_blocks(layout, block->first, NULL, width);
    return around_list(layout, block, funnel(layout, list, width), width);
}
