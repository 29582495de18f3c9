/* svg_library.h - librsvg, loaded when the first SVG is met: linking it would cost each run 3.5 ms. */
#ifndef SCENE_SVG_LIBRARY_H
#define SCENE_SVG_LIBRARY_H

#include <librsvg/rsvg.h>
#include <stdbool.h>

/* Its functions that loa calls; without their prefixes, they are what its manual says. */
struct svg_library {
    RsvgHandle *(*new_from_data)(const guint8 *data, gsize length, GError **error);
    void (*set_dpi)(RsvgHandle *handle, double dpi);
    gboolean (*get_intrinsic_size_in_pixels)(RsvgHandle *handle, gdouble *width, gdouble *height);
    void (*get_intrinsic_dimensions)(RsvgHandle *handle, gboolean *has_width, RsvgLength *width,
                                     gboolean *has_height, RsvgLength *height, gboolean *has_box,
                                     RsvgRectangle *box);
    gboolean (*get_geometry_for_layer)(RsvgHandle *handle, const char *id, const RsvgRectangle *viewport,
                                       RsvgRectangle *ink, RsvgRectangle *logical, GError **error);
    gboolean (*render_document)(RsvgHandle *handle, cairo_t *cairo, const RsvgRectangle *viewport,
                                GError **error);
    void (*object_unref)(gpointer object);
    void (*error_free)(GError *error);
};

/* False when it is not installed, or too old. Once loaded it stays: its types can't be registered twice. */
bool svg_library_load(struct svg_library *library);

#endif
