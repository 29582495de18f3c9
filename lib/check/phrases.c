#include "check/phrases.h"
#include "text/unicode.h"
#include <string.h>

/* Bytes of letters and digits, as far as bytes tell: general punctuation (E2 80 …) and U+FFFC are none. */
static bool in_word(const char *at)
{
    unsigned char byte = (unsigned char)*at;
    if (byte < 0x80)
        return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return strncmp(at, "\xe2\x80", 2) != 0 && strncmp(at, "\xef\xbf\xbc", 3) != 0;
}

size_t word_length(const char *text)
{
    size_t length = 0;
    while (in_word(text + length)) {
        length++;
        while (((unsigned char)text[length] & 0xc0) == 0x80)
            length++;
    }
    return length;
}

void phrases_init(struct phrases *phrases, struct arena *arena)
{
    map_init(&phrases->first_words, arena);
}

void phrases_add(struct phrases *phrases, const char *words, size_t length, int kind, const void *about)
{
    struct arena *arena = phrases->first_words.arena;
    const char *lower = unicode_lower(arena, words, length);
    size_t first = word_length(lower);
    if (first == 0)
        return;
    void **slot = map_slot(&phrases->first_words, lower, first);
    struct phrase *phrase = ARENA_NEW(arena, struct phrase);
    *phrase = (struct phrase){lower, strlen(lower), kind, about, *slot};
    *slot = phrase;
}

void phrases_add_list(struct phrases *phrases, struct library *library, const char *path, int kind)
{
    const struct source *source = library ? library_source(library, path) : NULL;
    for (const char *line = source ? source->text : ""; *line;) {
        size_t length = strcspn(line, "\r\n");
        if (*line != '#')
            phrases_add(phrases, line, length, kind, NULL);
        line += length;
        line += strspn(line, "\r\n");
    }
}

/* The first of the phrases that stands at `at`, the next one behind `phrase`; NULL: none. */
static const struct phrase *standing(const struct phrase *phrase, const char *at)
{
    while (phrase &&
           (strncmp(at, phrase->words, phrase->length) != 0 || unicode_is_letter(at + phrase->length)))
        phrase = phrase->next;
    return phrase;
}

static const struct phrase *phrase_at(const struct phrases *phrases, const char *text, size_t length)
{
    return length ? standing(map_find(&phrases->first_words, text, length), text) : NULL;
}

static void find_in(const struct phrases *phrases, struct checker *checker, const struct passage *passage,
                    phrase_fn *found)
{
    for (size_t at = 0; at < passage->length;) {
        const char *text = passage->lower + at;
        size_t length = word_length(text);
        for (const struct phrase *phrase = phrase_at(phrases, text, length); phrase;
             phrase = standing(phrase->next, text))
            found(checker, passage, phrase, at);
        at += length ? length : 1;
    }
}

bool phrases_hold(const struct phrases *phrases, const char *lower)
{
    while (*lower) {
        size_t length = word_length(lower);
        if (phrase_at(phrases, lower, length))
            return true;
        lower += length ? length : 1;
    }
    return false;
}

void phrases_find(const struct phrases *phrases, struct checker *checker, phrase_fn *found)
{
    for (size_t i = 0; i < checker->passage_count; i++)
        find_in(phrases, checker, &checker->passages[i], found);
}
