/* A footnote's blocks go to its first reference in the order of reading; later references share its id. */
#include "base/limits.h"
#include "guide/reader.h"

static void adopt(struct node *reference, struct node *note)
{
    for (struct node *child; (child = note->first);) {
        node_remove(child);
        node_append(reference, child);
    }
}

static unsigned node_depth(const struct node *node)
{
    unsigned depth = 0;
    while ((node = node->parent))
        depth++;
    return depth;
}

static unsigned height(const struct node *root)
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

void reader_footnotes(struct reader *reader)
{
    const struct node **first = ARENA_ARRAY(reader->arena, const struct node *, reader->notes.count + 1);
    struct node_iterator iterator;
    node_iterate(&iterator, reader->guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        /* The tree is ours until guide_parse() returns. */
        struct node *reference = (struct node *)iterator.node;
        if (iterator.event != NODE_ENTER || reference->type != NODE_FOOTNOTE)
            continue;
        size_t number = reference->start - 1;
        if (reference->start == 0 || number >= reader->notes.count || first[number])
            continue;
        first[number] = reference;
        struct node *note = reader->notes.at[number];
        if (node_depth(reference) + height(note) > LIMIT_NESTING) {
            reader_error(reader, FINDING_too_deep, reference->place, LIMIT_TEXT(LIMIT_NESTING));
            return;
        }
        adopt(reference, note);
    }
    reader->guide->notes = first;
    reader->guide->note_count = reader->notes.count;
}
