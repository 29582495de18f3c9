/* layout.h - what every step of layout shares: where things go, how large text is, which colours stand on the
 * ground.
 *
 * Layout turns nodes into boxes (box.h): a box knows its size and can be drawn or cut. Pieces build boxes,
 * fit or cut them to pages, and draw them into a scene. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "base/map.h"
#include "guide/guide.h"
#include "scene/builder.h"
#include "theme/theme.h"

/* What a piece of text is for; a sheet gives each a size. */
enum text_role {
    TEXT_BODY,
    TEXT_LEAD,    /* the one-line message of a section */
    TEXT_SMALL,   /* sources, captions, furniture */
    TEXT_TITLE,   /* of the piece */
    TEXT_H1,      /* parts */
    TEXT_H2,      /* topics */
    TEXT_H3,      /* labels inside a topic */
    TEXT_KICKER,  /* tracked capitals above a title */
    TEXT_FIGURE,  /* the number of a stat */
    TEXT_HERO,    /* the one number to remember: 111 */
    TEXT_NUMERAL, /* in the circles of steps */
    TEXT_CODE,
    TEXT_ROLE_COUNT
};

/* Where a piece is read; each has floors that no scaling goes below (sheet.c). */
enum medium { MEDIUM_PAPER, MEDIUM_SLIDE, MEDIUM_PHONE, MEDIUM_COUNT };

/* A page's measures, in points. Each piece makes its own; sheet_scaled() makes the smaller ones of a fit. */
struct sheet {
    float scale;        /* of type, to the piece's usual size */
    enum medium medium; /* that says how small type may get */
    float size[TEXT_ROLE_COUNT];
    float leading[TEXT_ROLE_COUNT];
    float gap;              /* between paragraphs; items are closer, blocks and sections further */
    float pad;              /* inside cards */
    float radius;           /* of cards */
    float gutter;           /* between columns */
    float measure;          /* widest line of running text; wider columns leave the rest empty */
    float image_height;     /* tallest picture */
    float qr;               /* side of a QR code with its quiet zone, at least */
    bool on_paper;          /* side notes and pulled quotes stand beside the text */
    unsigned tiles;         /* most tiles in one row */
    bool steps_from_lists;  /* an ordered list whose items begin in bold is drawn as steps */
    bool natural;           /* bold figures in lists are drawn as stats, two named columns as a comparison */
    bool points;            /* a few short items in a wide column are drawn as tiles */
    bool paired_items;      /* short items stand two in a line */
    bool cards_from_tables; /* a short table of three columns is drawn as cards */
    bool cards_from_lists;  /* a list whose items begin in bold is drawn as cards */
    bool justified;         /* running text fills its lines where they are long enough */
    bool sources_inline;    /* a figure's source stands under its block, not only at the end */
};
/* The smallest text of the sheet's medium; no role of a nominal sheet is smaller after holding it. */
float sheet_floor(const struct sheet *sheet);
void sheet_hold_floor(struct sheet *sheet);
/* Text at the medium's floor, or that began below it, keeps its size. */
struct sheet sheet_scaled(const struct sheet *sheet, float text, float space);

/* The colours that stand on one ground. */
struct palette {
    struct colour ground, ink, muted, heading, accent, on_accent, tint, line;
};
struct palette palette_on_surface(const struct theme *theme);
struct palette palette_on_primary(const struct theme *theme);
/* On the ground of what stands out most, such as whom to call: primary, or white where a theme has no dark
 * grounds. `edge` is the colour of a border it then needs, else of alpha 0. */
struct palette palette_standing_out(const struct theme *theme, struct colour *edge);
/* On any other ground; `tint` is for soft tiles on it. */
struct palette palette_on(const struct theme *theme, struct colour ground, struct colour tint);
/* `colour`, moved towards black or white until its contrast with `ground` is at least `least`. */
struct colour colour_readable(struct colour colour, struct colour ground, float least);

struct account;

struct layout {
    struct arena *arena;
    struct reporter *reporter;
    struct library *library;
    struct font_set *fonts;
    const struct edition *edition;
    const struct theme *theme;
    const struct sheet *sheet;
    const struct palette *palette;
    struct scene_builder *builder;
    const char *family; /* of running text */
    unsigned depth;     /* of nested lists */
    unsigned inside;    /* of blocks that show the sources of what they hold: 0 at a page's own blocks */
    unsigned hidden;    /* drawn again, for the eye only: no marks in the artifact */
    bool bleeds;        /* a headline, or contacts, have all of the ground they stand on, and bring none */
    const struct node *titled; /* a block, a heading, or the first figure of a list, whose words stand
                                * elsewhere (as the slide's title) */
    struct notes *notes;       /* footnotes (notes.h); NULL: they stand in brackets */
    struct account *account;   /* of what became of each block (account.h); NULL: nobody asks */
    int choice;                /* enum choice: what the block being made becomes */
    float turning;             /* how much wider a page's text is on one turned on its side; 0: none is */
    bool rehearsed;            /* drawn into a scene that is thrown away: tell nothing */
    size_t errors;             /* reported before this layout began */
    struct map
        pictures; /* decoded ones by target (and guide, of included ones), so that a fit decodes each once */
    struct map missing_icons; /* told of, each once */
};

/* Whether pieces speak English; in any other language than that they speak Vietnamese. */
bool layout_is_english(const struct layout *layout);
/* Fixed words that pieces print, in the edition's language: WORD_source is "Nguồn". The table is words.def.
 */
enum word {
#define LOA_WORD(name, vi, en) WORD_##name,
#include "layout/words.def"
#undef LOA_WORD
    WORD_COUNT
};
const char *layout_word(const struct layout *layout, enum word word);

struct look {
    enum text_role role;
    struct colour colour;
    bool bold, italic;
};
/* A palette in the arena. */
const struct palette *layout_palette(struct layout *layout, struct palette palette);
/* A style in the arena. Headings and figures take the theme's heading family, code its mono. */
const struct text_style *layout_style(struct layout *layout, struct look look);

#endif
