/* cmap.h - what the codes of a sheet mean, as PostScript: a CMap to character ids (ISO 32000-1, 9.7.5) and a
 * ToUnicode CMap (9.10.3). */
#ifndef FORMATS_PDF_CMAP_H
#define FORMATS_PDF_CMAP_H

#include "formats/pdf/font.h"

/* Both give the stream's object id. Without a sheet, the CMap makes each code its own character id. */
unsigned cmap_add(struct document *document, const struct font_sheet *sheet);
unsigned cmap_add_unicode(struct document *document, const struct font_sheet *sheet);

#endif
