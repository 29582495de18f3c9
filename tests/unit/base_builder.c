/* base/builder.h: strings that grow. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/builder.h"
#include <string.h>

static struct arena arena;
static struct builder builder;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 0);
    builder_init(&builder, &arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static void test_empty(void **state)
{
    (void)state;
    assert_string_equal(builder_text(&builder), "");
    builder_string(&builder, NULL);
    builder_string(&builder, "");
    builder_add(&builder, NULL, 0);
    assert_string_equal(builder_text(&builder), "");
    assert_int_equal(builder.length, 0);
}

static void test_pieces(void **state)
{
    (void)state;
    builder_string(&builder, "trẻ");
    builder_char(&builder, ' ');
    builder_add(&builder, "em!!", 2);
    builder_format(&builder, " %d/%s", 7, "x");
    builder_number(&builder, -2.50, 2);
    assert_string_equal(builder_text(&builder), "trẻ em 7/x-2.5");
    assert_int_equal(builder.length, strlen("trẻ em 7/x-2.5"));
}

/* Whatever the lengths, the text ends in NUL: also where the room is just full. */
static void test_always_terminated(void **state)
{
    (void)state;
    for (size_t i = 0; i < 5000; i++) {
        builder_char(&builder, (char)('a' + i % 26));
        assert_int_equal(strlen(builder_text(&builder)), i + 1);
    }
    for (size_t length = 0; length < 200; length++) {
        static const char bytes[200] = "x";
        struct builder fresh;
        builder_init(&fresh, &arena);
        builder_add(&fresh, bytes, length);
        builder_add(&fresh, "y", 1);
        assert_int_equal(fresh.length, length + 1);
        assert_string_equal(builder_text(&fresh) + length, "y");
    }
}

static void test_adding_its_own_text(void **state)
{
    (void)state;
    builder_string(&builder, "ab");
    for (int i = 0; i < 10; i++)
        builder_add(&builder, builder_text(&builder), builder.length);
    assert_int_equal(builder.length, 2048);
    for (size_t i = 0; i < 2048; i++)
        assert_int_equal(builder_text(&builder)[i], i % 2 ? 'b' : 'a');
}

static void test_codepoints(void **state)
{
    static const struct {
        uint32_t codepoint;
        const char *text;
    } rows[] = {{'a', "a"},
                {0x7f, "\x7f"},
                {0x80, "\xc2\x80"},
                {0x7ff, "\xdf\xbf"},
                {0x800, "\xe0\xa0\x80"},
                {0x1ebf, "ế"},
                {0xffff, "\xef\xbf\xbf"},
                {0x10000, "\xf0\x90\x80\x80"},
                {0x1f468, "👨"},
                {0x10ffff, "\xf4\x8f\xbf\xbf"},
                /* What is no character becomes U+FFFD, so that the text stays UTF-8. */
                {0xd800, "\xef\xbf\xbd"},
                {0xdfff, "\xef\xbf\xbd"},
                {0x110000, "\xef\xbf\xbd"},
                {UINT32_MAX, "\xef\xbf\xbd"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct builder one;
        builder_init(&one, &arena);
        builder_codepoint(&one, rows[i].codepoint);
        assert_string_equal(builder_text(&one), rows[i].text);
    }
}

static enum loa_status add_too_much(void *data)
{
    struct arena *small = data;
    struct builder text;
    builder_init(&text, small);
    for (int i = 0; i < 1000000; i++)
        builder_string(&text, "more and more ");
    return LOA_OK;
}

static enum loa_status add_impossibly_much(void *data)
{
    struct arena *small = data;
    struct builder text;
    builder_init(&text, small);
    builder_add(&text, "", SIZE_MAX - 1);
    return LOA_OK;
}

static void test_exhaustion(void **state)
{
    (void)state;
    struct arena small;
    arena_init(&small, 1u << 20);
    assert_int_equal(arena_protect(&small, add_too_much, &small), LOA_LIMIT);
    assert_int_equal(arena_protect(&small, add_impossibly_much, &small), LOA_LIMIT);
    arena_clear(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pieces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_always_terminated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_adding_its_own_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_codepoints, set_up, tear_down),
        cmocka_unit_test(test_exhaustion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
