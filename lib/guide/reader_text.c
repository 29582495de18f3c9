/* Text: where it stands, and the {{facts}} and {attributes} in it. */
#include "guide/attributes.h"
#include "guide/reader.h"
#include "text/unicode.h"
#include <string.h>

/* How far ahead a text is looked for: the parser is never off by more than the syntax around a text. */
enum { WINDOW = 4096, PROBE = 64 };

static size_t find_bytes(const char *text, size_t from, size_t limit, const char *needle, size_t length)
{
    while (from + length <= limit) {
        const char *first = memchr(text + from, needle[0], limit - from - length + 1);
        if (!first)
            break;
        from = (size_t)(first - text);
        if (!memcmp(first, needle, length))
            return from;
        from++;
    }
    return SIZE_MAX;
}

static bool stands_at(const struct source *source, size_t at, const char *text, size_t length)
{
    return at <= source->length && length <= source->length - at && !memcmp(source->text + at, text, length);
}

static struct place place_at(const struct reader *reader, size_t start, size_t length)
{
    size_t most = reader->source->length;
    start = start < most ? start : most;
    length = length < most - start ? length : most - start;
    return (struct place){reader->source, (uint32_t)start, (uint32_t)(start + length)};
}

struct place reader_locate(struct reader *reader, size_t expected, const char *text, size_t length,
                           bool *exact)
{
    const struct source *source = reader->source;
    *exact = true;
    if (length == 0)
        return place_at(reader, reader->cursor, 0);
    if (!stands_at(source, expected, text, length)) {
        size_t probe = length < PROBE ? length : PROBE;
        size_t limit = source->length - reader->cursor > WINDOW ? reader->cursor + WINDOW : source->length;
        size_t found = find_bytes(source->text, reader->cursor, limit, text, probe);
        *exact = found != SIZE_MAX && stands_at(source, found, text, length);
        if (found != SIZE_MAX)
            expected = found;
        else if (expected > source->length || expected < reader->cursor)
            expected = reader->cursor;
    }
    reader->cursor = *exact ? expected + length : expected;
    return place_at(reader, expected, length);
}

static struct node *append(struct reader *reader, enum node_type type, struct place place, const char *text,
                           size_t length)
{
    struct node *node = node_create(reader->arena, type, place);
    const char *composed = unicode_compose(reader->arena, text, &length);
    node->text = arena_copy(reader->arena, composed, length);
    node_append(reader->current, node);
    return node;
}

void reader_plain_text(struct reader *reader, enum node_type type, size_t expected, const char *text,
                       size_t length)
{
    bool exact;
    text = prepared_restore(&reader->prepared, reader->arena, text, &length);
    struct place place = reader_locate(reader, expected, text, length, &exact);
    append(reader, type, place, text, length);
}

/* A stretch of text being cut into facts and the words between. */
struct stretch {
    const char *text;
    size_t length;
    struct place place;
    bool exact; /* the source holds it byte for byte */
};

static struct place part_place(const struct reader *reader, const struct stretch *stretch, size_t at,
                               size_t length)
{
    if (stretch->exact)
        return place_at(reader, stretch->place.start + at, length);
    size_t limit = stretch->place.start + stretch->length + WINDOW;
    limit = limit < reader->source->length ? limit : reader->source->length;
    size_t found = find_bytes(reader->source->text, stretch->place.start, limit, stretch->text + at, length);
    return found == SIZE_MAX ? stretch->place : place_at(reader, found, length);
}

static void append_words(struct reader *reader, const struct stretch *stretch, size_t at, size_t length)
{
    if (length > 0)
        append(reader, NODE_TEXT, stretch->exact ? part_place(reader, stretch, at, length) : stretch->place,
               stretch->text + at, length);
}

/* {{ path }} at `at`, `length` bytes with its braces. */
static void append_fact(struct reader *reader, const struct stretch *stretch, size_t at, size_t length)
{
    struct place place = part_place(reader, stretch, at, length);
    const char *path = stretch->text + at + 2;
    size_t path_length = length - 4;
    for (; path_length > 0 && *path == ' '; path_length--)
        path++;
    while (path_length > 0 && path[path_length - 1] == ' ')
        path_length--;
    if (path_length == 0 || memchr(path, '{', path_length) || memchr(path, ' ', path_length))
        reader_error(reader, FINDING_bad_fact, place);
    append(reader, NODE_FACT, place, path, path_length);
}

static void append_stretch(struct reader *reader, const struct stretch *stretch)
{
    size_t at = 0;
    for (;;) {
        size_t open = find_bytes(stretch->text, at, stretch->length, "{{", 2);
        if (open == SIZE_MAX)
            break;
        size_t close = find_bytes(stretch->text, open + 2, stretch->length, "}}", 2);
        if (close == SIZE_MAX) {
            reader_error(reader, FINDING_unclosed_fact, part_place(reader, stretch, open, 2));
            break;
        }
        append_words(reader, stretch, at, open - at);
        append_fact(reader, stretch, open, close + 2 - open);
        at = close + 2;
    }
    append_words(reader, stretch, at, stretch->length - at);
}

/* Braces right behind a link or picture belong to it. */
static const char *take_leading_braces(struct reader *reader, const char *text, size_t *expected)
{
    size_t length;
    const struct marker *braces = prepared_braces(&reader->prepared, text, &length);
    struct node *before = reader->current->last;
    if (!braces || !before || (before->type != NODE_IMAGE && before->type != NODE_LINK))
        return text;
    reader_attributes(reader, before, braces);
    if (before->type == NODE_IMAGE)
        attributes_check_picture(before->attributes, reader->reporter);
    reader->cursor = *expected = braces->end;
    return text + length;
}

static bool takes_attributes(const struct node *node)
{
    return node && !node->attributes &&
           (node->type == NODE_TABLE || node->type == NODE_LIST || node->type == NODE_QUOTE ||
            node->type == NODE_ALERT || node->type == NODE_CODE_BLOCK);
}

/* A paragraph, or a table's last line, that is nothing but braces belongs to what stands above it. */
static bool take_lone_braces(struct reader *reader, const struct marker *braces)
{
    struct node *at = reader->current, *owner = NULL;
    if (at->type == NODE_PARAGRAPH && !at->first) {
        owner = at->previous;
    } else if (at->type == NODE_CELL && !at->first && !at->previous && !at->parent->header) {
        owner = at->parent->parent;
    }
    if (!takes_attributes(owner))
        return false;
    reader_attributes(reader, owner, braces);
    reader->row_is_attributes = at->type == NODE_CELL;
    return true;
}

/* Braces at the end of `text` that are attributes are taken; *length becomes what is left. */
static void take_last_braces(struct reader *reader, const char *text, size_t *length)
{
    size_t left = *length;
    const struct marker *braces = prepared_last_braces(&reader->prepared, text, &left);
    if (!braces)
        return;
    if (reader->current->type == NODE_HEADING)
        reader_attributes(reader, reader->current, braces);
    else if (left > 0 || !take_lone_braces(reader, braces))
        return;
    while (left > 0 && text[left - 1] == ' ')
        left--;
    struct node *before = reader->current->last;
    if (left == 0 && before && before->type == NODE_SOFT_BREAK)
        node_remove(before);
    *length = left;
}

/* [^1] that no note answers is text to the parser. */
static void check_footnotes(struct reader *reader, const struct stretch *stretch)
{
    size_t open = find_bytes(stretch->text, 0, stretch->length, "[^", 2);
    if (open == SIZE_MAX)
        return;
    const char *close = memchr(stretch->text + open, ']', stretch->length - open);
    if (!close || close == stretch->text + open + 2)
        return;
    size_t length = (size_t)(close - stretch->text) + 1 - open;
    report(reader->reporter, FINDING_no_footnote, part_place(reader, stretch, open, length),
           arena_copy(reader->arena, stretch->text + open, length));
}

/* "- ::: steps": a fence needs its own line. */
static void check_fence(struct reader *reader, const struct stretch *stretch)
{
    if (reader->current->type == NODE_PARAGRAPH && !reader->current->first &&
        !strncmp(stretch->text, ":::", 3))
        reader_error(reader, FINDING_fence_in_text, part_place(reader, stretch, 0, 3));
}

/* Braces where attributes are taken, and meant as such, but malformed. */
static void check_braces(struct reader *reader, const struct stretch *stretch)
{
    const struct node *at = reader->current, *before = at->last;
    const struct source *source = reader->source;
    size_t start = stretch->place.start, end;
    struct attribute_fault fault;
    bool behind = before && (before->type == NODE_IMAGE || before->type == NODE_LINK);
    bool beneath = at->type == NODE_PARAGRAPH && !before && takes_attributes(at->previous);
    size_t line = stretch->exact ? start + strcspn(source->text + start, "\r\n") : start;
    if (start == line || source->text[start] != '{' || !(behind || beneath) ||
        (start > 0 && source->text[start - 1] == '\\'))
        return;
    const char *close = memchr(source->text + start, '}', line - start);
    if (!attributes_begin(source, start, line)) {
        if (behind && close && source->text[start + 1] != '{')
            report(reader->reporter, FINDING_odd_braces,
                   place_at(reader, start, (size_t)(close + 1 - source->text) - start));
    } else if (!attributes_read(NULL, source, start, line, &end, &fault)) {
        reader_fault(reader, &fault);
    }
}

/* "[words]{.class key}": braces behind a bracket that are malformed. */
static void check_spans(struct reader *reader, const struct stretch *stretch)
{
    const struct source *source = reader->source;
    struct attribute_fault fault;
    const char *close = stretch->exact ? strstr(stretch->text, "]{") : NULL;
    for (; close; close = strstr(close + 1, "]{")) {
        size_t start = stretch->place.start + (size_t)(close + 1 - stretch->text), end;
        size_t line = start + strcspn(source->text + start, "\r\n");
        if (attributes_begin(source, start, line) &&
            !attributes_read(NULL, source, start, line, &end, &fault))
            reader_fault(reader, &fault);
    }
}

/* Text without braces of its own. */
static void add_stretch(struct reader *reader, size_t expected, const char *text, size_t length)
{
    if (length == 0)
        return;
    struct stretch stretch = {.length = length};
    stretch.text = prepared_restore(&reader->prepared, reader->arena, arena_copy(reader->arena, text, length),
                                    &stretch.length);
    stretch.place = reader_locate(reader, expected, stretch.text, stretch.length, &stretch.exact);
    check_fence(reader, &stretch);
    check_braces(reader, &stretch);
    check_spans(reader, &stretch);
    check_footnotes(reader, &stretch);
    append_stretch(reader, &stretch);
}

/* The first "]" with braces right behind it, and the marker's length; NULL: none. */
static const struct marker *next_span(const struct reader *reader, const char *text, size_t *at,
                                      size_t *length)
{
    for (const char *close = text; (close = strchr(close, ']')); close++) {
        const struct marker *braces = prepared_braces(&reader->prepared, close + 1, length);
        *at = (size_t)(close - text);
        if (braces)
            return braces;
    }
    return NULL;
}

void reader_text(struct reader *reader, size_t expected, const char *text, bool last)
{
    text = take_leading_braces(reader, text, &expected);
    size_t at, marker_length;
    for (const struct marker *braces; (braces = next_span(reader, text, &at, &marker_length));) {
        add_stretch(reader, expected, text, at);
        if (!reader_span(reader, braces)) {
            text += at;
            expected = braces->start - 1;
            break;
        }
        text += at + 1 + marker_length;
        expected = braces->end;
    }
    size_t length = strlen(text);
    if (last)
        take_last_braces(reader, text, &length);
    add_stretch(reader, expected, text, length);
}
