#include "layout/named.h"
#include "layout/flow.h"

struct named named_item(const struct node *item)
{
    const struct node *lead = node_bold_lead(item->first);
    struct named named = {.first = item->first, .place = item->place};
    if (lead) {
        named.name = lead;
        named.rest = lead;
        named.first = item->first->next;
    }
    return named;
}

struct named named_part(const struct part *part)
{
    struct named named = {.first = part->first, .end = part->end, .place = part->first->place};
    bool lead = part->first->type == NODE_PARAGRAPH && node_is_lead(part->first);
    if (part->first->type == NODE_HEADING || lead) {
        named.name = part->first;
        named.first = part->first->next == part->end ? NULL : part->first->next;
    }
    return named;
}

const struct node *named_of_block(struct layout *layout, const struct node *block, struct named_list *list,
                                  const struct node **after)
{
    struct part_list parts = {0};
    parts_of_block(layout->arena, block, &parts);
    *after = NULL;
    if (parts.at.count > 1) {
        for (size_t i = 0; i < parts.at.count; i++)
            *VECTOR_ADD(layout->arena, &list->at) = named_part(&parts.at.at[i]);
        return parts.at.at[0].outer;
    }
    const struct node *items = block_list(block);
    if (!items)
        return NULL;
    for (const struct node *item = items->first; item; item = item->next)
        *VECTOR_ADD(layout->arena, &list->at) = named_item(item);
    *after = items->next;
    return items;
}

static struct box *rest_box(struct layout *layout, const struct named *named, float width)
{
    struct text_look body = {.role = TEXT_BODY};
    if (!named->rest)
        return NULL;
    return stack_of(layout, width, text_of_rest(layout, named->rest, width, &body),
                    pictures_box(layout, named->rest->parent, width));
}

static struct box *said_box(struct layout *layout, const struct named *named, struct box *rest, float width)
{
    return stack_of(layout, width, rest, flow_blocks(layout, named->first, named->end, width));
}

struct box *named_body(struct layout *layout, const struct named *named, float width)
{
    return said_box(layout, named, rest_box(layout, named, width), width);
}

struct box *named_box(struct layout *layout, const struct named *named, float width,
                      const struct text_look *head)
{
    struct box *name = named->name ? text_of_node(layout, named->name, width, head) : NULL;
    struct box *rest = rest_box(layout, named, width);
    if (name && rest)
        name->after = rest->before = layout->sheet->gap * 0.2f;
    struct box *said = said_box(layout, named, rest, width);
    if (name && said)
        name->keep_next = true;
    return stack_of(layout, width, name, said);
}

struct box *led_box(struct layout *layout, const struct node *item, float width)
{
    struct text_look head = {.role = TEXT_H3, .colour = layout->palette->accent, .bold = true};
    struct named named = named_item(item);
    return named_box(layout, &named, width, &head);
}

struct box *around_box(struct layout *layout, const struct node *block, const struct node *at,
                       struct box *box, const struct node *after, float width)
{
    struct box_list list = {0};
    box_list_add(layout, &list, flow_blocks(layout, block->first, at, width));
    box_list_add(layout, &list, box);
    if (after)
        box_list_add(layout, &list, flow_blocks(layout, after, NULL, width));
    return stack_create(layout, &list, width);
}
