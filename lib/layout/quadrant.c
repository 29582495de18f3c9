/* quadrant.c - four fields: of two axes, from a list, headings or a table of two rows and two columns; or
 * four headings without axes (strengths, weaknesses, ...). */
#include "guide/diagrams.h"
#include "layout/arrows.h"
#include "layout/flow.h"
#include "layout/ground.h"
#include "layout/named.h"

#define FIELDS       4
#define LEAST_COLUMN 9.0f /* sizes of body text */

/* Darker to the right and upwards, where both axes lead. */
static const float strengths[FIELDS] = {0.13f, 0.24f, 0.05f, 0.13f};
#define PLAIN 0.1f /* without axes no field is more than another */

/* ---- Axes ---- */

struct axes {
    struct box box;
    const struct box *fields;
    const struct box *x, *y;   /* their names, beneath at the right and above at the left */
    const struct box *unlined; /* the same without lines: what is cut */
    float margin;              /* where the lines run, left of the fields and beneath */
};

static void axes_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct axes *axes = (const struct axes *)box;
    float left = x + axes->margin * 0.4f, top = y + axes->y->height + axes->margin * 0.4f;
    float bottom = y + box->height - axes->x->height - axes->margin * 0.6f, right = x + box->width;
    float head = axes->margin * 0.3f;
    box_draw(layout, axes->y, x, y);
    artifact_begin(layout);
    arrow_line(layout, left, bottom, left, top + head);
    arrow_head(layout, left, top, 0, -1, head);
    arrow_line(layout, left, bottom, right - head, bottom);
    arrow_head(layout, right, bottom, 1, 0, head);
    artifact_end(layout);
    box_draw(layout, axes->fields, x + axes->margin, y + axes->y->height + axes->margin * 0.4f);
    box_draw(layout, axes->x, x, y + box->height - axes->x->height);
}

static bool axes_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail)
{
    const struct axes *axes = (const struct axes *)box;
    return force && box_split_short(layout, axes->unlined, room, head, tail);
}

static struct box *axis_name(struct layout *layout, const char *name, float width, enum text_align align)
{
    struct text_look look = {
        .role = TEXT_SMALL, .colour = layout->palette->muted, .bold = true, .align = align};
    return text_of_string(layout, name, width, &look);
}

static struct box *axes_create(struct layout *layout, struct box *fields, const char *x, const char *y,
                               float margin, float width)
{
    static const struct box_ops ops = {.draw = axes_draw, .split = axes_split};
    struct axes *axes = ARENA_NEW(layout->arena, struct axes);
    struct box *above = axis_name(layout, y, width, ALIGN_START);
    struct box *beneath = axis_name(layout, x, width, ALIGN_END);
    const struct box *const parts[] = {above, fields, beneath};
    above->keep_next = true;
    axes->fields = fields;
    axes->x = beneath;
    axes->y = above;
    axes->margin = margin;
    axes->unlined = stack_of_parts(layout, width, parts, 3);
    axes->box = (struct box){.ops = &ops,
                             .width = width,
                             .height = above->height + fields->height + beneath->height + margin * 1.2f};
    return &axes->box;
}

/* ---- Fields ---- */

static struct box *field(struct layout *layout, const struct named *named, float strength, float width)
{
    struct panel panel = panel_open(layout, ground_shade(layout, strength), (struct colour){0}, width);
    struct text_look head = {
        .role = TEXT_H3, .colour = layout->palette->heading, .bold = true, .balanced = true};
    layout->depth++;
    struct box *content = named_box(layout, named, panel.inner, &head);
    layout->depth--;
    struct box *card = panel_close(layout, &panel, content);
    card->mark = mark_create(layout, MARK_ITEM, named->place);
    return card;
}

static struct box *fields_grid(struct layout *layout, const struct named_list *fields, bool axes,
                               struct place place, float width)
{
    float gutter = layout->sheet->gutter * 0.4f, each = (width - gutter) / 2;
    bool two = each >= LEAST_COLUMN * layout->sheet->size[TEXT_BODY];
    struct box_list cards = {0};
    for (size_t i = 0; i < FIELDS; i++)
        box_list_add(layout, &cards,
                     field(layout, &fields->at.at[i], axes ? strengths[i] : PLAIN, two ? each : width));
    struct box *grid = grid_create(layout, &cards, two ? 2 : 1, gutter, gutter);
    grid->mark = mark_create(layout, MARK_LIST, place);
    return grid;
}

static struct box *fields_box(struct layout *layout, const struct node *block,
                              const struct named_list *fields, struct place place, float width)
{
    const char *x = node_attribute(block, "x"), *y = node_attribute(block, "y");
    bool axes = x && y && *x && *y;
    float margin = axes ? layout->sheet->size[TEXT_BODY] * 1.1f : 0;
    struct box *box = fields_grid(layout, fields, axes, place, width - margin);
    if (axes)
        box = axes_create(layout, box, x, y, margin, width);
    box->before = box->after = layout->sheet->gap * 1.2f;
    return box;
}

/* ---- A table ---- */

static struct box *table_cell(struct layout *layout, const struct node *cell, bool header, float strength,
                              float width)
{
    struct panel panel = panel_open(layout, ground_shade(layout, strength), (struct colour){0}, width);
    struct text_look look = {.role = header ? TEXT_H3 : TEXT_BODY,
                             .colour = header ? layout->palette->heading : layout->palette->ink,
                             .bold = header};
    struct box *text = stack_of(layout, panel.inner, text_of_node(layout, cell, panel.inner, &look),
                                pictures_box(layout, cell, panel.inner));
    struct box *card = panel_close(layout, &panel, text);
    struct mark *mark = mark_create(layout, MARK_CELL, cell->place);
    mark->header = header;
    card->mark = mark;
    return card;
}

static struct box *table_row(struct layout *layout, const struct node *row, size_t index, float first,
                             float each)
{
    struct box_list cells = {0};
    size_t column = 0;
    for (const struct node *cell = row->first; cell; cell = cell->next, column++) {
        bool header = row->header || column == 0;
        float strength = header ? 0 : strengths[((index - 1) * 2 + column - 1) % FIELDS];
        box_list_add(layout, &cells, table_cell(layout, cell, header, strength, column ? each : first));
    }
    struct box *box = row_create(layout, &cells, layout->sheet->gutter * 0.4f, ROW_TOP);
    box->mark = mark_create(layout, MARK_ROW, row->place);
    box->before = box->after = layout->sheet->gutter * 0.4f;
    box->keep_next = row->header;
    return box;
}

bool quadrant_has_room(const struct layout *layout, float width)
{
    return width >= layout->sheet->size[TEXT_BODY] * 28;
}

struct box *table_quadrant_box(struct layout *layout, const struct node *table, float width)
{
    float gutter = layout->sheet->gutter * 0.4f, first = width * 0.2f,
          each = (width - first - 2 * gutter) / 2;
    struct box_list rows = {0};
    size_t index = 0;
    for (const struct node *row = table->first; row; row = row->next, index++)
        box_list_add(layout, &rows, table_row(layout, row, index, first, each));
    struct box *box = stack_create(layout, &rows, width);
    box->mark = mark_create(layout, MARK_TABLE, table->place);
    return box;
}

struct box *quadrant_box(struct layout *layout, const struct node *block, float width)
{
    struct named_list fields = {0};
    const struct node *after, *table = block->first;
    while (table && !is_quadrant_table(table))
        table = table->next;
    if (table && quadrant_has_room(layout, width))
        return around_box(layout, block, table, table_quadrant_box(layout, table, width), table->next, width);
    const struct node *at = named_of_block(layout, block, &fields, &after);
    if (table || fields.at.count != FIELDS)
        return flow_blocks(layout, block->first, NULL, width);
    return around_box(layout, block, at, fields_box(layout, block, &fields, at->place, width), after, width);
}
