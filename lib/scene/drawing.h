/* drawing.h - SVG pictures, kept as the text they came in and painted by librsvg at whatever size is asked
 * for.
 *
 * Nothing outside of the text is read, neither files nor addresses: only "data:" references are followed.
 * Scripts and animations do nothing. */
#ifndef SCENE_DRAWING_H
#define SCENE_DRAWING_H

#include "scene/picture.h"

struct drawing {
    const char *bytes;
    size_t length;
    const char *outside; /* the first thing it refers to that is not read; NULL: none */
};

struct _cairo; /* cairo_t, which this folder does not know */

/* Fills the box, in the units of the present transform, keeping the drawing's proportions. Thread-safe. False
 * when librsvg fails, for which only memory is left as a reason. */
bool drawing_paint(const struct drawing *drawing, struct _cairo *cairo, double x, double y, double width,
                   double height);
/* Whether an SVG makes noise: librsvg takes as many octaves of it as are asked for, be it for hours. */
bool drawing_has_noise(const char *bytes, size_t length);
/* About how many elements painting an SVG comes to, those that it refers to counted each time. */
double drawing_weight(struct arena *arena, const char *bytes, size_t length);
/* What an SVG refers to outside of itself, first; NULL: nothing. */
const char *drawing_outside(struct arena *arena, const char *bytes, size_t length);

#endif
