/* quotation.c - what somebody says: large, led by a quotation mark in the margin, with who said it beneath.
 * One of class "pull" stops the eye on paper: larger, below a bar. */
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

#define WIDE            30 /* sizes of body text: a column in which a pull quote is as large as a part's heading */

static bool is_pulled(const struct layout *layout, const struct node *block)
{
    return layout->sheet->on_paper && node_has_class(block, "pull");
}

static enum text_role role_of(struct layout *layout, const struct node *block, float width)
{
    const char *words = node_plain_text(layout->arena, block);
    if (unicode_syllables(words, strlen(words)) > LARGE_SYLLABLES)
        return TEXT_LEAD;
    bool wide = width > WIDE * layout->sheet->size[TEXT_BODY];
    return wide && is_pulled(layout, block) ? TEXT_H1 : TEXT_H2;
}

static struct box *said(struct layout *layout, const struct node *block, const struct node *end, float width)
{
    struct text_look look = {.role = role_of(layout, block, width),
                             .colour = layout->palette->heading,
                             .balanced = is_pulled(layout, block)};
    struct box_list parts = {0};
    for (const struct node *node = block->first; node && node != end;) {
        if (node->type != NODE_PARAGRAPH) {
            node = flow_add(layout, &parts, node, NULL, width);
            continue;
        }
        box_list_add(layout, &parts, text_of_node(layout, node, width, &look));
        node = node->next;
    }
    return stack_create(layout, &parts, width);
}

#define MARK_SIZE 2.2f /* of the text it leads */

static void bar_draw(struct layout *layout, const struct box *box, float x, float y)
{
    struct scene_builder *builder = layout->builder;
    struct rect bar = {x, y, box->height * 12, box->height};
    artifact_begin(layout);
    scene_fill(builder, path_rounded(builder, bar, box->height / 2), layout->palette->accent);
    artifact_end(layout);
}

static struct box *bar_create(struct layout *layout, float width)
{
    static const struct box_ops ops = {.draw = bar_draw};
    struct box *bar = ARENA_NEW(layout->arena, struct box);
    *bar = (struct box){.ops = &ops,
                        .width = width,
                        .height = layout->sheet->size[TEXT_BODY] * 0.35f,
                        .after = layout->sheet->gap,
                        .keep_next = true};
    return bar;
}

/* What is said, and by whom; NULL when nothing is. */
static struct box *words_and_name(struct layout *layout, const struct node *block, float width)
{
    const struct node *who = is_attribution(block->last) ? block->last : NULL;
    struct text_look look = {.role = TEXT_BODY, .colour = layout->palette->muted};
    struct box *words = said(layout, block, who, width),
               *name = words && who ? text_of_node(layout, who, width, &look) : NULL;
    if (name) {
        words->keep_next = true;
        name->before = words->after = layout->sheet->gap * 0.7f;
    }
    return stack_of(layout, width, words, name);
}

struct box *quotation_box(struct layout *layout, const struct node *block, float width)
{
    float size = layout->sheet->size[role_of(layout, block, width)] * MARK_SIZE;
    struct marker mark = {
        .shape = MARKER_QUOTE, .colour = layout->palette->accent, .size = size, .indent = size * 1.15f};
    bool pulled = is_pulled(layout, block);
    struct box *box = words_and_name(layout, block, pulled ? width : width - mark.indent);
    if (!box)
        return NULL;
    if (pulled) {
        box = stack_of(layout, width, bar_create(layout, width), box);
        box->mark = mark_create(layout, MARK_QUOTE, block->place);
    } else {
        box = item_create(layout, &mark, box, width, block->place, MARK_QUOTE);
    }
    box->before = box->after = layout->sheet->gap * (pulled ? 2.4f : 1.8f);
    return box;
}
