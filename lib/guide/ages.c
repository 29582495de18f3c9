#include "guide/ages.h"
#include "base/vector.h"
#include "text/unicode.h"
#include <stdlib.h>
#include <string.h>

/* ---- Reading ---- */

enum age_word {
    WORD_UNKNOWN,
    WORD_NUMBER,
    WORD_FILLS,
    WORD_UNDER,
    WORD_OVER,
    WORD_FROM,
    WORD_UP,
    WORD_DOWN,
    WORD_OTHER
};

/* What words mean, in lower case and without marks. */
static const struct {
    const char *word;
    enum age_word means;
} age_words[] = {
    {"tuoi", WORD_FILLS},     {"den", WORD_FILLS},    {"toi", WORD_FILLS},   {"va", WORD_FILLS},
    {"tro", WORD_FILLS},      {"tre", WORD_FILLS},    {"em", WORD_FILLS},    {"years", WORD_FILLS},
    {"year", WORD_FILLS},     {"old", WORD_FILLS},    {"to", WORD_FILLS},    {"and", WORD_FILLS},
    {"age", WORD_FILLS},      {"ages", WORD_FILLS},   {"aged", WORD_FILLS},  {"of", WORD_FILLS},
    {"children", WORD_FILLS}, {"duoi", WORD_UNDER},   {"under", WORD_UNDER}, {"below", WORD_UNDER},
    {"tren", WORD_OVER},      {"over", WORD_OVER},    {"above", WORD_OVER},  {"tu", WORD_FROM},
    {"from", WORD_FROM},      {"du", WORD_FROM},      {"len", WORD_UP},      {"up", WORD_UP},
    {"older", WORD_UP},       {"plus", WORD_UP},      {"xuong", WORD_DOWN},  {"younger", WORD_DOWN},
    {"thang", WORD_OTHER},    {"months", WORD_OTHER}, {"lop", WORD_OTHER},   {"grade", WORD_OTHER},
    {"gio", WORD_OTHER},      {"hours", WORD_OTHER},  {"phut", WORD_OTHER},  {"minutes", WORD_OTHER},
    {"ngay", WORD_OTHER},     {"days", WORD_OTHER},   {"nam", WORD_OTHER},   {"tuan", WORD_OTHER}};

static enum age_word word_of(const char *text, size_t length)
{
    if (*text >= '0' && *text <= '9')
        return WORD_NUMBER;
    for (size_t i = 0; i < sizeof age_words / sizeof *age_words; i++)
        if (strlen(age_words[i].word) == length && memcmp(age_words[i].word, text, length) == 0)
            return age_words[i].means;
    return WORD_UNKNOWN;
}

/* What was read so far. */
struct age_reader {
    unsigned numbers[2];
    enum age_word before[2]; /* WORD_UNDER, WORD_OVER, WORD_FROM: what stands before a number */
    size_t count;
    enum age_word pending, last; /* for the next number; behind the last one */
    bool plain;
};

/* False: these are no ages. */
static bool take_word(struct age_reader *reader, const char *text, size_t length)
{
    enum age_word word = word_of(text, length);
    switch (word) {
    case WORD_NUMBER:
        if (reader->count == 2 || length > 2)
            return false;
        reader->before[reader->count] = reader->pending;
        reader->numbers[reader->count++] = (unsigned)strtoul(text, NULL, 10);
        reader->pending = WORD_FILLS;
        return true;
    case WORD_OTHER:
        return false;
    case WORD_UNDER:
    case WORD_OVER:
    case WORD_FROM:
        /* “16 and over” */
        *(word == WORD_OVER && reader->count ? &reader->last : &reader->pending) =
            word == WORD_OVER && reader->count ? WORD_UP : word;
        if (word == WORD_UNDER && reader->count == 1)
            reader->last = WORD_DOWN; /* “6 and under”, unless a number follows */
        return true;
    case WORD_UP:
    case WORD_DOWN:
        reader->last = word;
        return true;
    default:
        reader->plain = reader->plain && word == WORD_FILLS;
        return true;
    }
}

static void one_number(const struct age_reader *reader, struct age_band *band)
{
    unsigned age = reader->numbers[0];
    band->from = age;
    band->to = age + 1;
    if (reader->before[0] == WORD_UNDER) {
        band->from = 0;
        band->to = age;
    } else if (reader->last == WORD_DOWN) {
        band->from = 0;
    } else if (reader->before[0] == WORD_OVER) {
        band->from = age + 1;
        band->to = AGE_NO_END;
    } else if (reader->last == WORD_UP || reader->before[0] == WORD_FROM) {
        band->to = AGE_NO_END;
    }
}

bool age_band_read(struct arena *arena, const char *text, struct age_band *band)
{
    struct age_reader reader = {.pending = WORD_FILLS, .last = WORD_FILLS, .plain = true};
    const char *slug = unicode_slug(arena, text, strlen(text));
    for (const char *at = slug; *at;) {
        size_t length = strcspn(at, "-");
        if (!take_word(&reader, at, length))
            return false;
        at += at[length] ? length + 1 : length;
    }
    if (strchr(text, '+'))
        reader.last = WORD_UP;
    if (reader.count == 0)
        return false;
    band->plain = reader.plain;
    if (reader.count == 1) {
        one_number(&reader, band);
    } else {
        band->from = reader.numbers[0] + (reader.before[0] == WORD_OVER ? 1 : 0);
        band->to = reader.numbers[1] + (reader.before[1] == WORD_UNDER ? 0 : 1);
    }
    return band->to > band->from;
}

/* ---- Bands of a block ---- */

struct named_band {
    struct age_band band;
    const char *name;
    struct place place;
};
struct band_list {
    VECTOR(struct named_band) at;
};

static const char *item_name(struct arena *arena, const struct node *item)
{
    const struct node *words = item->first;
    if (!words || words->type != NODE_PARAGRAPH)
        return NULL;
    const struct node *lead = words->first;
    return node_plain_text(arena, lead && lead->type == NODE_STRONG ? lead : words);
}

static int by_age(const void *left, const void *right)
{
    const struct named_band *a = left, *b = right;
    if (a->band.from != b->band.from)
        return a->band.from < b->band.from ? -1 : 1;
    return a->place.start < b->place.start ? -1 : a->place.start > b->place.start;
}

static const char *ages_text(struct arena *arena, unsigned from, unsigned to)
{
    return to - from > 1 && to < AGE_NO_END ? arena_format(arena, "%u–%u", from, to - 1)
                                            : arena_format(arena, "%u", from);
}

static void check_bands(struct arena *arena, struct reporter *reporter, struct band_list *bands)
{
    if (bands->at.count)
        qsort(bands->at.at, bands->at.count, sizeof *bands->at.at, by_age);
    const struct named_band *reaching = bands->at.at;
    for (size_t i = 1; i < bands->at.count; i++) {
        const struct named_band *next = &bands->at.at[i];
        unsigned end = reaching->band.to, from = next->band.from, to = next->band.to;
        if (from > end)
            report(reporter, FINDING_age_gap, next->place, reaching->name, next->name,
                   ages_text(arena, end, from));
        else if (from < end)
            report(reporter, FINDING_age_overlap, next->place, next->name, reaching->name,
                   ages_text(arena, from, to < end ? to : end));
        if (to > end)
            reaching = next;
    }
}

static void add_band(struct arena *arena, struct reporter *reporter, struct band_list *bands,
                     const char *name, struct place place)
{
    struct age_band band;
    if (name && age_band_read(arena, name, &band))
        *VECTOR_ADD(arena, &bands->at) = (struct named_band){band, name, place};
    else
        report(reporter, FINDING_age_unread, place);
}

void ages_check(struct arena *arena, struct reporter *reporter, const struct node *block)
{
    struct band_list bands = {0};
    size_t headings = 0;
    for (const struct node *node = block->first; node; node = node->next)
        headings += node->type == NODE_HEADING;
    for (const struct node *node = block->first; node; node = node->next) {
        if (headings > 1 && node->type == NODE_HEADING)
            add_band(arena, reporter, &bands, node_plain_text(arena, node), node->place);
        if (headings > 1 || node->type != NODE_LIST)
            continue;
        for (const struct node *item = node->first; item; item = item->next)
            add_band(arena, reporter, &bands, item_name(arena, item), item->place);
        break;
    }
    check_bands(arena, reporter, &bands);
}

bool is_age_list(struct arena *arena, const struct node *list)
{
    unsigned end = 0;
    for (const struct node *item = list->first; item; item = item->next) {
        const struct node *lead = item->first ? item->first->first : NULL;
        struct age_band band;
        if (!lead || lead->type != NODE_STRONG ||
            !age_band_read(arena, node_plain_text(arena, lead), &band) || !band.plain ||
            (item->previous && band.from != end))
            return false;
        end = band.to;
    }
    return list->first != list->last;
}
