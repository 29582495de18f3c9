#include "text/headline.h"
#include "text/unicode.h"
#include <string.h>
#include <unicode/uchar.h>

#define COST_PAIR   40.0
#define COST_CLINGS 26.0
#define COST_OTHER  10.0

struct pair {
    const char *first, *second;
};

#define HEADLINE_PAIR(first, second) {first, second},
#define HEADLINE_CLINGS(word)
static const struct pair pairs[] = {
#include "text/headlines.def"
};
#undef HEADLINE_PAIR
#undef HEADLINE_CLINGS
#define HEADLINE_PAIR(first, second)
#define HEADLINE_CLINGS(word) word,
static const char *const clinging[] = {
#include "text/headlines.def"
};
#undef HEADLINE_PAIR
#undef HEADLINE_CLINGS
#define COUNT(array) (sizeof(array) / sizeof *(array))

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

/* Without case, but with marks: "MÁ" is not "mà". */
static bool is_word(struct word word, const char *listed)
{
    size_t length = strlen(listed), left = 0, right = 0;
    while (left < word.length && right < length) {
        UChar32 a = (UChar32)utf8_next(word.text, word.length, &left);
        UChar32 b = (UChar32)utf8_next(listed, length, &right);
        if (a != b && u_tolower(a) != b)
            return false;
    }
    return left == word.length && right == length;
}

static bool is_pair(struct word before, struct word after)
{
    for (size_t i = 0; i < COUNT(pairs); i++)
        if (is_word(before, pairs[i].first) && is_word(after, pairs[i].second))
            return true;
    return false;
}

static bool clings(struct word word)
{
    for (size_t i = 0; i < COUNT(clinging); i++)
        if (is_word(word, clinging[i]))
            return true;
    return false;
}

double headline_break_cost(const char *before, size_t before_length, const char *after, size_t after_length)
{
    bool stop, ignored;
    struct word first = bare_word(before, before_length, &stop);
    struct word second = bare_word(after, after_length, &ignored);
    if (stop)
        return 0;
    return is_pair(first, second) ? COST_PAIR : clings(first) ? COST_CLINGS : COST_OTHER;
}
