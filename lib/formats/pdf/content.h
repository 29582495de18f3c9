/* content.h - pages of a scene as PDF content streams (ISO 32000-1, 8 and 9): the painter.
 *
 * y is turned here: scenes have it down, PDF up; matrices are conjugated, so a point (x, y) is (x, height -
 * y) at every depth of pushes. Coordinates are written to 1/100 pt, finer where the matrix enlarges. */
#ifndef FORMATS_PDF_CONTENT_H
#define FORMATS_PDF_CONTENT_H

#include "formats/pdf/font.h"
#include "formats/pdf/image.h"
#include "formats/pdf/navigation.h"
#include "scene/player.h"

/* What a reader's graphics state is at this point of the stream, so that only changes are written. */
struct graphics {
    struct matrix ctm; /* y down */
    float scale;       /* how much it enlarges */
    int decimals;      /* of coordinates */
    struct colour fill, stroke;
    uint8_t alpha;
    float line_width, dash, gap;
    bool round;
    const struct font_sheet *sheet;
    double size, word_spacing, tracking, rise;
};

/* A named resource: "/F12" is the font that is object 12. */
struct resource {
    char kind; /* F font, G graphics state, S shading, X image */
    unsigned object;
};

struct shown_image {
    struct worth worth;
    struct added_image added; /* object 0: not written yet */
};

struct page_record {
    unsigned contents, resources;
    bool transparent;
};

/* What is shown of a run, in the order of the line: glyphs and the text they say. See share.h. */
struct shown {
    const struct glyph *glyph; /* NULL: a filler, which says something and draws nothing */
    const struct glyph_code *code;
    const char *actual; /* a cluster begins that needs its text said; NULL: none */
    size_t actual_length;
    bool actual_ends; /* after this glyph */
};

struct content {
    struct document *document;
    struct faces faces;
    struct navigation navigation;
    struct shown_image *images; /* by number */

    struct map shapes; /* of struct shape, by what they look like: shapes.c */
    struct builder key;

    struct builder out, parts;
    struct graphics now;
    VECTOR(struct graphics) saved;
    VECTOR(struct resource) resources;
    VECTOR(struct shown) shown;
    double height;
    bool in_text, transparent;
    long long text_x, text_y; /* the line's start, in units of the decimals */
    unsigned artifacts;       /* open ones */
    struct page_record *pages;
    size_t page;
};

extern const struct painter_ops content_painter; /* self is a struct content */

void content_init(struct content *content, struct document *document, const struct scene *scene);

/* For the painter's files. */
void content_number(struct content *content, double value, int decimals); /* and a space */
void content_op(struct content *content, const char *operator_text);      /* and a line feed */
void content_x(struct content *content, double x);
void content_y(struct content *content, double y);
void content_use(struct content *content, char kind, unsigned object); /* writes its name and a space */
void content_fill_colour(struct content *content, struct colour colour);
void content_stroke_colour(struct content *content, struct colour colour);
void content_alpha(struct content *content, uint8_t alpha);
void content_path(struct content *content, const struct path *path); /* without painting it */
void content_end_text(struct content *content);
struct rect content_to_page(const struct content *content, struct rect rect); /* by the matrix, bounds */

struct rect path_bounds(const struct path *path); /* of its points */

void content_text(void *self, const struct run *run, float x, float y); /* text.c */
void content_gradient(struct content *content, const struct path *path,
                      const struct paint *paint);                             /* shading.c */
void content_image(void *self, const struct image *image, struct rect where); /* image.c */
/* Before the first page: how large pictures are shown. image.c */
void content_measure_images(struct content *content, const struct scene *scene);

/* Before the first page: which shapes come more than once. shapes.c */
void content_count_shapes(struct content *content, const struct scene *scene);
/* Fills a path that comes more than once; false when it doesn't. */
bool content_fill_shape(struct content *content, const struct path *path);

#endif
