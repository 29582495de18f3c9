/* base/vector.h: growth, and what exhaustion leaves. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/vector.h"
#include <string.h>

struct pair {
    size_t index;
    const char *name;
};

static void test_growth_keeps_elements(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    VECTOR(struct pair) pairs = {0};
    for (size_t i = 0; i < 100000; i++) {
        struct pair *pair = VECTOR_ADD(&arena, &pairs);
        assert_int_equal(pair->index, 0);
        assert_null(pair->name);
        *pair = (struct pair){i, "x"};
    }
    assert_int_equal(pairs.count, 100000);
    for (size_t i = 0; i < pairs.count; i++)
        assert_int_equal(pairs.at[i].index, i);
    arena_clear(&arena);
}

/* Elements may be taken off by the count. */
static void test_room_is_kept(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    VECTOR(char) letters = {0};
    for (int i = 0; i < 5; i++)
        *VECTOR_ADD(&arena, &letters) = 'a';
    const char *at = letters.at;
    size_t room = letters.room;
    letters.count = 2;
    *VECTOR_ADD(&arena, &letters) = 'b';
    assert_ptr_equal(letters.at, at);
    assert_int_equal(letters.room, room);
    assert_memory_equal(letters.at, "aab", 3);
    arena_clear(&arena);
}

struct filling {
    struct arena arena;
    VECTOR(struct pair) pairs;
};

static enum loa_status fill(void *data)
{
    struct filling *filling = data;
    for (size_t i = 0; i < 100000; i++)
        VECTOR_ADD(&filling->arena, &filling->pairs)->index = i;
    return LOA_OK;
}

/* After exhaustion the vector is as it was: its room isn't more than it has. */
static void test_exhaustion_leaves_it_whole(void **state)
{
    (void)state;
    struct filling filling = {0};
    arena_init(&filling.arena, 1u << 20);
    assert_int_equal(arena_protect(&filling.arena, fill, &filling), LOA_LIMIT);
    assert_int_equal(filling.pairs.count, filling.pairs.room);
    for (size_t i = 0; i < filling.pairs.count; i++)
        assert_int_equal(filling.pairs.at[i].index, i);
    arena_clear(&filling.arena);
}

static enum loa_status room_beyond_all(void *data)
{
    size_t room = SIZE_MAX / 2 + 1;
    vector_room(data, NULL, room, &room, sizeof(struct pair));
    return LOA_OK;
}

static void test_overflow_is_exhaustion(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    assert_int_equal(arena_protect(&arena, room_beyond_all, &arena), LOA_LIMIT);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_growth_keeps_elements),
        cmocka_unit_test(test_room_is_kept),
        cmocka_unit_test(test_exhaustion_leaves_it_whole),
        cmocka_unit_test(test_overflow_is_exhaustion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
