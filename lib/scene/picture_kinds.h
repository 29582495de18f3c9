/* picture_kinds.h - the readers of picture.c's table, one a kind. */
#ifndef SCENE_PICTURE_KINDS_H
#define SCENE_PICTURE_KINDS_H

#include "scene/picture.h"

/* `image` is clear; `why` has room for 200 bytes. What was allocated before a failure is given back by the
 * caller. */
typedef enum picture_failure picture_reader(struct arena *arena, const unsigned char *bytes, size_t length,
                                            struct image *image, char *why);

picture_reader picture_read_png;  /* picture_png.c */
picture_reader picture_read_jpeg; /* picture_jpeg.c */
picture_reader picture_read_svg;  /* picture_svg.c */

/* Cuts a message to its room, and space from its end. */
void picture_because(char *why, const char *message);
/* The same, and PICTURE_BROKEN. */
enum picture_failure picture_broken(char *why, const char *message);

#endif
