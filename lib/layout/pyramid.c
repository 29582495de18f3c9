/* pyramid.c - layers on one another: the first at the top, the last carries all and is the widest. */
#include "guide/diagrams.h"
#include "layout/flow.h"
#include "layout/named.h"
#include "layout/slices.h"

#define TOP_SHARE 0.2f /* of the base: room for the first number */

/* The sides are straight, so where a layer's edges are depends on how tall those above it are. */
static void place_edges(const struct layout *layout, struct slice *layers, size_t count)
{
    float whole = 0, above = 0;
    for (size_t i = 0; i < count; i++)
        whole += slice_height(layout, &layers[i]);
    for (size_t i = 0; i < count; i++) {
        layers[i].top = TOP_SHARE + (1 - TOP_SHARE) * above / whole;
        above += slice_height(layout, &layers[i]);
        layers[i].bottom = TOP_SHARE + (1 - TOP_SHARE) * above / whole;
    }
}

static struct box *layers_box(struct layout *layout, const struct node *list, float width)
{
    size_t count = node_count(list), index = 0;
    struct slice *layers = ARENA_ARRAY(layout->arena, struct slice, count);
    float words = slices_words(layout, width);
    struct text_look head = {.role = TEXT_H3, .colour = layout->palette->heading, .bold = true};
    layout->depth++;
    for (const struct node *item = list->first; item; item = item->next, index++) {
        struct named named = named_item(item);
        struct box *body = named_box(layout, &named, words, &head);
        layers[index] = (struct slice){
            .body = body ? body : space_create(layout, words, layout->sheet->size[TEXT_BODY]),
            .label = list->ordered ? arena_format(layout->arena, "%zu", list->start + index) : NULL,
            .place = item->place};
    }
    layout->depth--;
    place_edges(layout, layers, count);
    struct box *box = slices_create(layout, layers, count, width);
    box->mark = mark_create(layout, MARK_LIST, list->place);
    return box;
}

struct box *pyramid_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    if (!list || !diagram_holds(block->block, node_count(list)))
        return flow_blocks(layout, block->first, NULL, width);
    return around_list(layout, block, layers_box(layout, list, width), width);
}
