/* font.h - faces and families.
 *
 * A font is one face of one file. It is read-only once opened, so painters on other threads may read its
 * public fields; each painter opens its own FT_Face from `path` and `index`. The families of themes are
 * opened by known path (families.def); fontconfig is asked only for other names and for characters no known
 * family has. */
#ifndef TEXT_FONT_H
#define TEXT_FONT_H

#include "base/reporter.h"
#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

struct font {
    const char *path;
    unsigned index;              /* in a collection */
    const char *family;          /* "Noto Sans" */
    const char *postscript_name; /* "NotoSans-Bold" */
    bool bold, italic, monospaced, serif;
    unsigned number; /* unique in its set, from 0: for tables of painters */
    unsigned units;  /* per em */
    /* In em, y up, so what is below the baseline is negative: descent, marks_bottom, underline_position.
     * ascent and descent are the declared ones (hhea); marks_top and marks_bottom the ink of the tallest and
     * deepest Vietnamese letters (Ẫ Ễ Ộ ợ ự), which may reach further (notes on line height:
     * lib/text/paragraph.h). */
    float ascent, descent, cap_height, x_height, marks_top, marks_bottom;
    float underline_position, underline_thickness;
    float space; /* advance of U+0020, the only width a space has (lib/text/shape.h) */
    hb_face_t *face;
    hb_font_t *shaper; /* scaled to units per em */
};

struct font_set; /* every font opened, and the shaped words; one thread at a time */

struct font_set *font_set_create(struct arena *arena, struct reporter *reporter);

/* What was reported once of characters without a font will be reported once more: a new text begins. */
void font_set_tell_anew(struct font_set *set);

/* A family's face nearest to the weight and slant asked for; never NULL unless no font at all can be opened
 * (then reported, FINDING_no_font). Names are families.def's, else fontconfig's. A missing family is reported
 * once and replaced by the default. */
const struct font *font_find(struct font_set *set, const char *family, bool bold, bool italic);
/* Whether the font can show a character, composed or as base and marks. */
bool font_has(const struct font *font, uint32_t codepoint);
/* For lists: each family of families.def with a file on this machine. */
void font_families(void (*each)(void *self, const char *family, const char *package, bool installed),
                   void *self);

/* A family's own faces on this machine, by weight and slant; NULL where it has none. Nothing stands in for
 * another. */
struct font_family {
    const char *package;         /* NULL: not of families.def, found by fontconfig */
    const struct font *faces[4]; /* regular, bold, italic, bold italic */
};
/* False when no such family is known; what isn't installed has no faces. */
bool font_family_find(struct font_set *set, const char *name, struct font_family *family);

#endif
