/* Lines of a paragraph that mean something: ": a definition" under its term, "— who said it" under a quote.
 */
#include "guide/reader.h"
#include <string.h>

/* The length of ": " and the like that begins a text, 0 when none does. */
static size_t definition_sign(const char *text)
{
    size_t spaces = *text == ':' ? strspn(text + 1, " \t") : 0;
    return spaces ? 1 + spaces : 0;
}

static size_t attribution_sign(const char *text)
{
    bool dash = !strncmp(text, "—", strlen("—")) || !strncmp(text, "–", strlen("–"));
    return dash ? strlen("—") : 0;
}

/* Whether a line that begins behind `line_break` opens with such a sign. */
static bool opens_with(const struct node *line_break, size_t (*sign)(const char *text))
{
    const struct node *text = line_break->next;
    if (line_break->type != NODE_SOFT_BREAK || !text || text->type != NODE_TEXT || sign(text->text) == 0)
        return false;
    return text->place.start == 0 || text->place.source->text[text->place.start - 1] != '\\';
}

/* Moves the siblings from `first` up to (not with) `end` into a paragraph of their own. */
static struct node *take_line(struct reader *reader, struct node *first, const struct node *end)
{
    struct node *paragraph = node_create(reader->arena, NODE_PARAGRAPH, first->place);
    for (struct node *next; first && first != end; first = next) {
        next = first->next;
        paragraph->place.end = first->place.end;
        node_remove(first);
        node_append(paragraph, first);
    }
    return paragraph;
}

static struct node *next_definition(struct node *from)
{
    while (from && !opens_with(from, definition_sign))
        from = from->next;
    return from;
}

/* The list that the definition belongs to: the one above it, or a new one. */
static struct node *definition_list(struct reader *reader, struct node *parent, const struct node *paragraph)
{
    struct node *above = parent->last;
    if (above && above->type == NODE_LIST && above->definitions) {
        above->place.end = paragraph->place.end;
        return above;
    }
    struct node *list = node_create(reader->arena, NODE_LIST, paragraph->place);
    list->definitions = list->tight = true;
    node_append(parent, list);
    return list;
}

static void add_definition(struct reader *reader, struct node *item, struct node *line_break)
{
    struct node *text = line_break->next, *next = next_definition(text);
    size_t sign = definition_sign(text->text);
    text->text += sign;
    text->place.start += (uint32_t)sign;
    node_remove(line_break);
    node_append(item, take_line(reader, text, next));
}

static void make_definition(struct reader *reader, struct node *paragraph, struct node *line_break)
{
    struct node *parent = paragraph->parent;
    node_remove(paragraph);
    struct node *list = definition_list(reader, parent, paragraph);
    struct node *item = node_create(reader->arena, NODE_ITEM, paragraph->place);
    node_append(list, item);
    node_append(item, take_line(reader, paragraph->first, line_break));
    while (line_break) {
        struct node *next = next_definition(line_break->next);
        add_definition(reader, item, line_break);
        line_break = next;
    }
}

static struct node *last_break(const struct node *paragraph)
{
    struct node *node = paragraph->last;
    while (node && node->type != NODE_SOFT_BREAK)
        node = node->previous;
    return node;
}

void reader_lines(struct reader *reader, struct node *paragraph)
{
    struct node *at = paragraph->first;
    while (at && at->type != NODE_SOFT_BREAK)
        at = at->next; /* a term is one line */
    if (at && at != paragraph->first && opens_with(at, definition_sign)) {
        make_definition(reader, paragraph, at);
        return;
    }
    at = last_break(paragraph);
    if (at && block_is(paragraph->parent, BLOCK_quote) && opens_with(at, attribution_sign)) {
        struct node *line = take_line(reader, at->next, NULL);
        node_remove(at);
        node_append(paragraph->parent, line);
    }
}
