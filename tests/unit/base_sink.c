/* Sinks: the first failure sticks and is told at the end. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/sink.h"
#include "scratch.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>

static void test_memory(void **state)
{
    (void)state;
    char *bytes = (char *)state;
    size_t length = 99;
    struct loa_sink *sink = loa_sink_to_memory(&bytes, &length);
    assert_null(bytes);
    loa_sink_text(sink, "xin ");
    loa_sink_write(sink, "", 0);
    loa_sink_write(sink, "chào\0!", 7);
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    assert_int_equal(length, 11);
    assert_int_equal(sink->written, 11);
    assert_memory_equal(bytes, "xin chào\0!", 12); /* and a NUL after it */
    loa_sink_write(sink, "x", 1);                  /* too late */
    assert_int_equal(sink->written, 11);
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    loa_sink_destroy(sink);
    assert_int_equal(length, 11);
    free(bytes);
}

static void test_memory_edges(void **state)
{
    (void)state;
    char *bytes;
    size_t length;
    struct loa_sink *sink = loa_sink_to_memory(&bytes, &length); /* nothing written */
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    loa_sink_destroy(sink);
    assert_int_equal(length, 0);
    assert_string_equal(bytes, "");
    free(bytes);

    sink = loa_sink_to_memory(&bytes, &length); /* never finished */
    loa_sink_text(sink, "x");
    loa_sink_destroy(sink);
    assert_null(bytes);
    assert_int_equal(length, 0);

    sink = loa_sink_to_memory(&bytes, &length); /* grows */
    for (size_t i = 0; i < 300000; i++)
        loa_sink_write(sink, "abc", 3);
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    loa_sink_destroy(sink);
    assert_int_equal(length, 900000);
    assert_memory_equal(bytes + 899997, "abc", 4);
    free(bytes);
    loa_sink_destroy(NULL);
}

/* ---- One's own ---- */

struct own {
    size_t writes, finishes, destroys;
    size_t fail_at; /* the write that fails, from 1; 0: none */
    bool fail_finish, with_status;
};

static bool own_write(void *self, const void *bytes, size_t length, struct loa_error *error)
{
    (void)bytes, (void)length;
    struct own *own = self;
    if (++own->writes != own->fail_at)
        return true;
    snprintf(error->message, sizeof error->message, "failure %zu", own->writes);
    if (own->with_status)
        error->status = LOA_LIMIT;
    return false;
}

static bool own_finish(void *self, struct loa_error *error)
{
    struct own *own = self;
    own->finishes++;
    snprintf(error->message, sizeof error->message, "at the end");
    return !own->fail_finish;
}

static void own_destroy(void *self)
{
    ((struct own *)self)->destroys++;
}

static const struct loa_sink_ops own_ops = {own_write, own_finish, own_destroy};

static void test_sticky(void **state)
{
    (void)state;
    struct own own = {.fail_at = 2};
    struct loa_sink *sink = loa_sink_create(&own_ops, &own);
    for (int i = 0; i < 5; i++)
        loa_sink_write(sink, "abc", 3);
    assert_int_equal(own.writes, 2); /* after the failure nobody is asked */
    assert_int_equal(sink->written, 3);
    assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED);
    assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED);
    assert_int_equal(own.finishes, 0);
    assert_string_equal(sink->error.message, "failure 2");
    loa_sink_destroy(sink);
    assert_int_equal(own.destroys, 1);
}

static void test_statuses(void **state)
{
    (void)state;
    struct own limited = {.fail_at = 1, .with_status = true};
    struct loa_sink *sink = loa_sink_create(&own_ops, &limited);
    loa_sink_text(sink, "x");
    assert_int_equal(loa_sink_finish(sink), LOA_LIMIT);
    loa_sink_destroy(sink);

    struct own late = {.fail_finish = true};
    sink = loa_sink_create(&own_ops, &late);
    loa_sink_text(sink, "x");
    assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED);
    assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED);
    assert_int_equal(late.finishes, 1);
    assert_string_equal(sink->error.message, "at the end");
    loa_sink_destroy(sink);

    struct own good = {0};
    sink = loa_sink_create(&own_ops, &good);
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    assert_int_equal(sink->error.status, LOA_OK);
    loa_sink_destroy(sink);

    static const struct loa_sink_ops bare = {own_write, NULL, NULL};
    sink = loa_sink_create(&bare, &good);
    loa_sink_text(sink, "x");
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    loa_sink_destroy(sink);
}

/* ---- Descriptors ---- */

static void test_file(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 65535, 65536, 65537, 1, 200000, 65536, 7};
    size_t total = 0;
    struct loa_sink *sink = sink_to_descriptor(open("x", O_WRONLY | O_CREAT, 0666), true, "x", LOA_UI_EN);
    char *block = malloc(200000);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        memset(block, 'a' + (int)i, sizes[i]);
        loa_sink_write(sink, block, sizes[i]);
        total += sizes[i];
    }
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    loa_sink_destroy(sink);
    struct stat status;
    assert_int_equal(stat("x", &status), 0);
    assert_int_equal(status.st_size, total);
    int file = open("x", O_RDONLY);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_int_equal(read(file, block, sizes[i]), sizes[i]);
        assert_int_equal(block[0], 'a' + (int)i);
        assert_int_equal(block[sizes[i] - 1], 'a' + (int)i);
    }
    close(file);
    free(block);
}

static void check_full(size_t bytes, enum loa_ui ui, const char *message)
{
    struct loa_sink *sink = sink_to_descriptor(open("/dev/full", O_WRONLY), true, "x.pdf", ui);
    for (size_t i = 0; i < bytes; i++)
        loa_sink_write(sink, "x", 1);
    assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED);
    assert_string_equal(sink->error.message, message);
    assert_string_equal(sink->error.id, "unwritable");
    loa_sink_destroy(sink);
}

static void test_full(void **state)
{
    (void)state;
    check_full(1, LOA_UI_EN, "can't write “x.pdf”: no space is left on the device"); /* found at finish */
    check_full(200000, LOA_UI_VI, "không ghi được “x.pdf”: hết chỗ trên đĩa");       /* found at a write */
}

static void test_closed(void **state)
{
    (void)state;
    int file = dup(STDOUT_FILENO);
    close(file);
    for (size_t bytes = 0; bytes < 2; bytes++) {
        struct loa_sink *sink = sink_to_descriptor(file, false, "-", LOA_UI_EN);
        loa_sink_write(sink, "x", bytes);
        assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED); /* even when nothing was written */
        assert_string_equal(sink->error.message, "can't write “-”: it is closed");
        loa_sink_destroy(sink);
    }
}

static void test_broken_pipe(void **state)
{
    (void)state;
    signal(SIGPIPE, SIG_IGN);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    struct loa_sink *sink = sink_to_descriptor(ends[1], true, "-", LOA_UI_EN);
    loa_sink_text(sink, "x");
    assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED);
    assert_string_equal(sink->error.message, "can't write “-”: the reader has gone");
    loa_sink_destroy(sink);
    signal(SIGPIPE, SIG_DFL);
}

static void *drain(void *data)
{
    static size_t total;
    char bytes[5000];
    total = 0;
    for (ssize_t got; (got = read(*(int *)data, bytes, sizeof bytes)) > 0;)
        total += (size_t)got;
    return &total;
}

/* A pipe that doesn't block is waited for. */
static void test_full_pipe(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, drain, &ends[0]), 0);
    struct loa_sink *sink = sink_to_descriptor(ends[1], true, "-", LOA_UI_EN);
    for (size_t i = 0; i < 1000; i++)
        loa_sink_write(sink, (char[4096]){0}, 4096);
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    loa_sink_destroy(sink);
    void *total;
    pthread_join(thread, &total);
    assert_int_equal(*(size_t *)total, 4096000);
    close(ends[0]);
}

static void test_ownership(void **state)
{
    (void)state;
    int file = open("x", O_WRONLY | O_CREAT, 0666);
    struct loa_sink *sink = sink_to_descriptor(file, false, "x", LOA_UI_EN);
    loa_sink_text(sink, "một");
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    loa_sink_destroy(sink);
    assert_int_equal(fcntl(file, F_GETFD), 0); /* still open */
    sink = sink_to_descriptor(file, true, "x", LOA_UI_EN);
    loa_sink_text(sink, "never flushed");
    loa_sink_destroy(sink);
    assert_int_equal(fcntl(file, F_GETFD), -1);
    char room[4096];
    assert_string_equal(scratch_read("x", room), "một");
}

static void test_words(void **state)
{
    (void)state;
    assert_string_equal(loa_errno_words(ENOSPC, LOA_UI_EN), "no space is left on the device");
    assert_string_equal(loa_errno_words(EACCES, LOA_UI_VI), "không được phép");
    assert_string_equal(loa_errno_words(EDOM, LOA_UI_VI), strerror(EDOM));
    struct loa_error error;
    error_from_errno(&error, "x", ENOENT, LOA_UI_EN);
    assert_int_equal(error.status, LOA_IO_FAILED);
    assert_string_equal(error.message, "can't write “x”: there is no such folder");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_memory_edges),
        cmocka_unit_test(test_sticky),
        cmocka_unit_test(test_statuses),
        TEST(test_file),
        cmocka_unit_test(test_full),
        cmocka_unit_test(test_closed),
        cmocka_unit_test(test_broken_pipe),
        cmocka_unit_test(test_full_pipe),
        TEST(test_ownership),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
