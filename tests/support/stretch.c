#include "stretch.h"
#include "base/builder.h"
#include "base/vector.h"
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

struct line {
    const char *text;
    size_t length;
};
struct parts {
    VECTOR(struct line) head;  /* before the first item */
    VECTOR(struct line) lines; /* of all items */
    VECTOR(size_t) starts;     /* where each item begins in them */
    struct line end;           /* the fence's end behind items */
    bool table;
};

static bool begins(struct line line, const char *with)
{
    size_t length = strlen(with);
    return line.length >= length && memcmp(line.text, with, length) == 0;
}

static size_t digits(struct line line)
{
    size_t count = 0;
    while (count < line.length && isdigit((unsigned char)line.text[count]))
        count++;
    return count;
}

/* The length of "- " or "12. " at the start of a line, after spaces; 0: there is none. */
static size_t marker(struct line line)
{
    size_t indent = 0;
    while (indent < line.length && line.text[indent] == ' ')
        indent++;
    struct line rest = {line.text + indent, line.length - indent};
    size_t number = digits(rest);
    if (begins(rest, "- "))
        return indent + 2;
    if (number > 0 && number + 1 < rest.length && rest.text[number] == '.')
        return indent + number + 2;
    return 0;
}

static bool is_item(struct line line, bool table)
{
    return (table && begins(line, "|")) || begins(line, "#") || (line.text[0] != ' ' && marker(line) > 0);
}

/* Fences, rules, blanks, headings of tables and the like are not text. */
static bool is_text(struct line line)
{
    return line.length > 0 && !begins(line, ":::") && !begins(line, "---") && !begins(line, "|-") &&
           !begins(line, "![") && !begins(line, "```");
}

static struct parts take_apart(struct arena *arena, const char *markdown)
{
    struct parts parts = {0};
    for (const char *at = markdown; *at;) {
        struct line line = {at, strcspn(at, "\n")};
        at += line.length + (at[line.length] == '\n');
        if (*at == '\0' && parts.starts.count > 0 && begins(line, ":::")) {
            parts.end = line;
            break;
        }
        if (is_item(line, parts.table))
            *VECTOR_ADD(arena, &parts.starts) = parts.lines.count;
        if (parts.starts.count > 0)
            *VECTOR_ADD(arena, &parts.lines) = line;
        else
            *VECTOR_ADD(arena, &parts.head) = line;
        parts.table |= begins(line, "|-") || begins(line, "| -");
    }
    return parts;
}

/* Where the text of a line begins: after its marker and its words in bold. */
static size_t text_start(struct line line)
{
    size_t start = marker(line);
    while (begins(line, "#") && start < line.length && (line.text[start] == '#' || line.text[start] == ' '))
        start++;
    for (size_t i = start; i + 1 < line.length; i++)
        if (line.text[i] == '*' && line.text[i + 1] == '*')
            start = ++i + 1;
    return start;
}

static size_t few_words(const char *text, size_t length)
{
    unsigned spaces = 0;
    for (size_t i = 0; i < length; i++)
        if (text[i] == '{' || text[i] == '[' || text[i] == '`')
            return length;
        else if (text[i] == ' ' && ++spaces == 3)
            return i;
    return length;
}

static void put_words(struct builder *out, const char *text, size_t length, enum stretch_words words)
{
    static const char more[] = " và kể ngay với người lớn mà em tin cậy, đừng giữ trong lòng một mình";
    if (words == WORDS_SHORT)
        length = few_words(text, length);
    builder_add(out, text, length);
    if (words != WORDS_TRIPLED)
        return;
    if (length < 8)
        builder_add(out, more, sizeof more - 1);
    for (int i = 0; i < 2 && length >= 8; i++) {
        builder_add(out, " ", text[0] != ' ');
        builder_add(out, text, length);
    }
}

static void put_row(struct builder *out, struct line line, enum stretch_words words)
{
    size_t cell = 0;
    for (size_t i = 1; i < line.length; i++) {
        if (line.text[i] != '|')
            continue;
        builder_add(out, "| ", 2);
        put_words(out, line.text + cell + 1, i - cell - 1, words);
        cell = i;
    }
    builder_add(out, "|", 1);
}

static void put_line(struct builder *out, struct line line, enum stretch_words words)
{
    size_t start = is_text(line) ? text_start(line) : line.length;
    if (begins(line, "|") && is_text(line)) {
        put_row(out, line, words);
    } else {
        builder_add(out, line.text, start);
        if (is_text(line))
            put_words(out, line.text + start, line.length - start, words);
    }
    builder_add(out, "\n", 1);
}

static void put_item(struct builder *out, const struct parts *parts, size_t item, enum stretch_words words)
{
    size_t end = item + 1 < parts->starts.count ? parts->starts.at[item + 1] : parts->lines.count;
    for (size_t i = parts->starts.at[item]; i < end; i++)
        put_line(out, parts->lines.at[i], words);
}

const char *stretch(struct arena *arena, const char *markdown, unsigned items, enum stretch_words words)
{
    struct parts parts = take_apart(arena, markdown);
    struct builder out;
    builder_init(&out, arena);
    for (size_t i = 0; i < parts.head.count; i++)
        put_line(&out, parts.head.at[i], words);
    size_t own = parts.starts.count;
    for (size_t i = 0; own > 0 && i < (items > 0 ? items : own); i++)
        put_item(&out, &parts, i % own, words);
    put_line(&out, parts.end, WORDS_AS_THEY_ARE);
    return builder_text(&out);
}
