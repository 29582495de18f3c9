/* A photograph of somebody without a word on who allowed it (Luật Trẻ em, Điều 6.11; Bộ luật Dân sự, Điều
 * 32). That it shows somebody is read from its words: materials/words/people.txt. Drawings are of nobody. */
#include "check/phrases.h"
#include "text/unicode.h"
#include <string.h>

static bool is_drawing(const char *target)
{
    size_t length = strlen(target);
    return length >= 4 && !strcmp(target + length - 4, ".svg");
}

static bool names_people(const struct checker *checker, const char *words)
{
    struct phrases phrases;
    phrases_init(&phrases, checker->arena);
    phrases_add_list(&phrases, checker->library, "words/people.txt", 0);
    return phrases_hold(&phrases, unicode_lower(checker->arena, words, strlen(words)));
}

void check_consent(struct checker *checker, const struct node *node)
{
    if (node->type != NODE_IMAGE || !node->target || is_drawing(node->target) ||
        node_attribute(node, "consent"))
        return;
    const char *alt = node_attribute(node, "alt");
    const char *words = arena_format(checker->arena, "%s %s %s", node_plain_text(checker->arena, node),
                                     alt ? alt : "", node->title ? node->title : "");
    if (names_people(checker, words))
        report(checker->reporter, FINDING_no_consent, node->place, node->target);
}
