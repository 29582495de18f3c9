/* The command line's own messages, as base_reporter.c looks at the library's: both languages ask for the same
 * arguments. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static const struct {
    const char *name, *id, *vi, *en, *hint_vi, *hint_en;
} rows[] = {
#define LOA_MESSAGE(name, severity, id, vi, en, hint_vi, hint_en) {#name, id, vi, en, hint_vi, hint_en},
#include "../../cli/messages.def"
#undef LOA_MESSAGE
};

static void assert_same_arguments(const char *name, const char *vi, const char *en)
{
    if (!vi != !en)
        fail_msg("%s: one language is missing", name);
    for (char digit = '1'; vi && digit <= '4'; digit++) {
        const char form[] = {'%', digit, '\0'};
        if (!strstr(vi, form) != !strstr(en, form))
            fail_msg("%s: %s is in one language only", name, form);
    }
}

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_non_null(rows[i].vi);
        assert_same_arguments(rows[i].name, rows[i].vi, rows[i].en);
        assert_same_arguments(rows[i].name, rows[i].hint_vi, rows[i].hint_en);
        assert_string_not_equal(rows[i].vi, rows[i].en);
    }
}

/* The id is the name, but where a message has a form with a suggestion. */
static void test_ids(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t length = strlen(rows[i].id);
        for (size_t k = 0; k < length; k++)
            if (rows[i].id[k] != (rows[i].name[k] == '_' ? '-' : rows[i].name[k]))
                fail_msg("%s has the id %s", rows[i].name, rows[i].id);
        if (strcmp(rows[i].name + length, "") && strcmp(rows[i].name + length, "_near"))
            fail_msg("%s has the id %s", rows[i].name, rows[i].id);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows), cmocka_unit_test(test_ids)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
