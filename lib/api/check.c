/* check.c - everything loa would complain about, written nowhere. */
#include "api/arrange.h"
#include "base/builder.h"
#include "base/limits.h"
#include "base/map.h"
#include "check/ignored.h"
#include "scene/checker.h"
#include <string.h>

/* Editions share most of their text, so the same finding comes up many times; each is told and counted once.
 */
struct filter {
    const struct guide *guide;
    struct arena *arena;
    struct map seen;
    loa_report_fn *call;
    void *self;
    size_t counts[3];
};

static void report_once(void *self, const struct loa_finding *finding)
{
    struct filter *filter = self;
    if (finding_ignored(filter->guide, finding->id))
        return;
    struct builder key;
    builder_init(&key, filter->arena);
    builder_format(&key, "%s %u %u ", finding->id, finding->line, finding->column);
    builder_string(&key, finding->file);
    builder_char(&key, ' ');
    builder_string(&key, finding->message);
    void **slot = map_slot(&filter->seen, builder_text(&key), key.length);
    if (*slot)
        return;
    *slot = filter;
    filter->counts[finding->severity]++;
    if (filter->call)
        filter->call(filter->self, finding);
}

struct check {
    struct arrangement arrangement;
    struct arena pages;        /* of one edition and scene at a time */
    const struct piece *piece; /* the one being checked */
    const char *audience;      /* NULL: everybody */
    enum loa_status status;
};

static void report_fault(void *self, size_t page, const char *what)
{
    struct check *check = self;
    struct loa_session *session = check->arrangement.session;
    const char *words =
        arena_format(check->arrangement.arena,
                     session->reporter.ui == LOA_UI_EN ? "%s, page %zu: %s" : "%s, trang %zu: %s",
                     check->piece->name, page + 1, what);
    report(&session->reporter, FINDING_fault, nowhere, words);
}

static enum loa_status check_edition(void *data)
{
    struct check *check = data;
    enum loa_status status = arrange_piece(&check->arrangement, check->piece, NULL, check->audience);
    if (status == LOA_OK && scene_check(check->arrangement.scene, report_fault, check) > 0)
        return LOA_LIMIT;
    return status;
}

static void check_for(struct check *check, const char *audience)
{
    struct arena *outer = check->arrangement.arena;
    check->arrangement.arena = &check->pages;
    check->audience = audience;
    enum loa_status status = session_protect(check->arrangement.session, &check->pages, check_edition, check);
    check->arrangement.arena = outer;
    arena_restart(&check->pages);
    if (check->status == LOA_OK)
        check->status = status;
}

static void check_piece(struct check *check, const struct piece *piece)
{
    const struct front_matter *front = &check->arrangement.guide->guide->front;
    const char *asked = check->arrangement.options->audience;
    check->piece = piece;
    check_for(check, asked);
    for (size_t i = 0; !asked && i < front->audience_count; i++)
        check_for(check, front->audiences[i]);
}

static enum loa_status run_check(void *data)
{
    struct check *check = data;
    const char *name = check->arrangement.options->piece;
    const struct piece *only = name ? arrange_find_piece(&check->arrangement, name) : NULL;
    if (name && !only)
        return LOA_BAD_USE;
    enum loa_status status = arrange_check_names(&check->arrangement, only);
    if (status == LOA_OK)
        status = arrange_read_theme(&check->arrangement);
    if (status != LOA_OK)
        return status;
    checks_run(check->arrangement.arena, &check->arrangement.session->reporter,
               session_library(check->arrangement.session), check->arrangement.guide->guide, CHECK_ASKED);
    for (size_t i = 0; pieces[i]; i++)
        if (!only || only == pieces[i])
            check_piece(check, pieces[i]);
    return check->status;
}

static enum loa_status run_text_check(void *data)
{
    struct check *check = data;
    struct loa_session *session = check->arrangement.session;
    size_t errors = session->reporter.counts[LOA_ERROR];
    checks_run(check->arrangement.arena, &session->reporter, session_library(session),
               check->arrangement.guide->guide, CHECK_ALWAYS);
    return session->reporter.counts[LOA_ERROR] == errors ? LOA_OK : LOA_BAD_GUIDE;
}

struct filtered {
    struct filter *filter;
    struct check *check;
    enum loa_status (*work)(void *data);
};

static enum loa_status run_filtered(void *data)
{
    struct filtered *filtered = data;
    map_init(&filtered->filter->seen, filtered->filter->arena);
    return filtered->work(filtered->check);
}

/* Runs a check whose findings are told once each, and not at all where the guide says so. */
static enum loa_status check_with(struct loa_guide *guide, const struct loa_export_options *options,
                                  enum loa_status (*work)(void *data))
{
    struct loa_session *session = guide->session;
    struct reporter before = session->reporter;
    struct arena arena;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    struct filter filter = {.guide = guide->guide, .arena = &arena, .call = before.call, .self = before.self};
    memcpy(filter.counts, before.counts, sizeof filter.counts);
    session->reporter.call = report_once;
    session->reporter.self = &filter;
    session_tell_anew(session);
    struct check check = {
        .arrangement = {.session = session, .guide = guide, .options = options, .arena = &arena}};
    arena_init(&check.pages, LIMIT_ARENA_BYTES);
    struct filtered filtered = {&filter, &check, work};
    enum loa_status status = session_protect(session, &arena, run_filtered, &filtered);
    arena_clear(&check.pages);
    arena_clear(&arena);
    session->reporter = before;
    memcpy(session->reporter.counts, filter.counts, sizeof filter.counts);
    return status;
}

enum loa_status loa_check(struct loa_guide *guide, const struct loa_export_options *options)
{
    return check_with(guide, options, run_check);
}

enum loa_status loa_check_text(struct loa_guide *guide)
{
    return check_with(guide, NULL, run_text_check);
}
