/* exif.h - the one thing loa wants of a photograph's EXIF data: which way is up. */
#ifndef SCENE_EXIF_H
#define SCENE_EXIF_H

#include <stddef.h>

/* The orientation, 1 to 8 (EXIF 2.32, 4.6.4.A), of what follows "Exif\0\0" in an APP1 segment; 1, upright,
 * when there is none or it makes no sense. */
unsigned exif_orientation(const unsigned char *bytes, size_t length);

#endif
