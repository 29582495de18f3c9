#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/pdf/cff.h"
#include "formats/pdf/hash.h"
#include "formats/pdf/metadata.h"
#include "formats/pdf/strings.h"
#include <stdlib.h>
#include <string.h>

static int open_builder(void **state)
{
    struct arena *arena = calloc(1, sizeof *arena);
    arena_init(arena, 0);
    struct builder *builder = ARENA_NEW(arena, struct builder);
    builder_init(builder, arena);
    *state = builder;
    return 0;
}

static int close_builder(void **state)
{
    struct builder *builder = *state;
    struct arena *arena = builder->arena;
    arena_clear(arena);
    free(arena);
    return 0;
}

static void test_text_strings(void **state)
{
    struct builder *out = *state;
    put_text(out, "a(b)\\", 5);
    put_text(out, "ế", 3);
    put_text(out, "😀", 4);
    static const char wanted[] = "(a\\(b\\)\\\\)(\xFE\xFF\x1E\xBF)(\xFE\xFF\xD8\x3D\xDE\x00)";
    assert_int_equal(out->length, sizeof wanted - 1);
    assert_memory_equal(out->at, wanted, sizeof wanted - 1);
}

/* U+0D28 and U+285C have bytes that end or escape strings. */
static void test_bytes_that_need_escapes(void **state)
{
    struct builder *out = *state;
    put_text(out, "\xE0\xB4\xA8\xE2\xA1\x9C", 6);
    static const char wanted[] = "(\xFE\xFF\\r\\(\\(\\\\)";
    assert_int_equal(out->length, sizeof wanted - 1);
    assert_memory_equal(out->at, wanted, sizeof wanted - 1);
}

static void test_names_uris_xml(void **state)
{
    struct builder *out = *state;
    put_name(out, "Noto Sans#1");
    put_uri(out, "https://ví.dụ/a b(1)%20");
    put_xml(out, "a<b>&\x01z");
    assert_string_equal(builder_text(out),
                        "/Noto#20Sans#231(https://v%C3%AD.d%E1%BB%A5/a%20b\\(1\\)%20)a&lt;b&gt;&amp;z");
}

static void test_dates(void **state)
{
    static const struct {
        const char *iso, *pdf; /* NULL: refused */
    } cases[] = {
        {"2026-11-24", "D:20261124"},
        {"2026-11-24T08:00:01", "D:20261124080001"},
        {"2026-11-24T08:00:01Z", "D:20261124080001Z"},
        {"2026-11-24T08:00:01-03:30", "D:20261124080001-03'30'"},
        {"", NULL},
        {"24/11/2026", NULL},
        {"2026-11-2", NULL},
        {"2026-11-24T08", NULL},
        {"2026-11-24T08:00:01+07:00x", NULL},
        {"2026-11-24 08:00:01", NULL},
    };
    struct builder *out = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        out->length = 0;
        assert_int_equal(metadata_date(out, cases[i].iso), cases[i].pdf != NULL);
        if (cases[i].pdf)
            assert_string_equal(builder_text(out), cases[i].pdf);
    }
}

static void test_hash_tells_apart(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "a", "b", "aaaaaaaa", "aaaaaaab", "aaaaaaaaa", "baaaaaaaa"};
    uint8_t digests[7][16];
    for (size_t i = 0; i < 7; i++) {
        struct hash hash;
        hash_init(&hash);
        hash_add(&hash, texts[i], strlen(texts[i]));
        hash_bytes(&hash, digests[i]);
        for (size_t k = 0; k < i; k++) {
            assert_memory_not_equal(digests[i], digests[k], 8);
            assert_memory_not_equal(digests[i] + 8, digests[k] + 8, 8);
        }
    }
}

/* A CID-keyed font up to its charset: header, names, Top DICT (ROS, charset at 30), charset of format 0. */
static const uint8_t keyed[] = {
    1,  0,    4,    1,                                                       /* header */
    0,  1,    1,    1,    2,    'A',                                         /* names */
    0,  1,    1,    1,    12,   139,  139,  139, 12, 30, 28, 0, 30, 15, 139, /* Top DICT, 11 bytes */
    18, 0,    0,    0,    0,                                                 /* what follows it */
    0,  0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC, /* charset of 3 glyphs after .notdef */
};

static void test_cff_is_numbered_by_index(void **state)
{
    (void)state;
    uint8_t font[sizeof keyed];
    memcpy(font, keyed, sizeof keyed);
    assert_true(cff_number_by_index(font, sizeof font, 4));
    static const uint8_t wanted[] = {1, 0, 1, 2}; /* format 1: from 1 on, and 2 more */
    assert_memory_equal(font + 30, wanted, sizeof wanted);
    assert_memory_equal(font, keyed, 30);
}

static void test_cff_not_keyed_stays(void **state)
{
    (void)state;
    uint8_t font[sizeof keyed], before[sizeof keyed];
    memcpy(font, keyed, sizeof keyed);
    font[18] = 139; /* instead of 12 30 two numbers */
    font[19] = 139;
    memcpy(before, font, sizeof font);
    assert_true(cff_number_by_index(font, sizeof font, 4));
    assert_memory_equal(font, before, sizeof font);
}

/* Cut anywhere, any byte changed: refused or not, nothing outside is touched (the sanitizers watch). */
static void test_cff_broken(void **state)
{
    (void)state;
    for (size_t length = 0; length <= sizeof keyed; length++)
        for (size_t at = 0; at <= length; at++) {
            uint8_t *font = malloc(length ? length : 1);
            memcpy(font, keyed, length);
            if (at < length)
                font[at] = (uint8_t)(font[at] + 0x7F);
            cff_number_by_index(font, length, 4);
            free(font);
        }
    uint8_t font[sizeof keyed];
    memcpy(font, keyed, sizeof keyed);
    assert_false(cff_number_by_index(font, 24, 4));
}

#define BUILT(test) cmocka_unit_test_setup_teardown(test, open_builder, close_builder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BUILT(test_text_strings),
        BUILT(test_bytes_that_need_escapes),
        BUILT(test_names_uris_xml),
        BUILT(test_dates),
        cmocka_unit_test(test_hash_tells_apart),
        cmocka_unit_test(test_cff_is_numbered_by_index),
        cmocka_unit_test(test_cff_not_keyed_stays),
        cmocka_unit_test(test_cff_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
