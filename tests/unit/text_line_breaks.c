#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/unicode.h"
#include <stdlib.h>
#include <string.h>

/* The text with '|' where a line may break, a pilcrow where it must, '~' and '_' for the spaces of words kept
 * or tied together. */
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
        if (breaks[i] == BREAK_KEPT || breaks[i] == BREAK_TIED)
            shown[-1] = breaks[i] == BREAK_KEPT ? '~' : '_';
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

static void ties_numbers_to_their_words(void **state)
{
    (void)state;
    check("theo Điều 16 của", "theo |Điều_16 |của");
    check("THEO ĐIỀU 16 CỦA", "THEO |ĐIỀU_16 |CỦA");
    check("điểm a khoản 2, Bảng 3", "điểm_a |khoản_2, |Bảng_3");
    check("gọi y tá", "gọi |y |tá");
    check("từ 13 tuổi trở lên", "từ |13_tuổi |trở |lên");
    check("trong 24 giờ, 30 phút.", "trong |24_giờ, |30_phút.");
    check("xem trang 3 (lớp 9)", "xem |trang_3 |(lớp_9)");
    check("Chương IV nói", "Chương_IV |nói");
    check("đạt 36 % số", "đạt |36_% |số");
    check("chạy 20 km rồi", "chạy |20_km |rồi");
    check("tầm 8 – 11 tuổi", "tầm |8 –_11_tuổi");
    check("chưa 10, người", "chưa |10, |người");
}

static void ties_scales_and_units(void **state)
{
    (void)state;
    check("gần 1,5 triệu em", "gần |1,5_triệu_em");
    check("mất 1,55 triệu USD năm", "mất |1,55_triệu_USD |năm");
    check("phạt 3 triệu, người", "phạt |3_triệu, |người");
    check("hàng triệu em", "hàng |triệu |em");
    check("about 3 million children", "about |3_million_children");
}

static void keeps_dates(void **state)
{
    (void)state;
    check("ngày 15 tháng 9 năm 2021", "ngày_15~tháng_9 |năm_2021");
    check("Ngày 15/9/2021 có", "Ngày_15/9/2021 |có");
    check("on 24 November 2026 or May 5", "on |24_November_2026 |or |May_5");
    check("you may be 5 now", "you |may |be |5 |now");
}

static void keeps_names_of_papers(void **state)
{
    (void)state;
    check("theo Nghị định số 147/2024/NĐ-CP nói", "theo |Nghị~định~số_147/2024/NĐ-CP |nói");
    check("Nghị định 147 của", "Nghị~định~147 |của");
    check("Thông tư liên tịch số 01/2022", "Thông~tư~liên~tịch~số_01/2022");
    check("(Luật số 102/2016/QH13)", "(Luật~số_102/2016/QH13)");
    check("Số 88/QĐ-BTTTT.", "Số_88/QĐ-BTTTT.");
    check("mạng VN-COP mở 24/7", "mạng |VN-COP |mở |24/7");
}

static void ties_names(void **state)
{
    (void)state;
    check("bởi TS. Nguyễn Thị Lan", "bởi |TS._Nguyễn |Thị |Lan");
    check("em N. V. A. và Trần B.", "em |N._V._A. |và |Trần_B.");
    check("tại TP. Hồ Chí Minh", "tại |TP._Hồ |Chí |Minh");
    check("do AI. Nhưng", "do |AI. |Nhưng");
}

static void ties_telephone_numbers(void **state)
{
    (void)state;
    check("hoặc 1900 9696 80 (miễn phí)", "hoặc |1900_9696_80 |(miễn |phí)");
    check("số 024 3936 1798, hoặc", "số_024_3936_1798, |hoặc");
    check("tại (024) 3936 1798", "tại |(024)_3936_1798");
    check("gọi +84 912 345 678 nhé", "gọi_+84_912_345_678 |nhé");
    check("Tổng đài 1800 1567", "Tổng |đài_1800_1567");
    check("gọi 111.", "gọi_111.");
    check("Gọi 0276 3 822 111 nhé", "Gọi_0276_3_822_111 |nhé");
    check("tại (0276) 3822 111.", "tại |(0276)_3822_111.");
    check("máy 024 3636 7890 hoặc 1900 1234", "máy |024_3636_7890 |hoặc |1900_1234");
    check("+84 276 3 822 111", "+84_276_3_822_111");
    check("gọi 024 3636 7890 3 lần", "gọi_024_3636_7890 |3_lần");
}

static void leaves_lists_of_numbers_alone(void **state)
{
    (void)state;
    check("11 12 13 14 15 16 17 18 19 20", "11 |12 |13 |14 |15 |16 |17 |18 |19 |20");
    check("được 1234 5 678 điểm", "được |1234 |5 |678_điểm");
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
    check("ខ្ញុំស្រលាញ់ភាសាខ្មែរ", "ខ្ញុំ|ស្រលាញ់|ភាសាខ្មែរ"); /* in a Vietnamese page, too */
    check("ฉันต้องการความช่วยเหลือ", "ฉัน|ต้องการ|ความ|ช่วย|เหลือ");
    check("ຂ້ອຍຕ້ອງການ", "ຂ້ອຍ|ຕ້ອງການ");
    show_breaks("中文测试", "zh", shown);
    assert_string_equal(shown, "中|文|测|试");
    check("「子どもを守る」。", "「子|ど|も|を|守|る」。"); /* no bracket at the wrong end of a line */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_at_spaces),
        cmocka_unit_test(ties_numbers_to_their_words),
        cmocka_unit_test(ties_scales_and_units),
        cmocka_unit_test(keeps_dates),
        cmocka_unit_test(keeps_names_of_papers),
        cmocka_unit_test(ties_names),
        cmocka_unit_test(ties_telephone_numbers),
        cmocka_unit_test(leaves_lists_of_numbers_alone),
        cmocka_unit_test(holds_dashes_and_closing_marks),
        cmocka_unit_test(breaks_addresses_after_slashes_only),
        cmocka_unit_test(uses_dictionaries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
