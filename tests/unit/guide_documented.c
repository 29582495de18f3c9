/* What loa says of blocks, attributes and front matter is complete in both languages, and its examples are
 * guides. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "guide/blocks.h"
#include "guide_probe.h"
#include <stdio.h>

/* An example is read without any finding, alone or behind `before` and followed by `after`. */
static void is_guide(const char *before, const char *example, const char *after)
{
    char markdown[1000];
    snprintf(markdown, sizeof markdown, "%s%s%s\n", before, example, after);
    struct probe probe;
    probe_init(&probe);
    probe.library = library_open(&probe.arena, &probe.reporter, NULL);
    probe.guide = guide_create(&probe.arena, &probe.reporter, probe.library, "guide.md", NULL, markdown,
                               strlen(markdown));
    if (!probe.guide || builder_text(&probe.findings)[0])
        fail_msg("%s: %s", markdown, builder_text(&probe.findings));
    probe_clear(&probe);
}

static void is_said(const char *words)
{
    assert_non_null(words);
    assert_true(strlen(words) > 5);
}

static void test_blocks(void **state)
{
    (void)state;
    for (int i = 0; i < BLOCK_COUNT; i++) {
        const struct block_row *row = &block_rows[i];
        is_said(row->vi);
        is_said(row->en);
        is_guide("", row->example_vi, "");
        is_guide("", row->example_en, "");
        assert_non_null(strstr(row->example_en, row->spelling));
    }
}

static void test_attributes(void **state)
{
    (void)state;
    for (size_t i = 0; i < attribute_row_count; i++) {
        const struct key_row *row = &attribute_rows[i];
        char written[40];
        snprintf(written, sizeof written, "%s=", row->key);
        is_said(row->vi);
        is_said(row->en);
        is_guide("", row->example, "");
        assert_non_null(strstr(row->example, written));
    }
}

static void test_front_matter(void **state)
{
    (void)state;
    for (size_t i = 0; i < front_row_count; i++) {
        const struct key_row *row = &front_rows[i];
        is_said(row->vi);
        is_said(row->en);
        is_guide("---\n", row->example, "\n---\n# A");
        assert_memory_equal(row->example, row->key, strlen(row->key));
    }
}

static void test_facts(void **state)
{
    (void)state;
    for (size_t i = 0; i < fact_row_count; i++) {
        const struct key_row *row = &fact_rows[i];
        is_said(row->vi);
        is_said(row->en);
        is_guide("---\nfacts:\n  x:\n    says: so\n    ", row->example, "\n---\n# A");
        assert_memory_equal(row->example, row->key, strlen(row->key));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_front_matter),
        cmocka_unit_test(test_facts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
