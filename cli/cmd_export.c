/* cmd_export.c - `loa handout`, `loa slides` …: one command for every piece of the library. */
#include "app.h"
#include "interrupt.h"
#include "progress.h"
#include "watch.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* One export: what the options leave open is worked out here. */
struct plan {
    struct app *app;
    struct loa_piece_info piece;
    const char *format;
    const char *target;
    char *made_target; /* to be freed */
    bool written;      /* what stands there is ours */
    struct progress progress;
};

static bool is_folder(const char *path)
{
    struct stat about;
    size_t length = strlen(path);
    return (length > 0 && path[length - 1] == '/') || (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
}

/* What follows the last dot of a path's last part; NULL when there is none, or it begins a hidden file's
 * name. */
static const char *ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return dot && dot[1] && dot != name ? dot + 1 : NULL;
}

/* --to, else the output's ending, else the piece's own. */
static bool choose_format(struct plan *plan)
{
    const struct options *options = &plan->app->options;
    const char *output = options->output;
    plan->format = options->to ? options->to : plan->piece.format;
    if (options->to || !output || strcmp(output, "-") == 0 || is_folder(output))
        return true;
    const char *ending = ending_of(output);
    if (!ending)
        return true;
    plan->format = loa_format_for_extension(ending);
    if (!plan->format)
        report_message(&plan->app->report, MESSAGE_unknown_ending, ending, NULL, NULL, NULL);
    return plan->format != NULL;
}

/* -o, else in the current folder: "slides/" for pictures of slides, "handout.pdf", and for a picture a page
 * of other pieces "./", where the library names them. */
static bool choose_target(struct plan *plan)
{
    const char *output = plan->app->options.output;
    const char *name = plan->piece.name;
    char ending[16] = "";
    loa_format_extension(plan->format, ending); /* the library complains of one it doesn't know */
    plan->target = output;
    if (output)
        return true;
    bool a_file_a_page = loa_format_is_paged(plan->format);
    if (a_file_a_page && !plan->piece.numbered) {
        plan->target = "./";
        return true;
    }
    size_t size = strlen(name) + strlen(ending) + 3;
    plan->made_target = malloc(size);
    if (!plan->made_target)
        return false;
    snprintf(plan->made_target, size, a_file_a_page ? "%s/" : "%s.%s", name, ending);
    plan->target = plan->made_target;
    return true;
}

static void print_path(void *self, const char *path)
{
    const struct app *app = self;
    if (!app->options.quiet)
        printf("%s\n", strncmp(path, "./", 2) == 0 ? path + 2 : path);
}

/* Files worth naming in one message. */
enum { NAMED_PAGES = 5 };

static void tell_older_pages(void *self, const char *const *paths, size_t count)
{
    const struct app *app = self;
    char number[32], *names = NULL;
    size_t size;
    FILE *out = open_memstream(&names, &size);
    if (!out)
        return;
    for (size_t i = 0; i < count && i < NAMED_PAGES; i++)
        fprintf(out, "%s%s", i ? ", " : "", paths[i]);
    fputs(count > NAMED_PAGES ? ", …" : "", out);
    fclose(out);
    snprintf(number, sizeof number, "%zu", count);
    report_message(&app->report, MESSAGE_older_pages, number, names, NULL, NULL);
    free(names);
}

static struct loa_output *open_output(struct plan *plan)
{
    struct app *app = plan->app;
    const struct loa_output_options options = {
        .target = plan->target,
        .stem = plan->piece.stem,
        .numbered = plan->piece.numbered,
        .keep_existing = !app->options.output && !app->options.force && !plan->written,
        .ui = app->report.ui,
        .written = strcmp(plan->target, "-") == 0 ? NULL : print_path,
        .others = tell_older_pages,
        .written_self = app,
    };
    struct loa_error error = {0};
    struct loa_output *output = loa_output_to(&options, &error);
    if (!output)
        report_failure(&app->report, &error);
    return interrupt_guard(output, app->report.ui);
}

static enum loa_status export_to(struct plan *plan, struct loa_guide *guide, struct loa_output *output)
{
    struct loa_export_options wanted = app_export_options(plan->app, plan->piece.name);
    wanted.format = plan->format;
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
                plan->piece.name, plan->progress.total, (seconds_now() - began) * 1e3);
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
    struct loa_output *output = open_output(plan);
    status = output ? export_to(plan, guide, output) : LOA_BAD_USE;
    if (status == LOA_OK) {
        plan->written = true;
        tell_effort(plan, began);
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
    enum loa_status status = app_open_session(app, &session);
    if (status == LOA_OK)
        status = run_plan(plan, session);
    loa_session_close(session);
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
    if (!loa_piece_info(app->catalogue, app->command_name, &plan.piece) || !choose_format(&plan) ||
        !choose_target(&plan))
        return LOA_BAD_USE;
    enum loa_status status = app->options.watch ? watch_files(app, run_once, &plan) : run_once(&plan);
    free(plan.made_target);
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
