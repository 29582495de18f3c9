#include "guide/prepare.h"
#include "base/vector.h"
#include "guide/attributes.h"
#include "guide/guard.h"
#include <string.h>

/* Code points that are no characters and never stand in texts (U+FDD0 to U+FDD3); where one does all the
 * same, it is replaced, so nobody can forge a marker.
 *
 * A fence becomes the processing instruction "<?", FENCE, number, "?>": that is an HTML block of one line, it
 * interrupts paragraphs, and does not end a comment around it. Braces become "{", BRACES, number, "}":
 * between punctuation emphasis ends as it would have. */
#define NO_CHARACTER "\xEF\xB7" /* and 0x90 to 0x93 */
#define FENCE        NO_CHARACTER "\x90"
#define BRACES       NO_CHARACTER "\x91"
#define LESS_THAN    NO_CHARACTER "\x92"
#define FORGED       NO_CHARACTER "\x93"
enum { MARK_LENGTH = 3 };
static const char fence_opening[] = "<?" FENCE, braces_opening[] = "{" BRACES;

struct preparer {
    struct prepared *prepared;
    struct arena *arena;
    struct reporter *reporter;
    struct guard guard;
    VECTOR(struct marker) markers;
};

static size_t new_marker(struct preparer *preparer, size_t start, size_t end)
{
    *VECTOR_ADD(preparer->arena, &preparer->markers) = (struct marker){(uint32_t)start, (uint32_t)end};
    return preparer->markers.count - 1;
}

/* Where the colons of a fence line begin; `end` when the line is none. */
static size_t fence_start(const char *text, size_t start, size_t end)
{
    size_t at = start;
    while (at < end && (text[at] == ' ' || text[at] == '>' || text[at] == '\t'))
        at++;
    return end - at >= 3 && !memcmp(text + at, ":::", 3) ? at : end;
}

static void add_fence(struct preparer *preparer, size_t start, size_t colons, size_t end)
{
    struct builder *out = &preparer->prepared->text;
    builder_add(out, preparer->prepared->source->text + start, colons - start);
    builder_string(out, fence_opening);
    builder_format(out, "%zu?>", new_marker(preparer, colons, end));
}

static bool starts_with(const char *text, const char *start)
{
    return !strncmp(text, start, strlen(start));
}

static bool is_mark(const char *text)
{
    return starts_with(text, NO_CHARACTER) && (unsigned char)text[2] >= 0x90 &&
           (unsigned char)text[2] <= 0x93;
}

/* What the parser must not see as it is: the text to show it instead, NULL for nothing. "<?" and "<!X" mean
 * nothing in a guide, but each makes the parser look for its end through all of the paragraph, and a page of
 * them takes minutes. A lone CR is a line end to the parser and none to us. */
static const char *disguise(const char *text, size_t *length)
{
    *length = 1;
    if (text[0] == '\r')
        return " ";
    if (text[0] == '<' && (text[1] == '?' || (text[1] == '!' && text[2] != '-')))
        return LESS_THAN;
    if (!is_mark(text))
        return NULL;
    *length = MARK_LENGTH;
    return FORGED;
}

/* Braces are taken at the end of a line and right behind a link or picture. */
static bool may_end_there(const char *text, size_t open, size_t close, size_t line_end)
{
    if (open > 0 && (text[open - 1] == ')' || text[open - 1] == ']'))
        return true;
    while (close < line_end && (text[close] == ' ' || text[close] == '\t'))
        close++;
    return close == line_end;
}

static bool braces_at(const struct source *source, size_t at, size_t end, size_t *close)
{
    return source->text[at] == '{' && attributes_begin(source, at, end) &&
           attributes_read(NULL, source, at, end, close, NULL) &&
           may_end_there(source->text, at, *close, end);
}

static void add_line(struct preparer *preparer, size_t start, size_t end)
{
    const struct source *source = preparer->prepared->source;
    struct builder *out = &preparer->prepared->text;
    size_t plain = start; /* not yet added */
    for (size_t at = start, close, length; at < end;) {
        bool braces = braces_at(source, at, end, &close);
        const char *instead = braces ? braces_opening : disguise(source->text + at, &length);
        if (!instead) {
            at++;
            continue;
        }
        builder_add(out, source->text + plain, at - plain);
        builder_string(out, instead);
        if (braces)
            builder_format(out, "%zu}", new_marker(preparer, at, close));
        else
            close = at + length;
        at = plain = close;
    }
    builder_add(out, source->text + plain, end - plain);
}

static size_t line_end(const struct source *source, size_t line)
{
    size_t end = line + 1 < source->line_count ? source->line_starts[line + 1] : source->length;
    if (end > source->line_starts[line] && source->text[end - 1] == '\n')
        end--;
    if (end > source->line_starts[line] && source->text[end - 1] == '\r')
        end--;
    return end;
}

bool prepare(struct prepared *prepared, struct arena *arena, struct reporter *reporter,
             const struct source *source, size_t body)
{
    struct preparer preparer = {.prepared = prepared, .arena = arena, .reporter = reporter};
    *prepared = (struct prepared){.source = source};
    builder_init(&prepared->text, arena);
    for (size_t line = 0; line < source->line_count; line++) {
        size_t start = source->line_starts[line], end = line_end(source, line);
        if (start >= body) {
            if (!guard_line(&preparer.guard, reporter, source, start, end))
                return false;
            size_t colons = fence_start(source->text, start, end);
            if (colons < end)
                add_fence(&preparer, start, colons, end);
            else
                add_line(&preparer, start, end);
        }
        builder_char(&prepared->text, '\n');
    }
    prepared->markers = preparer.markers.at;
    prepared->marker_count = preparer.markers.count;
    return true;
}

/* The marker whose first byte is at `text`; *length is how long it is. */
static const struct marker *marker_at(const struct prepared *prepared, const char *text, size_t *length)
{
    bool fence = starts_with(text, fence_opening);
    if (!fence && !starts_with(text, braces_opening))
        return NULL;
    size_t at = fence ? sizeof fence_opening - 1 : sizeof braces_opening - 1, number = 0;
    for (; text[at] >= '0' && text[at] <= '9' && number < prepared->marker_count; at++)
        number = number * 10 + (size_t)(text[at] - '0');
    const char *closing = fence ? "?>" : "}";
    *length = at + strlen(closing);
    return starts_with(text + at, closing) && number < prepared->marker_count ? &prepared->markers[number]
                                                                              : NULL;
}

static bool has_marks(const char *text)
{
    for (; (text = strstr(text, NO_CHARACTER)); text++)
        if (is_mark(text))
            return true;
    return false;
}

/* What a mark outside of a whole marker stood for. */
static const char *unmarked(const char *mark)
{
    return starts_with(mark, LESS_THAN) ? "<" : starts_with(mark, FORGED) ? "\xEF\xBF\xBD" : "";
}

const char *prepared_restore(const struct prepared *prepared, struct arena *arena, const char *text,
                             size_t *length)
{
    if (!has_marks(text))
        return text;
    const char *end = text + *length;
    struct builder out;
    builder_init(&out, arena);
    for (size_t marker_length; text < end;) {
        const struct marker *marker = marker_at(prepared, text, &marker_length);
        if (marker) {
            builder_add(&out, prepared->source->text + marker->start, marker->end - marker->start);
            text += marker_length;
        } else if (is_mark(text)) {
            builder_string(&out, unmarked(text));
            text += MARK_LENGTH;
        } else {
            builder_char(&out, *text++);
        }
    }
    *length = out.length;
    return builder_text(&out);
}

const struct marker *prepared_fence(const struct prepared *prepared, const char *html)
{
    size_t length;
    html += strspn(html, " \t");
    return html[0] == '<' ? marker_at(prepared, html, &length) : NULL;
}

const struct marker *prepared_braces(const struct prepared *prepared, const char *text, size_t *length)
{
    return text[0] == '{' ? marker_at(prepared, text, length) : NULL;
}

const struct marker *prepared_last_braces(const struct prepared *prepared, const char *text, size_t *length)
{
    size_t end = *length, marker_length;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t'))
        end--;
    size_t start = end;
    while (start > 0 && text[start] != '{')
        start--;
    const struct marker *marker = prepared_braces(prepared, text + start, &marker_length);
    if (!marker || start + marker_length != end)
        return NULL;
    *length = start;
    return marker;
}
