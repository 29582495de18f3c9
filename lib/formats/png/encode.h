/* encode.h - pixels to a PNG file (ISO/IEC 15948). libpng writes the chunks; rows are filtered by a rule of
 * our own and compressed by libdeflate, which together cost a third of libpng's time for smaller files. */
#ifndef FORMATS_PNG_ENCODE_H
#define FORMATS_PNG_ENCODE_H

#include "base/arena.h"
#include <loa/sink.h>
#include <stdint.h>

/* What is written: 0xXXRRGGBB pixels, rows without gaps. Texts are UTF-8, "" where unknown. */
struct png_picture {
    uint32_t *pixels;
    unsigned width, height;
    double dots_per_inch;
    const char *title, *author, *language;
};

/* Writes the file to the sink. The pixels are lost: filtered rows, which are smaller, take their place, so
 * that a large picture needs its memory once. Returns LOA_LIMIT when memory is short or libpng refuses; the
 * sink's own failures are left to the sink. */
enum loa_status png_encode(struct arena *arena, const struct png_picture *picture, struct loa_sink *sink);

#endif
