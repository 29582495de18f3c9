/* item_sign.c - an item that begins with an emoji that has a sign (text/emoji.h) is led by that, not by a
 * bullet. */
#include "layout/item_sign.h"
#include "text/emoji.h"
#include "text/icon.h"
#include <string.h>

/* A node with all that is beneath it; as deep as the guide, which the reader has bounded. */
static struct node *copy(struct layout *layout, const struct node *from)
{
    struct node *node = ARENA_NEW(layout->arena, struct node);
    *node = *from;
    node->first = node->last = NULL;
    for (const struct node *child = from->first; child; child = child->next) {
        struct node *made = copy(layout, child);
        made->next = made->previous = NULL;
        node_append(node, made);
    }
    return node;
}

const char *item_sign(struct layout *layout, const struct node *item, const struct node **first)
{
    const struct node *paragraph = item->first;
    const struct node *text = paragraph && paragraph->type == NODE_PARAGRAPH ? paragraph->first : NULL;
    size_t length = text && text->type == NODE_TEXT ? emoji_with_icon(text->text, strlen(text->text)) : 0;
    *first = paragraph;
    if (!length || !icons_installed(layout->fonts))
        return NULL;
    if (!text->text[length] && !text->next)
        return NULL; /* nothing but the emoji */
    struct node *without = copy(layout, paragraph);
    without->parent = paragraph->parent;
    without->previous = paragraph->previous;
    without->next = paragraph->next;
    without->first->text += length + strspn(text->text + length, " ");
    *first = without;
    return arena_copy(layout->arena, text->text, length);
}
