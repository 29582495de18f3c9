/* export.c - the one call most programs need: edition, arrangement, painting, commit. */
#include "api/arrange.h"
#include "api/paint.h"
#include "base/limits.h"

struct export_job {
    struct arrangement arrangement;
    struct loa_output *output;
};

static enum loa_status run_export(void *data)
{
    struct export_job *job = data;
    struct arrangement *arrangement = &job->arrangement;
    struct loa_session *session = arrangement->session;
    const struct loa_export_options *options = arrangement->options;
    const struct piece *piece = arrange_find_piece(arrangement, options->piece ? options->piece : "");
    if (!piece)
        return LOA_BAD_USE;
    const struct format *format =
        arrange_find_format(arrangement, options->format ? options->format : piece->format);
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
    return paint_and_commit(session, &painting);
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
