/* How a guide reads as a whole, by what can be counted. The readability formulas there are for Vietnamese
 * want words, which only a dictionary can tell from syllables, so no score is given: syllables a sentence,
 * and how many sentences are longer than their readers should meet. */
#include "check/checker.h"
#include "text/unicode.h"

enum { ENOUGH = 50 }; /* sentences that tell something */

void check_reading(struct checker *checker)
{
    size_t sentences = 0, syllables = 0, longer = 0;
    for (size_t i = 0; i < checker->passage_count; i++) {
        const struct passage *passage = &checker->passages[i];
        if (passage->node->type == NODE_HEADING)
            continue;
        for (size_t next = 0, start, end; passage_sentence(passage, &next, &start, &end);) {
            size_t count = unicode_syllables(passage->text + start, end - start);
            sentences += count > 0;
            syllables += count;
            longer += syllables_exceeded(checker, passage->node, 1, count) > 0;
        }
    }
    if (sentences >= ENOUGH)
        report(
            checker->reporter, FINDING_reading_measures, ((struct place){checker->guide->source, 0, 1}),
            arena_format(checker->arena, "%zu", sentences),
            arena_format(checker->arena, "%zu.%zu", syllables / sentences, syllables * 10 / sentences % 10),
            arena_format(checker->arena, "%zu", longer));
}
