#include "text/headline.h"
#include "text/compound.h"
#include "text/keep.h"
#include <unicode/uchar.h>

/* Square em: see headline_break_cost(). */
#define COST_PAIR             40.0
#define COST_CLINGS           26.0
#define COST_OTHER            10.0

#define HEADLINE_CLINGS(word) word,
static const char *const clinging[] = {
#include "text/headlines.def"
};
#undef HEADLINE_CLINGS

struct word {
    const char *text;
    size_t length;
};

/* A word without the marks around it; `stop` tells whether some followed it. */
static struct word bare_word(const char *text, size_t length, bool *stop)
{
    size_t first = length, end = 0;
    for (size_t at = 0; at < length;) {
        size_t start = at;
        if (!u_isalnum((UChar32)utf8_next(text, length, &at)))
            continue;
        first = start < first ? start : first;
        end = at;
    }
    *stop = end < length;
    return first < end ? (struct word){text + first, end - first} : (struct word){text, 0};
}

static bool clings(struct word word)
{
    for (size_t i = 0; i < sizeof clinging / sizeof *clinging; i++)
        if (word_is(word.text, word.length, clinging[i]))
            return true;
    return false;
}

double headline_break_cost(const char *before, size_t before_length, const char *after, size_t after_length)
{
    bool stop;
    struct word word = bare_word(before, before_length, &stop);
    if (stop)
        return 0;
    if (compound_holds(syllable_read(before, before_length), syllable_read(after, after_length)))
        return COST_PAIR;
    return clings(word) ? COST_CLINGS : COST_OTHER;
}
