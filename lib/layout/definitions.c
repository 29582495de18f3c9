/* definitions.c - terms in bold, what they mean indented beneath. */
#include "layout/flow.h"

static struct box *definition_box(struct layout *layout, const struct node *item, float width)
{
    struct text_look look = {.role = TEXT_BODY, .colour = layout->palette->heading, .bold = true};
    float indent = layout->sheet->size[TEXT_BODY] * 1.35f;
    struct box_list parts = {0};
    struct box *term = text_of_node(layout, item->first, width, &look);
    if (term) {
        term->keep_next = true;
        term->after = layout->sheet->gap * 0.2f;
    }
    box_list_add(layout, &parts, term);
    for (const struct node *node = item->first->next; node; node = node->next) {
        struct box *text = flow_blocks(layout, node, node->next, width - indent);
        if (!text)
            continue;
        text->before = layout->sheet->gap * 0.2f;
        text->after = layout->sheet->gap * 0.4f;
        box_list_add(layout, &parts, indent_create(layout, text, indent, width));
    }
    struct box *box = stack_as_item(layout, &parts, width, item->place);
    if (box)
        box->before = box->after = layout->sheet->gap * 0.9f;
    return box;
}

struct box *definitions_box(struct layout *layout, const struct node *list, float width)
{
    struct box_list items = {0};
    layout->depth++;
    for (const struct node *item = list->first; item; item = item->next)
        box_list_add(layout, &items, definition_box(layout, item, width));
    layout->depth--;
    struct box *box = stack_create(layout, &items, width);
    if (box)
        box->mark = mark_create(layout, MARK_LIST, list->place);
    return box;
}
