/* questions.c - a card a question, its answer beneath. */
#include "layout/division.h"
#include "layout/flow.h"
#include "layout/marker.h"
#include <string.h>

/* A question and what stands beneath it. */
struct question {
    const struct node *asked;       /* a heading or a paragraph; NULL: the card has answers only */
    const struct node *first, *end; /* blocks */
    struct place place;
};

struct question_list {
    VECTOR(struct question) at;
};

static bool asks(struct arena *arena, const struct node *paragraph)
{
    if (!paragraph || paragraph->type != NODE_PARAGRAPH)
        return false;
    const char *text = node_plain_text(arena, paragraph);
    size_t length = strlen(text);
    while (length && strchr(" *”\"", text[length - 1]))
        length--;
    return length && text[length - 1] == '?';
}

bool is_question_list(struct arena *arena, const struct node *list)
{
    for (const struct node *item = list->first; item; item = item->next)
        if (item->task || !asks(arena, item->first) || !item->first->next)
            return false;
    return !list->ordered && node_count(list) >= 2;
}

static struct box *asked_box(struct layout *layout, const struct node *asked, float width)
{
    struct text_look look = {
        .role = TEXT_H3, .colour = layout->palette->heading, .bold = true, .balanced = true};
    if (asked->type == NODE_HEADING)
        return heading_box(layout, asked, TEXT_H3, width);
    struct box *text = text_of_node(layout, asked, width, &look);
    return stack_of(layout, width, text, pictures_box(layout, asked, width));
}

static struct box *answer_box(struct layout *layout, const struct question *question, float width)
{
    struct box_list parts = {0};
    for (const struct node *node = question->first; node && node != question->end;) {
        const struct node *only = list_paragraph(node);
        if (only)
            box_list_add(layout, &parts, flow_blocks(layout, only, NULL, width));
        node = only ? node->next : flow_next(layout, &parts, node, question->end, width);
    }
    return stack_create(layout, &parts, width);
}

static struct box *question_body(struct layout *layout, const struct question *question, float width)
{
    struct box *asked = question->asked ? asked_box(layout, question->asked, width) : NULL;
    layout->depth++;
    struct box *answer = answer_box(layout, question, width);
    layout->depth--;
    if (asked && answer) {
        asked->keep_next = true;
        asked->after = answer->before = layout->sheet->gap * 0.5f;
    }
    return stack_of(layout, width, asked, answer);
}

static struct box *question_card(struct layout *layout, const struct question *question, float width)
{
    const struct palette *outer = layout->palette;
    struct card_style style = {.fill = outer->tint,
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad * 0.85f,
                               .radius = layout->sheet->radius};
    const struct palette *palette =
        layout_palette(layout, palette_on(layout->theme, outer->tint, outer->ground));
    layout->palette = palette;
    float size = layout->sheet->size[TEXT_H3], inner = card_inner(width, &style);
    struct marker sign = {.shape = MARKER_ICON,
                          .label = "question_mark",
                          .colour = palette->accent,
                          .size = size * 1.7f,
                          .indent = size * 2.4f};
    struct box *body = question_body(layout, question, inner - sign.indent);
    if (body && body->baseline > 0)
        sign.middle = body->baseline - 0.35f * size;
    if (body)
        body = item_create(layout, &sign, body, inner, question->place, MARK_GROUP);
    layout->palette = outer;
    if (!body)
        return NULL;
    struct box *card = card_create(layout, body, width, &style);
    card->palette = palette;
    card->mark = mark_create(layout, MARK_ITEM, question->place);
    return card;
}

#define LEAST_CARD 18 /* narrowest, sizes of body text */

static struct box *cards_grid(struct layout *layout, const struct question_list *questions,
                              struct place place, float width)
{
    float gutter = layout->sheet->gutter, half = (width - gutter) / 2;
    bool two = questions->at.count > 1 && half >= LEAST_CARD * layout->sheet->size[TEXT_BODY];
    struct box_list cards = {0};
    for (size_t i = 0; i < questions->at.count; i++)
        box_list_add(layout, &cards, question_card(layout, &questions->at.at[i], two ? half : width));
    struct box *grid = grid_create(layout, &cards, two ? 2 : 1, gutter, gutter * 0.75f);
    if (grid)
        grid->mark = mark_create(layout, MARK_LIST, place);
    return grid;
}

struct box *question_list_box(struct layout *layout, const struct node *list, float width)
{
    struct question_list questions = {0};
    for (const struct node *item = list->first; item; item = item->next) {
        bool words = item->first && item->first->type == NODE_PARAGRAPH;
        *VECTOR_ADD(layout->arena, &questions.at) =
            (struct question){.asked = words ? item->first : NULL,
                              .first = words ? item->first->next : item->first,
                              .place = item->place};
    }
    return cards_grid(layout, &questions, list->place, width);
}

struct box *questions_box(struct layout *layout, const struct node *block, float width)
{
    struct part_list parts = {0};
    struct question_list questions = {0};
    parts_of_block(layout->arena, block, &parts);
    for (size_t i = 0; i < parts.at.count; i++) {
        const struct part *part = &parts.at.at[i];
        bool asked = part->first->type == NODE_HEADING || part->first->type == NODE_PARAGRAPH;
        const struct node *answer = asked ? part->first->next : part->first;
        *VECTOR_ADD(layout->arena, &questions.at) =
            (struct question){.asked = asked ? part->first : NULL,
                              .first = answer == part->end ? NULL : answer,
                              .end = part->end,
                              .place = part->first->place};
    }
    if (!questions.at.count) {
        const struct node *list = block_list(block);
        return around_list(layout, block, list ? question_list_box(layout, list, width) : NULL, width);
    }
    return stack_of(layout, width, flow_blocks(layout, block->first, parts.at.at[0].outer, width),
                    cards_grid(layout, &questions, block->place, width));
}
