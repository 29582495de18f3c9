/* Fitting: which step of a ladder is taken, and how what doesn't fit is cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/fit.h"

struct bench {
    struct arena arena;
    struct reporter reporter;
    struct sheet sheet;
    struct layout layout;
    unsigned made; /* how often content was asked for */
    float height;  /* of the content at its usual sizes in one column */
};

static int setup(void **state)
{
    static struct bench bench;
    bench = (struct bench){.sheet = {.scale = 1, .gap = 10}};
    arena_init(&bench.arena, 0);
    for (int role = 0; role < TEXT_ROLE_COUNT; role++)
        bench.sheet.size[role] = 100;
    bench.layout = (struct layout){.arena = &bench.arena, .reporter = &bench.reporter, .sheet = &bench.sheet};
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    arena_clear(&bench->arena);
    return 0;
}

static struct box *make(void *self, unsigned columns)
{
    struct bench *bench = self;
    bench->made++;
    return space_create(&bench->layout, 100, bench->height * bench->layout.sheet->scale / (float)columns);
}

static const struct fit_step steps[] = {
    {1.2f, 1.2f, 0.8f, 1}, {1, 1, 1, 1}, {0.5f, 0.5f, 1, 1}, {1, 1, 1, 2}};
static const struct fit_ladder ladder = {.steps = steps, .count = 4, .cut = 1};

static struct fit fitted(struct bench *bench, float height)
{
    const struct fit_job job = {
        .nominal = &bench->sheet, .ladder = &ladder, .room = 100, .make = make, .self = bench};
    bench->made = 0;
    bench->height = height;
    return fit_make(&bench->layout, &job);
}

static void the_best_step_that_fits_is_taken(void **state)
{
    struct bench *bench = *state;
    assert_ptr_equal(fitted(bench, 60).step, &steps[0]);
    assert_int_equal(bench->made, 1);
    assert_ptr_equal(fitted(bench, 80).step, &steps[1]); /* enlarged it would leave too little air */
    struct fit shrunk = fitted(bench, 160);
    assert_ptr_equal(shrunk.step, &steps[2]);
    assert_true(shrunk.fits);
    assert_true(bench->layout.sheet->size[TEXT_BODY] == 50);
    assert_true(shrunk.excess > 0.374f && shrunk.excess < 0.376f);
}

static void what_fits_nowhere_has_the_size_for_cutting(void **state)
{
    struct bench *bench = *state;
    assert_ptr_equal(fitted(bench, 200).step, &steps[2]);
    struct fit fit = fitted(bench, 250);
    assert_false(fit.fits);
    assert_ptr_equal(fit.step, &steps[1]);
    assert_true(fit.box->height == 250);
    assert_true(fit.excess == 0.6f);
}

static void what_is_not_to_be_cut_is_not_made(void **state)
{
    struct bench *bench = *state;
    static const struct fit_ladder whole = {.steps = steps, .count = 3, .cut = 3},
                                   doubtful = {.steps = steps, .count = 3, .cut = 3, .doubtful = true};
    struct fit_job job = {
        .nominal = &bench->sheet, .ladder = &whole, .room = 100, .make = make, .self = bench};
    bench->height = 250;
    bench->made = 0;
    struct fit fit = fit_make(&bench->layout, &job);
    assert_int_equal(bench->made, 3);
    assert_null(fit.step);
    assert_null(fit.box);
    assert_false(fit.fits);
    assert_ptr_equal(bench->layout.sheet, &bench->sheet);
    job.ladder = &doubtful;
    bench->made = 0;
    fit_make(&bench->layout, &job);
    assert_int_equal(bench->made, 1);
    bench->height = 150;
    assert_ptr_equal(fit_make(&bench->layout, &job).step, &steps[2]);
}

static bool is_third(void *self)
{
    const struct bench *bench = self;
    return bench->made == 3;
}

static void who_judges_decides(void **state)
{
    struct bench *bench = *state;
    const struct fit_job job = {.nominal = &bench->sheet,
                                .ladder = &ladder,
                                .room = 100,
                                .make = make,
                                .judge = is_third,
                                .self = bench};
    bench->made = 0;
    bench->height = 10;
    assert_ptr_equal(fit_make(&bench->layout, &job).step, &steps[2]);
}

static const struct box *items(struct bench *bench, size_t count)
{
    struct box_list list = {0};
    for (size_t i = 0; i < count; i++)
        box_list_add(&bench->layout, &list, space_create(&bench->layout, 100, 10));
    return stack_of_items(&bench->layout, &list, 100);
}

static void what_spills_is_an_error(void **state)
{
    struct bench *bench = *state;
    struct page_list pages = {0};
    assert_true(fit_cut(&bench->layout, items(bench, 12), 100, &pages));
    assert_true(pages_hold(&bench->layout, &pages));
    assert_int_equal(bench->reporter.counts[LOA_ERROR], 0);
    pages = (struct page_list){0};
    assert_true(fit_cut(&bench->layout, space_create(&bench->layout, 100, 101), 100, &pages));
    assert_false(pages_hold(&bench->layout, &pages));
    assert_int_equal(bench->reporter.counts[LOA_ERROR], 1);
}

static void no_text_is_scaled_below_its_floor(void **state)
{
    struct bench *bench = *state;
    struct sheet sheet = bench->sheet;
    sheet.medium = MEDIUM_SLIDE;
    sheet.size[TEXT_BODY] = 20;
    sheet.size[TEXT_SMALL] = 13;
    struct sheet scaled = sheet_scaled(&sheet, 0.5f, 1);
    assert_true(scaled.size[TEXT_BODY] == 18);
    assert_true(scaled.size[TEXT_SMALL] == 13);
    assert_true(scaled.size[TEXT_TITLE] == 50);
    sheet_hold_floor(&sheet);
    assert_true(sheet.size[TEXT_SMALL] == 14);
}

static void pages_are_about_equally_full(void **state)
{
    struct bench *bench = *state;
    struct page_list pages = {0};
    assert_true(fit_cut(&bench->layout, items(bench, 12), 100, &pages));
    assert_int_equal(pages.boxes.count, 2);
    assert_true(pages.boxes.at[0]->height == 60);
    assert_true(pages.boxes.at[1]->height == 60);
    pages = (struct page_list){0};
    assert_true(fit_cut(&bench->layout, items(bench, 21), 100, &pages));
    assert_int_equal(pages.boxes.count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(pages.boxes.at[i]->height == 70);
}

static void columns_are_about_equally_tall(void **state)
{
    struct bench *bench = *state;
    struct box *columns = fit_columns(&bench->layout, items(bench, 9), 20);
    assert_non_null(columns);
    assert_true(columns->height == 50);
    assert_true(columns->width == 220);
    assert_null(fit_columns(&bench->layout, space_create(&bench->layout, 100, 50), 20));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_best_step_that_fits_is_taken, setup, teardown),
        cmocka_unit_test_setup_teardown(what_fits_nowhere_has_the_size_for_cutting, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_to_be_cut_is_not_made, setup, teardown),
        cmocka_unit_test_setup_teardown(who_judges_decides, setup, teardown),
        cmocka_unit_test_setup_teardown(what_spills_is_an_error, setup, teardown),
        cmocka_unit_test_setup_teardown(no_text_is_scaled_below_its_floor, setup, teardown),
        cmocka_unit_test_setup_teardown(pages_are_about_equally_full, setup, teardown),
        cmocka_unit_test_setup_teardown(columns_are_about_equally_tall, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
