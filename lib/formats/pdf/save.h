/* save.h - the finished document as bytes: every value serialised by libharu, streams as they are, all other
 * objects packed into object streams, a cross reference stream at the end (ISO 32000-1, 7.5.7 and 7.5.8). */
#ifndef FORMATS_PDF_SAVE_H
#define FORMATS_PDF_SAVE_H

#include "formats/pdf/document.h"
#include <loa/sink.h>

/* Writes the file. The file identifier is a hash of all that was written before it, so the same content has
 * the same one. Failures are left in the document. */
void document_save(struct document *document, unsigned catalog, unsigned info, struct loa_sink *sink);

#endif
