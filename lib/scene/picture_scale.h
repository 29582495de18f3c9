/* picture_scale.h - pictures made smaller. */
#ifndef SCENE_PICTURE_SCALE_H
#define SCENE_PICTURE_SCALE_H

#include "scene/picture.h"

/* `from` with fewer pixels: each is the average of the area it covers, weighted by alpha, in linear light (so
 * that fine patterns keep their brightness). Neither side may be larger than from's, or 0. */
struct pixels pixels_reduce(struct arena *arena, struct pixels from, unsigned width, unsigned height);

#endif
