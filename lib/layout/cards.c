/* cards.c - key points and big figures: list items in tiles. */
#include "layout/flow.h"
#include "layout/tile.h"

static const float card_width = 12, stat_width = 10; /* least, in sizes of body text */

static struct tile_style card_tiles(const struct layout *layout)
{
    return (struct tile_style){.lead = TEXT_H3, .least = layout->sheet->size[TEXT_BODY] * card_width};
}

static struct tile_style stat_tiles(const struct layout *layout)
{
    return (struct tile_style){
        .lead = TEXT_FIGURE, .least = layout->sheet->size[TEXT_BODY] * stat_width, .figures = true};
}

static struct box *list_tiles(struct layout *layout, const struct node *list, float width,
                              const struct tile_style *style)
{
    const struct node *first = list->first && list->first == layout->titled ? list->first->next : list->first;
    struct box *grid = tiles_grid(layout, first, width, style);
    if (grid)
        grid->mark = mark_create(layout, MARK_LIST, list->place);
    return grid;
}

static struct box *tiles_box(struct layout *layout, const struct node *block, float width,
                             const struct tile_style *style)
{
    const struct node *list = block_list(block);
    if (!list)
        return flow_blocks(layout, block->first, NULL, width);
    return around_list(layout, block, list_tiles(layout, list, width, style), width);
}

struct box *list_cards_box(struct layout *layout, const struct node *list, float width)
{
    struct tile_style style = card_tiles(layout);
    return list_tiles(layout, list, width, &style);
}

bool is_card_table(const struct node *table)
{
    size_t rows = node_count(table);
    return table->columns == 3 && rows >= 3 && rows <= 7 && table->first->header;
}

struct box *table_cards_box(struct layout *layout, const struct node *table, float width)
{
    struct tile_style style = card_tiles(layout);
    struct box *grid = tiles_grid(layout, table->first->next, width, &style);
    if (grid)
        grid->mark = mark_create(layout, MARK_LIST, table->place);
    return grid;
}

struct box *list_points_box(struct layout *layout, const struct node *list, float width)
{
    struct tile_style style = {.lead = TEXT_H3, .least = layout->sheet->size[TEXT_BODY] * 13, .bar = true};
    return list_tiles(layout, list, width, &style);
}

struct box *list_stats_box(struct layout *layout, const struct node *list, float width)
{
    struct tile_style style = stat_tiles(layout);
    return list_tiles(layout, list, width, &style);
}

struct box *cards_box(struct layout *layout, const struct node *block, float width)
{
    struct tile_style style = card_tiles(layout);
    return tiles_box(layout, block, width, &style);
}

struct box *stats_box(struct layout *layout, const struct node *block, float width)
{
    struct tile_style style = stat_tiles(layout);
    return tiles_box(layout, block, width, &style);
}
