#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene/checker.h"
#include "scenes.h"

/* What was told, one fault a line. */
struct told {
    char words[4000];
};

static void tell(void *self, size_t page, const char *what)
{
    struct told *told = self;
    (void)page;
    strncat(told->words, what, sizeof told->words - strlen(told->words) - 1);
    strncat(told->words, "\n", sizeof told->words - strlen(told->words) - 1);
}

static int open_page(void **state)
{
    stage_open(state);
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 600, 400, 1, white);
    return 0;
}

static void assert_faults(struct stage *stage, size_t count, const char *words)
{
    struct told told = {""};
    scene_end_page(stage->builder);
    const struct scene *scene = stage_finish(stage);
    size_t found = scene_check(scene, tell, &told);
    if (found != count || !strstr(told.words, words))
        fail_msg("%zu faults, not %zu with “%s”:\n%s", found, count, words, told.words);
    assert_int_equal(scene_check(scene, NULL, NULL), count);
}

static void begin(struct stage *stage, enum mark_type type)
{
    scene_begin_mark(stage->builder,
                     (struct mark){.type = type, .level = 1, .alt = "hình", .target = "https://a.vn"});
}

static void end(struct stage *stage)
{
    scene_end_mark(stage->builder);
}

static void test_good_page(void **state)
{
    struct stage *stage = *state;
    const struct paragraph *paragraph = stage_paragraph(
        stage, "ẾỘỮẶ Ỵ ỷ ợ gậy: bảo vệ trẻ em trên môi trường mạng, dừng lại và kể cho người lớn.",
        (struct text_style){.size = 20}, 200, NULL);
    assert_true(paragraph->line_count > 3);
    begin(stage, MARK_PARAGRAPH);
    put_paragraph(stage->builder, paragraph, 10, 10);
    end(stage);
    begin(stage, MARK_TABLE);
    begin(stage, MARK_ROW);
    for (int i = 0; i < 3; i++) {
        begin(stage, MARK_CELL);
        stage_put(stage, "ô", 12, 300 + 30 * (float)i, 10);
        end(stage);
    }
    end(stage);
    end(stage);
    begin(stage, MARK_LIST);
    begin(stage, MARK_ITEM);
    begin(stage, MARK_LABEL);
    put_paragraph(stage->builder, stage_paragraph(stage, "1.", (struct text_style){.size = 12}, 90, NULL),
                  300, 60);
    end(stage);
    stage_put(stage, "mục", 12, 320, 60);
    end(stage);
    end(stage);
    scene_fill(stage->builder, path_circle(stage->builder, 0, 0, 60), teal);
    assert_faults(stage, 0, "");
}

static void test_text_off_the_page(void **state)
{
    struct stage *stage = *state;
    stage_put(stage, "Dài quá", 40, 560, 100);
    assert_faults(stage, 1, "text “Dài quá” sticks out of the page by ");
}

static void test_text_off_the_bottom(void **state)
{
    struct stage *stage = *state;
    stage_put(stage, "Thấp", 40, 60, 380);
    assert_faults(stage, 1, " pt at the bottom");
}

static void test_overlap(void **state)
{
    struct stage *stage = *state;
    stage_put(stage, "Một dòng", 20, 60, 100);
    stage_put(stage, "đè lên", 20, 100, 108);
    assert_faults(stage, 1, "text “Một dòng” overlaps text “đè lên”");
}

static void test_neighbours_do_not_overlap(void **state)
{
    struct stage *stage = *state;
    stage_put(stage, "Một dòng", 20, 60, 100);
    stage_put(stage, "dưới nó", 20, 60, 124);
    const struct paragraph *first = stage_paragraph(stage, "nối", (struct text_style){.size = 20}, 500, NULL);
    begin(stage, MARK_PARAGRAPH);
    put_paragraph(stage->builder, first, 300, 100);
    put_paragraph(stage->builder, first, 300 + first->width, 100);
    end(stage);
    assert_faults(stage, 0, "");
}

static void test_transforms_count(void **state)
{
    struct stage *stage = *state;
    const struct matrix move = {2, 0, 0, 2, 100, 100};
    stage_put(stage, "gốc", 20, 130, 130);
    scene_push(stage->builder, move, (struct path){0});
    stage_put(stage, "dời", 10, 15, 15);
    scene_pop(stage->builder);
    assert_faults(stage, 1, " overlaps ");
}

static void test_turned_text_beside_other(void **state)
{
    struct stage *stage = *state;
    const struct matrix turn = {0.7071f, 0.7071f, -0.7071f, 0.7071f, 100, 100};
    scene_push(stage->builder, turn, (struct path){0});
    stage_put(stage, "nghiêng nghiêng nghiêng", 20, 0, 0);
    scene_pop(stage->builder);
    stage_put(stage, "góc", 12, 230, 110);
    assert_faults(stage, 0, "");
}

static void test_text_under_turned_text(void **state)
{
    struct stage *stage = *state;
    const struct matrix turn = {0.7071f, 0.7071f, -0.7071f, 0.7071f, 100, 100};
    scene_push(stage->builder, turn, (struct path){0});
    stage_put(stage, "nghiêng nghiêng nghiêng", 20, 0, 0);
    scene_pop(stage->builder);
    stage_put(stage, "giữa", 12, 160, 170);
    assert_faults(stage, 1, " overlaps ");
}

static void test_clipped_text(void **state)
{
    struct stage *stage = *state;
    const struct matrix same = {1, 0, 0, 1, 0, 0};
    scene_push(stage->builder, same, path_rect(stage->builder, rect_of(50, 50, 40, 100)));
    stage_put(stage, "bị cắt mất", 20, 60, 60);
    scene_pop(stage->builder);
    assert_faults(stage, 1, "is cut off by ");
}

static void test_text_without_size(void **state)
{
    struct stage *stage = *state;
    const struct matrix flat = {1, 0, 0, 0, 0, 0};
    scene_push(stage->builder, flat, (struct path){0});
    stage_put(stage, "phẳng", 20, 60, 60);
    scene_pop(stage->builder);
    assert_faults(stage, 1, "text “phẳng” has no size");
}

static void test_text_in_no_mark(void **state)
{
    struct stage *stage = *state;
    put_paragraph(stage->builder, stage_paragraph(stage, "lạc", (struct text_style){.size = 12}, 90, NULL),
                  30, 60);
    assert_faults(stage, 1, "text “lạc” is in no mark");
}

static void test_balance(void **state)
{
    struct stage *stage = *state;
    const struct matrix same = {1, 0, 0, 1, 0, 0};
    scene_pop(stage->builder);
    end(stage);
    begin(stage, MARK_GROUP);
    scene_pop(stage->builder);
    scene_push(stage->builder, same, (struct path){0});
    end(stage);
    assert_faults(stage, 6, "a pop without a push\nan end without a begin\n");
}

static void test_nesting(void **state)
{
    static const enum mark_type wrong[][2] = {
        {MARK_GROUP, MARK_ITEM},         {MARK_ITEM, MARK_ITEM},     {MARK_PARAGRAPH, MARK_HEADING},
        {MARK_PARAGRAPH, MARK_LABEL},    {MARK_TABLE, MARK_CELL},    {MARK_CELL, MARK_ROW},
        {MARK_ARTIFACT, MARK_LINK},      {MARK_LINK, MARK_LINK},     {MARK_LIST, MARK_PARAGRAPH},
        {MARK_ROW, MARK_TABLE},          {MARK_HEADING, MARK_GROUP}, {MARK_ARTIFACT, MARK_ARTIFACT},
        {MARK_PARAGRAPH, MARK_PARAGRAPH}};
    static const enum mark_type around[MARK_TYPE_COUNT] = {
        [MARK_ITEM] = MARK_LIST, [MARK_ROW] = MARK_TABLE, [MARK_CELL] = MARK_ROW};
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        enum mark_type chain[4] = {around[around[wrong[i][0]]], around[wrong[i][0]], wrong[i][0],
                                   wrong[i][1]};
        size_t opened = 0;
        for (size_t k = 0; k < 4; k++)
            if (chain[k] || k >= 2) {
                begin(stage, chain[k]);
                opened++;
            }
        while (opened--)
            end(stage);
    }
    assert_faults(stage, sizeof wrong / sizeof *wrong, "item mark directly in group");
}

static void test_marks_need_words(void **state)
{
    struct stage *stage = *state;
    static const struct mark bare[] = {{.type = MARK_HEADING}, {.type = MARK_FIGURE}, {.type = MARK_LINK}};
    for (size_t i = 0; i < 3; i++) {
        scene_begin_mark(stage->builder, bare[i]);
        end(stage);
    }
    assert_faults(stage, 3, "a figure has no alternative text\na link leads nowhere\n");
}

static void test_text_directly_in_table(void **state)
{
    struct stage *stage = *state;
    begin(stage, MARK_TABLE);
    put_paragraph(stage->builder, stage_paragraph(stage, "lạc", (struct text_style){.size = 12}, 90, NULL),
                  30, 60);
    end(stage);
    assert_faults(stage, 1, "text stands directly in a table");
}

static void test_shapes_and_images(void **state)
{
    struct stage *stage = *state;
    static const uint8_t pixel[4] = {1, 2, 3, 255};
    const struct image image = {.width = 1, .height = 1, .pixels = pixel};
    const struct matrix same = {1, 0, 0, 1, 0, 0};
    scene_fill(stage->builder, path_rect(stage->builder, rect_of(700, 0, 20, 20)), teal);
    scene_put_image(stage->builder, &image, rect_of(590, 0, 20, 20));
    scene_put_image(stage->builder, &image, rect_of(5, 5, 0, 20));
    scene_push(stage->builder, same, path_rect(stage->builder, rect_of(10, 10, 50, 50)));
    scene_put_image(stage->builder, &image, rect_of(-10, -10, 90, 90)); /* a cropped picture is none */
    scene_pop(stage->builder);
    assert_faults(stage, 3, "an image sticks out of the page by 10 pt at the right");
}

static void test_many_runs(void **state)
{
    struct stage *stage = *state;
    for (int i = 0; i < 4000; i++)
        stage_put(stage, "a", 4, (float)(i % 60) * 9, (float)(i / 60) * 5.5f);
    assert_faults(stage, 0, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_page, stage_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_good_page),
        TEST(test_text_off_the_page),
        TEST(test_text_off_the_bottom),
        TEST(test_overlap),
        TEST(test_neighbours_do_not_overlap),
        TEST(test_transforms_count),
        TEST(test_turned_text_beside_other),
        TEST(test_text_under_turned_text),
        TEST(test_clipped_text),
        TEST(test_text_without_size),
        TEST(test_text_in_no_mark),
        TEST(test_balance),
        TEST(test_nesting),
        TEST(test_marks_need_words),
        TEST(test_text_directly_in_table),
        TEST(test_shapes_and_images),
        TEST(test_many_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
