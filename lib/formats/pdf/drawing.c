/* SVG in PDF: librsvg draws on cairo, cairo writes a page, and that page becomes a form XObject. */
#include "scene/drawing.h"
#include "formats/pdf/foreign.h"
#include "formats/pdf/image.h"
#include <cairo-pdf.h>
#include <loa/sink.h>
#include <stdlib.h>

static cairo_status_t take(void *sink, const unsigned char *bytes, unsigned length)
{
    loa_sink_write(sink, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* By way of a recording, on which text becomes outlines: cairo's own fonts lack what archives ask for. */
static cairo_surface_t *record(const struct drawing *drawing, double width, double height)
{
    const cairo_rectangle_t area = {0, 0, width, height};
    cairo_surface_t *recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &area);
    cairo_t *cairo = cairo_create(recording);
    bool painted = drawing_paint(drawing, cairo, 0, 0, width, height);
    painted = painted && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    if (painted)
        return recording;
    cairo_surface_destroy(recording);
    return NULL;
}

/* Whether the page is written to the sink, a point of it being a pixel that the drawing is worth: effects
 * that PDF has not (blurs, shadows) are painted in those. */
static bool write_page(cairo_surface_t *recording, double width, double height, struct loa_sink *sink)
{
    cairo_surface_t *file = cairo_pdf_surface_create_for_stream(take, sink, width, height);
    cairo_pdf_surface_restrict_to_version(file, CAIRO_PDF_VERSION_1_4);
    cairo_surface_set_fallback_resolution(file, 72, 72);
    cairo_t *cairo = cairo_create(file);
    cairo_set_source_surface(cairo, recording, 0, 0);
    cairo_paint(cairo);
    cairo_show_page(cairo);
    bool written = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    cairo_surface_finish(file);
    written = written && cairo_surface_status(file) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(file);
    return written;
}

/* cairo's page, malloc()ed; NULL when that failed. */
static char *make_page(const struct drawing *drawing, struct worth size, size_t *length)
{
    char *bytes = NULL;
    cairo_surface_t *recording = record(drawing, size.width, size.height);
    if (!recording)
        return NULL;
    struct loa_sink *sink = loa_sink_to_memory(&bytes, length);
    bool written = sink && write_page(recording, size.width, size.height, sink);
    written = sink && loa_sink_finish(sink) == LOA_OK && written;
    loa_sink_destroy(sink);
    cairo_surface_destroy(recording);
    if (written)
        return bytes;
    free(bytes);
    return NULL;
}

unsigned image_add_drawing(struct document *document, const struct drawing *drawing, struct worth size)
{
    size_t length;
    char *bytes = make_page(drawing, size, &length);
    unsigned form = 0;
    if (bytes) {
        arena_defer(document->arena, free, bytes);
        form = foreign_add_page(document, bytes, length, size.width, size.height);
    }
    if (!form)
        document_limit(document, "một hình vẽ không đưa được vào PDF", "a drawing can't be put into the PDF");
    return form;
}
