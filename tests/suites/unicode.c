/* Unicode's own tests: `unicode breaks LineBreakTest.txt` (UAX 14), `unicode directions
 * BidiCharacterTest.txt` (UAX 9), `unicode forms` with NormalizationTest.txt (UAX 15) on standard input. Exit
 * code 77: the file isn't there. */
#include "text/unicode.h"
#include "base/arena.h"
#include "base/limits.h"
#include "text/bidi.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_ROOM 8192

/* ---- Reading ---- */

/* "0041 0300" up to `end` as UTF-8, behind what `text` holds; the new length. */
static size_t add_codepoints(char *text, size_t length, const char *from, const char *end)
{
    while (from < end) {
        char *after;
        unsigned long codepoint = strtoul(from, &after, 16);
        if (after == from)
            break;
        length += utf8_write(text + length, (uint32_t)codepoint);
        from = after;
    }
    return length;
}

/* ---- Line breaks ---- */

/* Where loa differs on purpose, by the rule that the file names for the place. What is not in this list, or
 * is there but does not differ, fails. */
static const struct deviation {
    const char *rule; /* "[999.0]" */
    bool breaks;      /* the file breaks there and loa does not */
    unsigned places;
    const char *why;
} deviations[] = {
    {"[18.0]", true, 236,
     "a line begins with no dash, hyphen or straight quotation mark: these follow a space in our languages"},
    {"[8.0]", true, 7, "the same, and closing marks, behind a zero width space and a space"},
    {"[999.0]", true, 25,
     "a hyphen stays with the word it begins, a digit with the comma or stop before it (“-x”, “a.2”)"},
    {"[13.02]", false, 1, "ICU lets “.35” begin a line behind a space, as newer versions of the rules do"},
};
#define DEVIATION_COUNT (sizeof deviations / sizeof *deviations)

struct breaks_check {
    unsigned counts[DEVIATION_COUNT];
    size_t lines, faults;
};

/* The rule behind the n-th sign of a line's comment. */
static const char *rule_at(const char *comment, size_t sign, char *rule)
{
    const char *at = comment;
    for (size_t i = 0; at && i <= sign; i++)
        at = strchr(at + 1, '[');
    size_t length = at ? strcspn(at, "]") + 1 : 0;
    memcpy(rule, at ? at : "", length);
    rule[length] = '\0';
    return rule;
}

static void tell_difference(struct breaks_check *check, const char *line, size_t sign, bool breaks)
{
    char rule[32];
    const char *comment = strchr(line, '#');
    rule_at(comment ? comment : "", sign, rule);
    for (size_t i = 0; i < DEVIATION_COUNT; i++)
        if (strcmp(deviations[i].rule, rule) == 0 && deviations[i].breaks == breaks) {
            check->counts[i]++;
            return;
        }
    check->faults++;
    printf("%s%s: %s", breaks ? "no break where there is one, rule " : "a break where there is none, rule ",
           rule, line);
}

/* "× 0023 ÷ 0020 ÷ # …" */
static void check_breaks(struct breaks_check *check, const char *line)
{
    char text[LINE_ROOM] = "";
    uint8_t breaks[LINE_ROOM];
    bool expected[LINE_ROOM] = {false};
    size_t starts[LINE_ROOM], signs = 0, length = 0;
    for (const char *at = line; *at && *at != '#' && *at != '\n';) {
        bool may = strncmp(at, "÷", strlen("÷")) == 0, not = strncmp(at, "×", strlen("×")) == 0;
        if (may || not ) {
            starts[signs] = length;
            expected[signs++] = may;
            at += strlen("÷");
        } else {
            length = add_codepoints(text, length, at, at + strcspn(at, "÷×#\t"));
            at += strcspn(at, "\xc3#\t");
            at += *at == '\t';
        }
    }
    unicode_line_breaks(text, length, "en", breaks);
    check->lines++;
    for (size_t i = 1; i + 1 < signs; i++)
        if ((breaks[starts[i]] != BREAK_NO) != expected[i])
            tell_difference(check, line, i, expected[i]);
}

static int run_breaks(FILE *file)
{
    char line[LINE_ROOM];
    struct breaks_check check = {0};
    while (fgets(line, sizeof line, file))
        if (*line != '#')
            check_breaks(&check, line);
    for (size_t i = 0; i < DEVIATION_COUNT; i++) {
        printf("rule %s, %u places: %s\n", deviations[i].rule, check.counts[i], deviations[i].why);
        check.faults += check.counts[i] != deviations[i].places;
    }
    printf("%zu lines, %zu faults\n", check.lines, check.faults);
    return check.faults || check.lines < 7000;
}

/* ---- Normal forms ---- */

static bool composes(struct arena *arena, const char *text, size_t length, const char *expected,
                     size_t expected_length)
{
    struct arena_mark mark = arena_mark(arena);
    const char *composed = unicode_compose(arena, text, &length);
    bool same = length == expected_length && memcmp(composed, expected, length) == 0;
    arena_rewind(arena, mark);
    return same;
}

/* "source; NFC; NFD; NFKC; NFKD; # …": NFC of the first three is the second, of the last two the fourth. */
static bool check_forms(struct arena *arena, const char *line)
{
    char columns[5][LINE_ROOM];
    size_t lengths[5];
    for (int i = 0; i < 5; i++) {
        const char *end = line + strcspn(line, ";");
        lengths[i] = add_codepoints(columns[i], 0, line, end);
        line = end + 1;
    }
    for (int i = 0; i < 5; i++) {
        int form = i < 3 ? 1 : 3;
        if (!composes(arena, columns[i], lengths[i], columns[form], lengths[form]))
            return false;
    }
    return true;
}

static int run_forms(FILE *file)
{
    char line[LINE_ROOM];
    struct arena arena;
    size_t lines = 0, faults = 0;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    while (fgets(line, sizeof line, file)) {
        if (*line == '#' || *line == '@' || *line == '\n')
            continue;
        lines++;
        if (!check_forms(&arena, line) && ++faults)
            printf("composed otherwise: %s", line);
    }
    arena_clear(&arena);
    printf("%zu lines, %zu faults\n", lines, faults);
    return faults || lines < 18000;
}

/* ---- Directions ---- */

/* Levels by byte against "0 x 1 …", one for each character; x: it is taken away before lines are set. */
static bool same_levels(const char *text, size_t length, const uint8_t *levels, const char *expected)
{
    for (size_t at = 0; at < length; expected += strcspn(expected, " ;"), expected += *expected == ' ') {
        if (*expected != 'x' && strtoul(expected, NULL, 10) != levels[at])
            return false;
        utf8_next(text, length, &at);
    }
    return true;
}

/* "characters;direction;level;levels;order". loa takes a paragraph's direction from its first letter (2), so
 * the others (0 from left to right, 1) begin with a mark that tells theirs and changes nothing else. */
static bool check_directions(struct arena *arena, const char *line)
{
    static const uint32_t marks[] = {0x200E, 0x200F};
    char text[LINE_ROOM];
    uint8_t levels[LINE_ROOM];
    const char *end = strchr(line, ';'), *base = end + strlen(";2;");
    size_t mark = end[1] == '2' ? 0 : utf8_write(text, marks[end[1] - '0']);
    size_t length = add_codepoints(text, mark, line, end);
    unsigned found = bidi_levels(arena, text, length, "vi", levels);
    return found == strtoul(base, NULL, 10) &&
           same_levels(text + mark, length - mark, levels + mark, strchr(base, ';') + 1);
}

/* Where ICU 72 differs: overrides and embeddings that end just before an isolate or a bracket. */
#define ODD_DIRECTIONS 31

static int run_directions(FILE *file)
{
    char line[LINE_ROOM];
    struct arena arena;
    size_t lines = 0, odd = 0;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    while (fgets(line, sizeof line, file)) {
        if (*line == '#' || !strchr(line, ';'))
            continue;
        struct arena_mark mark = arena_mark(&arena);
        lines++;
        if (!check_directions(&arena, line) && ++odd)
            printf("directed otherwise: %s", line);
        arena_rewind(&arena, mark);
    }
    arena_clear(&arena);
    printf("%zu lines, %zu directed otherwise\n", lines, odd);
    return odd != ODD_DIRECTIONS || lines < 91000;
}

static const struct run_of {
    const char *name;
    int (*run)(FILE *file);
} runs[] = {{"breaks", run_breaks}, {"directions", run_directions}, {"forms", run_forms}};

int main(int count, char **words)
{
    FILE *file = count == 3 ? fopen(words[2], "r") : stdin;
    if (!file) {
        printf("%s is not here\n", words[2]);
        return 77;
    }
    int result = 2;
    for (size_t i = 0; count >= 2 && i < sizeof runs / sizeof *runs; i++)
        if (strcmp(words[1], runs[i].name) == 0)
            result = runs[i].run(file);
    fclose(file);
    return result;
}
