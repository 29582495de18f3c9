/* row.c - boxes side by side, and grids of rows. */
#include "layout/box.h"

struct row_cell {
    const struct box *box;
    float x, y; /* from the row's top left */
};

struct row {
    struct box box;
    const struct row_cell *cells;
    size_t count;
};

static void row_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct row *row = (const struct row *)box;
    for (size_t i = 0; i < row->count; i++)
        box_draw(layout, row->cells[i].box, x + row->cells[i].x, y + row->cells[i].y);
}

static struct row *row_make(struct layout *layout, const struct row_cell *cells, size_t count);

/* Cards side by side that are taller than a page are read one after the other, so they stand one below the
 * other, and what is said in one is not cut by what is said in the next. */
static bool cards_split(struct layout *layout, const struct row *row, float room, const struct box **head,
                        const struct box **tail)
{
    struct box_list cards = {0};
    for (size_t i = 0; i < row->count; i++)
        box_list_add(layout, &cards, (struct box *)(uintptr_t)box_relax(layout, row->cells[i].box));
    struct box *stack = stack_create(layout, &cards, row->box.width);
    stack->mark = row->box.mark;
    stack->palette = row->box.palette;
    return box_split(layout, stack, room, true, head, tail);
}

/* A row of a table taller than a page: each cell is cut where it must be; one that ends early leaves an empty
 * box below. */
static bool row_split(struct layout *layout, const struct box *box, float room, bool force,
                      const struct box **head, const struct box **tail)
{
    const struct row *row = (const struct row *)box;
    if (!force)
        return false;
    if (!box->mark || box->mark->type != MARK_ROW)
        return cards_split(layout, row, room, head, tail);
    struct row_cell *upper = ARENA_ARRAY(layout->arena, struct row_cell, row->count);
    struct row_cell *lower = ARENA_ARRAY(layout->arena, struct row_cell, row->count);
    for (size_t i = 0; i < row->count; i++) {
        const struct row_cell *cell = &row->cells[i];
        upper[i] = *cell;
        lower[i] = (struct row_cell){.x = cell->x};
        if (box_split(layout, cell->box, room - cell->y, true, &upper[i].box, &lower[i].box))
            continue;
        upper[i].box = box_relax(layout, cell->box);
        if (cell->y + upper[i].box->height > room)
            return false;
        lower[i].box = space_create(layout, cell->box->width, 0);
    }
    const struct box **parts[2] = {head, tail};
    for (int i = 0; i < 2; i++) {
        struct row *part = row_make(layout, i ? lower : upper, row->count);
        part->box.mark = row->box.mark;
        part->box.palette = row->box.palette;
        *parts[i] = &part->box;
    }
    return true;
}

static float larger(float a, float b)
{
    return a > b ? a : b;
}

static struct row *row_make(struct layout *layout, const struct row_cell *cells, size_t count)
{
    static const struct box_ops ops = {.draw = row_draw, .split = row_split};
    struct row *row = ARENA_NEW(layout->arena, struct row);
    row->box.ops = &ops;
    row->cells = cells;
    row->count = count;
    for (size_t i = 0; i < count; i++) {
        const struct box *box = cells[i].box;
        row->box.height = larger(row->box.height, cells[i].y + box->height);
        row->box.before = larger(row->box.before, box->before);
        row->box.after = larger(row->box.after, box->after);
        row->box.width = larger(row->box.width, cells[i].x + box->width);
    }
    if (count && cells[0].box->baseline > 0)
        row->box.baseline = cells[0].y + cells[0].box->baseline;
    return row;
}

struct box *row_create(struct layout *layout, const struct box_list *list, float gutter, enum row_align align)
{
    size_t count = list->boxes.count;
    struct row_cell *cells = ARENA_ARRAY(layout->arena, struct row_cell, count + 1);
    float left = 0, tallest = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = align == ROW_FROM_RIGHT ? count - 1 - i : i;
        struct box *box = list->boxes.at[at];
        cells[at] = (struct row_cell){.box = box, .x = left};
        left += box->width + gutter;
        tallest = larger(tallest, box->height);
    }
    for (size_t i = 0; i < count; i++) {
        struct box *box = list->boxes.at[i];
        if (box->stretches)
            box->height = tallest;
        else if (align == ROW_MIDDLE)
            cells[i].y = (tallest - box->height) / 2;
    }
    return &row_make(layout, cells, count)->box;
}

struct box *grid_create(struct layout *layout, const struct box_list *list, unsigned columns, float gutter,
                        float row_gap)
{
    struct box_list rows = {0};
    float width = 0;
    for (size_t i = 0; i < list->boxes.count; i += columns) {
        struct box_list cells = {0};
        for (size_t j = i; j < list->boxes.count && j < i + columns; j++)
            box_list_add(layout, &cells, list->boxes.at[j]);
        struct box *row = row_create(layout, &cells, gutter, ROW_TOP);
        width = larger(width, row->width);
        if (i > 0)
            row->before = row_gap;
        if (i + columns < list->boxes.count)
            row->after = row_gap;
        box_list_add(layout, &rows, row);
    }
    return stack_create(layout, &rows, width);
}
