/* signs.c - what to look out for, on a calm ground, and what to do about it: said at the end, and never left
 * out (FINDING_signs_no_action). */
#include "guide/shapes.h"
#include "layout/flow.h"
#include "layout/verdict.h"
#include <string.h>

static const struct verdict verdict_sign = {MARKER_SIGN, ROLE_WARNING};

/* The ground that says what to do stands out, and leads on by an arrow unless its words begin with one. */
static struct box *action_card(struct layout *layout, const struct node *first, struct place place,
                               float width)
{
    const struct palette *outer = layout->palette;
    struct colour edge;
    const struct palette *palette = layout_palette(layout, palette_standing_out(layout->theme, &edge));
    struct card_style style = {.fill = palette->ground,
                               .border = edge,
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad * 0.7f,
                               .radius = layout->sheet->radius};
    layout->palette = palette;
    float size = layout->sheet->size[TEXT_BODY], inner = card_inner(width, &style);
    bool arrow = !starts_with_arrow(first);
    struct marker marker = {.shape = MARKER_ARROW,
                            .colour = palette->accent,
                            .size = size * 1.2f,
                            .indent = arrow ? size * 1.8f : 0};
    struct box *body = flow_blocks(layout, first, NULL, inner - marker.indent);
    if (body && arrow)
        body = item_create(layout, &marker, body, inner, place, MARK_GROUP);
    layout->palette = outer;
    if (!body)
        return NULL;
    struct box *card = card_create(layout, body, width, &style);
    card->palette = palette;
    card->mark = mark_create(layout, MARK_GROUP, place);
    return card;
}

static struct box *signs_list(struct layout *layout, const struct verdict_look *look, const struct node *list,
                              const struct node *action)
{
    struct box_list items = {0};
    float inner = look->inner - look->marker.indent;
    layout->depth++;
    for (const struct node *item = list->first; item && item != action; item = item->next) {
        struct box *body = flow_blocks(layout, item->first, NULL, inner);
        struct box *box = item_create(layout, &look->marker, body, look->inner, item->place, MARK_ITEM);
        box->before = box->after = layout->sheet->gap * 0.7f;
        box_list_add(layout, &items, box);
    }
    layout->depth--;
    struct box *box = stack_of_items(layout, &items, look->inner);
    if (box)
        box->mark = mark_create(layout, MARK_LIST, list->place);
    return box;
}

struct box *signs_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block), *action = list ? signs_action(block) : NULL;
    bool item = action && action->type == NODE_ITEM;
    const char *title = block->title && *block->title ? block->title : layout_word(layout, WORD_signs);
    struct verdict_look look = verdict_open(layout, &verdict_sign, width);
    struct box *head = verdict_head(layout, &look, NULL, title, block->place);
    struct box_list parts = {0};
    box_list_add(layout, &parts, flow_blocks(layout, block->first, list, look.inner));
    if (list)
        box_list_add(layout, &parts, signs_list(layout, &look, list, action));
    if (item)
        box_list_add(layout, &parts, action_card(layout, action->first, action->place, look.inner));
    if (list && list->next)
        box_list_add(layout, &parts,
                     item ? flow_blocks(layout, list->next, NULL, look.inner)
                          : action_card(layout, list->next, list->next->place, look.inner));
    return verdict_close(layout, &look, head, stack_create(layout, &parts, look.inner), width, block->place);
}
