#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scenes.h"

static void assert_trace(struct stage *stage, const char *expected)
{
    char *bytes = NULL;
    size_t length;
    struct loa_error error;
    assert_int_equal(stage_write(&format_trace, stage_finish(stage), 0, &bytes, &length, &error), LOA_OK);
    char *text = arena_copy(&stage->arena, bytes, length);
    free(bytes);
    assert_string_equal(text, expected);
}

static void test_every_operation(void **state)
{
    struct stage *stage = *state;
    struct scene_builder *builder = stage->builder;
    static const uint8_t pixels[4] = {1, 2, 3, 255};
    const struct image image = {.width = 1, .height = 1, .pixels = pixels, .number = 2};
    const struct colour veil = {1, 2, 255, 128};
    scene_begin_page(builder, 595.28f, 842, 2, white);
    scene_page_title(builder, "Một");
    scene_page_notes(builder, "Dòng \"một\"\nhai\\ba\x01");
    scene_begin_mark(builder,
                     (struct mark){.type = MARK_HEADING, .level = 1, .id = "bat-nat", .title = "Bắt nạt"});
    scene_end_mark(builder);
    scene_begin_mark(builder, (struct mark){.type = MARK_CELL, .header = true, .language = "en"});
    scene_begin_mark(builder, (struct mark){.type = MARK_ARTIFACT, .decorative = true});
    scene_fill(builder, path_rect(builder, rect_of(1, 2, 3, 4)), teal);
    scene_end_mark(builder);
    scene_end_mark(builder);
    scene_fill_paint(builder, path_line(builder, 0, 0, 1, 1),
                     (struct paint){.colour = teal, .gradient = true, .to = veil, .x2 = 10});
    scene_push(builder, (struct matrix){1, 0, 0, 1, 5, 6}, path_rect(builder, rect_of(0, 0, 9, 9)));
    scene_stroke(builder, path_line(builder, 0, 0, 1.005f, 1), (struct stroke){.colour = veil, .width = 1});
    scene_pop(builder);
    scene_stroke(builder, path_circle(builder, 10, 10, 5),
                 (struct stroke){.colour = black, .width = 2, .dash = 3, .gap = 4, .round = true});
    float star[26];
    for (int i = 0; i < 26; i++)
        star[i] = (float)i;
    scene_fill(builder, path_polygon(builder, star, 13, true), black);
    scene_put_image(builder, &image, rect_of(1, 2, 3, 4));
    scene_end_page(builder);
    assert_trace(
        stage,
        "scene piece=\"slides\" title=\"Thử “nghiệm”\" language=\"vi\" pages 1\n"
        "page 1 595.28 842.00 ground #ffffff scale 2.00 title=\"Một\"\n"
        "  notes \"Dòng \\\"một\\\"\\nhai\\\\ba\\?\"\n"
        "  begin heading 1 id=\"bat-nat\" title=\"Bắt nạt\"\n"
        "  end\n"
        "  begin cell header language=\"en\"\n"
        "    begin artifact decorative\n"
        "      fill #0b6e66 M 1.00 2.00 L 4.00 2.00 L 4.00 6.00 L 1.00 6.00 Z\n"
        "    end\n"
        "  end\n"
        "  fill #0b6e66 to #0102ff80 0.00 0.00 10.00 0.00 M 0.00 0.00 L 1.00 1.00\n"
        "  push 1.00 0.00 0.00 1.00 5.00 6.00 clip M 0.00 0.00 L 9.00 0.00 L 9.00 9.00 L 0.00 9.00 Z\n"
        "    stroke #0102ff80 1.00 M 0.00 0.00 L 1.00 1.00\n"
        "  pop\n"
        "  stroke #000000 2.00 dash 3.00 4.00 round M 10.00 5.00 C 12.76 5.00 15.00 7.24 15.00 10.00 C 15.00 "
        "12.76 12.76 15.00 10.00 15.00 C 7.24 15.00 5.00 12.76 5.00 10.00 C 5.00 7.24 7.24 5.00 10.00 5.00 "
        "Z\n"
        "  fill #000000 steps 14 within 0.00 1.00 24.00 25.00\n"
        "  image 1.00 2.00 3.00 4.00 number 2 pixels 1 1\n");
}

static void test_text(void **state)
{
    struct stage *stage = *state;
    static const struct text_style style = {.size = 24, .colour = {11, 85, 102, 255}};
    static const struct font font = {.postscript_name = "NotoSans-Bold"};
    static const struct glyph glyphs[1] = {{.id = 77, .advance = 83.2f}};
    const struct run run = {.style = &style,
                            .font = &font,
                            .text = "Bảo vệ",
                            .length = strlen("Bảo vệ"),
                            .glyphs = glyphs,
                            .glyph_count = 1,
                            .x = 0.7f,
                            .width = 83.2f};
    const struct line line = {.runs = &run, .run_count = 1, .baseline = 8.12f};
    scene_begin_page(stage->builder, 100, 100, 1, white);
    scene_put_line(stage->builder, &line, 56, 80);
    scene_end_page(stage->builder);
    assert_trace(stage, "scene piece=\"slides\" title=\"Thử “nghiệm”\" language=\"vi\" pages 1\n"
                        "page 1 100.00 100.00 ground #ffffff scale 1.00\n"
                        "  text 56.70 88.12 \"Bảo vệ\" NotoSans-Bold 24.00 #0b5566 w 83.20\n");
}

static void test_empty_scene(void **state)
{
    assert_trace(*state, "scene piece=\"slides\" title=\"Thử “nghiệm”\" language=\"vi\" pages 0\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_every_operation, stage_open, stage_close),
        cmocka_unit_test_setup_teardown(test_text, stage_open, stage_close),
        cmocka_unit_test_setup_teardown(test_empty_scene, stage_open, stage_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
