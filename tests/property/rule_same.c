/* The same guide arranged again, by another session with nothing in its caches, is the same scene. */
#include "property.h"

static unsigned line_of(const char *text, size_t at)
{
    unsigned line = 1;
    for (size_t i = 0; i < at; i++)
        line += text[i] == '\n';
    return line;
}

static void check(const struct showing *showing)
{
    const char *first = showing->trace, *again = showing->again;
    if (!again)
        return;
    size_t at = 0;
    while (first[at] && first[at] == again[at])
        at++;
    if (first[at] || again[at])
        complain(showing, "the second trace differs on line %u", line_of(first, at));
}

const struct rule rule_same = {"same", "the same guide gives the same scene", check};
