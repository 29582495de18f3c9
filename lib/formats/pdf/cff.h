/* cff.h - CID-keyed CFF fonts (Adobe Technical Note 5176): PDF selects their glyphs by character id, which a
 * subset keeps from the whole font, where all others are selected by glyph index. */
#ifndef FORMATS_PDF_CFF_H
#define FORMATS_PDF_CFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Makes each glyph's character id its index, in place. Fonts that are not CID-keyed stay as they are. False
 * when the font is broken. */
bool cff_number_by_index(uint8_t *cff, size_t length, size_t glyph_count);

#endif
