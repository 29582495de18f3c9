/* Letters of mathematics in place of bold or italic ones (U+1D400 to U+1D7FF): screen readers spell or skip
 * them. */
#include "check/checker.h"
#include "text/unicode.h"

static bool is_styled(uint32_t codepoint)
{
    return codepoint >= 0x1d400 && codepoint <= 0x1d7ff;
}

void check_styled_letters(struct checker *checker, const struct passage *passage)
{
    size_t first = SIZE_MAX, end = 0;
    for (size_t at = 0; at < passage->length;) {
        size_t start = at;
        bool styled = is_styled(utf8_next(passage->text, passage->length, &at));
        if (styled && first == SIZE_MAX)
            first = start;
        if (!styled && first != SIZE_MAX)
            break;
        end = at;
    }
    if (first != SIZE_MAX)
        report(checker->reporter, FINDING_styled_letters, passage_place(checker, passage, first, end),
               passage_words(checker, passage, first, end));
}
