#include "base/source.h"
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

const struct place nowhere = {NULL, 0, 0};

struct source *source_create(struct arena *arena, const char *name, const char *folder, const char *text,
                             size_t length)
{
    struct source *source = ARENA_NEW(arena, struct source);
    *source =
        (struct source){.name = name, .folder = folder, .text = text, .length = length, .line_count = 1};
    for (size_t i = 0; i < length; i++)
        source->line_count += text[i] == '\n';
    source->line_starts = ARENA_ARRAY(arena, uint32_t, source->line_count);
    size_t line = 1;
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\n')
            source->line_starts[line++] = (uint32_t)i + 1;
    return source;
}

/* The line (from 0) that holds a byte. */
static size_t line_of(const struct source *source, size_t offset)
{
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The clusters (UAX 29) of a line that end by `start`, and those that reach into the bytes from there to
 * `end`. */
struct clusters {
    unsigned before, within;
};

static void count_cluster(struct clusters *clusters, size_t from, size_t to, size_t start, size_t end)
{
    if (to <= start)
        clusters->before++;
    else if (from < end)
        clusters->within++;
}

/* Where ICU can't be had, code points count. */
static struct clusters count_clusters(const char *line, size_t length, size_t start, size_t end)
{
    struct clusters clusters = {0};
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, line, (int64_t)length, &status);
    UBreakIterator *breaks = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &status);
    ubrk_setUText(breaks, &view, &status);
    for (size_t from = 0, to; from < length && (from < start || from < end); from = to) {
        int32_t next = U_SUCCESS(status) ? ubrk_next(breaks) : UBRK_DONE;
        to = next == UBRK_DONE ? from + 1 : (size_t)next;
        while (next == UBRK_DONE && to < length && ((unsigned char)line[to] & 0xc0) == 0x80)
            to++;
        count_cluster(&clusters, from, to, start, end);
    }
    ubrk_close(breaks);
    utext_close(&view);
    return clusters;
}

static size_t line_length(const struct source *source, size_t line)
{
    size_t start = source->line_starts[line];
    size_t end = line + 1 < source->line_count ? source->line_starts[line + 1] : source->length;
    while (end > start && (source->text[end - 1] == '\n' || source->text[end - 1] == '\r'))
        end--;
    return end - start;
}

struct location source_locate(struct place place)
{
    const struct source *source = place.source;
    if (!source)
        return (struct location){0};
    size_t start = place.start < source->length ? place.start : source->length;
    size_t line = line_of(source, start), begin = source->line_starts[line];
    size_t length = line_length(source, line), end = place.end;
    if (start > begin + length)
        start = begin + length;
    if (end > begin + length)
        end = begin + length;
    struct clusters clusters =
        count_clusters(source->text + begin, length, start - begin, end > start ? end - begin : 0);
    return (struct location){.line = (unsigned)line + 1,
                             .column = clusters.before + 1,
                             .width = clusters.within ? clusters.within : 1,
                             .line_text = source->text + begin,
                             .line_length = length};
}

struct place source_place(const struct source *source, unsigned line, unsigned byte_column, size_t length)
{
    size_t index = line ? line - 1 : 0;
    if (index >= source->line_count)
        index = source->line_count - 1;
    size_t start = source->line_starts[index], most = line_length(source, index);
    size_t before = byte_column ? byte_column - 1 : 0;
    start += before < most ? before : most;
    size_t end = length > source->length - start ? source->length : start + length;
    return (struct place){source, (uint32_t)start, (uint32_t)end};
}

struct place place_find(struct place place, const char *needle)
{
    size_t length = strlen(needle);
    if (!place.source || !length || place.end > place.source->length)
        return place;
    for (size_t at = place.start; at + length <= place.end; at++)
        if (memcmp(place.source->text + at, needle, length) == 0)
            return (struct place){place.source, (uint32_t)at, (uint32_t)(at + length)};
    return place;
}
