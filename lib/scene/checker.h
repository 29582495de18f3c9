/* checker.h - what must hold of every scene: nothing outside its page, no two text runs overlapping, nothing
 * zero-sized where text is, pushes, pops and marks balanced and properly nested (a cell in a row in a table
 * …), every text either in a content mark or in an artifact. */
#ifndef SCENE_CHECKER_H
#define SCENE_CHECKER_H

#include "scene/scene.h"

typedef void scene_fault_fn(void *self, size_t page, const char *what);
/* Calls `fault` (may be NULL) for each fault in words ("text “…” sticks out of the page by 3.2 pt at the
 * right"); returns how many. */
size_t scene_check(const struct scene *scene, scene_fault_fn *fault, void *self);

#endif
