/* report.c - a finding becomes
 *
 *     bai.md:7:11: lỗi: không có khối nào tên “step” [unknown-block]
 *        7 | ::: step
 *          |     ^^^^
 *          gợi ý: có phải “steps” không?
 *
 * Carets stand under what a reader sees: tabs are kept, wide characters count two cells, marks none. */
#include "report.h"
#include "cells.h"
#include <stdlib.h>
#include <string.h>

enum { LINE_CELLS = 110, CELLS_BEFORE = 60 }; /* of a long line, what is shown around the caret */

struct style {
    const char *vi, *en, *json, *colour;
};
static const struct style severities[] = {
    [LOA_NOTE] = {"lưu ý", "note", "note", "\033[1;36m"},
    [LOA_WARNING] = {"cảnh báo", "warning", "warning", "\033[1;33m"},
    [LOA_ERROR] = {"lỗi", "error", "error", "\033[1;31m"},
};
static const char bold[] = "\033[1m", plain[] = "\033[0m", green[] = "\033[1;32m";

static void colour(const struct report *report, const char *code)
{
    if (report->colour)
        fputs(code, report->out);
}

static const char *text(const struct report *report, const char *vi, const char *en)
{
    return report->ui == LOA_UI_EN ? en : vi;
}

static void put(const struct report *report, const char *words)
{
    cells_print(report->out, words, strlen(words));
}

/* Which clusters of a line to show so that the one at `caret` is among them. */
struct window {
    size_t first, end;
};

static struct window choose_window(const struct cell_line *line, size_t caret)
{
    size_t total = 0;
    for (size_t i = 0; i < line->count; i++)
        total += line->at[i].cells;
    struct window window = {0, line->count};
    if (total <= LINE_CELLS)
        return window;
    size_t cells = 0;
    for (window.first = caret; window.first > 0 && cells < CELLS_BEFORE; window.first--)
        cells += line->at[window.first - 1].cells;
    for (window.end = caret; window.end < line->count && cells < LINE_CELLS; window.end++)
        cells += line->at[window.end].cells;
    return window;
}

static void put_source(const struct report *report, const struct cell_line *line, struct window window)
{
    if (window.first > 0)
        fputs("…", report->out);
    for (size_t i = window.first; i < window.end; i++)
        cells_print(report->out, line->at[i].text, line->at[i].length);
    if (window.end < line->count)
        fputs("…", report->out);
    fputc('\n', report->out);
}

static void put_carets(const struct report *report, const struct cell_line *line, struct window window,
                       size_t caret, size_t width)
{
    if (window.first > 0)
        fputc(' ', report->out);
    for (size_t i = window.first; i < caret; i++)
        if (line->at[i].text[0] == '\t')
            fputc('\t', report->out);
        else
            fprintf(report->out, "%*s", (int)line->at[i].cells, "");
    colour(report, green);
    size_t cells = caret < window.end ? 0 : 1; /* the end of the line has a place too */
    for (size_t i = caret; i < caret + width && i < window.end; i++)
        cells += line->at[i].cells;
    for (size_t i = 0; i < cells; i++)
        fputc('^', report->out);
    colour(report, plain);
    fputc('\n', report->out);
}

static void show_line(const struct report *report, const struct loa_finding *finding)
{
    struct cell_line line;
    if (!cells_split(&line, finding->source_line, strlen(finding->source_line)))
        return;
    size_t caret = finding->column > 0 ? finding->column - 1 : 0;
    if (caret > line.count)
        caret = line.count;
    struct window window = choose_window(&line, caret);
    fprintf(report->out, "%5u | ", finding->line);
    put_source(report, &line, window);
    fputs("      | ", report->out);
    put_carets(report, &line, window, caret, finding->width ? finding->width : 1);
    cells_free(&line);
}

static void show_text(const struct report *report, const struct loa_finding *finding)
{
    const struct style *style = &severities[finding->severity];
    colour(report, bold);
    put(report, finding->file ? finding->file : "loa");
    if (finding->file && finding->line)
        fprintf(report->out, ":%u:%u", finding->line, finding->column);
    fputs(": ", report->out);
    colour(report, style->colour);
    fprintf(report->out, "%s: ", text(report, style->vi, style->en));
    colour(report, plain);
    put(report, finding->message);
    fprintf(report->out, " [%s]\n", finding->id);
    if (finding->line && finding->source_line)
        show_line(report, finding);
    if (finding->hint && *finding->hint) {
        fprintf(report->out, "        %s: ", text(report, "gợi ý", "hint"));
        put(report, finding->hint);
        fputc('\n', report->out);
    }
}

void report_json_string(FILE *out, const char *words)
{
    if (!words) {
        fputs("null", out);
        return;
    }
    fputc('"', out);
    for (size_t at = 0, length = strlen(words); at < length;) {
        char bytes[4];
        size_t count = cells_next(words, length, &at, bytes);
        if (count == 1 && (bytes[0] == '"' || bytes[0] == '\\'))
            fprintf(out, "\\%c", bytes[0]);
        else if (count == 1 && (unsigned char)bytes[0] < 0x20)
            fprintf(out, "\\u%04x", (unsigned)bytes[0]);
        else
            fwrite(bytes, 1, count, out);
    }
    fputc('"', out);
}

static void json_field(FILE *out, const char *name, const char *value)
{
    fprintf(out, ",\"%s\":", name);
    report_json_string(out, value);
}

static void show_json(const struct report *report, const struct loa_finding *finding)
{
    FILE *out = report->out;
    fputs("{\"id\":", out);
    report_json_string(out, finding->id);
    json_field(out, "severity", severities[finding->severity].json);
    json_field(out, "file", finding->file);
    fprintf(out, ",\"line\":%u,\"column\":%u,\"width\":%u", finding->line, finding->column, finding->width);
    json_field(out, "message", finding->message);
    json_field(out, "hint", finding->hint && *finding->hint ? finding->hint : NULL);
    fputs("}\n", out);
}

void report_finding(void *self, const struct loa_finding *finding)
{
    const struct report *report = self;
    if (report->held) {
        *report->held += finding->severity != LOA_NOTE;
        return;
    }
    if (report->fitted)
        fitted_add(report->fitted, finding);
    if ((report->quiet && finding->severity != LOA_ERROR) ||
        (!report->notes && finding->severity == LOA_NOTE))
        return;
    if (report->progress_bar && *report->progress_bar) {
        fputs("\r\033[K", report->out);
        *report->progress_bar = false;
    }
    if (report->sarif)
        sarif_add(report->sarif, finding);
    else if (report->json)
        show_json(report, finding);
    else
        show_text(report, finding);
    fflush(report->out);
}

void report_failure(const struct report *report, const struct loa_error *error)
{
    struct report shown = *report;
    report_finding(
        &shown, &(struct loa_finding){
                    .id = error->id, .severity = LOA_ERROR, .message = error->message, .hint = error->hint});
}

static const struct {
    enum loa_severity severity;
    const char *id, *vi, *en, *hint_vi, *hint_en;
} messages[] = {
#define LOA_MESSAGE(name, severity, id, vi, en, hint_vi, hint_en)                                            \
    {LOA_##severity, id, vi, en, hint_vi, hint_en},
#include "messages.def"
#undef LOA_MESSAGE
};

/* Copies `pattern` with %1 to %4 replaced; NULL stays NULL. The caller frees. */
static char *fill_in(const char *pattern, const char *const arguments[4])
{
    char *filled = NULL;
    size_t size;
    FILE *out = pattern ? open_memstream(&filled, &size) : NULL;
    if (!out)
        return NULL;
    for (const char *at = pattern; *at; at++)
        if (*at == '%' && at[1] >= '1' && at[1] <= '4') {
            const char *argument = arguments[*++at - '1'];
            fputs(argument ? argument : "", out);
        } else {
            fputc(*at, out);
        }
    fclose(out);
    return filled;
}

void report_message(const struct report *report, enum message message, const char *a, const char *b,
                    const char *c, const char *d)
{
    const char *const arguments[4] = {a, b, c, d};
    char *words = fill_in(text(report, messages[message].vi, messages[message].en), arguments);
    char *hint = fill_in(text(report, messages[message].hint_vi, messages[message].hint_en), arguments);
    const struct loa_finding finding = {.id = messages[message].id,
                                        .severity = messages[message].severity,
                                        .message = words ? words : "",
                                        .hint = hint};
    struct report shown = *report;
    report_finding(&shown, &finding);
    free(words);
    free(hint);
}

void report_list_messages(enum loa_ui ui, loa_entry_fn *each, void *self)
{
    static const char *const unnamed[4] = {"…", "…", "…", "…"};
    const struct report report = {.ui = ui};
    const char *last = "";
    for (size_t i = 0; i < MESSAGE_COUNT; i++) {
        if (strcmp(messages[i].id, last) == 0) /* the same with a suggestion */
            continue;
        char *words = fill_in(text(&report, messages[i].vi, messages[i].en), unnamed);
        char *hint = fill_in(text(&report, messages[i].hint_vi, messages[i].hint_en), unnamed);
        each(self, &(struct loa_entry){.name = messages[i].id,
                                       .summary = words ? words : "",
                                       .detail = text(&report, severities[messages[i].severity].vi,
                                                      severities[messages[i].severity].en),
                                       .example = hint});
        free(words);
        free(hint);
        last = messages[i].id;
    }
}
