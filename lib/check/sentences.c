/* Sentences: how many syllables they have (28 at most, 20 for children), “bị … bởi”, which is no Vietnamese,
 * and passives in a row. */
#include "check/checker.h"
#include "guide/audiences.h"
#include "text/unicode.h"
#include <string.h>

enum { MOST_FOR_ADULTS = 28, MOST_FOR_CHILDREN = 20 };
enum { PASSIVES = 3 }; /* in a sentence */

/* Whether all of these audiences are children. */
static bool all_children(const char *names)
{
    bool any = false;
    for (const char *at = names; *(at += strspn(at, " ,"));) {
        size_t length = strcspn(at, " ,");
        const struct audience *audience = audience_named(at, length);
        if (!audience || strncmp(audience->name, "children", strlen("children")) != 0)
            return false;
        any = true;
        at += length;
    }
    return any;
}

static bool for_children(const struct checker *checker, const struct node *node)
{
    for (; node; node = node->parent) {
        const char *names = node_attribute(node, "audience");
        if (names)
            return all_children(names);
    }
    const struct front_matter *front = &checker->guide->front;
    for (size_t i = 0; i < front->audience_count; i++)
        if (!all_children(front->audiences[i]))
            return false;
    return front->audience_count > 0;
}

static bool ends_sentence(const struct passage *passage, size_t at)
{
    char next = passage->text[at + 1];
    if (passage->text[at] == ';')
        return true;
    return strchr(".!?:", passage->text[at]) &&
           (next == ' ' || next == '\0' || !strncmp(passage->text + at + 1, "”", strlen("”")));
}

bool passage_sentence(const struct passage *passage, size_t *start, size_t *begin, size_t *end)
{
    size_t at = *start;
    if (at >= passage->length)
        return false;
    while (at + 1 < passage->length && !ends_sentence(passage, at))
        at++;
    *begin = *start;
    *start = *end = at + 1;
    return true;
}

size_t syllables_exceeded(const struct checker *checker, const struct node *node, size_t sentences,
                          size_t count)
{
    if (count <= sentences * MOST_FOR_CHILDREN)
        return 0;
    size_t most = sentences * (for_children(checker, node) ? MOST_FOR_CHILDREN : MOST_FOR_ADULTS);
    return count > most ? most : 0;
}

static void check_passive(struct checker *checker, const struct passage *passage, size_t start, size_t end)
{
    size_t by = passage_find(passage, "bởi", start), being = passage_find(passage, "bị", start);
    size_t got = passage_find(passage, "được", start), first = being < got ? being : got;
    bool because = by < end && !strncmp(passage->lower + by, "bởi vì", strlen("bởi vì"));
    if (by < end && first < by && !because && passage->vietnamese)
        report(checker->reporter, FINDING_passive_by,
               passage_place(checker, passage, by, by + strlen("bởi")));
}

/* “bị” and “được” again and again: who does what is then hard to see. */
static void check_passive_chain(struct checker *checker, const struct passage *passage, size_t start,
                                size_t end)
{
    static const char *const words[] = {"bị", "được"};
    size_t count = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t at = start; (at = passage_find(passage, words[i], at)) < end; at += strlen(words[i]))
            count++;
    if (count >= PASSIVES && passage->vietnamese)
        report(checker->reporter, FINDING_passive_chain, passage_place(checker, passage, start, end),
               arena_format(checker->arena, "%zu", count));
}

static void check_length(struct checker *checker, const struct passage *passage, size_t start, size_t end)
{
    size_t count = unicode_syllables(passage->text + start, end - start);
    size_t most = syllables_exceeded(checker, passage->node, 1, count);
    if (most > 0)
        report(checker->reporter, FINDING_long_sentence, passage_place(checker, passage, start, end),
               arena_format(checker->arena, "%zu", count), arena_format(checker->arena, "%zu", most));
}

void check_sentences(struct checker *checker, const struct passage *passage)
{
    for (size_t next = 0, start, end; passage_sentence(passage, &next, &start, &end);) {
        check_length(checker, passage, start, end);
        check_passive(checker, passage, start, end);
        check_passive_chain(checker, passage, start, end);
    }
}
