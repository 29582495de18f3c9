/* paragraph.h - styled text broken into lines by total fit (Knuth and Plass, "Breaking Paragraphs into
 * Lines", 1981).
 *
 * The only place that knows advances: what comes out are positioned runs that every painter draws as they
 * are. Vietnamese is never hyphenated. A word wider than the line is broken between grapheme clusters:
 * nothing is lost, nothing sticks out. Last lines: no single short syllable where it can be helped;
 * `balanced` evens out headlines. */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include "text/shape.h"

struct colour {
    uint8_t red, green, blue, alpha; /* sRGB, not premultiplied */
};

struct text_style {
    const char *family;
    float size; /* points */
    struct colour colour;
    bool bold, italic, underline, strike, tabular;
    float tracking; /* added after each letter, in em: for capitals only, 0.02 to 0.08 */
    float rise;     /* baseline shift upwards, points: whoever places the run moves it */
};

/* A stretch of text in one style. Line feeds in it are forced breaks; one at the very end begins no line.
 * `tag` is the caller's: runs bring it back (a link, say), and no run spans two tags. Text is NFC. */
struct text_span {
    const char *text;
    size_t length;
    const struct text_style *style;
    const char *language; /* BCP 47 */
    const void *tag;
    struct place place;
};

enum text_align {
    ALIGN_NATURAL, /* where the text begins: at the right when its first letter is Arabic or Hebrew */
    ALIGN_START,   /* at the left */
    ALIGN_CENTRE,
    ALIGN_END,
    ALIGN_JUSTIFY /* the last line is natural */
};

struct paragraph_options {
    float width; /* of a line; HUGE_VALF: one line a forced break */
    enum text_align align;
    float leading; /* baseline to baseline as a multiple of the largest size on the line; more where ink would
                      touch */
    float indent;  /* of the first line; negative hangs */
    bool balanced; /* lines as even as can be, for headlines */
    bool hang; /* quotation marks that begin a line stand left of it; stops that end justified ones, right */
};

/* Glyphs in one style, font, tag and direction. Text holds the spaces too; each has a glyph, so painters draw
 * and extract them. A line's runs come in the order in which they are read; `x` says where they stand. Text
 * is in that order too, glyphs stand from left to right, so that in Arabic the last letter's is the first. */
struct run {
    const struct text_style *style;
    const struct font *font;
    uint8_t level;    /* of UAX 9: odd ones are read from right to left */
    const char *text; /* NFC UTF-8 of the run, not terminated */
    size_t length;
    const struct glyph *glyphs; /* points; advances include tracking and justification */
    size_t glyph_count;
    float x;     /* from the line's left edge (0 = the paragraph's left; hanging marks are left of it) */
    float width; /* sum of advances */
    const char *language;
    const void *tag;
    struct place place;
};

struct line {
    const struct run *runs;
    size_t run_count;
    float top;                 /* of the line box, from the paragraph's top */
    float baseline;            /* from the paragraph's top */
    float bottom;              /* of the line box: the next line's top */
    float width;               /* of the text, without trailing space */
    float ink_top, ink_bottom; /* from the paragraph's top */
};

struct paragraph {
    const struct line *lines;
    size_t line_count;
    float width;      /* of the widest line */
    float height;     /* last line's bottom */
    bool broken_word; /* some word had to be broken */
    bool from_right;  /* its lines begin at the right: natural or justified, and its first letter is Arabic or
                         Hebrew */
};

/* Lives in the arena. Without text (or any font) there are no lines and the height is 0. Lines that can't be
 * justified without holes (SPACE_STRETCH_LIMIT) stay ragged. */
const struct paragraph *paragraph_break(struct font_set *set, struct arena *arena,
                                        const struct text_span *spans, size_t span_count,
                                        const struct paragraph_options *options);

/* The width of the widest word (or words tied together) and of the longest forced line, in points: what table
 * columns are shared by.
 */
struct paragraph_widths {
    float minimum, natural;
};
struct paragraph_widths paragraph_measure(struct font_set *set, struct arena *arena,
                                          const struct text_span *spans, size_t span_count);

#endif
