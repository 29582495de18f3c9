#include "base/yaml.h"
#include "base/limits.h"
#include <string.h>
#include <yaml.h>

struct reader {
    struct arena *arena;
    struct reporter *reporter;
    const struct source *source;
    const char *text; /* what the parser reads: part of the source */
    size_t start;     /* of it in the source */
    yaml_parser_t parser;
    bool failed;
};

/* libyaml counts characters; places count bytes. Marks come in order of the text, so counting goes on from
 * the last. */
struct cursor {
    size_t characters, bytes;
};

static size_t byte_of(const struct reader *reader, struct cursor *cursor, size_t characters)
{
    if (characters < cursor->characters)
        *cursor = (struct cursor){0, 0};
    while (cursor->characters < characters && reader->text[cursor->bytes]) {
        cursor->bytes++;
        while (((unsigned char)reader->text[cursor->bytes] & 0xc0) == 0x80)
            cursor->bytes++;
        cursor->characters++;
    }
    return reader->start + cursor->bytes;
}

static struct place place_of(const struct reader *reader, struct cursor *cursor, yaml_mark_t from,
                             yaml_mark_t to)
{
    size_t start = byte_of(reader, cursor, from.index), end = byte_of(reader, cursor, to.index);
    return (struct place){reader->source, (uint32_t)start, (uint32_t)end};
}

static void fail(struct reader *reader, struct place place, const char *problem)
{
    if (!reader->failed)
        report(reader->reporter, FINDING_bad_yaml, place, problem);
    reader->failed = true;
}

static bool next_event(struct reader *reader, struct cursor *cursor, yaml_event_t *event)
{
    if (reader->failed)
        return false;
    if (yaml_parser_parse(&reader->parser, event))
        return true;
    bool scanned = reader->parser.problem_mark.index || reader->parser.problem_mark.line;
    yaml_mark_t mark = scanned ? reader->parser.problem_mark : reader->parser.mark;
    fail(reader, place_of(reader, cursor, mark, mark), reader->parser.problem ? reader->parser.problem : "?");
    return false;
}

static struct yaml_node *read_node(struct reader *reader, struct cursor *cursor, yaml_event_t *event,
                                   unsigned depth);

static void append(struct yaml_node *parent, struct yaml_node **last, struct yaml_node *child)
{
    if (*last)
        (*last)->next = child;
    else
        parent->first = child;
    *last = child;
    parent->count++;
}

static void read_list(struct reader *reader, struct cursor *cursor, struct yaml_node *list, unsigned depth)
{
    struct yaml_node *last = NULL;
    yaml_event_t event;
    while (next_event(reader, cursor, &event)) {
        bool end = event.type == YAML_SEQUENCE_END_EVENT;
        struct yaml_node *child = end ? NULL : read_node(reader, cursor, &event, depth + 1);
        yaml_event_delete(&event);
        if (!child)
            return;
        append(list, &last, child);
    }
}

static void read_map(struct reader *reader, struct cursor *cursor, struct yaml_node *map, unsigned depth)
{
    struct yaml_node *last = NULL;
    yaml_event_t event;
    while (next_event(reader, cursor, &event)) {
        bool end = event.type == YAML_MAPPING_END_EVENT;
        struct yaml_node *key = end ? NULL : read_node(reader, cursor, &event, depth + 1);
        yaml_event_delete(&event);
        if (!key)
            return;
        if (key->type != YAML_SCALAR) {
            fail(reader, key->place, "key is not a word");
            return;
        }
        if (yaml_get(map, key->text)) {
            report(reader->reporter, FINDING_duplicate_key, key->place, key->text);
            reader->failed = true;
            return;
        }
        if (!next_event(reader, cursor, &event))
            return;
        struct yaml_node *value = read_node(reader, cursor, &event, depth + 1);
        yaml_event_delete(&event);
        if (!value)
            return;
        value->key = key->text;
        value->key_place = key->place;
        append(map, &last, value);
    }
}

static struct yaml_node *node_new(struct reader *reader, struct cursor *cursor, const yaml_event_t *event,
                                  enum yaml_type type)
{
    struct yaml_node *node = ARENA_NEW(reader->arena, struct yaml_node);
    node->type = type;
    node->place = place_of(reader, cursor, event->start_mark, event->end_mark);
    return node;
}

static struct yaml_node *read_scalar(struct reader *reader, struct cursor *cursor, const yaml_event_t *event)
{
    struct yaml_node *node = node_new(reader, cursor, event, YAML_SCALAR);
    node->text = arena_copy(reader->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
    node->quoted = event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                   event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (event->data.scalar.anchor || event->data.scalar.tag)
        fail(reader, node->place, "anchors and tags are not used here");
    return node;
}

/* The node an event begins, NULL after a failure. The event stays the caller's to delete. */
static struct yaml_node *read_node(struct reader *reader, struct cursor *cursor, yaml_event_t *event,
                                   unsigned depth)
{
    struct yaml_node *node = NULL;
    if (depth > LIMIT_NESTING) {
        fail(reader, place_of(reader, cursor, event->start_mark, event->end_mark), "nested too deeply");
        return NULL;
    }
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        node = read_scalar(reader, cursor, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        node = node_new(reader, cursor, event, YAML_LIST);
        if (event->data.sequence_start.anchor || event->data.sequence_start.tag)
            fail(reader, node->place, "anchors and tags are not used here");
        read_list(reader, cursor, node, depth);
        break;
    case YAML_MAPPING_START_EVENT:
        node = node_new(reader, cursor, event, YAML_MAP);
        if (event->data.mapping_start.anchor || event->data.mapping_start.tag)
            fail(reader, node->place, "anchors and tags are not used here");
        read_map(reader, cursor, node, depth);
        break;
    default:
        fail(reader, place_of(reader, cursor, event->start_mark, event->end_mark),
             "aliases are not used here");
        break;
    }
    return reader->failed ? NULL : node;
}

/* The one document of the text; an empty text is an empty map. */
static const struct yaml_node *read_document(struct reader *reader)
{
    struct cursor cursor = {0, 0};
    struct yaml_node *root = NULL;
    yaml_event_t event;
    bool more = true;
    while (more && next_event(reader, &cursor, &event)) {
        bool content = event.type != YAML_STREAM_START_EVENT && event.type != YAML_DOCUMENT_START_EVENT &&
                       event.type != YAML_DOCUMENT_END_EVENT && event.type != YAML_STREAM_END_EVENT;
        if (content && root)
            fail(reader, place_of(reader, &cursor, event.start_mark, event.end_mark), "a second document");
        else if (content)
            root = read_node(reader, &cursor, &event, 0);
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    if (reader->failed)
        return NULL;
    if (!root || (root->type == YAML_SCALAR && !*root->text)) {
        root = ARENA_NEW(reader->arena, struct yaml_node);
        root->type = YAML_MAP;
        root->place = (struct place){reader->source, (uint32_t)reader->start, (uint32_t)reader->start};
    }
    return root;
}

const struct yaml_node *yaml_parse(struct arena *arena, struct reporter *reporter,
                                   const struct source *source, size_t start, size_t end)
{
    struct reader reader = {.arena = arena, .reporter = reporter, .source = source, .start = start};
    reader.text = arena_copy(arena, source->text + start, end - start);
    if (!yaml_parser_initialize(&reader.parser)) {
        struct place here = {source, (uint32_t)start, (uint32_t)start};
        report(reporter, FINDING_limit, here, "libyaml");
        return NULL;
    }
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)reader.text, end - start);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    const struct yaml_node *root = read_document(&reader);
    yaml_parser_delete(&reader.parser);
    return root;
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
        const char *near = nearest_name(node->key, known, known_count);
        report(reporter, FINDING_unknown_key, node->key_place, node->key, near);
    }
    return unknown;
}
