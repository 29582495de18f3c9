#include "options.h"
#include "report.h"
#include <loa/catalogue.h>
#include <stdlib.h>
#include <string.h>

static const char *const choices_color[] = {"auto", "always", "never", NULL};
static const char *const choices_diagnostics[] = {"text", "json", "sarif", NULL};
static const char *const choices_ui[] = {"vi", "en", NULL};

#define FIELD(name) offsetof(struct options, name)

const struct option_row option_rows[] = {
    {.name = "output",
     .letter = 'o',
     .type = OPTION_TEXT,
     .groups = OPTIONS_EXPORT | OPTIONS_SHEET,
     .offset = FIELD(output),
     .value_vi = "NƠI-GHI",
     .value_en = "PATH",
     .help_vi =
         "một tệp, một thư mục kết thúc bằng “/”, một mẫu tên như trang-%02d.png, hoặc “-” là đầu ra chuẩn",
     .help_en = "a file, a folder ending in “/”, a pattern like page-%02d.png, or “-” for standard output",
     .source = {.files = "*"}},
    {.name = "to",
     .type = OPTION_TEXT,
     .groups = OPTIONS_EXPORT | OPTIONS_EXPLAIN | OPTIONS_SHEET,
     .offset = FIELD(to),
     .value_vi = "ĐỊNH-DẠNG",
     .value_en = "FORMAT",
     .help_vi =
         "định dạng (xem: loa list formats; của explain: text, json); không nói thì theo đuôi của tệp ghi ra",
     .help_en =
         "the format (see: loa list formats; of explain: text, json); else the ending of the output says it",
     .source = {.listed = true, .kind = LOA_FORMATS}},
    {.name = "theme",
     .type = OPTION_TEXT,
     .groups = OPTIONS_EXPORT | OPTIONS_EXPLAIN,
     .offset = FIELD(theme),
     .value_vi = "CHỦ-ĐỀ",
     .value_en = "THEME",
     .help_vi = "màu và chữ: một tên (xem: loa list themes) hoặc một tệp .yaml",
     .help_en = "colours and type: a name (see: loa list themes) or a .yaml file",
     .source = {.listed = true, .kind = LOA_THEMES, .files = "*.yaml"}},
    {.name = "size",
     .type = OPTION_TEXT,
     .groups = OPTIONS_EXPORT | OPTIONS_EXPLAIN,
     .offset = FIELD(size),
     .value_vi = "KHỔ",
     .value_en = "SIZE",
     .help_vi = "khổ trang hay khổ ảnh",
     .help_en = "the size of pages or pictures",
     .of_piece = true},
    {.name = "piece",
     .type = OPTION_TEXT,
     .groups = OPTIONS_PIECE,
     .offset = FIELD(piece),
     .value_vi = "ẤN-PHẨM",
     .value_en = "PIECE",
     .help_vi = "chỉ ấn phẩm này (xem: loa list pieces)",
     .help_en = "only this piece (see: loa list pieces)",
     .source = {.listed = true, .kind = LOA_PIECES}},
    {.name = "audience",
     .type = OPTION_TEXT,
     .groups = OPTIONS_EDITION,
     .offset = FIELD(audience),
     .value_vi = "AI",
     .value_en = "WHO",
     .help_vi = "chỉ những phần dành cho đối tượng này: children, parents … (một; xem: loa list audiences)",
     .help_en = "only what is meant for them: children, parents … (one; see: loa list audiences)",
     .source = {.listed = true, .kind = LOA_AUDIENCES}},
    {.name = "lang",
     .type = OPTION_TEXT,
     .groups = OPTIONS_EDITION | OPTIONS_NEW,
     .offset = FIELD(language),
     .value_vi = "MÃ",
     .value_en = "CODE",
     .help_vi = "ngôn ngữ, vi, en …: chỉ lấy những phần viết bằng ngôn ngữ này",
     .help_en = "the language, vi, en …: only what is written in it"},
    {.name = "section",
     .type = OPTION_LIST,
     .groups = OPTIONS_EDITION,
     .offset = FIELD(sections),
     .value_vi = "MÃ",
     .value_en = "ID",
     .help_vi = "chỉ mục này (dùng được nhiều lần)",
     .help_en = "only this section (may be repeated)",
     .of_guide = true},
    {.name = "profile",
     .type = OPTION_TEXT,
     .groups = OPTIONS_EDITION,
     .offset = FIELD(profile),
     .value_vi = "HỒ-SƠ",
     .value_en = "NAME",
     .help_vi = "đơn vị ban hành, liên hệ (xem: loa list profiles)",
     .help_en = "who issues it, whom to call (see: loa list profiles)",
     .source = {.listed = true, .kind = LOA_PROFILES}},
    {.name = "set",
     .type = OPTION_LIST,
     .groups = OPTIONS_EDITION,
     .offset = FIELD(sets),
     .value_vi = "TÊN=GIÁ-TRỊ",
     .value_en = "NAME=VALUE",
     .help_vi = "thay một dữ kiện hay một dòng đầu tệp (dùng được nhiều lần)",
     .help_en = "replaces a fact or a front matter entry (may be repeated)"},
    {.name = "jobs",
     .type = OPTION_NUMBER,
     .groups = OPTIONS_EXPORT,
     .offset = FIELD(jobs),
     .value_vi = "SỐ",
     .value_en = "N",
     .help_vi = "số luồng vẽ trang; không nói thì bằng số bộ xử lý",
     .help_en = "threads that paint pages; else as many as processors",
     .low = 1,
     .high = 64},
    {.name = "force",
     .type = OPTION_FLAG,
     .groups = OPTIONS_EXPORT | OPTIONS_NEW,
     .offset = FIELD(force),
     .help_vi = "ghi đè tệp đã có (tên chỉ rõ bằng -o thì luôn ghi đè)",
     .help_en = "replaces existing files (those named with -o always are)"},
    {.name = "from",
     .type = OPTION_TEXT,
     .groups = OPTIONS_NEW,
     .offset = FIELD(from),
     .value_vi = "BẢN[#MỤC]",
     .value_en = "GUIDE[#ID]",
     .help_vi = "bắt đầu từ một bản có sẵn, hay một mục của nó (xem: loa list guides)",
     .help_en = "starts from a built-in guide, or a section of it (see: loa list guides)",
     .source = {.listed = true, .kind = LOA_GUIDES}},
    {.name = "strict",
     .type = OPTION_FLAG,
     .groups = OPTIONS_EDITION,
     .offset = FIELD(strict),
     .help_vi = "coi cảnh báo là lỗi",
     .help_en = "takes warnings for errors"},
    {.name = "materials",
     .type = OPTION_TEXT,
     .groups = OPTIONS_MATERIALS,
     .offset = FIELD(materials),
     .value_vi = "THƯ-MỤC",
     .value_en = "FOLDER",
     .help_vi = "dùng tư liệu ở đây thay cho tư liệu có sẵn (hoặc đặt $LOA_MATERIALS)",
     .help_en = "the materials to use instead of the built-in ones (or set $LOA_MATERIALS)",
     .source = {.folders = true}},
    {.name = "watch",
     .letter = 'w',
     .type = OPTION_FLAG,
     .groups = OPTIONS_WATCH,
     .offset = FIELD(watch),
     .help_vi = "làm lại mỗi khi bản hướng dẫn, hình, dữ liệu hay chủ đề được lưu, đến khi Ctrl-C",
     .help_en = "does it again when the guide, pictures, data or theme are saved, until Ctrl-C"},
    {.name = "quiet",
     .letter = 'q',
     .type = OPTION_FLAG,
     .groups = OPTIONS_COMMON,
     .offset = FIELD(quiet),
     .help_vi = "chỉ nói khi có lỗi",
     .help_en = "speaks of errors only"},
    {.name = "verbose",
     .letter = 'v',
     .type = OPTION_FLAG,
     .groups = OPTIONS_COMMON,
     .offset = FIELD(verbose),
     .help_vi = "nói thêm: lưu ý, số tệp, thời gian",
     .help_en = "says more: notes, files, time"},
    {.name = "diagnostics",
     .type = OPTION_CHOICE,
     .groups = OPTIONS_COMMON,
     .offset = FIELD(diagnostics),
     .value_vi = "text|json|sarif",
     .value_en = "text|json|sarif",
     .help_vi = "lỗi và cảnh báo: cho người đọc, mỗi dòng một đối tượng JSON, hay SARIF 2.1.0",
     .help_en = "errors and warnings: for readers, one JSON object a line, or SARIF 2.1.0",
     .choices = choices_diagnostics},
    {.name = "color",
     .type = OPTION_CHOICE,
     .groups = OPTIONS_COMMON,
     .offset = FIELD(color),
     .value_vi = "auto|always|never",
     .value_en = "auto|always|never",
     .help_vi = "màu trong thông báo; $NO_COLOR tắt màu",
     .help_en = "colours in messages; $NO_COLOR turns them off",
     .choices = choices_color},
    {.name = "lang-ui",
     .type = OPTION_CHOICE,
     .groups = OPTIONS_COMMON,
     .offset = FIELD(ui),
     .value_vi = "vi|en",
     .value_en = "vi|en",
     .help_vi = "ngôn ngữ của thông báo",
     .help_en = "the language of messages",
     .choices = choices_ui},
    {.name = "help",
     .letter = 'h',
     .type = OPTION_FLAG,
     .groups = OPTIONS_COMMON,
     .offset = FIELD(help),
     .help_vi = "trang này",
     .help_en = "this page"},
    {.name = "version",
     .type = OPTION_FLAG,
     .groups = OPTIONS_COMMON,
     .offset = FIELD(version),
     .help_vi = "phiên bản của loa và các thư viện",
     .help_en = "the versions of loa and its libraries"},
    {.name = NULL},
};

/* Reading under way. */
struct reading {
    struct options *options;
    const struct report *report; /* NULL: in silence */
    char **arguments;
    int count, next;
    bool good;
};

static void object(struct reading *reading, enum message message, const char *a, const char *b, const char *c,
                   const char *d)
{
    reading->good = false;
    if (reading->report)
        report_message(reading->report, message, a, b, c, d);
}

static void *field(struct options *options, const struct option_row *row)
{
    return (char *)options + row->offset;
}

static bool read_number(const char *text, const struct option_row *row, unsigned *value)
{
    char *end;
    if (*text < '0' || *text > '9' || strlen(text) > 9)
        return false;
    unsigned long number = strtoul(text, &end, 10);
    if (*end || number < row->low || number > row->high)
        return false;
    *value = (unsigned)number;
    return true;
}

static void number_text(char text[12], unsigned number)
{
    char digits[12];
    size_t count = 0, at = 0;
    do
        digits[count++] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    while (count > 0)
        text[at++] = digits[--count];
    text[at] = '\0';
}

static void take_number(struct reading *reading, const struct option_row *row, const char *value)
{
    char low[12], high[12];
    if (read_number(value, row, field(reading->options, row)))
        return;
    number_text(low, row->low);
    number_text(high, row->high);
    object(reading, MESSAGE_not_a_number, row->name, value, low, high);
}

static void take_choice(struct reading *reading, const struct option_row *row, const char *value)
{
    for (int i = 0; row->choices[i]; i++)
        if (strcmp(row->choices[i], value) == 0) {
            *(int *)field(reading->options, row) = i;
            return;
        }
    object(reading, MESSAGE_not_a_choice, row->name, value, row->value_en, NULL);
}

/* Lists are as long as the command line at most. */
static void add_word(struct reading *reading, struct word_list *list, const char *word)
{
    if (!list->at)
        list->at = calloc((size_t)reading->count + 1, sizeof *list->at);
    if (list->at)
        list->at[list->count++] = word;
}

static void take_value(struct reading *reading, const struct option_row *row, const char *value)
{
    reading->options->used |= 1ul << (row - option_rows);
    switch (row->type) {
    case OPTION_FLAG:
        *(bool *)field(reading->options, row) = true;
        break;
    case OPTION_TEXT:
        *(const char **)field(reading->options, row) = value;
        break;
    case OPTION_LIST:
        add_word(reading, field(reading->options, row), value);
        break;
    case OPTION_NUMBER:
        take_number(reading, row, value);
        break;
    case OPTION_CHOICE:
        take_choice(reading, row, value);
        break;
    }
}

const struct option_row *option_named(const char *name, size_t length)
{
    for (const struct option_row *row = option_rows; row->name; row++)
        if (strlen(row->name) == length && memcmp(row->name, name, length) == 0)
            return row;
    return NULL;
}

static const struct option_row *row_lettered(char letter)
{
    for (const struct option_row *row = option_rows; row->name; row++)
        if (row->letter == letter)
            return row;
    return NULL;
}

const struct option_row *option_written(const char *word)
{
    if (word[1] == '-')
        return strchr(word, '=') ? NULL : option_named(word + 2, strlen(word + 2));
    for (const char *letter = word + 1; *letter; letter++) {
        const struct option_row *row = row_lettered(*letter);
        if (!row || row->type != OPTION_FLAG)
            return letter[1] ? NULL : row;
    }
    return NULL;
}

static void unknown_option(struct reading *reading, const char *argument, const char *name)
{
    const char *names[sizeof option_rows / sizeof *option_rows];
    size_t count = 0;
    for (; option_rows[count].name; count++)
        names[count] = option_rows[count].name;
    const char *nearest = loa_nearest_of(name, names, count);
    if (nearest)
        object(reading, MESSAGE_unknown_option_near, argument, nearest, NULL, NULL);
    else
        object(reading, MESSAGE_unknown_option, argument, NULL, NULL, NULL);
}

/* The value after an option: what is stuck to it, else the next argument. */
static void take_next(struct reading *reading, const struct option_row *row, const char *stuck)
{
    if (stuck)
        take_value(reading, row, stuck);
    else if (reading->next < reading->count)
        take_value(reading, row, reading->arguments[reading->next++]);
    else
        object(reading, MESSAGE_missing_value, row->name, NULL, NULL, NULL);
}

static void take_long(struct reading *reading, const char *argument)
{
    const char *name = argument + 2;
    size_t length = strcspn(name, "=");
    const char *stuck = name[length] == '=' ? name + length + 1 : NULL;
    const struct option_row *row = option_named(name, length);
    if (!row) {
        char *alone = strndup(name, length);
        unknown_option(reading, argument, alone ? alone : name);
        free(alone);
    } else if (row->type != OPTION_FLAG) {
        take_next(reading, row, stuck);
    } else if (stuck) {
        object(reading, MESSAGE_no_value_wanted, row->name, NULL, NULL, NULL);
    } else {
        take_value(reading, row, NULL);
    }
}

static void take_letters(struct reading *reading, const char *argument)
{
    for (const char *letter = argument + 1; *letter; letter++) {
        const struct option_row *row = row_lettered(*letter);
        if (!row) {
            unknown_option(reading, argument, argument + 1);
            return;
        }
        if (row->type != OPTION_FLAG) {
            take_next(reading, row, letter[1] ? letter + 1 : NULL);
            return;
        }
        take_value(reading, row, NULL);
    }
}

bool options_read(struct options *options, int count, char **arguments, const struct report *report)
{
    struct reading reading = {
        .options = options, .report = report, .arguments = arguments, .count = count, .good = true};
    bool words_only = false;
    while (reading.next < count) {
        const char *argument = arguments[reading.next++];
        if (words_only || argument[0] != '-' || argument[1] == '\0')
            add_word(&reading, &options->words, argument);
        else if (strcmp(argument, "--") == 0)
            words_only = true;
        else if (argument[1] == '-')
            take_long(&reading, argument);
        else
            take_letters(&reading, argument);
    }
    return reading.good;
}

bool options_fit(const struct options *options, unsigned groups, const char *command,
                 const struct report *report)
{
    bool fit = true;
    for (size_t i = 0; option_rows[i].name; i++)
        if ((options->used >> i & 1) && !(option_rows[i].groups & groups)) {
            report_message(report, MESSAGE_option_elsewhere, command, option_rows[i].name, NULL, NULL);
            fit = false;
        }
    return fit;
}

void options_clear(struct options *options)
{
    free(options->sections.at);
    free(options->sets.at);
    free(options->words.at);
}
