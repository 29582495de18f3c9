#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "photos.h"
#include "scene/exif.h"
#include "scene/photo.h"
#include "scenes.h"

static enum picture_failure read_photo(struct stage *stage, const struct photo_recipe *recipe,
                                       struct image *image)
{
    size_t length;
    unsigned char *bytes = photo_make(recipe, &length);
    char why[200];
    enum picture_failure failure = picture_decode(&stage->arena, (const char *)bytes, length, image, why);
    free(bytes);
    if (failure != PICTURE_OK)
        print_message("%d %s\n", failure, why);
    return failure;
}

static bool contains(const struct photo *photo, const char *words)
{
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= photo->length; i++)
        if (memcmp(photo->bytes + i, words, length) == 0)
            return true;
    return false;
}

static void assert_colour(const struct pixels *pixels, unsigned x, unsigned y, const uint8_t rgb[3],
                          int slack)
{
    const uint8_t *pixel = pixels->rgba + ((size_t)y * pixels->width + x) * 4;
    for (int i = 0; i < 3; i++)
        if (abs(pixel[i] - rgb[i]) > slack)
            fail_msg("%u,%u is %u %u %u, not %u %u %u", x, y, pixel[0], pixel[1], pixel[2], rgb[0], rgb[1],
                     rgb[2]);
    assert_int_equal(pixel[3], 255);
}

/* Which of photo_squares is in each quarter: top left, top right, bottom left, bottom right. */
static void assert_squares(const struct pixels *pixels, const unsigned squares[4], int slack)
{
    for (unsigned i = 0; i < 4; i++)
        assert_colour(pixels, (i % 2 * 2 + 1) * pixels->width / 4, (i / 2 * 2 + 1) * pixels->height / 4,
                      photo_squares[squares[i]], slack);
}

static const unsigned as_stored[4] = {0, 1, 2, 3};

/* ---- Kinds ---- */

static void test_kinds(void **state)
{
    static const struct photo_recipe recipes[] = {
        {PHOTO_YCBCR, 64, 32, false, false, false, 0, false},
        {PHOTO_YCBCR, 64, 32, true, false, false, 0, false},
        {PHOTO_YCBCR, 64, 32, false, true, false, 0, false},
        {PHOTO_YCBCR, 64, 32, false, false, true, 0, false},
        {PHOTO_YCBCR, 64, 32, true, true, true, 0, false},
        {PHOTO_RGB, 64, 32, false, false, false, 0, false},
        {PHOTO_RGB, 64, 32, true, false, true, 0, false},
        {PHOTO_YCBCR, 77, 41, false, false, false, 0, false},
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof recipes / sizeof *recipes; i++) {
        struct image image = {.number = 3};
        assert_int_equal(read_photo(stage, &recipes[i], &image), PICTURE_OK);
        assert_int_equal(image.width, recipes[i].width);
        assert_int_equal(image.height, recipes[i].height);
        assert_int_equal(image.number, 3);
        assert_true(image.opaque && image.wide == (float)image.width * 0.75f);
        assert_int_equal(image.photo->arithmetic, recipes[i].arithmetic);
        assert_int_equal(image.photo->plain_rgb, recipes[i].colours == PHOTO_RGB);
        struct pixels pixels = picture_pixels(&stage->arena, &image, 1000, 1000);
        assert_int_equal(pixels.width, recipes[i].width);
        assert_squares(&pixels, as_stored, 4);
    }
}

static void test_grey(void **state)
{
    struct stage *stage = *state;
    struct image image = {0};
    assert_int_equal(read_photo(stage, &(struct photo_recipe){.width = 40, .height = 40}, &image),
                     PICTURE_OK);
    assert_int_equal(image.photo->components, 1);
    struct pixels pixels = picture_pixels(&stage->arena, &image, 40, 40);
    assert_colour(&pixels, 10, 10, (const uint8_t[3]){220, 220, 220}, 3);
    assert_colour(&pixels, 30, 10, (const uint8_t[3]){30, 30, 30}, 3);
}

/* Printed yellow has little blue; what has no ink is white. */
static void test_inks(void **state)
{
    struct stage *stage = *state;
    for (enum photo_colours colours = PHOTO_CMYK; colours <= PHOTO_YCCK; colours++) {
        struct image image = {0};
        struct photo_recipe recipe = {.colours = colours, .width = 64, .height = 64};
        assert_int_equal(read_photo(stage, &recipe, &image), PICTURE_OK);
        assert_int_equal(image.photo->components, 4);
        assert_true(image.photo->inverted);
        struct pixels pixels = picture_pixels(&stage->arena, &image, 64, 64);
        assert_squares(&pixels, as_stored, 60);
        assert_colour(&pixels, 48, 48, (const uint8_t[3]){237, 213, 41}, 12);
    }
}

/* ---- EXIF ---- */

static void test_turns(void **state)
{
    static const unsigned squares[9][4] = {
        {0, 1, 2, 3}, {0, 1, 2, 3}, {1, 0, 3, 2}, {3, 2, 1, 0}, {2, 3, 0, 1},
        {0, 2, 1, 3}, {2, 0, 3, 1}, {3, 1, 2, 0}, {1, 3, 0, 2},
    };
    struct stage *stage = *state;
    for (unsigned orientation = 0; orientation <= 8; orientation++) {
        struct photo_recipe recipe = {.colours = PHOTO_YCBCR,
                                      .width = 64,
                                      .height = 32,
                                      .orientation = orientation,
                                      .little_endian = orientation % 2 == 0};
        struct image image = {0};
        assert_int_equal(read_photo(stage, &recipe, &image), PICTURE_OK);
        assert_int_equal(image.width, orientation >= 5 ? 32 : 64);
        assert_int_equal(image.height, orientation >= 5 ? 64 : 32);
        struct pixels pixels = picture_pixels(&stage->arena, &image, 64, 64);
        assert_int_equal(pixels.width, image.width);
        assert_squares(&pixels, squares[orientation], 4);
    }
}

static void test_nothing_private_is_kept(void **state)
{
    struct stage *stage = *state;
    struct photo_recipe recipe = {.colours = PHOTO_YCBCR, .width = 64, .height = 32, .orientation = 6};
    struct image image = {0};
    assert_int_equal(read_photo(stage, &recipe, &image), PICTURE_OK);
    assert_false(contains(image.photo, PHOTO_SECRET));
    assert_false(contains(image.photo, "Exif"));
    assert_true(contains(image.photo, "JFIF"));
    recipe.colours = PHOTO_YCCK;
    assert_int_equal(read_photo(stage, &recipe, &image), PICTURE_OK);
    assert_false(contains(image.photo, PHOTO_SECRET));
    assert_true(contains(image.photo, "Adobe"));
}

/* Cameras append second pictures and films. */
static void test_what_follows_is_dropped(void **state)
{
    struct stage *stage = *state;
    size_t length;
    unsigned char *bytes =
        photo_make(&(struct photo_recipe){.colours = PHOTO_YCBCR, .width = 64, .height = 32}, &length);
    char *longer = arena_alloc(&stage->arena, length + 100);
    memcpy(longer, bytes, length);
    memcpy(longer + length, PHOTO_SECRET, sizeof PHOTO_SECRET);
    free(bytes);
    struct image image = {0};
    assert_int_equal(picture_decode(&stage->arena, longer, length + 100, &image, NULL), PICTURE_OK);
    assert_false(contains(image.photo, PHOTO_SECRET));
    assert_true(image.photo->length <= length);
}

static void test_exif_that_makes_no_sense(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        unsigned orientation;
    } cases[] = {
        {"", 0, 1},
        {"MM\0*\0\0\0\x08", 8, 1},
        {"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0", 22, 6},
        {"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0", 21, 1}, /* cut */
        {"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x09\0\0", 22, 1},
        {"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x04\0\0\0\x01\0\0\0\x06", 22, 1}, /* another type */
        {"MM\0*\xff\xff\xff\xff\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0", 22, 1},
        {"MM\0*\0\0\0\x16\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0", 22, 1}, /* begins at the end */
        {"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\0\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0\x03\0\0\0", 34, 3},
        {"XX*\0\x08\0\0\0", 8, 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (exif_orientation((const unsigned char *)cases[i].bytes, cases[i].length) != cases[i].orientation)
            fail_msg("case %zu", i);
}

/* ---- Sizes ---- */

static void test_fewer_pixels(void **state)
{
    struct stage *stage = *state;
    struct photo_recipe recipe = {.colours = PHOTO_YCBCR, .width = 800, .height = 400, .orientation = 6};
    struct image image = {0};
    assert_int_equal(read_photo(stage, &recipe, &image), PICTURE_OK);
    struct pixels eighth = photo_pixels(&stage->arena, image.photo, 50, 100);
    assert_int_equal(eighth.width, 50);
    assert_int_equal(eighth.height, 100);
    assert_squares(&eighth, (const unsigned[4]){2, 0, 3, 1}, 4);
    struct pixels quarter = photo_pixels(&stage->arena, image.photo, 51, 90);
    assert_int_equal(quarter.width, 100);
    struct pixels exact = picture_pixels(&stage->arena, &image, 51, 90);
    assert_int_equal(exact.width, 51);
    assert_int_equal(exact.height, 90);
    assert_squares(&exact, (const unsigned[4]){2, 0, 3, 1}, 4);
}

/* ---- Broken ---- */

static void test_every_truncation(void **state)
{
    struct stage *stage = *state;
    for (int progressive = 0; progressive <= 1; progressive++) {
        size_t length;
        struct photo_recipe recipe = {
            .colours = PHOTO_YCBCR, .width = 64, .height = 32, .progressive = progressive == 1};
        unsigned char *bytes = photo_make(&recipe, &length);
        struct image image = {0};
        for (size_t cut = 3; cut < length; cut++)
            assert_int_equal(picture_decode(&stage->arena, (const char *)bytes, cut, &image, NULL),
                             PICTURE_CUT);
        assert_null(image.photo);
        free(bytes);
    }
}

/* The end is there, but scan lines before it are not. */
static void test_a_hole(void **state)
{
    struct stage *stage = *state;
    size_t length;
    struct photo_recipe recipe = {.colours = PHOTO_YCBCR, .width = 256, .height = 256};
    unsigned char *bytes = photo_make(&recipe, &length);
    memmove(bytes + length - 200, bytes + length - 2, 2);
    struct image image = {0};
    char why[200];
    assert_int_equal(picture_decode(&stage->arena, (const char *)bytes, length - 198, &image, why),
                     PICTURE_BROKEN);
    assert_string_equal(why, "Corrupt JPEG data: premature end of data segment");
    free(bytes);
}

static void test_every_flipped_bit(void **state)
{
    struct stage *stage = *state;
    size_t length;
    struct photo_recipe recipe = {.colours = PHOTO_YCBCR, .width = 32, .height = 32, .orientation = 3};
    unsigned char *bytes = photo_make(&recipe, &length);
    for (size_t bit = 0; bit < length * 8; bit++) {
        struct arena_mark before = arena_mark(&stage->arena);
        struct image image = {0};
        bytes[bit / 8] = (unsigned char)(bytes[bit / 8] ^ 1 << bit % 8);
        enum picture_failure failure =
            picture_decode(&stage->arena, (const char *)bytes, length, &image, NULL);
        assert_true((failure == PICTURE_OK) == (image.photo != NULL));
        if (failure == PICTURE_OK)
            picture_pixels(&stage->arena, &image, 16, 16);
        bytes[bit / 8] = (unsigned char)(bytes[bit / 8] ^ 1 << bit % 8);
        arena_rewind(&stage->arena, before);
    }
    free(bytes);
}

/* Finds the frame header and gives it another size. */
static void put_size(unsigned char *bytes, unsigned width, unsigned height)
{
    while (bytes[0] != 0xff || bytes[1] != 0xc0)
        bytes++;
    bytes[5] = (unsigned char)(height >> 8);
    bytes[6] = (unsigned char)height;
    bytes[7] = (unsigned char)(width >> 8);
    bytes[8] = (unsigned char)width;
}

static void test_sizes_that_cannot_be_true(void **state)
{
    struct stage *stage = *state;
    size_t length;
    unsigned char *bytes =
        photo_make(&(struct photo_recipe){.colours = PHOTO_YCBCR, .width = 64, .height = 32}, &length);
    struct image image = {0};
    put_size(bytes, 65000, 65000);
    assert_int_equal(picture_decode(&stage->arena, (const char *)bytes, length, &image, NULL),
                     PICTURE_TOO_LARGE);
    put_size(bytes, 10000, 10000);
    assert_int_equal(picture_decode(&stage->arena, (const char *)bytes, length, &image, NULL),
                     PICTURE_NO_SIZE);
    put_size(bytes, 0, 32);
    assert_int_equal(picture_decode(&stage->arena, (const char *)bytes, length, &image, NULL),
                     PICTURE_BROKEN);
    free(bytes);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_open, stage_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_kinds),
        TEST(test_grey),
        TEST(test_inks),
        TEST(test_turns),
        TEST(test_nothing_private_is_kept),
        TEST(test_what_follows_is_dropped),
        TEST(test_exif_that_makes_no_sense),
        TEST(test_fewer_pixels),
        TEST(test_every_truncation),
        TEST(test_a_hole),
        TEST(test_every_flipped_bit),
        TEST(test_sizes_that_cannot_be_true),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
