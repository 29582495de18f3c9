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

struct theme {
    const char *name, *title_vi, *title_en;
    struct colour roles[ROLE_COUNT];
    const char *body, *heading, *mono, *children; /* families */
    float print_ratio, screen_ratio;              /* type scale */
    float leading;                                /* body */
    float unit;                                   /* grid, points at print size */
    float radius;                                 /* corners, points at print size */
    bool justified;                               /* running text of print fills its lines */
};

extern const char *const theme_role_names[ROLE_COUNT]; /* "on-primary" */

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
