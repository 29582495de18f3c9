/* cmd_man.c - `loa man`: manual pages in mdoc(7), from the rows that the help is made of. */
#include "app.h"
#include <ctype.h>
#include <string.h>

/* When what the pages say last changed: mdoc wants a date, and the same loa writes the same pages. */
static const char date[] = "November 24, 2026";

static const char *say(const struct app *app, const char *vi, const char *en)
{
    return app_text(app, vi, en);
}

/* ---- Text ---- */

/* A character as roff takes it. */
static void put_character(char character)
{
    if (character == '\\')
        fputs("\\e", stdout);
    else
        putchar(character);
}

/* Bytes of a line of running text; roff fills lines anew. */
enum { LINE_BYTES = 78 };

/* A running text in lines, a new one for each sentence, as mdoc likes it, and none that looks like a request.
 */
static void put_text(const char *text)
{
    size_t used = 0;
    bool sentence_ended = false;
    while (*text) {
        size_t length = strcspn(text, " \n");
        if (used > 0 && (sentence_ended || used + 1 + length > LINE_BYTES)) {
            putchar('\n');
            used = 0;
        }
        fputs(used > 0 ? " " : *text == '.' || *text == '\'' ? "\\&" : "", stdout);
        for (size_t i = 0; i < length; i++)
            put_character(text[i]);
        used += 1 + length;
        sentence_ended = length > 0 && strchr(".?!", text[length - 1]);
        text += length + strspn(text + length, " \n");
    }
    putchar('\n');
}

/* An argument of a macro, in quotes; words that are macros' names are only words. */
static void put_argument(const char *text)
{
    fputs(" \"", stdout);
    if (strlen(text) <= 3 && isalpha((unsigned char)*text))
        fputs("\\&", stdout);
    for (const char *at = text; *at; at++)
        if (*at == '"')
            fputs("\\(dq", stdout);
        else
            put_character(*at);
    putchar('"');
}

static void put_lines(const char *lines)
{
    puts(".Bd -literal -offset indent");
    while (*lines) {
        size_t length = strcspn(lines, "\n");
        if (length == 0 || *lines == '.' || *lines == '\'')
            fputs("\\&", stdout);
        for (size_t i = 0; i < length; i++)
            put_character(lines[i]);
        putchar('\n');
        lines += length + (lines[length] == '\n');
    }
    puts(".Ed");
}

static void section(const struct app *app, const char *vi, const char *en)
{
    printf(".Sh %s\n", say(app, vi, en));
}

/* ---- Parts that pages share ---- */

static void put_head(const struct app *app, const char *name, const char *chapter, const char *summary)
{
    printf(".Dd %s\n.Dt", date);
    putchar(' ');
    for (const char *at = name; *at; at++)
        putchar(toupper((unsigned char)*at));
    printf(" %s\n.Os\n", chapter);
    section(app, "TÊN", "NAME");
    printf(".Nm %s\n.Nd ", name);
    for (const char *at = summary; *at; at++)
        put_character(*at);
    putchar('\n');
}

static void put_options(const struct app *app, unsigned groups)
{
    for (size_t i = 0; i < option_group_count; i++) {
        const struct option_group *group = &option_groups[i];
        if (!(group->groups & groups))
            continue;
        printf(".Ss %s\n.Bl -tag -width Ds\n", say(app, group->vi, group->en));
        for (const struct option_row *row = option_rows; row->name; row++) {
            if (!(row->groups & group->groups & groups))
                continue;
            const char *value = say(app, row->value_vi, row->value_en);
            fputs(".It", stdout);
            if (row->letter)
                printf(" Fl %c ,", row->letter);
            printf(" Fl -%s", row->name);
            if (value) {
                fputs(" Ar", stdout);
                put_argument(value);
            }
            putchar('\n');
            put_text(say(app, row->help_vi, row->help_en));
        }
        puts(".El");
    }
}

static void put_examples(const struct app *app, const char *const *example, const char *name)
{
    section(app, "VÍ DỤ", "EXAMPLES");
    for (const char *const *first = example; *example; example += 3) {
        char line[300];
        const char *hole = strstr(example[0], "{}");
        snprintf(line, sizeof line, "%.*s%s%s", (int)(hole ? hole - example[0] : 0), example[0],
                 hole ? name : "", hole ? hole + 2 : example[0]);
        if (example != first)
            puts(".Pp");
        put_text(say(app, example[1], example[2]));
        put_lines(line);
    }
}

static void put_exit_codes(const struct app *app)
{
    static const struct {
        const char *vi, *en;
    } codes[] = {
        [LOA_OK] = {"xong", "done"},
        [LOA_BAD_GUIDE] = {"bản hướng dẫn có lỗi, không ghi gì", "the guide has errors, nothing was written"},
        [LOA_BAD_USE] = {"gõ sai lệnh", "wrong use of the command"},
        [LOA_IO_FAILED] = {"không đọc hay không ghi được", "something could not be read or written"},
        [LOA_LIMIT] = {"vượt giới hạn, hoặc lỗi bên trong", "a limit was passed, or an internal fault"},
    };
    section(app, "MÃ THOÁT", "EXIT STATUS");
    puts(".Bl -tag -width Ds -compact");
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        printf(".It %zu\n", i);
        put_text(say(app, codes[i].vi, codes[i].en));
    }
    puts(".El");
}

static void put_environment(const struct app *app)
{
    static const struct {
        const char *name, *vi, *en;
    } variables[] = {
        {"LOA_MATERIALS", "thư mục tư liệu dùng thay cho tư liệu có sẵn, như --materials",
         "the folder of materials to use instead of the built-in ones, as --materials"},
        {"LC_ALL , LC_MESSAGES , LANG",
         "biến đầu tiên có giá trị chọn ngôn ngữ của thông báo: bắt đầu bằng “en” là tiếng Anh",
         "the first that is set chooses the language of messages: English when it begins with “en”"},
        {"NO_COLOR", "có giá trị thì thông báo không tô màu", "when set, messages have no colours"},
    };
    section(app, "BIẾN MÔI TRƯỜNG", "ENVIRONMENT");
    puts(".Bl -tag -width Ds");
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        printf(".It Ev %s\n", variables[i].name);
        put_text(say(app, variables[i].vi, variables[i].en));
    }
    puts(".El");
}

static void put_see_also(const struct app *app, const char *const *pages)
{
    section(app, "XEM THÊM", "SEE ALSO");
    for (; *pages; pages += 2)
        printf(".Xr %s %s%s\n", pages[0], pages[1], pages[2] ? " ," : "");
}

/* ---- Pages ---- */

static void put_command(const struct app *app, const struct command *command, const char *name)
{
    struct loa_piece_info piece;
    char title[80];
    bool is_piece = loa_piece_info(app->catalogue, name, &piece);
    const char *about = say(app, command->about_vi, command->about_en);
    snprintf(title, sizeof title, "loa-%s", name);
    put_head(app, title, "1", is_piece ? piece.summary : say(app, command->summary_vi, command->summary_en));
    section(app, "CÁCH DÙNG", "SYNOPSIS");
    printf(".Nm loa %s\n.Ar", name);
    put_argument(say(app, command->usage_vi, command->usage_en));
    printf("\n.Op Ar %s\n", say(app, "TÙY-CHỌN …", "OPTION …"));
    section(app, "MÔ TẢ", "DESCRIPTION");
    put_text(about ? about : say(app, command->summary_vi, command->summary_en));
    if (is_piece) {
        puts(".Pp");
        printf("%s: %s.\n", say(app, "Định dạng mặc định", "Default format"), piece.format);
        printf("%s: %s.\n", say(app, "Khổ (đầu tiên là mặc định)", "Sizes (the first is the default)"),
               piece.sizes);
    }
    put_options(app, command->options);
    put_exit_codes(app);
    if (command->examples)
        put_examples(app, command->examples, name);
    put_see_also(app, (const char *const[]){"loa", "1", "loa-guide", "5", NULL, NULL, NULL});
}

static void put_name(void *self, const struct loa_entry *entry)
{
    (void)self;
    printf(".It Xr loa-%s 1\n", entry->name);
    put_text(entry->summary);
}

static void put_overview(const struct app *app)
{
    put_head(app, "loa", "1", overview_summary(app));
    section(app, "CÁCH DÙNG", "SYNOPSIS");
    printf(".Nm\n.Ar %s\n.Op Ar %s\n.Op Ar %s\n", say(app, "LỆNH", "COMMAND"),
           say(app, "BẢN-HƯỚNG-DẪN", "GUIDE"), say(app, "TÙY-CHỌN …", "OPTION …"));
    section(app, "MÔ TẢ", "DESCRIPTION");
    put_text(say(app, "Từ một tệp Markdown, loa làm ra tờ phát tay, trang chiếu và hình dài. Các ấn phẩm:",
                 "From one Markdown file, loa makes a handout, slides and a long picture. The pieces:"));
    puts(".Bl -tag -width Ds");
    loa_list(app->catalogue, LOA_PIECES, put_name, NULL);
    puts(".El\n.Pp");
    put_text(say(app, "Các lệnh khác:", "Other commands:"));
    puts(".Bl -tag -width Ds");
    for (size_t i = 0; commands[i]; i++)
        put_name(NULL,
                 &(struct loa_entry){.name = commands[i]->name,
                                     .summary = say(app, commands[i]->summary_vi, commands[i]->summary_en)});
    puts(".El");
    put_options(app, OPTIONS_COMMON);
    put_environment(app);
    put_exit_codes(app);
    put_examples(app, overview_examples, "");
    put_see_also(app, (const char *const[]){"loa-guide", "5", NULL, NULL, NULL});
}

static void put_entry(void *self, const struct loa_entry *entry)
{
    const enum loa_kind *kind = self;
    fputs(*kind == LOA_FINDINGS ? ".It" : ".It Ic", stdout);
    put_argument(entry->name);
    if (entry->detail && *kind != LOA_FINDINGS) {
        fputs(" Pq", stdout);
        put_argument(entry->detail);
    }
    putchar('\n');
    put_text(entry->summary);
    if (!entry->example || !*entry->example)
        return;
    if (*kind == LOA_FINDINGS)
        put_text(entry->example);
    else
        put_lines(entry->example);
}

static void put_topic(const struct app *app, const struct topic *topic)
{
    enum loa_kind kind = topic->kind;
    printf(".Ss %s\n", topic->name);
    put_text(say(app, topic->vi, topic->en));
    puts(kind == LOA_FINDINGS ? ".Bl -diag" : ".Bl -tag -width Ds");
    loa_list(app->catalogue, kind, put_entry, &kind);
    if (kind == LOA_FINDINGS)
        report_list_messages(app->report.ui, put_entry, &kind);
    puts(".El");
}

static void put_guide(const struct app *app)
{
    put_head(app, "loa-guide", "5",
             say(app, "cách viết bản hướng dẫn cho loa", "how guides for loa are written"));
    section(app, "MÔ TẢ", "DESCRIPTION");
    put_text(say(
        app,
        "Một bản hướng dẫn là một tệp Markdown (CommonMark, cùng bảng, danh sách việc, gạch ngang và "
        "liên kết tự động của GitHub), mã hóa UTF-8. Markdown thường đã đủ; khối và thuộc tính chỉ nói thêm "
        "điều không đoán được.",
        "A guide is a Markdown file (CommonMark, with GitHub’s tables, task lists, strikethrough and "
        "autolinks) in UTF-8. Plain Markdown is enough; blocks and attributes only say what can’t be "
        "guessed."));
    for (size_t i = 0; i < topic_count; i++)
        put_topic(app, &topics[i]);
    put_see_also(app, (const char *const[]){"loa", "1", NULL, NULL, NULL});
}

static const char guide_page[] = "guide";

static enum loa_status run(struct app *app)
{
    const struct word_list *words = &app->options.words;
    const char *name = words->count > 1 ? words->at[1] : NULL;
    const struct command *command = name ? command_named(app, name) : NULL;
    if (!name)
        put_overview(app);
    else if (command)
        put_command(app, command, name);
    else if (strcmp(name, guide_page) == 0)
        put_guide(app);
    else
        return unknown_command(app, name);
    return LOA_OK;
}

static void candidates_of_manuals(const struct candidates *candidates)
{
    candidates_of_commands(candidates);
    candidate(candidates, guide_page, NULL);
}

static const char *const examples[] = {"loa man slides | mandoc -a",
                                       "đọc trang của một lệnh",
                                       "reads the page of a command",
                                       "loa man guide > loa-guide.5",
                                       "ghi ra cách viết bản hướng dẫn",
                                       "writes down how guides are written",
                                       NULL};

const struct command command_man = {
    .name = "man",
    .usage_vi = "[LỆNH|guide]",
    .usage_en = "[COMMAND|guide]",
    .summary_vi = "trang hướng dẫn sử dụng cho man, dạng mdoc(7)",
    .summary_en = "manual pages, as mdoc(7)",
    .about_vi =
        "Không có LỆNH thì in ra loa(1); guide là loa-guide(5), cách viết bản hướng dẫn. Cài đặt (cmake "
        "--install) chép tất cả vào chỗ man tìm, bằng hai thứ tiếng.",
    .about_en = "Without COMMAND, loa(1) is printed; guide is loa-guide(5), how guides are written. "
                "Installing (cmake "
                "--install) puts all of them where man looks, in both languages.",
    .examples = examples,
    .options = OPTIONS_COMMON,
    .most_words = 1,
    .words = {{.own = candidates_of_manuals}},
    .run = run,
};
