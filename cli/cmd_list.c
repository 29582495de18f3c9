/* cmd_list.c - `loa list`: what there is, one thing a line. */
#include "app.h"
#include "cells.h"
#include "interrupt.h"
#include "target.h"
#include <stdlib.h>
#include <string.h>

/* The entries of a kind, gathered first so that columns can be as wide as needed. */
struct table {
    struct row {
        char *name, *summary, *detail;
    } * rows;
    size_t count, room;
    size_t name_width, detail_width;
    bool failed;
};

static char *copy(const char *text)
{
    return strdup(text ? text : "");
}

/* A longer entry stands out of its column instead of pushing all others away. */
enum { WIDEST_COLUMN = 44 };

static size_t wider(size_t width, const char *text)
{
    size_t own = text ? cells_width(text) : 0;
    return own > width && own <= WIDEST_COLUMN ? own : width;
}

static void gather(void *self, const struct loa_entry *entry)
{
    struct table *table = self;
    if (table->count == table->room) {
        size_t room = table->room ? 2 * table->room : 64;
        struct row *rows = realloc(table->rows, room * sizeof *rows);
        table->failed |= !rows;
        if (!rows)
            return;
        table->rows = rows;
        table->room = room;
    }
    table->rows[table->count++] = (struct row){copy(entry->name), copy(entry->summary), copy(entry->detail)};
    table->name_width = wider(table->name_width, entry->name);
    table->detail_width = wider(table->detail_width, entry->detail);
}

static void clear(struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        free(table->rows[i].name);
        free(table->rows[i].summary);
        free(table->rows[i].detail);
    }
    free(table->rows);
}

static void put_column(const char *text, size_t width)
{
    cells_pad(stdout, text, width);
    fputs("  ", stdout);
}

static void print_row(const struct table *table, const struct row *row, const char *indent)
{
    bool has_summary = row->summary && *row->summary, has_detail = row->detail && *row->detail;
    fputs(indent, stdout);
    if (!has_summary && !has_detail) {
        printf("%s\n", row->name);
        return;
    }
    put_column(row->name, table->name_width);
    if (!has_summary)
        printf("%s\n", row->detail);
    else if (table->detail_width == 0)
        printf("%s\n", row->summary);
    else {
        put_column(row->detail, table->detail_width);
        printf("%s\n", row->summary);
    }
}

/* What has all of the words (NULL: everything), best first; *count is how many there are. */
static enum loa_status list_kind(struct loa_session *session, enum loa_kind kind, const char *words,
                                 const char *indent, size_t *count)
{
    struct table table = {0};
    enum loa_status status = loa_search(session, kind, words, gather, &table);
    *count = table.count;
    for (size_t i = 0; i < table.count; i++)
        print_row(&table, &table.rows[i], indent);
    if (table.failed)
        status = LOA_LIMIT;
    clear(&table);
    return status;
}

static const enum loa_kind shorts[] = {LOA_GUIDES, LOA_PIECES,   LOA_FORMATS,
                                       LOA_THEMES, LOA_PROFILES, LOA_BLOCKS};
enum { SHORT_COUNT = sizeof shorts / sizeof *shorts };

static bool is_short(enum loa_kind kind)
{
    for (size_t i = 0; i < SHORT_COUNT; i++)
        if (shorts[i] == kind)
            return true;
    return false;
}

/* All the short lists under their names, and the names of the long ones. */
static enum loa_status list_everything(const struct app *app, struct loa_session *session)
{
    enum loa_status status = LOA_OK;
    size_t count;
    for (size_t i = 0; i < SHORT_COUNT && status == LOA_OK; i++) {
        printf("%s%s\n", i ? "\n" : "", loa_kind_name(shorts[i]));
        status = list_kind(session, shorts[i], NULL, "  ", &count);
    }
    printf("\n%s: loa list", app_text(app, "còn có", "also"));
    const char *between = " ";
    for (int kind = 0; kind < LOA_KIND_COUNT; kind++)
        if (!is_short((enum loa_kind)kind)) {
            printf("%s%s", between, loa_kind_name((enum loa_kind)kind));
            between = " | ";
        }
    fputc('\n', stdout);
    return status;
}

static enum loa_status unknown_kind(const struct app *app, const char *name)
{
    char all[200] = "";
    for (int i = 0; i < LOA_KIND_COUNT; i++) {
        const char *kind = loa_kind_name((enum loa_kind)i);
        size_t used = strlen(all);
        snprintf(all + used, sizeof all - used, "%s%s", i ? ", " : "", kind);
    }
    report_message(&app->report, MESSAGE_unknown_kind, name, all, NULL, NULL);
    return LOA_BAD_USE;
}

static int kind_named(const char *name)
{
    for (int i = 0; i < LOA_KIND_COUNT; i++)
        if (strcmp(loa_kind_name((enum loa_kind)i), name) == 0)
            return i;
    return -1;
}

/* The words behind the kind, as one text to be freed; NULL when memory is out. */
static char *joined(const struct word_list *words)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return NULL;
    for (size_t i = 2; i < words->count; i++)
        fprintf(out, i > 2 ? " %s" : "%s", words->at[i]);
    if (fclose(out) == 0)
        return text;
    free(text);
    return NULL;
}

static enum loa_status list_words(const struct app *app, struct loa_session *session, enum loa_kind kind)
{
    char *words = joined(&app->options.words);
    if (!words)
        return LOA_LIMIT;
    size_t count;
    enum loa_status status = list_kind(session, kind, words, "", &count);
    if (status == LOA_OK && *words && !count) {
        report_message(&app->report, MESSAGE_nothing_found, words, loa_kind_name(kind), NULL, NULL);
        status = LOA_BAD_USE;
    }
    free(words);
    return status;
}

/* What -o asks of a list: themes have a sheet that shows them. */
static enum loa_status write_sheet(struct app *app, struct loa_session *session, const char *kind)
{
    if (strcmp(kind, loa_kind_name(LOA_THEMES)) != 0) {
        char command[64];
        snprintf(command, sizeof command, *kind ? "list %s" : "list", kind);
        report_message(&app->report, MESSAGE_no_sheet, command, NULL, NULL, NULL);
        return LOA_BAD_USE;
    }
    struct target target = {.app = app, .name = kind, .stem = kind, .format = "png"};
    enum loa_status status = LOA_BAD_USE;
    interrupt_watch();
    struct loa_output *output = target_choose(&target) ? target_open(&target) : NULL;
    if (output)
        status = loa_specimen(session, &(struct loa_export_options){.format = target.format}, output);
    loa_output_destroy(output);
    target_clear(&target);
    interrupt_obey();
    return status;
}

static enum loa_status run(struct app *app)
{
    const struct word_list *words = &app->options.words;
    const char *name = words->count > 1 ? words->at[1] : NULL;
    int kind = name ? kind_named(name) : -1;
    if (name && kind < 0)
        return unknown_kind(app, name);
    struct loa_session *session;
    enum loa_status status = app_open_session(app, &session);
    if (status != LOA_OK)
        return status;
    if (app->options.output)
        status = write_sheet(app, session, name ? name : "");
    else
        status = name ? list_words(app, session, (enum loa_kind)kind) : list_everything(app, session);
    loa_session_close(session);
    return status;
}

static void candidates_of_kinds(const struct candidates *candidates)
{
    for (int i = 0; i < LOA_KIND_COUNT; i++)
        candidate(candidates, loa_kind_name((enum loa_kind)i), NULL);
}

static const char *const examples[] = {"loa list",
                                       "mọi danh sách ngắn",
                                       "all the short lists",
                                       "loa list facts",
                                       "các dữ kiện dùng được trong {{…}}",
                                       "the facts that {{…}} can name",
                                       "loa list icons lock",
                                       "biểu tượng hợp với chữ ấy, tiếng Anh hay tiếng Việt",
                                       "the icons that fit the word, English or Vietnamese",
                                       "loa list themes -o chu-de.png",
                                       "một tờ mẫu vẽ mọi chủ đề cạnh nhau",
                                       "a sheet that draws all themes side by side",
                                       NULL};

const struct command command_list = {
    .name = "list",
    .usage_vi = "[LOẠI [CHỮ…]]",
    .usage_en = "[KIND [WORDS…]]",
    .summary_vi = "những gì có sẵn: bản hướng dẫn, ấn phẩm, chủ đề, dữ kiện …",
    .summary_en = "what there is: guides, pieces, themes, facts …",
    .about_vi =
        "LOẠI là guides, templates, pieces, formats, themes, icons, fonts, facts, profiles, blocks, "
        "attributes, "
        "front-matter, fact-keys, audiences hay findings. Có CHỮ thì chỉ in những gì hợp với chữ ấy, hợp "
        "nhất đứng đầu; gõ có dấu hay không dấu đều được.",
    .about_en =
        "KIND is guides, templates, pieces, formats, themes, icons, fonts, facts, profiles, blocks, "
        "attributes, "
        "front-matter, fact-keys, audiences or findings. With WORDS, only what they fit is printed, the "
        "best first; diacritics may be left out.",
    .examples = examples,
    .options = OPTIONS_COMMON | OPTIONS_MATERIALS | OPTIONS_SHEET,
    .most_words = (size_t)-1,
    .words = {{.own = candidates_of_kinds}},
    .run = run,
};
