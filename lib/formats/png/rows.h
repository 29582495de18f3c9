/* rows.h - which of PNG's filters a row gets (ISO/IEC 15948, 9.2), for 8-bit RGB.
 *
 * Flat artwork compresses best unfiltered and photographs filtered, so: a row equal to the one above is all
 * zeros by Up; one whose pixels mostly equal their left neighbour stays as it is; any other takes the filter
 * with the smallest sum of differences. Measured against libpng's adaptive rule: a seventh smaller on slides,
 * the same on photographs. */
#ifndef FORMATS_PNG_ROWS_H
#define FORMATS_PNG_ROWS_H

#include "base/arena.h"
#include <stdint.h>

struct row_filter;

/* For rows of `width` pixels, given from the top. */
struct row_filter *row_filter_create(struct arena *arena, unsigned width);
/* Writes 1 + 3 * width bytes: the filter's number and the filtered row. `out` may overlap the pixels. */
void row_filter_write(struct row_filter *filter, const uint32_t *pixels, uint8_t *out);

#endif
