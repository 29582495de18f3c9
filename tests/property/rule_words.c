/* No word is lost. In a handout all stand in the guide's order and no word twice; of slides each word is on
 * one or in its notes; a short guide is whole in an infographic. */
#include "guide_maker.h"
#include "stream.h"
#include "text/unicode.h"
#include <stdlib.h>
#include <string.h>

#define WHOLE_SYLLABLES 350 /* a guide up to this long is shown whole in an infographic */
#define WORTH_TELLING   5

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

/* ---- In order ---- */

/* What stands between the guide's words is the piece's own: "Nên", "Nguồn: …", the numbers of lists. */
static void check_between(const struct showing *showing, const char *text, size_t length)
{
    size_t clean = 0;
    while (clean < length && !strchr(MAKER_LETTERS, text[clean]))
        clean++;
    if (showing->made && clean < length)
        complain(showing, "twice, or out of order: “%.*s”", (int)(length < 120 ? length : 120), text);
}

static void check_order(const struct showing *showing, const struct segments *segments,
                        const struct builder *stream)
{
    size_t at = 0, lost = 0;
    for (size_t i = 0; i < segments->list.count; i++) {
        const struct segment *segment = &segments->list.at[i];
        const char *begin = find(stream->at + at, stream->length - at, segment->text, segment->length);
        if (!begin) {
            if (lost++ < WORTH_TELLING)
                complain(showing, "line %u is lost, or out of order: “%.*s”", segment->line,
                         (int)(segment->length < 200 ? segment->length : 200), segment->text);
            continue;
        }
        size_t found = (size_t)(begin - stream->at);
        if (!lost)
            check_between(showing, stream->at + at, found - at);
        at = found + segment->length;
    }
    if (!lost)
        check_between(showing, stream->at + at, stream->length - at);
}

/* ---- In any order ---- */

/* Takes the first place of a segment that no other has taken. */
static bool take(struct builder *stream, const struct segment *segment)
{
    char *begin = (char *)(uintptr_t)find(stream->at, stream->length, segment->text, segment->length);
    if (!begin)
        return false;
    memset(begin, '\1', segment->length);
    return true;
}

/* Long ones first: a short one could sit down in their midst. */
static int by_length(const void *a, const void *b)
{
    const struct segment *x = a, *y = b;
    return x->length == y->length  ? (x->text > y->text) - (x->text < y->text)
           : x->length < y->length ? 1
                                   : -1;
}

static void check_presence(const struct showing *showing, struct segments *segments, struct builder *stream,
                           struct builder *notes)
{
    size_t lost = 0;
    qsort(segments->list.at, segments->list.count, sizeof *segments->list.at, by_length);
    for (size_t i = 0; i < segments->list.count; i++) {
        const struct segment *segment = &segments->list.at[i];
        if (!take(stream, segment) && !(notes && take(notes, segment)) && lost++ < WORTH_TELLING)
            complain(showing, "line %u is lost: “%.*s”", segment->line,
                     (int)(segment->length < 200 ? segment->length : 200), segment->text);
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
    segments_of_edition(showing, slides, &segments);
    struct builder stream = stream_of_scene(showing->arena, showing->scene);
    struct builder notes = stream_of_notes(showing->arena, showing->scene);
    if (handout && !showing->long_texts)
        check_order(showing, &segments, &stream);
    else if (handout || slides || is_short(showing))
        check_presence(showing, &segments, &stream, slides ? &notes : NULL);
}

const struct rule rule_words = {"words", "every word of the guide is there", check};
