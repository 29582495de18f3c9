#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/compound.h"
#include <string.h>

static bool holds(const char *first, const char *second)
{
    return compound_holds(syllable_read(first, strlen(first)), syllable_read(second, strlen(second)));
}

static void knows_words_in_any_case(void **state)
{
    (void)state;
    assert_true(holds("môi", "trường"));
    assert_true(holds("Môi", "trường"));
    assert_true(holds("ĐIỆN", "THOẠI"));
    assert_true(holds("Tây", "Ninh"));
    assert_false(holds("trường", "môi"));
    assert_false(holds("mạng", "môi"));
    assert_false(holds("moi", "truong"));
}

static void knows_both_ways_to_set_tones(void **state)
{
    (void)state;
    assert_true(holds("sức", "khỏe") && holds("sức", "khoẻ"));
    assert_true(holds("xóa", "bỏ") && holds("xoá", "bỏ"));
    assert_true(holds("hòa", "giải") && holds("hoà", "giải"));
    assert_true(holds("ủy", "quyền") && holds("uỷ", "quyền"));
    assert_true(holds("hoàn", "toàn"));
}

static void knows_words_of_three_syllables(void **state)
{
    (void)state;
    assert_true(holds("câu", "lạc") && holds("lạc", "bộ"));
}

static void stops_at_marks(void **state)
{
    (void)state;
    assert_true(holds("“môi", "trường”."));
    assert_false(holds("môi,", "trường"));
    assert_false(holds("môi", "(trường"));
    assert_false(holds("mô-i", "trường"));
    assert_false(holds("2026", "trường"));
    assert_false(holds("", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_words_in_any_case),
        cmocka_unit_test(knows_both_ways_to_set_tones),
        cmocka_unit_test(knows_words_of_three_syllables),
        cmocka_unit_test(stops_at_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
