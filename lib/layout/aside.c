/* aside.c - a side note: a tinted card, beside the next block where there is room (beside.c). */
#include "layout/flow.h"

static struct box *note_title(struct layout *layout, const struct node *block, float width)
{
    struct text_look look = {
        .role = TEXT_BODY, .colour = layout->palette->heading, .bold = true, .balanced = true};
    struct box *title = block == layout->titled ? NULL : text_of_string(layout, block->title, width, &look);
    if (title) {
        title->keep_next = true;
        title->after = layout->sheet->gap * 0.5f;
    }
    return title;
}

struct box *aside_box(struct layout *layout, const struct node *block, float width)
{
    const struct palette *outer = layout->palette;
    struct colour ground = layout->theme->roles[ROLE_TINT];
    struct card_style style = {.fill = ground,
                               .pad_x = layout->sheet->pad * 0.8f,
                               .pad_y = layout->sheet->pad * 0.7f,
                               .radius = layout->sheet->radius};
    const struct palette *palette =
        layout_palette(layout, palette_on(layout->theme, ground, layout->theme->roles[ROLE_SURFACE]));
    layout->palette = palette;
    float inner = card_inner(width, &style);
    struct box *note = stack_of(layout, inner, note_title(layout, block, inner),
                                flow_blocks(layout, block->first, NULL, inner));
    layout->palette = outer;
    if (!note)
        return NULL;
    struct box *card = card_create(layout, note, width, &style);
    card->palette = palette;
    card->mark = mark_create(layout, MARK_GROUP, block->place);
    return card;
}
