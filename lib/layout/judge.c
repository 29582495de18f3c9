/* judge.c - do and don't: two equal cards, told apart by sign, word and colour. */
#include "layout/flow.h"
#include "layout/marker.h"

/* What differs between the two. */
struct verdict {
    enum word word;
    enum marker_shape shape;
    enum theme_role role;
};
static const struct verdict good_verdict = {WORD_do, MARKER_TICK, ROLE_POSITIVE};
static const struct verdict bad_verdict = {WORD_dont, MARKER_CROSS, ROLE_NEGATIVE};

static struct box *verdict_items(struct layout *layout, const struct node *list, const struct marker *marker,
                                 float width)
{
    struct box_list items = {0};
    for (const struct node *node = list ? list->first : NULL; node; node = node->next) {
        layout->depth++;
        struct box *body = flow_blocks(layout, node->first, NULL, width - marker->indent);
        layout->depth--;
        struct box *item = item_create(layout, marker, body, width, node->place, MARK_ITEM);
        item->before = item->after = layout->sheet->gap * 0.6f;
        box_list_add(layout, &items, item);
    }
    struct box *box = stack_create(layout, &items, width);
    if (box)
        box->mark = mark_create(layout, MARK_LIST, list->place);
    return box;
}

static struct box *verdict_head(struct layout *layout, const struct node *block,
                                const struct verdict *verdict, struct colour colour, float width)
{
    struct text_look look = {.role = TEXT_H3, .colour = colour, .bold = true};
    const char *title = block->title && *block->title ? block->title : layout_word(layout, verdict->word);
    struct box *text = text_of_string(layout, title, width, &look);
    text->keep_next = true;
    text->after = layout->sheet->gap * 0.5f;
    return text;
}

static struct box *verdict_card(struct layout *layout, const struct node *block,
                                const struct verdict *verdict, float width)
{
    const struct palette *outer = layout->palette;
    struct colour role = layout->theme->roles[verdict->role];
    struct colour ground = colour_mix(outer->ground, role, 0.07f);
    struct colour colour = colour_readable(role, ground, 4.5f);
    struct card_style style = {.fill = ground,
                               .border = colour_mix(ground, role, 0.45f),
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad,
                               .radius = layout->sheet->radius};
    const struct palette *palette = layout_palette(layout, palette_on(layout->theme, ground, outer->ground));
    layout->palette = palette;
    float inner = card_inner(width, &style), size = layout->sheet->size[TEXT_BODY];
    struct marker marker = {
        .shape = verdict->shape, .colour = colour, .size = size * 1.25f, .indent = size * 1.85f};
    struct box *items = verdict_items(layout, block_list(block), &marker, inner);
    struct box *body = stack_of(layout, inner, verdict_head(layout, block, verdict, colour, inner),
                                around_list(layout, block, items, inner));
    struct box *card = card_create(layout, body, width, &style);
    layout->palette = outer;
    card->palette = palette;
    card->mark = mark_create(layout, MARK_GROUP, block->place);
    return card;
}

struct box *judge_box(struct layout *layout, const struct node *good, const struct node *bad, float width)
{
    float gutter = layout->sheet->gutter;
    float each = good && bad ? (width - gutter) / 2 : width;
    struct box_list cards = {0};
    if (good)
        box_list_add(layout, &cards, verdict_card(layout, good, &good_verdict, each));
    if (bad)
        box_list_add(layout, &cards, verdict_card(layout, bad, &bad_verdict, each));
    return row_create(layout, &cards, gutter, ROW_TOP);
}
