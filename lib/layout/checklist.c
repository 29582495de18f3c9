/* checklist.c - things to tick off, each with an empty box, on a framed card. */
#include "layout/flow.h"
#include "layout/marker.h"

/* On paper at least 5 mm, to be ticked by hand: body text there is no smaller than 11 points. */
struct marker tick_marker(const struct layout *layout, bool ticked)
{
    float size = layout->sheet->size[TEXT_BODY];
    return (struct marker){.shape = ticked ? MARKER_TICKED : MARKER_BOX,
                           .colour = layout->palette->heading,
                           .size = size * 1.35f,
                           .indent = size * 2.2f};
}

struct box *tick_item_box(struct layout *layout, const struct node *item, float width)
{
    struct marker marker = tick_marker(layout, item->checked);
    struct box *body = flow_blocks(layout, item->first, NULL, width - marker.indent);
    struct box *box = item_create(layout, &marker, body, width, item->place, MARK_ITEM);
    box->before = box->after = layout->sheet->gap * 0.8f;
    return box;
}

static struct box *ticks_card(struct layout *layout, const struct node *list, float width)
{
    struct card_style style = {.border = layout->palette->line,
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad * 0.9f,
                               .radius = layout->sheet->radius};
    float inner = card_inner(width, &style);
    struct box_list items = {0};
    layout->depth++;
    for (const struct node *item = list->first; item; item = item->next)
        box_list_add(layout, &items, tick_item_box(layout, item, inner));
    layout->depth--;
    struct box *box = stack_of_items(layout, &items, inner);
    box->mark = mark_create(layout, MARK_LIST, list->place);
    return card_create(layout, box, width, &style);
}

struct box *checklist_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    return around_list(layout, block, list ? ticks_card(layout, list, width) : NULL, width);
}
