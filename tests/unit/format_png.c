#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/png/rows.h"
#include "scene/picture.h"
#include "scenes.h"
#include <math.h>
#include <pthread.h>

/* ---- Helpers ---- */

static struct image render(struct stage *stage, const struct scene *scene, size_t index)
{
    char *bytes = NULL;
    size_t length;
    struct loa_error error;
    struct image image = {0};
    assert_int_equal(stage_write(&format_png, scene, index, &bytes, &length, &error), LOA_OK);
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &image, NULL), PICTURE_OK);
    assert_true(image.opaque);
    free(bytes);
    return image;
}

static struct image render_open_page(struct stage *stage)
{
    scene_end_page(stage->builder);
    return render(stage, stage_finish(stage), 0);
}

static const uint8_t *pixel_at(const struct image *image, unsigned x, unsigned y)
{
    assert_true(x < image->width && y < image->height);
    return image->pixels + ((size_t)y * image->width + x) * 4;
}

static void assert_pixel(const struct image *image, unsigned x, unsigned y, struct colour colour, int slack)
{
    const uint8_t *pixel = pixel_at(image, x, y);
    const uint8_t wanted[3] = {colour.red, colour.green, colour.blue};
    for (int i = 0; i < 3; i++)
        if (abs(pixel[i] - wanted[i]) > slack)
            fail_msg("pixel %u,%u is %u %u %u", x, y, pixel[0], pixel[1], pixel[2]);
}

/* How much ink (255 a black pixel on white) stands in columns [left, right). */
static unsigned long ink(const struct image *image, unsigned left, unsigned right)
{
    unsigned long sum = 0;
    for (unsigned y = 0; y < image->height; y++)
        for (unsigned x = left; x < right && x < image->width; x++)
            sum += 255u - pixel_at(image, x, y)[1];
    return sum;
}

/* ---- Shapes ---- */

static void test_size_and_ground(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 100.2f, 50, 2, teal);
    struct image image = render_open_page(stage);
    assert_int_equal(image.width, 200);
    assert_int_equal(image.height, 100);
    assert_pixel(&image, 0, 0, teal, 0);
    assert_pixel(&image, 199, 99, teal, 0);
}

static void test_boxes_meet_without_seam(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 40, 40, 1, white);
    scene_fill(stage->builder, path_rect(stage->builder, rect_of(0, 0, 40, 10.4f)), teal);
    scene_fill(stage->builder, path_rect(stage->builder, rect_of(0, 10.4f, 40, 20.3f)), teal);
    struct image image = render_open_page(stage);
    for (unsigned y = 0; y < 31; y++)
        assert_pixel(&image, 20, y, teal, 0);
    assert_pixel(&image, 20, 31, white, 0);
}

static void test_hairlines_are_sharp(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 40, 40, 1, white);
    scene_stroke(stage->builder, path_line(stage->builder, 5, 10.3f, 35, 10.3f),
                 (struct stroke){.colour = black, .width = 0.5f});
    scene_stroke(stage->builder, path_line(stage->builder, 20.6f, 20, 20.6f, 39),
                 (struct stroke){.colour = black, .width = 0.5f});
    struct image image = render_open_page(stage);
    assert_pixel(&image, 20, 9, white, 0);
    assert_pixel(&image, 10, 10, black, 0);
    assert_pixel(&image, 20, 11, white, 0);
    assert_pixel(&image, 19, 30, white, 0);
    assert_pixel(&image, 20, 30, black, 0);
    assert_pixel(&image, 21, 30, white, 0);
}

static void test_curves_dashes_and_veils(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 100, 60, 1, white);
    scene_fill(stage->builder, path_circle(stage->builder, 20, 20, 10), black);
    scene_fill(stage->builder, path_rect(stage->builder, rect_of(40, 10, 20, 20)),
               (struct colour){0, 0, 0, 128});
    scene_stroke(stage->builder, path_line(stage->builder, 0, 50, 100, 50),
                 (struct stroke){.colour = black, .width = 4, .dash = 10, .gap = 10});
    struct image image = render_open_page(stage);
    assert_pixel(&image, 20, 20, black, 0);
    assert_pixel(&image, 11, 11, white, 0);
    assert_pixel(&image, 50, 20, (struct colour){127, 127, 127, 255}, 1);
    assert_pixel(&image, 5, 50, black, 0);
    assert_pixel(&image, 15, 50, white, 0);
    assert_pixel(&image, 25, 50, black, 0);
}

static void test_gradient(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 256, 10, 1, white);
    scene_fill_paint(stage->builder, path_rect(stage->builder, rect_of(0, 0, 256, 10)),
                     (struct paint){.colour = black, .gradient = true, .to = white, .x2 = 256});
    struct image image = render_open_page(stage);
    for (unsigned x = 0; x < 256; x++)
        assert_true(abs(pixel_at(&image, x, 5)[0] - (int)x) <= 2);
}

static void test_transform_and_clip(void **state)
{
    struct stage *stage = *state;
    struct scene_builder *builder = stage->builder;
    scene_begin_page(builder, 60, 60, 1, white);
    scene_push(builder, (struct matrix){0, 1, -1, 0, 40, 10}, path_rect(builder, rect_of(0, 0, 60, 20)));
    scene_fill(builder, path_rect(builder, rect_of(0, 0, 20, 10)), black); /* x 30 to 40, y 10 to 30 */
    scene_pop(builder);
    scene_fill(builder, path_rect(builder, rect_of(50, 50, 5, 5)), teal);
    struct image image = render_open_page(stage);
    assert_pixel(&image, 35, 15, black, 0);
    assert_pixel(&image, 35, 25, white, 0); /* clipped */
    assert_pixel(&image, 25, 15, white, 0);
    assert_pixel(&image, 52, 52, teal, 0);
}

static void test_useless_transforms_hide_only_theirs(void **state)
{
    static const struct matrix useless[] = {
        {0, 0, 0, 0, 0, 0}, {NAN, 0, 0, 1, 0, 0}, {1, 1, 1, 1, 0, 0}, {1, 0, 0, 1, INFINITY, 0}};
    struct stage *stage = *state;
    struct scene_builder *builder = stage->builder;
    scene_begin_page(builder, 60, 60, 1, white);
    for (size_t i = 0; i < sizeof useless / sizeof *useless; i++) {
        scene_push(builder, useless[i], (struct path){0});
        scene_fill(builder, path_rect(builder, rect_of(0, 0, 60, 60)), black);
        stage_put(stage, "ẩn", 20, 0, 0);
        scene_pop(builder);
    }
    scene_fill(builder, path_rect(builder, rect_of(50, 50, 5, 5)), teal);
    struct image image = render_open_page(stage);
    assert_pixel(&image, 20, 20, white, 0);
    assert_pixel(&image, 52, 52, teal, 0);
}

static void test_images(void **state)
{
    static const uint8_t pixels[] = {255, 0, 0, 255, 0, 0, 0, 0, 0, 255, 0, 128, 0, 0, 255, 255};
    const struct image four = {.width = 2, .height = 2, .pixels = pixels};
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 100, 100, 1, white);
    scene_put_image(stage->builder, &four, rect_of(10, 10, 80, 80));
    struct image image = render_open_page(stage);
    assert_pixel(&image, 11, 11, (struct colour){255, 0, 0, 255}, 1);
    assert_pixel(&image, 88, 11, white, 1);
    assert_pixel(&image, 11, 88, (struct colour){127, 255, 127, 255}, 1);
    assert_pixel(&image, 88, 88, (struct colour){0, 0, 255, 255}, 1);
    assert_pixel(&image, 9, 50, white, 0); /* edges neither fade nor bleed */
    assert_pixel(&image, 10, 11, (struct colour){255, 0, 0, 255}, 1);
}

/* ---- Text ---- */

/* A row of equal letters is evenly spaced: the ink of each, cut out at its own place, is the same within what
 * a quarter of a pixel allows. With glyphs at whole pixels, letters 10.4 pixels apart would jump. */
static void test_letters_keep_their_places(void **state)
{
    struct stage *stage = *state;
    enum { LETTERS = 30 };
    const struct paragraph *one = stage_paragraph(stage, "l", (struct text_style){.size = 20}, 1000, NULL);
    struct run run = one->lines[0].runs[0];
    struct glyph glyphs[LETTERS];
    for (size_t i = 0; i < LETTERS; i++)
        glyphs[i] = (struct glyph){.id = run.glyphs[0].id, .advance = 10.4f};
    run.glyphs = glyphs;
    run.glyph_count = LETTERS;
    const struct line line = {.runs = &run, .run_count = 1, .baseline = 30};
    scene_begin_page(stage->builder, 340, 40, 1, white);
    scene_put_line(stage->builder, &line, 10, 0);
    struct image image = render_open_page(stage);
    double first = 0;
    for (unsigned i = 0; i < LETTERS; i++) {
        double at = 10 + i * 10.4, sum = 0, moment = 0;
        for (unsigned x = (unsigned)at; x < (unsigned)at + 9; x++) {
            double column = (double)ink(&image, x, x + 1);
            sum += column;
            moment += column * (x + 0.5);
        }
        assert_true(sum > 0);
        double centre = moment / sum - at;
        first = i ? first : centre;
        assert_true(fabs(centre - first) < 0.26);
    }
}

static void test_text_is_coloured_and_clipped(void **state)
{
    struct stage *stage = *state;
    struct text_style style = {.size = 100, .bold = true, .colour = teal};
    const struct paragraph *paragraph = stage_paragraph(stage, "ll", style, 1000, NULL);
    scene_begin_page(stage->builder, 200, 150, 1, white);
    scene_push(stage->builder, (struct matrix){1, 0, 0, 1, 0, 0},
               path_rect(stage->builder, rect_of(0, 0, 30, 150)));
    put_paragraph(stage->builder, paragraph, 0, 0);
    scene_pop(stage->builder);
    struct image image = render_open_page(stage);
    assert_pixel(&image, 15, (unsigned)paragraph->lines[0].baseline - 20, teal, 0);
    assert_true(ink(&image, 0, 30) > 0);
    assert_int_equal(ink(&image, 30, 200), 0);
}

/* The same word small, huge and turned: masks and outlines agree on where the ink is. */
static void test_masks_and_outlines_agree(void **state)
{
    struct stage *stage = *state;
    const struct matrix same = {1, 0, 0, 1, 0, 0}, upside = {-1, 0, 0, -1, 300, 100};
    const struct paragraph *word = stage_paragraph(stage, "Ngộ", (struct text_style){.size = 60}, 1000, NULL);
    unsigned long sums[2];
    for (int turned = 0; turned < 2; turned++) {
        stage->builder = scene_builder_create(&stage->arena);
        scene_begin_page(stage->builder, 300, 100, 1, white);
        scene_push(stage->builder, turned ? upside : same, (struct path){0});
        put_paragraph(stage->builder, word, 10, 0);
        scene_pop(stage->builder);
        struct image image = render_open_page(stage);
        sums[turned] = ink(&image, 0, 300);
        unsigned middle = turned ? 300 - 70 : 70;
        assert_true(ink(&image, middle - 60, middle + 60) == sums[turned]);
    }
    assert_true(labs((long)sums[0] - (long)sums[1]) < (long)sums[0] / 100);
}

static void test_huge_text(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 600, 600, 1, white);
    stage_put(stage, "111", 400, 10, 10);
    struct image image = render_open_page(stage);
    assert_true(ink(&image, 0, 600) > 1000000);
}

static void test_text_far_away(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 100, 100, 1, white);
    stage_put(stage, "xa", 20, -1e9f, 10);
    stage_put(stage, "xa", 20, 1e30f, 10);
    stage_put(stage, "xa", 20, 10, 500);
    stage_put(stage, "xa", 20, NAN, 10);
    struct image image = render_open_page(stage);
    assert_int_equal(ink(&image, 0, 100), 0);
}

static void test_emoji(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 100, 100, 1, white);
    stage_put(stage, "😀", 60, 10, 10);
    scene_end_page(stage->builder);
    const struct scene *scene = stage_finish(stage);
    for (size_t i = 0; i < scene->pages[0].count; i++)
        if (scene->pages[0].items[i].type == ITEM_TEXT &&
            !strstr(scene->pages[0].items[i].as.text.run->font->path, "ColorEmoji")) {
            print_message("no colour emoji font: skipped\n");
            skip();
        }
    struct image image = render(stage, scene, 0);
    unsigned yellow = 0;
    for (unsigned i = 0; i < 100 * 100; i++) {
        const uint8_t *pixel = image.pixels + (size_t)i * 4;
        yellow += pixel[0] > 200 && pixel[1] > 150 && pixel[2] < 120;
    }
    assert_true(yellow > 1000);
}

/* ---- The file ---- */

static bool has_bytes(const char *bytes, size_t length, const char *needle, size_t needle_length)
{
    for (size_t i = 0; i + needle_length <= length; i++)
        if (memcmp(bytes + i, needle, needle_length) == 0)
            return true;
    return false;
}

static void test_chunks(void **state)
{
    struct stage *stage = *state;
    char *bytes = NULL;
    size_t length;
    struct loa_error error;
    scene_begin_page(stage->builder, 100, 50, 2, teal);
    scene_end_page(stage->builder);
    assert_int_equal(stage_write(&format_png, stage_finish(stage), 0, &bytes, &length, &error), LOA_OK);
    assert_true(has_bytes(bytes, length, "sRGB", 4));
    assert_true(has_bytes(bytes, length, "pHYs\0\0\x16\x25\0\0\x16\x25\1", 13)); /* 144 dpi */
    assert_true(has_bytes(bytes, length, "iTXtTitle", 9));
    assert_true(has_bytes(bytes, length, "Thử “nghiệm”", strlen("Thử “nghiệm”")));
    assert_memory_equal(bytes + length - 8, "IEND", 4);
    free(bytes);
}

static void test_pages_too_large(void **state)
{
    static const float sizes[][3] = {{1e6f, 10, 1}, {10, 1e6f, 1}, {0, 10, 1},       {10, 10, 0},
                                     {10, NAN, 1},  {-5, 10, 1},   {10000, 10000, 3}};
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        scene_begin_page(stage->builder, sizes[i][0], sizes[i][1], sizes[i][2], white);
        scene_end_page(stage->builder);
    }
    const struct scene *scene = stage_finish(stage);
    for (size_t i = 0; i < scene->page_count; i++) {
        char *bytes = NULL;
        size_t length;
        struct loa_error error;
        assert_int_equal(stage_write(&format_png, scene, i, &bytes, &length, &error), LOA_LIMIT);
        assert_int_equal(error.status, LOA_LIMIT);
        assert_true(error.message[0] != '\0');
    }
}

static void test_missing_font_file(void **state)
{
    struct stage *stage = *state;
    struct font gone = {.path = "/nonexistent/font.ttf", .postscript_name = "Gone", .units = 1000};
    static const struct text_style style = {.size = 12};
    static const struct glyph glyph = {.id = 5, .advance = 10};
    const struct run run = {.style = &style,
                            .font = &gone,
                            .text = "a",
                            .length = 1,
                            .glyphs = &glyph,
                            .glyph_count = 1,
                            .width = 10};
    const struct line line = {.runs = &run, .run_count = 1, .baseline = 20};
    char *bytes = NULL;
    size_t length;
    struct loa_error error;
    scene_begin_page(stage->builder, 100, 50, 1, white);
    scene_put_line(stage->builder, &line, 0, 0);
    scene_end_page(stage->builder);
    assert_int_equal(stage_write(&format_png, stage_finish(stage), 0, &bytes, &length, &error),
                     LOA_IO_FAILED);
    assert_non_null(strstr(error.message, "/nonexistent/font.ttf"));
}

static bool refuse(void *self, const void *bytes, size_t length, struct loa_error *error)
{
    (void)self, (void)bytes, (void)length;
    error->status = LOA_IO_FAILED;
    return false;
}

static void test_full_disk(void **state)
{
    static const struct loa_sink_ops ops = {.write = refuse};
    struct stage *stage = *state;
    struct loa_error error = {0};
    scene_begin_page(stage->builder, 100, 50, 1, white);
    scene_end_page(stage->builder);
    struct loa_sink *sink = loa_sink_create(&ops, NULL);
    format_png.write(stage_finish(stage), 0, sink, LOA_UI_EN, &error);
    assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED);
    loa_sink_destroy(sink);
}

/* ---- Same input, same bytes, on any thread ---- */

enum { PAGES = 6, THREADS = 4 };

struct painting {
    const struct scene *scene;
    char *bytes[PAGES];
    size_t lengths[PAGES];
};

static void *paint_all(void *data)
{
    struct painting *painting = data;
    for (size_t i = 0; i < PAGES; i++) {
        struct loa_error error;
        if (stage_write(&format_png, painting->scene, i, &painting->bytes[i], &painting->lengths[i],
                        &error) != LOA_OK)
            painting->lengths[i] = 0;
    }
    return NULL;
}

static const struct scene *busy_scene(struct stage *stage)
{
    for (int i = 0; i < PAGES; i++) {
        scene_begin_page(stage->builder, 200, 120, 2, white);
        scene_fill_paint(stage->builder, path_circle(stage->builder, 100, 60, 40 + (float)i),
                         (struct paint){.colour = teal, .gradient = true, .to = black, .x2 = 200});
        stage_put(stage, "Bảo vệ trẻ em trên môi trường mạng", 10 + (float)i / 3, 5, 10);
        stage_put(stage, "😀 ẾỘỮẶ", 300, 0, 10);
        scene_end_page(stage->builder);
    }
    return stage_finish(stage);
}

static void test_threads(void **state)
{
    struct stage *stage = *state;
    struct painting serial = {.scene = busy_scene(stage)}, painted[THREADS];
    pthread_t threads[THREADS];
    paint_all(&serial);
    for (size_t i = 0; i < THREADS; i++) {
        painted[i] = (struct painting){.scene = serial.scene};
        assert_int_equal(pthread_create(&threads[i], NULL, paint_all, &painted[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (size_t page = 0; page < PAGES; page++) {
        assert_true(serial.lengths[page] > 0);
        for (size_t i = 0; i < THREADS; i++) {
            assert_int_equal(painted[i].lengths[page], serial.lengths[page]);
            assert_memory_equal(painted[i].bytes[page], serial.bytes[page], serial.lengths[page]);
            free(painted[i].bytes[page]);
        }
        free(serial.bytes[page]);
    }
}

/* ---- Row filters ---- */

static uint8_t filter_of(struct row_filter *filter, const uint32_t *pixels)
{
    uint8_t out[1 + 3 * 64];
    row_filter_write(filter, pixels, out);
    return out[0];
}

static void test_row_filters(void **state)
{
    struct stage *stage = *state;
    struct row_filter *filter = row_filter_create(&stage->arena, 64);
    uint32_t flat[64], slope[64], noise[64], copy[64];
    for (unsigned i = 0; i < 64; i++) {
        flat[i] = i < 32 ? 0xff112233 : 0x00445566;
        slope[i] = i * 0x020202;
        noise[i] = (i * 2654435761u) >> 8;
        copy[i] = (noise[i] & 0xfefefe) | 0xaa000000; /* nearly the row above */
    }
    assert_int_equal(filter_of(filter, flat), 0);
    assert_int_equal(filter_of(filter, flat), 2);
    assert_int_equal(filter_of(filter, slope), 1);
    assert_int_not_equal(filter_of(filter, noise), 0);
    assert_int_equal(filter_of(filter, copy), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_open, stage_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_size_and_ground),
        TEST(test_boxes_meet_without_seam),
        TEST(test_hairlines_are_sharp),
        TEST(test_curves_dashes_and_veils),
        TEST(test_gradient),
        TEST(test_transform_and_clip),
        TEST(test_useless_transforms_hide_only_theirs),
        TEST(test_images),
        TEST(test_letters_keep_their_places),
        TEST(test_text_is_coloured_and_clipped),
        TEST(test_masks_and_outlines_agree),
        TEST(test_huge_text),
        TEST(test_text_far_away),
        TEST(test_emoji),
        TEST(test_chunks),
        TEST(test_pages_too_large),
        TEST(test_missing_font_file),
        TEST(test_full_disk),
        TEST(test_threads),
        TEST(test_row_filters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
