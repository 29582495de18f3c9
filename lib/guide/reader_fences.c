/* ::: name Title words {#id .class key=value} … ::: */
#include "guide/attributes.h"
#include "guide/blocks.h"
#include "guide/reader.h"
#include "text/unicode.h"
#include <string.h>

/* The parts of an opening line, as bytes of the source. */
struct fence_line {
    size_t words, words_end;   /* name and title; empty when the name is the first class */
    size_t braces, braces_end; /* empty: none */
};

static size_t skip_space(const char *text, size_t at, size_t end)
{
    while (at < end && (text[at] == ' ' || text[at] == '\t'))
        at++;
    return at;
}

static size_t trim_space(const char *text, size_t start, size_t end)
{
    while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t'))
        end--;
    return end;
}

/* Pandoc lets an opening line end in colons too. */
static size_t trim_colons(const char *text, size_t start, size_t end)
{
    size_t trimmed = end;
    while (trimmed > start && text[trimmed - 1] == ':')
        trimmed--;
    return end - trimmed >= 3 ? trim_space(text, start, trimmed) : end;
}

static struct place fence_place(const struct reader *reader, size_t start, size_t end)
{
    return (struct place){reader->source, (uint32_t)start, (uint32_t)end};
}

/* The first '{' that begins attributes, or `end`. */
static size_t find_braces(const struct source *source, size_t at, size_t end)
{
    while (at < end && !attributes_begin(source, at, end))
        at++;
    return at;
}

static const struct attributes *read_fence_attributes(struct reader *reader, struct fence_line *line)
{
    size_t end;
    struct attribute_fault fault;
    const struct attributes *attributes =
        attributes_read(reader->arena, reader->source, line->braces, line->braces_end, &end, &fault);
    if (!attributes) {
        reader_fault(reader, &fault);
        return NULL;
    }
    end = skip_space(reader->source->text, end, line->braces_end);
    if (end < line->braces_end)
        reader_error(reader, FINDING_words_after_attributes, fence_place(reader, end, line->braces_end));
    if (!attributes_check(reader->arena, attributes, reader->reporter))
        reader->failed = true;
    return attributes;
}

/* "các bước" is written "các-bước" in blocks.def, and a title may follow: the longest of the first three
 * words joined that is a name wins. Returns where the name ends, `start` when there is none. */
static size_t read_name(struct reader *reader, size_t start, size_t end, enum block_kind *kind)
{
    struct builder name;
    builder_init(&name, reader->arena);
    const char *text = reader->source->text;
    size_t found = start, at = start;
    for (int words = 0; words < 3 && at < end; words++) {
        size_t word = at;
        while (at < end && text[at] != ' ' && text[at] != '\t')
            at++;
        if (words > 0)
            builder_char(&name, '-');
        builder_add(&name, text + word, at - word);
        if (block_named(builder_text(&name), kind))
            found = at;
        at = skip_space(text, at, end);
    }
    return found;
}

static void unknown_block(struct reader *reader, size_t start, size_t end)
{
    const char *name = arena_copy(reader->arena, reader->source->text + start, end - start);
    reader_error(reader, FINDING_unknown_block, fence_place(reader, start, end), name,
                 block_nearest(reader->arena, name));
}

static void read_words(struct reader *reader, struct node *block, const struct fence_line *line)
{
    const char *text = reader->source->text;
    size_t end = read_name(reader, line->words, line->words_end, &block->block);
    if (end == line->words) {
        while (end < line->words_end && text[end] != ' ' && text[end] != '\t')
            end++;
        unknown_block(reader, line->words, end);
    }
    size_t title = skip_space(text, end, line->words_end), length = line->words_end - title;
    if (length > 0) {
        const char *composed = unicode_compose(reader->arena, text + title, &length);
        block->title = arena_copy(reader->arena, composed, length);
    }
}

/* ::: {.steps .wide}: the first class is the name and not a class. */
static void name_from_class(struct reader *reader, struct node *block, const struct fence_line *line)
{
    const struct attributes *attributes = block->attributes;
    struct place braces = fence_place(reader, line->braces, line->braces_end);
    if (!attributes)
        return; /* reported */
    if (attributes->class_count == 0) {
        reader_error(reader, FINDING_unnamed_block, braces);
        return;
    }
    if (!block_named(attributes->classes[0], &block->block)) {
        struct place place = place_find(braces, attributes->classes[0]);
        unknown_block(reader, place.start, place.end);
    }
    struct attributes *rest = ARENA_NEW(reader->arena, struct attributes);
    *rest = *attributes;
    rest->classes++;
    rest->class_count--;
    block->attributes = rest;
}

static void open_block(struct reader *reader, const struct marker *fence, size_t start, size_t end)
{
    const char *text = reader->source->text;
    struct node *block = reader_enter(reader, NODE_BLOCK, fence_place(reader, fence->start, end));
    end = trim_colons(text, start, end);
    size_t braces = text[start] == '{' ? start : find_braces(reader->source, start, end);
    struct fence_line line = {start, trim_space(text, start, braces), braces, end};
    if (line.braces < line.braces_end)
        block->attributes = read_fence_attributes(reader, &line);
    if (line.words < line.words_end)
        read_words(reader, block, &line);
    else
        name_from_class(reader, block, &line);
    if (!block->title)
        block->title = node_attribute(block, "title");
    block->language = node_attribute(block, "language");
}

static bool inside_block(const struct node *node)
{
    while (node && node->type != NODE_BLOCK)
        node = node->parent;
    return node;
}

static void close_block(struct reader *reader, const struct marker *fence, size_t end)
{
    struct place place = fence_place(reader, fence->start, end);
    if (reader->current->type == NODE_BLOCK) {
        reader->current->place.end = place.end;
        reader->current = reader->current->parent;
        reader->depth--;
    } else if (inside_block(reader->current)) {
        reader_error(reader, FINDING_block_crosses, place);
        reader->closed_elsewhere++;
    } else if (reader->left_open > 0) {
        reader->left_open--; /* reported where it was opened */
    } else {
        reader_error(reader, FINDING_stray_close, place);
    }
}

void reader_fence(struct reader *reader, const struct marker *fence)
{
    const char *text = reader->source->text;
    size_t end = trim_space(text, fence->start, fence->end), start = fence->start;
    while (start < end && text[start] == ':')
        start++;
    start = skip_space(text, start, end);
    reader->cursor = fence->end;
    if (start < end)
        open_block(reader, fence, start, end);
    else
        close_block(reader, fence, end);
}
