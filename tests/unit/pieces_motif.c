/* Motifs stay in their rectangle, are decoration, and the colours titles stand in are readable. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pieces/motif.h"
#include "pieces/parts.h"

struct drawing {
    struct arena arena;
    struct theme theme;
    struct palette palette;
    struct layout layout;
};

static void open_drawing(struct drawing *drawing, enum theme_motif motif)
{
    *drawing = (struct drawing){.theme = {.motif = motif}};
    arena_init(&drawing->arena, 0);
    drawing->palette = (struct palette){.ground = {255, 255, 255, 255}, .heading = {0, 0, 0, 255}};
    drawing->layout = (struct layout){.arena = &drawing->arena,
                                      .theme = &drawing->theme,
                                      .palette = &drawing->palette,
                                      .builder = scene_builder_create(&drawing->arena)};
    scene_begin_page(drawing->layout.builder, 400, 400, 1, drawing->palette.ground);
}

static const struct page *close_drawing(struct drawing *drawing)
{
    scene_end_page(drawing->layout.builder);
    return scene_finish(drawing->layout.builder, (struct scene_words){0})->pages;
}

static void is_within(const struct path *path, struct rect rect)
{
    for (size_t i = 0; i < path->count; i++) {
        size_t used = path->steps[i].verb == PATH_CURVE ? 6 : path->steps[i].verb == PATH_CLOSE ? 0 : 2;
        for (size_t k = 0; k < used; k += 2) {
            float x = path->steps[i].at[k], y = path->steps[i].at[k + 1];
            if (x < rect.x - 1 || x > rect.x + rect.width + 1 || y < rect.y - 1 ||
                y > rect.y + rect.height + 1)
                fail_msg("(%g, %g) is outside", (double)x, (double)y);
        }
    }
}

static void stay_in_place(void **state)
{
    (void)state;
    const struct rect place = {100, 50, 200, 300};
    for (int motif = 1; motif < MOTIF_COUNT; motif++) {
        struct drawing drawing;
        open_drawing(&drawing, (enum theme_motif)motif);
        motif_draw(&drawing.layout, place);
        const struct page *page = close_drawing(&drawing);
        assert_true(page->count >= 3);
        assert_int_equal(page->items[0].type, ITEM_BEGIN);
        assert_int_equal(page->items[0].as.mark->type, MARK_ARTIFACT);
        assert_int_equal(page->items[page->count - 1].type, ITEM_END);
        for (size_t i = 1; i + 1 < page->count; i++)
            is_within(page->items[i].type == ITEM_FILL ? &page->items[i].as.fill.path
                                                       : &page->items[i].as.stroke.path,
                      place);
        arena_clear(&drawing.arena);
    }
}

static void none_is_nothing(void **state)
{
    (void)state;
    struct drawing drawing;
    open_drawing(&drawing, MOTIF_none);
    motif_draw(&drawing.layout, (struct rect){0, 0, 100, 100});
    assert_null(motif_box(&drawing.layout, 100, 100));
    assert_int_equal(close_drawing(&drawing)->count, 0);
    arena_clear(&drawing.arena);
    open_drawing(&drawing, MOTIF_waves);
    motif_draw(&drawing.layout, (struct rect){0, 0, 100, -5}); /* no room */
    assert_int_equal(close_drawing(&drawing)->count, 0);
    arena_clear(&drawing.arena);
}

static void lies_in_a_box(void **state)
{
    (void)state;
    struct drawing drawing;
    open_drawing(&drawing, MOTIF_hall);
    struct box *box = motif_box(&drawing.layout, 300, 60);
    assert_true(box->width == 300 && box->height == 60);
    box_draw(&drawing.layout, box, 10, 20);
    const struct page *page = close_drawing(&drawing);
    for (size_t i = 1; i + 1 < page->count; i++)
        is_within(&page->items[i].as.fill.path, (struct rect){120, 20, 80, 60}); /* in its middle */
    arena_clear(&drawing.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stay_in_place),
        cmocka_unit_test(none_is_nothing),
        cmocka_unit_test(lies_in_a_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
