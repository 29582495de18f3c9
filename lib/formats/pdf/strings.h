/* strings.h - the lexical side of PDF (ISO 32000-1, 7.3): strings, names, numbers, and XML text for metadata.
 */
#ifndef FORMATS_PDF_STRINGS_H
#define FORMATS_PDF_STRINGS_H

#include "base/builder.h"

/* A literal string "(…)" of any bytes. */
void put_literal(struct builder *out, const char *bytes, size_t length);
/* One byte inside a literal string, escaped where it must be. */
void put_literal_byte(struct builder *out, uint8_t byte);
/* A text string (7.9.2.2) from UTF-8: ASCII as it is, else UTF-16BE with a byte order mark. */
void put_text(struct builder *out, const char *text, size_t length);
/* The UTF-16BE of UTF-8 in hexadecimal digits, without brackets or byte order mark. */
void put_utf16_hex(struct builder *out, const char *text, size_t length);
/* A name with its slash; bytes outside A-Z a-z 0-9 - _ . are written as #xx. */
void put_name(struct builder *out, const char *name);
/* A URI as a literal string: what RFC 3986 does not allow (non-ASCII, spaces) is percent-encoded. */
void put_uri(struct builder *out, const char *uri);
/* Text for an XML element: & < > escaped, characters XML 1.0 forbids left out. */
void put_xml(struct builder *out, const char *text);
void put_hex(struct builder *out, const uint8_t *bytes, size_t length); /* without brackets */

#endif
