/* foreign.h - a page that cairo wrote as PDF, taken over as a form XObject.
 *
 * Reads what cairo writes as PDF 1.4 (a table of objects in plain text, no strings outside of the document's
 * information), not PDF in general; on anything else it refuses. */
#ifndef FORMATS_PDF_FOREIGN_H
#define FORMATS_PDF_FOREIGN_H

#include "formats/pdf/document.h"

/* The first page, with all it needs, as a form of this size in the page's units. 0 when it can't be read. */
unsigned foreign_add_page(struct document *document, const char *bytes, size_t length, unsigned width,
                          unsigned height);

#endif
