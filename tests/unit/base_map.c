/* base/map.h: many keys, keys that meet in one slot, order. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/map.h"
#include <string.h>

static struct arena arena;
static struct map map;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 0);
    map_init(&map, &arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static void test_empty(void **state)
{
    (void)state;
    assert_null(map_get(&map, "a"));
    assert_null(map_find(&map, "", 0));
    assert_int_equal(map.count, 0);
}

static void test_slots(void **state)
{
    int one = 1, two = 2;
    (void)state;
    assert_null(*map_slot(&map, "a", 1));
    *map_slot(&map, "a", 1) = &one;
    assert_ptr_equal(map_get(&map, "a"), &one);
    map_set(&map, "a", &two);
    assert_ptr_equal(*map_slot(&map, "a", 1), &two);
    assert_int_equal(map.count, 1);
    map_set(&map, "b", NULL);
    assert_null(map_get(&map, "b"));
    assert_int_equal(map.count, 2);
}

static void test_keys_have_lengths(void **state)
{
    int values[4];
    (void)state;
    *map_slot(&map, "abc", 2) = &values[0];
    *map_slot(&map, "abc", 3) = &values[1];
    *map_slot(&map, "a\0b", 3) = &values[2];
    *map_slot(&map, "", 0) = &values[3];
    assert_ptr_equal(map_get(&map, "ab"), &values[0]);
    assert_ptr_equal(map_get(&map, "abc"), &values[1]);
    assert_ptr_equal(map_find(&map, "a\0b", 3), &values[2]);
    assert_null(map_find(&map, "a\0c", 3));
    assert_null(map_get(&map, "a"));
    assert_ptr_equal(map_get(&map, ""), &values[3]);
}

static void test_thousands(void **state)
{
    enum { COUNT = 50000 };
    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        const char *key = arena_format(&arena, "khóa-%zu", i);
        map_set(&map, key, (void *)key);
    }
    assert_int_equal(map.count, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        const char *key = arena_format(&arena, "khóa-%zu", i);
        assert_ptr_equal(map_get(&map, key), map.entries[i].key);
        assert_string_equal(map.entries[i].key, key);
        assert_int_equal(map.entries[i].key_length, strlen(key));
        assert_null(map_get(&map, arena_format(&arena, "khóa-%zu.", i)));
    }
}

/* FNV-1a, as the map: 400 keys that all want the same of up to 1024 slots. */
static uint32_t hash(const char *key)
{
    uint32_t value = 2166136261u;
    for (; *key; key++)
        value = (value ^ (unsigned char)*key) * 16777619u;
    return value;
}

static void test_collisions(void **state)
{
    const char *keys[400];
    size_t count = 0;
    (void)state;
    for (size_t i = 0; count < 400; i++) {
        const char *key = arena_format(&arena, "%zu", i);
        if ((hash(key) & 1023) == 1023)
            keys[count++] = key;
    }
    for (size_t i = 0; i < count; i++) {
        assert_null(map_get(&map, keys[i]));
        map_set(&map, keys[i], (void *)keys[i]);
    }
    for (size_t i = 0; i < count; i++)
        assert_ptr_equal(map_get(&map, keys[i]), keys[i]);
    assert_int_equal(map.count, count);
}

struct filling {
    struct arena *arena;
    struct map map;
};

static enum loa_status fill(void *data)
{
    struct filling *filling = data;
    for (size_t i = 0; i < 1000000; i++)
        map_set(&filling->map, arena_format(filling->arena, "%zu", i), filling);
    return LOA_OK;
}

/* After exhaustion the map still answers, and doesn't look for a free slot for ever. */
static void test_exhaustion_leaves_it_whole(void **state)
{
    (void)state;
    for (size_t limit = 70000; limit < 800000; limit += 40000) {
        struct arena small;
        arena_init(&small, limit);
        struct filling filling = {.arena = &small};
        map_init(&filling.map, &small);
        assert_int_equal(arena_protect(&small, fill, &filling), LOA_LIMIT);
        assert_true(filling.map.count <= filling.map.room);
        assert_true(filling.map.room < filling.map.slot_count);
        for (size_t i = 0; i < filling.map.count; i++)
            assert_ptr_equal(map_get(&filling.map, arena_format(&arena, "%zu", i)), &filling);
        assert_null(map_get(&filling.map, "absent"));
        arena_clear(&small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_slots, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_keys_have_lengths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_thousands, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_collisions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_exhaustion_leaves_it_whole, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
