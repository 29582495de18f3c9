/* picture.h - pictures in: the bytes of a file, read within limits. Broken, too large or other files are a
 * status and words, never a crash.
 *
 * Colours are taken as sRGB: profiles and gamma of a file are not followed. */
#ifndef SCENE_PICTURE_H
#define SCENE_PICTURE_H

#include "scene/scene.h"

enum picture_failure {
    PICTURE_OK,
    PICTURE_UNKNOWN, /* of no kind that is read; `why` names the kind when it is known, else it is empty */
    PICTURE_CUT,     /* the file ends too early */
    PICTURE_CHANGED, /* the first bytes are wrong, as after copying the file as text */
    PICTURE_NO_SIZE, /* no size, or one that the file is far too short for */
    PICTURE_BROKEN,  /* `why` gets the decoder's words */
    PICTURE_TOO_LARGE,
    PICTURE_NO_LIBRARY /* SVG without librsvg */
};

/* Fills everything but the number; what it points at lives in the arena. Only a good picture changes
 * `image`. */
enum picture_failure picture_decode(struct arena *arena, const char *bytes, size_t length,
                                    struct image *image, char why[200]);

/* 8-bit RGBA, not premultiplied, rows without gaps. */
struct pixels {
    unsigned width, height;
    const uint8_t *rgba;
};

/* The picture, which is no drawing, no larger than width × height, its own size when that is smaller; in the
 * arena or as long-lived as the image. Reduced by areas, in linear light. */
struct pixels picture_pixels(struct arena *arena, const struct image *image, unsigned width, unsigned height);

#endif
