/* Findings on their way to whoever listens; "did you mean". */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/limits.h"
#include "findings.h"
#include <stdio.h>
#include <string.h>

static struct findings findings;

static int open_findings(void **state)
{
    (void)state;
    findings_open(&findings);
    return 0;
}

static int close_findings(void **state)
{
    (void)state;
    findings_close(&findings);
    return 0;
}

static struct place place_in(const char *text, uint32_t start, uint32_t end)
{
    return (struct place){source_create(&findings.arena, "bai.md", NULL, text, strlen(text)), start, end};
}

static void test_arguments(void **state)
{
    (void)state;
    struct reporter *reporter = &findings.reporter;
    report(reporter, FINDING_stray_close, nowhere);
    report(reporter, FINDING_unknown_block, nowhere, "step");
    report(reporter, FINDING_unknown_block, nowhere, "step", "steps");
    report(reporter, FINDING_unknown_value, nowhere, "a", "b", "c");
    report(reporter, FINDING_fallback_font, nowhere, "U+1F600", "😀", "Noto", "Emoji");
    assert_string_equal(
        findings_text(&findings),
        "error stray-close: this line closes a block but none is open (remove it, or open a block "
        "with “::: name”)\n"
        "error unknown-block: there is no block called “step”\n" /* nothing to suggest */
        "error unknown-block: there is no block called “step” (did you mean “steps”?)\n"
        "error unknown-value: “a” is no value of b (did you mean “c”?)\n"
        "warning fallback-font: “Noto” lacks the character U+1F600 “😀”, “Emoji” is used\n");
    assert_int_equal(reporter->counts[LOA_ERROR], 4);
    assert_int_equal(reporter->counts[LOA_WARNING], 1);
}

static void test_language(void **state)
{
    (void)state;
    findings.reporter.ui = LOA_UI_VI;
    report(&findings.reporter, FINDING_unknown_block, nowhere, "step", "steps");
    assert_string_equal(findings_text(&findings),
                        "error unknown-block: không có khối nào tên “step” (ý bạn là “steps”?)\n");
}

/* What is in an argument is not a template, and makes no second line. */
static void test_odd_arguments(void **state)
{
    (void)state;
    report(&findings.reporter, FINDING_unknown_block, nowhere, "%2 %1 %%\r\n!");
    assert_string_equal(findings_text(&findings),
                        "error unknown-block: there is no block called “%2 %1 %%  !”\n");
}

static void test_places(void **state)
{
    (void)state;
    const char *text = "Xin chào\nế sai\r\n";
    report(&findings.reporter, FINDING_stray_close, place_in(text, 14, 17));
    assert_int_equal(strncmp(findings_text(&findings), "2:3+3 error", 11), 0);
}

struct last {
    char file[20], line[LIMIT_FINDINGS * 100];
    size_t length;
    bool has_line;
};

static void keep_line(void *self, const struct loa_finding *finding)
{
    struct last *last = self;
    snprintf(last->file, sizeof last->file, "%s", finding->file ? finding->file : "(none)");
    last->has_line = finding->source_line;
    last->length = finding->source_line ? strlen(finding->source_line) : 0;
    snprintf(last->line, sizeof last->line, "%s", finding->source_line ? finding->source_line : "");
}

static void test_source_lines(void **state)
{
    (void)state;
    static struct last last;
    struct reporter reporter = {.call = keep_line, .self = &last};
    report(&reporter, FINDING_stray_close, place_in("một\r\nhai\nba", 7, 8));
    assert_string_equal(last.file, "bai.md");
    assert_string_equal(last.line, "hai");
    report(&reporter, FINDING_stray_close, nowhere);
    assert_string_equal(last.file, "(none)");
    assert_false(last.has_line);
    report_file(&reporter, FINDING_stray_close, "tệp.md", (const char *const[4]){NULL});
    assert_string_equal(last.file, "tệp.md");
    assert_false(last.has_line);

    /* A line beyond all measure is cut between characters. */
    for (size_t shift = 0; shift < 3; shift++) {
        char *text = arena_alloc(&findings.arena, 60001);
        memset(text, 'x', shift);
        for (size_t i = shift; i + 3 < 60000; i += 3)
            memcpy(text + i, "ế", 3);
        report(&reporter, FINDING_stray_close, place_in(text, 0, 1));
        assert_true(last.length > 10000 && last.length < 60000);
        assert_int_equal((last.length - shift) % 3, 0);
    }
}

static void test_strict(void **state)
{
    (void)state;
    findings.reporter.strict = true;
    report(&findings.reporter, FINDING_bad_date, nowhere, "hôm qua");
    assert_int_equal(findings.reporter.counts[LOA_WARNING], 0);
    assert_int_equal(findings.reporter.counts[LOA_ERROR], 1);
    assert_int_equal(strncmp(findings_text(&findings), "error bad-date", 14), 0);
}

static void test_limit(void **state)
{
    (void)state;
    assert_false(reporter_only_counts(&findings.reporter));
    for (size_t i = 0; i < LIMIT_FINDINGS + 50; i++)
        report(&findings.reporter, i % 2 ? FINDING_bad_date : FINDING_left_out, nowhere, "x");
    assert_int_equal(findings.calls, LIMIT_FINDINGS);
    assert_int_equal(findings.reporter.counts[LOA_NOTE] + findings.reporter.counts[LOA_WARNING],
                     LIMIT_FINDINGS + 50);
    assert_true(reporter_only_counts(&findings.reporter));
}

/* A flood of notes hides no error. */
static void test_limit_of_errors(void **state)
{
    (void)state;
    findings.reporter.counts[LOA_NOTE] = LIMIT_FINDINGS;
    struct place place = place_in("a\nb", 2, 3);
    for (size_t i = 0; i < LIMIT_FINDINGS + 50; i++)
        report(&findings.reporter, FINDING_nul_byte, place);
    assert_int_equal(findings.calls, LIMIT_FINDINGS);
    assert_int_equal(findings.reporter.counts[LOA_ERROR], LIMIT_FINDINGS + 50);
    const char *text = findings_text(&findings),
               *last = text + strlen(text) -
                       strlen("2:1+1 error nul-byte: a NUL byte: this is not a text file\n");
    assert_string_equal(last, "2:1+1 error nul-byte: a NUL byte: this is not a text file\n");
}

static void test_nobody_listens(void **state)
{
    (void)state;
    struct reporter deaf = {0};
    assert_true(reporter_only_counts(&deaf));
    report(&deaf, FINDING_stray_close, place_in("x", 0, 1));
    assert_int_equal(deaf.counts[LOA_ERROR], 1);
    findings.reporter.silent = true;
    report(&findings.reporter, FINDING_stray_close, nowhere);
    struct loa_error error = {.status = LOA_IO_FAILED, .message = "x"};
    report_error(&findings.reporter, &error);
    assert_int_equal(findings.calls, 0);
    assert_int_equal(findings.reporter.counts[LOA_ERROR], 0);
}

static void test_errors(void **state)
{
    (void)state;
    struct loa_error error;
    error_from_finding(&error, LOA_BAD_USE, FINDING_exists, LOA_UI_EN,
                       (const char *const[4]){"x.pdf", NULL, NULL, NULL});
    assert_int_equal(error.status, LOA_BAD_USE);
    assert_string_equal(error.id, "exists");
    assert_string_equal(error.message, "“x.pdf” exists already");
    assert_string_equal(error.hint, "add --force to replace it");
    report_error(&findings.reporter, &error);
    assert_string_equal(findings_text(&findings),
                        "error exists: “x.pdf” exists already (add --force to replace it)\n");
    error_from_finding(&error, LOA_BAD_USE, FINDING_unreadable, LOA_UI_EN,
                       (const char *const[4]){"x", "y", NULL, NULL});
    assert_string_equal(error.hint, "");
}

/* An error may be told again in other words: its own texts are then the arguments. */
static void test_an_error_of_an_error(void **state)
{
    (void)state;
    struct loa_error error;
    error_from_finding(&error, LOA_IO_FAILED, FINDING_unwritable, LOA_UI_EN,
                       (const char *const[4]){"a.pdf", "b"});
    error_from_finding(&error, LOA_IO_FAILED, FINDING_unreadable, LOA_UI_EN,
                       (const char *const[4]){"c", error.message});
    assert_string_equal(error.message, "can't read “c”: can't write “a.pdf”: b");
}

/* What has no room is cut, wherever the room ends, without leaving half a character. */
static void test_cut(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 12; shift++) {
        struct loa_error error;
        char name[1000] = "", whole[1100];
        memset(name, 'x', shift);
        for (int i = 0; i < 60; i++)
            strcat(name, "ếđa😀");
        snprintf(whole, sizeof whole, "there is no block called “%s”", name);
        error_from_finding(&error, LOA_LIMIT, FINDING_unknown_block, LOA_UI_EN, (const char *const[4]){name});
        size_t length = strlen(error.message);
        assert_true(length < sizeof error.message && length + 4 >= sizeof error.message);
        assert_memory_equal(error.message, whole, length);
        assert_int_not_equal((unsigned char)whole[length] & 0xc0, 0x80); /* a character ends here */
    }
}

static void test_ids(void **state)
{
    (void)state;
    assert_string_equal(finding_id(FINDING_unknown_block), "unknown_block");
    for (int i = 0; i < FINDING_COUNT; i++) {
        const char *id = finding_id((enum finding)i);
        assert_true(strlen(id) < sizeof((struct loa_error *)0)->id);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(id, finding_id((enum finding)j));
    }
}

/* Both languages ask for the same arguments, and the texts fit where they go. */
static void test_rows(void **state)
{
    (void)state;
    static const struct {
        const char *name, *vi, *en, *hint_vi, *hint_en;
    } rows[] = {
#define LOA_FINDING(name, severity, vi, en, hint_vi, hint_en) {#name, vi, en, hint_vi, hint_en},
#include "base/findings.def"
#undef LOA_FINDING
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!rows[i].hint_vi != !rows[i].hint_en)
            fail_msg("%s has a hint in one language only", rows[i].name);
        for (char digit = '1'; digit <= '4'; digit++) {
            const char form[] = {'%', digit, '\0'};
            if (!strstr(rows[i].vi, form) != !strstr(rows[i].en, form))
                fail_msg("%s: %s is in one message only", rows[i].name, form);
            if (rows[i].hint_vi && !strstr(rows[i].hint_vi, form) != !strstr(rows[i].hint_en, form))
                fail_msg("%s: %s is in one hint only", rows[i].name, form);
        }
        assert_true(strlen(rows[i].vi) < 250 && strlen(rows[i].en) < 250);
        assert_true(!rows[i].hint_vi || (strlen(rows[i].hint_vi) < 250 && strlen(rows[i].hint_en) < 250));
        if (rows[i].vi[strlen(rows[i].vi) - 1] == '.' || rows[i].en[strlen(rows[i].en) - 1] == '.')
            fail_msg("%s ends in a full stop", rows[i].name);
    }
}

static void test_nearest(void **state)
{
    (void)state;
    static const char *const names[] = {"steps",     "stats", "con-số", "nên",
                                        "checklist", "đúng",  "abc",    "timeline"};
    static const struct {
        const char *word, *nearest;
    } rows[] = {
        {"steps", "steps"},
        {"step", "steps"},
        {"STEPS", "steps"},
        {"stpes", "steps"},
        {"stat", "stats"},
        {"con-so", "con-số"},
        {"con so", "con-số"},
        {"nen", "nên"},
        {"NÊN", "nên"},
        {"ne\u0302n", "nên"},
        {"chekclist", "checklist"},
        {"dung", "đúng"},
        {"Đúng", "đúng"},
        {"acb", "abc"},
        {"tmieline", "timeline"},
        {"xyz", NULL},
        {"", NULL},
        {"hoàn toàn khác", NULL},
        {"s", NULL},
        {"\xff\xfe", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *found = nearest_name(rows[i].word, names, sizeof names / sizeof *names);
        if (!rows[i].nearest && found)
            fail_msg("“%s” is near “%s”", rows[i].word, found);
        if (rows[i].nearest && (!found || strcmp(found, rows[i].nearest) != 0))
            fail_msg("“%s” is near “%s”, not “%s”", rows[i].word, found ? found : "nothing", rows[i].nearest);
    }
    assert_null(nearest_name("steps", names, 0));
    char huge[2000];
    memset(huge, 'x', sizeof huge - 1);
    huge[sizeof huge - 1] = '\0';
    const char *const huge_names[] = {huge, "steps"};
    assert_null(nearest_name(huge, names, 8));
    assert_string_equal(nearest_name("step", huge_names, 2), "steps");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_findings, close_findings)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_arguments),
        TEST(test_language),
        TEST(test_odd_arguments),
        TEST(test_places),
        TEST(test_source_lines),
        TEST(test_strict),
        TEST(test_limit),
        TEST(test_limit_of_errors),
        TEST(test_nobody_listens),
        TEST(test_errors),
        TEST(test_an_error_of_an_error),
        TEST(test_cut),
        TEST(test_ids),
        TEST(test_rows),
        TEST(test_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
