#include "scene/text_boxes.h"
#include <math.h>
#include <stdlib.h>

void matrix_apply(const struct matrix *matrix, float x, float y, float out[2])
{
    out[0] = matrix->a * x + matrix->c * y + matrix->e;
    out[1] = matrix->b * x + matrix->d * y + matrix->f;
}

struct matrix matrix_product(const struct matrix *first, const struct matrix *second)
{
    const struct matrix *m = first, *n = second;
    return (struct matrix){.a = m->a * n->a + m->b * n->c,
                           .b = m->a * n->b + m->b * n->d,
                           .c = m->c * n->a + m->d * n->c,
                           .d = m->c * n->b + m->d * n->d,
                           .e = m->e * n->a + m->f * n->c + n->e,
                           .f = m->e * n->b + m->f * n->d + n->f};
}

struct bounds bounds_of(const float (*points)[2], size_t count)
{
    struct bounds bounds = {HUGE_VALF, HUGE_VALF, -HUGE_VALF, -HUGE_VALF};
    for (size_t i = 0; i < count; i++) {
        bounds.left = fminf(bounds.left, points[i][0]);
        bounds.top = fminf(bounds.top, points[i][1]);
        bounds.right = fmaxf(bounds.right, points[i][0]);
        bounds.bottom = fmaxf(bounds.bottom, points[i][1]);
    }
    return bounds;
}

bool bounds_meet(const struct bounds *a, const struct bounds *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

struct text_box text_box_of(const struct run *run, float x, float y, float above, float below, float margin,
                            const struct matrix *matrix)
{
    struct text_box box = {.run = run};
    float left = x + margin, right = x + run->width - margin;
    float top = y - above + margin, bottom = y + below - margin;
    matrix_apply(matrix, left, top, box.corners[0]);
    matrix_apply(matrix, right, top, box.corners[1]);
    matrix_apply(matrix, right, bottom, box.corners[2]);
    matrix_apply(matrix, left, bottom, box.corners[3]);
    box.bounds = bounds_of((const float(*)[2])box.corners, 4);
    return box;
}

/* ---- Overlaps ---- */

/* How far a box reaches along an axis. */
static void project(const struct text_box *box, float x, float y, float *low, float *high)
{
    *low = HUGE_VALF;
    *high = -HUGE_VALF;
    for (int i = 0; i < 4; i++) {
        float at = box->corners[i][0] * x + box->corners[i][1] * y;
        *low = fminf(*low, at);
        *high = fmaxf(*high, at);
    }
}

/* Whether one of a's sides has all of b beyond it (separating axes of two parallelograms). */
static bool separated_by_side(const struct text_box *a, const struct text_box *b)
{
    for (int i = 0; i < 2; i++) {
        float x = a->corners[i][1] - a->corners[i + 1][1], y = a->corners[i + 1][0] - a->corners[i][0];
        float a_low, a_high, b_low, b_high;
        project(a, x, y, &a_low, &a_high);
        project(b, x, y, &b_low, &b_high);
        if (a_high <= b_low || b_high <= a_low)
            return true;
    }
    return false;
}

static int by_top(const void *left, const void *right)
{
    const struct text_box *a = left, *b = right;
    if (a->bounds.top != b->bounds.top)
        return a->bounds.top < b->bounds.top ? -1 : 1;
    return (a->bounds.left > b->bounds.left) - (a->bounds.left < b->bounds.left);
}

/* Downwards through the page, comparing a box only with those that begin beside it. */
void text_boxes_overlaps(struct text_boxes *boxes,
                         void (*each)(void *self, const struct text_box *a, const struct text_box *b),
                         void *self)
{
    if (boxes->list.count == 0)
        return;
    qsort(boxes->list.at, boxes->list.count, sizeof *boxes->list.at, by_top);
    for (size_t i = 0; i < boxes->list.count; i++) {
        const struct text_box *a = &boxes->list.at[i];
        for (size_t j = i + 1; j < boxes->list.count && boxes->list.at[j].bounds.top < a->bounds.bottom;
             j++) {
            const struct text_box *b = &boxes->list.at[j];
            if (bounds_meet(&a->bounds, &b->bounds) && !separated_by_side(a, b) && !separated_by_side(b, a))
                each(self, a, b);
        }
    }
}
