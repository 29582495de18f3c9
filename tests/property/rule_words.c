/* No word is lost. In a handout all stand in the guide's order (but cells and
 * footnotes, whose places pieces choose) and no word twice; of slides each word is on
 * one or in its notes; a short guide is whole in an infographic. */
#include "guide_maker.h"
#include "property.h"
#include "text/unicode.h"
#include "words.h"
#include <stdlib.h>
#include <string.h>

#define WHOLE_SYLLABLES 350 /* a guide up to this long is shown whole in an infographic */
#define WORTH_TELLING   5
#define TAKEN           '\1'

static const char *find(const char *text, size_t length, const char *wanted, size_t size)
{
    for (size_t i = 0; i + size <= length; i++) {
        const char *begin = memchr(text + i, *wanted, length - size + 1 - i);
        if (!begin)
            return NULL;
        if (memcmp(begin, wanted, size) == 0)
            return begin;
        i = (size_t)(begin - text);
    }
    return NULL;
}

/* Takes a segment's place in the stream, from `at` on, so that no other can take it; moves `at` behind it. */
static bool take(struct builder *stream, size_t *at, const struct segment *segment)
{
    const char *begin = find(stream->at + *at, stream->length - *at, segment->text, segment->length);
    if (!begin)
        return false;
    size_t start = (size_t)(begin - stream->at);
    memset(stream->at + start, TAKEN, segment->length);
    *at = start + segment->length;
    return true;
}

static void complain_of(const struct showing *showing, const struct segment *segment, size_t *lost)
{
    if ((*lost)++ < WORTH_TELLING)
        complain(showing, "line %u is lost: “%.*s”", segment->line,
                 (int)(segment->length < 200 ? segment->length : 200), segment->text);
}

/* What was not taken is the piece's own: "Nên", "Nguồn: …", the numbers of lists. */
static void check_rest(const struct showing *showing, const struct builder *stream)
{
    size_t begin = 0;
    while (begin < stream->length && !strchr(MAKER_LETTERS, stream->at[begin]))
        begin++;
    size_t end = begin;
    while (end < stream->length && end - begin < 100 && stream->at[end] != TAKEN)
        end++;
    if (end > begin)
        complain(showing, "twice, or out of order: “…%.*s…”", (int)(end - begin), stream->at + begin);
}

/* Long ones first: a short one could sit down in their midst. Of equally long ones the guide's first. */
static int by_length(const void *a, const void *b)
{
    const struct segment *x = a, *y = b;
    if (x->length != y->length)
        return x->length < y->length ? 1 : -1;
    return x->line == y->line ? memcmp(x->text, y->text, x->length) : x->line < y->line ? -1 : 1;
}

/* How many segments from the first on stand in any order: of a table, or of footnotes. */
static size_t group_length(const struct segment *first, size_t left)
{
    size_t length = 1;
    while (length < left && first->anywhere && first[length].anywhere)
        length++;
    return length;
}

static void check_order(const struct showing *showing, struct segments *segments, struct builder *stream)
{
    size_t at = 0, lost = 0;
    for (size_t i = 0, length; i < segments->list.count; i += length) {
        struct segment *group = &segments->list.at[i];
        length = group_length(group, segments->list.count - i);
        qsort(group, length, sizeof *group, by_length);
        size_t end = at;
        for (size_t j = 0; j < length; j++) {
            size_t behind = at;
            if (!take(stream, &behind, &group[j]))
                complain_of(showing, &group[j], &lost);
            end = behind > end ? behind : end;
        }
        at = end;
    }
    if (showing->made && !lost)
        check_rest(showing, stream);
}

static void check_presence(const struct showing *showing, struct segments *segments, struct builder *stream,
                           struct builder *notes)
{
    size_t lost = 0;
    if (segments->list.count)
        qsort(segments->list.at, segments->list.count, sizeof *segments->list.at, by_length);
    for (size_t i = 0; i < segments->list.count; i++) {
        const struct segment *segment = &segments->list.at[i];
        size_t at = 0, spoken = 0;
        if (!take(stream, &at, segment) && !take(notes, &spoken, segment))
            complain_of(showing, segment, &lost);
    }
}

static bool is_short(const struct showing *showing)
{
    const char *text = node_plain_text(showing->arena, showing->edition->document);
    return unicode_syllables(text, strlen(text)) <= WHOLE_SYLLABLES;
}

static void check(const struct showing *showing)
{
    bool slides = strcmp(showing->piece, "slides") == 0, handout = strcmp(showing->piece, "handout") == 0;
    struct segments segments = {0};
    segments_of_edition(showing->arena, showing->edition, slides, &segments);
    struct builder stream = stream_of_scene(showing->arena, showing->scene);
    struct builder notes = stream_of_notes(showing->arena, showing->scene);
    if (handout)
        check_order(showing, &segments, &stream);
    else if (slides || is_short(showing))
        check_presence(showing, &segments, &stream, &notes);
}

const struct rule rule_words = {"words", "every word of the guide is there", check};
