/* base/number.h: numbers out and in, the same in every locale. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/number.h"
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void writes(double value, int decimals, const char *shortest, const char *fixed)
{
    char text[NUMBER_ROOM];
    size_t length = number_write(text, value, decimals);
    assert_string_equal(text, shortest);
    assert_int_equal(length, strlen(shortest));
    length = number_write_fixed(text, value, decimals);
    assert_string_equal(text, fixed);
    assert_int_equal(length, strlen(fixed));
}

static void test_plain(void **state)
{
    (void)state;
    writes(0, 2, "0", "0.00");
    writes(12.5, 2, "12.5", "12.50");
    writes(-3, 3, "-3", "-3.000");
    writes(100, 0, "100", "100");
    writes(1200, 2, "1200", "1200.00");
    writes(0.05, 2, "0.05", "0.05");
    writes(0.001, 6, "0.001", "0.001000");
    writes(20.03, 2, "20.03", "20.03");
    writes(9.999, 2, "10", "10.00");
}

static void test_rounds_half_away(void **state)
{
    (void)state;
    writes(0.5, 0, "1", "1");
    writes(-0.5, 0, "-1", "-1");
    writes(2.5, 0, "3", "3");
    writes(0.125, 2, "0.13", "0.13");
    writes(-0.125, 2, "-0.13", "-0.13");
    writes(0.375, 2, "0.38", "0.38");
    /* The last number below a half is below it, though with a half added it is one. */
    writes(0.49999999999999994, 0, "0", "0");
    writes(4503599627.370497, 6, "4503599627.370497", "4503599627.370497");
    writes(4503599627.370499, 6, "4503599627.370499", "4503599627.370499");
}

static void test_no_minus_zero(void **state)
{
    (void)state;
    writes(-0.0, 2, "0", "0.00");
    writes(-0.004, 2, "0", "0.00");
    writes(-1e-300, 6, "0", "0.000000");
    writes(-0.005, 2, "-0.01", "-0.01");
}

static void test_beyond(void **state)
{
    (void)state;
    writes(1e12, 2, "1000000000000", "1000000000000.00");
    writes(1e300, 2, "1000000000000", "1000000000000.00");
    writes(-1e300, 6, "-1000000000000", "-1000000000000.000000");
    writes(INFINITY, 0, "1000000000000", "1000000000000");
    writes(-INFINITY, 0, "-1000000000000", "-1000000000000");
    writes(NAN, 2, "0", "0.00");
    writes(-NAN, 2, "0", "0.00");
    writes(999999999999.5, 1, "999999999999.5", "999999999999.5");
    writes(1.5, -3, "2", "2");
    writes(1.0 / 3, 100, "0.333333", "0.333333");
}

static void reads(const char *text, double wanted)
{
    double value = -77;
    assert_true(number_read(text, &value));
    assert_true(value == wanted);
}

static void test_reading(void **state)
{
    (void)state;
    reads("0", 0);
    reads("-0", 0);
    reads("12.5", 12.5);
    reads("+7", 7);
    reads("-7.25", -7.25);
    reads(".5", 0.5);
    reads("5.", 5);
    reads("007", 7);
    reads("0.3", 0.3);
    reads("0.1", 0.1);
    reads("1.333", 1.333);
    reads("2.675", 2.675);
    reads("98765.4321", 98765.4321);
    reads("0.0000001", 0.0000001);
}

static void test_reading_refuses(void **state)
{
    static const char *const wrong[] = {"",    ".",  "-",  "+.",  "1,5",   "1e5", "0x10", "nan",
                                        "inf", " 1", "1 ", "--1", "1.2.3", "1a",  "١",    "1\n"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        double value = -77;
        assert_false(number_read(wrong[i], &value));
        assert_true(value == -77);
    }
}

static void test_reading_long(void **state)
{
    char digits[1001];
    (void)state;
    memset(digits, '9', 1000);
    digits[1000] = '\0';
    reads(digits, INFINITY);
    digits[1] = '.';
    double value = -1;
    assert_true(number_read(digits, &value));
    assert_true(fabs(value - 10) < 1e-13);
    memcpy(digits, "0.", 2);
    memset(digits + 2, '0', 900);
    assert_true(number_read(digits, &value));
    assert_true(value >= 0 && value < 1e-300);
}

static void test_back_and_forth(void **state)
{
    (void)state;
    for (int i = -20000; i <= 20000; i++) {
        char text[NUMBER_ROOM];
        double value;
        number_write(text, (double)i / 1000, 3);
        assert_true(number_read(text, &value));
        assert_true(value == (double)i / 1000);
    }
}

/* Tests again with a decimal comma, where the machine has such a locale. */
static void test_in_german(void **state)
{
    if (!setlocale(LC_ALL, "de_DE.UTF-8") && !setlocale(LC_ALL, "vi_VN.UTF-8"))
        skip();
    assert_string_equal(localeconv()->decimal_point, ",");
    test_plain(state);
    test_reading(state);
    test_back_and_forth(state);
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),         cmocka_unit_test(test_rounds_half_away),
        cmocka_unit_test(test_no_minus_zero), cmocka_unit_test(test_beyond),
        cmocka_unit_test(test_reading),       cmocka_unit_test(test_reading_refuses),
        cmocka_unit_test(test_reading_long),  cmocka_unit_test(test_back_and_forth),
        cmocka_unit_test(test_in_german),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
