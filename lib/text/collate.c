/* ICU's collation is a library of its own, loaded when a glossary first asks: being linked to it would cost
 * every run of the program a millisecond. */
#include "text/collate.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#define TEXT_OF(name)   #name
#define SYMBOL_OF(name) TEXT_OF(name) /* ICU's names bear its version: ucol_open_72 */
#define LIBRARY         "libicui18n.so." U_ICU_VERSION_SHORT

struct collation {
    UCollator *(*open)(const char *language, UErrorCode *status);
    void (*close)(UCollator *collator);
    int32_t (*sort_key)(const UCollator *collator, const UChar *text, int32_t length, uint8_t *key,
                        int32_t room);
    UCollator *collator; /* NULL: words are in the order of their code points */
};

static void load(void *library, const char *name, void *function)
{
    void *found = dlsym(library, name);
    memcpy(function, &found, sizeof found);
}

static void release(void *what)
{
    struct collation *collation = what;
    collation->close(collation->collator);
}

static const struct collation *collation_open(struct arena *arena, const char *language)
{
    struct collation *collation = ARENA_NEW(arena, struct collation);
    UErrorCode status = U_ZERO_ERROR;
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library)
        return collation;
    load(library, SYMBOL_OF(ucol_open), &collation->open);
    load(library, SYMBOL_OF(ucol_close), &collation->close);
    load(library, SYMBOL_OF(ucol_getSortKey), &collation->sort_key);
    dlclose(library);
    if (!collation->open || !collation->close || !collation->sort_key)
        return collation;
    UCollator *collator = collation->open(language, &status);
    if (U_FAILURE(status))
        return collation;
    collation->collator = collator;
    arena_defer(arena, release, collation);
    return collation;
}

/* A word's sort key: bytes that compare as the words do. */
struct key {
    const char *bytes;
    size_t index;
};

static const char *key_of(struct arena *arena, const struct collation *collation, const char *word)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t length, room = (int32_t)strlen(word) + 1;
    UChar *wide = ARENA_ARRAY(arena, UChar, (size_t)room);
    u_strFromUTF8(wide, room, &length, word, -1, &status);
    if (!collation->collator || U_FAILURE(status))
        return word;
    int32_t size = collation->sort_key(collation->collator, wide, length, NULL, 0);
    uint8_t *bytes = ARENA_ARRAY(arena, uint8_t, (size_t)size + 1);
    collation->sort_key(collation->collator, wide, length, bytes, size);
    return (const char *)bytes;
}

static int by_key(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    int order = strcmp(x->bytes, y->bytes);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

const size_t *collate_order(struct arena *arena, const char *const *words, size_t count, const char *language)
{
    const struct collation *collation = collation_open(arena, language);
    struct key *keys = ARENA_ARRAY(arena, struct key, count + 1);
    size_t *order = ARENA_ARRAY(arena, size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        keys[i] = (struct key){key_of(arena, collation, words[i]), i};
    qsort(keys, count, sizeof *keys, by_key);
    for (size_t i = 0; i < count; i++)
        order[i] = keys[i].index;
    return order;
}
