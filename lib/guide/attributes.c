#include "guide/attributes.h"
#include "base/vector.h"
#include "guide/audiences.h"
#include "text/unicode.h"
#include <string.h>

const struct key_row attribute_rows[] = {
#define LOA_ATTRIBUTE(key, vi, en, example) {key, vi, en, example},
#include "guide/attributes.def"
#undef LOA_ATTRIBUTE
};
enum { KEY_COUNT = sizeof attribute_rows / sizeof *attribute_rows };
const size_t attribute_row_count = KEY_COUNT;

/* Results of a trial without arena: well formed, nothing made. */
static const struct attributes nothing_made;

struct attribute_reader {
    struct arena *arena; /* NULL: only look */
    const struct source *source;
    size_t at, limit;
    struct attributes *attributes;
    struct attribute *last;
    VECTOR(const char *) classes;
};

static int peek(const struct attribute_reader *reader)
{
    return reader->at < reader->limit ? (unsigned char)reader->source->text[reader->at] : -1;
}

/* Bytes that may stand in ids, classes, keys and bare values: everything but what has a meaning here. */
static bool is_word(int byte)
{
    return byte > ' ' && !strchr("{}\"'=", byte);
}

static bool is_space(int byte)
{
    return byte == ' ' || byte == '\t';
}

static size_t read_word(struct attribute_reader *reader)
{
    size_t start = reader->at;
    while (is_word(peek(reader)))
        reader->at++;
    return reader->at - start;
}

static const char *copy(struct attribute_reader *reader, size_t start, size_t length)
{
    if (!reader->arena)
        return NULL;
    const char *composed = unicode_compose(reader->arena, reader->source->text + start, &length);
    return arena_copy(reader->arena, composed, length);
}

static bool read_id(struct attribute_reader *reader)
{
    size_t start = ++reader->at, length = read_word(reader);
    if (length == 0)
        return false;
    if (reader->arena)
        reader->attributes->id = copy(reader, start, length);
    return true;
}

static bool read_class(struct attribute_reader *reader)
{
    size_t start = ++reader->at, length = read_word(reader);
    if (length == 0)
        return false;
    if (reader->arena)
        *VECTOR_ADD(reader->arena, &reader->classes) = copy(reader, start, length);
    return true;
}

/* A value in quotes or a bare word; *start and *length exclude the quotes. */
static bool read_value(struct attribute_reader *reader, size_t *start, size_t *length)
{
    int quote = peek(reader);
    if (quote != '"' && quote != '\'') {
        *start = reader->at;
        *length = read_word(reader);
        return *length > 0;
    }
    *start = ++reader->at;
    while (peek(reader) != quote) {
        if (peek(reader) < 0)
            return false;
        reader->at++;
    }
    *length = reader->at++ - *start;
    return true;
}

static bool read_pair(struct attribute_reader *reader)
{
    size_t start = reader->at, length = read_word(reader), value, value_length;
    if (length == 0 || peek(reader) != '=')
        return false;
    reader->at++;
    if (!read_value(reader, &value, &value_length))
        return false;
    if (!reader->arena)
        return true;
    struct attribute *attribute = ARENA_NEW(reader->arena, struct attribute);
    attribute->key = copy(reader, start, length);
    attribute->value = copy(reader, value, value_length);
    attribute->place = (struct place){reader->source, (uint32_t)start, (uint32_t)reader->at};
    if (reader->last)
        reader->last->next = attribute;
    else
        reader->attributes->first = attribute;
    reader->last = attribute;
    return true;
}

static bool read_one(struct attribute_reader *reader)
{
    switch (peek(reader)) {
    case '#':
        return read_id(reader);
    case '.':
        return read_class(reader);
    default:
        return read_pair(reader);
    }
}

/* The braces' inside, up to and with '}'. */
static bool read_all(struct attribute_reader *reader)
{
    for (;;) {
        size_t before = reader->at;
        while (is_space(peek(reader)))
            reader->at++;
        if (peek(reader) == '}') {
            reader->at++;
            return true;
        }
        bool apart = reader->at > before || reader->source->text[before - 1] == '{';
        if (!apart || !read_one(reader))
            return false;
    }
}

const struct attributes *attributes_read(struct arena *arena, const struct source *source, size_t start,
                                         size_t limit, size_t *end)
{
    struct attribute_reader reader = {arena, source, start + 1, limit, NULL, NULL, {NULL, 0, 0}};
    if (start >= limit || source->text[start] != '{') {
        *end = start;
        return NULL;
    }
    if (arena)
        reader.attributes = ARENA_NEW(arena, struct attributes);
    bool well = read_all(&reader);
    *end = reader.at;
    if (!well || !arena)
        return well ? &nothing_made : NULL;
    reader.attributes->classes = reader.classes.at;
    reader.attributes->class_count = reader.classes.count;
    reader.attributes->place = (struct place){source, (uint32_t)start, (uint32_t)reader.at};
    return reader.attributes;
}

bool attributes_begin(const struct source *source, size_t start, size_t limit)
{
    const char *text = source->text;
    if (text[start] != '{' || (start > 0 && (text[start - 1] == '\\' || text[start - 1] == '{')))
        return false;
    size_t at = start + 1;
    while (at < limit && is_space((unsigned char)text[at]))
        at++;
    if (at < limit && (text[at] == '#' || text[at] == '.'))
        return true;
    size_t word = at;
    while (at < limit && is_word((unsigned char)text[at]))
        at++;
    return at > word && at < limit && text[at] == '=';
}

static bool check_key(const struct attribute *attribute, struct reporter *reporter)
{
    const char *keys[KEY_COUNT];
    for (size_t i = 0; i < KEY_COUNT; i++) {
        keys[i] = attribute_rows[i].key;
        if (!strcmp(attribute->key, keys[i]))
            return true;
    }
    report(reporter, FINDING_unknown_attribute, place_find(attribute->place, attribute->key), attribute->key,
           nearest_name(attribute->key, keys, KEY_COUNT));
    return false;
}

static bool check_audiences(struct arena *arena, const struct attribute *attribute, struct reporter *reporter)
{
    bool good = true;
    if (strcmp(attribute->key, "audience"))
        return true;
    for (const char *at = attribute->value; *at;) {
        at += strspn(at, " ,");
        size_t length = strcspn(at, " ,");
        if (length > 0 && !audience_named(at, length)) {
            const char *word = arena_copy(arena, at, length);
            report(reporter, FINDING_unknown_audience, place_find(attribute->place, word), word,
                   audience_nearest(word));
            good = false;
        }
        at += length;
    }
    return good;
}

bool attributes_check(struct arena *arena, const struct attributes *attributes, struct reporter *reporter)
{
    bool good = true;
    const struct attribute *attribute = attributes ? attributes->first : NULL;
    for (; attribute; attribute = attribute->next) {
        good &= check_key(attribute, reporter);
        good &= check_audiences(arena, attribute, reporter);
    }
    return good;
}
