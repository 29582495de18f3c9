/* picture.h - pictures in: PNG bytes to pixels, through libpng. Any kind (palette, 16-bit, interlaced, tRNS)
 * comes out as 8-bit RGBA. Broken, too large or other files are a status and words, never a crash. */
#ifndef SCENE_PICTURE_H
#define SCENE_PICTURE_H

#include "scene/scene.h"

enum picture_failure { PICTURE_OK, PICTURE_NOT_PNG, PICTURE_BROKEN, PICTURE_TOO_LARGE };

/* Fills width, height, pixels, opaque; pixels live in the arena. `why` gets libpng's words, may be NULL. */
enum picture_failure picture_decode(struct arena *arena, const char *bytes, size_t length,
                                    struct image *image, char why[200]);

#endif
