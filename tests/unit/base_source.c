/* Places: lines, columns and widths as a reader counts them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/source.h"
#include <string.h>

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 0);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static struct source *source_of(const char *text)
{
    return source_create(&arena, "bai.md", NULL, text, strlen(text));
}

/* Where the first `needle` of a text is. */
static void check(const char *text, const char *needle, unsigned line, unsigned column, unsigned width)
{
    const struct source *source = source_of(text);
    const char *found = strstr(text, needle);
    assert_non_null(found);
    uint32_t start = (uint32_t)(found - text), end = start + (uint32_t)strlen(needle);
    struct location location = source_locate((struct place){source, start, end});
    assert_int_equal(location.line, line);
    assert_int_equal(location.column, column);
    assert_int_equal(location.width, width);
}

static void test_columns(void **state)
{
    (void)state;
    check("abc", "a", 1, 1, 1);
    check("abc\ndef", "ef", 2, 2, 2);
    check("một\nhai", "hai", 2, 1, 3);
    /* What looks like one character is one, composed or as letter and marks. */
    check("ếế x", "x", 1, 4, 1);
    check("e\u0302\u0301e\u0302\u0301 x", "x", 1, 4, 1);
    check("ế", "ế", 1, 1, 1);
    check("e\u0302\u0301", "e\u0302\u0301", 1, 1, 1);
    check("Trẻ em trên mạng", "mạng", 1, 13, 4);
    check("👩‍👩‍👧 x", "x", 1, 3, 1); /* a family, joined */
    check("🇻🇳 x", "x", 1, 3, 1);                 /* a flag */
    check("កុំ x", "x", 1, 3, 1);                  /* Khmer */
    check("\t\tx", "x", 1, 3, 1);                /* a tab counts one */
    check("日本 x", "x", 1, 4, 1);               /* wide ones too */
}

/* A mark alone is where its letter is: no caret can stand between them. */
static void test_inside_a_cluster(void **state)
{
    (void)state;
    check("ae\u0302\u0301b", "\u0302", 1, 2, 1);
    check("ae\u0302\u0301b", "\u0301b", 1, 2, 2);
    check("ae\u0302\u0301b", "e", 1, 2, 1);
    check("x👩‍👩‍👧y", "\u200d", 1, 2, 1);
}

static void test_widths(void **state)
{
    (void)state;
    check("ab\ncd", "b\nc", 1, 2, 1); /* cut at the end of the line */
    check("ab\r\ncd", "b\r\nc", 1, 2, 1);
    check("ab\ncd", "\n", 1, 3, 1); /* at least 1 */
    const struct source *source = source_of("abc");
    assert_int_equal(source_locate((struct place){source, 2, 1}).width, 1);
    assert_int_equal(source_locate((struct place){source, 1, 1000}).width, 2);
}

static void test_edges(void **state)
{
    (void)state;
    const struct source *empty = source_of("");
    struct location location = source_locate((struct place){empty, 0, 0});
    assert_int_equal(location.line, 1);
    assert_int_equal(location.column, 1);
    assert_int_equal(location.line_length, 0);
    location = source_locate((struct place){empty, 1000, 2000});
    assert_int_equal(location.line, 1);
    assert_int_equal(location.column, 1);

    const struct source *source = source_of("ab\n\ncd\n");
    assert_int_equal(source->line_count, 4);
    location = source_locate((struct place){source, 7, 7}); /* after the last line's end */
    assert_int_equal(location.line, 4);
    assert_int_equal(location.column, 1);
    location = source_locate((struct place){source, 3, 4});
    assert_int_equal(location.line, 2);
    assert_int_equal(location.line_length, 0);
    location = source_locate((struct place){source, 4, 5});
    assert_int_equal(location.line_length, 2);
    assert_memory_equal(location.line_text, "cd", 2);

    location = source_locate((struct place){NULL, 4, 5}); /* nowhere */
    assert_int_equal(location.line, 0);
}

static void test_crlf(void **state)
{
    (void)state;
    const struct source *source = source_of("ab\r\ncd\r\n");
    struct location location = source_locate((struct place){source, 4, 6});
    assert_int_equal(location.line, 2);
    assert_int_equal(location.line_length, 2);
    location = source_locate((struct place){source, 3, 4}); /* the line feed itself */
    assert_int_equal(location.line, 1);
    assert_int_equal(location.column, 3);
}

static void test_many_lines(void **state)
{
    (void)state;
    char *text = arena_alloc(&arena, 3000 + 1);
    for (size_t i = 0; i < 3000; i++)
        text[i] = i % 3 == 2 ? '\n' : 'x';
    const struct source *source = source_of(text);
    assert_int_equal(source->line_count, 1001);
    for (uint32_t i = 0; i < 3000; i++) {
        struct location location = source_locate((struct place){source, i, i + 1});
        assert_int_equal(location.line, i / 3 + 1);
        assert_int_equal(location.column, i % 3 + 1);
    }
}

static void check_place(const struct source *source, unsigned line, unsigned column, size_t length,
                        uint32_t start, uint32_t end)
{
    struct place place = source_place(source, line, column, length);
    assert_ptr_equal(place.source, source);
    assert_int_equal(place.start, start);
    assert_int_equal(place.end, end);
}

static void test_place(void **state)
{
    (void)state;
    const struct source *source = source_of("mộ\nhai\r\nba");
    check_place(source, 1, 1, 1, 0, 1);
    check_place(source, 1, 2, 3, 1, 4); /* bytes */
    check_place(source, 2, 3, 1, 7, 8);
    check_place(source, 3, 1, 2, 10, 12);
    check_place(source, 2, 1, 100, 5, 12); /* to the end */
    check_place(source, 2, 100, 1, 8, 9);  /* in its line */
    check_place(source, 100, 1, 1, 10, 11);
    check_place(source, 100, 100, 1, 12, 12);
    check_place(source, 0, 0, 0, 0, 0);
    check_place(source, 4294967295u, 4294967295u, SIZE_MAX, 12, 12);
}

static void test_find(void **state)
{
    (void)state;
    const struct source *source = source_of("xin chào, chào em");
    struct place all = {source, 0, (uint32_t)source->length};
    struct place found = place_find(all, "chào");
    assert_int_equal(found.start, 4);
    assert_int_equal(found.end, 9);
    found = place_find((struct place){source, 5, all.end}, "chào");
    assert_int_equal(found.start, 11);
    found = place_find((struct place){source, 0, 8}, "chào"); /* reaches over the end */
    assert_int_equal(found.start, 0);
    assert_int_equal(found.end, 8);
    found = place_find(all, "không");
    assert_int_equal(found.end, all.end);
    found = place_find(all, "");
    assert_int_equal(found.end, all.end);
    found = place_find((struct place){0}, "x");
    assert_null(found.source);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_columns), TEST(test_inside_a_cluster), TEST(test_widths), TEST(test_edges),
        TEST(test_crlf),    TEST(test_many_lines),       TEST(test_place),  TEST(test_find),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
