/* export.c - the one call most programs need: edition, arrangement, painting, commit. */
#include "api/arrange.h"
#include "api/paint.h"
#include "base/limits.h"
#include "base/vector.h"

struct export_job {
    struct arrangement arrangement;
    struct loa_output *output;
};

static const struct format *find_format(struct arrangement *arrangement, const char *name)
{
    const struct format *format = format_named(name);
    if (format)
        return format;
    struct loa_session *session = arrangement->session;
    struct {
        const char **at;
        size_t count, room;
    } names = {0};
    for (size_t i = 0; formats[i]; i++)
        *VECTOR_ADD(arrangement->arena, &names) = formats[i]->name;
    session_no_such(session, arrangement->arena, nowhere, session_text(session, "định dạng", "format"), name,
                    names.at, names.count);
    return NULL;
}

static enum loa_status run_export(void *data)
{
    struct export_job *job = data;
    struct arrangement *arrangement = &job->arrangement;
    struct loa_session *session = arrangement->session;
    const struct loa_export_options *options = arrangement->options;
    const struct piece *piece = arrange_find_piece(arrangement, options->piece ? options->piece : "");
    if (!piece)
        return LOA_BAD_USE;
    const struct format *format = find_format(arrangement, options->format ? options->format : piece->format);
    if (!format)
        return LOA_BAD_USE;
    enum loa_status status = arrange_check_names(arrangement, piece);
    if (status == LOA_OK)
        status = arrange_read_theme(arrangement);
    if (status == LOA_OK)
        status = format->write_edition ? arrange_edition(arrangement, piece, format->name, options->audience)
                                       : arrange_piece(arrangement, piece, format->name, options->audience);
    if (status != LOA_OK)
        return status;
    const struct painting painting = {.scene = arrangement->scene,
                                      .edition = arrangement->edition,
                                      .format = format,
                                      .output = job->output,
                                      .jobs = options->jobs,
                                      .progress = options->progress,
                                      .progress_self = options->progress_self,
                                      .ui = session->reporter.ui};
    struct loa_error error = {0};
    status = paint(&painting, &error);
    if (status == LOA_OK)
        status = loa_output_commit(job->output, &error);
    if (status != LOA_OK)
        session_report_error(session, &error);
    return status;
}

enum loa_status loa_export(struct loa_guide *guide, const struct loa_export_options *options,
                           struct loa_output *output)
{
    struct arena arena;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    session_tell_anew(guide->session);
    struct export_job job = {
        .arrangement = {.session = guide->session, .guide = guide, .options = options, .arena = &arena},
        .output = output};
    enum loa_status status = session_protect(guide->session, &arena, run_export, &job);
    arena_clear(&arena);
    return status;
}
