/* raster.h - a page of a scene as pixels, through cairo. Everything it opens is its own, so pages may be
 * painted on several threads. */
#ifndef FORMATS_PNG_RASTER_H
#define FORMATS_PNG_RASTER_H

#include "scene/scene.h"

/* 0xXXRRGGBB pixels, rows without gaps. */
struct raster {
    unsigned width, height;
    uint32_t *pixels;
};

enum raster_failure { RASTER_OK, RASTER_TOO_LARGE, RASTER_NO_FONT, RASTER_FAULT };

/* How many pixels a page has at its scale; false when that is none or beyond what can be painted. */
bool raster_size(const struct page *page, struct raster *raster);
/* Paints a page; the pixels live in the arena. `why` gets the path of the font that could not be opened, or
 * cairo's words, and lives as long as the scene. */
enum raster_failure raster_page(const struct scene *scene, size_t index, struct arena *arena,
                                struct raster *raster, const char **why);

#endif
