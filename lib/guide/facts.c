/* Facts in YAML maps: records, plain scalars, lists of scalars. */
#include "base/builder.h"
#include "base/vector.h"
#include "guide/library.h"
#include "text/unicode.h"
#include <stddef.h>
#include <string.h>

static const struct yaml_node *child_named(const struct yaml_node *map, const char *key, size_t length)
{
    if (map->type != YAML_MAP)
        return NULL;
    for (const struct yaml_node *child = map->first; child; child = child->next)
        if (strlen(child->key) == length && !memcmp(child->key, key, length))
            return child;
    return NULL;
}

/* Follows a path down; *record is the map that held the last step. Keys with dots in them win where they are
 * longer than a step. */
static const struct yaml_node *follow(const struct yaml_node *map, const char *path,
                                      const struct yaml_node **record)
{
    *record = map;
    while (*path) {
        const struct yaml_node *child = NULL;
        size_t length = strlen(path);
        while (length > 0 && !(child = child_named(map, path, length))) {
            do
                length--;
            while (length > 0 && path[length] != '.');
        }
        if (!child)
            return NULL;
        *record = map;
        map = child;
        path += length + (path[length] == '.');
    }
    return map;
}

static const char *composed(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    text = unicode_compose(arena, text, &length);
    return arena_copy(arena, text, length);
}

static const char *joined(struct arena *arena, const struct yaml_node *list)
{
    struct builder builder;
    builder_init(&builder, arena);
    for (const struct yaml_node *item = list->first; item; item = item->next) {
        if (item->type != YAML_SCALAR)
            return NULL;
        builder_string(&builder, item == list->first ? "" : ", ");
        builder_string(&builder, item->text);
    }
    return composed(arena, builder_text(&builder));
}

static const char *value_of(struct arena *arena, const struct yaml_node *node)
{
    switch (node->type) {
    case YAML_SCALAR:
        return composed(arena, node->text);
    case YAML_LIST:
        return joined(arena, node);
    default:
        return NULL;
    }
}

static const char *text_of(struct arena *arena, const struct yaml_node *record, const char *key)
{
    const char *text = yaml_text(record, key);
    return text && *text ? composed(arena, text) : NULL;
}

const struct key_row fact_rows[] = {
#define LOA_FACT_KEY(key, type, vi, en, example) {#key, vi, en, example},
#include "guide/fact_keys.def"
#undef LOA_FACT_KEY
};
const size_t fact_row_count = sizeof fact_rows / sizeof *fact_rows;

/* The keys that are one text, and where struct fact has them. */
static const struct {
    const char *key;
    size_t offset;
} texts[] = {
#define FACT_TEXT(key) {#key, offsetof(struct fact, key)},
#define FACT_OTHER(key)
#define LOA_FACT_KEY(key, type, vi, en, example) FACT_##type(key)
#include "guide/fact_keys.def"
#undef LOA_FACT_KEY
};

static void describe(struct arena *arena, const struct yaml_node *record, struct fact *fact)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *(const char **)((char *)fact + texts[i].offset) = text_of(arena, record, texts[i].key);
    const char *show = yaml_text(record, "show_source");
    fact->cited = yaml_get(record, "population") || (show && !strcmp(show, "true"));
}

bool fact_find(struct arena *arena, const struct yaml_node *map, const char *path, struct fact *fact)
{
    const struct yaml_node *record, *node = follow(map, path, &record);
    *fact = (struct fact){.value = NULL};
    if (!node || node == map)
        return false;
    if (node->type == YAML_MAP) {
        record = node;
        node = yaml_get(record, "value");
    }
    fact->value = node ? value_of(arena, node) : NULL;
    if (!fact->value)
        return false;
    fact->place = node->place;
    if (record != map) {
        fact->record = record;
        fact->key = node->key;
        describe(arena, record, fact);
    }
    return true;
}

const char *fact_text(struct arena *arena, const struct yaml_node *map, const char *key, const char *language)
{
    const char *spoken = arena_format(arena, "%s-%.*s", key, (int)strcspn(language, "-"), language);
    const char *text = text_of(arena, map, spoken);
    return text ? text : text_of(arena, map, key);
}

void fact_speak(struct arena *arena, struct fact *fact, const char *language)
{
    if (!fact->record)
        return;
    const char *value = fact_text(arena, fact->record, fact->key, language);
    if (value)
        fact->value = value;
    fact->source = fact_text(arena, fact->record, "source", language);
}

/* Data is a few levels deep; the YAML reader bounds what a hostile file can hold. */
void fact_list(struct arena *arena, const struct yaml_node *map, const char *prefix, struct fact_paths *paths)
{
    if (!map || map->type != YAML_MAP)
        return;
    for (const struct yaml_node *child = map->first; child; child = child->next) {
        const char *path = arena_format(arena, "%s%s", prefix, child->key);
        if (child->type == YAML_MAP && !yaml_get(child, "value"))
            fact_list(arena, child, arena_format(arena, "%s.", path), paths);
        else
            *VECTOR_ADD(arena, paths) = path;
    }
}
