/* scene.h - pages of placed items plus marks: everything a painter needs, nothing it has to decide.
 *
 * Points, origin at the page's top left corner, y down. Immutable once built, so pages may be painted on
 * several threads. Fonts and glyph ids are those of the font files (lib/text/font.h). */
#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H

#include "text/paragraph.h"

struct rect {
    float x, y, width, height;
};
struct matrix {
    float a, b, c, d, e, f; /* x' = a x + c y + e; y' = b x + d y + f */
};

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };
struct path_step {
    enum path_verb verb;
    float at[6]; /* MOVE, LINE: x y; CURVE: two controls, then the end */
};
struct path {
    const struct path_step *steps;
    size_t count;
};

/* What fills: one colour, or a linear gradient between two points. */
struct paint {
    struct colour colour;
    bool gradient;
    struct colour to;
    float x1, y1, x2, y2; /* colour at 1, `to` at 2 */
};
struct stroke {
    struct colour colour;
    float width;
    float dash, gap; /* 0: solid */
    bool round;      /* caps and joins */
};

/* A picture of the guide. It has pixels, or is a photo or a drawing, which painters decode or draw at the
 * size they need (scene/picture.h, scene/drawing.h). Lives as long as the scene. */
struct image {
    unsigned width, height;        /* pixels, as it stands upright */
    float wide, tall;              /* the size it asks for, points: 96 pixels an inch */
    const uint8_t *pixels;         /* 8-bit RGBA, not premultiplied, rows without gaps */
    const struct photo *photo;     /* JPEG */
    const struct drawing *drawing; /* SVG */
    bool opaque;                   /* every alpha is 255 */
    unsigned number;               /* unique in its scene: painters write it once */
};

/* Marks say what the items between begin and end mean (PDF/UA's standard types are meant). */
enum mark_type {
    MARK_HEADING, /* level, title, id */
    MARK_PARAGRAPH,
    MARK_LIST,
    MARK_ITEM,
    MARK_LABEL, /* a list item's bullet or number */
    MARK_TABLE,
    MARK_CAPTION, /* of the table before or after it */
    MARK_ROW,
    MARK_CELL,   /* header */
    MARK_FIGURE, /* alt */
    MARK_QUOTE,
    MARK_CODE,
    MARK_LINK,     /* target: a URI, or "#id" of a heading */
    MARK_GROUP,    /* a callout, card, step: a division; title */
    MARK_NOTE,     /* a footnote at the foot of a page: id */
    MARK_ARTIFACT, /* page furniture and decoration: not content */
    MARK_TYPE_COUNT
};
const char *mark_type_name(enum mark_type type); /* "heading" */
struct mark {
    enum mark_type type;
    unsigned level;
    bool header;
    bool decorative; /* artifact that stands in the text block (a background), not in the margins */
    const char *title, *id, *alt, *target, *language; /* NULL: none */
    struct place place;
};

enum item_type {
    ITEM_TEXT,
    ITEM_FILL,
    ITEM_STROKE,
    ITEM_IMAGE,
    ITEM_PUSH, /* transform and clip until ITEM_POP */
    ITEM_POP,
    ITEM_BEGIN, /* mark */
    ITEM_END
};
struct item {
    enum item_type type;
    union {
        struct {
            const struct run *run; /* run->x is not used here */
            float x, y;            /* pen at the start, on the baseline */
        } text;
        struct {
            struct path path;
            struct paint paint;
        } fill;
        struct {
            struct path path;
            struct stroke stroke;
        } stroke;
        struct {
            const struct image *image;
            struct rect where;
        } image;
        struct {
            struct matrix matrix;
            struct path clip; /* count 0: none; in the coordinates before the matrix */
        } push;
        const struct mark *mark; /* BEGIN and END */
    } as;
};

struct page {
    float width, height;
    struct colour ground; /* painted over the whole page first */
    float scale;          /* pixels a point for raster formats: 1920 px wide slides of 960 pt give 2 */
    const char *title;    /* for outlines and file lists; NULL: none */
    const char *notes;    /* speaker notes; NULL: none */
    const struct item *items;
    size_t count;
};

struct scene {
    struct arena *arena;
    const char *piece, *title, *subject, *author, *keywords, *language,
        *date;    /* "" not NULL; date is ISO 8601 or "" */
    bool printed; /* meant for paper, where pictures are worth more pixels than page.scale says */
    const struct page *pages;
    size_t page_count;
    unsigned font_count, image_count; /* numbers of fonts and images used are below these */
};

#endif
