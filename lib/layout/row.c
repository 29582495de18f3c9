/* row.c - boxes side by side, and grids of rows. */
#include "layout/box.h"

struct row {
    struct box box;
    const struct box *const *children;
    const float *x; /* of each child, from the row's left */
    size_t count;
};

static void row_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct row *row = (const struct row *)box;
    for (size_t i = 0; i < row->count; i++)
        box_draw(layout, row->children[i], x + row->x[i], y);
}

static struct row *row_make(struct layout *layout, const struct box *const *children, const float *x,
                            size_t count);

/* A row taller than a page: each column is cut where it must be; one that ends early leaves an empty box
 * below. */
static bool row_split(struct layout *layout, const struct box *box, float room, bool force,
                      const struct box **head, const struct box **tail)
{
    const struct row *row = (const struct row *)box;
    if (!force)
        return false;
    const struct box **upper = ARENA_ARRAY(layout->arena, const struct box *, row->count);
    const struct box **lower = ARENA_ARRAY(layout->arena, const struct box *, row->count);
    for (size_t i = 0; i < row->count; i++) {
        const struct box *child = row->children[i];
        if (box_split(layout, child, room, true, &upper[i], &lower[i]))
            continue;
        if (child->height > room)
            return false;
        upper[i] = child;
        lower[i] = space_create(layout, child->width, 0);
    }
    struct row *parts[2] = {row_make(layout, upper, row->x, row->count),
                            row_make(layout, lower, row->x, row->count)};
    for (int i = 0; i < 2; i++) {
        parts[i]->box.mark = row->box.mark;
        parts[i]->box.palette = row->box.palette;
        parts[i]->box.width = row->box.width;
    }
    *head = &parts[0]->box;
    *tail = &parts[1]->box;
    return true;
}

static struct row *row_make(struct layout *layout, const struct box *const *children, const float *x,
                            size_t count)
{
    static const struct box_ops ops = {.draw = row_draw, .split = row_split};
    struct row *row = ARENA_NEW(layout->arena, struct row);
    row->box.ops = &ops;
    row->children = children;
    row->x = x;
    row->count = count;
    for (size_t i = 0; i < count; i++) {
        const struct box *child = children[i];
        if (child->height > row->box.height)
            row->box.height = child->height;
        if (child->before > row->box.before)
            row->box.before = child->before;
        if (child->after > row->box.after)
            row->box.after = child->after;
        row->box.width = x[i] + child->width;
    }
    if (count)
        row->box.baseline = children[0]->baseline;
    return row;
}

struct box *row_create(struct layout *layout, const struct box_list *list, float gutter)
{
    size_t count = list->boxes.count;
    const struct box **children = ARENA_ARRAY(layout->arena, const struct box *, count + 1);
    float *x = ARENA_ARRAY(layout->arena, float, count + 1);
    float left = 0, tallest = 0;
    for (size_t i = 0; i < count; i++) {
        struct box *child = list->boxes.at[i];
        children[i] = child;
        x[i] = left;
        left += child->width + gutter;
        if (child->height > tallest)
            tallest = child->height;
    }
    for (size_t i = 0; i < count; i++)
        if (list->boxes.at[i]->stretches)
            list->boxes.at[i]->height = tallest;
    return &row_make(layout, children, x, count)->box;
}

struct box *grid_create(struct layout *layout, const struct box_list *list, unsigned columns, float gutter)
{
    struct box_list rows = {0};
    float width = 0;
    for (size_t i = 0; i < list->boxes.count; i += columns) {
        struct box_list cells = {0};
        for (size_t j = i; j < list->boxes.count && j < i + columns; j++)
            box_list_add(layout, &cells, list->boxes.at[j]);
        struct box *row = row_create(layout, &cells, gutter);
        if (row->width > width)
            width = row->width;
        if (i > 0)
            row->before = gutter;
        if (i + columns < list->boxes.count)
            row->after = gutter;
        box_list_add(layout, &rows, row);
    }
    return stack_create(layout, &rows, width);
}
