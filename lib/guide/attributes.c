#include "guide/attributes.h"
#include "base/builder.h"
#include "base/measure.h"
#include "base/vector.h"
#include "guide/audiences.h"
#include "guide/chart.h"
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
    struct attribute_fault fault;
};

static int peek(const struct attribute_reader *reader)
{
    return reader->at < reader->limit ? (unsigned char)reader->source->text[reader->at] : -1;
}

/* Bytes that may stand in ids, classes and keys: everything but what has a meaning here. */
static bool is_word(int byte)
{
    return byte > ' ' && !strchr("{}\"'=", byte);
}

/* Bare values may hold '=' too: addresses do. */
static bool is_bare(int byte)
{
    return byte == '=' || is_word(byte);
}

static bool is_space(int byte)
{
    return byte == ' ' || byte == '\t';
}

static size_t read_word(struct attribute_reader *reader, bool (*is_part)(int byte))
{
    size_t start = reader->at;
    while (is_part(peek(reader)))
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

/* Remembers what is wrong with the `length` bytes from `start` on; always false. */
static bool fail(struct attribute_reader *reader, enum finding finding, size_t start, size_t length)
{
    reader->fault =
        (struct attribute_fault){finding, {reader->source, (uint32_t)start, (uint32_t)(start + length)}};
    return false;
}

/* #id or .class: the sign and a word. */
static bool read_name(struct attribute_reader *reader)
{
    size_t sign = reader->at++, length = read_word(reader, is_word);
    if (length == 0)
        return fail(reader, FINDING_attribute_without_name, sign, 1);
    if (!reader->arena)
        return true;
    const char *name = copy(reader, sign + 1, length);
    if (reader->source->text[sign] == '.')
        *VECTOR_ADD(reader->arena, &reader->classes) = name;
    else if (reader->attributes->id)
        return fail(reader, FINDING_attribute_twice, sign, length + 1);
    else
        reader->attributes->id = name;
    return true;
}

static bool is_escape(const struct attribute_reader *reader)
{
    return peek(reader) == '\\' && reader->at + 1 < reader->limit &&
           strchr("\"'\\{}", reader->source->text[reader->at + 1]);
}

/* The inside of quotes, without the backslashes that make a quote, brace or backslash plain. */
static const char *unescaped(struct attribute_reader *reader, size_t start, size_t end)
{
    const char *text = reader->source->text;
    struct builder value;
    builder_init(&value, reader->arena);
    for (size_t at = start; at < end; at++) {
        bool escape = text[at] == '\\' && at + 1 < end && strchr("\"'\\{}", text[at + 1]);
        builder_char(&value, text[at += escape]);
    }
    size_t length = value.length;
    const char *composed = unicode_compose(reader->arena, builder_text(&value), &length);
    return arena_copy(reader->arena, composed, length);
}

static bool read_quoted(struct attribute_reader *reader, const char **value)
{
    size_t start = reader->at++;
    char quote = reader->source->text[start];
    for (; peek(reader) != quote; reader->at++) {
        if (peek(reader) < 0)
            return fail(reader, FINDING_attribute_quote, start, 1);
        reader->at += is_escape(reader);
    }
    if (reader->arena)
        *value = unescaped(reader, start + 1, reader->at);
    reader->at++;
    return true;
}

static bool read_value(struct attribute_reader *reader, size_t key, const char **value)
{
    if (peek(reader) == '"' || peek(reader) == '\'')
        return read_quoted(reader, value);
    size_t start = reader->at, length = read_word(reader, is_bare);
    if (length == 0)
        return fail(reader, FINDING_attribute_without_value, key, start - key);
    *value = copy(reader, start, length);
    return true;
}

static bool is_repeated(const struct attribute_reader *reader, const char *key)
{
    for (const struct attribute *at = reader->attributes->first; at; at = at->next)
        if (!strcmp(at->key, key))
            return true;
    return false;
}

static bool add_pair(struct attribute_reader *reader, const char *key, size_t start, const char *value)
{
    if (is_repeated(reader, key))
        return fail(reader, FINDING_attribute_twice, start, reader->at - start);
    struct attribute *attribute = ARENA_NEW(reader->arena, struct attribute);
    attribute->key = key;
    attribute->value = value;
    attribute->place = (struct place){reader->source, (uint32_t)start, (uint32_t)reader->at};
    if (reader->last)
        reader->last->next = attribute;
    else
        reader->attributes->first = attribute;
    reader->last = attribute;
    return true;
}

static bool read_pair(struct attribute_reader *reader)
{
    size_t start = reader->at, length = read_word(reader, is_word);
    const char *value = NULL;
    if (length == 0)
        return fail(reader, FINDING_attribute_character, start, 1);
    if (peek(reader) != '=')
        return fail(reader, FINDING_attribute_without_value, start, length);
    reader->at++;
    if (!read_value(reader, start, &value))
        return false;
    return !reader->arena || add_pair(reader, copy(reader, start, length), start, value);
}

/* The braces' inside, up to and with '}'. */
static bool read_all(struct attribute_reader *reader, size_t open)
{
    for (;;) {
        size_t before = reader->at;
        while (is_space(peek(reader)))
            reader->at++;
        int next = peek(reader);
        if (next < 0)
            return fail(reader, FINDING_attributes_unclosed, open, 1);
        if (next == '}') {
            reader->at++;
            return true;
        }
        if (reader->at == before && before > open + 1)
            return fail(reader, FINDING_attribute_joined, before, 1);
        if (!(next == '#' || next == '.' ? read_name : read_pair)(reader))
            return false;
    }
}

const struct attributes *attributes_read(struct arena *arena, const struct source *source, size_t start,
                                         size_t limit, size_t *end, struct attribute_fault *fault)
{
    struct attribute_reader reader = {.arena = arena, .source = source, .at = start + 1, .limit = limit};
    if (arena)
        reader.attributes = ARENA_NEW(arena, struct attributes);
    bool well = read_all(&reader, start);
    *end = reader.at;
    if (!well && !memchr(source->text + start, '}', limit - start))
        fail(&reader, FINDING_attributes_unclosed, start, 1); /* says more than what came of it */
    if (!well && fault)
        *fault = reader.fault;
    if (!well || !arena)
        return well ? &nothing_made : NULL;
    reader.attributes->classes = reader.classes.at;
    reader.attributes->class_count = reader.classes.count;
    reader.attributes->place = (struct place){source, (uint32_t)start, (uint32_t)reader.at};
    return reader.attributes;
}

void attribute_fault_report(struct arena *arena, const struct attribute_fault *fault,
                            struct reporter *reporter)
{
    struct place place = fault->place;
    const char *words = place.source->text + place.start;
    size_t length = place.end - place.start;
    bool bare = length > 1 && words[length - 1] == '='; /* "key=" is spoken of as key */
    report(reporter, fault->finding, place, arena_copy(arena, words, length - bare));
}

/* Whether an odd number of backslashes stands before a byte. */
static bool is_escaped(const char *text, size_t at)
{
    size_t count = 0;
    while (count < at && text[at - 1 - count] == '\\')
        count++;
    return count % 2;
}

bool attributes_begin(const struct source *source, size_t start, size_t limit)
{
    const char *text = source->text;
    if (text[start] != '{' || (start > 0 && text[start - 1] == '{') || is_escaped(text, start))
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

static bool check_width(const struct attribute *attribute, struct reporter *reporter)
{
    struct measure width;
    if (strcmp(attribute->key, "width") || measure_read(attribute->value, &width))
        return true;
    report(reporter, FINDING_bad_width, place_find(attribute->place, attribute->value), attribute->value);
    return false;
}

static bool check_kind(const struct attribute *attribute, struct reporter *reporter)
{
    enum chart_kind kind;
    if (strcmp(attribute->key, "kind") || chart_kind_named(attribute->value, &kind))
        return true;
    report(reporter, FINDING_unknown_value, place_find(attribute->place, attribute->value), attribute->value,
           attribute->key, chart_kind_nearest(attribute->value));
    return false;
}

bool attributes_check(struct arena *arena, const struct attributes *attributes, struct reporter *reporter)
{
    bool good = true;
    const struct attribute *attribute = attributes ? attributes->first : NULL;
    for (; attribute; attribute = attribute->next) {
        good &= check_key(attribute, reporter);
        good &= check_audiences(arena, attribute, reporter);
        good &= check_width(attribute, reporter);
        good &= check_kind(attribute, reporter);
    }
    return good;
}

/* Where a picture stands; "centre" is "center" too. */
static const char *const picture_classes[] = {"left", "right", "center", "centre", "full"};
enum { CLASS_COUNT = sizeof picture_classes / sizeof *picture_classes };

static bool is_picture_class(const char *name)
{
    for (size_t i = 0; i < CLASS_COUNT; i++)
        if (!strcmp(name, picture_classes[i]))
            return true;
    return false;
}

void attributes_check_picture(const struct attributes *attributes, struct reporter *reporter)
{
    for (size_t i = 0; attributes && i < attributes->class_count; i++) {
        const char *name = attributes->classes[i];
        if (!is_picture_class(name))
            report(reporter, FINDING_unknown_class, place_find(attributes->place, name), name,
                   nearest_name(name, picture_classes, CLASS_COUNT));
    }
}
