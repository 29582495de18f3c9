#include "text/bidi.h"
#include "text/paragraph_inside.h"
#include "text/script.h"
#include <string.h>

static bool same_language(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void join_text(struct content *content, struct arena *arena)
{
    size_t length = 0;
    for (size_t i = 0; i < content->span_count; i++)
        length += content->spans[i].length;
    char *text = arena_array(arena, length + 1, 1);
    size_t *ends = ARENA_ARRAY(content->scratch, size_t, content->span_count);
    content->text = text;
    content->length = length;
    content->span_ends = ends;
    for (size_t i = 0, end = 0; i < content->span_count; i++) {
        memcpy(text + end, content->spans[i].text, content->spans[i].length);
        ends[i] = end += content->spans[i].length;
    }
}

struct place content_place(const struct content *content, size_t at)
{
    size_t first = 0, last = content->span_count - 1;
    while (first < last) {
        size_t middle = first + (last - first) / 2;
        if (at < content->span_ends[middle])
            last = middle;
        else
            first = middle + 1;
    }
    return content->spans[first].place;
}

static unsigned style_features(const struct text_style *style)
{
    return (style->tabular ? SHAPE_TABULAR : 0u) |
           (style->tracking > 0 || style->tracking < 0 ? SHAPE_NO_LIGATURES : 0u);
}

/* False when there is no font at all. */
static bool make_sections(struct content *content)
{
    size_t start = 0;
    for (size_t i = 0; i < content->span_count; i++) {
        const struct text_span *span = &content->spans[i];
        struct section *last =
            content->sections.count == 0 ? NULL : &content->sections.at[content->sections.count - 1];
        size_t end = start + span->length;
        if (span->length > 0 && last != NULL && last->style == span->style && last->tag == span->tag &&
            same_language(last->language, span->language)) {
            last->end = end;
        } else if (span->length > 0) {
            const struct text_style *style = span->style;
            const struct font *font = font_find(content->set, style->family, style->bold, style->italic);
            if (font == NULL)
                return false;
            *VECTOR_ADD(content->scratch, &content->sections) =
                (struct section){.style = style,
                                 .language = span->language,
                                 .tag = span->tag,
                                 .font = font,
                                 .features = style_features(style),
                                 .start = start,
                                 .end = end};
        }
        start = end;
    }
    return true;
}

/* Reading position. */
struct reader {
    struct content *content;
    uint32_t section;
};

/* The length of a space at `at`, 0 for another character. */
static size_t space_length(const char *text, size_t length, size_t at)
{
    if (text[at] == ' ' || text[at] == '\t')
        return 1;
    return text[at] == '\xC2' && at + 1 < length && text[at + 1] == '\xA0' ? 2 : 0;
}

/* The length of a control character or line separator, 0 for another character. */
static size_t control_length(const char *text, size_t length, size_t at)
{
    unsigned char byte = (unsigned char)text[at];
    if (byte < 0x20 || byte == 0x7F)
        return 1;
    if (byte == 0xC2 && at + 1 < length && (unsigned char)text[at + 1] < 0xA0)
        return 2;
    if (byte == 0xE2 && at + 2 < length && text[at + 1] == '\x80' &&
        (text[at + 2] == '\xA8' || text[at + 2] == '\xA9'))
        return 3;
    return 0;
}

/* Breaks at soft hyphens are not taken, since no hyphen is drawn. */
static enum line_break break_before(const struct content *content, size_t at)
{
    if (content->breaks[at] == BREAK_MAY && at >= 2 && memcmp(content->text + at - 2, "\xC2\xAD", 2) == 0)
        return BREAK_NO;
    return content->breaks[at];
}

static uint8_t level_at(const struct content *content, size_t at)
{
    return content->levels == NULL ? 0 : content->levels[at];
}

static struct atom *add_atom(struct reader *reader, enum atom_type type, size_t start, size_t end)
{
    struct content *content = reader->content;
    struct atom *atom = VECTOR_ADD(content->scratch, &content->atoms);
    *atom = (struct atom){.type = type,
                          .before = (uint8_t)break_before(content, start),
                          .level = level_at(content, start),
                          .start = (uint32_t)start,
                          .end = (uint32_t)end,
                          .section = reader->section};
    return atom;
}

static void add_shaped(struct reader *reader, const struct shaped_word *word, size_t start, size_t end)
{
    const struct text_style *style = reader->content->sections.at[reader->section].style;
    struct atom *atom = add_atom(reader, ATOM_WORD, start, end);
    atom->word = word;
    atom->font = word->font;
    atom->end_glyph = (uint32_t)word->count;
    float advance = word->advance;
    for (uint32_t i = 0; i < atom->end_glyph && (style->tracking > 0 || style->tracking < 0); i++)
        advance += glyph_tracking(word, i, style->tracking);
    atom->width = advance * style->size;
}

static bool is_east_asian(const char *language)
{
    return language != NULL && (strncmp(language, "zh", 2) == 0 || strncmp(language, "ja", 2) == 0 ||
                                strncmp(language, "ko", 2) == 0);
}

/* A Japanese sentence in a Vietnamese page is set in Japanese letters. */
static const char *word_language(const struct content *content, const char *language, size_t start,
                                 size_t end)
{
    if (content->ideographs == NULL || is_east_asian(language) ||
        !(script_traits(content->text + start, end - start) & TRAIT_EAST_ASIAN))
        return language;
    return content->ideographs;
}

static const struct shaped_word *shape(struct reader *reader, size_t start, size_t end)
{
    const struct content *content = reader->content;
    const struct section *section = &content->sections.at[reader->section];
    unsigned features = section->features | (level_at(content, start) & 1 ? SHAPE_RIGHT_TO_LEFT : 0u);
    return shape_word(content->set, section->font, content->text + start, end - start,
                      word_language(content, section->language, start, end), features,
                      content_place(content, start));
}

static void add_word(struct reader *reader, size_t start, size_t end)
{
    for (const struct shaped_word *part = shape(reader, start, end); part != NULL; part = part->next) {
        add_shaped(reader, part, start, start + part->length);
        start += part->length;
    }
}

/* A space is set in the font of the word before it, so that a fallback's words make one run; it is as wide as
 * the text's own, since some fallbacks (emoji) have very wide ones. */
static void add_space(struct reader *reader, size_t start, size_t end)
{
    const struct content *content = reader->content;
    const struct section *section = &content->sections.at[reader->section];
    const struct atom *last = content->atoms.count == 0 ? NULL : &content->atoms.at[content->atoms.count - 1];
    const struct font *font = section->font;
    if (last != NULL && last->section == reader->section && last->level == level_at(content, start) &&
        last->font != NULL && font_has(last->font, ' '))
        font = last->font;
    struct atom *atom = add_atom(reader, ATOM_SPACE, start, end);
    atom->font = font;
    atom->width = (section->font->space + section->style->tracking) * section->style->size;
}

/* Bytes shaped at once. Only junk is longer, and HarfBuzz takes the square of the marks on one letter. */
#define LONGEST_WORD 1024

/* Where a word that goes on behind `limit` is cut: before a letter, if there is one in its second half. */
static size_t cut_before(const char *text, size_t start, size_t limit)
{
    for (size_t at = limit; at > limit - LONGEST_WORD / 2; at--)
        if (unicode_is_letter(text + at))
            return at;
    while (limit > start + 1 && ((unsigned char)text[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}

static size_t word_end(const struct content *content, size_t start, size_t end)
{
    size_t at = start + 1;
    if (end - start > LONGEST_WORD)
        end = cut_before(content->text, start, start + LONGEST_WORD);
    while (at < end && break_before(content, at) == BREAK_NO && space_length(content->text, end, at) == 0 &&
           control_length(content->text, end, at) == 0 && level_at(content, at) == level_at(content, start))
        at++;
    return at;
}

static void read_section(struct reader *reader)
{
    struct content *content = reader->content;
    const struct section section = content->sections.at[reader->section];
    for (size_t at = section.start; at < section.end;) {
        size_t space = space_length(content->text, section.end, at);
        size_t control = control_length(content->text, section.end, at);
        size_t end = space > 0 ? at + space : control > 0 ? at + control : word_end(content, at, section.end);
        if (space > 0)
            add_space(reader, at, end);
        else if (control > 0)
            add_atom(reader, ATOM_SKIP, at, end);
        else
            add_word(reader, at, end);
        at = end;
    }
}

/* Long texts shouldn't grow their arrays by copying: words and spaces are about as many as this. */
static void reserve_atoms(struct content *content)
{
    size_t room = content->sections.count + 8;
    for (size_t i = 0; i < content->length; i++)
        room += (content->text[i] == ' ' ? 1u : 0u) + (content->breaks[i] != BREAK_NO ? 1u : 0u);
    content->atoms.at = ARENA_ARRAY(content->scratch, struct atom, room);
    content->atoms.room = room;
}

static void find_traits(struct content *content)
{
    unsigned traits = script_traits(content->text, content->length);
    if (traits & TRAIT_EAST_ASIAN)
        content->ideographs = script_language(content->text, content->length);
    if (!(traits & TRAIT_RIGHT_TO_LEFT))
        return;
    content->levels = arena_array(content->scratch, content->length, 1);
    content->turned = bidi_levels(content->scratch, content->text, content->length,
                                  content->sections.at[0].language, content->levels) &
                      1;
}

bool content_read(struct content *content, struct arena *arena)
{
    join_text(content, arena);
    if (content->length == 0 || content->length > UINT32_MAX || !make_sections(content))
        return false;
    content->breaks = arena_array(content->scratch, content->length, 1);
    line_breaker_find(&content->set->breaker, content->text, content->length,
                      content->sections.at[0].language, content->breaks);
    find_traits(content);
    reserve_atoms(content);
    struct reader reader = {.content = content};
    for (uint32_t i = 0; i < content->sections.count; i++) {
        reader.section = i;
        read_section(&reader);
    }
    return true;
}
