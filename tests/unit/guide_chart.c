/* guide/chart.h: what a chart's block or table says, in which order and form. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "guide/chart.h"
#include "guide_probe.h"
#include <stdio.h>

static const struct node *first_of(const struct node *document, enum node_type type)
{
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.node->type == type)
            return iterator.node;
    return NULL;
}

/* The chart of a guide's first block or table in an edition of `language`, as the words for those who can't
 * see it; or the finding that says why there is none. */
static void reads_in(const char *language, const char *markdown, const char *words)
{
    struct probe probe;
    probe_read(&probe, markdown);
    assert_non_null(probe.guide);
    const struct node *node = first_of(probe.guide->document, NODE_BLOCK);
    struct chart_problem problem;
    if (!node)
        node = first_of(probe.guide->document, NODE_TABLE);
    const struct chart *chart = chart_read(&probe.arena, node, language, &problem);
    const char *found = chart ? chart_words(&probe.arena, chart, node->title, true) : "";
    if (problem.finding != FINDING_COUNT)
        found = arena_format(&probe.arena, "%s[%s]", found, finding_id(problem.finding));
    assert_string_equal(found, words);
    probe_clear(&probe);
}

static void reads(const char *markdown, const char *words)
{
    reads_in("vi", markdown, words);
}

static void test_rows(void **state)
{
    (void)state;
    reads("::: chart T\n- **12 %** – a\n- b c: 38,5%\n- *d*: **20%**\n- e: f: 1%\n:::",
          "Bar chart: T. b c: 38,5%; d: 20%; a: 12%; e: f: 1%.");
    reads("::: chart\n| x | y |\n|---|---|\n| a | 1.234 |\n| b | 5.000 |\n:::",
          "Bar chart. b: 5.000; a: 1.234.");
    reads_in("en", "::: chart\n- a: 1,234\n- b: 12.5\n:::", "Bar chart. a: 1,234; b: 12.5.");
    reads("::: chart\n| x | y | z |\n|---|---|---|\n| a | 1 | – |\n| b | 2 | 3 |\n:::",
          "Bar chart. b: y 2, z 3; a: y 1, z –.");
    reads("| x | y |\n|---|---|\n| a | |\n| b | 1 |\n", "Bar chart. b: 1; a: –.");
}

static void test_order(void **state)
{
    (void)state;
    reads("::: chart\n- a: 1\n- Khác: 9\n- b: 3\n- c: 3\n:::", "Bar chart. b: 3; c: 3; a: 1; Khác: 9.");
    reads("::: chart\n- Dưới 6 tuổi: 1\n- 6–10 tuổi: 9\n- 11–15 tuổi: 3\n:::",
          "Bar chart. Dưới 6 tuổi: 1; 6–10 tuổi: 9; 11–15 tuổi: 3.");
    reads("::: chart\n- 2025: 1\n- 2024: 9\n- 2023: 3\n:::", "Bar chart. 2025: 1; 2024: 9; 2023: 3.");
    reads("::: chart\n- Lớp 9: 1\n- Lớp 6: 9\n- Lớp 7: 3\n:::", "Bar chart. Lớp 6: 9; Lớp 7: 3; Lớp 9: 1.");
    reads("::: chart {.ordinal}\n- a: 1\n- b: 3\n:::", "Bar chart. a: 1; b: 3.");
    reads("::: chart {.thứ-tự}\n- a: 1\n- b: 3\n:::", "Bar chart. a: 1; b: 3.");
}

static void test_what_cannot_be_drawn(void **state)
{
    (void)state;
    reads("::: chart\nLời.\n:::", "[chart_nothing]");
    reads("::: chart\n| x |\n|---|\n| 1 |\n:::", "[chart_nothing]");
    reads("::: chart\n- a: 0\n:::", "[chart_nothing]");
    reads("::: chart\n- a: nhiều\n:::", "[chart_no_number]");
    reads("::: chart\n- a\n:::", "[chart_no_number]");
    reads("::: chart\n- a: 1\n\n  b\n:::", "[chart_no_number]");
    reads("::: chart\n- a: 1[^1]\n:::\n\n[^1]: c", "[chart_no_number]");
    reads("::: chart\n- a: 1 giờ\n- b: 2 phút\n:::", "[chart_units]");
    reads("::: chart\n- a: -1\n- b: 2\n:::", "[chart_negative]");
    reads("| x | a | b | c | d | e |\n|---|---|---|---|---|---|\n| 1 | 1 | 1 | 1 | 1 | 1 |\n",
          "[chart_series]");
}

static void test_forms(void **state)
{
    (void)state;
    reads("::: chart\n- a: 38%\n:::", "Progress bar. a: 38%.");
    reads("::: chart\n- a: 38\n:::", "Bar chart. a: 38.");
    reads("::: chart {kind=người}\n- a: 20%\n- b: 4 trong 10\n:::", "Pictogram. b: 4\u00a0trong 10; a: 20%.");
    reads("::: chart {kind=people}\n- a: 20\n:::", "Bar chart. a: 20.[chart_share]");
    reads("::: chart {kind=tiến-độ}\n- a: 120%\n- b: 3%\n:::", "Bar chart. a: 120%; b: 3%.[chart_share]");
}

static void test_rings_and_lines(void **state)
{
    (void)state;
    reads("::: chart {kind=vòng}\n- a: 62%\n- b: 27,5%\n- c: 10%\n:::",
          "Donut chart. a: 62%; b: 27,5%; c: 10%.");
    reads("::: chart {kind=donut}\n- a: 62%\n:::", "Donut chart. a: 62%.");
    reads("::: chart {kind=donut}\n- a: 62%\n- b: 27%\n:::", "Bar chart. a: 62%; b: 27%.[chart_donut]");
    reads("::: chart {kind=donut}\n- a: 40%\n- b: 30%\n- c: 20%\n- d: 10%\n:::",
          "Bar chart. a: 40%; b: 30%; c: 20%; d: 10%.[chart_donut]");
    reads("| x | y |\n|---|---|\n| a | 1 |\n| b | 5 |\n\n{kind=đường}\n", "Line chart. a: 1; b: 5.");
    reads("::: chart {kind=line}\n- a: 1\n:::", "Bar chart. a: 1.[chart_line]");
}

static bool suits(const char *table)
{
    struct probe probe;
    probe_read(&probe, table);
    bool suits = chart_suits(&probe.arena, first_of(probe.guide->document, NODE_TABLE), "vi");
    probe_clear(&probe);
    return suits;
}

static void test_tables_that_are_charts_unasked(void **state)
{
    (void)state;
    assert_true(suits("| x | y |\n|---|---|\n| a | 1% |\n| b | 2 % |\n| c | 3% |\n"));
    assert_true(suits("| x | y (giờ) |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | 3 |\n"));
    assert_false(suits("| x | y |\n|---|---|\n| a | 111 |\n| b | 113 |\n| c | 115 |\n"));
    assert_false(suits("| x | y |\n|---|---|\n| a | 1% |\n| b | 2% |\n"));
    assert_false(suits("| x | y |\n|---|---|\n| a | 1% |\n| b | – |\n| c | 3% |\n"));
    assert_false(suits("| x | y |\n|---|---|\n| a | 1% |\n| | 2% |\n| c | 3% |\n"));
    assert_false(suits("| x | y | z |\n|---|---|---|\n| a | 1% | 1% |\n| b | 2% | 1% |\n| c | 3% | 1% |\n"));
    assert_false(suits("| x | y |\n|---|---|\n| a | 1% |\n| b | 2% |\n| c | 3% |\n\n{.table}\n"));
}

static void is_sourced(const char *braces, const char *line)
{
    struct probe probe;
    char markdown[200];
    snprintf(markdown, sizeof markdown, "::: chart %s\n- a: 1\n:::", braces);
    probe_read(&probe, markdown);
    const char *found = chart_source(&probe.arena, first_of(probe.guide->document, NODE_BLOCK));
    assert_string_equal(found ? found : "", line);
    probe_clear(&probe);
}

static void test_sources(void **state)
{
    (void)state;
    is_sourced("", "");
    is_sourced("{source=\"A B\"}", "A B");
    is_sourced("{source=\"A B\" year=2025 n=994}", "A B, 2025 (n = 994)");
    is_sourced("{source=\"A 2025\" year=2025}", "A 2025");
    is_sourced("{n=10 year=2024}", "2024 (n = 10)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_rings_and_lines),
        cmocka_unit_test(test_what_cannot_be_drawn),
        cmocka_unit_test(test_tables_that_are_charts_unasked),
        cmocka_unit_test(test_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
