#include "guide/node.h"
#include "base/builder.h"
#include "text/unicode.h"
#include <string.h>

static const char *const type_names[NODE_TYPE_COUNT] = {
    [NODE_DOCUMENT] = "document",
    [NODE_SECTION] = "section",
    [NODE_HEADING] = "heading",
    [NODE_PARAGRAPH] = "paragraph",
    [NODE_LIST] = "list",
    [NODE_ITEM] = "item",
    [NODE_QUOTE] = "quote",
    [NODE_ALERT] = "alert",
    [NODE_CODE_BLOCK] = "code_block",
    [NODE_TABLE] = "table",
    [NODE_ROW] = "row",
    [NODE_CELL] = "cell",
    [NODE_RULE] = "rule",
    [NODE_BLOCK] = "block",
    [NODE_FOOTNOTE] = "footnote",
    [NODE_TEXT] = "text",
    [NODE_SOFT_BREAK] = "soft_break",
    [NODE_HARD_BREAK] = "hard_break",
    [NODE_CODE] = "code",
    [NODE_EMPHASIS] = "emphasis",
    [NODE_STRONG] = "strong",
    [NODE_STRIKE] = "strike",
    [NODE_SPAN] = "span",
    [NODE_LINK] = "link",
    [NODE_IMAGE] = "image",
    [NODE_FACT] = "fact",
    [NODE_FOOTNOTE_REF] = "footnote_ref",
};

struct node *node_create(struct arena *arena, enum node_type type, struct place place)
{
    struct node *node = ARENA_NEW(arena, struct node);
    node->type = type;
    node->place = place;
    return node;
}

void node_append(struct node *parent, struct node *child)
{
    child->parent = parent;
    child->previous = parent->last;
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void node_remove(struct node *node)
{
    struct node *parent = node->parent;
    if (node->previous)
        node->previous->next = node->next;
    else if (parent)
        parent->first = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else if (parent)
        parent->last = node->previous;
    node->parent = node->next = node->previous = NULL;
}

void node_iterate(struct node_iterator *iterator, const struct node *root)
{
    *iterator = (struct node_iterator){.root = root, .event = NODE_DONE};
}

enum node_event node_next(struct node_iterator *iterator)
{
    const struct node *node = iterator->node;
    if (!node) { /* not begun */
        iterator->node = iterator->root;
        return iterator->event = iterator->root ? NODE_ENTER : NODE_DONE;
    }
    if (iterator->event == NODE_ENTER) {
        if (!node->first)
            return iterator->event = NODE_LEAVE;
        iterator->node = node->first;
        return iterator->event;
    }
    if (iterator->event == NODE_DONE || node == iterator->root)
        return iterator->event = NODE_DONE;
    iterator->node = node->next ? node->next : node->parent;
    return iterator->event = node->next ? NODE_ENTER : NODE_LEAVE;
}

unsigned node_depth(const struct node *node)
{
    unsigned depth = 0;
    while ((node = node->parent))
        depth++;
    return depth;
}

unsigned node_height(const struct node *root)
{
    unsigned depth = 0, most = 0;
    struct node_iterator iterator;
    node_iterate(&iterator, root);
    while (node_next(&iterator) != NODE_DONE) {
        depth = iterator.event == NODE_ENTER ? depth + 1 : depth - 1;
        most = depth > most ? depth : most;
    }
    return most;
}

bool node_is_block(enum node_type type)
{
    return type <= NODE_FOOTNOTE;
}

bool block_is(const struct node *node, enum block_kind kind)
{
    return node && node->type == NODE_BLOCK && node->block == kind;
}

size_t node_count(const struct node *node)
{
    size_t count = 0;
    for (const struct node *child = node->first; child; child = child->next)
        count++;
    return count;
}

const char *node_type_name(enum node_type type)
{
    return type_names[type];
}

const char *node_plain_text(struct arena *arena, const struct node *node)
{
    struct builder builder;
    builder_init(&builder, arena);
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *at = iterator.node;
        bool entered = iterator.event == NODE_ENTER;
        if (at->type == NODE_FOOTNOTE_REF && node->type == NODE_HEADING) {
            iterator.event = NODE_LEAVE; /* without what it holds */
        } else if (at->type == NODE_FACT && entered) {
            builder_string(&builder, "{{");
            builder_string(&builder, at->text);
            builder_string(&builder, "}}");
        } else if ((at->type == NODE_SOFT_BREAK || at->type == NODE_HARD_BREAK) && entered) {
            builder_char(&builder, ' ');
        } else if (entered) {
            builder_string(&builder, at->text);
        } else if (at != node && node_is_block(at->type) && at->next) {
            builder_char(&builder, ' '); /* words of two blocks don't run together */
        }
    }
    return builder_text(&builder);
}

static bool shows_alone(const struct node *node)
{
    return node->type == NODE_IMAGE || node->type == NODE_FACT || node->type == NODE_FOOTNOTE ||
           node->type == NODE_BLOCK || (node->text && !unicode_is_blank(node->text, strlen(node->text)));
}

bool node_shows(const struct node *node)
{
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    while (node_next(&iterator) != NODE_DONE)
        if (shows_alone(iterator.node))
            return true;
    return false;
}

bool node_has_class(const struct node *node, const char *name)
{
    for (size_t i = 0; node->attributes && i < node->attributes->class_count; i++)
        if (!strcmp(node->attributes->classes[i], name))
            return true;
    return false;
}

static const struct attribute *find_attribute(const struct node *node, const char *key)
{
    const struct attribute *attribute = node->attributes ? node->attributes->first : NULL;
    while (attribute && strcmp(attribute->key, key))
        attribute = attribute->next;
    return attribute;
}

const char *node_attribute(const struct node *node, const char *key)
{
    const struct attribute *attribute = find_attribute(node, key);
    return attribute ? attribute->value : NULL;
}

struct place node_attribute_place(const struct node *node, const char *key)
{
    const struct attribute *attribute = find_attribute(node, key);
    return attribute ? attribute->place : node->place;
}
