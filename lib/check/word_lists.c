/* Words that hurt, lead astray, or send readers by colour alone (WCAG 2.2, 1.4.1), of materials/words: one
 * phrase a line, in lower case. What others are quoted with, what should not be done, and rumours may hold
 * them. */
#include "check/phrases.h"
#include <string.h>

static const struct word_list {
    const char *path;
    enum finding finding;
} lists[] = {{"words/blame.txt", FINDING_blaming_words},
             {"words/challenges.txt", FINDING_dangerous_challenge},
             {"words/colours.txt", FINDING_colour_alone}};

/* Between “ and ”. */
static bool is_quoted(const struct passage *passage, size_t at)
{
    bool open = false;
    for (const char *c = passage->text; c < passage->text + at; c++)
        if (!strncmp(c, "“", strlen("“")))
            open = true;
        else if (!strncmp(c, "”", strlen("”")))
            open = false;
    return open;
}

static bool is_warned_of(const struct node *node)
{
    return block_around(node, BLOCK_dont) || block_around(node, BLOCK_myths) ||
           block_around(node, BLOCK_quote);
}

static void found(struct checker *checker, const struct passage *passage, const struct phrase *phrase,
                  size_t at)
{
    if (!is_quoted(passage, at) && !is_warned_of(passage->node))
        report(checker->reporter, (enum finding)phrase->kind,
               passage_place(checker, passage, at, at + phrase->length), phrase->words);
}

void check_word_lists(struct checker *checker)
{
    struct phrases phrases;
    phrases_init(&phrases, checker->arena);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        phrases_add_list(&phrases, checker->library, lists[i].path, (int)lists[i].finding);
    phrases_find(&phrases, checker, found);
}
