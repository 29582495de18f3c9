/* Sentences: how many syllables they have (28 at most, 20 for children), and “bị … bởi”, which is no
 * Vietnamese. */
#include "check/checker.h"
#include "guide/audiences.h"
#include "text/unicode.h"
#include <string.h>

enum { MOST_FOR_ADULTS = 28, MOST_FOR_CHILDREN = 20 };

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

static void check_passive(struct checker *checker, const struct passage *passage, size_t start, size_t end)
{
    size_t by = passage_find(passage, "bởi", start), being = passage_find(passage, "bị", start);
    size_t got = passage_find(passage, "được", start), first = being < got ? being : got;
    bool because = by < end && !strncmp(passage->lower + by, "bởi vì", strlen("bởi vì"));
    if (by < end && first < by && !because && passage->vietnamese)
        report(checker->reporter, FINDING_passive_by,
               passage_place(checker, passage, by, by + strlen("bởi")));
}

static void check_length(struct checker *checker, const struct passage *passage, size_t start, size_t end,
                         size_t count)
{
    size_t most = for_children(checker, passage->node) ? MOST_FOR_CHILDREN : MOST_FOR_ADULTS;
    if (count > most)
        report(checker->reporter, FINDING_long_sentence, passage_place(checker, passage, start, end),
               arena_format(checker->arena, "%zu", count), arena_format(checker->arena, "%zu", most));
}

void check_sentences(struct checker *checker, const struct passage *passage)
{
    for (size_t start = 0, at = 0; at < passage->length; at++) {
        if (!ends_sentence(passage, at) && at + 1 < passage->length)
            continue;
        size_t end = at + 1, count = unicode_syllables(passage->text + start, end - start);
        if (count > MOST_FOR_CHILDREN)
            check_length(checker, passage, start, end, count);
        check_passive(checker, passage, start, end);
        start = end;
    }
}
