#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf_paint.h"
#include <math.h>

/* ---- Helpers ---- */

static void begin_page(struct stage *stage)
{
    scene_begin_page(stage->builder, 595.28f, 841.89f, 2, white);
}

static struct pdf_file write_open_page(struct stage *stage)
{
    scene_end_page(stage->builder);
    return pdf_write(stage_finish(stage));
}

static struct pdf_file write_text(struct stage *stage, const char *text)
{
    begin_page(stage);
    stage_put(stage, text, 12, 50, 50);
    return write_open_page(stage);
}

static float put_link(struct stage *stage, const char *text, const char *target, float y, float width)
{
    const struct paragraph *paragraph =
        stage_paragraph(stage, text, (struct text_style){.size = 12}, width, target);
    put_paragraph(stage->builder, paragraph, 50, y);
    return y + paragraph->height;
}

static void put_heading(struct stage *stage, unsigned level, const char *title, const char *id, float y)
{
    scene_begin_mark(stage->builder,
                     (struct mark){.type = MARK_HEADING, .level = level, .title = title, .id = id});
    stage_put(stage, title ? title : "không tên", 20, 50, y);
    scene_end_mark(stage->builder);
}

static struct image *checkers(struct stage *stage, bool opaque, unsigned number)
{
    struct image *image = ARENA_NEW(&stage->arena, struct image);
    *image = (struct image){.width = 8, .height = 8, .opaque = opaque, .number = number};
    uint8_t *pixels = arena_alloc(&stage->arena, 8 * 8 * 4);
    for (unsigned i = 0; i < 64; i++) {
        pixels[4 * i] = 200;
        pixels[4 * i + 1] = i / 8 < 4 ? 0 : 100;
        pixels[4 * i + 3] = opaque || i % 8 < 4 ? 255 : 0;
    }
    image->pixels = pixels;
    return image;
}

/* ---- Text ---- */

static void test_text_comes_back(void **state)
{
    static const char text[] = "ẾỘỮẶ Ỵ ỷ ợ gậy AVATAR office \xEF\xAC\x81 x\xCC\x82\xCC\x81 Đ Ð";
    struct pdf_file file = write_text(*state, text);
    char wanted[200];
    snprintf(wanted, sizeof wanted, "%s\n\n\f", text);
    assert_output(&file, "pdftotext %s -", wanted);
    assert_sound(&file);
    pdf_close(&file);
}

/* Thai sara am is one character and two glyphs: readers are told the text of the cluster. */
static void test_more_glyphs_than_characters(void **state)
{
    struct pdf_file file = write_text(*state, "น้ำ ดำ");
    assert_prints(&file, "pdftotext %s -", "น้ำ ดำ");
    assert_prints(&file, PDF_PLAIN, "/ActualText");
    assert_sound(&file);
    pdf_close(&file);
}

static void test_fonts_are_embedded_subsets(void **state)
{
    struct pdf_file file = write_text(*state, "chữ thường");
    assert_prints(&file, "pdffonts %s", "yes yes yes");
    assert_prints_not(&file, "pdffonts %s", " no ");
    assert_in_range(file.length, 1000, 8000);
    pdf_close(&file);
}

/* More than 255 glyphs of one face, which is keyed by character ids. */
static void test_many_glyphs(void **state)
{
    struct stage *stage = *state;
    char text[2000];
    size_t length = 0;
    for (unsigned codepoint = 0x4E00; codepoint < 0x4E00 + 600; codepoint++) {
        text[length++] = (char)(0xE0 | codepoint >> 12);
        text[length++] = (char)(0x80 | (codepoint >> 6 & 63));
        text[length++] = (char)(0x80 | (codepoint & 63));
        if (codepoint % 30 == 29)
            text[length++] = ' ';
    }
    text[length] = '\0';
    begin_page(stage);
    put_paragraph(stage->builder,
                  stage_paragraph(stage, text, (struct text_style){.family = "Noto Sans CJK JP", .size = 12},
                                  400, NULL),
                  50, 50);
    struct pdf_file file = write_open_page(stage);
    size_t solid = 0;
    for (size_t i = 0; i < length; i++)
        if (text[i] != ' ')
            text[solid++] = text[i];
    text[solid] = '\0';
    assert_output(&file, "pdftotext -raw %s - | tr -d ' \\n\\f'", text);
    assert_output(&file, "mutool draw -q -F txt %s 2>/dev/null | tr -d ' \\n\\f'", text);
    assert_sound(&file);
    pdf_close(&file);
}

/* Characters that no font has are boxes, but the file is sound. */
static void test_missing_characters(void **state)
{
    char text[300 * 4 + 1];
    size_t length = 0;
    for (unsigned low = 0; low < 300; low++) { /* private use: U+100000 on */
        text[length++] = (char)0xF4;
        text[length++] = (char)0x80;
        text[length++] = (char)(0x80 | low >> 6);
        text[length++] = (char)(0x80 | (low & 63));
    }
    text[length] = '\0';
    struct pdf_file file = write_text(*state, text);
    assert_sound(&file);
    pdf_close(&file);
}

static void test_emoji(void **state)
{
    struct pdf_file file = write_text(*state, "vui 😀👍🏽 ⚠️");
    assert_prints(&file, "pdftotext %s -", "vui 😀👍🏽 ⚠️");
    assert_sound(&file);
    pdf_close(&file);
}

/* Where the scene has each word of a run. */
static size_t word_starts(const struct run *run, float x, double *starts, size_t room)
{
    size_t count = 0;
    double pen = x;
    bool inside = false;
    for (size_t i = 0; i < run->glyph_count; i++) {
        bool space = run->text[run->glyphs[i].cluster] == ' ';
        if (!space && !inside && count < room)
            starts[count++] = pen;
        inside = !space;
        pen += run->glyphs[i].advance;
    }
    return count;
}

static void check_words(const char *boxes, const double *starts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        boxes = strstr(boxes, "xMin=\"");
        assert_non_null(boxes);
        boxes += 6;
        double found = strtod(boxes, NULL);
        if (fabs(found - starts[i]) > 0.011)
            fail_msg("word %zu is at %f, not at %f", i, found, starts[i]);
    }
    assert_null(strstr(boxes, "xMin=\""));
}

static void check_positions(struct stage *stage, const char *family, float size, enum text_align align,
                            float tracking)
{
    static const char text[] = "Trẻ em ngày càng dùng mạng nhiều hơn: học tập, vui chơi, kết bạn. AVATAR To "
                               "Ta Vy; kể cho người lớn mà em tin. Gọi 111 khi cần được giúp đỡ ngay.";
    struct text_style style = {.family = family, .size = size, .colour = black, .tracking = tracking};
    struct text_span span = {.text = text, .length = strlen(text), .style = &style, .language = "vi"};
    struct paragraph_options options = {.width = 300.3f, .align = align, .leading = 1.4f};
    const struct paragraph *paragraph = paragraph_break(stage->fonts, &stage->arena, &span, 1, &options);
    begin_page(stage);
    put_paragraph(stage->builder, paragraph, 56.693f, 60);
    struct pdf_file file = write_open_page(stage);
    double starts[100];
    size_t count = 0;
    for (size_t i = 0; i < paragraph->line_count; i++)
        for (size_t k = 0; k < paragraph->lines[i].run_count; k++) {
            const struct run *run = &paragraph->lines[i].runs[k];
            count += word_starts(run, 56.693f + run->x, starts + count, 100 - count);
        }
    char *boxes = pdf_run(&file, "pdftotext -bbox %s -", NULL);
    check_words(boxes, starts, count);
    free(boxes);
    pdf_close(&file);
}

static void test_words_are_where_the_scene_has_them(void **state)
{
    check_positions(*state, "Noto Sans", 11, ALIGN_JUSTIFY, 0);
}

static void test_words_of_a_face_of_2048_units(void **state)
{
    check_positions(*state, "Andika", 13.5f, ALIGN_JUSTIFY, 0);
}

static void test_tracked_words(void **state)
{
    check_positions(*state, "Noto Sans", 9.3f, ALIGN_START, 0.05f);
}

static void test_justified_lines_use_word_spacing(void **state)
{
    struct stage *stage = *state;
    struct text_style style = {.family = "Noto Sans", .size = 10, .colour = black};
    static const char text[] =
        "in mi mu ni nu im um in mi mu ni nu im um in mi mu ni nu im um in mi mu ni nu im um in mi mu";
    struct text_span span = {.text = text, .length = strlen(text), .style = &style, .language = "la"};
    struct paragraph_options options = {.width = 200, .align = ALIGN_JUSTIFY, .leading = 1.4f};
    begin_page(stage);
    put_paragraph(stage->builder, paragraph_break(stage->fonts, &stage->arena, &span, 1, &options), 50, 50);
    struct pdf_file file = write_open_page(stage);
    assert_in_range(count_plain(&file, " Tw"), 1, 6);
    assert_int_equal(count_plain(&file, "TJ"), 0);
    pdf_close(&file);
}

/* ---- Drawing ---- */

static void test_shapes_and_colours(void **state)
{
    struct stage *stage = *state;
    struct scene_builder *builder = stage->builder;
    scene_begin_page(builder, 200, 300, 1, (struct colour){0, 0, 100, 255});
    scene_fill(builder, path_rect(builder, rect_of(10, 10, 30, 30)), teal);
    scene_fill(builder, path_rect(builder, rect_of(50, 10, 30, 30)), (struct colour){255, 255, 255, 128});
    scene_stroke(builder, path_line(builder, 10, 60, 90, 60),
                 (struct stroke){.colour = {255, 0, 0, 255}, .width = 6});
    scene_push(builder, (struct matrix){2, 0, 0, 2, 100, 100}, path_rect(builder, rect_of(100, 100, 30, 90)));
    scene_fill(builder, path_rect(builder, rect_of(0, 0, 20, 10)), (struct colour){0, 200, 0, 255});
    scene_pop(builder);
    struct pdf_file file = write_open_page(stage);
    struct image image = paint(stage, &file);
    assert_pixel(&image, 5, 5, 0, 0, 100);
    assert_pixel(&image, 25, 25, 11, 110, 102);
    assert_pixel(&image, 65, 25, 128, 128, 178);
    assert_pixel(&image, 50, 60, 255, 0, 0);
    assert_pixel(&image, 110, 115, 0, 200, 0);
    assert_pixel(&image, 135, 115, 0, 0, 100); /* clipped */
    assert_pixel(&image, 110, 125, 0, 0, 100); /* below */
    assert_sound(&file);
    pdf_close(&file);
}

static void test_gradients(void **state)
{
    struct stage *stage = *state;
    struct scene_builder *builder = stage->builder;
    struct paint across = {.colour = {255, 0, 0, 255}, .to = {0, 0, 255, 255}, .gradient = true, .x2 = 100};
    struct paint fading = {
        .colour = {0, 0, 0, 255}, .to = {0, 0, 0, 0}, .gradient = true, .y1 = 100, .y2 = 200};
    scene_begin_page(builder, 100, 200, 1, white);
    scene_fill_paint(builder, path_rect(builder, rect_of(0, 0, 100, 50)), across);
    scene_fill_paint(builder, path_rect(builder, rect_of(0, 100, 100, 100)), fading);
    struct pdf_file file = write_open_page(stage);
    struct image image = paint(stage, &file);
    assert_pixel(&image, 50, 20, 127, 0, 127);
    assert_pixel(&image, 95, 20, 12, 0, 243);
    assert_pixel(&image, 50, 150, 128, 128, 128);
    assert_pixel(&image, 50, 195, 245, 245, 245);
    assert_pixel(&image, 50, 70, 255, 255, 255);
    assert_sound(&file);
    pdf_close(&file);
}

static void test_an_image_is_written_once(void **state)
{
    struct stage *stage = *state;
    const struct image *clear = checkers(stage, false, 0), *solid = checkers(stage, true, 1);
    for (int i = 0; i < 2; i++) {
        scene_begin_page(stage->builder, 100, 100, 1, white);
        scene_put_image(stage->builder, clear, rect_of(0, 0, 80, 40));
        scene_put_image(stage->builder, solid, rect_of(0, 50, 80, 40));
        scene_end_page(stage->builder);
    }
    struct pdf_file file = pdf_write(stage_finish(stage));
    assert_int_equal(count_plain(&file, "/Subtype /Image"), 3); /* two pictures, one mask */
    struct image image = paint(stage, &file);
    assert_pixel(&image, 10, 10, 200, 0, 0);
    assert_pixel(&image, 10, 35, 200, 100, 0);
    assert_pixel(&image, 70, 10, 255, 255, 255);
    assert_pixel(&image, 70, 60, 200, 0, 0);
    assert_sound(&file);
    pdf_close(&file);
}

static void test_shapes_that_come_again_are_shared(void **state)
{
    struct stage *stage = *state;
    struct scene_builder *builder = stage->builder;
    scene_begin_page(builder, 100, 100, 1, white);
    for (int i = 0; i < 4; i++)
        scene_fill(builder, path_circle(builder, 20 + 20 * (float)i, 50, 8), i % 2 ? teal : black);
    struct pdf_file file = write_open_page(stage);
    assert_int_equal(count_plain(&file, "/Subtype /Form"), 1);
    struct image image = paint(stage, &file);
    assert_pixel(&image, 20, 50, 0, 0, 0);
    assert_pixel(&image, 80, 50, 11, 110, 102);
    assert_pixel(&image, 80, 44, 11, 110, 102);
    assert_pixel(&image, 80, 60, 255, 255, 255);
    pdf_close(&file);
}

/* ---- Navigation and metadata ---- */

static void test_links(void **state)
{
    struct stage *stage = *state;
    begin_page(stage);
    float y = put_link(stage, "một liên kết dài nên xuống dòng", "https://vi.dụ/a b?c=(1)", 50, 100);
    y = put_link(stage, "trong tài liệu", "#cuoi", y, 300);
    put_link(stage, "hỏng", "#khong-co", y, 300);
    scene_end_page(stage->builder);
    begin_page(stage);
    put_heading(stage, 1, "Cuối", "cuoi", 100);
    struct pdf_file file = write_open_page(stage);
    assert_prints(&file, PDF_PLAIN, "(https://vi.d%E1%BB%A5/a%20b?c=\\(1\\))");
    assert_int_equal(count_plain(&file, "/Subtype /Link"), 3); /* two lines, one inside */
    assert_int_equal(count_plain(&file, "/S /URI"), 1);        /* the lines share it */
    assert_int_equal(count_plain(&file, "/Dest ["), 2);        /* of the link and the outline */
    assert_prints(&file, "pdfinfo -url %s", "https://vi.d");
    assert_sound(&file);
    pdf_close(&file);
}

static void test_outline(void **state)
{
    struct stage *stage = *state;
    begin_page(stage);
    put_heading(stage, 3, "Sâu trước", NULL, 10);
    put_heading(stage, 1, "Chương (một)", NULL, 50);
    put_heading(stage, 4, "Nhảy cấp", NULL, 90);
    put_heading(stage, 2, "Cấp hai", NULL, 130);
    put_heading(stage, 2, NULL, NULL, 170);
    put_heading(stage, 1, "Chương hai", NULL, 210);
    struct pdf_file file = write_open_page(stage);
    char *outline = pdf_run(&file, "mutool show %s outline", NULL);
    assert_int_equal(count_of(outline, "#"), 5);
    assert_non_null(strstr(outline, "\t\"Sâu trước\""));
    assert_non_null(strstr(outline, "\t\"Chương (một)\""));
    assert_non_null(strstr(outline, "\t\t\"Nhảy cấp\""));
    assert_non_null(strstr(outline, "\t\t\"Cấp hai\""));
    free(outline);
    assert_sound(&file);
    pdf_close(&file);
}

/* A heading cut to two pages is one entry, and a long one is cut short. */
static void test_outline_of_long_headings(void **state)
{
    struct stage *stage = *state;
    static const struct source source;
    char title[1001] = "";
    memset(title, 'q', sizeof title - 1);
    for (int page = 0; page < 2; page++) {
        begin_page(stage);
        scene_begin_mark(
            stage->builder,
            (struct mark){.type = MARK_HEADING, .level = 1, .title = title, .place = {&source, 0, 9}});
        stage_put(stage, "m", 20, 50, 100);
        scene_end_mark(stage->builder);
        if (page == 0)
            scene_end_page(stage->builder);
    }
    struct pdf_file file = write_open_page(stage);
    char *outline = pdf_run(&file, "mutool show %s outline", NULL);
    assert_int_equal(count_of(outline, "#"), 1);
    assert_int_equal(count_of(outline, "q"), 200);
    free(outline);
    pdf_close(&file);
}

static const struct scene *titled(struct stage *stage, const char *date)
{
    scene_end_page(stage->builder);
    return scene_finish(stage->builder, (struct scene_words){.piece = "handout",
                                                             .title = "Bảo vệ & <an toàn>",
                                                             .author = "Sở GD&ĐT",
                                                             .keywords = "trẻ em, mạng",
                                                             .language = "vi",
                                                             .date = date});
}

static void test_metadata(void **state)
{
    struct stage *stage = *state;
    begin_page(stage);
    struct pdf_file file = pdf_write(titled(stage, "2026-11-24T08:30:00+07:00"));
    assert_prints(&file, "pdfinfo %s", "Title:           Bảo vệ & <an toàn>\n");
    assert_prints(&file, "pdfinfo %s", "Keywords:        trẻ em, mạng\n");
    assert_prints(&file, "pdfinfo -meta %s", "<pdf:Keywords>trẻ em, mạng</pdf:Keywords>");
    assert_prints(&file, "pdfinfo %s", "Producer:        loa\n");
    assert_prints(&file, "pdfinfo %s", "PDF version:     1.7\n");
    assert_prints(&file, "pdfinfo -rawdates %s", "D:20261124083000+07'00'");
    assert_prints(&file, "pdfinfo -meta %s", "<rdf:li xml:lang=\"vi\">Bảo vệ &amp; &lt;an toàn&gt;</rdf:li>");
    assert_prints(&file, "pdfinfo -meta %s", "<xmp:CreateDate>2026-11-24T08:30:00+07:00<");
    assert_prints(&file, PDF_PLAIN, "/Lang (vi)");
    assert_prints(&file, PDF_PLAIN, "/DisplayDocTitle true");
    assert_prints(&file, PDF_PLAIN, "595.28\n    841.89\n");
    pdf_close(&file);
}

static void test_no_date_no_clock(void **state)
{
    struct stage *stage = *state;
    begin_page(stage);
    struct pdf_file file = pdf_write(titled(stage, "hôm qua"));
    assert_prints_not(&file, "pdfinfo %s", "CreationDate");
    assert_prints_not(&file, "pdfinfo -meta %s", "Date>");
    pdf_close(&file);
}

/* ---- The file ---- */

static void test_same_scene_same_bytes(void **state)
{
    struct stage *stage = *state;
    begin_page(stage);
    put_heading(stage, 1, "Tiêu đề", "a", 50);
    put_link(stage, "liên kết", "#a", 90, 300);
    scene_end_page(stage->builder);
    const struct scene *scene = stage_finish(stage);
    struct pdf_file first = pdf_write(scene), second = pdf_write(scene);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
    pdf_close(&first);
    pdf_close(&second);
}

static void test_thousands_of_pages(void **state)
{
    struct stage *stage = *state;
    for (unsigned i = 0; i < 8193; i++) {
        begin_page(stage);
        if (i == 8192)
            stage_put(stage, "trang cuối", 12, 50, 50);
        scene_end_page(stage->builder);
    }
    struct pdf_file file = pdf_write(stage_finish(stage));
    assert_output(&file, "qpdf --show-npages %s", "8193\n");
    assert_prints(&file, "pdftotext -f 8193 -l 8193 %s -", "trang cuối");
    pdf_close(&file);
}

static void assert_refused(const struct scene *scene, const char *words)
{
    char *bytes = NULL;
    size_t length;
    struct loa_error error;
    assert_int_equal(stage_write(&format_pdf, scene, 0, &bytes, &length, &error), LOA_LIMIT);
    assert_int_equal(error.status, LOA_LIMIT);
    assert_non_null(strstr(error.message, words));
    free(bytes);
}

static void test_pages_that_do_not_fit(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 100, 20000, 1, white);
    scene_end_page(stage->builder);
    assert_refused(stage_finish(stage), "page 1 is longer than 14400 points");
}

static void test_no_pages(void **state)
{
    assert_refused(stage_finish(*state), "without pages");
}

static bool refuse_bytes(void *self, const void *bytes, size_t length, struct loa_error *error)
{
    (void)bytes;
    size_t *left = self;
    if (length <= *left) {
        *left -= length;
        return true;
    }
    error->status = LOA_IO_FAILED;
    strcpy(error->message, "full");
    return false;
}

/* A disk that is full after any number of bytes is told at the end, not by a crash. */
static void test_full_disk(void **state)
{
    static const struct loa_sink_ops ops = {.write = refuse_bytes};
    struct stage *stage = *state;
    begin_page(stage);
    stage_put(stage, "đầy đĩa", 12, 50, 50);
    scene_end_page(stage->builder);
    const struct scene *scene = stage_finish(stage);
    for (size_t room = 0; room < 3000; room += 500) {
        size_t left = room;
        struct loa_error error = {0};
        struct loa_sink *sink = loa_sink_create(&ops, &left);
        format_pdf.write(scene, 0, sink, LOA_UI_EN, &error);
        assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED);
        loa_sink_destroy(sink);
    }
}

/* Numbers no layout should make still give a file every reader opens. */
static void test_odd_numbers(void **state)
{
    struct stage *stage = *state;
    struct scene_builder *builder = stage->builder;
    float full[] = {NAN, 1e30f, -1e30f, 5, INFINITY, 7};
    begin_page(stage);
    scene_fill(builder, path_polygon(builder, full, 3, true), teal);
    scene_stroke(builder, path_line(builder, 0, 0, 0, 0),
                 (struct stroke){.width = -1, .dash = -2, .gap = NAN});
    scene_push(builder, (struct matrix){0, 0, 0, 0, 1e20f, 0}, (struct path){0});
    stage_put(stage, "phẳng", 12, 1e20f, 50);
    scene_pop(builder);
    scene_fill(builder, (struct path){0}, teal);
    struct pdf_file file = write_open_page(stage);
    int code = -1;
    free(pdf_run(&file, "qpdf --check %s", &code));
    assert_int_equal(code, 0);
    assert_prints_not(&file, PDF_PLAIN, "nan");
    assert_prints_not(&file, PDF_PLAIN, "inf");
    pdf_close(&file);
}

#define STAGED(test) cmocka_unit_test_setup_teardown(test, stage_open, stage_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STAGED(test_text_comes_back),
        STAGED(test_more_glyphs_than_characters),
        STAGED(test_fonts_are_embedded_subsets),
        STAGED(test_many_glyphs),
        STAGED(test_missing_characters),
        STAGED(test_emoji),
        STAGED(test_words_are_where_the_scene_has_them),
        STAGED(test_words_of_a_face_of_2048_units),
        STAGED(test_tracked_words),
        STAGED(test_justified_lines_use_word_spacing),
        STAGED(test_shapes_and_colours),
        STAGED(test_gradients),
        STAGED(test_an_image_is_written_once),
        STAGED(test_shapes_that_come_again_are_shared),
        STAGED(test_links),
        STAGED(test_outline),
        STAGED(test_outline_of_long_headings),
        STAGED(test_metadata),
        STAGED(test_no_date_no_clock),
        STAGED(test_same_scene_same_bytes),
        STAGED(test_thousands_of_pages),
        STAGED(test_pages_that_do_not_fit),
        STAGED(test_no_pages),
        STAGED(test_full_disk),
        STAGED(test_odd_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
