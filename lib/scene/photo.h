/* photo.h - JPEG pictures (ITU-T T.81), kept as the file they came in: formats that know JPEG take its bytes,
 * the others ask for pixels of the size they need.
 *
 * The bytes hold what decoding needs and nothing else: EXIF with its places and times, thumbnails, comments,
 * profiles and what cameras append are left out. */
#ifndef SCENE_PHOTO_H
#define SCENE_PHOTO_H

#include "scene/picture.h"

/* How the stored rows and columns lie when the picture stands upright. First rows and columns change places,
 * then each is counted from its other end. */
struct turn {
    bool swapped;     /* stored columns run downwards */
    bool flip_column; /* stored columns begin at the right, or at the bottom */
    bool flip_row;    /* stored rows begin at the bottom, or at the right */
};

struct photo {
    const unsigned char *bytes;
    size_t length;
    struct turn turn;       /* said by EXIF, which the bytes no longer hold */
    unsigned width, height; /* as stored */
    unsigned components;    /* 1 grey, 3 colour, 4 printing inks */
    bool plain_rgb;         /* three components that are not YCbCr */
    bool inverted;          /* four components where 255 is no ink, as Adobe writes them */
    bool arithmetic;        /* packed in the way that PDF does not know */
};

/* Copies what decoding needs, and finds the turn. */
enum picture_failure photo_clean(struct arena *arena, const unsigned char *bytes, size_t length,
                                 struct photo *photo);
/* Decoded and upright: all pixels, or half, a quarter, an eighth a side while that is at least width ×
 * height. */
struct pixels photo_pixels(struct arena *arena, const struct photo *photo, unsigned width, unsigned height);

#endif
