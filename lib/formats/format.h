/* format.h - how a scene, or an edition, becomes bytes: one row of formats.def, one file.
 *
 * A paged format (png, svg) writes one file a page and is called for each page, perhaps from several threads
 * at once; the others write the whole scene into one file. */
#ifndef FORMATS_FORMAT_H
#define FORMATS_FORMAT_H

#include "guide/guide.h"
#include "scene/scene.h"
#include <loa/report.h>
#include <loa/sink.h>

enum format_keeps { KEEPS_TEXT = 1, KEEPS_LINKS = 2, KEEPS_NOTES = 4, KEEPS_OUTLINE = 8 };

struct format {
    const char *name;       /* "pdf" */
    const char *extensions; /* "pdf"; several: "jpg jpeg" */
    const char *mime;
    const char *summary_vi, *summary_en;
    bool paged;
    unsigned keeps;
    /* Writes page `index` (paged) or the whole scene (index 0) to the sink, without finishing it. Failures
     * other than the sink's own go to `error`, in the language `ui`. Thread-safe: no state outside the
     * call. */
    enum loa_status (*write)(const struct scene *scene, size_t index, struct loa_sink *sink, enum loa_ui ui,
                             struct loa_error *error);
    /* Or, for formats that leave the arranging to whoever reads them: writes the edition. Then `write` is
     * NULL and nothing is arranged. */
    enum loa_status (*write_edition)(const struct edition *edition, struct loa_sink *sink);
};

#define LOA_FORMAT(name) extern const struct format format_##name;
#include "formats/formats.def"
#undef LOA_FORMAT

extern const struct format *const formats[]; /* NULL at the end; formats/formats.c */
const struct format *format_named(const char *name);
/* The first of its extensions. */
#define EXTENSION_ROOM 16
void format_extension(const struct format *format, char extension[EXTENSION_ROOM]);
const struct format *format_for_extension(const char *extension); /* without the dot, any case */

#endif
