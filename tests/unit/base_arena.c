/* base/arena.h: what is given, what is given back, and what happens when nothing is left. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/arena.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int set_up(void **state)
{
    static struct arena arena;
    arena_init(&arena, 0);
    *state = &arena;
    return 0;
}

static int tear_down(void **state)
{
    arena_clear(*state);
    return 0;
}

static void assert_zero(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        assert_int_equal(bytes[i], 0);
}

static void test_zeroed_and_aligned(void **state)
{
    static const size_t sizes[] = {0, 1, 3, 15, 16, 17, 4096, 65535, 65536, 65537, 300000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char *bytes = arena_alloc(*state, sizes[i]);
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        assert_zero(bytes, sizes[i]);
        memset(bytes, 0x5a, sizes[i]);
    }
}

static void test_pieces_do_not_overlap(void **state)
{
    enum { COUNT = 3000 };
    unsigned char *pieces[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        pieces[i] = arena_alloc(*state, i % 97);
        memset(pieces[i], (int)(i % 251), i % 97);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < i % 97; j++)
            assert_int_equal(pieces[i][j], i % 251);
}

static void test_copies(void **state)
{
    struct arena *arena = *state;
    const char bytes[] = {'t', 'r', '\0', 'e', 'x'};
    const char *copy = arena_copy(arena, bytes, 4);
    assert_memory_equal(copy, "tr\0e", 5);
    assert_string_equal(arena_copy(arena, NULL, 0), "");
    assert_string_equal(arena_string(arena, "trẻ em"), "trẻ em");
    assert_null(arena_string(arena, NULL));
    assert_string_equal(arena_format(arena, "%s %d%% %.*s %zu %x", "a", -5, 2, "xyz", (size_t)7, 255u),
                        "a -5% xy 7 ff");
    assert_string_equal(arena_format(arena, "%s", ""), "");
}

static void test_rewind(void **state)
{
    struct arena *arena = *state;
    char *before = arena_copy(arena, "kept", 4);
    struct arena_mark mark = arena_mark(arena);
    size_t total = arena->total;
    char *scratch = arena_alloc(arena, 100);
    memset(scratch, 1, 100);
    memset(arena_alloc(arena, 200000), 1, 200000);
    memset(arena_alloc(arena, 100000), 1, 100000);
    arena_rewind(arena, mark);
    assert_int_equal(arena->total, total);
    assert_string_equal(before, "kept");
    char *again = arena_alloc(arena, 300);
    assert_ptr_equal(again, scratch);
    assert_zero(again, 300);
}

static void test_rewind_to_nothing(void **state)
{
    struct arena *arena = *state;
    struct arena_mark mark = arena_mark(arena);
    memset(arena_alloc(arena, 10), 1, 10);
    arena_rewind(arena, mark);
    assert_int_equal(arena->total, 0);
    assert_zero(arena_alloc(arena, 10), 10);
}

static void test_restart_keeps_memory(void **state)
{
    struct arena *arena = *state;
    char *first = arena_alloc(arena, 200000);
    memset(first, 1, 200000);
    arena_restart(arena);
    assert_int_equal(arena->total, 0);
    char *again = arena_alloc(arena, 200000);
    assert_ptr_equal(again, first);
    assert_zero(again, 200000);
}

static void test_marks_nest(void **state)
{
    struct arena *arena = *state;
    arena_alloc(arena, 1);
    struct arena_mark outer = arena_mark(arena);
    char *first = arena_alloc(arena, 8);
    for (int i = 0; i < 3; i++) {
        struct arena_mark inner = arena_mark(arena);
        memset(arena_alloc(arena, 70000), 7, 70000);
        arena_rewind(arena, inner);
    }
    arena_rewind(arena, outer);
    assert_ptr_equal(arena_alloc(arena, 8), first);
}

static char order[16];

static void note_release(void *what)
{
    strcat(order, what);
}

static struct arena *arena_of_cleanup;

static void release_that_allocates(void *what)
{
    arena_defer(arena_of_cleanup, note_release, what);
    strcat(order, "(");
}

static void test_cleanups_run_newest_first_and_once(void **state)
{
    struct arena *arena = *state;
    order[0] = '\0';
    arena_defer(arena, note_release, "a");
    arena_defer(arena, note_release, "b");
    arena_alloc(arena, 100000);
    arena_defer(arena, note_release, "c");
    assert_string_equal(order, "");
    arena_clear(arena);
    assert_string_equal(order, "cba");
    assert_int_equal(arena->total, 0);
    arena_clear(arena);
    assert_string_equal(order, "cba");
    assert_string_equal(arena_copy(arena, "again", 5), "again");
}

static void test_cleanup_may_use_the_arena(void **state)
{
    struct arena *arena = arena_of_cleanup = *state;
    order[0] = '\0';
    arena_defer(arena, note_release, "a");
    arena_defer(arena, release_that_allocates, ")");
    arena_clear(arena);
    assert_string_equal(order, "()a");
}

struct job {
    struct arena *arena;
    enum loa_status returned; /* by an inner arena_protect() */
    size_t count, size, reached;
};

static enum loa_status allocate(void *data)
{
    struct job *job = data;
    for (job->reached = 0; job->reached < job->count; job->reached++)
        arena_alloc(job->arena, job->size);
    return LOA_BAD_GUIDE;
}

static void test_limit(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1000000);
    struct job few = {.arena = &arena, .count = 9, .size = 100000};
    assert_int_equal(arena_protect(&arena, allocate, &few), LOA_BAD_GUIDE);
    struct job many = {.arena = &arena, .count = 1000, .size = 10000};
    assert_int_equal(arena_protect(&arena, allocate, &many), LOA_LIMIT);
    assert_in_range(many.reached, 1, 20);
    assert_in_range(arena.total, 900000, 1000000);
    arena_clear(&arena);
    assert_int_equal(arena_protect(&arena, allocate, &few), LOA_BAD_GUIDE);
    arena_clear(&arena);
}

static enum loa_status allocate_all_there_is(void *data)
{
    struct job *job = data;
    arena_alloc(job->arena, job->size);
    fail_msg("%zu bytes were given", job->size);
    return LOA_OK;
}

static enum loa_status allocate_array(void *data)
{
    struct job *job = data;
    arena_array(job->arena, job->count, job->size);
    fail_msg("%zu times %zu bytes were given", job->count, job->size);
    return LOA_OK;
}

static enum loa_status copy_too_much(void *data)
{
    struct job *job = data;
    arena_copy(job->arena, "", SIZE_MAX);
    return LOA_OK;
}

static enum loa_status exhaust(void *data)
{
    struct job *job = data;
    arena_exhaust(job->arena);
}

static void test_overflow_is_exhaustion(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1u << 20); /* so that what didn't overflow isn't asked of the system */
    static const struct {
        size_t count, size;
    } rows[] = {{SIZE_MAX, 2},
                {2, SIZE_MAX},
                {SIZE_MAX / 2 + 1, 2},
                {(size_t)1 << 33, (size_t)1 << 33},
                {SIZE_MAX, SIZE_MAX}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct job job = {.arena = &arena, .count = rows[i].count, .size = rows[i].size};
        assert_int_equal(arena_protect(&arena, allocate_array, &job), LOA_LIMIT);
    }
    for (size_t less = 0; less < 100; less++) {
        struct job job = {.arena = &arena, .size = SIZE_MAX - less};
        assert_int_equal(arena_protect(&arena, allocate_all_there_is, &job), LOA_LIMIT);
    }
    struct job job = {.arena = &arena};
    assert_int_equal(arena_protect(&arena, copy_too_much, &job), LOA_LIMIT);
    assert_int_equal(arena_protect(&arena, exhaust, &job), LOA_LIMIT);
    assert_non_null(arena_array(&arena, 0, SIZE_MAX));
    assert_non_null(arena_array(&arena, SIZE_MAX, 0));
    arena_clear(&arena);
}

static enum loa_status protect_inside(void *data)
{
    struct job *job = data;
    struct job inner = {.arena = job->arena, .count = 1, .size = SIZE_MAX};
    job->returned = arena_protect(job->arena, allocate, &inner);
    job->reached = 1;
    arena_alloc(job->arena, job->size);
    job->reached = 2;
    return LOA_OK;
}

static void test_the_innermost_protect_takes_it(void **state)
{
    struct arena *arena = *state;
    struct job job = {.arena = arena, .size = 10};
    assert_int_equal(arena_protect(arena, protect_inside, &job), LOA_OK);
    assert_int_equal(job.returned, LOA_LIMIT);
    assert_int_equal(job.reached, 2);
    job = (struct job){.arena = arena, .size = SIZE_MAX};
    assert_int_equal(arena_protect(arena, protect_inside, &job), LOA_LIMIT);
    assert_int_equal(job.reached, 1);
    assert_null(arena->guard);
}

struct two {
    struct arena *outer, *inner;
};

static enum loa_status exhaust_outer(void *data)
{
    struct two *two = data;
    arena_exhaust(two->outer);
}

static enum loa_status protect_other(void *data)
{
    struct two *two = data;
    arena_protect(two->inner, exhaust_outer, two);
    fail_msg("the guard of another arena took it");
    return LOA_OK;
}

static void test_each_arena_has_its_own_guards(void **state)
{
    struct arena other;
    arena_init(&other, 0);
    struct two two = {*state, &other};
    assert_int_equal(arena_protect(*state, protect_other, &two), LOA_LIMIT);
    arena_clear(&other);
}

static void test_cleanups_survive_exhaustion(void **state)
{
    struct arena *arena = *state;
    order[0] = '\0';
    arena_defer(arena, note_release, "a");
    struct job job = {.arena = arena};
    assert_int_equal(arena_protect(arena, exhaust, &job), LOA_LIMIT);
    assert_string_equal(order, "");
    arena_clear(arena);
    assert_string_equal(order, "a");
}

static void test_exhaustion_outside_aborts(void **state)
{
    pid_t child = fork();
    assert_int_not_equal(child, -1);
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        arena_alloc(*state, SIZE_MAX);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>

static void test_overruns_are_seen(void **state)
{
    struct arena *arena = *state;
    for (size_t size = 1; size < 100; size++) {
        const char *bytes = arena_alloc(arena, size);
        assert_null(__asan_region_is_poisoned((void *)bytes, size));
        assert_true(__asan_address_is_poisoned(bytes + size));
        assert_true(size == 1 ||
                    __asan_address_is_poisoned(bytes - 1)); /* the first follows the chunk's head */
    }
    struct arena_mark mark = arena_mark(arena);
    const char *scratch = arena_alloc(arena, 10);
    arena_rewind(arena, mark);
    assert_true(__asan_address_is_poisoned(scratch));
}
#else
static void test_overruns_are_seen(void **state)
{
    (void)state;
    skip();
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_zeroed_and_aligned, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pieces_do_not_overlap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_copies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rewind, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rewind_to_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_restart_keeps_memory, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_marks_nest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cleanups_run_newest_first_and_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cleanup_may_use_the_arena, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_overruns_are_seen, set_up, tear_down),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_overflow_is_exhaustion),
        cmocka_unit_test_setup_teardown(test_the_innermost_protect_takes_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_each_arena_has_its_own_guards, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cleanups_survive_exhaustion, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_exhaustion_outside_aborts, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
