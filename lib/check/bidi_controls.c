/* Characters that change the order in which others are shown (UAX 9): what is read is then not what is
 * written. */
#include "check/checker.h"
#include "text/unicode.h"

static bool is_control(uint32_t codepoint)
{
    return (codepoint >= 0x202a && codepoint <= 0x202e) || (codepoint >= 0x2066 && codepoint <= 0x2069);
}

void check_bidi_controls(struct checker *checker)
{
    const struct source *source = checker->guide->source;
    for (size_t at = 0; at < source->length;) {
        size_t start = at;
        uint32_t codepoint = utf8_next(source->text, source->length, &at);
        if (is_control(codepoint))
            report(checker->reporter, FINDING_bidi_control,
                   ((struct place){source, (uint32_t)start, (uint32_t)at}),
                   arena_format(checker->arena, "U+%04X", (unsigned)codepoint));
    }
}
