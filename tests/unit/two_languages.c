/* Every row of the library's tables of words is there in Vietnamese and in English, as cli_messages.c looks
 * at the command line's, base_reporter.c at the findings, and guide_documented.c at what is said of guides.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/format.h"
#include "pieces/piece.h"
#include <string.h>

static void is_said(const char *name, const char *vi, const char *en)
{
    if (!vi || !*vi || !en || !*en)
        fail_msg("%s: one language is missing", name);
}

/* A `:::` block is called by its own name: that row has no words for the form. */
static void is_paired(const char *name, const char *vi, const char *en)
{
    if (!vi != !en)
        fail_msg("%s: one language is missing", name);
    if (vi)
        is_said(name, vi, en);
}

/* Names of things may be alike in both, sentences may not. */
static void is_translated(const char *name, const char *vi, const char *en)
{
    is_said(name, vi, en);
    if (strcmp(vi, en) == 0)
        fail_msg("%s: the same in both languages", name);
}

static void test_words_of_pieces(void **state)
{
    (void)state;
#define LOA_WORD(name, vi, en) is_said(#name, vi, en);
#include "layout/words.def"
#undef LOA_WORD
}

static void test_forms_and_reasons(void **state)
{
    (void)state;
#define LOA_CHOICE(name, form_vi, form_en, why_vi, why_en)                                                   \
    is_paired(#name, form_vi, form_en);                                                                      \
    is_said(#name, why_vi, why_en);
#include "layout/choices.def"
#undef LOA_CHOICE
}

static void test_system_errors(void **state)
{
    (void)state;
#define LOA_SYSTEM_ERROR(code, vi, en) is_translated(#code, vi, en);
#include "base/system_errors.def"
#undef LOA_SYSTEM_ERROR
}

static void test_pieces(void **state)
{
    (void)state;
    assert_non_null(pieces[0]);
    for (size_t i = 0; pieces[i]; i++)
        is_translated(pieces[i]->name, pieces[i]->summary_vi, pieces[i]->summary_en);
}

static void test_formats(void **state)
{
    (void)state;
    assert_non_null(formats[0]);
    for (size_t i = 0; formats[i]; i++)
        is_translated(formats[i]->name, formats[i]->summary_vi, formats[i]->summary_en);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_pieces), cmocka_unit_test(test_forms_and_reasons),
        cmocka_unit_test(test_system_errors),   cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
