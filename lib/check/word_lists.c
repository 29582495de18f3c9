/* Words that hurt or lead astray, of materials/words: one phrase a line, in lower case. What others are
 * quoted with, what should not be done, and rumours may hold them. */
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

static const struct word_list {
    const char *path;
    enum finding finding;
} lists[] = {{"words/blame.txt", FINDING_blaming_words},
             {"words/challenges.txt", FINDING_dangerous_challenge}};

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

static void check_phrase(struct checker *checker, const struct passage *passage, enum finding finding,
                         const char *phrase)
{
    for (size_t at = 0; (at = passage_find(passage, phrase, at)) != SIZE_MAX; at += strlen(phrase))
        if (!is_quoted(passage, at))
            report(checker->reporter, finding, passage_place(checker, passage, at, at + strlen(phrase)),
                   phrase);
}

void check_word_lists(struct checker *checker, const struct passage *passage)
{
    if (!checker->library || is_warned_of(passage->node))
        return;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const struct source *source = library_source(checker->library, lists[i].path);
        for (const char *line = source ? source->text : ""; *line;) {
            size_t length = strcspn(line, "\r\n");
            if (length > 0 && *line != '#')
                check_phrase(checker, passage, lists[i].finding, arena_copy(checker->arena, line, length));
            line += length;
            line += strspn(line, "\r\n");
        }
    }
}
