/* Boxes: stacks, rows, cards and pages, with boxes that only have a size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/column_run.h"
#include "layout/pages.h"
#include <math.h>

/* A box that remembers how often, and where, it was drawn. */
struct brick {
    struct box box;
    unsigned drawn;
    float x, y;
};

static void brick_draw(struct layout *layout, const struct box *box, float x, float y)
{
    (void)layout;
    struct brick *brick = (struct brick *)(uintptr_t)box;
    brick->drawn++;
    brick->x = x;
    brick->y = y;
}

static struct brick *brick_create(struct layout *layout, float height, float gap)
{
    static const struct box_ops ops = {.draw = brick_draw};
    struct brick *brick = ARENA_NEW(layout->arena, struct brick);
    brick->box = (struct box){.ops = &ops, .width = 100, .height = height, .before = gap, .after = gap};
    return brick;
}

struct bench {
    struct arena arena;
    struct reporter reporter;
    struct sheet sheet;
    struct palette palette;
    struct layout layout;
};

static int setup(void **state)
{
    static struct bench bench;
    bench = (struct bench){.sheet = {.gap = 10}};
    arena_init(&bench.arena, 0);
    bench.layout = (struct layout){.arena = &bench.arena,
                                   .reporter = &bench.reporter,
                                   .sheet = &bench.sheet,
                                   .palette = &bench.palette,
                                   .builder = scene_builder_create(&bench.arena)};
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    arena_clear(&bench->arena);
    return 0;
}

static bool near(float a, float b)
{
    return fabsf(a - b) < 0.001f;
}

static struct box *bricks(struct layout *layout, struct brick **made, size_t count, float height, float gap)
{
    struct box_list list = {0};
    for (size_t i = 0; i < count; i++) {
        made[i] = brick_create(layout, height, gap);
        box_list_add(layout, &list, &made[i]->box);
    }
    return stack_create(layout, &list, 100);
}

static void of_two_gaps_the_larger_holds(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *upper = brick_create(layout, 20, 4), *lower = brick_create(layout, 30, 9);
    struct box *stack = stack_of(layout, 100, &upper->box, &lower->box);
    assert_true(near(stack->height, 20 + 9 + 30));
    box_draw(layout, stack, 5, 7);
    assert_true(near(upper->y, 7) && near(lower->y, 7 + 20 + 9) && near(lower->x, 5));
}

static void nothing_makes_no_stack(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    assert_null(stack_of(layout, 100, NULL, NULL));
}

static void a_stack_is_cut_between_boxes(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *made[5];
    const struct box *head, *tail, *stack = bricks(layout, made, 5, 20, 0);
    assert_true(box_split(layout, stack, 70, false, &head, &tail));
    assert_true(near(head->height, 60) && near(tail->height, 40));
    assert_false(box_split(layout, stack, 100, false, &head, &tail));
    assert_false(box_split(layout, stack, 10, false, &head, &tail));
}

static void a_heading_goes_with_what_follows(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *made[4];
    const struct box *head, *tail, *stack = bricks(layout, made, 4, 20, 0);
    made[1]->box.keep_next = made[2]->box.keep_next = true;
    assert_true(box_split(layout, stack, 65, false, &head, &tail));
    assert_true(near(head->height, 20) && near(tail->height, 60));
    made[0]->box.keep_next = true;
    assert_false(box_split(layout, stack, 65, false, &head, &tail));
    assert_true(box_split(layout, stack, 65, true, &head, &tail));
    assert_true(near(head->height, 60));
}

/* Four boxes of 20, the third on a turned page under the heading that is the second. */
static void a_turned_box_has_pages_of_its_own(void **state)
{
    struct bench *bench = *state;
    struct layout *layout = &bench->layout;
    struct box_list list = {0};
    struct brick *bricks[4];
    for (size_t i = 0; i < 4; i++) {
        bricks[i] = brick_create(layout, 20, 0);
        box_list_add(layout, &list, i == 2 ? turned_create(layout, &bricks[i]->box) : &bricks[i]->box);
    }
    bricks[1]->box.keep_next = true;
    struct box *inner = stack_create(layout, &list, 100);
    assert_false(inner->turned);
    assert_true(inner->turns);
    struct box *outer = stack_of(layout, 100, &brick_create(layout, 20, 0)->box, inner);
    struct page_list pages = {.turned_room = 50};
    assert_true(pages_cut(layout, outer, 1000, 1000, &pages));
    assert_int_equal(pages.boxes.count, 3);
    static const float heights[] = {40, 40, 20};
    for (size_t i = 0; i < 3; i++) {
        assert_true(fabsf(pages.boxes.at[i]->height - heights[i]) < 0.01f);
        assert_int_equal(pages.boxes.at[i]->turned, i == 1);
    }
}

static void a_first_page_with_a_title_is_not_turned(void **state)
{
    struct bench *bench = *state;
    struct layout *layout = &bench->layout;
    struct box *box = turned_create(layout, &brick_create(layout, 20, 0)->box);
    struct page_list pages = {.turned_room = 50};
    assert_true(pages_cut(layout, box, 60, 100, &pages));
    assert_int_equal(pages.boxes.count, 2);
    assert_false(pages.boxes.at[0]->turned);
    assert_true(pages.boxes.at[1]->turned);
}

/* A heading (the second brick) needs two lines below it: 20 is one of them. */
static void a_heading_keeps_two_lines(void **state)
{
    struct bench *bench = *state;
    struct layout *layout = &bench->layout;
    struct brick *made[4];
    const struct box *head, *tail, *stack = bricks(layout, made, 4, 20, 0);
    made[1]->box.keep_next = true;
    bench->sheet.size[TEXT_BODY] = 10;
    bench->sheet.leading[TEXT_BODY] = 1.5f;
    assert_true(box_split(layout, stack, 65, false, &head, &tail));
    assert_true(near(head->height, 20) && near(tail->height, 60));
    bench->sheet.size[TEXT_BODY] = 5; /* now 20 is more than two */
    assert_true(box_split(layout, stack, 65, false, &head, &tail));
    assert_true(near(head->height, 60));
}

/* A section that ends with a heading goes on in the next one: it is cut before that heading. */
static void a_heading_leaves_the_section_above(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *made[2][3];
    struct box_list sections = {0};
    for (int i = 0; i < 2; i++)
        box_list_add(layout, &sections, bricks(layout, made[i], 3, 20, 0));
    made[0][2]->box.keep_next = sections.boxes.at[0]->keep_next = true;
    const struct box *head, *tail, *stack = stack_create(layout, &sections, 100);
    assert_true(box_split(layout, stack, 70, false, &head, &tail));
    assert_true(near(head->height, 40) && near(tail->height, 80));
}

/* The same where a part's heading leads on to the section: no page may end between the two. */
static void a_heading_leaves_the_section_below_a_heading(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *part = brick_create(layout, 20, 0), *made[2][3];
    struct box_list list = {0};
    box_list_add(layout, &list, &part->box);
    for (int i = 0; i < 2; i++)
        box_list_add(layout, &list, bricks(layout, made[i], 3, 20, 0));
    part->box.keep_next = made[0][2]->box.keep_next = list.boxes.at[1]->keep_next = true;
    const struct box *head, *tail, *stack = stack_create(layout, &list, 100);
    assert_true(box_split(layout, stack, 90, true, &head, &tail));
    assert_true(near(head->height, 60) && near(tail->height, 80));
}

static void items_are_never_left_alone(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct box_list list = {0};
    for (int i = 0; i < 4; i++)
        box_list_add(layout, &list, &brick_create(layout, 20, 0)->box);
    const struct box *head, *tail, *stack = stack_of_items(layout, &list, 100);
    assert_false(box_split(layout, stack, 30, false, &head, &tail));
    assert_true(box_split(layout, stack, 70, false, &head, &tail));
    assert_true(near(head->height, 40) && near(tail->height, 40));
    assert_true(box_split(layout, stack, 30, true, &head, &tail));
    assert_true(near(head->height, 20));
}

static void kept_boxes_are_cut_only_by_force(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *made[3];
    struct box *kept = keep_create(layout, bricks(layout, made, 3, 20, 0), 50);
    const struct box *head, *tail;
    assert_false(box_split(layout, kept, 45, false, &head, &tail));
    assert_true(box_split(layout, kept, 45, true, &head, &tail));
    assert_true(box_split(layout, kept, 55, false, &head, &tail)); /* too much of the page would stay empty */
}

static void cards_of_a_row_are_equally_tall(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct card_style style = {.pad_x = 5, .pad_y = 5};
    struct box_list list = {0};
    struct box *small = card_create(layout, &brick_create(layout, 10, 0)->box, 50, &style);
    struct box *large = card_create(layout, &brick_create(layout, 40, 0)->box, 50, &style);
    box_list_add(layout, &list, small);
    box_list_add(layout, &list, large);
    struct box *row = row_create(layout, &list, 8, ROW_TOP);
    assert_true(near(small->height, 50) && near(large->height, 50) && near(row->height, 50));
    assert_true(near(row->width, 108));
}

static void a_cut_card_keeps_its_distance(void **state)
{
    struct bench *bench = *state;
    const struct card_style style = {.pad_y = 5};
    struct box_list list = {0};
    for (int i = 0; i < 3; i++)
        box_list_add(&bench->layout, &list, &brick_create(&bench->layout, 10, 0)->box);
    struct box *card = card_create(&bench->layout, stack_create(&bench->layout, &list, 100), 100, &style);
    struct box *above = &brick_create(&bench->layout, 10, 0)->box;
    const struct box *head, *tail;
    card->before = 2;
    card->after = 3;
    assert_true(box_split(&bench->layout, card, 30, true, &head, &tail));
    assert_true(head->before == 2 && head->height == 30);
    assert_true(tail->after == 3);
    struct box *stack = stack_of(&bench->layout, 100, above, card);
    assert_true(box_split(&bench->layout, stack, 42, true, &head, &tail));
    assert_true(head->height == 42); /* not a hair over the room */
}

static void rows_align(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *low = brick_create(layout, 10, 0), *high = brick_create(layout, 30, 0);
    struct box_list list = {0};
    box_list_add(layout, &list, &low->box);
    box_list_add(layout, &list, &high->box);
    box_draw(layout, row_create(layout, &list, 0, ROW_MIDDLE), 0, 0);
    assert_true(near(low->y, 10) && near(high->y, 0));
}

static void pages_hold_every_box_once(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    enum { COUNT = 97 };
    struct brick *made[COUNT];
    struct box *stack = bricks(layout, made, COUNT, 17, 3);
    for (size_t i = 0; i < COUNT; i += 7)
        made[i]->box.keep_next = true;
    struct page_list pages = {0};
    assert_true(pages_cut(layout, stack, 50, 110, &pages));
    assert_true(pages.boxes.at[0]->height <= 50);
    for (size_t i = 0; i < pages.boxes.count; i++) {
        assert_true(pages.boxes.at[i]->height <= 110.01f);
        box_draw(layout, pages.boxes.at[i], 0, 0);
    }
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(made[i]->drawn, 1);
}

/* Cards make their parts with the usual space around them; this one was given more. */
static void a_cut_box_stays_as_far_from_its_neighbours(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct card_style style = {.pad_x = 5, .pad_y = 5};
    struct brick *made[3];
    struct box *card = card_create(layout, bricks(layout, made, 3, 20, 0), 100, &style);
    card->before = 1;
    card->after = 40;
    const struct box *head, *tail;
    struct box *stack = stack_of(layout, 100, &brick_create(layout, 20, 0)->box, card);
    assert_true(box_split(layout, stack, 52, false, &head, &tail));
    assert_true(near(head->height, 51) && near(tail->after, 40));
}

static const struct column_look columns = {.width = 220, .gutter = 20, .page = 110};

static void columns_are_balanced(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *made[5];
    struct box *run = column_run_create(layout, bricks(layout, made, 5, 20, 0), &columns);
    assert_true(near(run->width, 220) && near(run->height, 60));
    box_draw(layout, run, 7, 100);
    assert_true(near(made[2]->x, 7) && near(made[2]->y, 140));
    assert_true(near(made[3]->x, 7 + 120) && near(made[3]->y, 100));
}

/* Each page is full, the last one is balanced, and nothing is drawn twice or not at all. */
static void columns_are_cut_to_pages(void **state)
{
    enum { COUNT = 40 };
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *made[COUNT];
    struct box *run = column_run_create(layout, bricks(layout, made, COUNT, 17, 3), &columns);
    struct page_list pages = {0};
    assert_true(pages_cut(layout, run, 50, 110, &pages));
    assert_int_equal(pages.boxes.count, 5);
    for (size_t i = 0; i < pages.boxes.count; i++)
        box_draw(layout, pages.boxes.at[i], 0, 0);
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(made[i]->drawn, 1);
    assert_true(near(pages.boxes.at[0]->height, 37) && near(pages.boxes.at[1]->height, 97));
    assert_true(near(pages.boxes.at[4]->height, 57)); /* five of the last six would have filled a column */
}

static void headings_never_end_a_column(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *made[6];
    struct box *content = bricks(layout, made, 6, 20, 0);
    made[2]->box.keep_next = true;
    box_draw(layout, column_run_create(layout, content, &columns), 0, 0);
    assert_true(near(made[2]->x, 0) && near(made[3]->x, 0) && near(made[4]->x, 120));
}

static void what_is_short_has_no_columns(void **state)
{
    struct bench *bench = *state;
    struct brick *made[2];
    assert_null(column_run_create(&bench->layout, bricks(&bench->layout, made, 1, 50, 0), &columns));
    bench->sheet.size[TEXT_BODY] = 10;
    bench->sheet.leading[TEXT_BODY] = 1.5f;
    assert_null(column_run_create(&bench->layout, bricks(&bench->layout, made, 2, 50, 0), &columns));
}

/* The shorter card was made as tall as the other: it is cut at its own height. */
static void cards_taller_than_a_page_follow_each_other(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct card_style style = {.pad_x = 5, .pad_y = 5};
    struct brick *made[2][12];
    struct box_list cards = {0};
    box_list_add(layout, &cards, card_create(layout, bricks(layout, made[0], 12, 20, 0), 50, &style));
    box_list_add(layout, &cards, card_create(layout, bricks(layout, made[1], 3, 20, 0), 50, &style));
    struct page_list pages = {0};
    assert_true(pages_cut(layout, row_create(layout, &cards, 8, ROW_TOP), 100, 100, &pages));
    assert_int_equal(pages.boxes.count, 4);
    unsigned drawn = 0;
    scene_begin_page(layout->builder, 100, 100, 1, layout->palette->ground);
    for (size_t i = 0; i < pages.boxes.count; i++) {
        assert_true(pages.boxes.at[i]->height <= 100.01f);
        box_draw(layout, pages.boxes.at[i], 0, 0);
        drawn += made[1][0]->drawn;
    }
    assert_int_equal(drawn, 1); /* only on the last page */
    for (size_t i = 0; i < 12; i++)
        assert_int_equal(made[0][i]->drawn, 1);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(made[1][i]->drawn, 1);
}

static void an_uncuttable_box_waits_for_a_page_with_more_room(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct page_list pages = {0};
    assert_true(pages_cut(layout, &brick_create(layout, 80, 0)->box, 20, 100, &pages));
    assert_int_equal(pages.boxes.count, 2);
    assert_true(near(pages.boxes.at[0]->height, 0) && near(pages.boxes.at[1]->height, 80));
}

static void what_cannot_be_cut_stands_alone(void **state)
{
    struct layout *layout = &((struct bench *)*state)->layout;
    struct brick *made[3];
    struct box *stack = bricks(layout, made, 3, 20, 0);
    struct brick *tall = brick_create(layout, 500, 0);
    struct page_list pages = {0};
    assert_true(pages_cut(layout, stack_of(layout, 100, stack, &tall->box), 100, 100, &pages));
    assert_int_equal(pages.boxes.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(of_two_gaps_the_larger_holds, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_makes_no_stack, setup, teardown),
        cmocka_unit_test_setup_teardown(a_stack_is_cut_between_boxes, setup, teardown),
        cmocka_unit_test_setup_teardown(a_heading_goes_with_what_follows, setup, teardown),
        cmocka_unit_test_setup_teardown(items_are_never_left_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(kept_boxes_are_cut_only_by_force, setup, teardown),
        cmocka_unit_test_setup_teardown(cards_of_a_row_are_equally_tall, setup, teardown),
        cmocka_unit_test_setup_teardown(a_cut_card_keeps_its_distance, setup, teardown),
        cmocka_unit_test_setup_teardown(rows_align, setup, teardown),
        cmocka_unit_test_setup_teardown(pages_hold_every_box_once, setup, teardown),
        cmocka_unit_test_setup_teardown(a_turned_box_has_pages_of_its_own, setup, teardown),
        cmocka_unit_test_setup_teardown(a_first_page_with_a_title_is_not_turned, setup, teardown),
        cmocka_unit_test_setup_teardown(a_heading_keeps_two_lines, setup, teardown),
        cmocka_unit_test_setup_teardown(a_heading_leaves_the_section_above, setup, teardown),
        cmocka_unit_test_setup_teardown(a_heading_leaves_the_section_below_a_heading, setup, teardown),
        cmocka_unit_test_setup_teardown(a_cut_box_stays_as_far_from_its_neighbours, setup, teardown),
        cmocka_unit_test_setup_teardown(columns_are_balanced, setup, teardown),
        cmocka_unit_test_setup_teardown(columns_are_cut_to_pages, setup, teardown),
        cmocka_unit_test_setup_teardown(headings_never_end_a_column, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_short_has_no_columns, setup, teardown),
        cmocka_unit_test_setup_teardown(cards_taller_than_a_page_follow_each_other, setup, teardown),
        cmocka_unit_test_setup_teardown(an_uncuttable_box_waits_for_a_page_with_more_room, setup, teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_cut_stands_alone, setup, teardown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
