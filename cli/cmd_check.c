/* cmd_check.c - `loa check`: everything wrong or doubtful in guides, with its place. */
#include "app.h"
#include "watch.h"

static enum loa_status check_guide(struct app *app, struct loa_session *session, const char *path)
{
    struct loa_guide *guide;
    enum loa_status status = loa_guide_open(session, path, &guide);
    if (status != LOA_OK)
        return status;
    const struct loa_export_options wanted = app_export_options(app, app->options.piece);
    status = loa_check(guide, &wanted);
    loa_guide_close(guide);
    return status;
}

static void tell_counts(const struct app *app, const struct loa_session *session)
{
    size_t errors = loa_session_count(session, LOA_ERROR), warnings = loa_session_count(session, LOA_WARNING),
           notes = loa_session_count(session, LOA_NOTE);
    if (app->options.quiet || app->report.json)
        return;
    if (errors + warnings == 0)
        printf("%s\n", app_text(app, "không có gì sai", "nothing wrong"));
    else
        printf(app_text(app, "%zu lỗi, %zu cảnh báo\n", "%zu errors, %zu warnings\n"), errors, warnings);
    if (notes > 0 && !app->options.verbose)
        printf(app_text(app, "%zu lưu ý: xem với --verbose\n", "%zu notes: see them with --verbose\n"),
               notes);
}

static enum loa_status run_once(void *self)
{
    struct app *app = self;
    const struct word_list *words = &app->options.words;
    struct loa_session *session;
    enum loa_status worst = app_open_session(app, &session);
    if (worst != LOA_OK)
        return worst;
    for (size_t i = 1; i == 1 || i < words->count; i++) {
        enum loa_status status = check_guide(app, session, i < words->count ? words->at[i] : NULL);
        worst = status > worst ? status : worst;
    }
    tell_counts(app, session);
    loa_session_close(session);
    return worst;
}

static enum loa_status run(struct app *app)
{
    return app->options.watch ? watch_files(app, run_once, app) : run_once(app);
}

static const char *const examples[] = {"loa check bai.md",
                                       "một tệp",
                                       "one file",
                                       "loa check --strict huong-dan/*.md",
                                       "nhiều tệp; cảnh báo cũng là lỗi",
                                       "several files; warnings count as errors",
                                       "loa check --diagnostics=json bai.md",
                                       "cho máy đọc",
                                       "for programs",
                                       "loa check --diagnostics=sarif bai.md 2>loa.sarif",
                                       "cho trình soạn thảo và kho mã",
                                       "for editors and code hosts",
                                       NULL};

const struct command command_check = {
    .name = "check",
    .usage_vi = "[BẢN-HƯỚNG-DẪN …]",
    .usage_en = "[GUIDE …]",
    .summary_vi = "chỉ ra mọi chỗ sai hay đáng ngờ, không ghi gì",
    .summary_en = "everything wrong or doubtful, with its place; writes nothing",
    .about_vi = "Dàn thử mọi ấn phẩm cho mọi đối tượng. Mã thoát: 0 không có lỗi, 1 có lỗi.",
    .about_en = "Arranges every piece for every audience. Exit code: 0 no errors, 1 errors.",
    .examples = examples,
    .options = OPTIONS_COMMON | OPTIONS_MATERIALS | OPTIONS_EDITION | OPTIONS_WATCH | OPTIONS_PIECE,
    .most_words = (size_t)-1,
    .words = {{.listed = true, .kind = LOA_GUIDES, .files = "*.md"},
              {.listed = true, .kind = LOA_GUIDES, .files = "*.md"},
              {.listed = true, .kind = LOA_GUIDES, .files = "*.md"}},
    .run = run,
};
