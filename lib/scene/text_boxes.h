/* text_boxes.h - where the checker's text stands on a page, and which of it overlaps. */
#ifndef SCENE_TEXT_BOXES_H
#define SCENE_TEXT_BOXES_H

#include "base/vector.h"
#include "scene/scene.h"

struct bounds {
    float left, top, right, bottom;
};

/* A run's place on the page: four corners, since it may be turned. */
struct text_box {
    const struct run *run;
    float corners[4][2];
    struct bounds bounds;
};

struct text_boxes {
    VECTOR(struct text_box) list;
};

/* x' and y' of a point. */
void matrix_apply(const struct matrix *matrix, float x, float y, float out[2]);
/* Does `first`, then `second`. */
struct matrix matrix_product(const struct matrix *first, const struct matrix *second);
struct bounds bounds_of(const float (*points)[2], size_t count);
bool bounds_meet(const struct bounds *a, const struct bounds *b);

/* The box from `above` to `below` the baseline (points, `below` downwards) along a run, moved by a matrix. */
struct text_box text_box_of(const struct run *run, float x, float y, float above, float below, float margin,
                            const struct matrix *matrix);
/* Calls `each` for every two boxes that overlap. Sorts the list. */
void text_boxes_overlaps(struct text_boxes *boxes,
                         void (*each)(void *self, const struct text_box *a, const struct text_box *b),
                         void *self);

#endif
