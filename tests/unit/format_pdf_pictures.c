#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf_paint.h"
#include "photos.h"
#include "scene/photo.h"

static const struct image *photo_image(struct stage *stage, const struct photo_recipe *recipe,
                                       unsigned number)
{
    size_t length;
    unsigned char *bytes = photo_make(recipe, &length);
    struct image *image = ARENA_NEW(&stage->arena, struct image);
    image->number = number;
    assert_int_equal(picture_decode(&stage->arena, (const char *)bytes, length, image, NULL), PICTURE_OK);
    free(bytes);
    return image;
}

/* One page of 100 × 100 points with a picture all over it. */
static const struct scene *scene_of(struct stage *stage, const struct image *image, bool printed)
{
    stage->builder = scene_builder_create(&stage->arena);
    if (printed)
        scene_printed(stage->builder);
    scene_begin_page(stage->builder, 100, 100, 1, white);
    scene_put_image(stage->builder, image, rect_of(0, 0, 100, 100));
    scene_end_page(stage->builder);
    return stage_finish(stage);
}

static struct pdf_file write_picture(struct stage *stage, const struct image *image)
{
    return pdf_write(scene_of(stage, image, false));
}

static bool holds(const struct pdf_file *file, const void *bytes, size_t length)
{
    for (size_t i = 0; i + length <= file->length; i++)
        if (memcmp(file->bytes + i, bytes, length) == 0)
            return true;
    return false;
}

static void assert_quarters(const struct image *painted, const unsigned squares[4])
{
    for (unsigned i = 0; i < 4; i++) {
        const uint8_t *rgb = photo_squares[squares[i]];
        assert_pixel(painted, 25 + i % 2 * 50, 25 + i / 2 * 50, rgb[0], rgb[1], rgb[2]);
    }
}

static void test_photos_are_passed_through(void **state)
{
    static const struct {
        struct photo_recipe recipe;
        const char *listed; /* by pdfimages: color, comp, bpc, enc */
    } cases[] = {
        {{.colours = PHOTO_YCBCR, .width = 64, .height = 64}, " rgb     3   8  jpeg "},
        {{.colours = PHOTO_YCBCR, .width = 64, .height = 64, .progressive = true}, " rgb     3   8  jpeg "},
        {{.colours = PHOTO_RGB, .width = 64, .height = 64}, " rgb     3   8  jpeg "},
        {{.colours = PHOTO_GREY, .width = 64, .height = 64}, " gray    1   8  jpeg "},
        {{.colours = PHOTO_CMYK, .width = 64, .height = 64}, " cmyk    4   8  jpeg "},
        {{.colours = PHOTO_YCCK, .width = 64, .height = 64}, " cmyk    4   8  jpeg "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct stage *stage = *state;
        const struct image *image = photo_image(stage, &cases[i].recipe, 0);
        struct pdf_file file = write_picture(stage, image);
        assert_true(holds(&file, image->photo->bytes, image->photo->length));
        assert_prints(&file, "pdfimages -list %s", cases[i].listed);
        struct image painted = paint(stage, &file);
        if (cases[i].recipe.colours == PHOTO_YCBCR || cases[i].recipe.colours == PHOTO_RGB)
            assert_quarters(&painted, (const unsigned[4]){0, 1, 2, 3});
        assert_sound(&file);
        pdf_close(&file);
    }
}

/* poppler and loa agree on what inks look like. */
static void test_inks(void **state)
{
    struct stage *stage = *state;
    const struct image *image =
        photo_image(stage, &(struct photo_recipe){.colours = PHOTO_YCCK, .width = 100, .height = 100}, 0);
    struct pdf_file file = write_picture(stage, image);
    struct image painted = paint(stage, &file);
    struct pixels own = picture_pixels(&stage->arena, image, 100, 100);
    for (unsigned i = 0; i < 4; i++) {
        const uint8_t *pixel = own.rgba + ((25 + i / 2 * 50) * 100 + 25 + i % 2 * 50) * 4;
        assert_pixel(&painted, 25 + i % 2 * 50, 25 + i / 2 * 50, pixel[0], pixel[1], pixel[2]);
    }
    pdf_close(&file);
}

/* Turned by the page's matrix, not packed anew. */
static void test_turned_photos(void **state)
{
    static const unsigned squares[9][4] = {
        {0, 1, 2, 3}, {0, 1, 2, 3}, {1, 0, 3, 2}, {3, 2, 1, 0}, {2, 3, 0, 1},
        {0, 2, 1, 3}, {2, 0, 3, 1}, {3, 1, 2, 0}, {1, 3, 0, 2},
    };
    for (unsigned orientation = 1; orientation <= 8; orientation++) {
        struct stage *stage = *state;
        struct photo_recipe recipe = {
            .colours = PHOTO_YCBCR, .width = 80, .height = 64, .orientation = orientation};
        const struct image *image = photo_image(stage, &recipe, 0);
        struct pdf_file file = write_picture(stage, image);
        assert_true(holds(&file, image->photo->bytes, image->photo->length));
        assert_false(holds(&file, PHOTO_SECRET, sizeof PHOTO_SECRET - 1));
        struct image painted = paint(stage, &file);
        assert_quarters(&painted, squares[orientation]);
        pdf_close(&file);
    }
}

/* PDF has no arithmetic coding. */
static void test_arithmetic_photos_are_packed_anew(void **state)
{
    struct stage *stage = *state;
    struct photo_recipe recipe = {
        .colours = PHOTO_YCBCR, .width = 80, .height = 64, .arithmetic = true, .orientation = 6};
    struct pdf_file file = write_picture(stage, photo_image(stage, &recipe, 0));
    assert_prints(&file, "pdfimages -list %s", " 64    80  rgb     3   8  jpeg ");
    struct image painted = paint(stage, &file);
    assert_quarters(&painted, (const unsigned[4]){2, 0, 3, 1});
    assert_sound(&file);
    pdf_close(&file);
}

/* A page of 1 pixel a point, where 100 points are worth 100 pixels; 300 / 72 as many on paper. */
static void test_large_pictures_are_reduced(void **state)
{
    static const struct {
        enum photo_colours colours;
        unsigned side;
        bool printed;
        const char *listed;
    } cases[] = {
        {PHOTO_YCBCR, 200, false, " 200   200  rgb "}, {PHOTO_YCBCR, 208, false, " 100   100  rgb "},
        {PHOTO_YCBCR, 833, true, " 833   833  rgb "},  {PHOTO_YCBCR, 840, true, " 417   417  rgb "},
        {PHOTO_GREY, 800, false, " 100   100  gray "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct stage *stage = *state;
        struct photo_recipe recipe = {
            .colours = cases[i].colours, .width = cases[i].side, .height = cases[i].side, .orientation = 3};
        struct pdf_file file = pdf_write(scene_of(stage, photo_image(stage, &recipe, 0), cases[i].printed));
        assert_prints(&file, "pdfimages -list %s", cases[i].listed);
        struct image painted = paint(stage, &file);
        if (cases[i].colours == PHOTO_YCBCR)
            assert_quarters(&painted, (const unsigned[4]){3, 2, 1, 0});
        assert_sound(&file);
        pdf_close(&file);
    }
}

static struct image *stripes(struct stage *stage, unsigned side)
{
    uint8_t *pixels = arena_alloc(&stage->arena, (size_t)side * side * 4);
    for (unsigned i = 0; i < side * side; i++) {
        memset(pixels + i * 4, i % side % 2 ? 255 : 0, 3);
        pixels[i * 4 + 3] = i / side < side / 2 ? 255 : 51;
    }
    struct image *image = ARENA_NEW(&stage->arena, struct image);
    *image = (struct image){.width = side, .height = side, .pixels = pixels};
    return image;
}

/* The largest showing counts, pushes included. */
static void test_pixels_are_reduced(void **state)
{
    struct stage *stage = *state;
    const struct image *image = stripes(stage, 400);
    scene_begin_page(stage->builder, 100, 100, 1, white);
    scene_put_image(stage->builder, image, rect_of(0, 0, 20, 20));
    scene_push(stage->builder, (struct matrix){4, 0, 0, 4, 20, 20}, (struct path){0});
    scene_put_image(stage->builder, image, rect_of(0, 0, 20, 20));
    scene_pop(stage->builder);
    scene_end_page(stage->builder);
    struct pdf_file file = pdf_write(stage_finish(stage));
    assert_prints(&file, "pdfimages -list %s", "image      80    80  gray ");
    assert_prints(&file, "pdfimages -list %s", "smask      80    80  gray ");
    struct image painted = paint(stage, &file);
    assert_pixel(&painted, 60, 40, 188, 188, 188);
    assert_pixel(&painted, 60, 80, 242, 242, 242);
    assert_sound(&file);
    pdf_close(&file);
}

static void test_pixels_a_little_larger_are_kept(void **state)
{
    struct stage *stage = *state;
    struct pdf_file file = write_picture(stage, stripes(stage, 125));
    assert_prints(&file, "pdfimages -list %s", "image     125   125  gray ");
    pdf_close(&file);
}

/* ---- Drawings ---- */

static const struct image *svg_image(struct stage *stage, const char *text)
{
    struct image *image = ARENA_NEW(&stage->arena, struct image);
    char why[200];
    if (picture_decode(&stage->arena, text, strlen(text), image, why) != PICTURE_OK)
        fail_msg("%s", why);
    return image;
}

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>"

/* No pixels, no fonts: shapes, at any size; text as outlines. */
static void test_drawings_are_vectors(void **state)
{
    struct stage *stage = *state;
    const struct image *image = svg_image(
        stage, SVG "<linearGradient id='g'><stop stop-color='#f00'/><stop offset='1' "
                   "stop-color='#00f'/></linearGradient>"
                   "<clipPath id='c'><rect width='50' height='100'/></clipPath>"
                   "<g clip-path='url(#c)' opacity='.5'><rect width='100' height='50' fill='#00c832'/></g>"
                   "<rect y='50' width='100' height='50' fill='url(#g)'/>"
                   "<text x='60' y='40' font-size='20'>Chữ</text></svg>");
    struct pdf_file file = write_picture(stage, image);
    assert_output(&file, "pdfimages -list %s | tail -n +3", "");
    assert_output(&file, "pdffonts %s | tail -n +3", "");
    assert_prints(&file, PDF_PLAIN, "/Subtype /Form");
    struct image once = paint(stage, &file);
    assert_pixel(&once, 25, 25, 127, 227, 152);
    assert_pixel(&once, 55, 10, 255, 255, 255);
    assert_pixel(&once, 10, 75, 229, 0, 26);
    assert_pixel(&once, 90, 75, 24, 0, 231);
    assert_sound(&file);
    pdf_close(&file);
}

static size_t dark_pixels(const struct image *image)
{
    size_t count = 0;
    for (size_t i = 0; i < (size_t)image->width * image->height; i++)
        count += image->pixels[i * 4] < 128;
    return count;
}

/* The words of a drawing are seen, and what is told by poppler is what loa paints itself. */
static void test_text_of_drawings(void **state)
{
    struct stage *stage = *state;
    const struct image *image =
        svg_image(stage, SVG "<text x='5' y='60' font-size='40' font-family='Noto Sans'>ẾỘ</text></svg>");
    struct pdf_file file = write_picture(stage, image);
    struct image poppler = paint(stage, &file);
    char *bytes;
    size_t length;
    struct loa_error error;
    assert_int_equal(stage_write(&format_png, scene_of(stage, image, false), 0, &bytes, &length, &error),
                     LOA_OK);
    struct image own = {0};
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &own, NULL), PICTURE_OK);
    free(bytes);
    size_t theirs = dark_pixels(&poppler), ours = dark_pixels(&own);
    assert_in_range(ours, 300, 2000);
    assert_in_range(theirs, ours * 8 / 10, ours * 12 / 10);
    pdf_close(&file);
}

/* Blurs are pixels in PDF, as fine as the drawing is worth. */
static void test_blurs(void **state)
{
    struct stage *stage = *state;
    const struct image *image =
        svg_image(stage, SVG "<filter id='b'><feGaussianBlur stdDeviation='5'/></filter>"
                             "<rect x='30' y='30' width='40' height='40' filter='url(#b)'/></svg>");
    struct pdf_file file = pdf_write(scene_of(stage, image, true));
    assert_prints(&file, "pdfimages -list %s", "image     417   417  gray ");
    struct image painted = paint(stage, &file);
    assert_pixel(&painted, 50, 50, 0, 0, 0);
    assert_in_range(painted.pixels[(50 * 100 + 30) * 4], 100, 150);
    assert_sound(&file);
    pdf_close(&file);
}

/* Where pictures turn and are cut, drawings do too. */
static void test_moved_drawings(void **state)
{
    struct stage *stage = *state;
    const struct image *image = svg_image(stage, SVG "<rect width='50' height='50' fill='#00c832'/></svg>");
    scene_begin_page(stage->builder, 100, 100, 1, white);
    scene_push(stage->builder, (struct matrix){0, 0.5f, -0.5f, 0, 100, 0}, (struct path){0});
    scene_put_image(stage->builder, image, rect_of(0, 0, 100, 100));
    scene_pop(stage->builder);
    scene_end_page(stage->builder);
    struct pdf_file file = pdf_write(stage_finish(stage));
    struct image painted = paint(stage, &file);
    assert_pixel(&painted, 88, 12, 0, 200, 50);
    assert_pixel(&painted, 62, 12, 255, 255, 255);
    assert_pixel(&painted, 88, 38, 255, 255, 255);
    assert_sound(&file);
    pdf_close(&file);
}

#define STAGED(test) cmocka_unit_test_setup_teardown(test, stage_open, stage_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STAGED(test_photos_are_passed_through),
        STAGED(test_inks),
        STAGED(test_turned_photos),
        STAGED(test_arithmetic_photos_are_packed_anew),
        STAGED(test_large_pictures_are_reduced),
        STAGED(test_pixels_are_reduced),
        STAGED(test_pixels_a_little_larger_are_kept),
        STAGED(test_drawings_are_vectors),
        STAGED(test_text_of_drawings),
        STAGED(test_blurs),
        STAGED(test_moved_drawings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
