/* Items that all begin with the same two words say them once too often. */
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

enum { ALIKE = 3 }; /* items at least */

/* The first two words of an item in lower case; NULL: it has fewer than three. */
static const char *opening(const struct checker *checker, const struct node *item)
{
    const char *words = node_plain_text(checker->arena, item);
    size_t first = strcspn(words, " ");
    size_t second = words[first] ? first + 1 + strcspn(words + first + 1, " ") : 0;
    return second && words[second] ? unicode_lower(checker->arena, words, second) : NULL;
}

void check_bullets(struct checker *checker, const struct node *node)
{
    size_t count = 0;
    const char *first = NULL;
    if (node->type != NODE_LIST || block_around(node, BLOCK_form))
        return;
    for (const struct node *item = node->first; item; item = item->next, count++) {
        const char *words = opening(checker, item);
        if (!words || strchr(words, '{') || (first && strcmp(first, words) != 0))
            return;
        first = words;
    }
    if (count >= ALIKE)
        report(checker->reporter, FINDING_bullets_alike, node->place, first);
}
