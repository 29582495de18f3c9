/* contacts.c - whom to call: the first number very large on the primary colour, the others in a line each. */
#include "layout/flow.h"

/* The number and what is said of it, side by side. */
static struct box *contact_row(struct layout *layout, const struct node *item, float number_width,
                               float width, enum text_role role, struct colour colour)
{
    const struct node *number = node_bold_lead(item->first), *rest = item->first;
    float gutter = layout->sheet->gutter, text_width = width - number_width - gutter;
    struct text_look head = {.role = role, .colour = colour, .bold = true};
    struct text_look body = {.role = role == TEXT_HERO ? TEXT_LEAD : TEXT_BODY};
    struct box_list cells = {0}, words = {0};
    struct box *left = number ? text_fitted(layout, number, number_width, &head) : NULL;
    if (number) {
        box_list_add(layout, &words, text_of_inlines(layout, number->next, text_width, &body));
        rest = rest->next;
    }
    layout->depth++;
    box_list_add(layout, &words, flow_blocks(layout, rest, NULL, text_width));
    layout->depth--;
    struct box *right = stack_create(layout, &words, text_width);
    if (!left || !right)
        return left ? left : right;
    if (role == TEXT_HERO) /* one number beside several lines: middle to middle */
        right = stack_of(layout, text_width,
                         space_create(layout, text_width, (left->height - right->height) / 2), right);
    else if (left->baseline > right->baseline)
        right = stack_of(layout, text_width,
                         space_create(layout, text_width, left->baseline - right->baseline), right);
    left->width = number_width;
    box_list_add(layout, &cells, left);
    box_list_add(layout, &cells, right);
    return row_create(layout, &cells, gutter);
}

static float number_width(struct layout *layout, const struct node *item, enum text_role role, float most)
{
    const struct node *number = node_bold_lead(item->first);
    struct text_look look = {.role = role, .bold = true};
    float width = number ? text_widths(layout, number, &look).natural + 0.5f : 0;
    return width < most ? width : most;
}

static struct box *hero_card(struct layout *layout, const struct node *item, float width)
{
    const struct palette *outer = layout->palette;
    struct card_style style = {.fill = layout->theme->roles[ROLE_PRIMARY],
                               .pad_x = layout->sheet->pad * 1.5f,
                               .pad_y = layout->sheet->pad * 1.1f,
                               .radius = layout->sheet->radius};
    const struct palette *palette = layout_palette(layout, palette_on_primary(layout->theme));
    layout->palette = palette;
    float inner = card_inner(width, &style), left = number_width(layout, item, TEXT_HERO, inner * 0.5f);
    struct box *row = contact_row(layout, item, left, inner, TEXT_HERO, palette->ink);
    layout->palette = outer;
    if (!row)
        return NULL;
    struct box *card = card_create(layout, row, width, &style);
    card->palette = palette;
    card->mark = mark_create(layout, MARK_ITEM, item->place);
    return card;
}

static struct box *other_row(struct layout *layout, const struct node *item, float left, float width)
{
    struct box *row = contact_row(layout, item, left, width, TEXT_H3, layout->palette->heading);
    if (!row)
        return NULL;
    row->mark = mark_create(layout, MARK_ITEM, item->place);
    row->before = row->after = layout->sheet->gap * 0.6f;
    return row;
}

struct box *contacts_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    if (!list)
        return flow_blocks(layout, block->first, NULL, width);
    const struct node *hero = node_bold_lead(list->first->first) ? list->first : NULL;
    struct box_list rows = {0};
    if (hero)
        box_list_add(layout, &rows, hero_card(layout, hero, width));
    float pad = layout->sheet->pad * 1.5f, left = 0;
    for (const struct node *item = hero ? hero->next : list->first; item; item = item->next) {
        float own = number_width(layout, item, TEXT_H3, width * 0.4f);
        left = own > left ? own : left;
    }
    for (const struct node *item = hero ? hero->next : list->first; item; item = item->next) {
        struct box *row = other_row(layout, item, left, width - 2 * pad);
        const struct mark *mark = row ? row->mark : NULL;
        if (!row)
            continue;
        row->mark = NULL;
        row = indent_create(layout, row, pad, width);
        row->mark = mark;
        box_list_add(layout, &rows, row);
    }
    struct box *box = stack_create(layout, &rows, width);
    if (box)
        box->mark = mark_create(layout, MARK_LIST, list->place);
    return around_list(layout, block, box, width);
}
