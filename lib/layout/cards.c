/* cards.c - key points and big figures: list items in tiles. */
#include "layout/flow.h"
#include "layout/tile.h"

static struct box *tiles_box(struct layout *layout, const struct node *block, float width,
                             const struct tile_style *style)
{
    const struct node *list = block_list(block);
    if (!list)
        return flow_blocks(layout, block->first, NULL, width);
    struct box *grid = tiles_grid(layout, list->first, width, style);
    if (grid)
        grid->mark = mark_create(layout, MARK_LIST, list->place);
    return around_list(layout, block, grid, width);
}

struct box *cards_box(struct layout *layout, const struct node *block, float width)
{
    struct tile_style style = {.lead = TEXT_H3, .least = layout->sheet->size[TEXT_BODY] * 12};
    return tiles_box(layout, block, width, &style);
}

struct box *stats_box(struct layout *layout, const struct node *block, float width)
{
    struct tile_style style = {
        .lead = TEXT_FIGURE, .least = layout->sheet->size[TEXT_BODY] * 10, .figures = true, .opening = true};
    return tiles_box(layout, block, width, &style);
}
