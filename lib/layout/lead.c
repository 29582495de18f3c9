/* lead.c - an item of a list whose bold lead stands above the rest: a date, an answer. */
#include "layout/flow.h"

/* Adds the lead on lines of its own, close to what follows it. Without a rest it leads `next`. */
static void add_lead(struct layout *layout, struct box_list *parts, const struct node *lead,
                     const struct node *next, float width)
{
    struct text_look head = {.role = TEXT_H3, .colour = layout->palette->accent, .bold = true};
    struct text_look body = {.role = TEXT_BODY};
    struct box *label = text_of_node(layout, lead, width, &head);
    struct box *rest = text_of_rest(layout, lead, width, &body);
    if (label && (rest || next))
        label->keep_next = true;
    if (label && rest)
        label->after = rest->before = layout->sheet->gap * 0.2f;
    box_list_add(layout, parts, label);
    box_list_add(layout, parts, rest);
}

struct box *led_box(struct layout *layout, const struct node *item, float width)
{
    struct box_list parts = {0};
    const struct node *first = item->first, *lead = node_bold_lead(first);
    if (lead) {
        first = first->next;
        add_lead(layout, &parts, lead, first, width);
    }
    box_list_add(layout, &parts, flow_blocks(layout, first, NULL, width));
    return stack_create(layout, &parts, width);
}
