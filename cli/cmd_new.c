/* cmd_new.c - `loa new`: a guide to start from, out of the materials. */
#include "app.h"
#include "cells.h"
#include <stdlib.h>
#include <string.h>

/* One guide to be written. */
struct beginning {
    struct app *app;
    struct loa_session *session;
    char *target;
    const char *path; /* as it was written, for the next steps */
};

static bool ends_in(const char *name, const char *ending)
{
    size_t length = strlen(name), end = strlen(ending);
    return length > end && strcmp(name + length - end, ending) == 0;
}

/* NAME.md; a name that ends in “/” is a folder, for whose file the output's stem stands. */
static char *target_of(const char *name)
{
    bool whole = ends_in(name, "/") || ends_in(name, ".md") || strcmp(name, "-") == 0;
    size_t size = strlen(name) + sizeof ".md";
    char *target = malloc(size);
    if (target)
        snprintf(target, size, "%s%s", name, whole ? "" : ".md");
    return target;
}

static void put_yaml_text(struct loa_sink *sink, const char *text)
{
    loa_sink_text(sink, "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            loa_sink_text(sink, "\\");
        loa_sink_write(sink, text, 1);
    }
    loa_sink_text(sink, "\"\n");
}

/* A section alone wants a front matter of its own. */
static enum loa_status put_front_matter(const struct beginning *beginning, const char *name, const char *id,
                                        struct loa_sink *sink)
{
    struct loa_guide *guide;
    struct loa_section section;
    enum loa_status status = loa_guide_open(beginning->session, name, &guide);
    if (status != LOA_OK)
        return status;
    for (size_t i = 0; loa_guide_section(guide, i, &section); i++)
        if (strcmp(section.id, id) == 0) {
            loa_sink_text(sink, "---\ntitle: ");
            put_yaml_text(sink, section.title);
            loa_sink_text(sink, "language: ");
            loa_sink_text(sink, loa_guide_language(guide));
            loa_sink_text(sink, "\n---\n\n");
        }
    loa_guide_close(guide);
    return LOA_OK;
}

/* --from GUIDE#SECTION */
static enum loa_status put_section(const struct beginning *beginning, const char *from, struct loa_sink *sink)
{
    size_t length = strcspn(from, "#");
    char *name = strndup(from, length);
    if (!name)
        return LOA_LIMIT;
    const struct loa_show_options section = {.kind = "section", .name = from + length + 1, .guide = name};
    enum loa_status status = put_front_matter(beginning, name, section.name, sink);
    if (status == LOA_OK)
        status = loa_show(beginning->session, &section, sink);
    free(name);
    return status;
}

static enum loa_status put_guide(const struct beginning *beginning, struct loa_sink *sink)
{
    const struct app *app = beginning->app;
    const char *from = app->options.from;
    if (from && strchr(from, '#'))
        return put_section(beginning, from, sink);
    if (from)
        return loa_show(beginning->session, &(struct loa_show_options){.kind = "guide", .name = from}, sink);
    const char *language = app->options.language ? app->options.language : app_text(app, "vi", "en");
    return loa_show(beginning->session, &(struct loa_show_options){.kind = "template", .name = language},
                    sink);
}

/* What to type next; a path with signs that a shell reads goes in quotes. */
static void put_step(const char *command, const char *path)
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./_-+,:@%";
    bool quoted = path[strspn(path, safe)] && !strchr(path, '\'');
    fprintf(stderr, "  loa %s %s", command, quoted ? "'" : "");
    cells_print(stderr, path, strlen(path));
    fprintf(stderr, "%s\n", quoted ? "'" : "");
}

static void tell_next(void *self, const char *path)
{
    const struct app *app = self;
    if (app->options.quiet)
        return;
    printf("%s\n", path);
    if (app->report.json)
        return;
    fprintf(stderr, "%s:\n", app_text(app, "Sửa tệp này, rồi", "Change it, then"));
    put_step("check", path);
    put_step("handout", path);
    fprintf(stderr, "  loa help blocks\n");
}

static struct loa_output *open_output(const struct beginning *beginning)
{
    struct app *app = beginning->app;
    const struct loa_output_options options = {
        .target = beginning->target,
        .stem = "guide",
        .keep_existing = !app->options.force,
        .ui = app->report.ui,
        .written = strcmp(beginning->target, "-") == 0 ? NULL : tell_next,
        .written_self = app,
    };
    struct loa_error error = {0};
    struct loa_output *output = loa_output_to(&options, &error);
    if (!output)
        report_failure(&app->report, &error);
    return output;
}

static enum loa_status write_guide(struct beginning *beginning, struct loa_output *output)
{
    struct loa_error error = {0};
    struct loa_sink *sink = loa_output_open(output, 0, 1, "md", &error);
    enum loa_status status = sink ? put_guide(beginning, sink) : error.status;
    if (sink && status == LOA_OK && loa_sink_finish(sink) != LOA_OK)
        error = sink->error;
    loa_sink_destroy(sink);
    if (status == LOA_OK && error.status == LOA_OK)
        loa_output_commit(output, &error);
    if (error.status != LOA_OK)
        report_failure(&beginning->app->report, &error);
    return status != LOA_OK ? status : error.status;
}

static enum loa_status run(struct app *app)
{
    struct beginning beginning = {.app = app, .target = target_of(app->options.words.at[1])};
    struct loa_output *output = beginning.target ? open_output(&beginning) : NULL;
    enum loa_status status = output ? app_open_session(app, &beginning.session) : LOA_BAD_USE;
    if (status == LOA_OK)
        status = write_guide(&beginning, output);
    loa_output_destroy(output);
    loa_session_close(beginning.session);
    free(beginning.target);
    return status;
}

static const char *const examples[] = {"loa new bai",
                                       "bai.md, để sửa thành bài của mình",
                                       "bai.md, to make one’s own",
                                       "loa new bai/",
                                       "thư mục bai/ có guide.md: thêm hình vào đó",
                                       "the folder bai/ with guide.md: pictures go beside it",
                                       "loa new bai --from tre-em-tren-mang#conduct.bullying",
                                       "bắt đầu từ một mục của bản có sẵn",
                                       "from a section of a built-in guide",
                                       NULL};

const struct command command_new = {
    .name = "new",
    .usage_vi = "TÊN",
    .usage_en = "NAME",
    .summary_vi = "một bản hướng dẫn ngắn để bắt đầu viết",
    .summary_en = "a short guide to start from",
    .about_vi = "Ghi TÊN.md, hoặc TÊN/guide.md khi TÊN kết thúc bằng “/”; “-” là đầu ra chuẩn. Tệp đã có thì "
                "không ghi đè.",
    .about_en = "Writes NAME.md, or NAME/guide.md when NAME ends in “/”; “-” is standard output. What exists "
                "is not replaced.",
    .examples = examples,
    .options = OPTIONS_COMMON | OPTIONS_MATERIALS | OPTIONS_NEW,
    .least_words = 1,
    .most_words = 1,
    .words = {{.files = "*.md"}},
    .run = run,
};
