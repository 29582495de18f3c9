/* cmd_help.c - `loa`, `loa help`, `loa COMMAND --help`, and the language of guides: made from the rows of
 * commands, pieces and options, and from the library's tables of what guides may hold. */
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

const struct topic topics[] = {
    {"front-matter", LOA_FRONT_KEYS,
     "Phần đầu tệp: những dòng “khóa: giá trị” (YAML) giữa hai dòng “---”, trên cùng của bản hướng dẫn.",
     "Front matter: lines “key: value” (YAML) between two lines “---” at the very top of a guide."},
    {"blocks", LOA_BLOCKS,
     "Khối: mở bằng một dòng “::: tên”, đóng bằng một dòng “:::”. Khối ngoài thì nhiều dấu hai chấm hơn khối "
     "trong.",
     "Blocks open with a line “::: name” and close with a line “:::”. An outer block has more colons than "
     "those in it."},
    {"attributes", LOA_ATTRIBUTES,
     "Thuộc tính: {#mã .lớp khóa=giá-trị khóa=\"có dấu cách\"} ở cuối đề mục, sau tên khối, sau hình.",
     "Attributes: {#id .class key=value key=\"with spaces\"} at the end of headings, after block names, "
     "after pictures."},
    {"audiences", LOA_AUDIENCES,
     "Đối tượng: viết trong {audience=…} và “audience:”, chọn bằng --audience. Phần không ghi thì ai cũng "
     "thấy.",
     "Audiences: named in {audience=…} and “audience:”, chosen by --audience. Unmarked parts are for "
     "everybody."},
    {"facts", LOA_FACT_KEYS,
     "Dữ kiện: {{contacts.111}} in ra value của bản ghi 111 trong data/contacts.yaml; {{contacts.111.hours}} "
     "in "
     "ra khóa hours của nó. Tìm trước ở --set, phần đầu tệp (facts:), rồi hồ sơ đơn vị. Xem: loa list facts. "
     "Một bản ghi có các khóa:",
     "Facts: {{contacts.111}} prints the value of the record 111 of data/contacts.yaml, "
     "{{contacts.111.hours}} its key "
     "hours. --set, the front matter (facts:) and the profile are asked first. See: loa list facts. A record "
     "has the "
     "keys:"},
    {"findings", LOA_FINDINGS,
     "Những gì loa có thể chê. Tên trong ngoặc vuông ở cuối mỗi thông báo là tên ở đây.",
     "What loa may complain about. The name in brackets at the end of a message is the one here."},
};
enum { TOPIC_COUNT = sizeof topics / sizeof *topics };
const size_t topic_count = TOPIC_COUNT;

/* The entries of a topic, or those of one name. */
struct entries {
    const struct app *app;
    const char *wanted; /* NULL: all */
    size_t shown;
};

static void indented(const char *lines)
{
    while (*lines) {
        size_t length = strcspn(lines, "\n");
        printf("      %.*s\n", (int)length, lines);
        lines += length + (lines[length] == '\n');
    }
}

static void topic_entry(void *self, const struct loa_entry *shown)
{
    struct entries *entries = self;
    if (entries->wanted && strcmp(entries->wanted, shown->name) != 0)
        return;
    entries->shown++;
    printf("\n  %s%s%s%s\n      ", shown->name, shown->detail ? "  (" : "",
           shown->detail ? shown->detail : "", shown->detail ? ")" : "");
    cells_wrap(stdout, shown->summary, 6, 6, WIDTH);
    fputc('\n', stdout);
    if (shown->example && *shown->example)
        indented(shown->example);
    if (entries->wanted && shown->about) {
        fputs("\n      ", stdout);
        cells_wrap(stdout, shown->about, 6, 6, WIDTH);
        fputs("\n\n", stdout);
    }
}

/* The command line has messages of its own. */
static void list_topic(const struct topic *topic, struct entries *entries)
{
    loa_list(entries->app->catalogue, topic->kind, topic_entry, entries);
    if (topic->kind == LOA_FINDINGS)
        report_list_messages(entries->app->report.ui, topic_entry, entries);
}

static void print_topic(const struct app *app, const struct topic *topic)
{
    struct entries entries = {.app = app};
    cells_wrap(stdout, app_text(app, topic->vi, topic->en), 0, 0, WIDTH);
    fputc('\n', stdout);
    list_topic(topic, &entries);
}

/* A block, key, audience or finding by its name: in each topic that has it. */
static bool help_entry(const struct app *app, const char *name)
{
    struct entries entries = {.app = app, .wanted = name};
    for (size_t i = 0; i < TOPIC_COUNT; i++) {
        size_t before = entries.shown;
        list_topic(&topics[i], &entries);
        if (entries.shown > before)
            printf("      → loa help %s\n", topics[i].name);
    }
    return entries.shown > 0;
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

const struct option_group option_groups[] = {
    {OPTIONS_NEW, "Bắt đầu từ đâu", "What to start from"},
    {OPTIONS_EXPORT | OPTIONS_EXPLAIN | OPTIONS_SHEET, "Ghi ra đâu, ghi thế nào", "Where to, and how"},
    {OPTIONS_EDITION | OPTIONS_MATERIALS | OPTIONS_PIECE, "Lấy gì, cho ai", "What, and for whom"},
    {OPTIONS_COMMON | OPTIONS_WATCH, "Tùy chọn chung", "Common options"},
};
const size_t option_group_count = sizeof option_groups / sizeof *option_groups;

static void print_options(const struct app *app, unsigned groups, unsigned all)
{
    for (size_t i = 0; i < option_group_count; i++) {
        if (!(option_groups[i].groups & groups & all))
            continue;
        heading(app, option_groups[i].vi, option_groups[i].en);
        for (const struct option_row *row = option_rows; row->name; row++)
            if (row->groups & option_groups[i].groups & groups)
                print_option(app, row);
    }
}

const char *const overview_examples[] = {"loa handout",
                                         "tờ tài liệu PDF từ bản hướng dẫn có sẵn",
                                         "a PDF handout of the built-in guide",
                                         "loa slides bai.md -o slides/",
                                         "ảnh trình chiếu từ bản hướng dẫn của mình",
                                         "slide pictures of a guide of one's own",
                                         "loa infographic bai.md --audience parents -o cha-me.png",
                                         "ảnh dài cho điện thoại, chỉ phần dành cho cha mẹ",
                                         "a long picture for phones, for parents only",
                                         NULL};

const char *overview_summary(const struct app *app)
{
    return app_text(app, "một bản hướng dẫn Markdown, nhiều ấn phẩm tuyên truyền",
                    "one Markdown guide, many pieces to hand out and show");
}

void help_overview(const struct app *app)
{
    printf("loa %s – %s\n", loa_version(), overview_summary(app));
    heading(app, "Cách dùng", "Usage");
    printf("  %s\n",
           app_text(app, "loa LỆNH [BẢN-HƯỚNG-DẪN] [TÙY-CHỌN …]", "loa COMMAND [GUIDE] [OPTION …]"));
    heading(app, "Ấn phẩm", "Pieces");
    loa_list(app->catalogue, LOA_PIECES, piece_entry, NULL);
    heading(app, "Lệnh khác", "Other commands");
    for (size_t i = 0; commands[i]; i++)
        entry(commands[i]->name, app_text(app, commands[i]->summary_vi, commands[i]->summary_en), NAME_WIDTH);
    heading(app, "Ví dụ", "Examples");
    for (const char *const *example = overview_examples; *example; example += 3)
        print_example(app, example, "");
    heading(app, "Cách viết bản hướng dẫn", "How to write guides");
    for (size_t i = 0; i < TOPIC_COUNT; i++)
        printf("%s%s", i ? " | " : "  loa help ", topics[i].name);
    printf("\n\n%s\n", app_text(app, "Xem thêm: loa LỆNH --help", "More: loa COMMAND --help"));
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
    printf("  loa %s %s %s\n", name, app_text(app, command->usage_vi, command->usage_en),
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

/* The nearest of each table, and of these the nearest. */
static enum loa_status unknown_topic(const struct app *app, const char *name)
{
    const char *near[TOPIC_COUNT * 2 + 1];
    size_t count = 0;
    for (size_t i = 0; i < TOPIC_COUNT; i++) {
        near[count++] = topics[i].name;
        const char *found = loa_nearest(app->catalogue, topics[i].kind, name);
        if (found)
            near[count++] = found;
    }
    const char *command = command_nearest(app, name);
    if (command)
        near[count++] = command;
    const char *nearest = loa_nearest_of(name, near, count);
    report_message(&app->report, nearest ? MESSAGE_unknown_topic_near : MESSAGE_unknown_topic, name, nearest,
                   NULL, NULL);
    return LOA_BAD_USE;
}

static enum loa_status run(struct app *app)
{
    const struct word_list *words = &app->options.words;
    if (words->count < 2) {
        help_overview(app);
        return LOA_OK;
    }
    const char *name = words->at[1];
    const struct command *command = command_named(app, name);
    if (command) {
        help_command(app, command, name);
        return LOA_OK;
    }
    for (size_t i = 0; i < TOPIC_COUNT; i++)
        if (strcmp(topics[i].name, name) == 0) {
            print_topic(app, &topics[i]);
            return LOA_OK;
        }
    return help_entry(app, name) ? LOA_OK : unknown_topic(app, name);
}

static void candidates_of_pages(const struct candidates *candidates)
{
    candidates_of_commands(candidates);
    for (size_t i = 0; i < TOPIC_COUNT; i++)
        candidate(candidates, topics[i].name, app_text(candidates->app, topics[i].vi, topics[i].en));
}

static const char *const examples[] = {"loa help slides",
                                       "cách dùng và các tùy chọn của một lệnh",
                                       "how a command is used, and its options",
                                       "loa help blocks",
                                       "các khối “:::”, mỗi khối một ví dụ",
                                       "the blocks “:::”, each with an example",
                                       "loa help unknown-block",
                                       "một thông báo nói gì, sửa thế nào",
                                       "what a message says, and what to do",
                                       NULL};

const struct command command_help = {
    .name = "help",
    .usage_vi = "[LỆNH|CHỦ-ĐIỂM]",
    .usage_en = "[COMMAND|TOPIC]",
    .summary_vi = "trang này, trang của một lệnh, hoặc cách viết bản hướng dẫn",
    .summary_en = "this page, the page of a command, or how guides are written",
    .about_vi =
        "CHỦ-ĐIỂM là front-matter, blocks, attributes, audiences, facts, findings; hoặc tên một khối, thuộc "
        "tính, khóa, đối tượng hay thông báo.",
    .about_en =
        "TOPIC is front-matter, blocks, attributes, audiences, facts or findings; or the name of a block, "
        "attribute, key, audience or message.",
    .examples = examples,
    .options = OPTIONS_COMMON,
    .most_words = 1,
    .words = {{.own = candidates_of_pages}},
    .run = run,
};
