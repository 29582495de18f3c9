/* caption.c - captions of tables: “Bảng: …”, “Table 2: …” right before or after one. */
#include "layout/flow.h"
#include <string.h>

/* Past the word and the number that begin a caption; NULL: it begins otherwise. */
static const char *caption_text(const char *text)
{
    static const char *const words[] = {"Bảng", "Table"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(text, words[i], length) != 0)
            continue;
        const char *colon = text + length + strspn(text + length, " 0123456789.");
        return *colon == ':' ? colon + 1 : NULL;
    }
    return NULL;
}

const struct node *captioned_table(struct arena *arena, const struct node *paragraph)
{
    const struct node *next = paragraph->next, *previous = paragraph->previous;
    bool before = next && next->type == NODE_TABLE, after = previous && previous->type == NODE_TABLE;
    if (paragraph->type != NODE_PARAGRAPH || (!before && !after))
        return NULL;
    const char *text = caption_text(node_plain_text(arena, paragraph));
    bool says = text && text[strspn(text, " ")];
    return !says ? NULL : before ? next : previous;
}

bool is_caption_of(struct arena *arena, const struct node *paragraph, const struct node *table)
{
    return paragraph && captioned_table(arena, paragraph) == table;
}

#define CLOSE 0.5f /* gaps between a table and its caption */

struct box *caption_box(struct layout *layout, const struct node *paragraph, float width)
{
    struct text_look look = {.role = TEXT_SMALL, .colour = layout->palette->muted, .unmarked = true};
    struct box *box = text_of_node(layout, paragraph, width, &look);
    if (!box)
        return NULL;
    account_choose(layout, CHOICE_caption);
    box->mark = mark_create(layout, MARK_CAPTION, paragraph->place);
    if (captioned_table(layout->arena, paragraph) == paragraph->next) {
        box->keep_next = true;
        box->after = layout->sheet->gap * CLOSE;
    } else {
        box->before = layout->sheet->gap * CLOSE;
    }
    return box;
}

void caption_join(struct layout *layout, const struct node *table, struct box *first, struct box *last)
{
    if (is_caption_of(layout->arena, table->previous, table))
        first->before = layout->sheet->gap * CLOSE;
    if (is_caption_of(layout->arena, table->next, table)) {
        last->after = layout->sheet->gap * CLOSE;
        last->keep_next = true;
    }
}
