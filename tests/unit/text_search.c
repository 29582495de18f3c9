/* Words that are looked for fit names with and without case and marks, whole ones best. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/search.h"

static unsigned fit(const char *words, const char *text)
{
    struct arena arena;
    arena_init(&arena, 0);
    const char *const texts[] = {NULL, text};
    unsigned result = search_fit(search_create(&arena, words), texts, 2);
    arena_clear(&arena);
    return result;
}

static void finds_without_marks(void **state)
{
    (void)state;
    assert_true(fit("khoa", "chìa khóa, mã") > 0);
    assert_true(fit("KHÓA", "chìa khóa, mã") > 0);
    assert_true(fit("khoá", "chìa khóa, mã") > 0); /* the mark on the other letter */
    assert_true(fit("di dong", "Điện thoại, di động") > 0);
    assert_int_equal(fit("khoa", "khó, hóa"), 0);
    assert_int_equal(fit("", "khóa"), 0);
    assert_int_equal(fit(" , ", "khóa"), 0);
}

static void needs_every_word(void **state)
{
    (void)state;
    assert_true(fit("chìa khóa", "chìa khóa, mã") > 0);
    assert_true(fit("khóa chìa", "chìa khóa, mã") > 0);
    assert_int_equal(fit("chìa cửa", "chìa khóa, mã"), 0);
}

static void puts_the_best_first(void **state)
{
    (void)state;
    assert_true(fit("khóa", "mã, khóa") > fit("khóa", "chìa khóa")); /* a whole name, a word of one */
    assert_true(fit("khóa", "chìa khóa") > fit("khóa", "khoa học")); /* its marks */
    assert_true(fit("lock", "lock open") > fit("lock", "lockout"));  /* a word, its beginning */
    assert_true(fit("lock", "lockout") > fit("lock", "unlocked"));   /* its beginning, inside */
    assert_true(fit("lock_open", "lock_open") > fit("lock_open", "open lock")); /* names of icons */
    assert_int_equal(fit("ai", "vai trò"), 0); /* too short to be looked for inside of words */
}

static void needs_nothing_of_texts(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    const char *const texts[] = {NULL, ""};
    assert_int_equal(search_fit(search_create(&arena, "khóa"), texts, 2), 0);
    assert_int_equal(search_fit(search_create(&arena, "khóa"), NULL, 0), 0);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_without_marks),
        cmocka_unit_test(needs_every_word),
        cmocka_unit_test(puts_the_best_first),
        cmocka_unit_test(needs_nothing_of_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
