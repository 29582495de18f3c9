#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/unicode.h"
#include <string.h>

static void checks_utf8(void **state)
{
    (void)state;
    assert_int_equal(utf8_check("Bảo vệ 😀", strlen("Bảo vệ 😀")), strlen("Bảo vệ 😀"));
    assert_int_equal(utf8_check("ab\xFFz", 4), 2);
    assert_int_equal(utf8_check("ab\xE1\xBA", 4), 2);       /* cut short */
    assert_int_equal(utf8_check("\xC0\xAF", 2), 0);         /* overlong */
    assert_int_equal(utf8_check("a\xED\xA0\x80", 4), 1);    /* surrogate */
    assert_int_equal(utf8_check("\xF4\x90\x80\x80", 4), 0); /* beyond U+10FFFF */
    assert_int_equal(utf8_check("a\0b", 3), 1);
}

static void reads_what_it_writes(void **state)
{
    const uint32_t samples[] = {'a', 0x7F, 0x80, 0x7FF, 0x800, 0x1EAA, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF};
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        char bytes[4];
        size_t size = utf8_write(bytes, samples[i]), at = 0;
        assert_int_equal(utf8_check(bytes, size), size);
        assert_int_equal(utf8_next(bytes, size, &at), samples[i]);
        assert_int_equal(at, size);
    }
    assert_int_equal(utf8_count("tuổi", strlen("tuổi")), 4);
}

static void composes(void **state)
{
    struct arena *arena = *state;
    const char *text = "Ti\u00EA\u0301ng Vie\u0323\u0302t"; /* ế and ệ in pieces */
    size_t length = strlen(text);
    const char *result = unicode_compose(arena, text, &length);
    assert_int_equal(length, strlen("Tiếng Việt"));
    assert_memory_equal(result, "Tiếng Việt", length);
}

static void leaves_composed_text_alone(void **state)
{
    struct arena *arena = *state;
    const char *texts[] = {"", "plain", "Nghị định – “trẻ em”", "ភាសាខ្មែរ", "😀"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t length = strlen(texts[i]);
        assert_ptr_equal(unicode_compose(arena, texts[i], &length), texts[i]);
        assert_int_equal(length, strlen(texts[i]));
    }
}

/* A letter with thousands of marks is no text, and ordering them takes the square of their number. */
static void leaves_endless_marks_alone(void **state)
{
    struct arena *arena = *state;
    char *text = arena_alloc(arena, 8001);
    for (size_t i = 0; i < 8000; i += 4)
        memcpy(text + i, "\u0323\u0301", 4);
    memcpy(text + 2000, "aaaa", 4);
    size_t length = 2004; /* a thousand marks, then a letter */
    assert_ptr_not_equal(unicode_compose(arena, text, &length), text);
    length = 8000;
    memcpy(text + 2000, "\u0323\u0301", 4);
    assert_ptr_equal(unicode_compose(arena, text, &length), text);
    assert_int_equal(length, 8000);
}

static void makes_slugs(void **state)
{
    struct arena *arena = *state;
    const char *pairs[][2] = {{"Bắt nạt trên mạng", "bat-nat-tren-mang"},
                              {"Điều 16: Đừng  trả lời!", "dieu-16-dung-tra-loi"},
                              {"  — ", ""},
                              {"QUYỀN CỦA TRẺ EM", "quyen-cua-tre-em"},
                              {"A/B & C++", "a-b-c"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(unicode_slug(arena, pairs[i][0], strlen(pairs[i][0])), pairs[i][1]);
}

static void raises_case(void **state)
{
    struct arena *arena = *state;
    size_t length;
    const char *upper = unicode_upper(arena, "đường dây nóng", strlen("đường dây nóng"), "vi", &length);
    assert_string_equal(upper, "ĐƯỜNG DÂY NÓNG");
    assert_int_equal(length, strlen(upper));
    assert_string_equal(unicode_upper(arena, "straße", strlen("straße"), "de", &length), "STRASSE");
}

static void compares_names(void **state)
{
    (void)state;
    assert_true(unicode_same_name("Cảnh báo", "canh BAO"));
    assert_true(unicode_same_name("đúng", "Dung"));
    assert_false(unicode_same_name("dung", "dungs"));
    assert_false(unicode_same_name("", "a"));
}

static void counts_syllables(void **state)
{
    const char *text = "  Bảo vệ – trẻ em, 24/7 … (nhé)!";
    (void)state;
    assert_int_equal(unicode_syllables(text, strlen(text)), 6);
    assert_int_equal(unicode_syllables("", 0), 0);
}

static void knows_blanks(void **state)
{
    (void)state;
    const char *blank = " \t\n\u00a0\u3000\u200b\u200d\ufeff";
    assert_true(unicode_is_blank(blank, strlen(blank)));
    assert_true(unicode_is_blank("", 0));
    assert_false(unicode_is_blank(" .", 2));
    assert_false(unicode_is_blank("\u00a0ạ", strlen("\u00a0ạ")));
}

static int open_arena(void **state)
{
    static struct arena arena;
    arena_init(&arena, 0);
    *state = &arena;
    return 0;
}

static int close_arena(void **state)
{
    arena_clear(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_utf8),
        cmocka_unit_test(reads_what_it_writes),
        cmocka_unit_test(composes),
        cmocka_unit_test(leaves_composed_text_alone),
        cmocka_unit_test(leaves_endless_marks_alone),
        cmocka_unit_test(makes_slugs),
        cmocka_unit_test(raises_case),
        cmocka_unit_test(compares_names),
        cmocka_unit_test(counts_syllables),
        cmocka_unit_test(knows_blanks),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
