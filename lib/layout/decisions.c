/* decisions.c - steps of a decision from top to bottom: a card each, arrows between, nested lists as
 * branches. */
#include "guide/diagrams.h"
#include "layout/arrows.h"
#include "layout/flow.h"
#include "layout/ground.h"
#include "layout/marker.h"

#define MOST_BRANCHES 3
#define LEAST_BRANCH  8.5f /* narrowest, sizes of body text */

/* ---- Arrows ---- */

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
    float above[MOST_BRANCHES], below[MOST_BRANCHES];
    size_t from_count = column_middles(layout, from, width, above);
    size_t to_count = column_middles(layout, to, width, below);
    return arrows_create(layout, above, from_count, below, to_count, true, width);
}

/* ---- Cards ---- */

static struct box *soft_card(struct layout *layout,
                             struct box *(*fill)(struct layout *layout, const struct node *item,
                                                 const char *number, float width),
                             const struct node *item, const char *number, float width)
{
    struct panel panel = panel_open(layout, layout->palette->tint, (struct colour){0}, width);
    return panel_close(layout, &panel, fill(layout, item, number, panel.inner));
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
    struct box *body = flow_blocks(layout, item->first, item_branches(item), width - marker.indent);
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
    const struct node *branches = item_branches(item);
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
