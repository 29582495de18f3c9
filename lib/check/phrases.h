/* phrases.h - many phrases looked for at once: each word of a passage is looked up, once, among their first
 * words. */
#ifndef CHECK_PHRASES_H
#define CHECK_PHRASES_H

#include "base/map.h"
#include "check/checker.h"

struct phrase {
    const char *words; /* in lower case */
    size_t length;
    int kind;          /* whatever it is to the one who added it */
    const void *about; /* likewise */
    const struct phrase *next;
};

struct phrases {
    struct map first_words;
};

void phrases_init(struct phrases *phrases, struct arena *arena);
/* Adds a phrase, which is copied in lower case; one that begins with no letter or digit is never found. */
void phrases_add(struct phrases *phrases, const char *words, size_t length, int kind, const void *about);
/* Adds the phrases of a file of the materials, one a line; lines that begin with # are for its readers.
 * `library` may be NULL. */
void phrases_add_list(struct phrases *phrases, struct library *library, const char *path, int kind);

typedef void phrase_fn(struct checker *checker, const struct passage *passage, const struct phrase *phrase,
                       size_t at);
/* Calls `found` for each phrase that stands in the guide as whole words. */
void phrases_find(const struct phrases *phrases, struct checker *checker, phrase_fn *found);
/* Whether one of them stands in a text in lower case. */
bool phrases_hold(const struct phrases *phrases, const char *lower);
/* The bytes of letters and digits that begin here; 0: none do. */
size_t word_length(const char *text);

#endif
