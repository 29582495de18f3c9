/* Names of blocks and audiences: each means one thing, however it is typed. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/arena.h"
#include "guide/audiences.h"
#include "guide/blocks.h"
#include <string.h>

static void check_block(int row, const char *name)
{
    enum block_kind kind;
    assert_true(block_named(name, &kind));
    assert_int_equal(kind, row);
}

static void test_blocks(void **state)
{
    (void)state;
    char words[200];
    for (int row = 0; row < BLOCK_COUNT; row++) {
        check_block(row, block_rows[row].spelling);
        assert_true(strlen(block_rows[row].aliases) < sizeof words);
        strcpy(words, block_rows[row].aliases);
        for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
            check_block(row, word);
    }
    check_block(BLOCK_steps, "CAC-BUOC");
    enum block_kind kind;
    assert_false(block_named("stepss", &kind));
    assert_false(block_named("", &kind));
}

static void test_near_blocks(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    assert_string_equal(block_nearest(&arena, "stepss"), "steps");
    assert_string_equal(block_nearest(&arena, "con-xo"), "con-số");
    assert_null(block_nearest(&arena, "hoàn-toàn-khác"));
    arena_clear(&arena);
}

static void check_audience(const char *name, const char *means)
{
    const struct audience *audience = audience_named(name, strlen(name));
    if (!means) {
        assert_null(audience);
        return;
    }
    assert_non_null(audience);
    assert_string_equal(audience->name, means);
}

static void test_audiences(void **state)
{
    (void)state;
    char words[200];
    for (size_t row = 0; row < audience_count; row++) {
        check_audience(audiences[row].name, audiences[row].name);
        assert_true(strlen(audiences[row].aliases) < sizeof words);
        strcpy(words, audiences[row].aliases);
        for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
            check_audience(word, audiences[row].name);
    }
    check_audience("Phụ Huynh", "parents");
    check_audience("hoc sinh", "children");
    check_audience("", NULL);
    check_audience("x", NULL);
}

static bool matches(const char *asked, const char *marked)
{
    return audience_matches(audience_named(asked, strlen(asked)), audience_named(marked, strlen(marked)));
}

static void test_matching(void **state)
{
    (void)state;
    assert_true(matches("children", "children-6-10"));
    assert_true(matches("children-6-10", "children"));
    assert_false(matches("children-6-10", "children-11-15"));
    assert_false(matches("parents", "public"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_near_blocks),
        cmocka_unit_test(test_audiences),
        cmocka_unit_test(test_matching),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
