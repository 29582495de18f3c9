/* headline.c - one sentence, very large, and what to do about it: a poster in a band, a slide, a card. */
#include "layout/flow.h"
#include "text/unicode.h"
#include <string.h>

#define LARGEST_SYLLABLES 8  /* sentences this short are set larger yet */
#define LARGE_SYLLABLES   24 /* longer ones are no headline and are set smaller */

static struct box *sentence_box(struct layout *layout, const struct node *sentence, float width)
{
    const char *words = node_plain_text(layout->arena, sentence);
    size_t syllables = unicode_syllables(words, strlen(words));
    struct text_look look = {.role = syllables <= LARGE_SYLLABLES ? TEXT_TITLE : TEXT_H2,
                             .scale = syllables <= LARGEST_SYLLABLES ? 1.3f : 1,
                             .colour = layout->palette->heading,
                             .bold = true,
                             .balanced = true};
    return text_of_node(layout, sentence, width, &look);
}

/* What to do, on the accent: as wide as its words. */
static struct box *call_box(struct layout *layout, const struct node *call, float width)
{
    const struct palette *outer = layout->palette;
    struct text_look look = {.role = TEXT_LEAD, .bold = true, .balanced = true};
    struct card_style style = {.fill = outer->accent,
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad * 0.6f,
                               .radius = layout->sheet->radius};
    struct palette on = palette_on(layout->theme, outer->accent, outer->accent);
    on.ink = colour_readable(outer->on_accent, outer->accent, 4.5f);
    const struct palette *palette = layout_palette(layout, on);
    layout->palette = palette;
    float natural = text_widths(layout, call, &look).natural + 2 * style.pad_x + 1;
    float wide = natural < width ? natural : width;
    struct box *text = text_of_node(layout, call, card_inner(wide, &style), &look);
    layout->palette = outer;
    if (!text)
        return NULL;
    struct box *card = card_create(layout, text, wide, &style);
    card->palette = palette;
    card->stretches = false;
    return card;
}

static bool is_words(const struct node *node)
{
    return node && node->type == NODE_PARAGRAPH && !has_pictures(node);
}

static struct box *poster_words(struct layout *layout, const struct node *block, float width)
{
    struct box_list parts = {0};
    const struct node *node = block->first;
    if (is_words(node)) {
        struct box *sentence = sentence_box(layout, node, width);
        node = node->next;
        if (sentence && node) {
            sentence->keep_next = true;
            sentence->after = layout->sheet->size[TEXT_LEAD];
        }
        box_list_add(layout, &parts, sentence);
    }
    for (; is_words(node); node = node->next)
        box_list_add(layout, &parts, call_box(layout, node, width));
    box_list_add(layout, &parts, flow_blocks(layout, node, NULL, width));
    return stack_create(layout, &parts, width);
}

/* On the primary colour, unless it has a slide or a band for itself. */
struct box *headline_box(struct layout *layout, const struct node *block, float width)
{
    const struct palette *outer = layout->palette;
    if (layout->bleeds)
        return poster_words(layout, block, width);
    struct card_style style = {.fill = layout->theme->roles[ROLE_PRIMARY],
                               .pad_x = layout->sheet->pad * 1.5f,
                               .pad_y = layout->sheet->pad * 1.5f,
                               .radius = layout->sheet->radius};
    const struct palette *palette = layout_palette(layout, palette_on_primary(layout->theme));
    layout->palette = palette;
    struct box *words = poster_words(layout, block, card_inner(width, &style));
    layout->palette = outer;
    if (!words)
        return NULL;
    struct box *card = card_create(layout, words, width, &style);
    card->palette = palette;
    card->mark = mark_create(layout, MARK_GROUP, block->place);
    card->before = card->after = layout->sheet->gap * 2;
    return card;
}
