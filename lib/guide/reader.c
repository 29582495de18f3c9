#include "guide/reader.h"
#include "base/limits.h"
#include "guide/attributes.h"
#include <string.h>

struct node *reader_enter(struct reader *reader, enum node_type type, struct place place)
{
    struct node *node = node_create(reader->arena, type, place);
    node_append(reader->current, node);
    reader->current = node;
    if (++reader->depth > LIMIT_NESTING) {
        reader_error(reader, FINDING_too_deep, place, LIMIT_TEXT(LIMIT_NESTING));
        reader->stopped = true;
    }
    return node;
}

static void end_open_block(struct reader *reader, bool in_document)
{
    struct node *block = reader->current;
    reader->current = block->parent;
    reader->depth--;
    if (in_document && reader->closed_elsewhere > 0) {
        reader->closed_elsewhere--;
    } else if (in_document) {
        reader_error(reader, FINDING_unclosed_block, block->place);
    } else {
        reader_error(reader, FINDING_block_crosses, block->place);
        reader->left_open++;
    }
}

void reader_leave(struct reader *reader)
{
    struct node *container = reader->current;
    while (container->type == NODE_BLOCK)
        container = container->parent;
    while (reader->current != container)
        end_open_block(reader, container->type == NODE_DOCUMENT);
    reader->current = container->parent;
    reader->depth--;
}

void reader_fault(struct reader *reader, const struct attribute_fault *fault)
{
    reader->failed = true;
    attribute_fault_report(reader->arena, fault, reader->reporter);
}

void reader_check_line(struct reader *reader, size_t at)
{
    const struct source *source = reader->source;
    size_t limit = at + strcspn(source->text + at, "\r\n"), end;
    struct attribute_fault fault;
    while (at < limit && !attributes_begin(source, at, limit))
        at++;
    if (at < limit && !attributes_read(NULL, source, at, limit, &end, &fault))
        reader_fault(reader, &fault);
}

void reader_attributes(struct reader *reader, struct node *node, const struct marker *braces)
{
    size_t end;
    struct attribute_fault fault;
    node->attributes =
        attributes_read(reader->arena, reader->source, braces->start, braces->end, &end, &fault);
    if (!node->attributes)
        reader_fault(reader, &fault);
    if (!attributes_check(reader->arena, node->attributes, reader->reporter))
        reader->failed = true;
    node->language = node_attribute(node, "language");
}

void reader_check_heading(struct reader *reader, const struct node *heading)
{
    const char *text = reader->source->text;
    size_t start = heading->place.start, end = heading->place.end, open;
    while (end > start && strchr(" \t\r\n", text[end - 1]))
        end--;
    if (heading->attributes || end == start || text[end - 1] != '}')
        return;
    for (open = end - 1; open > start && text[open] != '{';)
        open--;
    struct place place = {reader->source, (uint32_t)open, (uint32_t)end};
    if (text[open] != '{' || text[open - (open > 0)] == '\\' || text[open - (open > 0)] == '{')
        return;
    size_t close;
    struct attribute_fault fault;
    if (!attributes_begin(reader->source, open, end))
        report(reader->reporter, FINDING_odd_braces, place);
    else if (!attributes_read(NULL, reader->source, open, end, &close, &fault)) /* else a picture took them */
        reader_fault(reader, &fault);
}
