/* paragraph_inside.h - a paragraph on its way from text to lines.
 *
 *     spans -> sections -> atoms (words and spaces) -> chunks (what no line break may divide) -> lines
 *
 * Everything here lives in the font set's scratch arena; only the result goes to the caller's. */
#ifndef TEXT_PARAGRAPH_INSIDE_H
#define TEXT_PARAGRAPH_INSIDE_H

#include "text/font_set.h"
#include "text/paragraph.h"

/* Neighbouring spans of one style, language and tag. */
struct section {
    const struct text_style *style;
    const char *language;
    const void *tag;
    const struct font *font;
    unsigned features;
    size_t start, end; /* bytes of the text */
};

enum atom_type {
    ATOM_WORD,
    ATOM_SPACE, /* U+0020, a tab, or U+00A0, where no line breaks */
    ATOM_SKIP   /* a control character: kept in the text, not drawn */
};

struct atom {
    enum atom_type type;
    uint8_t before; /* enum line_break */
    uint8_t level;  /* of UAX 9: odd ones run from right to left */
    uint32_t start, end;
    uint32_t section;
    uint32_t first_glyph, end_glyph; /* of the word: all of them unless it was broken */
    const struct shaped_word *word;  /* NULL for others */
    const struct font *font;
    float width; /* points */
};

/* Atoms between two places where a line may break, trailing spaces included. */
struct chunk {
    size_t atom;     /* the first one; it ends where the next chunk begins */
    double x;        /* widths of everything before */
    double spaces;   /* widths of the spaces before */
    float trail;     /* width of the spaces at its end, which vanish at a line's end */
    float left;      /* how far its first mark may hang to the left of a line */
    float right;     /* and its last one to the right */
    double cost;     /* demerits of a line that begins here, apart from words before it */
    bool must_break; /* a line begins here */
    bool short_word; /* a single syllable of few letters: makes a poor last line */
};

struct content {
    struct font_set *set;
    struct arena *scratch;
    const struct text_span *spans;
    size_t span_count;
    const size_t *span_ends; /* bytes of the text */
    const char *text;        /* all spans, in the caller's arena */
    size_t length;
    uint8_t *breaks;
    uint8_t *levels;        /* of UAX 9, for each byte; NULL: nothing runs from right to left */
    bool turned;            /* the paragraph as a whole does */
    const char *ideographs; /* the language of ideographs in text of another one; NULL: not known */
    VECTOR(struct section) sections;
    VECTOR(struct atom) atoms;
    VECTOR(struct chunk) chunks; /* and one more at the end, without atoms */
    bool broken_word;
};

/* A line: chunks from `first` up to `end`. */
struct extent {
    size_t first, end;
    bool last; /* before a forced break or the end */
};
struct extents {
    VECTOR(struct extent) list;
};

/* Text, sections and atoms; false when there is no text or no font. The text is copied into `arena`. */
bool content_read(struct content *content, struct arena *arena);
/* The place of the span that a byte of the text is in. */
struct place content_place(const struct content *content, size_t at);
/* Chunks of the atoms, for lines of `width`: what is wider is divided, at spaces, then anywhere. `first` is
 * the width of the first line. HUGE_VAL: nothing is. */
void content_chunk(struct content *content, double width, double first);

/* The natural width of chunks `first` to `end` on one line. */
static inline double chunks_width(const struct chunk *chunks, size_t first, size_t end)
{
    return chunks[end].x - chunks[first].x - (double)chunks[end - 1].trail;
}
static inline double chunks_spaces(const struct chunk *chunks, size_t first, size_t end)
{
    return chunks[end].spaces - chunks[first].spaces - (double)chunks[end - 1].trail;
}

/* Whether marks may stand in the margin: text that begins at the left edge. */
static inline bool hangs(const struct content *content, const struct paragraph_options *options)
{
    return options->hang && !content->turned && options->align != ALIGN_CENTRE && options->align != ALIGN_END;
}

/* How far the mark that an atom begins or ends with may stand in the margin, points. */
float hang_before(const struct content *content, const struct atom *first);
float hang_behind(const struct content *content, const struct atom *last);

/* What letterspacing adds behind a glyph, in em: once for each cluster, so that marks stay over their
 * letters. */
static inline float glyph_tracking(const struct shaped_word *word, uint32_t glyph, float tracking)
{
    bool inner = glyph + 1 < word->count && word->glyphs[glyph + 1].cluster == word->glyphs[glyph].cluster;
    return word->joined || inner ? 0 : tracking;
}

/* What rounding may add to a width. */
#define WIDTH_SLACK 0.005
/* Justified lines: by how much of its width a space may shrink, by how much it may grow and look well, and by
 * how much at most; a line that would need more stays ragged. */
#define SPACE_SHRINK        0.25
#define SPACE_STRETCH       0.5
#define SPACE_STRETCH_LIMIT 1.5
/* What else may be put behind each letter, em. */
#define LETTER_STRETCH 0.02

/* Turns glyphs from reading order into the line's, for a run from right to left. */
void glyphs_turn(struct glyph *glyphs, size_t count);
/* Places a line's runs side by side from `x` on; their width. */
float runs_place(const struct content *content, struct run *runs, size_t count, float x);

/* Chooses the lines. */
void extents_fit(struct content *content, const struct paragraph_options *options, struct extents *extents);
/* Sets them. */
const struct paragraph *lines_set(const struct content *content, const struct extents *extents,
                                  const struct paragraph_options *options, struct arena *arena);

#endif
