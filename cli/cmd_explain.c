/* cmd_explain.c - `loa explain`: which block of a guide took which form, why, where and how large. */
#include "app.h"
#include "cells.h"
#include <string.h>

/* One piece being explained. */
struct explaining {
    const struct app *app;
    const char *piece;
    const char *guide; /* lines of it stand without the file's name */
    size_t page;       /* of the row before */
    bool begun;        /* the columns have their heading */
    bool json;
};

/* Cells of each column but the last. */
enum { PAGE = 5, LINES = 9, FORM = 24, TEXT = 12, BOX = 14, FIT = 10 };

static void put_column(const char *text, int width)
{
    cells_pad(stdout, text, (size_t)width);
    fputs("  ", stdout);
}

static void put_heading(const struct explaining *explaining)
{
    const struct app *app = explaining->app;
    if (!app->options.piece)
        printf("# %s\n", explaining->piece);
    put_column(app_text(app, "trang", "page"), PAGE);
    put_column(app_text(app, "dòng", "lines"), LINES);
    put_column(app_text(app, "dạng", "form"), FORM);
    put_column(app_text(app, "cỡ chữ", "text"), TEXT);
    put_column(app_text(app, "khổ", "box"), BOX);
    put_column(app_text(app, "vừa trang", "fitted"), FIT);
    printf("%s\n", app_text(app, "vì sao", "why"));
}

static void put_lines(const struct explaining *explaining, const struct loa_block *block)
{
    char lines[32] = "–";
    if (block->line)
        snprintf(lines, sizeof lines, block->last_line > block->line ? "%u–%u" : "%u", block->line,
                 block->last_line);
    if (block->file && strcmp(block->file, explaining->guide) != 0)
        printf("%s:", block->file);
    put_column(lines, LINES);
}

/* "90%", "2/3": what fitting did; nothing when all went as usual. */
static void put_fit(const struct loa_block *block)
{
    char fit[40] = "";
    int percent = (int)(block->scale * 100 + 0.5f);
    size_t used = 0;
    if (block->shown && percent != 100)
        used = (size_t)snprintf(fit, sizeof fit, "%d%%", percent);
    if (block->parts > 1)
        snprintf(fit + used, sizeof fit - used, "%s%u/%u", used ? ", " : "", block->part, block->parts);
    put_column(fit, FIT);
}

static void put_row(struct explaining *explaining, const struct loa_block *block)
{
    if (!explaining->begun)
        put_heading(explaining);
    explaining->begun = true;
    char page[24] = "–", text[40] = "", box[40] = "";
    if (block->page)
        snprintf(page, sizeof page, "%zu", block->page);
    if (block->largest > block->smallest)
        snprintf(text, sizeof text, "%.3g–%.3g %s", (double)block->smallest, (double)block->largest,
                 block->text_unit);
    else if (block->largest > 0)
        snprintf(text, sizeof text, "%.3g %s", (double)block->largest, block->text_unit);
    if (block->shown)
        snprintf(box, sizeof box, "%.0f×%.0f %s", (double)block->width, (double)block->height, block->unit);
    put_column(block->page && block->page == explaining->page ? "" : page, PAGE);
    put_lines(explaining, block);
    put_column(block->form_words, FORM);
    put_column(text, TEXT);
    put_column(box, BOX);
    put_fit(block);
    printf("%s\n", block->why);
    explaining->page = block->page;
}

static void put_field(const char *name, const char *value)
{
    printf(",\"%s\":", name);
    report_json_string(stdout, value);
}

static void put_json(const struct explaining *explaining, const struct loa_block *block)
{
    printf("{\"page\":%zu", block->page);
    put_field("piece", explaining->piece);
    put_field("file", block->file);
    printf(",\"line\":%u,\"last_line\":%u", block->line, block->last_line);
    put_field("form", block->form);
    put_field("why", block->why);
    printf(",\"shown\":%s", block->shown ? "true" : "false");
    if (block->shown) {
        printf(",\"x\":%.1f,\"y\":%.1f,\"width\":%.1f,\"height\":%.1f", (double)block->x, (double)block->y,
               (double)block->width, (double)block->height);
        put_field("unit", block->unit);
        printf(",\"smallest\":%.4g,\"largest\":%.4g", (double)block->smallest, (double)block->largest);
        put_field("text_unit", block->text_unit);
        printf(",\"scale\":%.4g,\"part\":%u,\"parts\":%u", (double)block->scale, block->part, block->parts);
    }
    puts("}");
}

static void put_block(void *self, const struct loa_block *block)
{
    struct explaining *explaining = self;
    if (explaining->json)
        put_json(explaining, block);
    else
        put_row(explaining, block);
}

static enum loa_status explain_piece(const struct app *app, struct loa_guide *guide, const char *piece)
{
    const char *to = app->options.to;
    const struct loa_export_options wanted = app_export_options(app, piece);
    struct explaining explaining = {
        .app = app, .piece = piece, .guide = loa_guide_name(guide), .json = to && strcmp(to, "json") == 0};
    return loa_explain(guide, &wanted, put_block, &explaining);
}

/* All pieces one after the other. */
struct all {
    const struct app *app;
    struct loa_guide *guide;
    enum loa_status status;
    bool begun;
};

static void explain_next(void *self, const struct loa_entry *piece)
{
    struct all *all = self;
    if (all->status != LOA_OK)
        return;
    if (all->begun && !all->app->options.to)
        putchar('\n');
    all->begun = true;
    all->status = explain_piece(all->app, all->guide, piece->name);
}

static enum loa_status explain_guide(const struct app *app, struct loa_session *session)
{
    const struct word_list *words = &app->options.words;
    struct all all = {.app = app};
    all.status = loa_guide_open(session, words->count > 1 ? words->at[1] : NULL, &all.guide);
    if (all.status == LOA_OK && app->options.piece)
        all.status = explain_piece(app, all.guide, app->options.piece);
    else if (all.status == LOA_OK)
        loa_list(session, LOA_PIECES, explain_next, &all);
    loa_guide_close(all.guide);
    return all.status;
}

static enum loa_status run(struct app *app)
{
    const char *to = app->options.to;
    struct loa_session *session;
    if (to && strcmp(to, "json") != 0 && strcmp(to, "text") != 0) {
        report_message(&app->report, MESSAGE_not_a_choice, "to", to, "text|json", NULL);
        return LOA_BAD_USE;
    }
    enum loa_status status = app_open_session(app, &session);
    if (status == LOA_OK)
        status = explain_guide(app, session);
    loa_session_close(session);
    return status;
}

static const char *const examples[] = {"loa explain bai.md --piece slides",
                                       "mỗi khối của bài lên slide nào, dạng nào, vì sao",
                                       "which block is on which slide, in which form, and why",
                                       "loa explain bai.md --piece handout --section nhan-dien",
                                       "chỉ một mục",
                                       "one section only",
                                       "loa explain bai.md --to json",
                                       "mọi ấn phẩm, cho máy đọc",
                                       "all pieces, for programs",
                                       NULL};

const struct command command_explain = {
    .name = "explain",
    .usage_vi = "[BẢN-HƯỚNG-DẪN]",
    .usage_en = "[GUIDE]",
    .summary_vi = "khối nào của bài lên trang nào, dạng nào, vì sao; không ghi gì",
    .summary_en = "which block is on which page, in which form, and why; writes nothing",
    .about_vi =
        "Mỗi dòng một khối, theo thứ tự trang; sau cùng là phần bị lược. Cột “vừa trang” cho biết chữ được "
        "phóng hay thu (90%) và phần thứ mấy của khối bị tách (2/3). Khổ và cỡ chữ tính theo đơn vị của "
        "ấn phẩm: mm và pt trên giấy, điểm ảnh trên màn hình. --to json: mỗi dòng một đối tượng JSON.",
    .about_en =
        "One line a block, in the order of pages; what is left out comes last. “fitted” says how type was "
        "enlarged or shrunk (90%) and which part of a split block it is (2/3). Sizes are in the piece’s own "
        "unit: mm and pt on paper, pixels on screens. --to json: one JSON object a line.",
    .examples = examples,
    .options = OPTIONS_COMMON | OPTIONS_MATERIALS | OPTIONS_EDITION | OPTIONS_PIECE | OPTIONS_EXPLAIN,
    .most_words = 1,
    .words = {{.listed = true, .kind = LOA_GUIDES, .files = "*.md"}},
    .run = run,
};
