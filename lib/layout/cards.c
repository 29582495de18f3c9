/* cards.c - key points as tiles: a bold lead, a line or two of text. */
#include "layout/flow.h"

static struct box *point_card(struct layout *layout, const struct node *item, float width)
{
    const struct palette *outer = layout->palette;
    struct card_style style = {.fill = outer->tint,
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad * 0.85f,
                               .radius = layout->sheet->radius};
    const struct palette *palette =
        layout_palette(layout, palette_on(layout->theme, outer->tint, outer->ground));
    layout->palette = palette;
    float inner = card_inner(width, &style);
    const struct node *lead = node_bold_lead(item->first), *rest = item->first;
    struct box_list parts = {0};
    if (lead) {
        struct text_look head = {.role = TEXT_H3, .colour = palette->heading, .bold = true, .balanced = true};
        struct text_look body = {.role = TEXT_BODY};
        struct box *title = text_of_node(layout, lead, inner, &head);
        if (title) {
            title->keep_next = true;
            title->after = layout->sheet->gap * 0.35f;
        }
        box_list_add(layout, &parts, title);
        box_list_add(layout, &parts, text_of_inlines(layout, lead->next, inner, &body));
        rest = rest->next;
    }
    layout->depth++;
    box_list_add(layout, &parts, flow_blocks(layout, rest, NULL, inner));
    layout->depth--;
    struct box *content = stack_create(layout, &parts, inner);
    layout->palette = outer;
    if (!content)
        return NULL;
    struct box *card = card_create(layout, content, width, &style);
    card->palette = palette;
    card->mark = mark_create(layout, MARK_ITEM, item->place);
    return card;
}

static unsigned card_columns(const struct layout *layout, const struct node *list, float width)
{
    unsigned count = 0, columns = (unsigned)(width / (layout->sheet->size[TEXT_BODY] * 15));
    for (const struct node *item = list->first; item; item = item->next)
        count++;
    columns = columns > layout->sheet->tiles ? layout->sheet->tiles : columns < 1 ? 1 : columns;
    if (columns == 3 && (count == 4 || count == 2))
        return 2;
    return columns > count ? count : columns;
}

struct box *cards_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    if (!list)
        return flow_blocks(layout, block->first, NULL, width);
    unsigned columns = card_columns(layout, list, width);
    float gutter = layout->sheet->gutter;
    float each = (width - gutter * (float)(columns - 1)) / (float)columns;
    struct box_list tiles = {0};
    for (const struct node *item = list->first; item; item = item->next)
        box_list_add(layout, &tiles, point_card(layout, item, each));
    struct box *grid = tiles.boxes.count ? grid_create(layout, &tiles, columns, gutter) : NULL;
    if (grid)
        grid->mark = mark_create(layout, MARK_LIST, list->place);
    return around_list(layout, block, grid, width);
}
