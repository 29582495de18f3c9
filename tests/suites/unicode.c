/* Unicode's own tests: `unicode breaks LineBreakTest.txt` (UAX 14), `unicode forms NormalizationTest.txt`
 * (UAX 15) on standard input. Exit code 77: the file isn't there. */
#include "text/unicode.h"
#include "base/arena.h"
#include "base/limits.h"
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

int main(int count, char **words)
{
    FILE *file = count == 3 ? fopen(words[2], "r") : stdin;
    if (!file) {
        printf("%s is not here\n", words[2]);
        return 77;
    }
    int result = count >= 2 && strcmp(words[1], "breaks") == 0 ? run_breaks(file) : run_forms(file);
    fclose(file);
    return result;
}
