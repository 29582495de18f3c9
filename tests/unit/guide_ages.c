/* Ages as people write them, and lists of them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/arena.h"
#include "guide/ages.h"

static void assert_band(struct arena *arena, const char *text, unsigned from, unsigned to)
{
    struct age_band band;
    if (!age_band_read(arena, text, &band))
        fail_msg("“%s” is no band", text);
    if (band.from != from || band.to != to)
        fail_msg("“%s” is [%u, %u), not [%u, %u)", text, band.from, band.to, from, to);
}

static void ages_are_half_open(void **state)
{
    struct arena *arena = *state;
    assert_band(arena, "Dưới 6 tuổi", 0, 6);
    assert_band(arena, "6–10", 6, 11);
    assert_band(arena, "6 - 10 tuổi", 6, 11);
    assert_band(arena, "Từ 6 đến dưới 11", 6, 11);
    assert_band(arena, "6–dưới 11", 6, 11);
    assert_band(arena, "16 tuổi", 16, 17);
    assert_band(arena, "16 trở lên", 16, AGE_NO_END);
    assert_band(arena, "từ 16 tuổi", 16, AGE_NO_END);
    assert_band(arena, "16+", 16, AGE_NO_END);
    assert_band(arena, "Trên 15", 16, AGE_NO_END);
    assert_band(arena, "5 trở xuống", 0, 6);
    assert_band(arena, "Mầm non (3–5)", 3, 6);
}

static void ages_in_english(void **state)
{
    struct arena *arena = *state;
    assert_band(arena, "Under 6", 0, 6);
    assert_band(arena, "6 to 10 years", 6, 11);
    assert_band(arena, "6 to under 11", 6, 11);
    assert_band(arena, "16 and over", 16, AGE_NO_END);
    assert_band(arena, "6 and under", 0, 7);
    assert_band(arena, "Over 15", 16, AGE_NO_END);
    assert_band(arena, "Ages 3 to 5", 3, 6);
}

static void other_numbers_are_no_ages(void **state)
{
    static const char *const texts[] = {"",       "Mầm non", "6–10 tháng", "Lớp 3",
                                        "Dưới 0", "10–6",    "1, 2 và 3",  "2026"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct age_band band;
        if (age_band_read(*state, texts[i], &band))
            fail_msg("“%s” was taken for ages", texts[i]);
    }
}

static void only_ages_are_plain(void **state)
{
    struct age_band band;
    assert_true(age_band_read(*state, "Trẻ em dưới 6 tuổi", &band) && band.plain);
    assert_true(age_band_read(*state, "Tiểu học, 6–10", &band) && !band.plain);
}

static int begin(void **state)
{
    static struct arena arena;
    arena_init(&arena, 0);
    *state = &arena;
    return 0;
}

static int end(void **state)
{
    arena_clear(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ages_are_half_open),
        cmocka_unit_test(ages_in_english),
        cmocka_unit_test(other_numbers_are_no_ages),
        cmocka_unit_test(only_ages_are_plain),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
