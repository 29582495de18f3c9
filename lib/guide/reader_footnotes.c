/* A footnote belongs to its first reference in the order of reading; later references point to it. */
#include "base/limits.h"
#include "guide/reader.h"
#include <string.h>

/* "[^label]:" at a line's beginning, perhaps in a quote; its length without the colon, 0: none. */
static size_t definition_length(const char *text, size_t start, size_t end, size_t *label)
{
    size_t at = start;
    while (at < end && strchr(" \t>", text[at]))
        at++;
    *label = at;
    if (end - at < 2 || memcmp(text + at, "[^", 2))
        return 0;
    const char *close = memchr(text + at, ']', end - at);
    size_t length = close ? (size_t)(close + 1 - text) - at : 0;
    return length > 3 && text[at + length] == ':' ? length : 0;
}

/* The parser drops notes that nothing calls, and all but the first of a label, without a word. */
static void check_unused(struct reader *reader)
{
    const struct source *source = reader->source;
    for (size_t line = 0; line < source->line_count; line++) {
        size_t start = source->line_starts[line], label;
        size_t end = line + 1 < source->line_count ? source->line_starts[line + 1] : source->length;
        if (start < reader->guide->body || reader->literal_lines[line])
            continue;
        size_t length = definition_length(source->text, start, end, &label);
        if (length > 0)
            report(reader->reporter, FINDING_unused_footnote,
                   ((struct place){source, (uint32_t)label, (uint32_t)(label + length)}),
                   arena_copy(reader->arena, source->text + label, length));
    }
}

static bool adopt(struct reader *reader, struct node *reference)
{
    struct node *note = reference->note;
    if (note->parent)
        return true;
    if (node_depth(reference) + node_height(note) > LIMIT_NESTING) {
        reader_error(reader, FINDING_too_deep, reference->place, LIMIT_TEXT(LIMIT_NESTING));
        return false;
    }
    node_append(reference, note);
    return true;
}

void reader_footnotes(struct reader *reader)
{
    struct node_iterator iterator;
    node_iterate(&iterator, reader->guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        /* The tree is ours until guide_parse() returns. */
        struct node *reference = (struct node *)iterator.node;
        if (iterator.event != NODE_ENTER || reference->type != NODE_FOOTNOTE_REF)
            continue;
        reference->note = reader->notes.at[reference->start - 1];
        if (!adopt(reader, reference))
            return;
    }
    check_unused(reader);
    reader->guide->note_count = reader->notes.count;
}
