/* guide/quantity.h: numbers as two languages write them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "guide/quantity.h"
#include <string.h>

static int setup(void **state)
{
    static struct arena arena;
    arena_init(&arena, 0);
    *state = &arena;
    return 0;
}

static int teardown(void **state)
{
    arena_clear(*state);
    return 0;
}

/* Read in one style, the text is that number, and is written as `comma` in Vietnamese and `point` in
 * English. */
static void is(struct arena *arena, const char *text, enum number_style style, double value,
               const char *comma, const char *point)
{
    struct quantity quantity;
    if (!quantity_read(arena, text, style, &quantity))
        fail_msg("“%s” is no number", text);
    assert_true(quantity.value == value);
    assert_string_equal(quantity_write(arena, &quantity, NUMBER_COMMA), comma);
    assert_string_equal(quantity_write(arena, &quantity, NUMBER_POINT), point);
}

static void is_both(struct arena *arena, const char *text, double value, const char *comma, const char *point)
{
    is(arena, text, NUMBER_COMMA, value, comma, point);
    is(arena, text, NUMBER_POINT, value, comma, point);
}

static void test_clear_ones_are_read_in_either_style(void **state)
{
    is_both(*state, "38 %", 38, "38%", "38%");
    is_both(*state, " 38,5% ", 38.5, "38,5%", "38.5%");
    is_both(*state, "38.50", 38.5, "38,50", "38.50");
    is_both(*state, "1.234,5", 1234.5, "1.234,5", "1,234.5");
    is_both(*state, "1,234.5", 1234.5, "1.234,5", "1,234.5");
    is_both(*state, "12.345.678", 12345678, "12.345.678", "12,345,678");
    is_both(*state, "1 234 567", 1234567, "1.234.567", "1,234,567");
    is_both(*state, "1\u00a0234,5 vụ", 1234.5, "1.234,5\u00a0vụ", "1,234.5\u00a0vụ");
    is_both(*state, "0.125", 0.125, "0,125", "0.125");
    is_both(*state, "-5", -5, "\u22125", "\u22125");
    is_both(*state, "1200", 1200, "1.200", "1,200");
    is_both(*state, "1,55 triệu", 1.55, "1,55\u00a0triệu", "1.55\u00a0triệu");
    is_both(*state, "5 000 vụ", 5000, "5.000\u00a0vụ", "5,000\u00a0vụ");
    is_both(*state, "3.", 3, "3\u00a0.", "3\u00a0.");
}

static void test_what_both_could_mean_is_read_in_the_own_style(void **state)
{
    is(*state, "1.234", NUMBER_COMMA, 1234, "1.234", "1,234");
    is(*state, "1.234", NUMBER_POINT, 1.234, "1,234", "1.234");
    is(*state, "1,234", NUMBER_COMMA, 1.234, "1,234", "1.234");
    is(*state, "1,234", NUMBER_POINT, 1234, "1.234", "1,234");
    is(*state, "1234.567", NUMBER_COMMA, 1234.567, "1.234,567", "1,234.567");
}

static void test_other_texts_are_no_numbers(void **state)
{
    static const char *const texts[] = {"",        "%",         "khoảng 5",
                                        "12:30",   "2019-2020", "1.23.456",
                                        "1,2,3",   "1.234.5",   "−",
                                        ".5",      "6–10 tuổi", "1234567890123456",
                                        "1,2.3.4", "0,1234567", "5 câu hỏi mà cha mẹ nên tự hỏi mình trước"};
    struct quantity quantity;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (quantity_read(*state, texts[i], NUMBER_COMMA, &quantity))
            fail_msg("“%s” is a number", texts[i]);
}

static void is_share(struct arena *arena, const char *text, double share)
{
    struct quantity quantity;
    double found;
    assert_true(quantity_read(arena, text, NUMBER_COMMA, &quantity));
    assert_true(quantity_share(&quantity, &found));
    assert_true(found == share);
}

static void test_shares(void **state)
{
    struct quantity quantity;
    double share;
    is_share(*state, "25 %", 0.25);
    is_share(*state, "4 trong 10", 0.4);
    is_share(*state, "1 in 5 pupils", 0.2);
    is_share(*state, "3/4", 0.75);
    is_share(*state, "0%", 0);
    static const char *const others[] = {"120%", "25", "11 trong 10", "-5%", "5 tronghợp"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_true(quantity_read(*state, others[i], NUMBER_COMMA, &quantity));
        assert_false(quantity_share(&quantity, &share));
    }
}

static void test_english_alone_writes_a_point(void **state)
{
    (void)state;
    assert_int_equal(number_style_of("en"), NUMBER_POINT);
    assert_int_equal(number_style_of("en-GB"), NUMBER_POINT);
    assert_int_equal(number_style_of("vi"), NUMBER_COMMA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_clear_ones_are_read_in_either_style, setup, teardown),
        cmocka_unit_test_setup_teardown(test_what_both_could_mean_is_read_in_the_own_style, setup, teardown),
        cmocka_unit_test_setup_teardown(test_other_texts_are_no_numbers, setup, teardown),
        cmocka_unit_test_setup_teardown(test_shares, setup, teardown),
        cmocka_unit_test(test_english_alone_writes_a_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
