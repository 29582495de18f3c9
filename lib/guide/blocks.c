#include "guide/blocks.h"
#include "base/reporter.h"
#include "base/vector.h"
#include "text/unicode.h"
#include <string.h>

const struct block_row block_rows[BLOCK_COUNT] = {
#define LOA_BLOCK(name, spelling, aliases, vi, en, example_vi, example_en)                                   \
    [BLOCK_##name] = {spelling, aliases, vi, en, example_vi, example_en},
#include "guide/blocks.def"
#undef LOA_BLOCK
};

/* Copies the next of the space-separated words; NULL at the end. */
static const char *next_alias(const char *words, char *room, size_t size)
{
    words += strspn(words, " ");
    size_t length = strcspn(words, " ");
    if (length == 0 || length >= size)
        return NULL;
    memcpy(room, words, length);
    room[length] = '\0';
    return words + length;
}

static bool row_has_name(const struct block_row *row, const char *name)
{
    if (unicode_same_name(row->spelling, name))
        return true;
    char alias[64];
    for (const char *at = row->aliases; (at = next_alias(at, alias, sizeof alias));)
        if (unicode_same_name(alias, name))
            return true;
    return false;
}

bool block_named(const char *name, enum block_kind *kind)
{
    for (int i = 0; i < BLOCK_COUNT; i++)
        if (row_has_name(&block_rows[i], name)) {
            *kind = (enum block_kind)i;
            return true;
        }
    return false;
}

const char *block_nearest(struct arena *arena, const char *name)
{
    VECTOR(const char *) names = {0};
    char alias[64];
    for (int i = 0; i < BLOCK_COUNT; i++) {
        *VECTOR_ADD(arena, &names) = block_rows[i].spelling;
        for (const char *at = block_rows[i].aliases; (at = next_alias(at, alias, sizeof alias));)
            *VECTOR_ADD(arena, &names) = arena_string(arena, alias);
    }
    return nearest_name(name, names.at, names.count);
}
