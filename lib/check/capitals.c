/* Words all in capitals: slower to read, and machines that read aloud may spell them. */
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

enum { RUN = 4 }; /* words; names of decrees and abbreviations are shorter */

static bool is_upper(const struct checker *checker, const char *word, size_t length)
{
    size_t upper_length;
    const char *same = arena_copy(checker->arena, word, length);
    return length > 1 && !strcmp(unicode_upper(checker->arena, word, length, "vi", &upper_length), same) &&
           strcmp(unicode_lower(checker->arena, word, length), same) != 0;
}

void check_capitals(struct checker *checker, const struct passage *passage)
{
    size_t count = 0, start = 0;
    for (size_t at = 0; at < passage->length;) {
        size_t length = strcspn(passage->text + at, " ");
        bool upper = memcmp(passage->text + at, passage->lower + at, length) != 0 &&
                     is_upper(checker, passage->text + at, length);
        if (upper && count++ == 0)
            start = at;
        if (count == RUN) {
            report(checker->reporter, FINDING_capitals, passage_place(checker, passage, start, at + length));
            return;
        }
        count = upper ? count : 0;
        at += length + (passage->text[at + length] == ' ');
    }
}
