/* [words]{language=en}: a span. The parser leaves its brackets in the text. */
#include "guide/reader.h"
#include <string.h>

/* Where a span whose "]" is at byte `close` of the source begins; SIZE_MAX when nothing there opens one, or
 * when brackets in it are escaped: the parser's text doesn't say which. */
static size_t source_opening(const struct source *source, size_t from, size_t close)
{
    unsigned nested = 0;
    for (size_t at = close; at > from;) {
        char byte = source->text[--at];
        if (byte != '[' && byte != ']')
            continue;
        if (at > 0 && source->text[at - 1] == '\\')
            return SIZE_MAX;
        if (byte == '[' && nested == 0)
            return at;
        nested += byte == ']' ? 1 : -1u;
    }
    return SIZE_MAX;
}

/* The bracket that opens what ends at `length`, in a text; SIZE_MAX: none. *nested goes on from text to text.
 */
static size_t text_opening(const char *text, size_t length, unsigned *nested)
{
    while (length-- > 0) {
        if (text[length] == '[' && *nested == 0)
            return length;
        *nested += text[length] == ']' ? 1 : text[length] == '[' ? -1u : 0;
    }
    return SIZE_MAX;
}

/* What an opening bracket parts: the words before stay in their node, those behind it are a node of their
 * own. */
static struct node *split_text(struct reader *reader, struct node *text, size_t at)
{
    size_t length = strlen(text->text);
    struct node *rest = node_create(reader->arena, NODE_TEXT, text->place);
    rest->text = arena_copy(reader->arena, text->text + at + 1, length - at - 1);
    text->text = arena_copy(reader->arena, text->text, at);
    if (text->place.end - text->place.start == length) {
        rest->place.start += (uint32_t)at + 1;
        text->place.end = text->place.start + (uint32_t)at;
    }
    return rest;
}

static bool find_opening(struct node *last, struct node **text, size_t *at)
{
    unsigned nested = 0;
    for (struct node *node = last; node; node = node->previous) {
        if (node->type != NODE_TEXT)
            continue;
        *at = text_opening(node->text, strlen(node->text), &nested);
        *text = node;
        if (*at != SIZE_MAX)
            return true;
    }
    return false;
}

bool reader_span(struct reader *reader, const struct marker *braces)
{
    struct node *parent = reader->current, *text, *next;
    size_t open = source_opening(reader->source, parent->place.start, braces->start - 1), at;
    if (open == SIZE_MAX || !find_opening(parent->last, &text, &at))
        return false;
    struct node *first = text->next, *rest = split_text(reader, text, at);
    struct place place = {reader->source, (uint32_t)open, braces->end};
    struct node *span = reader_enter(reader, NODE_SPAN, place);
    if (*rest->text)
        node_append(span, rest);
    for (; first && first != span; first = next) {
        next = first->next;
        node_remove(first);
        node_append(span, first);
    }
    if (!*text->text)
        node_remove(text);
    reader_leave(reader);
    reader_attributes(reader, span, braces);
    reader->cursor = braces->end;
    return true;
}
