/* Raw HTML: comments are dropped, <br> is a line break, all else is shown as text with a warning. */
#include "guide/reader.h"
#include <string.h>

/* The HTML without its comments. An unclosed comment takes all that follows; *unclosed says so. */
static const char *without_comments(struct arena *arena, const char *html, bool *unclosed)
{
    struct builder out;
    builder_init(&out, arena);
    *unclosed = false;
    for (const char *open; (open = strstr(html, "<!--"));) {
        builder_add(&out, html, (size_t)(open - html));
        const char *close = strstr(open + 2, "-->"); /* "<!-->" is a whole comment */
        if (!close) {
            *unclosed = true;
            return builder_text(&out);
        }
        html = close + 3;
    }
    builder_string(&out, html);
    return builder_text(&out);
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\n")] == '\0';
}

/* A line of the author's HTML as a line of a paragraph. */
static void append_line(struct reader *reader, const char *line, size_t length)
{
    if (reader->current->first)
        node_append(reader->current, node_create(reader->arena, NODE_HARD_BREAK,
                                                 (struct place){reader->source, (uint32_t)reader->cursor,
                                                                (uint32_t)reader->cursor}));
    const char *alone = arena_copy(reader->arena, line, length);
    reader_plain_text(reader, NODE_TEXT, reader->cursor, alone, length);
}

static void append_lines(struct reader *reader, const char *text)
{
    while (*text) {
        text += strspn(text, " \t\n");
        size_t length = strcspn(text, "\n");
        if (length > 0)
            append_line(reader, text, length);
        text += length;
    }
}

void reader_html_block(struct reader *reader, struct place place, const char *html)
{
    const struct marker *fence = prepared_fence(&reader->prepared, html);
    if (fence) {
        reader_fence(reader, fence);
        return;
    }
    bool unclosed;
    const char *rest = without_comments(reader->arena, html, &unclosed);
    if (unclosed)
        reader_error(reader, FINDING_unclosed_comment, place_find(place, "<!--"));
    if (is_blank(rest))
        return;
    report(reader->reporter, FINDING_raw_html, place);
    reader_enter(reader, NODE_PARAGRAPH, place);
    append_lines(reader, rest);
    reader_leave(reader);
}

static bool is_line_break(const char *html)
{
    if (html[0] != '<' || (html[1] | 0x20) != 'b' || (html[2] | 0x20) != 'r')
        return false;
    html += 3 + strspn(html + 3, " ");
    return !strcmp(html, ">") || !strcmp(html, "/>");
}

void reader_html_inline(struct reader *reader, size_t expected, const char *html)
{
    bool exact;
    size_t length = strlen(html);
    const char *text = prepared_restore(&reader->prepared, reader->arena, html, &length);
    struct place place = reader_locate(reader, expected, text, length, &exact);
    if (!strncmp(text, "<!--", 4))
        return;
    if (is_line_break(text)) {
        node_append(reader->current, node_create(reader->arena, NODE_HARD_BREAK, place));
        return;
    }
    struct node *node = node_create(reader->arena, NODE_TEXT, place);
    if (prepared_fence(&reader->prepared, html))
        reader_error(reader, FINDING_fence_in_text, place);
    else if (text[1] != '/') /* the opening tag was complained about */
        report(reader->reporter, FINDING_raw_html, place);
    node->text = arena_copy(reader->arena, text, length);
    node_append(reader->current, node);
}
