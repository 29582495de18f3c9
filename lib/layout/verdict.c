#include "layout/verdict.h"

const struct verdict verdict_good = {MARKER_TICK, ROLE_POSITIVE};
const struct verdict verdict_bad = {MARKER_CROSS, ROLE_NEGATIVE};
const struct verdict verdict_plain[2] = {{MARKER_DOT, ROLE_PRIMARY}, {MARKER_DOT, ROLE_ACCENT}};

struct verdict_look verdict_open(struct layout *layout, const struct verdict *verdict, float width)
{
    const struct palette *outer = layout->palette;
    struct colour role = layout->theme->roles[verdict->role];
    struct colour ground = colour_mix(layout->theme->roles[ROLE_SURFACE], role, 0.07f);
    float size = layout->sheet->size[TEXT_BODY];
    bool dot = verdict->shape == MARKER_DOT;
    struct verdict_look look = {.verdict = verdict,
                                .outer = outer,
                                .style = {.fill = ground,
                                          .border = colour_mix(ground, role, 0.6f),
                                          .dashed = verdict->shape == MARKER_CROSS,
                                          .pad_x = layout->sheet->pad,
                                          .pad_y = layout->sheet->pad,
                                          .radius = layout->sheet->radius},
                                .marker = {.shape = verdict->shape,
                                           .colour = colour_readable(role, ground, 4.5f),
                                           .size = size * (dot ? 0.4f : 1.25f),
                                           .indent = size * (dot ? 1.2f : 1.85f)}};
    look.palette = layout_palette(layout, palette_on(layout->theme, ground, outer->ground));
    look.inner = card_inner(width, &look.style);
    layout->palette = look.palette;
    return look;
}

struct box *verdict_head(struct layout *layout, const struct verdict_look *look, const struct node *name,
                         const char *words, struct place place)
{
    struct text_look head = {.role = TEXT_H3, .colour = look->marker.colour, .bold = true, .balanced = true};
    struct marker sign = look->marker;
    float size = layout->sheet->size[TEXT_H3];
    bool dot = sign.shape == MARKER_DOT;
    sign.size = size * 1.35f;
    sign.indent = dot ? 0 : size * 1.8f;
    float width = look->inner - sign.indent;
    struct box *text =
        name ? text_of_node(layout, name, width, &head) : text_of_string(layout, words, width, &head);
    if (!text || dot)
        return text;
    sign.middle = text->baseline - 0.35f * size;
    return item_create(layout, &sign, text, look->inner, place, MARK_GROUP);
}

struct box *verdict_close(struct layout *layout, const struct verdict_look *look, struct box *head,
                          struct box *body, float width, struct place place)
{
    if (head) {
        head->keep_next = true;
        head->after = layout->sheet->gap * 0.6f;
    }
    struct box *content = stack_of(layout, look->inner, head, body);
    if (!content)
        content = space_create(layout, look->inner, layout->sheet->size[TEXT_BODY]);
    struct box *card = card_create(layout, content, width, &look->style);
    layout->palette = look->outer;
    card->palette = look->palette;
    card->mark = mark_create(layout, MARK_GROUP, place);
    return card;
}
