#include "api/session.h"
#include "base/builder.h"
#include "base/file.h"
#include "base/limits.h"
#include <stdlib.h>
#include <string.h>

/* Longer lists of names are no help in a message. */
enum { NAMES_WORTH_LISTING = 12 };

static enum loa_status open_session(void *data)
{
    struct loa_session *session = data;
    if (!session->materials)
        return LOA_OK;
    session->materials = arena_string(&session->arena, session->materials);
    if (!file_is_folder(session->materials)) {
        report(&session->reporter, FINDING_no_materials, nowhere, session->materials);
        return LOA_IO_FAILED;
    }
    return LOA_OK;
}

enum loa_status loa_session_open(const struct loa_session_options *options, struct loa_session **out)
{
    *out = NULL;
    struct loa_session *session = calloc(1, sizeof *session);
    if (!session)
        return LOA_LIMIT;
    arena_init(&session->arena, LIMIT_ARENA_BYTES);
    session->reporter.call = options->report;
    session->reporter.self = options->report_self;
    session->reporter.ui = options->ui;
    session->reporter.strict = options->strict;
    session->reporter.reading = options->reading;
    session->reporter.reading_self = options->reading_self;
    session->materials = options->materials;
    enum loa_status status = session_protect(session, NULL, open_session, session);
    if (status == LOA_OK)
        *out = session;
    else
        loa_session_close(session);
    return status;
}

void loa_session_close(struct loa_session *session)
{
    if (!session)
        return;
    arena_clear(&session->arena);
    free(session);
}

size_t loa_session_count(const struct loa_session *session, enum loa_severity severity)
{
    return session->reporter.counts[severity];
}

struct library *session_library(struct loa_session *session)
{
    if (!session->library)
        session->library = library_open(&session->arena, &session->reporter, session->materials);
    return session->library;
}

struct font_set *session_fonts(struct loa_session *session)
{
    if (!session->fonts)
        session->fonts = font_set_create(&session->arena, &session->reporter);
    return session->fonts;
}

void session_tell_anew(struct loa_session *session)
{
    if (session->fonts)
        font_set_tell_anew(session->fonts);
}

struct nested {
    struct arena *arena;
    enum loa_status (*work)(void *data);
    void *data;
};

static enum loa_status protect_nested(void *data)
{
    struct nested *nested = data;
    return arena_protect(nested->arena, nested->work, nested->data);
}

enum loa_status session_protect(struct loa_session *session, struct arena *other,
                                enum loa_status (*work)(void *data), void *data)
{
    size_t errors = session->reporter.counts[LOA_ERROR];
    struct nested nested = {other, work, data};
    enum loa_status status = other ? arena_protect(&session->arena, protect_nested, &nested)
                                   : arena_protect(&session->arena, work, data);
    if (status == LOA_LIMIT && session->reporter.counts[LOA_ERROR] == errors)
        report(&session->reporter, FINDING_limit, nowhere,
               session_text(session, "hết bộ nhớ", "out of memory"));
    return status;
}

const char *session_text(const struct loa_session *session, const char *vi, const char *en)
{
    return session->reporter.ui == LOA_UI_EN ? en : vi;
}

const char *session_file_words(const struct loa_session *session, enum file_failure failure)
{
    return file_failure_words(failure, session->reporter.ui);
}

enum loa_status session_report_error(struct loa_session *session, const struct loa_error *error)
{
    if (*error->id)
        report_error(&session->reporter, error);
    else
        report(&session->reporter, error->status == LOA_LIMIT ? FINDING_limit : FINDING_io_failed, nowhere,
               *error->message ? error->message : session_text(session, "hết bộ nhớ", "out of memory"));
    return error->status;
}

const char *session_suggestion(const struct loa_session *session, struct arena *arena, const char *name,
                               const char *const *names, size_t count)
{
    const char *nearest = nearest_name(name, names, count);
    if (nearest)
        return arena_format(
            arena, session->reporter.ui == LOA_UI_EN ? "did you mean “%s”?" : "ý bạn là “%s”?", nearest);
    if (count == 0 || count > NAMES_WORTH_LISTING)
        return NULL;
    struct builder list;
    builder_init(&list, arena);
    builder_string(&list, session_text(session, "có: ", "there are: "));
    for (size_t i = 0; i < count; i++) {
        builder_string(&list, i ? ", " : "");
        builder_string(&list, names[i]);
    }
    return builder_text(&list);
}

enum loa_status session_no_such(struct loa_session *session, struct arena *arena, struct place place,
                                const char *what, const char *name, const char *const *names, size_t count)
{
    const char *hint = session_suggestion(session, arena, name, names, count);
    report(&session->reporter, FINDING_no_such_name, place, name, what, hint);
    return LOA_BAD_USE;
}
