/* suites.c - each example of a Markdown specification read as a guide: suites NAME FILE
 *
 * The text of the edition is, in order, the text of the HTML that the specification expects. Where a guide
 * differs on purpose, a row of differences.def says why, and how far it must still agree; a row whose example
 * does not differ is a fault. Without the file the test is skipped. */
#include "findings.h"
#include "guide/guide.h"
#include "html_text.h"
#include "spec.h"
#include "text/unicode.h"
#include <stdio.h>
#include <string.h>

enum { BROKEN = 1, WRONG_USE = 2, SKIPPED = 77 };

/* An example, and what loa makes of it. */
struct example {
    struct arena *arena;
    const struct spec_example *spec;
    const char *expected; /* text of the HTML */
    const char *ours;     /* NULL: refused */
    const char *findings;
};

/* The text of an edition for everybody; NULL when the example is refused. */
static const char *our_text(struct arena *arena, const char *markdown, const char **told)
{
    struct findings findings;
    findings_open(&findings);
    const struct guide *guide =
        guide_create(arena, &findings.reporter, NULL, "example.md", NULL, markdown, strlen(markdown));
    const struct edition_options everybody = {0};
    const struct edition *edition =
        guide ? edition_create(arena, &findings.reporter, NULL, guide, &everybody) : NULL;
    *told = arena_string(arena, findings_text(&findings));
    findings_close(&findings);
    return edition ? normal_text(arena, node_plain_text(arena, edition->document)) : NULL;
}

static bool same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* ---- How far a different example must agree ---- */

/* A guide without words is refused, for there is nothing to show. */
static bool as_expected(const struct example *example)
{
    if (!example->ours)
        return strstr(example->findings, "error empty-guide") &&
               unicode_is_blank(example->expected, strlen(example->expected));
    return same_text(example->ours, example->expected);
}

static const char *without_tags(const struct example *example, const char *text)
{
    return normal_text(example->arena, html_text(example->arena, text));
}

static bool alike_without_tags(const struct example *example)
{
    return example->ours &&
           same_text(without_tags(example, example->ours), without_tags(example, example->expected));
}

static bool alike_below_a_line(const struct example *example)
{
    const char *told;
    return same_text(
        our_text(example->arena, arena_format(example->arena, "\n%s", example->spec->markdown), &told),
        example->expected);
}

static void count_letters(const char *text, long counts[256], long step)
{
    for (; *text; text++)
        if (*text != ' ')
            counts[(unsigned char)*text] += step;
}

static bool alike_in_any_order(const struct example *example)
{
    long counts[256] = {0};
    count_letters(example->expected, counts, 1);
    count_letters(example->ours ? example->ours : "", counts, -1);
    for (size_t i = 0; i < 256; i++)
        if (counts[i] != 0)
            return false;
    return true;
}

static bool is_read(const struct example *example)
{
    return example->ours && *example->ours;
}

/* ---- The table ---- */

struct reason {
    const char *says;
    bool (*alike)(const struct example *example);
};
#define SUITE_DIFFERENCE(suite, first, last, reason)
#define SUITE_REASON(name, says, alike) static const struct reason reason_##name = {says, alike};
#include "differences.def"
#undef SUITE_DIFFERENCE
#undef SUITE_REASON

static const struct difference {
    const char *suite;
    unsigned first, last;
    const struct reason *reason;
} differences[] = {
#define SUITE_REASON(name, says, alike)
#define SUITE_DIFFERENCE(suite, first, last, reason) {#suite, first, last, &reason_##reason},
#include "differences.def"
#undef SUITE_DIFFERENCE
#undef SUITE_REASON
};

static const struct reason *reason_of(const char *suite, unsigned number)
{
    for (size_t i = 0; i < sizeof differences / sizeof *differences; i++)
        if (strcmp(differences[i].suite, suite) == 0 && number >= differences[i].first &&
            number <= differences[i].last)
            return differences[i].reason;
    return NULL;
}

/* ---- The test ---- */

/* What is wrong; NULL: nothing. */
static const char *fault_of(const struct example *example, const struct reason *reason)
{
    if (!reason)
        return as_expected(example) ? NULL : "the text differs";
    if (as_expected(example))
        return "differences.def names it, but it does not differ";
    return reason->alike(example) ? NULL : "it differs in more than differences.def says";
}

static bool judge(const char *suite, const struct spec_example *spec)
{
    struct arena arena;
    arena_init(&arena, 0);
    struct example example = {
        .arena = &arena, .spec = spec, .expected = normal_text(&arena, html_text(&arena, spec->html))};
    example.ours = our_text(&arena, spec->markdown, &example.findings);
    const struct reason *reason = reason_of(suite, spec->number);
    const char *fault = fault_of(&example, reason);
    if (fault)
        printf("%s %u, line %u: %s%s%s\n%s\nexpected: %s\nours: %s\n%s\n", suite, spec->number, spec->line,
               fault, reason ? ": " : "", reason ? reason->says : "", spec->markdown, example.expected,
               example.ours ? example.ours : "(refused)", example.findings);
    arena_clear(&arena);
    return !fault;
}

static int run(const char *suite, const struct spec *spec)
{
    size_t broken = 0;
    for (size_t i = 0; i < spec->examples.count; i++)
        broken += !judge(suite, &spec->examples.at[i]);
    printf("%zu examples, %zu not as they should be\n", spec->examples.count, broken);
    return spec->examples.count == 0 || broken > 0 ? BROKEN : 0;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return WRONG_USE;
    struct arena arena;
    arena_init(&arena, 0);
    struct spec spec = {0};
    int code = spec_read(&arena, argv[2], &spec) ? run(argv[1], &spec) : SKIPPED;
    if (code == SKIPPED)
        printf("there is no %s\n", argv[2]);
    arena_clear(&arena);
    return code;
}
