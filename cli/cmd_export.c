/* cmd_export.c - `loa handout`, `loa slides` …: one command for every piece of the library. */
#include "app.h"
#include "interrupt.h"
#include "progress.h"
#include "target.h"
#include "watch.h"
#include <time.h>
#include <unistd.h>

/* One export: what the options leave open is worked out here. */
struct plan {
    struct app *app;
    struct target target;
    struct progress progress;
    struct fitted fitted;
    size_t doubts; /* warnings of the checks that were not shown one by one */
};

static enum loa_status export_to(struct plan *plan, struct loa_guide *guide, struct loa_output *output)
{
    struct loa_export_options wanted = app_export_options(plan->app, plan->target.name);
    wanted.format = plan->target.format;
    wanted.jobs = plan->app->options.jobs;
    wanted.progress = progress_tell;
    wanted.progress_self = &plan->progress;
    enum loa_status status = loa_export(guide, &wanted, output);
    progress_wipe(&plan->progress);
    return status;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void tell_effort(const struct plan *plan, double began)
{
    const struct app *app = plan->app;
    if (app->options.verbose && !app->report.json)
        fprintf(stderr, app_text(app, "loa: %s, %zu tệp, %.0f ms\n", "loa: %s, %zu files, %.0f ms\n"),
                plan->target.name, plan->progress.total, (seconds_now() - began) * 1e3);
}

/* Counts what `loa check` would warn of; who reads all details, and programs, get them. Only where warnings
 * count as errors, none of it may be there. */
static enum loa_status check_quietly(struct plan *plan, struct loa_guide *guide)
{
    struct app *app = plan->app;
    plan->doubts = 0;
    app->report.held = app->options.verbose || app->options.strict || app->report.json ? NULL : &plan->doubts;
    enum loa_status status = loa_check_text(guide);
    app->report.held = NULL;
    return status == LOA_BAD_GUIDE && !app->options.strict ? LOA_OK : status;
}

static void tell_doubts(const struct plan *plan, const char *path)
{
    char count[24], guide[300];
    if (plan->doubts == 0)
        return;
    snprintf(count, sizeof count, "%zu", plan->doubts);
    snprintf(guide, sizeof guide, "%s%s", path ? " " : "", path ? path : "");
    report_message(&plan->app->report, MESSAGE_check_found, count, guide, NULL, NULL);
}

static enum loa_status run_plan(struct plan *plan, struct loa_session *session)
{
    struct app *app = plan->app;
    struct loa_guide *guide;
    interrupt_watch();
    double began = seconds_now();
    const char *path = app->options.words.count > 1 ? app->options.words.at[1] : NULL;
    enum loa_status status = loa_guide_open(session, path, &guide);
    if (status != LOA_OK)
        return status;
    status = check_quietly(plan, guide);
    struct loa_output *output = status == LOA_OK ? target_open(&plan->target) : NULL;
    if (status == LOA_OK)
        status = output ? export_to(plan, guide, output) : LOA_BAD_USE;
    if (status == LOA_OK) {
        plan->target.written = true;
        tell_effort(plan, began);
        tell_doubts(plan, path);
        if (!app->options.quiet && !app->report.json)
            fitted_tell(&plan->fitted, stderr, app->report.ui, path, plan->target.name);
    }
    loa_output_destroy(output);
    interrupt_obey();
    loa_guide_close(guide);
    return status;
}

/* With a session of its own, since sessions keep the data they have read. */
static enum loa_status run_once(void *self)
{
    struct plan *plan = self;
    struct app *app = plan->app;
    struct loa_session *session;
    app->report.progress_bar = &plan->progress.shown;
    app->report.fitted = &plan->fitted;
    enum loa_status status = app_open_session(app, &session);
    if (status == LOA_OK)
        status = run_plan(plan, session);
    loa_session_close(session);
    fitted_clear(&plan->fitted);
    app->report.fitted = NULL;
    app->report.progress_bar = NULL;
    return status;
}

static enum loa_status run(struct app *app)
{
    struct plan plan = {
        .app = app,
        .progress = {.out = stderr,
                     .wanted = isatty(STDERR_FILENO) && !app->options.quiet && !app->report.json},
    };
    struct loa_piece_info piece;
    if (!loa_piece_info(app->catalogue, app->command_name, &piece))
        return LOA_BAD_USE;
    plan.target = (struct target){.app = app,
                                  .name = piece.name,
                                  .stem = piece.stem,
                                  .numbered = piece.numbered,
                                  .format = piece.format};
    if (!target_choose(&plan.target))
        return LOA_BAD_USE;
    enum loa_status status = app->options.watch ? watch_files(app, run_once, &plan) : run_once(&plan);
    target_clear(&plan.target);
    return status;
}

static const char *const examples[] = {"loa {}",
                                       "từ bản hướng dẫn có sẵn",
                                       "from the built-in guide",
                                       "loa {} bai.md -o ket-qua/",
                                       "từ bản hướng dẫn của mình, vào một thư mục",
                                       "from a guide of one's own, into a folder",
                                       "loa {} bai.md --audience parents --theme tuong-phan",
                                       "cho cha mẹ, tương phản cao",
                                       "for parents, in high contrast",
                                       NULL};

const struct command command_export = {
    .name = NULL, /* each piece's */
    .usage_vi = "[BẢN-HƯỚNG-DẪN]",
    .usage_en = "[GUIDE]",
    .summary_vi = "ấn phẩm",
    .summary_en = "a piece",
    .about_vi =
        "BẢN-HƯỚNG-DẪN là một tệp Markdown, một thư mục có guide.md, “-” là đầu vào chuẩn, hoặc tên "
        "một bản có sẵn (xem: loa list guides); không nói thì là tre-em-tren-mang. Không có -o thì ghi "
        "vào thư mục đang đứng và không ghi đè tệp đã có. Đường dẫn các tệp đã ghi được in ra, mỗi dòng "
        "một tệp. Có lỗi thì không ghi gì.",
    .about_en =
        "GUIDE is a Markdown file, a folder with guide.md, “-” for standard input, or the name of a "
        "built-in guide (see: loa list guides); without it, tre-em-tren-mang. Without -o the files go "
        "into the current folder and replace nothing. The paths of written files are printed, one a "
        "line. When there are errors, nothing is written.",
    .examples = examples,
    .options = OPTIONS_COMMON | OPTIONS_MATERIALS | OPTIONS_EDITION | OPTIONS_EXPORT | OPTIONS_WATCH,
    .most_words = 1,
    .words = {{.listed = true, .kind = LOA_GUIDES, .files = "*.md"}},
    .run = run,
};
