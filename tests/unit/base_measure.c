/* base/measure.h: widths as authors write them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/measure.h"

static void is(const char *text, double value, bool share)
{
    struct measure measure;
    assert_true(measure_read(text, &measure));
    assert_float_equal(measure.value, value, 1e-9);
    assert_int_equal(measure.share, share);
}

static void test_units(void **state)
{
    (void)state;
    is("50%", 0.5, true);
    is("100 %", 1, true);
    is("2.54cm", 72, false);
    is("25,4mm", 72, false);
    is("1in", 72, false);
    is("12pt", 12, false);
    is("400px", 300, false);
}

static void test_none(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",        "50",  "%",    "cm",   "0%",   "101%",  "-5cm",
        "1.2.3cm", "5em", "5cm5", "5 CM", ".5in", "1e3px", "00000000000000000001cm"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct measure measure;
        assert_false(measure_read(wrong[i], &measure));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_units), cmocka_unit_test(test_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
