/* Vietnamese syllables that no dictionary has: those of the package hunspell-vi, and
 * materials/words/vi-syllables.txt. Only words with a Vietnamese mark are looked up, since others may be of
 * any language, and no names: capitals. */
#include "base/file.h"
#include "base/limits.h"
#include "check/phrases.h"
#include "check/tone_marks.h"
#include "text/unicode.h"
#include <string.h>

static const char dictionary[] = "/usr/share/hunspell/vi_VN.dic";

/* Lines “word” or “word/flags”, of a count first (hunspell(5)), or of a list of the materials. */
static void add_lines(struct map *known, const char *text)
{
    for (const char *line = text; *line;) {
        size_t length = strcspn(line, "/\r\n");
        if (length > 0 && *line != '#')
            *map_slot(known, line, length) = known;
        line += length + strcspn(line + length, "\n");
        line += *line == '\n';
    }
}

static const char *suggestion(struct checker *checker, const struct map *known, const char *word)
{
    if (reporter_only_counts(checker->reporter))
        return NULL;
    const char **names = ARENA_ARRAY(checker->arena, const char *, known->count);
    for (size_t i = 0; i < known->count; i++)
        names[i] = arena_copy(checker->arena, known->entries[i].key, known->entries[i].key_length);
    return nearest_name(word, names, known->count);
}

/* Letters of the Vietnamese alphabet, small ones: of Latin-1, ă đ ĩ ũ ơ ư, and the odd ones of U+1EA0 to
 * U+1EF9. */
static bool is_vietnamese(uint32_t letter)
{
    static const uint32_t few[] = {0xe0, 0xe1, 0xe2, 0xe3, 0xe8, 0xe9,  0xea,  0xec,  0xed,  0xf2,  0xf3,
                                   0xf4, 0xf5, 0xf9, 0xfa, 0xfd, 0x103, 0x111, 0x129, 0x169, 0x1a1, 0x1b0};
    for (size_t i = 0; i < sizeof few / sizeof *few; i++)
        if (letter == few[i])
            return true;
    return letter >= 0x1ea0 && letter <= 0x1ef9 && letter % 2 == 1;
}

/* A word all of small Vietnamese letters, one of them marked. */
static bool is_word(const char *word, size_t length)
{
    bool marked = false;
    for (size_t at = 0; at < length;) {
        uint32_t letter = utf8_next(word, length, &at);
        if (letter >= 0x80 ? !is_vietnamese(letter) : letter < 'a' || letter > 'z')
            return false;
        marked |= letter >= 0x80;
    }
    return marked;
}

static bool is_known(struct checker *checker, const struct map *known, const char *word, size_t length)
{
    if (map_find(known, word, length))
        return true;
    const char *moved = tone_mark_moved(checker->arena, word, length);
    return moved && map_find(known, moved, strlen(moved));
}

static void check_word(struct checker *checker, const struct map *known, const struct passage *passage,
                       size_t at, size_t length)
{
    const char *word = passage->text + at;
    bool joined = (at > 0 && strchr("-_@./", word[-1])) || (word[length] && strchr("-_@", word[length]));
    if (joined || !is_word(word, length) || is_known(checker, known, word, length) ||
        !written_in(checker, passage_node(passage, at), "vi"))
        return;
    const char *copy = arena_copy(checker->arena, word, length);
    report(checker->reporter, FINDING_misspelled, passage_place(checker, passage, at, at + length), copy,
           suggestion(checker, known, copy));
}

static void check_passage(struct checker *checker, const struct map *known, const struct passage *passage)
{
    for (size_t at = 0; passage->vietnamese && at < passage->length;) {
        size_t length = word_length(passage->text + at);
        if (length > 0)
            check_word(checker, known, passage, at, length);
        at += length ? length : 1;
    }
}

static bool any_vietnamese(const struct checker *checker)
{
    for (size_t i = 0; i < checker->passage_count; i++)
        if (checker->passages[i].vietnamese)
            return true;
    return false;
}

void check_spelling(struct checker *checker)
{
    char *text;
    size_t length;
    struct map known;
    const struct source *own =
        checker->library ? library_source(checker->library, "words/vi-syllables.txt") : NULL;
    if (!any_vietnamese(checker))
        return;
    if (file_read(checker->arena, dictionary, LIMIT_SOURCE_BYTES, &text, &length) != FILE_OK) {
        report(checker->reporter, FINDING_no_dictionary, nowhere);
        return;
    }
    map_init(&known, checker->arena);
    add_lines(&known, text);
    add_lines(&known, own ? own->text : "");
    for (size_t i = 0; i < checker->passage_count; i++)
        check_passage(checker, &known, &checker->passages[i]);
}
