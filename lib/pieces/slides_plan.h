/* slides_plan.h - which content goes on which slide.
 *
 * Each level-2 section is a slide or more: its bold first paragraph, its lists, its blocks; prose becomes the
 * speaker notes. A level-1 section with sections beneath is a divider. A rule (---) or a ::: slide begins a
 * new slide. Contacts among the last slides come last, so that a deck ends with whom to call. */
#ifndef PIECES_SLIDES_PLAN_H
#define PIECES_SLIDES_PLAN_H

#include "base/builder.h"
#include "base/vector.h"
#include "guide/guide.h"

struct slide_cell {
    const struct node *heading; /* NULL: the slide's own */
    VECTOR(const struct node *) blocks;
};

enum slide_kind {
    SLIDE_AGENDA,    /* what is to come: the headings that are its blocks */
    SLIDE_DIVIDER,   /* a part begins */
    SLIDE_OPENER,    /* a topic begins: its message, large */
    SLIDE_STATEMENT, /* a headline block, alone */
    SLIDE_CLOSING,   /* whom to call, at the end */
    SLIDE_CONTENT
};

struct slide_plan {
    enum slide_kind kind;
    const struct node *section; /* NULL: before any heading */
    bool repeated;              /* an earlier slide has this heading already */
    const char *title;          /* instead of the heading; NULL: the heading */
    const struct node *titled;  /* the block whose title that is, or the heading in it */
    const char *kicker;         /* the section above; NULL: none */
    unsigned part;              /* number of the divider, from 1 */
    const struct node *message; /* a paragraph shown large; NULL: none */
    struct slide_cell cells[2];
    size_t cell_count; /* 1, or 2 side by side */
    struct builder notes;
    VECTOR(const struct node *) spoken; /* what the notes are made of */
};

struct slide_plans {
    VECTOR(struct slide_plan *) slides;
    const struct node *contacts; /* of a guide whose last slide doesn't show them; NULL: none */
    bool closed;                 /* the last slide says whom to call */
};

void slides_plan(struct arena *arena, const struct edition *edition, const struct node *title_section,
                 struct slide_plans *plans);

#endif
