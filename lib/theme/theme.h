/* theme.h - roles, fonts, scale and spacing of a look: one YAML file in materials/themes (see
 * materials/README.md).
 *
 * A theme names roles, not colours; pieces ask for roles and derive tints with colour_mix(). */
#ifndef THEME_THEME_H
#define THEME_THEME_H

#include "guide/library.h"
#include "theme/colour.h"

enum theme_role {
    ROLE_SURFACE,    /* paper */
    ROLE_INK,        /* text */
    ROLE_MUTED,      /* captions, sources, furniture */
    ROLE_PRIMARY,    /* headings, bands */
    ROLE_ON_PRIMARY, /* text on primary */
    ROLE_ACCENT,     /* one thing at a time: figures, numbers, 111 */
    ROLE_ON_ACCENT,
    ROLE_POSITIVE, /* do */
    ROLE_NEGATIVE, /* don't */
    ROLE_WARNING,
    ROLE_LINE, /* hairlines */
    ROLE_TINT, /* soft ground of tiles and callouts */
    ROLE_COUNT
};

/* Choices of a theme file; the words for them are in theme.c, the first is what holds when none is made. */

/* How titles stand: on a rounded card, a band from edge to edge, in a double frame (centred, formal), below a
 * thick and a thin rule (as newspapers do), or on white space alone. */
enum theme_header { HEADER_CARD, HEADER_BAND, HEADER_FRAME, HEADER_RULE, HEADER_PLAIN, HEADER_COUNT };
/* The ground of title slides and of a picture's header: primary, tint or surface. */
enum theme_titles { TITLES_DARK, TITLES_SOFT, TITLES_LIGHT, TITLES_COUNT };
/* What numbers steps, and the bullets that go with it: discs, rounded squares, squares, rings, or bare
 * figures and dashes. */
enum theme_markers { MARKERS_ROUND, MARKERS_SOFT, MARKERS_SQUARE, MARKERS_RING, MARKERS_BARE, MARKERS_COUNT };
/* What an icon stands on: a soft tile, a soft disc, a tile of its colour, an outlined tile, nothing. */
enum theme_icons { ICONS_TILE, ICONS_DISC, ICONS_SOLID, ICONS_OUTLINE, ICONS_BARE, ICONS_COUNT };
/* Headings of parts and topics: plain, over a short bar, over a hairline, under a hairline. */
enum theme_headings { HEADINGS_PLAIN, HEADINGS_BAR, HEADINGS_UNDER, HEADINGS_OVER, HEADINGS_COUNT };
/* The drawing beside titles. */
enum theme_motif {
    MOTIF_none,
#define LOA_MOTIF(name) MOTIF_##name,
#include "theme/motifs.def"
#undef LOA_MOTIF
    MOTIF_COUNT
};

struct theme {
    const char *name, *title_vi, *title_en;
    struct colour roles[ROLE_COUNT];
    const char *body, *heading, *mono, *children; /* families */
    float print_ratio, screen_ratio;              /* type scale */
    float leading;                                /* body */
    float unit;                                   /* grid, points at print size */
    float radius;                                 /* corners, points at print size */
    float size;                                   /* of type on paper, as a share of the usual */
    bool justified;                               /* running text of print fills its lines */
    enum theme_header header;
    enum theme_titles titles;
    enum theme_markers markers;
    enum theme_icons icons;
    enum theme_headings headings;
    enum theme_motif motif;
};

extern const char *const theme_role_names[ROLE_COUNT];   /* "on-primary" */
extern const char *const theme_motif_names[MOTIF_COUNT]; /* "waves" */

/* Reads a theme from YAML text. `extends: NAME` takes what the file doesn't say from a theme of the library
 * (NULL: there are none). Unknown keys, bad colours, missing roles are reported at their place; then NULL.
 * Pairs with too little contrast are warned of (FINDING_low_contrast). */
const struct theme *theme_read(struct arena *arena, struct reporter *reporter, struct library *library,
                               const struct source *source);

/* The pairs of roles that stand on one another, with the least contrast look.md asks of each. */
struct theme_contrast {
    enum theme_role text, ground;
    float least;
};
extern const struct theme_contrast theme_contrasts[];
extern const size_t theme_contrast_count;

#endif
