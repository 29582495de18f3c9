#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scene/player.h"
#include "scenes.h"
#include "text/icon.h"
#include <math.h>

/* ---- Builder ---- */

static size_t count_items(const struct page *page, enum item_type type)
{
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++)
        count += page->items[i].type == type;
    return count;
}

static const struct item *nth_item(const struct page *page, enum item_type type, size_t n)
{
    for (size_t i = 0; i < page->count; i++)
        if (page->items[i].type == type && n-- == 0)
            return &page->items[i];
    fail_msg("no such item");
    return NULL;
}

static void test_pages(void **state)
{
    struct stage *stage = *state;
    const char *notes = "ghi chú", *title = "Trang một";
    scene_begin_page(stage->builder, 100, 50, 2, white);
    scene_page_title(stage->builder, title);
    scene_page_notes(stage->builder, notes);
    scene_page_height(stage->builder, 80);
    scene_fill(stage->builder, path_rect(stage->builder, rect_of(0, 0, 1, 1)), teal);
    scene_end_page(stage->builder);
    scene_begin_page(stage->builder, 10, 20, 1, teal);
    scene_page_title(stage->builder, NULL);
    scene_end_page(stage->builder);
    scene_reopen_page(stage->builder, 0);
    scene_fill(stage->builder, path_rect(stage->builder, rect_of(5, 0, 1, 1)), black);
    scene_end_page(stage->builder);
    assert_int_equal(scene_page_count(stage->builder), 2);
    const struct scene *scene = scene_finish(stage->builder, (struct scene_words){.title = "T"});
    assert_int_equal(scene->page_count, 2);
    assert_string_equal(scene->title, "T");
    assert_string_equal(scene->author, "");
    assert_string_equal(scene->pages[0].title, "Trang một");
    assert_string_equal(scene->pages[0].notes, "ghi chú");
    assert_true(scene->pages[0].height == 80);
    assert_int_equal(scene->pages[0].count, 2);
    assert_true(scene->pages[0].items[1].as.fill.path.steps[0].at[0] == 5);
    assert_null(scene->pages[1].title);
    assert_int_equal(scene->pages[1].count, 0);
    assert_int_equal(scene->font_count, 0);
    assert_int_equal(scene->image_count, 0);
}

static void test_counts(void **state)
{
    struct stage *stage = *state;
    static const uint8_t pixel[4] = {1, 2, 3, 255};
    const struct image image = {.width = 1, .height = 1, .pixels = pixel, .number = 6};
    scene_begin_page(stage->builder, 100, 50, 2, white);
    stage_put(stage, "Chữ", 12, 0, 0);
    scene_put_image(stage->builder, &image, rect_of(0, 0, 10, 10));
    scene_end_page(stage->builder);
    const struct scene *scene = stage_finish(stage);
    unsigned number = nth_item(&scene->pages[0], ITEM_TEXT, 0)->as.text.run->font->number;
    assert_int_equal(scene->font_count, number + 1);
    assert_int_equal(scene->image_count, 7);
}

static void test_links_share_a_mark(void **state)
{
    struct stage *stage = *state;
    const char *one = "https://a.vn", *two = "#muc-hai";
    const struct text_style style = {.family = "Noto Sans", .size = 12, .colour = {0, 0, 0, 255}};
    struct text_style bold = style;
    bold.bold = true;
    const struct text_span spans[] = {{"Xem ", 5, &style, "vi", NULL, {0}},
                                      {"trang ", 6, &style, "vi", one, {0}},
                                      {"này", 4, &bold, "vi", one, {0}},
                                      {"kia", 3, &style, "vi", two, {0}}};
    const struct paragraph_options options = {.width = 500, .leading = 1.4f};
    scene_begin_page(stage->builder, 600, 50, 1, white);
    put_paragraph(stage->builder, paragraph_break(stage->fonts, &stage->arena, spans, 4, &options), 10, 20);
    scene_end_page(stage->builder);
    const struct page *page = &stage_finish(stage)->pages[0];
    assert_int_equal(count_items(page, ITEM_TEXT), 4);
    assert_int_equal(count_items(page, ITEM_BEGIN), 2);
    assert_int_equal(count_items(page, ITEM_END), 2);
    assert_string_equal(nth_item(page, ITEM_BEGIN, 0)->as.mark->target, one);
    assert_string_equal(nth_item(page, ITEM_BEGIN, 1)->as.mark->target, two);
    assert_ptr_equal(nth_item(page, ITEM_END, 0)->as.mark, nth_item(page, ITEM_BEGIN, 0)->as.mark);
    assert_int_equal(page->items[0].type, ITEM_TEXT);
    assert_int_equal(page->items[page->count - 1].type, ITEM_END);
}

static void test_rules_of_text(void **state)
{
    struct stage *stage = *state;
    struct text_style style = {.size = 20, .underline = true, .strike = true, .rise = 5};
    const struct paragraph *paragraph = stage_paragraph(stage, "Đặng", style, 500, NULL);
    scene_begin_page(stage->builder, 600, 50, 1, white);
    put_paragraph(stage->builder, paragraph, 10, 20);
    scene_end_page(stage->builder);
    const struct page *page = &stage_finish(stage)->pages[0];
    const struct run *run = &paragraph->lines[0].runs[0];
    float baseline = 20 + paragraph->lines[0].baseline - 5;
    assert_true(nth_item(page, ITEM_TEXT, 0)->as.text.y == baseline);
    const struct item *under = nth_item(page, ITEM_STROKE, 0), *strike = nth_item(page, ITEM_STROKE, 1);
    float dots = baseline - run->font->marks_bottom * 20;
    assert_true(under->as.stroke.path.steps[0].at[1] - under->as.stroke.stroke.width / 2 > dots);
    assert_true(strike->as.stroke.path.steps[0].at[1] < baseline);
    assert_true(fabsf(under->as.stroke.path.steps[1].at[0] - 10 - run->width) < 0.01f);
    assert_true(under->as.stroke.stroke.width > 0.5f);
}

/* ---- Paths ---- */

struct extent {
    float low[2], high[2];
};

static struct extent extent_of(struct path path)
{
    struct extent extent = {{HUGE_VALF, HUGE_VALF}, {-HUGE_VALF, -HUGE_VALF}};
    for (size_t i = 0; i < path.count; i++) {
        size_t numbers = path.steps[i].verb == PATH_CURVE ? 6 : path.steps[i].verb == PATH_CLOSE ? 0 : 2;
        for (size_t k = 0; k < numbers; k++) {
            extent.low[k % 2] = fminf(extent.low[k % 2], path.steps[i].at[k]);
            extent.high[k % 2] = fmaxf(extent.high[k % 2], path.steps[i].at[k]);
        }
    }
    return extent;
}

static void assert_extent(struct path path, float left, float top, float right, float bottom)
{
    struct extent extent = extent_of(path);
    assert_true(fabsf(extent.low[0] - left) < 0.001f && fabsf(extent.low[1] - top) < 0.001f);
    assert_true(fabsf(extent.high[0] - right) < 0.001f && fabsf(extent.high[1] - bottom) < 0.001f);
    assert_int_equal(path.steps[0].verb, PATH_MOVE);
}

static void test_shapes(void **state)
{
    struct stage *stage = *state;
    struct scene_builder *builder = stage->builder;
    assert_extent(path_rect(builder, rect_of(1, 2, 30, 40)), 1, 2, 31, 42);
    assert_extent(path_rounded(builder, rect_of(1, 2, 30, 40), 5), 1, 2, 31, 42);
    assert_extent(path_rounded(builder, rect_of(1, 2, 30, 40), 500), 1, 2, 31, 42);
    assert_int_equal(path_rounded(builder, rect_of(1, 2, 30, 40), 0).count, 5);
    assert_int_equal(path_rounded(builder, rect_of(1, 2, 30, 40), -3).count, 5);
    assert_extent(path_circle(builder, 10, 20, 5), 5, 15, 15, 25);
    assert_extent(path_line(builder, 1, 2, 3, 4), 1, 2, 3, 4);
    const float points[] = {0, 0, 4, 0, 4, 4};
    assert_int_equal(path_polygon(builder, points, 3, true).count, 4);
    assert_int_equal(path_polygon(builder, points, 3, false).count, 3);
    assert_int_equal(path_polygon(builder, points, 0, true).count, 0);
    const struct icon_step steps[] = {{'M', {0.1f, 0.2f}}, {'C', {0, 0, 1, 1, 0.5f, 0.5f}}, {'Z', {0}}};
    const struct icon icon = {steps, 3};
    struct path path = path_icon(builder, &icon, 100, 200, 50);
    assert_extent(path, 100, 200, 150, 250);
    assert_int_equal(path.steps[2].verb, PATH_CLOSE);
    assert_true(path.steps[0].at[0] == 105 && path.steps[0].at[1] == 210);
}

static void test_empty_paths_draw_nothing(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 10, 10, 1, white);
    scene_fill(stage->builder, (struct path){0}, teal);
    scene_stroke(stage->builder, (struct path){0}, (struct stroke){.width = 1});
    scene_end_page(stage->builder);
    assert_int_equal(stage_finish(stage)->pages[0].count, 0);
}

/* ---- Player ---- */

struct record {
    char calls[100];
    size_t count;
};

static void note(void *self, char what)
{
    struct record *record = self;
    record->calls[record->count++] = what;
}

static void on_pop(void *self)
{
    note(self, ')');
}

static void on_push(void *self, const struct matrix *matrix, const struct path *clip)
{
    (void)matrix, (void)clip;
    note(self, '(');
}

static void on_begin(void *self, const struct mark *mark)
{
    (void)mark;
    note(self, '<');
}

static void on_end(void *self, const struct mark *mark)
{
    assert_non_null(mark);
    note(self, '>');
}

static void on_page_end(void *self)
{
    note(self, '.');
}

static const struct painter_ops recorder = {
    .push = on_push, .pop = on_pop, .begin_mark = on_begin, .end_mark = on_end, .end_page = on_page_end};

static void assert_plays(struct stage *stage, const char *building, const char *calls)
{
    struct record record = {0};
    scene_begin_page(stage->builder, 10, 10, 1, white);
    for (; *building; building++)
        if (*building == '(')
            scene_push(stage->builder, (struct matrix){1, 0, 0, 1, 0, 0}, (struct path){0});
        else if (*building == ')')
            scene_pop(stage->builder);
        else if (*building == '<')
            scene_begin_mark(stage->builder, (struct mark){.type = MARK_GROUP});
        else
            scene_end_mark(stage->builder);
    scene_end_page(stage->builder);
    const struct scene *scene = stage_finish(stage);
    scene_play(scene, &recorder, &record);
    assert_string_equal(record.calls, calls);
    stage->builder = scene_builder_create(&stage->arena);
}

static void test_player_balances(void **state)
{
    struct stage *stage = *state;
    assert_plays(stage, "", ".");
    assert_plays(stage, "(<>)", "(<>).");
    assert_plays(stage, ")>", ".");
    assert_plays(stage, "(<", "(<>).");
    assert_plays(stage, ")(<(", "(<()>).");
    assert_plays(stage, "(()<>", "(()<>).");
    assert_plays(stage, "><()<", "<()<>>.");
}

static void test_player_skips_missing_operations(void **state)
{
    struct stage *stage = *state;
    scene_begin_page(stage->builder, 10, 10, 1, white);
    stage_put(stage, "Chữ", 5, 0, 0);
    scene_fill(stage->builder, path_circle(stage->builder, 5, 5, 5), teal);
    scene_push(stage->builder, (struct matrix){1, 0, 0, 1, 0, 0}, (struct path){0});
    scene_end_page(stage->builder);
    const struct painter_ops nothing = {0};
    scene_play(stage_finish(stage), &nothing, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_pages, stage_open, stage_close),
        cmocka_unit_test_setup_teardown(test_counts, stage_open, stage_close),
        cmocka_unit_test_setup_teardown(test_links_share_a_mark, stage_open, stage_close),
        cmocka_unit_test_setup_teardown(test_rules_of_text, stage_open, stage_close),
        cmocka_unit_test_setup_teardown(test_shapes, stage_open, stage_close),
        cmocka_unit_test_setup_teardown(test_empty_paths_draw_nothing, stage_open, stage_close),
        cmocka_unit_test_setup_teardown(test_player_balances, stage_open, stage_close),
        cmocka_unit_test_setup_teardown(test_player_skips_missing_operations, stage_open, stage_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
