/* font.h - the faces of one PDF and their codes.
 *
 * Text is shown in one-byte codes, half the size of two-byte ones, and word spacing (Tw) works on them, which
 * it does not on two-byte codes. A code stands for a glyph and the text it means, so a glyph used for two
 * characters (space and no-break space, hyphen and soft hyphen) has two codes and copied text is exact. ASCII
 * has its own codes, the space is always 32. When a face needs more than 255 codes it gets another sheet of
 * them: each sheet is a PDF font with a subset of its own. */
#ifndef FORMATS_PDF_FONT_H
#define FORMATS_PDF_FONT_H

#include "base/vector.h"
#include "formats/pdf/document.h"
#include "text/font.h"

struct glyph_code {
    uint32_t glyph; /* in the font file */
    const char *text;
    uint32_t length;
    unsigned sheet;
    uint8_t code;
    int width;               /* 1/1000 em, as the font's W says */
    struct glyph_code *next; /* of the same glyph */
};

struct font_sheet {
    struct glyph_code *codes[256];
    uint32_t cids[256]; /* by code, set when the font is embedded */
    unsigned cursor;    /* next to try of the codes not bound to ASCII */
    unsigned object;    /* the Type0 font */
};

/* How glyphs are drawn: TrueType or CFF outlines, else pictures. */
enum face_kind { FACE_TRUETYPE, FACE_CFF, FACE_PICTURES };

struct face {
    struct document *document;
    const struct font *font;
    hb_font_t *metrics; /* own, for fonts are shared between threads */
    uint32_t glyph_count;
    uint32_t filler;           /* a glyph without width; 0: none */
    struct glyph_code **first; /* by glyph */
    VECTOR(struct font_sheet *) sheets;
    struct glyph_code *space; /* code 32 of every sheet */
    enum face_kind kind;
};

struct faces {
    struct document *document;
    struct face **at; /* by font number; NULL: not used */
    unsigned count;
    unsigned cmap; /* the CMap that all TrueType fonts share; 0: not written yet */
};

void faces_init(struct faces *faces, struct document *document, unsigned font_count);
/* NULL when the number is out of range. */
struct face *faces_get(struct faces *faces, const struct font *font);
int face_width(const struct face *face, uint32_t glyph); /* 1/1000 em */
/* The code of a glyph that means `text` (borrowed: it must live as long as the document). */
const struct glyph_code *face_code(struct face *face, uint32_t glyph, const char *text, size_t length);
/* Writes the fonts: subsets, widths, CMaps. Called once, after the last face_code(). embed.c */
void faces_embed(struct faces *faces);

#endif
