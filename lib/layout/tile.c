#include "layout/tile.h"
#include "base/number.h"
#include "layout/flow.h"
#include <string.h>

/* ---- A share of the whole as a bar ---- */

struct share {
    struct box box;
    float amount; /* 0 to 1 */
};

static void share_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct share *share = (const struct share *)box;
    struct scene_builder *builder = layout->builder;
    float radius = box->height / 2, wide = box->width * share->amount;
    struct rect whole = {x, y, box->width, box->height};
    struct rect part = {x, y, wide > box->height ? wide : box->height, box->height};
    artifact_begin(layout);
    scene_fill(builder, path_rounded(builder, whole, radius),
               colour_mix(layout->palette->ground, layout->palette->accent, 0.2f));
    scene_fill(builder, path_rounded(builder, part, radius), layout->palette->accent);
    artifact_end(layout);
}

/* "72,1%" or "72.1 %" is 0.721; anything else is no share. */
static bool share_of(const char *text, float *amount)
{
    char digits[16];
    size_t used = 0;
    const char *at = text;
    for (; (*at >= '0' && *at <= '9') || *at == ',' || *at == '.'; at++) {
        if (used == sizeof digits - 1)
            return false;
        digits[used++] = *at == ',' ? '.' : *at;
    }
    digits[used] = '\0';
    while (*at == ' ' || !strncmp(at, "\u00a0", 2))
        at += *at == ' ' ? 1 : 2;
    double value;
    if (strcmp(at, "%") != 0 || !number_read(digits, &value) || value > 100)
        return false;
    *amount = (float)value / 100;
    return true;
}

static struct box *share_box(struct layout *layout, const struct node *figure, float width)
{
    static const struct box_ops ops = {.draw = share_draw};
    float amount;
    if (!share_of(node_plain_text(layout->arena, figure), &amount))
        return NULL;
    struct share *share = ARENA_NEW(layout->arena, struct share);
    float gap = layout->sheet->gap * 0.6f;
    share->amount = amount;
    share->box = (struct box){.ops = &ops,
                              .width = width,
                              .height = layout->sheet->size[TEXT_BODY] * 0.5f,
                              .before = gap * 0.6f,
                              .after = gap,
                              .keep_next = true};
    return &share->box;
}

/* ---- Tiles ---- */

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
                                    .pad_x = layout->sheet->pad * (style->figures ? 0.85f : 1),
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
    float inner = width - 2 * 0.85f * layout->sheet->pad, scale = 1;
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

/* As many as fit, but no row of one tile under a full one: four are two and two. */
static unsigned column_count(const struct layout *layout, unsigned count, float width, float least)
{
    unsigned columns = (unsigned)((width + layout->sheet->gutter) / (least + layout->sheet->gutter));
    if (columns > layout->sheet->tiles)
        columns = layout->sheet->tiles;
    if (columns > count)
        columns = count;
    while (columns > 2 && count % columns == 1)
        columns--;
    return columns < 1 ? 1 : columns;
}

struct box *tiles_grid(struct layout *layout, const struct node *first, float width,
                       const struct tile_style *style)
{
    if (!first)
        return NULL;
    unsigned count = item_count(first), columns = column_count(layout, count, width, style->least);
    float gutter = layout->sheet->gutter, each = (width - gutter * (float)(columns - 1)) / (float)columns;
    struct box *opening = NULL;
    if (style->opening && columns == 2 && count % 2) {
        opening = tile_box(layout, first, width, style, figure_scale(layout, first, 1, width, style));
        first = first->next;
    }
    float scale = figure_scale(layout, first, count, each, style);
    struct box_list tiles = {0};
    for (const struct node *item = first; item; item = item->next)
        box_list_add(layout, &tiles, tile_box(layout, item, each, style, scale));
    struct box *grid = tiles.boxes.count ? grid_create(layout, &tiles, columns, gutter, gutter) : NULL;
    if (!opening)
        return grid;
    opening->after = gutter;
    return stack_of(layout, width, opening, grid);
}
