#include "pieces/handout_columns.h"
#include "layout/flow.h"
#include "layout/marker.h"
#include "pieces/handout_headings.h"
#include <string.h>

/* What goes through a guide: sections (for their headings) and blocks, in order. */
struct columns {
    struct layout *layout;
    struct box_list *list; /* of what stands below each other on the page */
    const struct column_look *look;
    VECTOR(const struct node *) run; /* what stands in columns, and has not been made yet */
};

/* ---- What spans ---- */

#define NARROW_CELLS 2 /* of a table that stands in a column */

/* Blocks of running text stand in a column; what compares, counts or is filled in needs both. */
static bool block_spans(const struct node *block)
{
    static const bool in_column[BLOCK_COUNT] = {
        [BLOCK_steps] = true, [BLOCK_do] = true,    [BLOCK_dont] = true,  [BLOCK_checklist] = true,
        [BLOCK_quote] = true, [BLOCK_qr] = true,    [BLOCK_notes] = true, [BLOCK_timeline] = true,
        [BLOCK_signs] = true, [BLOCK_aside] = true, [BLOCK_only] = true,  [BLOCK_slide] = true};
    return !in_column[block->block];
}

static bool is_wide_picture(const struct columns *columns, const struct node *paragraph)
{
    for (const struct node *node = paragraph->first; node; node = node->next)
        if (node->type == NODE_IMAGE &&
            (node_has_class(node, "full") || node_has_class(node, "wide") ||
             picture_wanted(node, columns->look->width) > column_width(columns->look)))
            return true;
    return false;
}

static bool spans(const struct columns *columns, const struct node *node)
{
    if (node_has_class(node, "wide"))
        return true;
    switch (node->type) {
    case NODE_SECTION:
        return node->first->level <= 1;
    case NODE_TABLE:
        return node_count(node->first) > NARROW_CELLS;
    case NODE_PARAGRAPH:
        return is_pictures(node) && is_wide_picture(columns, node);
    case NODE_BLOCK:
        return block_spans(node);
    default:
        return false;
    }
}

/* ---- Boxes ---- */

/* The box of a section's heading. */
static struct box *section_heading(struct layout *layout, const struct node *section, float width)
{
    const struct node *heading = section->first;
    float size = layout->sheet->size[TEXT_H2];
    if (heading->level <= 1)
        return part_heading(layout, heading, width);
    if (heading->level > 2)
        return minor_heading(layout, heading, 0, width);
    return topic_heading(layout, section, icon_wanted(layout, section) ? size * 2.1f : 0, width);
}

/* Adds what `node` is, and the siblings behind it that belong to it, up to `end`. How many nodes that were.
 */
static size_t add_node(struct layout *layout, struct box_list *list, const struct node *node,
                       const struct node *end, float width)
{
    size_t count = 1;
    if (node->type == NODE_SECTION) {
        box_list_add(layout, list, section_heading(layout, node, width));
        return count;
    }
    const struct node *next = flow_next(layout, list, node, end, width);
    for (const struct node *with = node->next; with != next; with = with->next)
        count++;
    return count;
}

/* Adds the nodes of the run from `from` on; `end` is the one behind them. */
static void add_run(struct columns *columns, struct box_list *list, size_t from, const struct node *end,
                    float width)
{
    for (size_t i = from; i < columns->run.count;)
        i += add_node(columns->layout, list, columns->run.at[i], end, width);
}

#define SHORT_BYTES 160 /* of a paragraph: not much more than two lines of a column */

static bool shows_nothing(const struct node *node)
{
    return block_is(node, BLOCK_notes) || (node->type == NODE_CODE_BLOCK && !*node->text);
}

/* The first that is shown below its heading. */
static bool opens_section(const struct node *node)
{
    const struct node *previous = node->previous;
    while (previous && (shows_nothing(previous) || previous->type == NODE_RULE))
        previous = previous->previous;
    return previous && previous->type == NODE_HEADING;
}

/* Headings belong to the spanning node behind them; to a block also a message or a short paragraph below one,
 * and a lead-in. */
static bool leads_on(struct columns *columns, const struct node *node, const struct node *end)
{
    struct arena *arena = columns->layout->arena;
    if (node->type != NODE_PARAGRAPH)
        return node->type == NODE_SECTION || node->type == NODE_RULE || shows_nothing(node);
    if (end->type == NODE_SECTION)
        return false;
    bool slight = node_is_lead(node) || strlen(node_plain_text(arena, node)) < SHORT_BYTES;
    return (slight && opens_section(node)) || leads_in(arena, node);
}

/* The boxes of the run: in columns; across both what is too short for them, or leads on to `end`. */
static void end_run(struct columns *columns, const struct node *end)
{
    struct layout *layout = columns->layout;
    const struct column_look *look = columns->look;
    size_t all = columns->run.count, kept = all;
    while (end && kept > 0 && leads_on(columns, columns->run.at[kept - 1], end))
        kept--;
    const struct node *behind = kept < all ? columns->run.at[kept] : end;
    columns->run.count = kept;
    struct box_list content = {0};
    float turning = layout->turning;
    layout->turning = 0; /* what lies on a turned page stands in no column */
    add_run(columns, &content, 0, behind, column_width(look));
    layout->turning = turning;
    struct box *stack = stack_create(layout, &content, column_width(look));
    struct box *run = stack ? column_run_create(layout, stack, look) : NULL;
    box_list_add(layout, columns->list, run);
    if (stack && !run)
        add_run(columns, columns->list, 0, behind, look->width);
    columns->run.count = all;
    add_run(columns, columns->list, kept, end, look->width);
    columns->run.count = 0;
}

/* ---- The guide ---- */

/* A part's heading, and the sentence below it. */
static const struct node *add_part(struct columns *columns, const struct node *section)
{
    struct layout *layout = columns->layout;
    const struct node *lead = section->first->next;
    box_list_add(layout, columns->list, section_heading(layout, section, columns->look->width));
    if (!lead || lead->type != NODE_PARAGRAPH || !node_is_lead(lead))
        return lead;
    return flow_next(layout, columns->list, lead, lead->next, columns->look->width);
}

static const struct node *add_one(struct columns *columns, const struct node *node, const struct node *title);

static void add_siblings(struct columns *columns, const struct node *first, const struct node *title)
{
    for (const struct node *node = first; node;)
        node = add_one(columns, node, title);
}

/* What asks for it, on pages of its own that are turned on their sides. */
static const struct node *add_turned(struct columns *columns, const struct node *node)
{
    struct layout *layout = columns->layout;
    const struct column_look look = {columns->look->page, columns->look->gutter, columns->look->width};
    struct box_list own = {0};
    struct columns turned = {.layout = layout, .list = &own, .look = &look};
    float turning = layout->turning;
    layout->turning = 0;
    const struct node *next = add_one(&turned, node, NULL);
    end_run(&turned, NULL);
    layout->turning = turning;
    struct box *box = stack_create(layout, &own, look.width);
    end_run(columns, node);
    box_list_add(layout, columns->list, box ? turned_create(layout, box) : NULL);
    return next;
}

/* Adds a section or block; the next one to do. */
static const struct node *add_one(struct columns *columns, const struct node *node, const struct node *title)
{
    bool section = node->type == NODE_SECTION;
    const struct node *next = node->next, *inner = section ? node->first->next : NULL;
    if (node_has_class(node, "landscape") && columns->layout->turning > 0)
        return add_turned(columns, node);
    if (node != title && spans(columns, node)) {
        end_run(columns, node);
        if (section)
            inner = add_part(columns, node);
        else
            next = flow_next(columns->layout, columns->list, node, NULL, columns->look->width);
    } else if (node != title) {
        *VECTOR_ADD(columns->layout->arena, &columns->run) = node;
    }
    add_siblings(columns, inner, NULL);
    return next;
}

void columns_add(struct layout *layout, struct box_list *list, const struct node *first,
                 const struct node *title, const struct column_look *look)
{
    struct columns columns = {.layout = layout, .list = list, .look = look};
    add_siblings(&columns, first, title);
    end_run(&columns, NULL);
}
