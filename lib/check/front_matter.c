/* What every edition should know of itself: its name and its language. */
#include "check/checker.h"

enum { ENOUGH = 40 }; /* bytes of words that tell a language */

/* Vietnamese of some length has letters beyond ASCII. */
static bool seems_foreign(const struct checker *checker)
{
    size_t length = 0;
    for (size_t i = 0; i < checker->passage_count; i++) {
        const struct passage *passage = &checker->passages[i];
        for (size_t at = 0; at < passage->length; at++)
            if ((unsigned char)passage->text[at] >= 0xc3 && (unsigned char)passage->text[at] <= 0xe1)
                return false;
        length += passage->length;
    }
    return length >= ENOUGH;
}

void check_front_matter(struct checker *checker)
{
    const struct front_matter *front = &checker->guide->front;
    struct place begin = {checker->guide->source, 0, 1};
    if (!front->title)
        report(checker->reporter, FINDING_no_title, begin);
    if ((!front->yaml || !yaml_get(front->yaml, "language")) && seems_foreign(checker))
        report(checker->reporter, FINDING_no_language, begin);
}
