/* Fonts of pictures (colour emoji as PNG in CBDT or sbix) as Type 3 fonts (ISO 32000-1, 9.6.5): PDF has no
 * bitmap fonts, but lets a glyph be any drawing. */
#include "formats/pdf/type3.h"
#include "formats/pdf/cmap.h"
#include "formats/pdf/image.h"
#include "scene/picture.h"
#include <hb-ot.h>
#include <math.h>

/* One glyph's drawing: its width, then its picture in its box, 1/1000 em. 0: no picture. */
struct glyph_picture {
    unsigned picture;
    double x, y, width, height;
};

static struct glyph_picture read_drawing(struct document *document, const struct face *face, uint32_t glyph)
{
    struct glyph_picture drawing = {0};
    hb_blob_t *png = hb_ot_color_glyph_reference_png(face->metrics, glyph);
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(png, &length);
    struct image image = {0};
    hb_glyph_extents_t box;
    if (length && hb_font_get_glyph_extents(face->metrics, glyph, &box) &&
        picture_decode(document->arena, bytes, length, &image, NULL) == PICTURE_OK) {
        double scale = 1000.0 / hb_face_get_upem(face->font->face);
        drawing = (struct glyph_picture){image_add(document, &image, (struct worth){0}).object,
                                         box.x_bearing * scale, (box.y_bearing + box.height) * scale,
                                         box.width * scale, -box.height * scale};
    }
    hb_blob_destroy(png);
    return drawing;
}

static unsigned add_procedure(struct document *document, int width, const struct glyph_picture *drawing)
{
    struct builder out;
    builder_init(&out, document->arena);
    builder_format(&out, "%d 0 d0\n", width);
    if (drawing->picture) {
        const double matrix[6] = {drawing->width, 0, 0, drawing->height, drawing->x, drawing->y};
        for (unsigned i = 0; i < 6; i++) {
            builder_number(&out, matrix[i], 1);
            builder_char(&out, ' ');
        }
        builder_format(&out, "cm\n/X%u Do\n", drawing->picture);
    }
    return document_stream(document, "", out.at, out.length, false);
}

struct lists { /* parts of the font's dictionary that grow with each code */
    struct builder procedures, differences, pictures;
    int widths[256];
    unsigned first, last;
    double box[4]; /* around all drawings: readers size text by it */
};

static void grow_box(double box[4], const struct glyph_picture *drawing)
{
    box[0] = fmin(box[0], drawing->x);
    box[1] = fmin(box[1], drawing->y);
    box[2] = fmax(box[2], drawing->x + drawing->width);
    box[3] = fmax(box[3], drawing->y + drawing->height);
}

static void add_entry(struct lists *lists, const char *name, unsigned byte, int width, unsigned procedure)
{
    builder_format(&lists->procedures, "/%s %u 0 R", name, procedure);
    builder_format(&lists->differences, " %u/%s", byte, name);
    lists->widths[byte] = width;
    lists->first = byte < lists->first ? byte : lists->first;
    lists->last = byte;
}

static void add_code(struct document *document, const struct face *face, const struct glyph_code *code,
                     unsigned byte, struct lists *lists)
{
    struct glyph_picture drawing = read_drawing(document, face, code->glyph);
    unsigned procedure = add_procedure(document, code->width, &drawing);
    add_entry(lists, arena_format(document->arena, "g%u", byte), byte, code->width, procedure);
    if (drawing.picture)
        builder_format(&lists->pictures, "/X%u %u 0 R", drawing.picture, drawing.picture);
    grow_box(lists->box, &drawing);
}

/* An empty glyph called "m" of an m's usual width: by it poppler judges how large a Type 3 font's text is,
 * and without one it takes emoji for large letters of a line of their own. */
static void add_measure(struct document *document, struct lists *lists)
{
    add_entry(lists, "m", 'm', 600, add_procedure(document, 600, &(struct glyph_picture){0}));
}

static void add_codes(struct document *document, const struct face *face, const struct font_sheet *sheet,
                      struct lists *lists)
{
    lists->first = 255;
    builder_init(&lists->procedures, document->arena);
    builder_init(&lists->differences, document->arena);
    builder_init(&lists->pictures, document->arena);
    for (unsigned byte = 0; byte < 256; byte++)
        if (sheet->codes[byte])
            add_code(document, face, sheet->codes[byte], byte, lists);
        else if (byte == 'm')
            add_measure(document, lists);
}

void type3_set(struct document *document, const struct face *face, const struct font_sheet *sheet)
{
    struct lists lists = {0};
    add_codes(document, face, sheet, &lists);
    struct builder out;
    builder_init(&out, document->arena);
    builder_format(&out, "/Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]/FontBBox[%d %d %d %d]",
                   (int)floor(lists.box[0]), (int)floor(lists.box[1]), (int)ceil(lists.box[2]),
                   (int)ceil(lists.box[3]));
    builder_format(&out, "/CharProcs<<%s>>/Encoding<</Differences[%s]>>/Resources<</XObject<<%s>>>>",
                   builder_text(&lists.procedures), builder_text(&lists.differences),
                   builder_text(&lists.pictures));
    builder_format(&out, "/FirstChar %u/LastChar %u/Widths[", lists.first, lists.last);
    for (unsigned byte = lists.first; byte <= lists.last; byte++)
        builder_format(&out, byte > lists.first ? " %d" : "%d", lists.widths[byte]);
    builder_format(&out, "]/ToUnicode %u 0 R", cmap_add_unicode(document, sheet));
    document_set(document, sheet->object, &out);
}
