/* shape.h - words to glyphs, through HarfBuzz, with a cache.
 *
 * The shaping unit is the word (with its punctuation): a space has a fixed advance, font->space, in every
 * output, so a line's width is the sum of its words' and spaces' and line breaks agree everywhere. */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "text/font.h"

/* One glyph. In a shaped word the lengths are in em; in a line (paragraph.h) and a scene in points. */
struct glyph {
    uint32_t id;      /* in the font file */
    uint32_t cluster; /* byte offset in the word (in a run: in the run's text) of the first character it
                         stands for */
    float advance;
    float dx, dy; /* where it is drawn from the pen; y down */
};

/* A word, or the part of it that one font has: `next` goes on with the rest. */
struct shaped_word {
    const struct font *font; /* a fallback where the one asked for lacks a character */
    const struct shaped_word *next;
    size_t length; /* in bytes, of this part */
    const struct glyph *glyphs;
    size_t count;
    float advance;     /* em */
    float top, bottom; /* ink above and below the baseline, em, top positive up, bottom positive down */
    bool missing;      /* no font has it: some glyph is .notdef */
    bool lent;         /* the font stands in for what the one asked for should have */
    bool joined;       /* of a script that hangs together or stacks, and so isn't letterspaced */
};

enum shape_features {
    SHAPE_TABULAR = 1,
    SHAPE_SMALL_CAPS = 2,
    SHAPE_NO_LIGATURES = 4, /* letterspaced */
    SHAPE_RIGHT_TO_LEFT = 8 /* glyphs come out in the order of the line, the word's last letter first */
};

/* `word` holds no spaces and runs in one direction. The result is cached in the set. A character that no font
 * has is reported once, at `place` (FINDING_no_glyph), and so is a font that fontconfig chose or that lends
 * Latin letters (FINDING_fallback_font). */
const struct shaped_word *shape_word(struct font_set *set, const struct font *font, const char *word,
                                     size_t length, const char *language, unsigned features,
                                     struct place place);

#endif
