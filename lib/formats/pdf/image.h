/* image.h - pictures as image XObjects. */
#ifndef FORMATS_PDF_IMAGE_H
#define FORMATS_PDF_IMAGE_H

#include "formats/pdf/document.h"
#include "scene/scene.h"

/* The XObject's id: grey or RGB, with a soft mask when it isn't opaque. */
unsigned image_add(struct document *document, const struct image *image);

#endif
