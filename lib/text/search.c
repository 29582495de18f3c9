#include "text/search.h"
#include "base/vector.h"
#include "text/unicode.h"
#include <string.h>

/* What a word that fits is worth. */
enum { INSIDE = 1, BEGINNING = 2, WHOLE = 4, SAME_MARKS = 1, WHOLE_NAME = 8, SAME_NAME = 4 };

#define SHORTEST_INSIDE 3 /* letters of a word that is also looked for inside of others */

struct term {
    const char *plain; /* "-khoa", without case and marks, behind a hyphen */
    const char *lower; /* "khóa" */
};

struct search {
    struct arena *arena;
    const char *plain, *lower; /* all of it */
    VECTOR(struct term) terms;
};

struct search *search_create(struct arena *arena, const char *words)
{
    struct search *search = ARENA_NEW(arena, struct search);
    search->arena = arena;
    search->plain = unicode_slug(arena, words, strlen(words));
    search->lower = unicode_lower(arena, words, strlen(words));
    for (const char *at = search->lower; *at;) {
        size_t length = strcspn(at, " \t\n,");
        const char *plain = unicode_slug(arena, at, length);
        if (*plain)
            *VECTOR_ADD(arena, &search->terms) =
                (struct term){arena_format(arena, "-%s", plain), arena_copy(arena, at, length)};
        at += length + strspn(at + length, " \t\n,");
    }
    return search;
}

/* `plain` is a text's words with a hyphen before and behind each. */
static unsigned term_fit(const struct term *term, const char *plain, const char *lower)
{
    size_t length = strlen(term->plain);
    unsigned best = 0;
    for (const char *at = strstr(plain, term->plain); at; at = strstr(at + 1, term->plain)) {
        unsigned fit = at[length] == '-' ? WHOLE : BEGINNING;
        best = fit > best ? fit : best;
    }
    if (!best && length > SHORTEST_INSIDE && strstr(plain, term->plain + 1))
        best = INSIDE;
    return best && strstr(lower, term->lower) ? best + SAME_MARKS : best;
}

/* Whether one of a text's names is just what is looked for. */
static unsigned name_fit(const struct search *search, const char *lower)
{
    unsigned best = 0;
    for (const char *at = lower; *at;) {
        size_t length = strcspn(at, ",");
        bool same = length == strlen(search->lower) && !memcmp(at, search->lower, length);
        unsigned fit = 0;
        if (!strcmp(unicode_slug(search->arena, at, length), search->plain))
            fit = same ? WHOLE_NAME + SAME_NAME : WHOLE_NAME;
        best = fit > best ? fit : best;
        at += length + strspn(at + length, ", ");
    }
    return best;
}

unsigned search_fit(struct search *search, const char *const *texts, size_t count)
{
    struct arena_mark mark = arena_mark(search->arena);
    unsigned *fits = ARENA_ARRAY(search->arena, unsigned, search->terms.count + 1), whole = 0, sum = 0;
    for (size_t i = 0; i < count; i++) {
        if (!texts[i])
            continue;
        const char *slug = unicode_slug(search->arena, texts[i], strlen(texts[i]));
        const char *plain = arena_format(search->arena, "-%s-", slug);
        const char *lower = unicode_lower(search->arena, texts[i], strlen(texts[i]));
        for (size_t k = 0; k < search->terms.count; k++) {
            unsigned fit = term_fit(&search->terms.at[k], plain, lower);
            fits[k] = fit > fits[k] ? fit : fits[k];
        }
        unsigned name = name_fit(search, lower);
        whole = name > whole ? name : whole;
    }
    bool missing = search->terms.count == 0;
    for (size_t k = 0; k < search->terms.count; k++) {
        missing |= fits[k] == 0;
        sum += fits[k];
    }
    arena_rewind(search->arena, mark);
    return missing ? 0 : sum + whole;
}
