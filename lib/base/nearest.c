/* nearest.c - "did you mean": edit distance on letters without case and marks. */
#include "base/reporter.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define WORD_ROOM 96 /* longer words have no near ones */

/* The word as code points, lower case, marks after their letters (NFD). 0 when it doesn't fit. */
static size_t spread(const char *word, UChar32 letters[WORD_ROOM])
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[WORD_ROOM], apart[WORD_ROOM];
    int32_t length = 0;
    u_strFromUTF8(wide, WORD_ROOM, &length, word, -1, &status);
    length = unorm2_normalize(unorm2_getNFDInstance(&status), wide, length, apart, WORD_ROOM, &status);
    if (U_FAILURE(status))
        return 0;
    size_t count = 0;
    for (int32_t i = 0; i < length; i++) {
        UChar32 letter = apart[i];
        if (U16_IS_LEAD(apart[i]) && i + 1 < length && U16_IS_TRAIL(apart[i + 1]))
            letter = U16_GET_SUPPLEMENTARY(letter, apart[++i]);
        letters[count++] = letter == 0x110 || letter == 0x111 ? 'd' : u_tolower(letter);
    }
    return count;
}

static bool is_mark(UChar32 letter)
{
    return u_charType(letter) == U_NON_SPACING_MARK;
}

/* In halves of an edit: a mark weighs one, a letter two. */
static unsigned weight(UChar32 letter)
{
    return is_mark(letter) ? 1 : 2;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Damerau-Levenshtein, with two neighbours changed over as one edit. */
static unsigned distance(const UChar32 *a, size_t a_count, const UChar32 *b, size_t b_count)
{
    unsigned rows[3][WORD_ROOM + 1];
    unsigned *before = rows[0], *last = rows[1], *now = rows[2];
    last[0] = 0;
    for (size_t j = 0; j < b_count; j++)
        last[j + 1] = last[j] + weight(b[j]);
    for (size_t i = 0; i < a_count; i++) {
        now[0] = last[0] + weight(a[i]);
        for (size_t j = 0; j < b_count; j++) {
            unsigned change = a[i] == b[j] ? 0 : weight(a[i]) > weight(b[j]) ? weight(a[i]) : weight(b[j]);
            now[j + 1] = least(last[j] + change, least(last[j + 1] + weight(a[i]), now[j] + weight(b[j])));
            if (i && j && a[i] == b[j - 1] && a[i - 1] == b[j])
                now[j + 1] = least(now[j + 1], before[j - 1] + 2);
        }
        unsigned *spare = before;
        before = last;
        last = now;
        now = spare;
    }
    return last[b_count];
}

const char *nearest_name(const char *word, const char *const *names, size_t count)
{
    UChar32 wanted[WORD_ROOM], other[WORD_ROOM];
    size_t length = spread(word, wanted);
    const char *nearest = NULL;
    unsigned best = (unsigned)length * 2 / 3 + 1;
    for (size_t i = 0; length && i < count; i++) {
        size_t size = spread(names[i], other);
        unsigned far = size ? distance(wanted, length, other, size) : best;
        if (far < best) {
            best = far;
            nearest = names[i];
        }
    }
    return nearest;
}
