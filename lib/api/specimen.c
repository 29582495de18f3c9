/* specimen.c - all themes of the materials on one sheet. */
#include "pieces/specimen.h"
#include "api/arrange.h"
#include "api/paint.h"
#include "base/limits.h"
#include "base/vector.h"

struct sheet_job {
    struct arrangement arrangement;
    struct loa_output *output;
};

typedef VECTOR(const struct theme *) theme_list;

/* A theme that is broken is reported and fails the sheet. */
static bool read_themes(struct arrangement *arrangement, theme_list *themes)
{
    struct library *library = session_library(arrangement->session);
    const char *const *names;
    size_t count;
    library_names(library, arrangement->arena, "themes", ".yaml", &names, &count);
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_format(arrangement->arena, "themes/%s.yaml", names[i]);
        const struct theme *theme = theme_read(arrangement->arena, &arrangement->session->reporter, library,
                                               library_source(library, path));
        if (!theme)
            return false;
        *VECTOR_ADD(arrangement->arena, themes) = theme;
    }
    return true;
}

/* The sheet's words, in the language of messages; NULL after a reported error. */
static const struct edition *read_words(struct arrangement *arrangement)
{
    struct loa_session *session = arrangement->session;
    struct library *library = session_library(session);
    const char *path = session_text(session, "specimen/vi.md", "specimen/en.md");
    const struct source *source = library_source(library, path);
    if (!source) {
        report(&session->reporter, FINDING_unreadable, nowhere, path,
               session_file_words(session, FILE_MISSING));
        return NULL;
    }
    const struct guide *guide = guide_create(arrangement->arena, &session->reporter, library, path, NULL,
                                             source->text, source->length);
    const struct edition_options all = {.piece = "specimen"};
    return guide ? edition_create(arrangement->arena, &session->reporter, library, guide, &all) : NULL;
}

static enum loa_status run(void *data)
{
    struct sheet_job *job = data;
    struct arrangement *arrangement = &job->arrangement;
    struct loa_session *session = arrangement->session;
    const char *name = arrangement->options->format;
    const struct format *format = arrange_find_format(arrangement, name ? name : "png");
    if (!format)
        return LOA_BAD_USE;
    theme_list themes = {0};
    const struct edition *edition = read_words(arrangement);
    if (!edition || !read_themes(arrangement, &themes))
        return LOA_BAD_GUIDE;
    const struct piece_job piece = {.arena = arrangement->arena,
                                    .reporter = &session->reporter,
                                    .library = session_library(session),
                                    .fonts = session_fonts(session),
                                    .edition = edition};
    const struct scene *scene = specimen_arrange(&piece, themes.at, themes.count);
    if (!scene)
        return LOA_BAD_GUIDE;
    const struct painting painting = {.scene = scene,
                                      .edition = edition,
                                      .format = format,
                                      .output = job->output,
                                      .jobs = arrangement->options->jobs,
                                      .ui = session->reporter.ui};
    return paint_and_commit(session, &painting);
}

enum loa_status loa_specimen(struct loa_session *session, const struct loa_export_options *options,
                             struct loa_output *output)
{
    struct arena arena;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    session_tell_anew(session);
    struct sheet_job job = {.arrangement = {.session = session, .options = options, .arena = &arena},
                            .output = output};
    enum loa_status status = session_protect(session, &arena, run, &job);
    arena_clear(&arena);
    return status;
}
