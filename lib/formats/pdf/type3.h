/* type3.h - fonts whose glyphs are pictures. */
#ifndef FORMATS_PDF_TYPE3_H
#define FORMATS_PDF_TYPE3_H

#include "formats/pdf/font.h"

/* Gives the sheet's reserved object its font. Glyphs without a readable picture stay empty. */
void type3_set(struct document *document, const struct face *face, const struct font_sheet *sheet);

#endif
