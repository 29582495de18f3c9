/* arrange.h - from a guide and what was asked to a scene: the part that exporting and checking share. */
#ifndef API_ARRANGE_H
#define API_ARRANGE_H

#include "api/session.h"
#include "formats/format.h"
#include "pieces/piece.h"

struct arrangement {
    struct loa_session *session;
    struct loa_guide *guide;
    const struct loa_export_options *options;
    struct arena *arena; /* of the edition and the scene */
    const struct theme *theme;
    const struct edition *edition;
    const struct scene *scene;
    struct account *account; /* of what became of each block; NULL: nobody asks */
};

/* Whether all names in the options exist: size, audience, sections, profile, settings. LOA_BAD_USE, reported,
 * when one doesn't. `piece` may be NULL: sizes are not looked at then. */
enum loa_status arrange_check_names(struct arrangement *arrangement, const struct piece *piece);
/* Finds and reads the theme: the one asked for, else the guide's, else the default. */
enum loa_status arrange_read_theme(struct arrangement *arrangement);
/* Makes the edition for an audience (NULL: everybody): fills `edition`. LOA_BAD_GUIDE when errors were
 * reported. `format` may be NULL. */
enum loa_status arrange_edition(struct arrangement *arrangement, const struct piece *piece,
                                const char *format, const char *audience);
/* The same, and arranges it: fills `scene` too. */
enum loa_status arrange_piece(struct arrangement *arrangement, const struct piece *piece, const char *format,
                              const char *audience);
/* The piece of this name; NULL, reported, when there is none. */
const struct piece *arrange_find_piece(struct arrangement *arrangement, const char *name);
/* The format likewise. */
const struct format *arrange_find_format(struct arrangement *arrangement, const char *name);

#endif
