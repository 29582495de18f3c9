/* Texts written to hurt: they end in an error or a tree, soon, and never in a crash. Run with the sanitizers
 * too. Time is measured as memory, which grows with work and is the same on every machine. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "guide_probe.h"

#define MANY 20000

/* head, then `unit` MANY times, then tail. */
static char *repeated(struct arena *arena, const char *head, const char *unit, size_t count, const char *tail)
{
    struct builder builder;
    builder_init(&builder, arena);
    builder_string(&builder, head);
    for (size_t i = 0; i < count; i++)
        builder_string(&builder, unit);
    builder_string(&builder, tail);
    return (char *)builder_text(&builder);
}

static void test_depth(void **state)
{
    (void)state;
    static const struct {
        const char *head, *unit, *tail, *findings;
    } rows[] = {
        {"", "> ", "x", "1:129+1 too-deep"},
        {"", ">", "x", "1:65+1 too-deep"},
        {"chữ\n", "- ", "x", "2:129+1 too-deep"},
        {"", "1. ", "x", "1:193+1 too-deep"},
        {"", "> - ", "x", "1:129+1 too-deep"},
        {"", "::: do\n", "x", "65:1+6 too-deep"},
        {"", "::: do\n:::\n", "x", ""},
        {"", "*a **b ", "", ""},
        {"", "*a ", "*", ""},
        {"", "[", "](a)", ""},
        {"a\n", "* ", "", ""},
    };
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct probe probe;
        probe_read(&probe, repeated(&arena, rows[i].head, rows[i].unit, MANY, rows[i].tail));
        if (*rows[i].findings)
            assert_memory_equal(builder_text(&probe.findings), rows[i].findings, strlen(rows[i].findings));
        else
            assert_string_equal(builder_text(&probe.findings), "");
        assert_int_equal(*rows[i].findings != 0, probe.guide == NULL);
        probe_clear(&probe);
    }
    arena_clear(&arena);
}

static void test_inline_depth(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    struct probe probe;
    const char *open = repeated(&arena, "", "*a ", MANY, "x");
    probe_read(&probe, repeated(&arena, open, "*", MANY, ""));
    assert_null(probe.guide);
    assert_non_null(strstr(builder_text(&probe.findings), "too-deep"));
    probe_clear(&probe);
    open = repeated(&arena, "", "![", MANY, "x");
    probe_read(&probe, repeated(&arena, open, "](b)", MANY, ""));
    assert_null(probe.guide);
    assert_non_null(strstr(builder_text(&probe.findings), "too-deep"));
    probe_clear(&probe);
    arena_clear(&arena);
}

/* A chain of footnotes, each in the one before. */
static void test_footnote_depth(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    struct builder text;
    builder_init(&text, &arena);
    builder_string(&text, "a[^0]\n\n");
    for (unsigned i = 0; i < 1000; i++)
        builder_format(&text, "[^%u]: b[^%u]\n", i, i + 1);
    struct probe probe;
    probe_read(&probe, builder_text(&text));
    assert_null(probe.guide);
    assert_non_null(strstr(builder_text(&probe.findings), "too-deep"));
    probe_clear(&probe);
    arena_clear(&arena);
}

static void test_large_tables(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    const char *head = repeated(&arena, "", "|a", 900, "|\n");
    const char *rule = repeated(&arena, head, "|-", 900, "|\n");
    struct probe probe;
    probe_read(&probe, repeated(&arena, rule, "|a\n", 2000, ""));
    assert_null(probe.guide);
    assert_memory_equal(builder_text(&probe.findings), "556:1+2 large-tables", 20);
    probe_clear(&probe);
    arena_clear(&arena);
}

/* The head, the rule below it, and rows of any length. */
static void test_wide_tables(void **state)
{
    (void)state;
    static const struct {
        const char *head, *tail, *findings;
    } rows[] = {
        {"", "\n|-|\n", "2:1+3 wide-table"},
        {"|a|b|\n|-|-|\n", "\n", "3:1+20000 wide-table"},
        {"", "\n\n|-|\n", ""},
        {"|a|\n|-|\n\n", "\n", ""},
    };
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct probe probe;
        probe_read(&probe, repeated(&arena, rows[i].head, "|", MANY, rows[i].tail));
        assert_memory_equal(builder_text(&probe.findings), rows[i].findings, strlen(rows[i].findings));
        assert_int_equal(*rows[i].findings != 0, probe.guide == NULL);
        probe_clear(&probe);
    }
    arena_clear(&arena);
}

/* Ten times the text may cost about ten times, never a hundred times. */
static void test_linear(void **state)
{
    (void)state;
    static const char *const units[] = {
        "# Mục\n\nChữ *đậm* {{x}} ![a](b){width=1} [l](u) `m` &amp;\n\n- a\n- b\n\n",
        "::: do {.a #x}\n- a\n:::\n",
        "a <?x <!Y ",
        "{.a {#b ![](c){d='",
        "&amp; a ",
        "# a\n",
        "[^1] ",
        "<b>x</b>\n",
        "|a|b|\n|-|-|\n|c|d|\n\n",
        "<!-- a -->\n",
        "<div>\n",
        "{{a}}&lt;",
        "a{.b}\n",
    };
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t cost[2];
        for (size_t scale = 0; scale < 2; scale++) {
            struct probe probe;
            probe_init(&probe);
            probe.reporter.silent = true;
            const char *text = repeated(&arena, "", units[i], scale ? 4000 : 400, "");
            guide_create(&probe.arena, &probe.reporter, NULL, "g", NULL, text, strlen(text));
            cost[scale] = probe.arena.total;
            probe_clear(&probe);
        }
        if (cost[1] > cost[0] * 25)
            fail_msg("%s: %zu bytes, then %zu", units[i], cost[0], cost[1]);
    }
    arena_clear(&arena);
}

static const char sample[] =
    "---\ntitle: Bảo vệ {{words.a}}\naudience: [parents, children]\nfacts:\n  a: b\n---\n"
    "# Một {#m .x icon=a}\n\nĐoạn *nghiêng **đậm*** {{title}} `mã` &amp; [l](u \"t\"){.y}\n\n"
    ":::: cards\n::: do Nên {audience=parents}\n1. a\n   - b\n:::\n::::\n\n> [!NOTE]\n> c[^1]\n\n"
    "| A | B |\n|---|:-:|\n| x \\| y | ![i](p.png){width=50%} |\n{.chart}\n\n<!-- d -->\n\n"
    "```chart\na: 1\n```\n\n- [x] e<br>f\n\n[^1]: g {{a}}\n\n::: only {piece=slides}\n## H\n:::\n";

/* xorshift: the same bytes on every run. */
static uint32_t random_next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void mutate(char *text, size_t length, uint32_t *seed)
{
    static const char spice[] = "{}[]()<>:#*_`|!-\n \t\r\\&\"'=.^~@\xC3\xEF\xB7\x90\x91\xFF";
    for (unsigned count = random_next(seed) % 8 + 1; count > 0; count--) {
        size_t at = random_next(seed) % length, from = random_next(seed) % length;
        switch (random_next(seed) % 3) {
        case 0:
            text[at] = spice[random_next(seed) % (sizeof spice - 1)];
            break;
        case 1:
            text[at] = text[from];
            break;
        default:
            for (size_t i = 0; i < 12 && at + i < length && from + i < length; i++)
                text[at + i] = text[from + i];
            break;
        }
    }
}

static void test_mutations(void **state)
{
    (void)state;
    uint32_t seed = 2026;
    unsigned read = 0;
    char text[sizeof sample];
    for (unsigned round = 0; round < 4000; round++) {
        if (round % 5 == 0)
            memcpy(text, sample, sizeof sample);
        mutate(text, sizeof sample - 1, &seed);
        struct probe probe;
        probe_read_bytes(&probe, text, sizeof sample - 1);
        if (probe.guide) {
            read++;
            const struct edition_options options = {.audience = round % 2 ? "parents" : NULL,
                                                    .piece = "slides"};
            edition_create(&probe.arena, &probe.reporter, NULL, probe.guide, &options);
        } else {
            assert_true(probe.reporter.counts[LOA_ERROR] > 0);
        }
        probe_clear(&probe);
    }
    assert_true(read > 100); /* else the mutations are too wild to reach anything */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_depth),          cmocka_unit_test(test_inline_depth),
        cmocka_unit_test(test_footnote_depth), cmocka_unit_test(test_large_tables),
        cmocka_unit_test(test_wide_tables),    cmocka_unit_test(test_linear),
        cmocka_unit_test(test_mutations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
