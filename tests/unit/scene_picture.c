#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene/picture.h"
#include "scenes.h"

static char *own_png(struct stage *stage, size_t *length)
{
    char *bytes = NULL;
    struct loa_error error;
    scene_begin_page(stage->builder, 20, 10, 1, teal);
    scene_end_page(stage->builder);
    assert_int_equal(stage_write(&format_png, stage_finish(stage), 0, &bytes, length, &error), LOA_OK);
    return bytes;
}

static void test_other_files(void **state)
{
    struct stage *stage = *state;
    struct image image = {0};
    char why[200];
    assert_int_equal(picture_decode(&stage->arena, "", 0, &image, why), PICTURE_UNKNOWN);
    assert_string_equal(why, "");
    assert_int_equal(picture_decode(&stage->arena, "GIF89a........", 14, &image, NULL), PICTURE_UNKNOWN);
    assert_int_equal(picture_decode(&stage->arena,
                                    "\0\0\0\x18"
                                    "ftypheic....",
                                    16, &image, why),
                     PICTURE_UNKNOWN);
    assert_string_equal(why, "HEIC");
    /* A PNG whose line ends were changed. */
    assert_int_equal(picture_decode(&stage->arena,
                                    "\x89PNG\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0....IDAT", 36,
                                    &image, why),
                     PICTURE_CHANGED);
    assert_int_equal(picture_decode(&stage->arena, "\x89PNG\r\n\x1a\n", 8, &image, why), PICTURE_CUT);
    assert_null(image.pixels);
}

static void test_every_truncation(void **state)
{
    struct stage *stage = *state;
    size_t length;
    char *bytes = own_png(stage, &length);
    struct image image = {0};
    for (size_t cut = 8; cut < length; cut++)
        assert_int_equal(picture_decode(&stage->arena, bytes, cut, &image, NULL), PICTURE_CUT);
    assert_null(image.pixels);
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &image, NULL), PICTURE_OK);
    assert_int_equal(image.width, 20);
    assert_true(image.opaque);
    free(bytes);
}

static void test_every_flipped_bit(void **state)
{
    struct stage *stage = *state;
    size_t length;
    char *bytes = own_png(stage, &length);
    for (size_t bit = 0; bit < length * 8; bit++) {
        struct image image = {0};
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
        enum picture_failure failure = picture_decode(&stage->arena, bytes, length, &image, NULL);
        assert_true((failure == PICTURE_OK) == (image.pixels != NULL));
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
    }
    free(bytes);
}

static void put_size(char *bytes, unsigned width, unsigned height)
{
    for (int i = 0; i < 4; i++) {
        bytes[16 + i] = (char)(width >> (24 - 8 * i));
        bytes[20 + i] = (char)(height >> (24 - 8 * i));
    }
}

static void test_sizes(void **state)
{
    struct stage *stage = *state;
    size_t length, before;
    char *bytes = own_png(stage, &length);
    struct image image = {0};
    before = stage->arena.total;
    put_size(bytes, 0x7fffffff, 0x7fffffff);
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &image, NULL), PICTURE_TOO_LARGE);
    put_size(bytes, 0xffffffff, 0xffffffff);
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &image, NULL), PICTURE_TOO_LARGE);
    put_size(bytes, 10000, 10000); /* far more than its bytes can hold */
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &image, NULL), PICTURE_NO_SIZE);
    put_size(bytes, 0, 10);
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &image, NULL), PICTURE_NO_SIZE);
    assert_true(stage->arena.total == before);
    free(bytes);
}

/* ---- Fewer pixels ---- */

static struct pixels reduced(struct stage *stage, const uint8_t *rgba, unsigned width, unsigned height,
                             unsigned to_width, unsigned to_height)
{
    struct image image = {.width = width, .height = height, .pixels = rgba};
    return picture_pixels(&stage->arena, &image, to_width, to_height);
}

static void test_reducing_averages_light(void **state)
{
    struct stage *stage = *state;
    static const uint8_t rgba[] = {255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 255};
    struct pixels pixels = reduced(stage, rgba, 2, 2, 1, 1);
    assert_int_equal(pixels.width, 1);
    assert_memory_equal(pixels.rgba, ((const uint8_t[]){188, 188, 188, 255}), 4); /* half of the light */
}

/* Three pixels to two: the middle one is shared. */
static void test_reducing_by_parts_of_pixels(void **state)
{
    struct stage *stage = *state;
    static const uint8_t rgba[] = {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255};
    struct pixels pixels = reduced(stage, rgba, 3, 1, 2, 1);
    assert_memory_equal(pixels.rgba, ((const uint8_t[]){213, 156, 0, 255, 0, 156, 213, 255}), 8);
    pixels = reduced(stage, rgba, 1, 3, 1, 2);
    assert_memory_equal(pixels.rgba, ((const uint8_t[]){213, 156, 0, 255, 0, 156, 213, 255}), 8);
}

static void test_reducing_ignores_the_colour_of_nothing(void **state)
{
    struct stage *stage = *state;
    static const uint8_t rgba[] = {200, 100, 50, 255, 0, 255, 0, 0};
    struct pixels pixels = reduced(stage, rgba, 2, 1, 1, 1);
    assert_memory_equal(pixels.rgba, ((const uint8_t[]){200, 100, 50, 128}), 4);
}

static void test_reducing_keeps_every_value(void **state)
{
    struct stage *stage = *state;
    uint8_t *rgba = arena_alloc(&stage->arena, 256 * 7 * 4);
    for (unsigned i = 0; i < 256 * 7; i++)
        memset(rgba + i * 4, (int)(i % 256), 4);
    struct pixels pixels = reduced(stage, rgba, 256, 7, 256, 3);
    assert_int_equal(pixels.height, 3);
    for (unsigned i = 0; i < 256 * 3; i++)
        for (unsigned k = 0; k < 4; k++)
            assert_int_equal(pixels.rgba[i * 4 + k], i % 256);
    pixels = reduced(stage, rgba, 256, 7, 300, 300);
    assert_ptr_equal(pixels.rgba, rgba);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_open, stage_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_other_files),
        TEST(test_every_truncation),
        TEST(test_every_flipped_bit),
        TEST(test_sizes),
        TEST(test_reducing_averages_light),
        TEST(test_reducing_by_parts_of_pixels),
        TEST(test_reducing_ignores_the_colour_of_nothing),
        TEST(test_reducing_keeps_every_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
