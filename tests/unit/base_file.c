/* Whole files, limits, and staying inside a folder. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/file.h"
#include "scratch.h"
#include <pthread.h>

static struct arena arena;

static int open_all(void **state)
{
    arena_init(&arena, 0);
    return scratch_open(state);
}

static int close_all(void **state)
{
    arena_clear(&arena);
    return scratch_close(state);
}

static void check_read(const char *path, size_t limit, const char *expected)
{
    char *bytes;
    size_t length;
    assert_int_equal(file_read(&arena, path, limit, &bytes, &length), FILE_OK);
    assert_int_equal(length, strlen(expected));
    assert_string_equal(bytes, expected);
}

static void check_failure(const char *path, size_t limit, enum file_failure failure)
{
    char *bytes;
    size_t length;
    assert_int_equal(file_read(&arena, path, limit, &bytes, &length), failure);
}

static void test_read(void **state)
{
    (void)state;
    scratch_write("chữ.md", "xin chào\n");
    scratch_write("rỗng", "");
    check_read("chữ.md", 100, "xin chào\n");
    check_read("chữ.md", strlen("xin chào\n"), "xin chào\n");
    check_failure("chữ.md", strlen("xin chào\n") - 1, FILE_TOO_LARGE);
    check_read("rỗng", 0, "");
}

static void test_failures(void **state)
{
    (void)state;
    scratch_write("x", "x");
    assert_int_equal(symlink("vòng", "vòng"), 0);
    check_failure("không có", 10, FILE_MISSING);
    check_failure("x/y", 10, FILE_MISSING);
    check_failure("", 10, FILE_MISSING);
    check_failure(".", 10, FILE_IS_FOLDER);
    check_failure("vòng", 10, FILE_UNREADABLE);
    if (geteuid() != 0) {
        assert_int_equal(chmod("x", 0), 0);
        check_failure("x", 10, FILE_DENIED);
    }
    check_failure("/dev/zero", 100000, FILE_TOO_LARGE); /* no size, no end */
}

static void *feed(void *path)
{
    int file = open(path, O_WRONLY);
    for (int i = 0; i < 10000 && file >= 0; i++)
        if (write(file, "0123456789", 10) != 10)
            break;
    close(file);
    return NULL;
}

static void test_fifo(void **state)
{
    (void)state;
    static char path[] = "ống";
    assert_int_equal(mkfifo(path, 0600), 0);
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, feed, path), 0);
    char *bytes;
    size_t length;
    assert_int_equal(file_read(&arena, path, 1 << 20, &bytes, &length), FILE_OK);
    pthread_join(thread, NULL);
    assert_int_equal(length, 100000);
    assert_int_equal(strlen(bytes), 100000);
    assert_memory_equal(bytes + 99990, "0123456789", 10);
}

/* Standard input from a file; -1 closes it. */
static int stand_in(int file)
{
    int before = dup(STDIN_FILENO);
    if (file >= 0) {
        dup2(file, STDIN_FILENO);
        close(file);
    } else {
        close(STDIN_FILENO);
    }
    return before;
}

static void test_standard_input(void **state)
{
    (void)state;
    scratch_write("x", "từ đầu vào");
    int before = stand_in(open("x", O_RDONLY));
    check_read("-", 100, "từ đầu vào");
    stand_in(-1);
    check_failure("-", 100, FILE_UNREADABLE);
    dup2(before, STDIN_FILENO);
    close(before);
}

static enum loa_status read_large(void *data)
{
    char **bytes = data;
    size_t length;
    file_read(&arena, "/dev/zero", SIZE_MAX, bytes, &length);
    return LOA_OK;
}

/* Out of memory in the middle: the jump goes on and no descriptor stays open. */
static void test_exhausted(void **state)
{
    (void)state;
    arena_clear(&arena);
    arena_init(&arena, 1 << 20);
    int next = dup(0);
    close(next);
    char *bytes;
    assert_int_equal(arena_protect(&arena, read_large, &bytes), LOA_LIMIT);
    int again = dup(0);
    close(again);
    assert_int_equal(again, next);
}

static void test_kinds(void **state)
{
    (void)state;
    scratch_write("tệp", "");
    assert_true(file_exists("tệp"));
    assert_false(file_is_folder("tệp"));
    assert_true(file_exists("."));
    assert_true(file_is_folder("."));
    assert_false(file_exists("không có"));
    assert_false(file_is_folder("không có"));
}

static void make_tree(void)
{
    mkdir("bài", 0777);
    mkdir("bài/hình", 0777);
    mkdir("bài khác", 0777);
    scratch_write("bài/a.png", "a");
    scratch_write("bài/hình/b.png", "b");
    scratch_write("bài khác/c.png", "c");
    scratch_write("ngoài.png", "d");
    if (symlink("../ngoài.png", "bài/ra.png") || symlink("..", "bài/lên") || symlink("hình", "bài/tranh") ||
        symlink("/etc", "bài/etc") || symlink("a.png", "bài/a2.png"))
        abort();
}

static void test_inside(void **state)
{
    (void)state;
    static const char *const rows[] = {"a.png",         "hình/b.png",   "./a.png",
                                       "hình/../a.png", "tranh/b.png",  "hình//b.png",
                                       "hình/./b.png",  "../bài/a.png", "a2.png"};
    make_tree();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *path = file_inside(&arena, "bài", rows[i]);
        if (!path)
            fail_msg("%s is inside", rows[i]);
        char room[4096], wanted[200];
        snprintf(wanted, sizeof wanted, "bài/%s", rows[i]);
        assert_string_equal(scratch_read(path, room), strstr(rows[i], "b.png") ? "b" : "a");
        assert_int_equal(path[0], '/'); /* a real path */
        assert_null(strstr(path, "/../"));
    }
}

static void test_outside(void **state)
{
    (void)state;
    static const char *const rows[] = {"../ngoài.png",
                                       "ra.png",
                                       "lên/ngoài.png",
                                       "lên/bài khác/c.png",
                                       "etc/passwd",
                                       "/etc/passwd",
                                       "hình/../../ngoài.png",
                                       "../bài khác/c.png", /* begins with the folder's name */
                                       "không/../../ngoài.png",
                                       "không/có/../../../ngoài.png",
                                       "../không có.png",
                                       "..",
                                       ".",
                                       "",
                                       "/"};
    make_tree();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (file_inside(&arena, "bài", rows[i]))
            fail_msg("%s is outside", rows[i]);
    assert_null(file_inside(&arena, NULL, "a.png"));
    assert_null(file_inside(&arena, "không có", "a.png"));
}

/* A link to nowhere may lead outside one day. */
static void test_links_to_nowhere(void **state)
{
    (void)state;
    make_tree();
    if (symlink("/không/có.png", "bài/treo.png") || symlink("vòng", "bài/vòng") ||
        symlink("../không", "bài/hình/treo"))
        abort();
    assert_null(file_inside(&arena, "bài", "treo.png"));
    assert_null(file_inside(&arena, "bài", "vòng"));
    assert_null(file_inside(&arena, "bài", "vòng/a.png"));
    assert_null(file_inside(&arena, "bài", "hình/treo/b.png"));
}

/* A path that no file can have is given up at once, however many folders it names. */
static void test_very_long_inside(void **state)
{
    (void)state;
    make_tree();
    char *path = arena_alloc(&arena, 4000001);
    for (size_t i = 0; i < 4000000; i += 2)
        memcpy(path + i, "a/", 2);
    assert_null(file_inside(&arena, "bài", path));
    path[1000] = '\0';
    assert_non_null(file_inside(&arena, "bài", path));
}

static void test_missing_inside(void **state)
{
    (void)state;
    make_tree();
    const char *path = file_inside(&arena, "bài", "chưa/có.png");
    assert_non_null(path);
    assert_non_null(strstr(path, "/bài/chưa/có.png"));
    assert_non_null(file_inside(&arena, "bài", "hình/chưa có.png"));
    assert_non_null(file_inside(&arena, "/", "etc/passwd"));
}

static void test_list(void **state)
{
    (void)state;
    scratch_write("b.yaml", "");
    scratch_write("a.yaml", "");
    scratch_write("ă.yaml", "");
    scratch_write("c.md", "");
    scratch_write(".d.yaml", "");
    const char **names;
    size_t count;
    assert_true(file_list(&arena, ".", ".yaml", &names, &count));
    assert_int_equal(count, 3);
    assert_string_equal(names[0], "a.yaml");
    assert_string_equal(names[1], "b.yaml");
    assert_string_equal(names[2], "ă.yaml");
    assert_true(file_list(&arena, ".", "", &names, &count));
    assert_int_equal(count, 4);
    assert_true(file_list(&arena, ".", ".nothing", &names, &count));
    assert_int_equal(count, 0);
    assert_false(file_list(&arena, "không có", "", &names, &count));
    assert_false(file_list(&arena, "c.md", "", &names, &count));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_all, close_all)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_read),
        TEST(test_failures),
        TEST(test_fifo),
        TEST(test_standard_input),
        TEST(test_exhausted),
        TEST(test_kinds),
        TEST(test_inside),
        TEST(test_outside),
        TEST(test_missing_inside),
        TEST(test_links_to_nowhere),
        TEST(test_very_long_inside),
        TEST(test_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
