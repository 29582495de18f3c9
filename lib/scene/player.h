/* player.h - plays pages to a painter. A painter's functions are called only from here: NULL ones are
 * skipped, push and begin are balanced by the builder's word, checked here.
 *
 * Painters return nothing: they write to a sink, which remembers its first failure. They never measure. */
#ifndef SCENE_PLAYER_H
#define SCENE_PLAYER_H

#include "scene/scene.h"

struct painter_ops {
    void (*begin_page)(void *self, const struct page *page, size_t index);
    void (*end_page)(void *self);
    void (*text)(void *self, const struct run *run, float x, float y);
    void (*fill)(void *self, const struct path *path, const struct paint *paint);
    void (*stroke)(void *self, const struct path *path, const struct stroke *stroke);
    void (*image)(void *self, const struct image *image, struct rect where);
    void (*push)(void *self, const struct matrix *matrix, const struct path *clip);
    void (*pop)(void *self);
    void (*begin_mark)(void *self, const struct mark *mark);
    void (*end_mark)(void *self, const struct mark *mark);
};

void scene_play_page(const struct scene *scene, size_t index, const struct painter_ops *ops, void *self);
void scene_play(const struct scene *scene, const struct painter_ops *ops, void *self);

#endif
