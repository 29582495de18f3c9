#include "guide/calls.h"
#include "text/unicode.h"
#include <string.h>

#define HEADLINE_SYLLABLES 12

/* “Gọi 111 ngay”, “Hãy gọi 111”: begins with a word that asks somebody to do something. */
static bool begins_with_verb(struct arena *arena, const struct node *call)
{
    static const char *const verbs[] = {
#define LOA_VERB(word) word,
#include "guide/verbs.def"
#undef LOA_VERB
    };
    const char *words = node_plain_text(arena, call);
    words += strspn(words, " →*“\"");
    const char *first = arena_copy(arena, words, strcspn(words, " ,.:!"));
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (unicode_same_name(first, verbs[i]))
            return true;
    return false;
}

void calls_check(struct arena *arena, struct reporter *reporter, const struct node *sentence)
{
    const char *words = node_plain_text(arena, sentence);
    const struct node *call = sentence->next;
    size_t syllables = unicode_syllables(words, strlen(words));
    if (syllables > HEADLINE_SYLLABLES)
        report(reporter, FINDING_long_headline, sentence->place, arena_format(arena, "%zu", syllables),
               arena_format(arena, "%d", HEADLINE_SYLLABLES));
    if (!call || call->type != NODE_PARAGRAPH)
        report(reporter, FINDING_headline_no_call, sentence->place);
    else if (!begins_with_verb(arena, call))
        report(reporter, FINDING_call_no_verb, call->place);
}
