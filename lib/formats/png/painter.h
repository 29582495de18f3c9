/* painter.h - the inside of the raster painter, shared by raster.c (shapes, images) and painter_text.c. */
#ifndef FORMATS_PNG_PAINTER_H
#define FORMATS_PNG_PAINTER_H

#include "formats/png/glyphs.h"
#include "formats/png/raster.h"

/* cairo's own limit on an image's side. */
#define MOST_SIDE 32767

struct painter {
    struct arena *arena;
    struct glyphs *glyphs;
    struct raster *raster;
    cairo_t *cairo;
    bool undrawn;  /* a drawing failed */
    uint8_t *mask; /* a run's coverage, before it is coloured */
    size_t mask_room;
};

void painter_colour(cairo_t *cairo, struct colour colour);
/* Whether the present transform, which is given, only moves and enlarges evenly: boxes stay boxes, text
 * upright. */
bool painter_is_upright(cairo_t *cairo, cairo_matrix_t *matrix);
void painter_text(void *self, const struct run *run, float x, float y);

#endif
