/* columns.c - content side by side: column blocks, or parts between rules or headings. */
#include "layout/division.h"
#include "layout/flow.h"

#define MOST_COLUMNS 3
#define LEAST_WIDTH  11 /* of a column, sizes of body text */

static unsigned column_count(const struct layout *layout, size_t parts, float width)
{
    float gutter = layout->sheet->gutter, least = LEAST_WIDTH * layout->sheet->size[TEXT_BODY];
    unsigned columns = parts < MOST_COLUMNS ? (unsigned)parts : MOST_COLUMNS;
    if (parts == 4)
        columns = 2;
    while (columns > 1 && (width - gutter * (float)(columns - 1)) / (float)columns < least)
        columns--;
    return columns;
}

static struct box *parts_grid(struct layout *layout, const struct part_list *parts, float width)
{
    unsigned columns = column_count(layout, parts->at.count, width);
    float gutter = layout->sheet->gutter * 1.4f;
    float each = (width - gutter * (float)(columns - 1)) / (float)columns;
    struct box_list boxes = {0};
    for (size_t i = 0; i < parts->at.count; i++) {
        const struct part *part = &parts->at.at[i];
        struct box *box = flow_blocks(layout, part->first, part->end, each);
        box_list_add(layout, &boxes, box ? box : space_create(layout, each, 0));
    }
    if (columns == 1)
        return stack_create(layout, &boxes, width);
    struct box *grid = grid_create(layout, &boxes, columns, gutter, gutter);
    grid->before = grid->after = layout->sheet->gap * 1.5f;
    return grid;
}

struct box *columns_box(struct layout *layout, const struct node *block, float width)
{
    struct part_list parts = {0};
    parts_of_block(layout->arena, block, &parts);
    if (parts.at.count < 2)
        return flow_blocks(layout, block->first, NULL, width);
    struct box *intro = flow_blocks(layout, block->first, parts.at.at[0].outer, width);
    return stack_of(layout, width, intro, parts_grid(layout, &parts, width));
}
