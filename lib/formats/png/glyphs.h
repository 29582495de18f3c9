/* glyphs.h - glyphs for one raster page, through FreeType: masks at quarter pixels, outlines, colour bitmaps.
 *
 * cairo 1.16 moves glyphs to whole pixels, which makes the spacing of text uneven, and fills glyph paths
 * sixteen times slower than masks. So text is painted from masks of our own, rendered at four positions a
 * pixel in each direction and kept for the page. Nothing is hinted. */
#ifndef FORMATS_PNG_GLYPHS_H
#define FORMATS_PNG_GLYPHS_H

#include "text/font.h"
#include <cairo.h>

struct glyphs;

/* A glyph's coverage, 8 bits a pixel, rows without gaps. Empty glyphs have width 0. */
struct glyph_mask {
    int left, top; /* of the mask from the pen's whole pixel; y down */
    unsigned width, height;
    const uint8_t *pixels;
};

/* A glyph that is a picture of its own (emoji). */
struct glyph_bitmap {
    cairo_surface_t *surface; /* the caller's to destroy */
    double scale;             /* to 1 em = 1 */
    double left, top;         /* from the pen, in its pixels; y down */
};

#define GLYPH_PHASES 4 /* positions a pixel */

/* Opens fonts numbered below font_count when they are first used. NULL when FreeType can't start. */
struct glyphs *glyphs_create(struct arena *arena, unsigned font_count);
/* The path of the first font that could not be opened, NULL when all could. */
const char *glyphs_broken_font(const struct glyphs *glyphs);
/* Phases are quarters of a pixel to the right and downwards. NULL when the font can't be opened. */
const struct glyph_mask *glyphs_mask(struct glyphs *glyphs, const struct font *font, float pixels_per_em,
                                     uint32_t glyph, unsigned phase_x, unsigned phase_y);
/* Adds the outline to the current path, its pen at (x, y). */
void glyphs_outline(struct glyphs *glyphs, const struct font *font, uint32_t glyph, cairo_t *cairo, double x,
                    double y, double size);
/* Whether the font holds colour bitmaps, not outlines. */
bool glyphs_are_bitmaps(struct glyphs *glyphs, const struct font *font);
bool glyphs_bitmap(struct glyphs *glyphs, const struct font *font, uint32_t glyph,
                   struct glyph_bitmap *bitmap);

#endif
