/* decisions.c - steps of a decision from top to bottom: a card each, arrows between, nested lists as
 * branches. */
#include "layout/flow.h"
#include "layout/marker.h"

/* ---- Arrows ---- */

#define MOST_BRANCHES 3
#define LEAST_BRANCH  8.5f /* narrowest, sizes of body text */

/* Lines from above at some places lead down to others. */
struct arrows {
    struct box box;
    float from[MOST_BRANCHES], to[MOST_BRANCHES]; /* from the box's left */
    size_t from_count, to_count;
};

static void put_line(struct layout *layout, float x1, float y1, float x2, float y2)
{
    scene_stroke(layout->builder, path_line(layout->builder, x1, y1, x2, y2),
                 (struct stroke){.colour = layout->palette->muted, .width = 1.5f, .round = true});
}

static void put_head(struct layout *layout, float x, float y, float size)
{
    const float points[] = {x - size, y - size * 1.3f, x + size, y - size * 1.3f, x, y};
    scene_fill(layout->builder, path_polygon(layout->builder, points, 3, true), layout->palette->muted);
}

static void widen(const float *at, size_t count, float *left, float *right)
{
    for (size_t i = 0; i < count; i++) {
        *left = at[i] < *left ? at[i] : *left;
        *right = at[i] > *right ? at[i] : *right;
    }
}

static void arrows_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct arrows *arrows = (const struct arrows *)box;
    float middle = y + box->height * 0.4f, head = box->height * 0.2f;
    float left = arrows->from[0], right = left;
    widen(arrows->from, arrows->from_count, &left, &right);
    widen(arrows->to, arrows->to_count, &left, &right);
    artifact_begin(layout);
    for (size_t i = 0; i < arrows->from_count; i++)
        put_line(layout, x + arrows->from[i], y, x + arrows->from[i], middle);
    if (right > left)
        put_line(layout, x + left, middle, x + right, middle);
    for (size_t i = 0; i < arrows->to_count; i++) {
        put_line(layout, x + arrows->to[i], middle, x + arrows->to[i], y + box->height - head);
        put_head(layout, x + arrows->to[i], y + box->height, head);
    }
    artifact_end(layout);
}

/* Where the middles of so many equal columns are. */
static size_t column_middles(const struct layout *layout, size_t columns, float width, float *middles)
{
    float gutter = layout->sheet->gutter, each = (width - gutter * (float)(columns - 1)) / (float)columns;
    for (size_t i = 0; i < columns; i++)
        middles[i] = (each + gutter) * (float)i + each / 2;
    return columns;
}

static struct box *arrows_box(struct layout *layout, size_t from, size_t to, float width)
{
    static const struct box_ops ops = {.draw = arrows_draw};
    struct arrows *arrows = ARENA_NEW(layout->arena, struct arrows);
    arrows->box = (struct box){.ops = &ops,
                               .width = width,
                               .height = layout->sheet->size[TEXT_BODY] * (from + to > 2 ? 2.2f : 1.7f)};
    arrows->from_count = column_middles(layout, from, width, arrows->from);
    arrows->to_count = column_middles(layout, to, width, arrows->to);
    return &arrows->box;
}

/* ---- Cards ---- */

static struct box *soft_card(struct layout *layout,
                             struct box *(*fill)(struct layout *layout, const struct node *item,
                                                 const char *number, float width),
                             const struct node *item, const char *number, float width)
{
    const struct palette *outer = layout->palette;
    struct card_style style = {.fill = outer->tint,
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad * 0.75f,
                               .radius = layout->sheet->radius};
    const struct palette *palette =
        layout_palette(layout, palette_on(layout->theme, outer->tint, outer->ground));
    layout->palette = palette;
    float inner = card_inner(width, &style);
    struct box *content = fill(layout, item, number, inner);
    layout->palette = outer;
    if (!content)
        content = space_create(layout, inner, layout->sheet->size[TEXT_BODY]);
    struct box *card = card_create(layout, content, width, &style);
    card->palette = palette;
    card->before = card->after = 0;
    return card;
}

/* The list among an item's blocks that holds its branches, NULL: none. */
static const struct node *branches_of(const struct node *item)
{
    const struct node *list = item->last;
    return list && list->type == NODE_LIST && list != item->first ? list : NULL;
}

static struct box *step_content(struct layout *layout, const struct node *item, const char *number,
                                float width)
{
    float size = layout->sheet->size[TEXT_NUMERAL];
    struct marker marker = {.shape = MARKER_NUMERAL,
                            .label = number,
                            .colour = layout->palette->accent,
                            .size = size * 1.75f,
                            .indent = number ? size * 2.5f : 0};
    struct box *body = flow_blocks(layout, item->first, branches_of(item), width - marker.indent);
    if (!number)
        return body;
    struct box *numbered = item_create(layout, &marker, body, width, item->place, MARK_ITEM);
    numbered->mark = NULL; /* the step with its branches is the item */
    return numbered;
}

/* "**Có** Chặn tài khoản": the answer, and what to do. */
static struct box *branch_content(struct layout *layout, const struct node *item, const char *number,
                                  float width)
{
    (void)number;
    return led_box(layout, item, width);
}

/* How many branches stand side by side; 1: one below the other. */
static size_t branch_columns(const struct layout *layout, const struct node *list, float width)
{
    size_t count = node_count(list);
    float each = (width - layout->sheet->gutter * (float)(count - 1)) / (float)count;
    return count <= MOST_BRANCHES && each >= LEAST_BRANCH * layout->sheet->size[TEXT_BODY] ? count : 1;
}

static struct box *branches_box(struct layout *layout, const struct node *list, size_t columns, float width)
{
    float gutter = layout->sheet->gutter, each = (width - gutter * (float)(columns - 1)) / (float)columns;
    struct box_list cards = {0};
    for (const struct node *item = list->first; item; item = item->next) {
        struct box *branch = soft_card(layout, branch_content, item, NULL, each);
        branch->mark = mark_create(layout, MARK_ITEM, item->place);
        box_list_add(layout, &cards, branch);
    }
    struct box *grid = grid_create(layout, &cards, (unsigned)columns, gutter, layout->sheet->gap * 0.6f);
    grid->mark = mark_create(layout, MARK_LIST, list->place);
    return grid;
}

/* An arrow stays with what it comes from, so that one at a page's foot leads on. */
static struct box *add_arrows(struct layout *layout, struct box_list *boxes, size_t from, size_t to,
                              float width)
{
    struct box *arrows = arrows_box(layout, from, to, width);
    boxes->boxes.at[boxes->boxes.count - 1]->keep_next = true;
    box_list_add(layout, boxes, arrows);
    return arrows;
}

/* A step, its branches, and what leads on to the next one. */
static struct box *step_box(struct layout *layout, const struct node *item, const char *number, float width)
{
    const struct node *branches = branches_of(item);
    struct box_list boxes = {0};
    size_t columns = branches ? branch_columns(layout, branches, width) : 1;
    box_list_add(layout, &boxes, soft_card(layout, step_content, item, number, width));
    if (branches) {
        add_arrows(layout, &boxes, 1, columns, width)->keep_next = true;
        box_list_add(layout, &boxes, branches_box(layout, branches, columns, width));
    }
    if (item->next)
        add_arrows(layout, &boxes, columns, 1, width);
    struct box *box = stack_create(layout, &boxes, width);
    box->mark = mark_create(layout, MARK_ITEM, item->place);
    return box;
}

static struct box *decision(struct layout *layout, const struct node *list, float width)
{
    struct box_list steps = {0};
    unsigned value = list->start;
    for (const struct node *item = list->first; item; item = item->next, value++) {
        const char *number = list->ordered ? arena_format(layout->arena, "%u", value) : NULL;
        box_list_add(layout, &steps, step_box(layout, item, number, width));
    }
    struct box *box = stack_create(layout, &steps, width);
    box->mark = mark_create(layout, MARK_LIST, list->place);
    box->before = box->after = layout->sheet->gap * 1.5f;
    return box;
}

struct box *decisions_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    layout->depth++;
    struct box *box = list ? decision(layout, list, width) : NULL;
    layout->depth--;
    return around_list(layout, block, box, width);
}
