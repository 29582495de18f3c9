/* slides_deck.h - what the kinds of slides share: the deck being drawn, grounds and furniture, words fitted
 * to a room, and what is told of that. */
#ifndef PIECES_SLIDES_DECK_H
#define PIECES_SLIDES_DECK_H

#include "layout/account.h"
#include "layout/fit.h"
#include "layout/text.h"
#include "pieces/job.h"
#include "pieces/slides_plan.h"

struct screen {
    float width, height, margin;
    float over, under; /* kept free of words at the top and the bottom: a phone's own signs stand there */
};

#define SLIDE_SCALE 2.0f  /* pixels a point */
#define SLIDE_FOOT  34.0f /* reserved for the furniture */

/* Where the furniture of a page stands. */
struct slide_ground {
    const struct palette *palette;
    float x, width; /* beside a panel; else the page's */
};

/* How the slides so far were composed, so that many don't look alike. */
struct slide_run {
    enum choice last;
    unsigned count;  /* of the last in a row */
    unsigned panels; /* so far: they change sides */
    unsigned breaks; /* so far: bands and tints alternate */
};

struct deck {
    const struct piece_job *job;
    const struct screen *screen;
    struct layout *layout;
    const struct sheet *nominal;
    struct palette surface, tint, titles;
    struct palette panel;                /* of coloured panels and bands on a light slide */
    VECTOR(struct slide_ground) grounds; /* of each page */
    struct slide_run run;
    float width;       /* between the margins */
    const char *notes; /* for the next page that is begun; NULL: none */
};

bool screen_is_upright(const struct screen *screen);
/* Between which heights the words of a slide stand that has no furniture. */
float screen_top(const struct screen *screen);
float screen_bottom(const struct screen *screen);
/* Above the furniture of one that has. */
float screen_foot(const struct screen *screen);

/* ---- Pages and their furniture ---- */

/* Begins a page on the ground of a palette, with the notes that wait. */
void ground_draw(struct deck *deck, const struct palette *palette);
/* How wide the words of a title slide are: most of it, or what a motif beside them leaves. */
float title_width(const struct deck *deck, bool crested);
/* Begins a slide with little on it: the theme's ground, lines and, if wanted, motif, in its lower right
 * corner; in a frame a title has it as a crest (`crested`). */
void title_ground(struct deck *deck, bool crested, bool motif);
/* The title, the page's number and how far the talk is, on a finished page that is open again. */
void footer_draw(struct deck *deck, size_t page, size_t pages);
/* A box (may be NULL) between two heights; `lean` of what remains is above it. */
void draw_column(struct deck *deck, const struct box *box, float x, float top, float bottom, float lean);
/* Footnotes stand at the foot; gives the new bottom of the room above them. */
float foot_draw(struct deck *deck, const struct page_list *pages, size_t page, float x, float bottom);

/* ---- Words ---- */

/* Words at the largest size at which they fit; they may be too tall at the smallest. */
typedef struct box *words_fn(struct deck *deck, const struct slide_plan *plan, float width);

/* What a ladder is climbed with. */
struct making {
    struct deck *deck;
    const struct slide_plan *plan;
    words_fn *words;
    float width;
    const struct sheet *sheet; /* of content; NULL: the usual */
    bool bare;                 /* its message stands elsewhere */
    struct box *above;         /* of content: a heading too tall to stand over it; NULL: none */
    bool continued;            /* of a head */
};
struct box *words_fit(struct deck *deck, const struct slide_plan *plan, words_fn *words, float width,
                      float room);
/* Draws words on the open slide, at most `room` tall; the rest goes on on others of the same ground. */
bool words_draw(struct deck *deck, const struct box *box, float x, float top, float bottom, float room);

/* A large icon in a tile; NULL without a name. */
struct box *icon_box(struct deck *deck, const char *name, float size);
/* The icon of a section, or of the nearest one above that has one; NULL when none has, or it wants none. */
const char *section_icon(struct layout *layout, const struct node *section);
/* A plan's message and the sources of its figures. */
struct box *message_with_sources(struct deck *deck, const struct slide_plan *plan, float width,
                                 const struct text_look *look);
/* The heading, or the title of the block that fills the slide. Said again it is for the eye only. */
struct box *slide_title(struct deck *deck, const struct slide_plan *plan, bool continued, float width);
/* The section above, said before: left out when it is no line above a title but a text. */
struct box *kicker_box(struct deck *deck, const struct slide_plan *plan, float width);
/* Of the page, for outlines. */
const char *plan_title(struct deck *deck, const struct slide_plan *plan);

/* ---- What is told ---- */

size_t node_syllables(struct deck *deck, const struct node *node);
size_t heading_syllables(struct deck *deck, const struct slide_plan *plan);
/* A note on what fitting did to a plan; of its `syllables` the share `excess` was too much. */
void tell_fit(struct deck *deck, const struct slide_plan *plan, enum finding finding, const char *amount,
              size_t syllables, float excess);
void tell_shrunk(struct deck *deck, const struct slide_plan *plan, const struct fit *fit, size_t syllables);

/* ---- The kinds of slides; false after a reported error ---- */

/* slides_words.c. A title slide is none when there is nothing to say on it. */
bool title_slide(struct deck *deck);
bool divider_slide(struct deck *deck, const struct slide_plan *plan);
bool opener_slide(struct deck *deck, const struct slide_plan *plan);
bool statement_slide(struct deck *deck, const struct slide_plan *plan);
bool closing_slide(struct deck *deck, const struct slide_plan *plan);
/* A last slide for a deck without one: the first of the guide's contacts once more, or with NULL the helpline
 * of the materials; none when they know none. */
void helpline_slide(struct deck *deck, const struct node *contacts);
/* slides_agenda.c */
bool agenda_slide(struct deck *deck, const struct slide_plan *plan);
/* slides_content.c. Content with its heading above it, in one of the frames of slides_frame.c. */
bool content_slides(struct deck *deck, const struct slide_plan *plan);
fit_maker content_make; /* of a struct making */
/* slides_panel.c. Content beside a panel with its heading; *drawn: it had room there. */
bool panel_slide(struct deck *deck, const struct slide_plan *plan, bool *drawn);

/* ---- Variety (slides_frame.c) ---- */

/* Which frame content gets; where a panel has no room, which one instead. */
enum choice frame_choose(const struct deck *deck, const struct slide_plan *plan);
enum choice frame_without_panel(const struct deck *deck);
enum choice frame_of_opener(const struct deck *deck); /* likewise of a topic's message */
/* The slide about to be drawn has that frame. */
void frame_take(struct deck *deck, enum choice frame);

#endif
