/* infographic.h - what the parts of an infographic share: its measures, and the bands it is made of.
 *
 * A band is a box on a ground of its own. The guide's parts become bands one after the other; long pictures
 * draw them one below the other, pages set them in columns (infographic_pages.c). */
#ifndef PIECES_INFOGRAPHIC_H
#define PIECES_INFOGRAPHIC_H

#include "base/vector.h"
#include "layout/text.h"
#include "pieces/header.h"
#include "pieces/job.h"

#define ICON_TILE   48.0f /* points at the usual size: a tile, and where the text beside it begins */
#define ICON_INDENT 64.0f
#define BAND_PAD    36.0f
#define HEADER_PAD  56.0f

/* What a size of the piece is. Lengths in points. */
struct canvas {
    float width, height; /* of a page; height 0: as tall as it gets */
    float scale;         /* pixels a point */
    float margin;
    unsigned columns; /* of bands */
    float top, foot;  /* kept free at the edges of a page: an app draws its own things there */
    float unit;       /* of type and space: 1 where body text is 18 points */
    bool printed;
};

struct band {
    const struct palette *palette;
    const struct box *box;
    float station; /* the middle of the icon that leads it, from the box's top; 0: none does */
    float motif;   /* how tall one beside the helpline's number may be; 0: there is none */
};
/* A band's ground on a page. */
struct placed {
    const struct band *band;
    struct rect rect;
    bool divided; /* a line parts it from one of the same ground above */
};

/* A topic of which something is not shown. */
struct left_out {
    const struct node *node;
    bool named; /* the guide's line is told, not only the account's */
};

struct poster {
    const struct piece_job *job;
    const struct canvas *canvas;
    struct layout *layout;
    struct palette surface, tint, titles;
    VECTOR(struct band) bands;
    VECTOR(struct left_out) left_out;
    float width;                 /* of a band's content */
    float station;               /* of the band being made */
    bool whole;                  /* nothing is left out */
    bool few;                    /* sections: even in a long guide each shows its short lists */
    bool contacts, qr;           /* such a block was shown */
    struct source_lines sources; /* of the facts shown */
};

/* ---- infographic_bands.c ---- */

/* The ground that alternates with the band before. */
const struct palette *band_next_ground(const struct poster *poster);
/* That of what stands out: the titles', where the theme has dark ones. */
const struct palette *band_strong_ground(const struct poster *poster);
/* Opens a band: what is built until band_close() stands on its ground. */
void band_open(struct poster *poster);
/* A band taller than half of the tallest picture is cut. */
void band_add(struct poster *poster, const struct box *box);
void band_close(struct poster *poster, const struct box_list *list);
/* A length of the usual size at this one's. */
float poster_length(const struct poster *poster, float length);
float band_pad(const struct poster *poster); /* above a band's content, and below */
/* With the padding above and below. */
float band_height(const struct poster *poster, const struct band *band);
/* A band with its content in the middle of its ground. */
void band_draw(struct poster *poster, const struct placed *placed);
/* The line that leads the eye from icon to icon, down a column of bands. */
void path_draw(struct poster *poster, const struct placed *placed, size_t count);
float tallest_picture(const struct poster *poster);

/* ---- infographic_topics.c: the guide's parts as bands ---- */

void sections_add(struct poster *poster);
/* Tells, once, what was left out. */
void left_out_tell(const struct poster *poster);
/* Whether a node has more syllables than `most`. */
bool has_syllables(struct poster *poster, const struct node *node, size_t most);
/* Of a section's own nodes: in a long guide only what is made to be looked at, and not for one audience
 * alone. */
bool is_shown(struct poster *poster, const struct node *node);
/* Whether a section's own nodes are shown at all: a topic of a long guide may be a row. */
bool section_is_shown(struct poster *poster, const struct node *section);

/* ---- infographic_hero.c ---- */

/* The band of the first figure of the guide, right below the header. */
void hero_add(struct poster *poster);

/* ---- infographic_pages.c ---- */

/* The guide on pages of the canvas's size: one, if it has room there, else a numbered set. */
void pages_arrange(struct poster *poster);

/* ---- infographic_ends.c: header, contacts, sources ---- */

/* The title at the largest size that has `room`. */
struct header header_fit(struct poster *poster, float room);
/* Whom to call, and where to read on, from the materials, when the guide itself didn't say. */
void contacts_band(struct poster *poster);
/* Notes, sources, issuer and date. */
void end_band(struct poster *poster);

#endif
