/* stats.c - big figures: what they count in a line, the source small beneath. Never a figure without its
 * source. */
#include "layout/flow.h"

/* What follows the figure: the rest of its paragraph, without the dash that may join them. */
static struct box *stat_caption(struct layout *layout, const struct node *paragraph,
                                const struct node *figure, float width)
{
    struct text_look look = {.role = TEXT_BODY, .balanced = true};
    return text_of_inlines(layout, figure ? figure->next : paragraph->first, width, &look);
}

static struct box *stat_tile(struct layout *layout, const struct node *item, float width)
{
    const struct node *paragraph = item->first;
    const struct node *figure = paragraph ? node_bold_lead(paragraph) : NULL;
    struct text_look look = {.role = TEXT_FIGURE, .colour = layout->palette->accent, .bold = true};
    struct box_list parts = {0};
    struct box *number = figure ? text_fitted(layout, figure, width, &look) : NULL;
    if (number) {
        number->after = layout->sheet->gap * 0.3f;
        number->keep_next = true;
    }
    box_list_add(layout, &parts, number);
    if (paragraph && paragraph->type == NODE_PARAGRAPH) {
        box_list_add(layout, &parts, stat_caption(layout, paragraph, figure, width));
        paragraph = paragraph->next;
    }
    layout->depth++; /* the tile shows its sources once, at its foot */
    box_list_add(layout, &parts, flow_blocks(layout, paragraph, NULL, width));
    layout->depth--;
    struct box *sources = sources_box(layout, item, width);
    if (sources)
        sources->before = layout->sheet->gap * 0.6f;
    box_list_add(layout, &parts, sources);
    return stack_create(layout, &parts, width);
}

static unsigned child_count(const struct node *list)
{
    unsigned count = 0;
    for (const struct node *item = list->first; item; item = item->next)
        count++;
    return count;
}

static unsigned tile_columns(const struct layout *layout, const struct node *list)
{
    unsigned count = child_count(list), most = layout->sheet->tiles;
    if (count <= most)
        return count ? count : 1;
    return count == 4 && most == 3 ? 2 : most;
}

/* A tile has a line of the accent above it, so that a row of them reads as one thing without boxes. */
static struct box *stat_card(struct layout *layout, const struct node *item, float width)
{
    struct card_style style = {.fill = layout->palette->tint,
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad * 0.8f,
                               .radius = layout->sheet->radius};
    const struct palette *outer = layout->palette;
    const struct palette *palette =
        layout_palette(layout, palette_on(layout->theme, outer->tint, outer->ground));
    layout->palette = palette;
    struct box *body = stat_tile(layout, item, card_inner(width, &style));
    layout->palette = outer;
    if (!body)
        return NULL;
    struct box *card = card_create(layout, body, width, &style);
    card->palette = palette;
    card->mark = mark_create(layout, MARK_ITEM, item->place);
    return card;
}

struct box *stats_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    if (!list)
        return flow_blocks(layout, block->first, NULL, width);
    unsigned columns = tile_columns(layout, list);
    float gutter = layout->sheet->gutter;
    float each = (width - gutter * (float)(columns - 1)) / (float)columns;
    struct box_list tiles = {0};
    const struct node *item = list->first;
    /* One over, and the first opens the row below it across the full width. */
    struct box *opening = columns == 2 && child_count(list) % 2 ? stat_card(layout, item, width) : NULL;
    for (item = opening ? item->next : item; item; item = item->next)
        box_list_add(layout, &tiles, stat_card(layout, item, each));
    struct box *grid = tiles.boxes.count ? grid_create(layout, &tiles, columns, gutter) : NULL;
    if (opening) {
        opening->after = gutter;
        grid = stack_of(layout, width, opening, grid);
    }
    if (grid)
        grid->mark = mark_create(layout, MARK_LIST, list->place);
    return around_list(layout, block, grid, width);
}
