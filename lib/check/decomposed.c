/* Letters whose marks are characters of their own (NFD, UAX 15), as some programs and file systems write
 * them. Pieces have them composed; searching and comparing in the source misses them. */
#include "check/checker.h"
#include "text/unicode.h"

void check_decomposed(struct checker *checker)
{
    const struct source *source = checker->guide->source;
    size_t first = 0, count = 0;
    for (size_t at = 0, before = 0; at < source->length;) {
        size_t start = at;
        uint32_t codepoint = utf8_next(source->text, source->length, &at);
        size_t length = at - before;
        if (codepoint >= 0x300 && codepoint <= 0x36f &&
            unicode_compose(checker->arena, source->text + before, &length) != source->text + before &&
            count++ == 0)
            first = before;
        before = start;
    }
    if (count > 0)
        report(checker->reporter, FINDING_decomposed,
               ((struct place){source, (uint32_t)first, (uint32_t)first + 1}),
               arena_format(checker->arena, "%zu", count));
}
