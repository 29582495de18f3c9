/* Quotes and dashes as Vietnamese is printed: “…” and “–”. */
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/* 15" is a measure. */
static void check_quotes(struct checker *checker, const struct passage *passage)
{
    for (const char *at = passage->text; (at = strchr(at, '"')); at++) {
        size_t start = (size_t)(at - passage->text);
        if ((start > 0 && is_digit(at[-1])) || !written_in(checker, passage_node(passage, start), "vi"))
            continue;
        report(checker->reporter, FINDING_straight_quote, passage_place(checker, passage, start, start + 1));
        return; /* once a passage */
    }
}

/* A hyphen between words that are apart; between numbers it may be a minus. */
static void check_dashes(struct checker *checker, const struct passage *passage)
{
    for (const char *at = passage->text; (at = strstr(at, " - ")); at++) {
        size_t start = (size_t)(at - passage->text);
        if (start == 0 || (is_digit(at[-1]) && is_digit(at[3])))
            continue;
        report(checker->reporter, FINDING_hyphen_as_dash,
               passage_place(checker, passage, start + 1, start + 2));
        return;
    }
}

void check_punctuation(struct checker *checker, const struct passage *passage)
{
    if (!passage->vietnamese)
        return;
    check_quotes(checker, passage);
    check_dashes(checker, passage);
}
