/* Paragraphs that stand like a wall: four sentences of the longest are enough. */
#include "check/checker.h"
#include "text/unicode.h"

enum { SENTENCES = 4 };

void check_paragraphs(struct checker *checker, const struct passage *passage)
{
    if (passage->node->type != NODE_PARAGRAPH)
        return;
    size_t count = unicode_syllables(passage->text, passage->length);
    size_t most = syllables_exceeded(checker, passage->node, SENTENCES, count);
    if (most > 0)
        report(checker->reporter, FINDING_long_paragraph, passage->node->place,
               arena_format(checker->arena, "%zu", count), arena_format(checker->arena, "%zu", most));
}
