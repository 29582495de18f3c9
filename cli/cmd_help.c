/* cmd_help.c - `loa`, `loa help`, `loa COMMAND --help`: made from the rows of commands, pieces and options.
 */
#include "app.h"
#include "cells.h"
#include <string.h>

enum { WIDTH = 88, NAME_WIDTH = 14, OPTION_WIDTH = 34 };

static void heading(const struct app *app, const char *vi, const char *en)
{
    printf("\n%s:\n", app_text(app, vi, en));
}

static void entry(const char *name, const char *summary, size_t width)
{
    fputs("  ", stdout);
    cells_pad(stdout, name, width);
    if (cells_width(name) >= width)
        printf("\n%*s", (int)width + 2, "");
    cells_wrap(stdout, summary, width + 2, width + 2, WIDTH);
    fputc('\n', stdout);
}

static void piece_entry(void *self, const struct loa_entry *piece)
{
    (void)self;
    entry(piece->name, piece->summary, NAME_WIDTH);
}

/* An example's command line, with the command's name for "{}". */
static void print_example(const struct app *app, const char *const *example, const char *name)
{
    const char *line = example[0], *hole = strstr(line, "{}");
    if (hole)
        printf("  %.*s%s%s\n", (int)(hole - line), line, name, hole + 2);
    else
        printf("  %s\n", line);
    printf("      %s\n", app_text(app, example[1], example[2]));
}

static void print_option(const struct app *app, const struct option_row *row)
{
    char name[80], letter[] = "-x, ";
    const char *value = app_text(app, row->value_vi, row->value_en);
    letter[1] = row->letter;
    snprintf(name, sizeof name, "%s--%s%s%s", row->letter ? letter : "    ", row->name, value ? " " : "",
             value ? value : "");
    entry(name, app_text(app, row->help_vi, row->help_en), OPTION_WIDTH);
}

static void print_options(const struct app *app, unsigned groups, unsigned all)
{
    static const struct {
        unsigned group;
        const char *vi, *en;
    } titles[] = {
        {OPTIONS_EXPORT, "Ghi ra đâu, ghi thế nào", "Where to, and how"},
        {OPTIONS_EDITION | OPTIONS_MATERIALS, "Lấy gì, cho ai", "What, and for whom"},
        {OPTIONS_COMMON, "Tùy chọn chung", "Common options"},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        if (!(titles[i].group & groups & all))
            continue;
        heading(app, titles[i].vi, titles[i].en);
        for (const struct option_row *row = option_rows; row->name; row++)
            if (row->groups & titles[i].group & groups)
                print_option(app, row);
    }
}

void help_overview(const struct app *app)
{
    printf("loa %s – %s\n", loa_version(),
           app_text(app, "một bản hướng dẫn Markdown, nhiều ấn phẩm tuyên truyền",
                    "one Markdown guide, many pieces to hand out and show"));
    heading(app, "Cách dùng", "Usage");
    printf("  %s\n",
           app_text(app, "loa LỆNH [BẢN-HƯỚNG-DẪN] [TÙY-CHỌN …]", "loa COMMAND [GUIDE] [OPTION …]"));
    heading(app, "Ấn phẩm", "Pieces");
    loa_list(app->catalogue, LOA_PIECES, piece_entry, NULL);
    heading(app, "Lệnh khác", "Other commands");
    for (size_t i = 0; commands[i]; i++)
        entry(commands[i]->name, app_text(app, commands[i]->summary_vi, commands[i]->summary_en), NAME_WIDTH);
    heading(app, "Ví dụ", "Examples");
    static const char *const examples[] = {"loa handout",
                                           "tờ tài liệu PDF từ bản hướng dẫn có sẵn",
                                           "a PDF handout of the built-in guide",
                                           "loa slides bai.md -o slides/",
                                           "ảnh trình chiếu từ bản hướng dẫn của mình",
                                           "slide pictures of a guide of one's own",
                                           "loa infographic bai.md --audience parents -o cha-me.png",
                                           "ảnh dài cho điện thoại, chỉ phần dành cho cha mẹ",
                                           "a long picture for phones, for parents only",
                                           NULL};
    for (const char *const *example = examples; *example; example += 3)
        print_example(app, example, "");
    printf("\n%s\n", app_text(app, "Xem thêm: loa LỆNH --help", "More: loa COMMAND --help"));
}

static void print_sizes(const struct app *app, const struct loa_piece_info *piece)
{
    printf("\n%s: %s\n", app_text(app, "Định dạng mặc định", "Default format"), piece->format);
    printf("%s: %s\n", app_text(app, "Khổ (đầu tiên là mặc định)", "Sizes (the first is the default)"),
           piece->sizes);
}

void help_command(const struct app *app, const struct command *command, const char *name)
{
    struct loa_piece_info piece;
    bool is_piece = loa_piece_info(app->catalogue, name, &piece);
    const char *summary = is_piece ? piece.summary : app_text(app, command->summary_vi, command->summary_en);
    printf("loa %s – %s\n", name, summary);
    heading(app, "Cách dùng", "Usage");
    printf("  loa %s %s %s\n", name, app_text(app, command->words_vi, command->words_en),
           app_text(app, "[TÙY-CHỌN …]", "[OPTION …]"));
    const char *about = app_text(app, command->about_vi, command->about_en);
    if (about) {
        fputs("\n", stdout);
        cells_wrap(stdout, about, 0, 0, WIDTH);
        fputs("\n", stdout);
    }
    if (is_piece)
        print_sizes(app, &piece);
    if (command->examples) {
        heading(app, "Ví dụ", "Examples");
        for (const char *const *example = command->examples; *example; example += 3)
            print_example(app, example, name);
    }
    print_options(app, command->options, command->options);
}

static enum loa_status run(struct app *app)
{
    const struct word_list *words = &app->options.words;
    if (words->count < 2) {
        help_overview(app);
        return LOA_OK;
    }
    const struct command *command = command_named(app, words->at[1]);
    if (!command) {
        report_message(&app->report, MESSAGE_unknown_command, words->at[1], NULL, NULL, NULL);
        return LOA_BAD_USE;
    }
    help_command(app, command, words->at[1]);
    return LOA_OK;
}

const struct command command_help = {
    .name = "help",
    .words_vi = "[LỆNH]",
    .words_en = "[COMMAND]",
    .summary_vi = "trang này, hoặc trang của một lệnh",
    .summary_en = "this page, or the page of a command",
    .options = OPTIONS_COMMON,
    .most_words = 1,
    .run = run,
};
