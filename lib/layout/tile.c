#include "layout/tile.h"
#include "layout/chart.h"
#include "layout/flow.h"

/* ---- A share of the whole as a bar or as people ---- */

struct aside {
    struct box box;
    const struct box *child;
};

static void aside_draw(struct layout *layout, const struct box *box, float x, float y)
{
    artifact_begin(layout); /* the figure above says it */
    box_draw(layout, ((const struct aside *)box)->child, x, y);
    artifact_end(layout);
}

/* "72,1%" has a bar, "4 trong 10" so many people; anything else is no share, nor is "1/6", which may be a
 * day. */
static struct box *share_box(struct layout *layout, const struct node *figure, float width)
{
    static const struct box_ops ops = {.draw = aside_draw};
    float size = layout->sheet->size[TEXT_BODY], gap = layout->sheet->gap * 0.6f;
    struct quantity quantity;
    double share;
    if (!quantity_read(layout->arena, node_plain_text(layout->arena, figure), NUMBER_COMMA, &quantity) ||
        *quantity.unit == '/' || !quantity_share(&quantity, &share))
        return NULL;
    struct crowd_size people = crowd_size_of(&quantity);
    struct aside *aside = ARENA_NEW(layout->arena, struct aside);
    aside->child = quantity.of ? crowd_box(layout, &people, width, size * 2.4f)
                               : gauge_box(layout, share, width, size * 0.5f);
    aside->box = (struct box){.ops = &ops,
                              .width = width,
                              .height = aside->child->height,
                              .before = gap * 0.6f,
                              .after = gap,
                              .keep_next = true};
    return &aside->box;
}

/* ---- Tiles ---- */

static float tile_pad(const struct layout *layout, const struct tile_style *style)
{
    return layout->sheet->pad * (style->figures ? 0.85f : 1);
}

static struct text_look lead_look(const struct layout *layout, const struct tile_style *style, float scale)
{
    return (struct text_look){.role = style->lead,
                              .colour = style->figures ? layout->palette->accent : layout->palette->heading,
                              .bold = true,
                              .balanced = !style->figures,
                              .scale = scale};
}

static struct box *tile_content(struct layout *layout, const struct node *item, float width,
                                const struct tile_style *style, float scale)
{
    const struct node *paragraph = item->first, *lead = node_bold_lead(paragraph);
    struct text_look body = {.role = TEXT_BODY, .balanced = style->figures};
    struct box_list parts = {0};
    if (lead) {
        struct text_look look = lead_look(layout, style, scale);
        struct box *head = text_of_node(layout, lead, width, &look);
        if (head) {
            head->keep_next = true;
            head->after = layout->sheet->gap * 0.3f;
        }
        box_list_add(layout, &parts, head);
        if (style->figures)
            box_list_add(layout, &parts, share_box(layout, lead, width));
        struct box *rest = text_of_rest(layout, lead, width, &body);
        if (rest)
            rest->before = 0;
        box_list_add(layout, &parts, rest);
        box_list_add(layout, &parts, pictures_box(layout, paragraph, width));
        paragraph = paragraph->next;
    }
    layout->depth++;
    layout->inside++; /* sources stand once, at the tile's foot or below all tiles */
    box_list_add(layout, &parts, flow_blocks(layout, paragraph, NULL, width));
    layout->inside--;
    layout->depth--;
    return stack_create(layout, &parts, width);
}

/* A table's row as a tile: the first cell leads, the second says it, the last is small with its column's
 * name. */
static struct box *row_content(struct layout *layout, const struct node *row, float width)
{
    const struct node *lead = row->first, *text = lead ? lead->next : NULL, *last = text ? text->next : NULL;
    struct text_look head = {
        .role = TEXT_H3, .colour = layout->palette->heading, .bold = true, .balanced = true};
    struct text_look body = {.role = TEXT_BODY},
                     small = {.role = TEXT_SMALL, .colour = layout->palette->muted};
    struct box_list parts = {0};
    struct box *title = lead ? text_of_node(layout, lead, width, &head) : NULL;
    if (title)
        title->after = layout->sheet->gap * 0.3f;
    box_list_add(layout, &parts, title);
    struct box *says = text ? text_of_node(layout, text, width, &body) : NULL;
    if (says)
        says->before = 0;
    box_list_add(layout, &parts, says);
    if (last) {
        const char *column = node_plain_text(layout->arena, row->parent->first->last);
        const char *words =
            arena_format(layout->arena, "%s: %s", column, node_plain_text(layout->arena, last));
        box_list_add(layout, &parts, text_of_string(layout, words, width, &small));
    }
    return stack_create(layout, &parts, width);
}

static struct box *tile_box(struct layout *layout, const struct node *item, float width,
                            const struct tile_style *style, float scale)
{
    const struct palette *outer = layout->palette;
    struct card_style card_style = {.fill = outer->tint,
                                    .pad_x = tile_pad(layout, style),
                                    .pad_y = layout->sheet->pad * 0.85f,
                                    .bar = style->bar ? outer->accent : (struct colour){0, 0, 0, 0},
                                    .radius = layout->sheet->radius};
    const struct palette *palette =
        layout_palette(layout, palette_on(layout->theme, outer->tint, outer->ground));
    layout->palette = palette;
    float inner = card_inner(width, &card_style);
    bool row = item->type == NODE_ROW;
    struct box *content =
        row ? row_content(layout, item, inner) : tile_content(layout, item, inner, style, scale);
    bool sources = style->figures && layout->inside == 0;
    struct box *foot = sources ? sources_box(layout, item, inner) : NULL;
    layout->palette = outer;
    if (!content)
        return NULL;
    if (foot)
        foot->before = layout->sheet->gap * 0.8f;
    struct box *card = card_with_foot(layout, content, foot, width, &card_style);
    card->palette = palette;
    card->mark = mark_create(layout, MARK_ITEM, item->place);
    return card;
}

/* The scale at which the widest of `count` figures still stands on one line of its tile. */
static float figure_scale(struct layout *layout, const struct node *first, unsigned count, float width,
                          const struct tile_style *style)
{
    float inner = width - 2 * tile_pad(layout, style), scale = 1;
    for (const struct node *item = first; style->figures && item && count; item = item->next, count--) {
        const struct node *lead = node_bold_lead(item->first);
        struct text_look look = lead_look(layout, style, 1);
        float natural = lead ? text_widths(layout, lead, &look).natural : 0;
        if (natural * scale > inner)
            scale = inner / natural * 0.995f;
    }
    return scale > 0.4f ? scale : 0.4f;
}

static unsigned item_count(const struct node *first)
{
    unsigned count = 0;
    for (const struct node *item = first; item; item = item->next)
        count++;
    return count;
}

static float tile_width(const struct layout *layout, unsigned columns, float width)
{
    return (width - layout->sheet->gutter * (float)(columns - 1)) / (float)columns;
}

#define SMALLEST_FIGURE 0.7f /* of its size, in a row of several */
#define TALLEST_TILE    1.6f /* of its width: what is taller is a column of text */

/* Whether an item has room in a tile: its figure on one line and still large, no word divided, and not
 * more text than a tile should hold. */
static bool has_room(struct layout *layout, const struct node *item, float inner,
                     const struct tile_style *style)
{
    const struct text_look head = lead_look(layout, style, 1), body = {.role = TEXT_BODY};
    const struct node *lead = item->type == NODE_ROW ? item->first : node_bold_lead(item->first);
    struct paragraph_widths leads = {0};
    float line = layout->sheet->size[TEXT_BODY] * layout->sheet->leading[TEXT_BODY], area = 0;
    if (lead)
        leads = text_widths(layout, lead, &head);
    if (style->figures ? leads.natural * SMALLEST_FIGURE > inner : leads.minimum > inner)
        return false;
    for (const struct node *part = item->first; part; part = part->next) {
        if (part->type != NODE_PARAGRAPH && part->type != NODE_CELL)
            continue;
        struct paragraph_widths widths = text_widths(layout, part, &body);
        if (widths.minimum > inner)
            return false;
        area += widths.natural * line;
    }
    return area <= TALLEST_TILE * inner * inner;
}

/* Of all items but `alone`. */
static bool all_have_room(struct layout *layout, const struct node *first, const struct node *alone,
                          float inner, const struct tile_style *style)
{
    for (const struct node *item = first; item; item = item->next)
        if (item != alone && !has_room(layout, item, inner, style))
            return false;
    return true;
}

/* The tile that one over in two columns has a row to itself: a figure opens the grid, other tiles close it.
 * NULL: none is over. */
static const struct node *tile_alone(const struct node *first, unsigned count, unsigned columns,
                                     const struct tile_style *style)
{
    if (columns != 2 || count % 2 == 0)
        return NULL;
    return style->figures ? first : first->parent->last;
}

/* As many as fit, but no row of one tile under a full one: four are two and two. Text that has no room gets
 * fewer in a row before it gets smaller. */
#define STEEPEST 1.4f /* how tall a tile may be for its width */

/* Whether an item's first paragraph would make a tile so tall and narrow that fewer in a row read better. */
static bool is_steep(struct layout *layout, const struct node *item, float inner,
                     const struct tile_style *style)
{
    struct text_look look = {.role = TEXT_BODY};
    const struct node *paragraph = item->first;
    if (!paragraph || paragraph->type != NODE_PARAGRAPH)
        return false;
    float line = layout->sheet->size[TEXT_BODY] * layout->sheet->leading[TEXT_BODY];
    float figure =
        style->figures ? layout->sheet->size[style->lead] * layout->sheet->leading[style->lead] : 0;
    return figure + text_widths(layout, paragraph, &look).natural / inner * line > STEEPEST * inner;
}

static bool any_is_steep(struct layout *layout, const struct node *first, const struct node *alone,
                         float inner, const struct tile_style *style)
{
    for (const struct node *item = first; item; item = item->next)
        if (item != alone && is_steep(layout, item, inner, style))
            return true;
    return false;
}

static unsigned column_count(struct layout *layout, const struct node *first, unsigned count, float width,
                             const struct tile_style *style)
{
    float gutter = layout->sheet->gutter;
    unsigned columns = (unsigned)((width + gutter) / (style->least + gutter));
    if (columns > layout->sheet->tiles)
        columns = layout->sheet->tiles;
    if (columns > count)
        columns = count;
    for (; columns > 1; columns--) {
        bool stray = columns > 2 && count % columns == 1;
        float inner = tile_width(layout, columns, width) - 2 * tile_pad(layout, style);
        const struct node *alone = tile_alone(first, count, columns, style);
        if (!stray && all_have_room(layout, first, alone, inner, style) &&
            !any_is_steep(layout, first, alone, inner, style))
            return columns;
    }
    return 1;
}

struct box *tiles_grid(struct layout *layout, const struct node *first, float width,
                       const struct tile_style *style)
{
    if (!first)
        return NULL;
    unsigned count = item_count(first), columns = column_count(layout, first, count, width, style);
    float gutter = layout->sheet->gutter, each = tile_width(layout, columns, width);
    const struct node *alone = tile_alone(first, count, columns, style);
    const struct node *grid_first = alone == first ? first->next : first;
    float scale = figure_scale(layout, grid_first, count, each, style);
    struct box_list tiles = {0};
    for (const struct node *item = grid_first; item; item = item->next)
        if (item != alone)
            box_list_add(layout, &tiles, tile_box(layout, item, each, style, scale));
    struct box *grid = tiles.boxes.count ? grid_create(layout, &tiles, columns, gutter, gutter) : NULL;
    if (!alone)
        return grid;
    struct box *wide = tile_box(layout, alone, width, style, figure_scale(layout, alone, 1, width, style));
    struct box *upper = alone == first ? wide : grid, *lower = alone == first ? grid : wide;
    if (upper)
        upper->after = gutter;
    return stack_of(layout, width, upper, lower);
}
