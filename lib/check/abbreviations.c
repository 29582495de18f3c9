/* Abbreviations that nobody explains: two to six capitals, neither in brackets or before them once in the
 * guide, nor a term of its glossary, nor known to everybody (materials/words/abbreviations.txt). Each is told
 * where it stands first. */
#include "check/phrases.h"
#include "text/unicode.h"
#include <string.h>

enum { SHORTEST = 2, LONGEST = 6 };

/* Words of capitals from A to Z and Đ; Roman numerals are none. */
static bool is_abbreviation(const char *word, size_t length)
{
    size_t letters = 0, roman = 0;
    for (size_t at = 0; at < length; at++, letters++) {
        if (!strncmp(word + at, "Đ", strlen("Đ")))
            at++;
        else if (word[at] < 'A' || word[at] > 'Z')
            return false;
        else
            roman += strchr("IVX", word[at]) != NULL;
    }
    return letters >= SHORTEST && letters <= LONGEST && roman < letters;
}

static bool is_upper(struct arena *arena, const char *word, size_t length)
{
    size_t upper_length;
    return length > 1 && !strncmp(unicode_upper(arena, word, length, "vi", &upper_length), word, length);
}

/* Among words all in capitals, which are no abbreviations. */
static bool is_shouted(struct arena *arena, const struct passage *passage, size_t at, size_t length)
{
    const char *before = passage->text + at, *behind = before + length;
    if (*behind == ' ' && is_upper(arena, behind + 1, word_length(behind + 1)))
        return true;
    size_t start = at > 0 && before[-1] == ' ' ? at - 1 : at;
    while (start > 0 && passage->text[start - 1] != ' ')
        start--;
    return start + 1 < at && is_upper(arena, passage->text + start, at - 1 - start);
}

static bool is_term(const struct passage *passage, size_t at)
{
    const struct node *node = passage_node(passage, at);
    for (; node && node->type != NODE_STRONG; node = node->parent)
        ;
    return node && block_around(node, BLOCK_glossary);
}

/* “OTP (mã dùng một lần)”, “mã dùng một lần (OTP)”, “OTP là mã dùng một lần”. */
static bool is_explained(const struct passage *passage, size_t at, size_t length)
{
    const char *behind = passage->text + at + length;
    return !strncmp(behind, " (", 2) || !strncmp(behind, " là ", strlen(" là ")) ||
           (at > 0 && passage->text[at - 1] == '(' && *behind == ')') || is_term(passage, at);
}

/* Part of a document's number, an address or a name: “147/2024/NĐ-CP”, “COVID-19”, “CO:RE”. */
static bool is_part(const struct passage *passage, size_t at, size_t length)
{
    const char *behind = passage->text + at + length;
    return (at > 0 && strchr("/-.@_:", passage->text[at - 1])) || (*behind && strchr("/-@_", *behind)) ||
           (*behind == ':' && word_length(behind + 1) > 0);
}

/* Where a word of capitals stands first; `explained` anywhere. */
struct abbreviation {
    const struct passage *passage;
    size_t at;
    bool explained;
};

static void add(struct checker *checker, struct map *all, const struct passage *passage, size_t at,
                size_t length)
{
    void **slot = map_slot(all, passage->text + at, length);
    struct abbreviation *seen = *slot;
    if (!seen) {
        seen = ARENA_NEW(checker->arena, struct abbreviation);
        *seen = (struct abbreviation){passage, at, false};
        *slot = seen;
    }
    seen->explained |= is_explained(passage, at, length);
}

static void read_passage(struct checker *checker, struct map *all, const struct passage *passage)
{
    for (size_t at = 0; at < passage->length;) {
        size_t length = word_length(passage->text + at);
        if (is_abbreviation(passage->text + at, length) && !is_part(passage, at, length) &&
            !is_shouted(checker->arena, passage, at, length))
            add(checker, all, passage, at, length);
        at += length ? length : 1;
    }
}

void check_abbreviations(struct checker *checker)
{
    struct map all;
    struct phrases known;
    map_init(&all, checker->arena);
    phrases_init(&known, checker->arena);
    phrases_add_list(&known, checker->library, "words/abbreviations.txt", 0);
    for (size_t i = 0; i < checker->passage_count; i++)
        read_passage(checker, &all, &checker->passages[i]);
    for (size_t i = 0; i < all.count; i++) {
        const struct abbreviation *seen = all.entries[i].value;
        size_t length = all.entries[i].key_length;
        const char *word = arena_copy(checker->arena, all.entries[i].key, length);
        if (!seen->explained && !phrases_hold(&known, unicode_lower(checker->arena, word, length)))
            report(checker->reporter, FINDING_unexplained_abbreviation,
                   passage_place(checker, seen->passage, seen->at, seen->at + length), word);
    }
}
