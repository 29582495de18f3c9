/* steps.c - numbered steps: big numerals in circles on one axis, a thin line between them; on a wide slide
 * side by side. */
#include "layout/flow.h"
#include "layout/marker.h"
#include "layout/stages.h"

struct box *steps_box(struct layout *layout, const struct node *list, float width)
{
    float numeral = layout->sheet->size[TEXT_NUMERAL];
    struct box_list items = {0};
    unsigned value = list->ordered ? list->start : 1;
    for (const struct node *node = list->first; node; node = node->next, value++) {
        struct marker marker = {.shape = MARKER_NUMERAL,
                                .label = arena_format(layout->arena, "%u", value),
                                .colour = layout->palette->accent,
                                .size = numeral * 1.75f,
                                .indent = numeral * 1.75f + layout->sheet->size[TEXT_BODY] * 0.9f,
                                .connected = node->next != NULL};
        layout->depth++;
        struct box *body = flow_blocks(layout, node->first, NULL, width - marker.indent);
        layout->depth--;
        struct box *item = item_create(layout, &marker, body, width, node->place, MARK_ITEM);
        item->before = item->after = layout->sheet->gap * 0.9f;
        box_list_add(layout, &items, item);
    }
    struct box *box = stack_of_items(layout, &items, width);
    if (!box)
        return NULL;
    box->mark = mark_create(layout, MARK_LIST, list->place);
    box->before = layout->sheet->gap * 1.2f;
    box->after = layout->sheet->gap * 1.4f;
    struct box *stages =
        layout->sheet->medium == MEDIUM_SLIDE ? stages_create(layout, list, box, width) : NULL;
    return stages ? stages : box;
}
