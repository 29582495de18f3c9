/* timeline.c - milestones on one axis: a ring each, its date in bold, what happens then. */
#include "layout/flow.h"
#include "layout/marker.h"

static struct box *axis(struct layout *layout, const struct node *list, float width)
{
    float size = layout->sheet->size[TEXT_BODY];
    struct box_list items = {0};
    layout->depth++;
    for (const struct node *item = list->first; item; item = item->next) {
        struct marker marker = {.shape = MARKER_RING,
                                .colour = layout->palette->accent,
                                .size = size * 1.1f,
                                .indent = size * 2.2f,
                                .connected = item->next != NULL};
        struct box *body = led_box(layout, item, width - marker.indent);
        if (body && node_bold_lead(item->first))
            marker.middle = body->baseline - 0.35f * layout->sheet->size[TEXT_H3];
        struct box *box = item_create(layout, &marker, body, width, item->place, MARK_ITEM);
        box->before = box->after = layout->sheet->gap * 1.2f;
        box_list_add(layout, &items, box);
    }
    layout->depth--;
    struct box *box = stack_of_items(layout, &items, width);
    box->mark = mark_create(layout, MARK_LIST, list->place);
    return box;
}

struct box *timeline_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    return around_list(layout, block, list ? axis(layout, list, width) : NULL, width);
}
