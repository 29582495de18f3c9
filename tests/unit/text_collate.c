#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/collate.h"

static void check_order(const char *language, const char *const *words, const char *const *wanted,
                        size_t count)
{
    struct arena arena;
    arena_init(&arena, 0);
    const size_t *order = collate_order(&arena, words, count, language);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(words[order[i]], wanted[i]);
    arena_clear(&arena);
}

/* Letters first (a ă â, d đ, e ê, o ô ơ, u ư), then tones: none, huyền, hỏi, ngã, sắc, nặng. */
static void vietnamese_letters_and_tones(void **state)
{
    static const char *const words[] = {"mạ", "má", "mã", "mả", "mà", "ma", "ân",
                                        "ăn", "an", "đa", "da", "ưa", "ua"};
    static const char *const wanted[] = {"an", "ăn", "ân", "da", "đa", "ma", "mà",
                                         "mả", "mã", "má", "mạ", "ua", "ưa"};
    (void)state;
    check_order("vi", words, wanted, sizeof words / sizeof *words);
}

static void each_language_has_its_own(void **state)
{
    static const char *const words[] = {"đi", "dz"}, *const vietnamese[] = {"dz", "đi"},
                             *const english[] = {"đi", "dz"};
    (void)state;
    check_order("vi", words, vietnamese, 2);
    check_order("en", words, english, 2);
}

static void equal_words_stay(void **state)
{
    static const char *const words[] = {"OTP", "OTP", ""};
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    const size_t *order = collate_order(&arena, words, 3, "no-such-language");
    assert_int_equal(order[0], 2);
    assert_int_equal(order[1], 0);
    assert_int_equal(order[2], 1);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(vietnamese_letters_and_tones),
                                       cmocka_unit_test(each_language_has_its_own),
                                       cmocka_unit_test(equal_words_stay)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
