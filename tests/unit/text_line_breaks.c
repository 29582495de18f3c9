#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/unicode.h"
#include <stdlib.h>
#include <string.h>

/* The text with '|' where a line may break and a pilcrow where it must. */
static void show_breaks(const char *text, const char *language, char *shown)
{
    size_t length = strlen(text);
    uint8_t *breaks = malloc(length + 1);
    assert_non_null(breaks);
    unicode_line_breaks(text, length, language, breaks);
    for (size_t i = 0; i < length; i++) {
        if (breaks[i] == BREAK_MAY)
            *shown++ = '|';
        if (breaks[i] == BREAK_MUST) {
            memcpy(shown, "¶", strlen("¶"));
            shown += strlen("¶");
        }
        *shown++ = text[i];
    }
    *shown = '\0';
    free(breaks);
}

static void check(const char *text, const char *expected)
{
    char shown[1024];
    show_breaks(text, "vi", shown);
    assert_string_equal(shown, expected);
}

static void breaks_at_spaces(void **state)
{
    (void)state;
    check("Bảo vệ trẻ em.", "Bảo |vệ |trẻ |em.");
    check("một\nhai", "một\n¶hai");
    check("", "");
    check("không\xC2\xA0rời", "không\xC2\xA0rời");
}

static void keeps_numbers_with_their_words(void **state)
{
    (void)state;
    check("theo Điều 16 của", "theo |Điều 16 |của");
    check("từ 13 tuổi trở lên", "từ |13 tuổi |trở |lên");
    check("trong 24 giờ, 30 phút.", "trong |24 giờ, |30 phút.");
    check("gần 1,5 triệu em", "gần |1,5 triệu |em");
    check("xem trang 3 (lớp 9)", "xem |trang 3 |(lớp 9)");
    check("Chương IV nói", "Chương IV |nói");
    check("đạt 36 % số", "đạt |36 % |số");
}

static void leaves_dates_room(void **state)
{
    (void)state;
    check("ngày 15 tháng 9 năm 2021", "ngày 15 |tháng 9 |năm 2021");
    check("Ngày 15/9/2021 có", "Ngày 15/9/2021 |có");
}

static void keeps_document_numbers_whole(void **state)
{
    (void)state;
    check("Nghị định số 147/2024/NĐ-CP nói", "Nghị |định |số 147/2024/NĐ-CP |nói");
    check("Số 88/QĐ-BTTTT.", "Số 88/QĐ-BTTTT.");
    check("mạng VN-COP mở 24/7", "mạng |VN-COP |mở |24/7");
}

static void keeps_telephone_numbers(void **state)
{
    (void)state;
    check("hoặc 1900 9696 80 (miễn phí)", "hoặc |1900 9696 80 |(miễn |phí)");
    check("số 024 3936 1798, hoặc", "số 024 3936 1798, |hoặc");
    check("gọi 111.", "gọi 111.");
}

static void leaves_lists_of_numbers_alone(void **state)
{
    (void)state;
    check("11 12 13 14 15 16 17 18 19 20", "11 |12 |13 |14 |15 |16 |17 |18 |19 |20");
}

static void holds_dashes_and_closing_marks(void **state)
{
    (void)state;
    check("mạng – nơi em", "mạng – |nơi |em");
    check("thật sao ?", "thật |sao ?");
    check("và/hoặc (nếu)", "và/|hoặc |(nếu)");
}

static void breaks_addresses_after_slashes_only(void **state)
{
    (void)state;
    check("https://vn-cop.vn/tai-lieu", "https://vn-cop.vn/|tai-lieu");
    check("bao-cao@cucantoan.gov.vn nhé", "bao-cao@cucantoan.gov.vn |nhé");
}

static void uses_dictionaries(void **state)
{
    char shown[1024];
    (void)state;
    show_breaks("ខ្ញុំស្រលាញ់ភាសាខ្មែរ", "km", shown);
    assert_non_null(strchr(shown, '|'));
    show_breaks("中文测试", "zh", shown);
    assert_string_equal(shown, "中|文|测|试");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_at_spaces),
        cmocka_unit_test(keeps_numbers_with_their_words),
        cmocka_unit_test(leaves_dates_room),
        cmocka_unit_test(keeps_document_numbers_whole),
        cmocka_unit_test(keeps_telephone_numbers),
        cmocka_unit_test(leaves_lists_of_numbers_alone),
        cmocka_unit_test(holds_dashes_and_closing_marks),
        cmocka_unit_test(breaks_addresses_after_slashes_only),
        cmocka_unit_test(uses_dictionaries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
