/* Two spaces where one is meant. */
#include "check/checker.h"
#include <string.h>

void check_spaces(struct checker *checker, const struct passage *passage)
{
    for (const char *at = passage->text; (at = strstr(at, "  "));) {
        size_t start = (size_t)(at - passage->text), length = strspn(at, " ");
        report(checker->reporter, FINDING_doubled_space,
               passage_place(checker, passage, start, start + length));
        at += length;
    }
}
