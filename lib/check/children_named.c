/* A child's name together with a school, class or address: enough to find that child (Luật Trẻ em, Điều 6.11,
 * asks for the consent of parents, and from seven on of the child). */
#include "check/checker.h"
#include "text/unicode.h"
#include <string.h>

static const char *const children[] = {"em",      "bé",       "cháu",  "học sinh",
                                       "nữ sinh", "nam sinh", "pupil", "student"};
static const char *const places[] = {"lớp",  "trường", "ngụ",    "địa chỉ", "nhà ở",
                                     "thôn", "grade",  "school", "lives"};

static bool is_capital(const struct checker *checker, const char *word, size_t length)
{
    return length > 0 &&
           strcmp(unicode_lower(checker->arena, word, length), arena_copy(checker->arena, word, length)) !=
               0 &&
           unicode_is_letter(word);
}

/* How many bytes of capitalised words, two at least, begin at `at`. */
static size_t name_length(const struct checker *checker, const char *text)
{
    size_t end = 0, count = 0;
    for (size_t at = 0;; at = end + 1) {
        size_t length = strcspn(text + at, " ,.;:()!?“”");
        if (!is_capital(checker, text + at, length))
            break;
        end = at + length;
        count++;
        if (text[end] != ' ')
            break;
    }
    return count >= 2 ? end : 0;
}

/* “lớp 4A”, “Trường Tiểu học …”: the word and then a name or a number, in the same sentence. */
static bool place_follows(const struct checker *checker, const struct passage *passage, size_t from)
{
    size_t end = from + strcspn(passage->text + from, ".!?");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        size_t at = passage_find(passage, places[i], from);
        if (at >= end)
            continue;
        const char *next = passage->text + at + strlen(places[i]);
        next += strspn(next, " :");
        if ((*next >= '0' && *next <= '9') || is_capital(checker, next, strcspn(next, " ,.;")))
            return true;
    }
    return false;
}

void check_children_named(struct checker *checker, const struct passage *passage)
{
    for (size_t i = 0; i < sizeof children / sizeof *children; i++)
        for (size_t at = 0; (at = passage_find(passage, children[i], at)) != SIZE_MAX;) {
            at += strlen(children[i]);
            if (passage->text[at] != ' ')
                continue;
            size_t start = at + 1, length = name_length(checker, passage->text + start);
            if (length > 0 && place_follows(checker, passage, start + length))
                report(checker->reporter, FINDING_child_named,
                       passage_place(checker, passage, start, start + length),
                       passage_words(checker, passage, start, start + length));
        }
}
