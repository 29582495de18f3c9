#include "html_text.h"
#include "base/builder.h"
#include "text/unicode.h"
#include <stdbool.h>
#include <string.h>

static const struct {
    const char *entity;
    char character;
} entities[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}};

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* One character; returns where the next begins. */
static const char *add_character(struct builder *text, const char *html)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (starts_with(html, entities[i].entity)) {
            builder_char(text, entities[i].character);
            return html + strlen(entities[i].entity);
        }
    builder_char(text, *html);
    return html + 1;
}

static const char *behind(const char *html, const char *closing)
{
    const char *close = strstr(html, closing);
    return close ? close + strlen(closing) : html + strlen(html);
}

/* Behind the tag that begins here; NULL: none does. */
static const char *tag_end(const char *html)
{
    if (starts_with(html, "<!--"))
        return behind(html, "-->");
    if (starts_with(html, "<![CDATA["))
        return behind(html, "]]>");
    if (starts_with(html, "<?"))
        return behind(html, "?>");
    if (starts_with(html, "<!") || starts_with(html, "</"))
        return behind(html, ">");
    if (*html != '<' || !is_letter(html[1]))
        return NULL;
    for (char quote = 0; *html && (quote || *html != '>'); html++) {
        if (*html == quote)
            quote = 0;
        else if (!quote && (*html == '"' || *html == '\''))
            quote = *html;
    }
    return html + (*html == '>');
}

static void add_alternative(struct builder *text, const char *tag, const char *end)
{
    const char *alt = strstr(tag, "alt=\"");
    if (!alt || alt >= end)
        return;
    for (alt += strlen("alt=\""); alt < end && *alt != '"';)
        alt = add_character(text, alt);
}

/* Behind a footnote's number or the arrow back to it; NULL: none is here. */
static const char *footnote_end(const char *html)
{
    if (starts_with(html, "<sup class=\"footnote-ref\""))
        return behind(html, "</sup>");
    return starts_with(html, "<a href=\"#fnref") ? behind(html, "</a>") : NULL;
}

const char *html_text(struct arena *arena, const char *html)
{
    struct builder text;
    builder_init(&text, arena);
    while (*html) {
        const char *end = footnote_end(html);
        end = end ? end : tag_end(html);
        if (starts_with(html, "<img"))
            add_alternative(&text, html, end);
        html = end ? end : add_character(&text, html);
    }
    return builder_text(&text);
}

const char *normal_text(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    text = unicode_compose(arena, text, &length);
    struct builder normal;
    builder_init(&normal, arena);
    for (const char *end = text + length; text < end;) {
        size_t white = strspn(text, " \t\n\r"), word = strcspn(text + white, " \t\n\r");
        builder_string(&normal, white && word && normal.length ? " " : "");
        builder_add(&normal, text + white, word);
        text += white + word;
    }
    return builder_text(&normal);
}
