/* quotation.c - what somebody says: large, led by a quotation mark in the margin, with who said it beneath.
 */
#include "layout/flow.h"
#include "layout/marker.h"
#include "text/unicode.h"
#include <string.h>

/* "— Em Lan, lớp 7" at the end of a quote. */
static bool is_attribution(const struct node *paragraph)
{
    const struct node *text = paragraph && paragraph->type == NODE_PARAGRAPH ? paragraph->first : NULL;
    if (!text || text->type != NODE_TEXT || !paragraph->previous)
        return false;
    return !strncmp(text->text, "—", strlen("—")) || !strncmp(text->text, "–", strlen("–"));
}

#define LARGE_SYLLABLES 40 /* longer quotes are set a little smaller */

static enum text_role role_of(struct layout *layout, const struct node *block)
{
    const char *words = node_plain_text(layout->arena, block);
    return unicode_syllables(words, strlen(words)) > LARGE_SYLLABLES ? TEXT_LEAD : TEXT_H2;
}

static struct box *said(struct layout *layout, const struct node *block, const struct node *end, float width)
{
    struct text_look look = {.role = role_of(layout, block), .colour = layout->palette->heading};
    struct box_list parts = {0};
    for (const struct node *node = block->first; node && node != end;) {
        if (node->type != NODE_PARAGRAPH) {
            node = flow_add(layout, &parts, node, width);
            continue;
        }
        box_list_add(layout, &parts, text_of_node(layout, node, width, &look));
        node = node->next;
    }
    return stack_create(layout, &parts, width);
}

#define MARK_SIZE 2.2f /* of the text it leads */

struct box *quotation_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *who = is_attribution(block->last) ? block->last : NULL;
    float size = layout->sheet->size[role_of(layout, block)] * MARK_SIZE;
    struct marker mark = {
        .shape = MARKER_QUOTE, .colour = layout->palette->accent, .size = size, .indent = size * 1.15f};
    float inner = width - mark.indent;
    struct text_look look = {.role = TEXT_BODY, .colour = layout->palette->muted};
    struct box *words = said(layout, block, who, inner),
               *name = who ? text_of_node(layout, who, inner, &look) : NULL;
    if (!words)
        return NULL;
    if (name) {
        words->keep_next = true;
        name->before = words->after = layout->sheet->gap * 0.7f;
    }
    struct box *box =
        item_create(layout, &mark, stack_of(layout, inner, words, name), width, block->place, MARK_QUOTE);
    box->before = box->after = layout->sheet->gap * 1.8f;
    return box;
}
