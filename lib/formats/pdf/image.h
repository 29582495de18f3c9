/* image.h - pictures as image XObjects. */
#ifndef FORMATS_PDF_IMAGE_H
#define FORMATS_PDF_IMAGE_H

#include "formats/pdf/document.h"
#include "scene/drawing.h"
#include "scene/photo.h"

/* How many pixels a picture is worth where it is shown largest. */
struct worth {
    unsigned width, height;
};

struct added_image {
    unsigned object;
    struct turn turn;  /* of its rows and columns */
    struct worth unit; /* its own size: pixels are 1 × 1, drawings what they are worth */
};

/* A picture with more pixels than it is worth is reduced; a photograph's own bytes are passed through unless
 * it is more than twice as large. */
struct added_image image_add(struct document *document, const struct image *image, struct worth worth);

/* Grey or RGB, with a soft mask when not opaque. pixels.c */
unsigned image_add_pixels(struct document *document, const struct pixels *pixels, bool opaque);
/* A form XObject of this size in its own units. drawing.c */
unsigned image_add_drawing(struct document *document, const struct drawing *drawing, struct worth size);
bool pixels_are_grey(const struct pixels *pixels);
/* The photograph's own file. photo.c */
unsigned image_add_photo(struct document *document, const struct photo *photo);
/* A new file with these pixels, which lie upright; 0, and nothing added, when it is no smaller than `most`.
 */
unsigned image_add_new_photo(struct document *document, const struct pixels *pixels, size_t most);

#endif
