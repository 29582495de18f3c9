#include "scene/player.h"

/* How many pushes and marks are open: pops and ends without one are not passed on. */
struct depth {
    size_t pushes, marks;
};

static void play_item(const struct item *item, const struct painter_ops *ops, void *self, struct depth *depth)
{
    switch (item->type) {
    case ITEM_TEXT:
        if (ops->text)
            ops->text(self, item->as.text.run, item->as.text.x, item->as.text.y);
        break;
    case ITEM_FILL:
        if (ops->fill)
            ops->fill(self, &item->as.fill.path, &item->as.fill.paint);
        break;
    case ITEM_STROKE:
        if (ops->stroke)
            ops->stroke(self, &item->as.stroke.path, &item->as.stroke.stroke);
        break;
    case ITEM_IMAGE:
        if (ops->image)
            ops->image(self, item->as.image.image, item->as.image.where);
        break;
    case ITEM_PUSH:
        depth->pushes++;
        if (ops->push)
            ops->push(self, &item->as.push.matrix, &item->as.push.clip);
        break;
    case ITEM_POP:
        if (depth->pushes == 0)
            break;
        depth->pushes--;
        if (ops->pop)
            ops->pop(self);
        break;
    case ITEM_BEGIN:
        depth->marks++;
        if (ops->begin_mark)
            ops->begin_mark(self, item->as.mark);
        break;
    case ITEM_END:
        if (depth->marks == 0 || !item->as.mark)
            break;
        depth->marks--;
        if (ops->end_mark)
            ops->end_mark(self, item->as.mark);
        break;
    }
}

/* Ends what a page left open, innermost first: going backwards, an opener whose end was not met is open. */
static void close_rest(const struct page *page, const struct painter_ops *ops, void *self, struct depth depth)
{
    struct depth ended = {0};
    for (size_t i = page->count; i > 0 && (depth.pushes || depth.marks); i--) {
        const struct item *item = &page->items[i - 1];
        if (item->type == ITEM_POP) {
            ended.pushes++;
        } else if (item->type == ITEM_END && item->as.mark) {
            ended.marks++;
        } else if (item->type == ITEM_PUSH && ended.pushes) {
            ended.pushes--;
        } else if (item->type == ITEM_BEGIN && ended.marks) {
            ended.marks--;
        } else if (item->type == ITEM_PUSH && depth.pushes) {
            depth.pushes--;
            if (ops->pop)
                ops->pop(self);
        } else if (item->type == ITEM_BEGIN && depth.marks) {
            depth.marks--;
            if (ops->end_mark)
                ops->end_mark(self, item->as.mark);
        }
    }
}

void scene_play_page(const struct scene *scene, size_t index, const struct painter_ops *ops, void *self)
{
    const struct page *page = &scene->pages[index];
    struct depth depth = {0};
    if (ops->begin_page)
        ops->begin_page(self, page, index);
    for (size_t i = 0; i < page->count; i++)
        play_item(&page->items[i], ops, self, &depth);
    close_rest(page, ops, self, depth);
    if (ops->end_page)
        ops->end_page(self);
}

void scene_play(const struct scene *scene, const struct painter_ops *ops, void *self)
{
    for (size_t i = 0; i < scene->page_count; i++)
        scene_play_page(scene, i, ops, self);
}
