/* cmd_show.c - `loa show`: the source of something in the materials, on standard output. */
#include "app.h"
#include <errno.h>
#include <string.h>

static bool write_out(void *self, const void *bytes, size_t length, struct loa_error *error)
{
    (void)self;
    if (fwrite(bytes, 1, length, stdout) == length)
        return true;
    error->status = LOA_IO_FAILED;
    snprintf(error->message, sizeof error->message, "%s", loa_errno_words(errno, LOA_UI_EN));
    return false;
}

static enum loa_status run(struct app *app)
{
    static const struct loa_sink_ops to_stdout = {.write = write_out};
    struct loa_session *session;
    enum loa_status status = app_open_session(app, &session);
    if (status != LOA_OK)
        return status;
    struct loa_sink *sink = loa_sink_create(&to_stdout, NULL);
    status = sink ? loa_show(session, app->options.words.at[1], sink) : LOA_LIMIT;
    if (status == LOA_OK)
        status = loa_sink_finish(sink);
    loa_sink_destroy(sink);
    loa_session_close(session);
    /* A failure of standard output is told once, when it is flushed. */
    return status == LOA_IO_FAILED ? LOA_OK : status;
}

static const char *const examples[] = {"loa show tre-em-tren-mang > bai.md",
                                       "lấy một bản hướng dẫn về sửa",
                                       "takes a guide home to change it",
                                       "loa show contacts.111",
                                       "một dữ kiện và nguồn của nó",
                                       "a fact and its source",
                                       NULL};

const struct command command_show = {
    .name = "show",
    .words_vi = "TÊN",
    .words_en = "NAME",
    .summary_vi = "in ra một bản hướng dẫn, chủ đề, hồ sơ hay dữ kiện",
    .summary_en = "prints a guide, theme, profile or fact",
    .examples = examples,
    .options = OPTIONS_COMMON | OPTIONS_MATERIALS,
    .least_words = 1,
    .most_words = 1,
    .run = run,
};
