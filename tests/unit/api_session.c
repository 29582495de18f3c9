/* A session serves many calls: what one of them needs for itself is given back when it is done. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "api/session.h"
#include <stdlib.h>
#include <string.h>

static const char words[] =
    "---\nprofile: tay-ninh-2026\n---\n\n# Bài\n\nGọi {{contacts.111}}. Chữ Ω và \xF3\xB0\x80\x80.\n";

static void look_at(void *self, const struct loa_entry *entry)
{
    size_t *seen = self;
    *seen += strlen(entry->name);
}

/* Everything a program might do with a guide, with names that exist and names that don't. */
static void work(struct loa_session *session)
{
    struct loa_guide *guide;
    size_t seen = 0, length;
    char *bytes;
    assert_int_equal(loa_guide_read(session, "bai.md", words, sizeof words - 1, ".", &guide), LOA_OK);
    assert_int_equal(loa_check(guide, &(struct loa_export_options){0}), LOA_OK);
    const struct loa_export_options wrong[] = {
        {.piece = "handot"}, {.size = "a44", .piece = "handout"}, {.profile = "tay-ninh"}, {.theme = "binh"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(loa_check(guide, &wrong[i]), LOA_BAD_USE);
    loa_guide_close(guide);
    for (int kind = 0; kind < LOA_KIND_COUNT; kind++)
        assert_int_equal(loa_list(session, (enum loa_kind)kind, look_at, &seen), LOA_OK);
    assert_int_equal(loa_search(session, LOA_ICONS, "khóa", look_at, &seen), LOA_OK);
    assert_true(seen > 0);
    struct loa_sink *sink = loa_sink_to_memory(&bytes, &length);
    assert_int_equal(loa_show(session, &(struct loa_show_options){.name = "contacts.111"}, sink), LOA_OK);
    assert_int_equal(loa_show(session, &(struct loa_show_options){.name = "contacts.11x"}, sink),
                     LOA_BAD_USE);
    assert_int_equal(loa_sink_finish(sink), LOA_OK);
    loa_sink_destroy(sink);
    free(bytes);
}

static void test_calls_leave_nothing(void **state)
{
    (void)state;
    struct loa_session *session;
    assert_int_equal(loa_session_open(&(struct loa_session_options){0}, &session), LOA_OK);
    work(session); /* opens the materials, the fonts, shapes the words */
    struct arena_mark before = arena_mark(&session->arena);
    work(session);
    work(session);
    struct arena_mark after = arena_mark(&session->arena);
    assert_ptr_equal(before.chunk, after.chunk);
    assert_int_equal(before.used, after.used);
    loa_session_close(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_calls_leave_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
