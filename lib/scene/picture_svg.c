/* SVG (SVG 1.1 and what librsvg has of SVG 2): its size, and that librsvg can draw all of it. */
#include "base/limits.h"
#include "scene/drawing.h"
#include "scene/picture_kinds.h"
#include "scene/svg_library.h"
#include <math.h>
#include <string.h>

/* CSS: 96 pixels an inch; what says no size is 300 × 150. */
#define DOTS         96.0
#define USUAL_WIDTH  300.0
#define USUAL_HEIGHT 150.0

struct size {
    double width, height; /* CSS pixels */
};

static struct size size_of(const struct svg_library *library, RsvgHandle *handle)
{
    struct size size;
    if (library->get_intrinsic_size_in_pixels(handle, &size.width, &size.height))
        return size;
    gboolean has_width, has_height, has_box;
    RsvgLength width, height;
    RsvgRectangle box;
    library->get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box, &box);
    return has_box ? (struct size){box.width, box.height} : (struct size){USUAL_WIDTH, USUAL_HEIGHT};
}

/* Goes through all elements as painting would, so that what painting would refuse is known now. */
static bool try_out(const struct svg_library *library, RsvgHandle *handle, struct size size, GError **error)
{
    const RsvgRectangle viewport = {0, 0, size.width, size.height};
    RsvgRectangle ink, logical;
    return library->get_geometry_for_layer(handle, NULL, &viewport, &ink, &logical, error);
}

static enum picture_failure because(const struct svg_library *library, GError *error, char *why)
{
    picture_because(why, error ? error->message : "librsvg");
    if (error)
        library->error_free(error);
    return PICTURE_BROKEN;
}

static enum picture_failure look_at(const struct svg_library *library, const unsigned char *bytes,
                                    size_t length, struct size *size, char *why)
{
    GError *error = NULL;
    RsvgHandle *handle = library->new_from_data(bytes, length, &error);
    if (!handle)
        return because(library, error, why);
    library->set_dpi(handle, DOTS);
    *size = size_of(library, handle);
    enum picture_failure failure = PICTURE_OK;
    if (!(size->width > 0) || !(size->height > 0) || !isfinite(size->width * size->height))
        failure = PICTURE_NO_SIZE;
    else if (!try_out(library, handle, *size, &error))
        failure = because(library, error, why);
    library->object_unref(handle);
    return failure;
}

/* Whole pixels, within what a picture may have. */
static unsigned pixels_of(double length)
{
    return (unsigned)fmin(fmax(round(length), 1), LIMIT_IMAGE_PIXELS);
}

enum picture_failure picture_read_svg(struct arena *arena, const unsigned char *bytes, size_t length,
                                      struct image *image, char *why)
{
    struct svg_library library;
    struct size size;
    if (length > LIMIT_SVG_BYTES)
        return PICTURE_TOO_LARGE;
    if (drawing_has_noise((const char *)bytes, length))
        return picture_broken(why, "feTurbulence");
    if (drawing_weight(arena, (const char *)bytes, length) > LIMIT_SVG_ELEMENTS)
        return picture_broken(why, "more than " LIMIT_TEXT(LIMIT_SVG_ELEMENTS) " elements by references");
    if (!svg_library_load(&library))
        return PICTURE_NO_LIBRARY;
    enum picture_failure failure = look_at(&library, bytes, length, &size, why);
    if (failure != PICTURE_OK)
        return failure;
    struct drawing *drawing = ARENA_NEW(arena, struct drawing);
    drawing->bytes = arena_copy(arena, (const char *)bytes, length);
    drawing->length = length;
    drawing->outside = drawing_outside(arena, drawing->bytes, length);
    image->drawing = drawing;
    image->width = pixels_of(size.width);
    image->height = pixels_of(size.height);
    image->wide = (float)(size.width * 72 / DOTS);
    image->tall = (float)(size.height * 72 / DOTS);
    return PICTURE_OK;
}

bool drawing_paint(const struct drawing *drawing, struct _cairo *cairo, double x, double y, double width,
                   double height)
{
    struct svg_library library;
    if (!svg_library_load(&library))
        return false;
    RsvgHandle *handle = library.new_from_data((const guint8 *)drawing->bytes, drawing->length, NULL);
    if (!handle)
        return false;
    library.set_dpi(handle, DOTS);
    const RsvgRectangle viewport = {x, y, width, height};
    bool painted = library.render_document(handle, cairo, &viewport, NULL);
    library.object_unref(handle);
    return painted;
}
