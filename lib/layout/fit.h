/* fit.h - the one solver of "how large": the best sizes at which content has room; where even the least have
 * none, the best cuts.
 *
 * A ladder says what to try, from best to least: closer spacing, smaller type down to the medium's floor
 * (sheet.c), two columns. What was tried in vain costs no memory. What can't even be cut is an error
 * (pages_hold()); no word is ever cut off. */
#ifndef LAYOUT_FIT_H
#define LAYOUT_FIT_H

#include "layout/pages.h"

struct fit_step {
    float text, space; /* of the usual sizes */
    float fill;        /* how much of the room content of these sizes may take */
    unsigned columns;
};
struct fit_ladder {
    const struct fit_step *steps;
    size_t count;
    size_t cut;    /* the step whose sizes content has that is cut to pages; `count`: it isn't made at all */
    bool doubtful; /* most content has no room at any step: whether it has at the last is asked first */
};
/* For titles and the like: to six tenths of their size. */
extern const struct fit_ladder fit_words;

/* Makes the content with the layout's sheet; NULL when there is none. What can't stand in columns ignores
 * them. */
typedef struct box *fit_maker(void *self, unsigned columns);
/* Whether what was made last is good, for those who ask for more, or for something else, than room. */
typedef bool fit_judge(void *self);

struct fit_job {
    const struct sheet *nominal; /* of step 1, 1 */
    const struct fit_ladder *ladder;
    float room;        /* height */
    float notes_width; /* of footnotes that share the room; 0: none do */
    fit_maker *make;
    fit_judge *judge; /* NULL: it is good when it fits into the room */
    void *self;
};

struct fit {
    const struct fit_step *step; /* NULL: nothing was made */
    struct box *box;             /* NULL: there is no content */
    struct box *foot;            /* the footnotes it calls; NULL: none */
    bool fits;                   /* else it is to be cut */
    float excess;                /* the share of the content that is too much at its usual sizes; 0: none */
};

/* The content at the first step that is good, else at that for cutting. The layout's sheet becomes that of
 * the step. */
struct fit fit_make(struct layout *layout, const struct fit_job *job);

/* "85": a step's share of the usual, for messages. */
const char *fit_percent(struct arena *arena, float share);

/* As pages_cut() with one room for all, but into pages about equally full: of as few pages as can be, the
 * fullest is as little full as can be. */
bool fit_cut(struct layout *layout, const struct box *content, float room, struct page_list *pages);

/* A box cut into two columns of about one height; NULL when it can't be cut. */
struct box *fit_columns(struct layout *layout, const struct box *content, float gutter);

#endif
