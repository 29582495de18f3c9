/* Outputs: all files appear, whole, or none does. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "scratch.h"
#include <loa/output.h>

static char room[4096];

static struct loa_output *output_to(const char *target, bool keep)
{
    struct loa_error error = {0};
    struct loa_output_options options = {
        .target = target, .stem = "trang", .keep_existing = keep, .ui = LOA_UI_EN};
    struct loa_output *output = loa_output_to(&options, &error);
    if (!output)
        fail_msg("%s: %s", target, error.message);
    return output;
}

/* Opens, writes and finishes one file. */
static void put(struct loa_output *output, size_t index, size_t count, const char *text)
{
    struct loa_error error = {0};
    struct loa_sink *sink = loa_output_open(output, index, count, "png", &error);
    if (!sink)
        fail_msg("%s", error.message);
    loa_sink_text(sink, text);
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    loa_sink_destroy(sink);
}

static void refused(struct loa_output *output, size_t index, size_t count, enum loa_status status,
                    const char *message)
{
    struct loa_error error = {0};
    assert_null(loa_output_open(output, index, count, "png", &error));
    assert_string_equal(error.message, message);
    assert_int_equal(error.status, status);
}

static void commit(struct loa_output *output)
{
    struct loa_error error = {0};
    if (loa_output_commit(output, &error) != LOA_OK)
        fail_msg("%s", error.message);
    loa_output_destroy(output);
}

static void holds(const char *path, const char *text)
{
    assert_string_equal(scratch_read(path, room), text);
}

static void test_file(void **state)
{
    (void)state;
    struct loa_output *output = output_to("x.png", false);
    put(output, 0, 1, "ảnh");
    holds("x.png", "(none)"); /* not before commit */
    holds("x.png.part", "ảnh");
    commit(output);
    holds("x.png", "ảnh");
    assert_int_equal(scratch_count("."), 1);
}

static void test_not_committed(void **state)
{
    (void)state;
    scratch_write("x.png", "cũ");
    struct loa_output *output = output_to("x.png", false);
    put(output, 0, 1, "mới");
    loa_output_destroy(output);
    holds("x.png", "cũ");
    assert_int_equal(scratch_count("."), 1);
    output = output_to("x.png", false);
    put(output, 0, 1, "mới");
    commit(output);
    holds("x.png", "mới");
    loa_output_destroy(output_to("y.png", false)); /* nothing opened */
    loa_output_destroy(NULL);
}

static void test_mode(void **state)
{
    (void)state;
    mode_t before = umask(027);
    struct loa_output *output = output_to("x.png", false);
    put(output, 0, 1, "x");
    commit(output);
    umask(before);
    struct stat status;
    assert_int_equal(stat("x.png", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void test_one_file_only(void **state)
{
    (void)state;
    struct loa_output *output = output_to("x.png", false);
    refused(output, 0, 7, LOA_BAD_USE, "“x.png” is one file but there are 7 pages");
    loa_output_destroy(output);
    output = output_to("-", false);
    refused(output, 0, 7, LOA_BAD_USE, "standard output takes one file, there are 7 pages");
    loa_output_destroy(output);
    assert_int_equal(scratch_count("."), 0);
}

static void test_folder(void **state)
{
    (void)state;
    struct loa_output *output = output_to("ra/sâu/", false);
    put(output, 0, 3, "một");
    put(output, 1, 3, "hai");
    put(output, 2, 3, "ba");
    assert_int_equal(scratch_count("ra/sâu"), 3);
    commit(output);
    holds("ra/sâu/trang-01.png", "một");
    holds("ra/sâu/trang-02.png", "hai");
    holds("ra/sâu/trang-03.png", "ba");
    assert_int_equal(scratch_count("ra/sâu"), 3);
}

static void test_names_in_a_folder(void **state)
{
    (void)state;
    static const struct {
        size_t index, count;
        const char *path;
    } rows[] = {
        {0, 1, "ra/trang.png"},         {0, 2, "ra/trang-01.png"},    {8, 9, "ra/trang-09.png"},
        {98, 99, "ra/trang-99.png"},    {0, 100, "ra/trang-001.png"}, {99, 100, "ra/trang-100.png"},
        {9, 1000, "ra/trang-0010.png"},
    };
    mkdir("ra", 0777);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct loa_output *output =
            output_to(i % 2 ? "ra" : "ra/", false); /* an existing folder needs no slash */
        put(output, rows[i].index, rows[i].count, "x");
        commit(output);
        holds(rows[i].path, "x");
    }
    struct loa_error error = {0};
    struct loa_output_options options = {.target = "ra/", .stem = "một", .numbered = true};
    struct loa_output *output = loa_output_to(&options, &error);
    put(output, 0, 1, "x");
    commit(output);
    holds("ra/một-01.png", "x");
}

static void test_folders_go_with_failure(void **state)
{
    (void)state;
    mkdir("a", 0777);
    struct loa_output *output = output_to("a/b/c/", false);
    put(output, 0, 2, "x");
    assert_int_equal(scratch_count("a/b/c"), 1);
    loa_output_destroy(output);
    assert_int_equal(scratch_count("a"), 0); /* ours are gone, the one that was there is not */

    output = output_to("a/b/", false);
    put(output, 0, 2, "x");
    scratch_write("a/b/của người khác", "y");
    loa_output_destroy(output);
    assert_int_equal(scratch_count("a/b"), 1);
}

static void test_pattern(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        size_t index;
        const char *path;
    } rows[] = {
        {"a-%d.png", 0, "a-1.png"},
        {"b-%02d.png", 0, "b-01.png"},
        {"c-%3d.png", 8, "c-  9.png"},
        {"d-%03d.png", 1233, "d-1234.png"},
        {"%d", 4, "5"},
        {"100%%-%d.png", 0, "100%-1.png"},
        {"e%%%d%%", 1, "e%2%"},
        {"f-%00d.png", 0, "f-1.png"},
        {"g-%020d.png", 0, "g-00000000000000000001.png"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct loa_output *output = output_to(rows[i].pattern, false);
        put(output, rows[i].index, 2000, "x");
        commit(output);
        holds(rows[i].path, "x");
    }
    assert_int_equal(scratch_count("."), sizeof rows / sizeof *rows);
    struct loa_output *output = output_to("h-%099d.png", false); /* a name no file can have, but no harm */
    put(output, 0, 1, "x");
    commit(output);
}

static void test_bad_targets(void **state)
{
    (void)state;
    static const char *const targets[] = {
        "",       NULL,       "%",      "a%", "%s.png",  "%d-%d.png", "%n",        "%-2d", "%+d",  "%ld",
        "%i.png", "100%.png", "%%.png", "%5", "% d.png", "%.2d",      "%100d.png", "%*d",  "%1$d", "%d%"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        struct loa_error error = {0};
        struct loa_output_options options = {.target = targets[i], .stem = "x", .ui = LOA_UI_EN};
        if (loa_output_to(&options, &error))
            fail_msg("%s was taken", targets[i]);
        assert_int_equal(error.status, LOA_BAD_USE);
        assert_string_equal(error.id, "bad-target");
        assert_true(error.hint[0]);
    }
}

static void test_missing_folder(void **state)
{
    (void)state;
    struct loa_output *output = output_to("không/x.png", false);
    refused(output, 0, 1, LOA_IO_FAILED, "can't write “không/x.png”: there is no such folder");
    loa_output_destroy(output);
    output = output_to("không/%d.png", false);
    refused(output, 0, 1, LOA_IO_FAILED, "can't write “không/1.png”: there is no such folder");
    loa_output_destroy(output);
    assert_int_equal(scratch_count("."), 0);
}

static void test_things_in_the_way(void **state)
{
    (void)state;
    scratch_write("tệp", "x");
    mkdir("ra", 0777);
    mkdir("ra/trang.png", 0777);
    struct loa_output *output = output_to("tệp/", false);
    refused(output, 0, 1, LOA_IO_FAILED,
            "can't write “tệp”: the path leads through something that is no folder");
    loa_output_destroy(output);
    output = output_to("tệp/x.png", false);
    refused(output, 0, 1, LOA_IO_FAILED,
            "can't write “tệp/x.png”: the path leads through something that is no folder");
    loa_output_destroy(output);
    output = output_to("ra", false);
    refused(output, 0, 1, LOA_IO_FAILED, "can't write “ra/trang.png”: it is a folder");
    loa_output_destroy(output);
    holds("tệp", "x");
}

static void test_keep_existing(void **state)
{
    (void)state;
    scratch_write("x.png", "cũ");
    struct loa_output *output = output_to("x.png", true);
    refused(output, 0, 1, LOA_BAD_USE, "“x.png” exists already");
    loa_output_destroy(output);
    holds("x.png", "cũ");

    mkdir("ra", 0777);
    scratch_write("ra/trang-02.png", "cũ");
    output = output_to("ra", true);
    put(output, 0, 2, "mới");
    refused(output, 1, 2, LOA_BAD_USE, "“ra/trang-02.png” exists already");
    loa_output_destroy(output);
    assert_int_equal(scratch_count("ra"), 1);

    assert_int_equal(symlink("không có", "liên kết"), 0);
    output = output_to("liên kết", true);
    refused(output, 0, 1, LOA_BAD_USE, "“liên kết” exists already");
    loa_output_destroy(output);
}

/* What NAME.part leads to is never written into. */
static void test_old_parts(void **state)
{
    (void)state;
    scratch_write("quý", "giữ");
    assert_int_equal(symlink("quý", "a.part"), 0);
    assert_int_equal(link("quý", "b.part"), 0);
    scratch_write("c.part", "dở dang từ lần trước");
    assert_int_equal(mkfifo("d.part", 0600), 0);
    static const char *const names[] = {"a", "b", "c", "d"};
    for (size_t i = 0; i < 4; i++) {
        struct loa_output *output = output_to(names[i], false);
        put(output, 0, 1, "mới");
        commit(output);
        holds(names[i], "mới");
    }
    holds("quý", "giữ");
    assert_int_equal(scratch_count("."), 5);
    mkdir("e.part", 0777);
    struct loa_output *output = output_to("e", false);
    struct loa_error error = {0};
    assert_null(loa_output_open(output, 0, 1, "png", &error));
    assert_int_equal(error.status, LOA_IO_FAILED);
    loa_output_destroy(output);
}

static void test_link_is_replaced(void **state)
{
    (void)state;
    scratch_write("quý", "giữ");
    assert_int_equal(symlink("quý", "x.png"), 0);
    struct loa_output *output = output_to("x.png", false);
    put(output, 0, 1, "mới");
    commit(output);
    holds("x.png", "mới");
    holds("quý", "giữ");
}

static void test_commit_fails_midway(void **state)
{
    (void)state;
    mkdir("ra", 0777);
    scratch_write("ra/trang-01.png", "cũ");
    scratch_write("quý", "giữ");
    assert_int_equal(symlink("../quý", "ra/trang-03.png"), 0);
    struct loa_output *output = output_to("ra", false);
    for (size_t i = 0; i < 5; i++)
        put(output, i, 5, "x");
    mkdir("ra/trang-04.png", 0777); /* comes between */
    struct loa_error error = {0};
    assert_int_equal(loa_output_commit(output, &error), LOA_IO_FAILED);
    assert_string_equal(error.message, "can't write “ra/trang-04.png”: it is a folder");
    loa_output_destroy(output);
    /* What was renamed before is taken back: what stood there stands there again. */
    holds("ra/trang-01.png", "cũ");
    holds("ra/trang-02.png", "(none)");
    holds("ra/trang-03.png", "giữ");
    struct stat status;
    assert_int_equal(lstat("ra/trang-03.png", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(scratch_count("ra"), 3); /* with the folder; no .part is left */
}

static void test_commit_replaces_several(void **state)
{
    (void)state;
    mkdir("ra", 0777);
    scratch_write("ra/trang-01.png", "cũ");
    scratch_write("ra/trang-02.png.part.old", "từ một lần trước");
    scratch_write("ra/trang-02.png", "cũ");
    struct loa_output *output = output_to("ra", false);
    for (size_t i = 0; i < 3; i++)
        put(output, i, 3, "mới");
    commit(output);
    holds("ra/trang-01.png", "mới");
    holds("ra/trang-02.png", "mới");
    holds("ra/trang-03.png", "mới");
    assert_int_equal(scratch_count("ra"), 3);
}

static void test_devices(void **state)
{
    (void)state;
    struct loa_output *output = output_to("/dev/null", true); /* nothing to replace */
    put(output, 0, 1, "x");
    commit(output);
    struct stat status;
    assert_int_equal(stat("/dev/null", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
    assert_int_equal(lstat("/dev/null.part", &status), -1);

    output = output_to("/dev/full", false);
    struct loa_error error = {0};
    struct loa_sink *sink = loa_output_open(output, 0, 1, "png", &error);
    assert_non_null(sink);
    loa_sink_text(sink, "x");
    assert_int_equal(loa_sink_finish(sink), LOA_IO_FAILED);
    assert_string_equal(sink->error.message, "can't write “/dev/full”: no space is left on the device");
    loa_sink_destroy(sink);
    loa_output_destroy(output);
    assert_int_equal(stat("/dev/full", &status), 0);
}

static void test_fifo(void **state)
{
    (void)state;
    assert_int_equal(mkfifo("ống", 0600), 0);
    int reader = open("ống", O_RDONLY | O_NONBLOCK);
    struct loa_output *output = output_to("ống", false);
    put(output, 0, 1, "qua ống");
    commit(output);
    char bytes[20] = "";
    assert_int_equal(read(reader, bytes, sizeof bytes - 1), strlen("qua ống"));
    assert_string_equal(bytes, "qua ống");
    close(reader);
    assert_int_equal(scratch_count("."), 1);
}

/* Standard output led into a file: by every name it has, that file is written, not replaced. */
static void test_standard_output(void **state)
{
    (void)state;
    static const char *const names[] = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        fflush(stdout);
        int before = dup(STDOUT_FILENO), file = open("ra.png", O_WRONLY | O_CREAT | O_TRUNC, 0666);
        dup2(file, STDOUT_FILENO);
        close(file);
        struct loa_output *output = output_to(names[i], true);
        put(output, 0, 1, names[i]);
        commit(output);
        assert_int_equal(fcntl(STDOUT_FILENO, F_GETFD), 0); /* not closed */
        dup2(before, STDOUT_FILENO);
        close(before);
        holds("ra.png", names[i]);
        assert_int_equal(scratch_count("."), 1);
    }
    struct stat status;
    assert_int_equal(lstat("/dev/stdout", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
}

static void test_other_descriptors(void **state)
{
    (void)state;
    int file = open("ra.png", O_WRONLY | O_CREAT, 0666);
    char path[40];
    snprintf(path, sizeof path, "/dev/fd/%d", file);
    struct loa_output *output = output_to(path, true);
    put(output, 0, 1, "x");
    commit(output);
    close(file);
    holds("ra.png", "x");
    assert_int_equal(scratch_count("."), 1);
}

static void note(void *self, const char *path)
{
    strcat(strcat(self, path), "\n");
}

static void test_written(void **state)
{
    (void)state;
    char told[200] = "";
    struct loa_error error = {0};
    struct loa_output_options options = {
        .target = "ra/", .stem = "trang", .written = note, .written_self = told};
    struct loa_output *output = loa_output_to(&options, &error);
    put(output, 0, 2, "x");
    put(output, 1, 2, "x");
    assert_string_equal(told, "");
    commit(output);
    assert_string_equal(told, "ra/trang-01.png\nra/trang-02.png\n");
}

static void test_language(void **state)
{
    (void)state;
    struct loa_error error = {0};
    struct loa_output_options options = {.target = "không/x.png", .stem = "x", .ui = LOA_UI_VI};
    struct loa_output *output = loa_output_to(&options, &error);
    assert_null(loa_output_open(output, 0, 1, "png", &error));
    assert_string_equal(error.message, "không ghi được “không/x.png”: không có thư mục này");
    assert_string_equal(error.id, "unwritable");
    loa_output_destroy(output);
}

/* The caller's strings may change after the call. */
static void test_copies(void **state)
{
    (void)state;
    char target[] = "ra/", stem[] = "trang";
    struct loa_error error = {0};
    struct loa_output_options options = {.target = target, .stem = stem};
    struct loa_output *output = loa_output_to(&options, &error);
    memset(target, '#', sizeof target - 1);
    memset(stem, '#', sizeof stem - 1);
    put(output, 0, 1, "x");
    commit(output);
    holds("ra/trang.png", "x");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_file),
        TEST(test_not_committed),
        TEST(test_mode),
        TEST(test_one_file_only),
        TEST(test_folder),
        TEST(test_names_in_a_folder),
        TEST(test_folders_go_with_failure),
        TEST(test_pattern),
        TEST(test_bad_targets),
        TEST(test_missing_folder),
        TEST(test_things_in_the_way),
        TEST(test_keep_existing),
        TEST(test_old_parts),
        TEST(test_link_is_replaced),
        TEST(test_commit_fails_midway),
        TEST(test_commit_replaces_several),
        TEST(test_devices),
        TEST(test_fifo),
        TEST(test_standard_output),
        TEST(test_other_descriptors),
        TEST(test_written),
        TEST(test_language),
        TEST(test_copies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
