/* metadata.h - who, what and when: the Info dictionary and the same as XMP (ISO 32000-1, 14.3). */
#ifndef FORMATS_PDF_METADATA_H
#define FORMATS_PDF_METADATA_H

#include "formats/pdf/document.h"
#include "scene/scene.h"

unsigned metadata_add_info(struct document *document, const struct scene *scene);
unsigned metadata_add_xmp(struct document *document, const struct scene *scene);

/* A date of ISO 8601 ("2026-11-24", "2026-11-24T08:00:00+07:00") as PDF's "D:20261124…" (7.9.4); false when
 * it is not one. */
bool metadata_date(struct builder *out, const char *iso);

#endif
