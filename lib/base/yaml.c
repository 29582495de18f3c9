#include "base/yaml.h"
#include "base/limits.h"
#include "base/map.h"
#include <string.h>
#include <yaml.h>

/* What is being read. The parser and its last event hold memory of libyaml's, so they stand here, where
 * yaml_parse() can release them even when the arena is exhausted. */
struct reader {
    struct arena *arena;
    struct reporter *reporter;
    const struct source *source;
    size_t start, end; /* of the text in the source */
    size_t characters; /* libyaml counts characters; so many … */
    size_t bytes;      /* … are so many bytes of the text */
    yaml_parser_t parser;
    yaml_event_t event;
    const struct yaml_node *root;
    bool failed;
};

/* Places count bytes. Marks come in order of the text, so counting goes on from the last. */
static uint32_t byte_of(struct reader *reader, size_t characters)
{
    const unsigned char *text = (const unsigned char *)reader->source->text + reader->start;
    size_t length = reader->end - reader->start;
    if (characters < reader->characters)
        reader->characters = reader->bytes = 0;
    for (; reader->characters < characters && reader->bytes < length; reader->characters++)
        do
            reader->bytes++;
        while (reader->bytes < length && (text[reader->bytes] & 0xc0) == 0x80);
    return (uint32_t)(reader->start + reader->bytes);
}

static struct place place_of(struct reader *reader, yaml_mark_t from, yaml_mark_t to)
{
    uint32_t start = byte_of(reader, from.index), end = byte_of(reader, to.index);
    return (struct place){reader->source, start, end};
}

static struct place event_place(struct reader *reader)
{
    return place_of(reader, reader->event.start_mark, reader->event.end_mark);
}

struct problem {
    const char *problem;
    enum { PROBLEM, CONTEXT } place;
    const char *words[2]; /* by enum loa_ui */
};

/* NULL: one that nobody gave words. */
static const struct problem *find_problem(const char *problem)
{
    static const struct problem rows[] = {
#define LOA_YAML_PROBLEM(problem, place, vi, en) {problem, place, {vi, en}},
#include "base/yaml_problems.def"
#undef LOA_YAML_PROBLEM
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].problem, problem) == 0)
            return &rows[i];
    return NULL;
}

static void fail(struct reader *reader, struct place place, const char *problem)
{
    const struct problem *row = find_problem(problem);
    const char *words = row ? row->words[reader->reporter->ui] : problem;
    if (!reader->failed)
        report(reader->reporter, FINDING_bad_yaml, place, words);
    reader->failed = true;
}

/* Characters that YAML forbids are found while libyaml decodes ahead: it tells their byte, not a mark. */
static struct place problem_place(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_READER_ERROR) {
        size_t at = reader->start + parser->problem_offset;
        uint32_t byte = (uint32_t)(at < reader->end ? at : reader->end);
        return (struct place){reader->source, byte, byte};
    }
    const struct problem *row = parser->problem ? find_problem(parser->problem) : NULL;
    yaml_mark_t mark = row && row->place == CONTEXT ? parser->context_mark : parser->problem_mark;
    return place_of(reader, mark, mark);
}

/* Parses the next event in place of the last. */
static bool next_event(struct reader *reader)
{
    yaml_event_delete(&reader->event);
    if (reader->failed)
        return false;
    if (yaml_parser_parse(&reader->parser, &reader->event))
        return true;
    if (reader->parser.error == YAML_MEMORY_ERROR)
        arena_exhaust(reader->arena);
    fail(reader, problem_place(reader), reader->parser.problem ? reader->parser.problem : "?");
    return false;
}

static struct yaml_node *read_node(struct reader *reader, unsigned depth);

static void append(struct yaml_node *parent, struct yaml_node **last, struct yaml_node *child)
{
    if (*last)
        (*last)->next = child;
    else
        parent->first = child;
    *last = child;
    parent->count++;
}

static void read_list(struct reader *reader, struct yaml_node *list, unsigned depth)
{
    struct yaml_node *last = NULL;
    while (next_event(reader) && reader->event.type != YAML_SEQUENCE_END_EVENT) {
        struct yaml_node *child = read_node(reader, depth + 1);
        if (!child)
            return;
        append(list, &last, child);
    }
}

/* Whether a node can be the key of a map that has these. */
static bool is_new_key(struct reader *reader, const struct yaml_node *key, struct map *keys)
{
    if (key->type != YAML_SCALAR) {
        fail(reader, key->place, "key is no word");
    } else if (map_get(keys, key->text)) {
        report(reader->reporter, FINDING_duplicate_key, key->place, key->text);
        reader->failed = true;
    } else {
        map_set(keys, key->text, (void *)key->text);
    }
    return !reader->failed;
}

static void read_map(struct reader *reader, struct yaml_node *map, unsigned depth)
{
    struct yaml_node *last = NULL;
    struct map keys;
    map_init(&keys, reader->arena);
    while (next_event(reader) && reader->event.type != YAML_MAPPING_END_EVENT) {
        const struct yaml_node *key = read_node(reader, depth + 1);
        if (!key || !is_new_key(reader, key, &keys) || !next_event(reader))
            return;
        struct yaml_node *value = read_node(reader, depth + 1);
        if (!value)
            return;
        value->key = key->text;
        value->key_place = key->place;
        append(map, &last, value);
    }
}

static void read_scalar(struct reader *reader, struct yaml_node *node)
{
    yaml_scalar_style_t style = reader->event.data.scalar.style;
    node->text = arena_copy(reader->arena, (const char *)reader->event.data.scalar.value,
                            reader->event.data.scalar.length);
    node->quoted = style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
}

/* An anchor, an alias or a tag. */
static bool refers(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor || event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor || event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor || event->data.mapping_start.tag;
    default:
        return true;
    }
}

/* The node that the event begins, NULL after a failure. */
static struct yaml_node *read_node(struct reader *reader, unsigned depth)
{
    struct yaml_node *node = ARENA_NEW(reader->arena, struct yaml_node);
    node->place = event_place(reader);
    if (depth > LIMIT_NESTING) {
        report(reader->reporter, FINDING_too_deep, node->place, LIMIT_TEXT(LIMIT_NESTING));
        reader->failed = true;
    } else if (refers(&reader->event)) {
        fail(reader, node->place, "reference");
    } else if (reader->event.type == YAML_SCALAR_EVENT) {
        node->type = YAML_SCALAR;
        read_scalar(reader, node);
    } else if (reader->event.type == YAML_SEQUENCE_START_EVENT) {
        node->type = YAML_LIST;
        read_list(reader, node, depth);
    } else {
        node->type = YAML_MAP;
        read_map(reader, node, depth);
    }
    return reader->failed ? NULL : node;
}

/* libyaml compares each "%TAG" with all before it: 200,000 of them take minutes. A tag is refused anyway. */
static void refuse_tags(struct reader *reader)
{
    static const char directive[] = "%TAG";
    const char *at = reader->source->text + reader->start, *end = reader->source->text + reader->end;
    while (at && (size_t)(end - at) >= strlen(directive)) {
        if (memcmp(at, directive, strlen(directive)) == 0) {
            uint32_t start = (uint32_t)(at - reader->source->text);
            fail(reader, (struct place){reader->source, start, start + (uint32_t)strlen(directive)},
                 "directive");
            return;
        }
        at = memchr(at, '\n', (size_t)(end - at));
        at = at ? at + 1 : NULL;
    }
}

/* The one document of the text; an empty text is an empty map. */
static enum loa_status read_document(void *data)
{
    struct reader *reader = data;
    const struct yaml_node *root = NULL;
    refuse_tags(reader);
    while (next_event(reader) && reader->event.type != YAML_STREAM_END_EVENT) {
        if (reader->event.type == YAML_STREAM_START_EVENT || reader->event.type == YAML_DOCUMENT_END_EVENT)
            continue;
        if (root)
            fail(reader, event_place(reader), "second document");
        else if (reader->event.type != YAML_DOCUMENT_START_EVENT)
            root = read_node(reader, 0);
    }
    if (!root || (root->type == YAML_SCALAR && !*root->text && !root->quoted)) {
        struct yaml_node *empty = ARENA_NEW(reader->arena, struct yaml_node);
        empty->type = YAML_MAP;
        empty->place = (struct place){reader->source, (uint32_t)reader->start, (uint32_t)reader->start};
        root = empty;
    }
    reader->root = reader->failed ? NULL : root;
    return LOA_OK;
}

const struct yaml_node *yaml_parse(struct arena *arena, struct reporter *reporter,
                                   const struct source *source, size_t start, size_t end)
{
    struct reader reader = {
        .arena = arena, .reporter = reporter, .source = source, .start = start, .end = end};
    if (!yaml_parser_initialize(&reader.parser))
        arena_exhaust(arena);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)source->text + start, end - start);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    enum loa_status status = arena_protect(arena, read_document, &reader);
    yaml_event_delete(&reader.event);
    yaml_parser_delete(&reader.parser);
    if (status != LOA_OK)
        arena_exhaust(arena);
    return reader.root;
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
    if (!map || map->type != YAML_MAP)
        return NULL;
    for (const struct yaml_node *node = map->first; node; node = node->next)
        if (strcmp(node->key, key) == 0)
            return node;
    return NULL;
}

const char *yaml_text(const struct yaml_node *map, const char *key)
{
    const struct yaml_node *node = yaml_get(map, key);
    return node && node->type == YAML_SCALAR ? node->text : NULL;
}

size_t yaml_unknown_keys(const struct yaml_node *map, const char *const *known, size_t known_count,
                         struct reporter *reporter)
{
    size_t unknown = 0;
    for (const struct yaml_node *node = map->first; node; node = node->next) {
        bool found = false;
        for (size_t i = 0; i < known_count; i++)
            found |= strcmp(known[i], node->key) == 0;
        if (found)
            continue;
        unknown++;
        const char *near =
            reporter_only_counts(reporter) ? NULL : nearest_name(node->key, known, known_count);
        report(reporter, FINDING_unknown_key, node->key_place, node->key, near);
    }
    return unknown;
}
