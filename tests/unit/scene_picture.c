#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/limits.h"
#include "scene/picture.h"
#include "scenes.h"

/* ---- PngSuite, where it is: $LOA_SUITES, else beside the tree ---- */

static const char *suite_folder(struct arena *arena)
{
    const char *suites = getenv("LOA_SUITES");
    const char *folder = arena_format(arena, "%s/pngsuite", suites ? suites : LOA_TREE "/../shared/suites");
    if (file_is_folder(folder))
        return folder;
    print_message("no PngSuite at %s: skipped\n", folder);
    skip();
    return NULL;
}

static enum picture_failure decode_file(struct arena *arena, const char *path, struct image *image)
{
    char *bytes, why[200] = "";
    size_t length;
    assert_int_equal(file_read(arena, path, LIMIT_IMAGE_BYTES, &bytes, &length), FILE_OK);
    *image = (struct image){.number = 5};
    enum picture_failure failure = picture_decode(arena, bytes, length, image, why);
    assert_true(failure == PICTURE_BROKEN || why[0] == '\0');
    return failure;
}

static void test_suite(void **state)
{
    struct stage *stage = *state;
    const char *folder = suite_folder(&stage->arena);
    const char **names;
    size_t count, good = 0, broken = 0;
    assert_true(file_list(&stage->arena, folder, ".png", &names, &count));
    for (size_t i = 0; i < count; i++) {
        struct image image;
        enum picture_failure failure =
            decode_file(&stage->arena, arena_format(&stage->arena, "%s/%s", folder, names[i]), &image);
        if ((failure == PICTURE_OK) != (names[i][0] != 'x'))
            fail_msg("%s: %d", names[i], failure);
        (failure == PICTURE_OK ? (void)good++ : (void)broken++);
    }
    assert_true(good > 150 && broken >= 14);
}

static void test_pixels_of_suite(void **state)
{
    /* Worked out by another decoder. */
    static const struct {
        const char *name;
        unsigned width, height, x, y;
        uint8_t pixel[4];
    } known[] = {
        {"basn0g01", 32, 32, 0, 0, {255, 255, 255, 255}},   {"basn0g01", 32, 32, 31, 31, {0, 0, 0, 255}},
        {"basn0g16", 32, 32, 5, 9, {63, 63, 63, 255}},      {"basn0g16", 32, 32, 20, 3, {185, 185, 185, 255}},
        {"basn2c08", 32, 32, 3, 4, {255, 255, 124, 255}},   {"basn2c08", 32, 32, 30, 20, {97, 255, 255, 255}},
        {"basn2c16", 32, 32, 7, 25, {197, 49, 8, 255}},     {"basn3p04", 32, 32, 4, 4, {255, 187, 0, 255}},
        {"basn3p04", 32, 32, 29, 2, {0, 255, 153, 255}},    {"basn4a16", 32, 32, 9, 9, {0, 0, 0, 148}},
        {"basn4a16", 32, 32, 25, 17, {215, 215, 215, 99}},  {"basn6a08", 32, 32, 9, 20, {3, 255, 127, 74}},
        {"basn6a08", 32, 32, 30, 5, {255, 159, 7, 246}},    {"tbbn2c16", 32, 32, 0, 0, {255, 255, 255, 0}},
        {"tbbn2c16", 32, 32, 16, 12, {126, 126, 126, 255}}, {"tm3n3p02", 32, 32, 0, 0, {0, 0, 255, 0}},
        {"tm3n3p02", 32, 32, 20, 20, {0, 0, 255, 255}},     {"tp0n3p08", 32, 32, 0, 0, {127, 127, 127, 255}},
        {"cdsn2c08", 8, 8, 1, 2, {187, 238, 0, 255}},
    };
    struct stage *stage = *state;
    const char *folder = suite_folder(&stage->arena);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct image image;
        const char *path = arena_format(&stage->arena, "%s/%s.png", folder, known[i].name);
        assert_int_equal(decode_file(&stage->arena, path, &image), PICTURE_OK);
        assert_int_equal(image.width, known[i].width);
        assert_int_equal(image.height, known[i].height);
        assert_int_equal(image.number, 5); /* the caller's */
        assert_memory_equal(image.pixels + (known[i].y * image.width + known[i].x) * 4, known[i].pixel, 4);
    }
}

/* The suite holds each picture with and without interlacing. */
static void test_interlacing(void **state)
{
    static const char *const kinds[] = {"0g01", "0g02", "0g04", "0g08", "0g16", "2c08", "2c16", "3p01",
                                        "3p02", "3p04", "3p08", "4a08", "4a16", "6a08", "6a16"};
    struct stage *stage = *state;
    const char *folder = suite_folder(&stage->arena);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct image plain, laced;
        decode_file(&stage->arena, arena_format(&stage->arena, "%s/basn%s.png", folder, kinds[i]), &plain);
        decode_file(&stage->arena, arena_format(&stage->arena, "%s/basi%s.png", folder, kinds[i]), &laced);
        assert_memory_equal(plain.pixels, laced.pixels, 32 * 32 * 4);
        assert_int_equal(plain.opaque, kinds[i][1] != 'a');
        assert_int_equal(laced.opaque, plain.opaque);
    }
}

/* ---- Pictures of our own ---- */

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
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &image, NULL), PICTURE_BROKEN);
    put_size(bytes, 0, 10);
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &image, NULL), PICTURE_BROKEN);
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
        TEST(test_suite),
        TEST(test_pixels_of_suite),
        TEST(test_interlacing),
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
