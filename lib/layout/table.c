/* table.c - tables: no vertical rules, hairlines between rows, the header on a tint and repeated on each
 * page. */
#include "layout/flow.h"
#include "layout/myths.h"

struct table {
    struct box box;
    const struct box *header; /* NULL: none */
    bool again;               /* an earlier part has shown the header */
    const struct box *const *rows;
    size_t count;
    double tall; /* the rows: what is left of a long table isn't summed anew on each page */
};

static void table_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct table *table = (const struct table *)box;
    if (table->header) {
        struct rect rect = {x, y, box->width, table->header->height};
        artifact_begin(layout);
        scene_fill(layout->builder, path_rounded(layout->builder, rect, layout->sheet->radius * 0.4f),
                   layout->palette->tint);
        artifact_end(layout);
        (table->again ? box_draw_again : box_draw)(layout, table->header, x, y);
        y += table->header->height;
    }
    for (size_t i = 0; i < table->count; i++) {
        box_draw(layout, table->rows[i], x, y);
        y += table->rows[i]->height;
        artifact_begin(layout);
        scene_stroke(layout->builder, path_line(layout->builder, x, y, x + box->width, y),
                     (struct stroke){.colour = layout->palette->line, .width = 0.75f});
        artifact_end(layout);
    }
}

static bool table_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail);

static double rows_height(const struct box *const *rows, size_t count)
{
    double tall = 0;
    for (size_t i = 0; i < count; i++)
        tall += (double)rows[i]->height;
    return tall;
}

static struct table *table_make(struct layout *layout, const struct box *header,
                                const struct box *const *rows, size_t count, double tall)
{
    static const struct box_ops ops = {.draw = table_draw, .split = table_split};
    struct table *table = ARENA_NEW(layout->arena, struct table);
    table->header = header;
    table->rows = rows;
    table->count = count;
    table->box.ops = &ops;
    table->box.before = table->box.after = 1.5f * layout->sheet->gap;
    table->tall = tall;
    table->box.height = (header ? header->height : 0) + (float)tall;
    return table;
}

#define HEADER_LINES 8 /* a taller header is not worth repeating */

static const struct box *table_part(struct layout *layout, const struct table *whole,
                                    const struct box *const *rows, size_t count, double tall, bool again)
{
    float tallest = HEADER_LINES * layout->sheet->size[TEXT_BODY];
    bool headed = whole->header && (!again || whole->header->height <= tallest);
    struct table *part = table_make(layout, headed ? whole->header : NULL, rows, count, tall);
    part->again = again;
    part->box.width = whole->box.width;
    part->box.mark = whole->box.mark;
    return &part->box;
}

/* Rows don't split, but one taller than a page must. */
static bool split_row(struct layout *layout, const struct table *table, float room, const struct box **head,
                      const struct box **tail)
{
    const struct box *parts[2];
    if (!box_split(layout, table->rows[0], room, true, &parts[0], &parts[1]))
        return false;
    const struct box **upper = ARENA_ARRAY(layout->arena, const struct box *, 1);
    const struct box **lower = ARENA_ARRAY(layout->arena, const struct box *, table->count);
    upper[0] = parts[0];
    lower[0] = parts[1];
    for (size_t i = 1; i < table->count; i++)
        lower[i] = table->rows[i];
    double cut = (double)parts[1]->height - (double)table->rows[0]->height;
    *head = table_part(layout, table, upper, 1, (double)parts[0]->height, table->again);
    *tail = table_part(layout, table, lower, table->count, table->tall + cut, true);
    return true;
}

/* The header as a row among the others. */
static const struct table *without_header(struct layout *layout, const struct table *table)
{
    const struct box **rows = ARENA_ARRAY(layout->arena, const struct box *, table->count + 1);
    rows[0] = table->header;
    for (size_t i = 0; i < table->count; i++)
        rows[i + 1] = table->rows[i];
    struct table *plain =
        table_make(layout, NULL, rows, table->count + 1, table->tall + (double)table->header->height);
    plain->box.width = table->box.width;
    plain->box.mark = table->box.mark;
    return plain;
}

static bool table_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail)
{
    const struct table *table = (const struct table *)box;
    size_t count = 0;
    if (force && table->header && !table->again && table->header->height > room / 2)
        table = without_header(layout, table);
    room -= table->header ? table->header->height : 0;
    while (count < table->count && table->rows[count]->height <= room)
        room -= table->rows[count++]->height;
    if (count == table->count)
        return false;
    if (count == 0)
        return force && split_row(layout, table, room, head, tail);
    double tall = rows_height(table->rows, count);
    *head = table_part(layout, table, table->rows, count, tall, table->again);
    *tail = table_part(layout, table, table->rows + count, table->count - count, table->tall - tall, true);
    return true;
}

static struct text_look cell_look(const struct layout *layout, const struct node *table,
                                  const struct node *row, unsigned column)
{
    static const enum text_align aligns[] = {[CELL_DEFAULT] = ALIGN_NATURAL,
                                             [CELL_LEFT] = ALIGN_START,
                                             [CELL_CENTRE] = ALIGN_CENTRE,
                                             [CELL_RIGHT] = ALIGN_END};
    return (struct text_look){
        .role = TEXT_BODY,
        .bold = row->header,
        .colour = row->header ? colour_readable(layout->palette->heading, layout->palette->tint, 4.5f)
                              : layout->palette->ink,
        .tabular = true,
        .align = column < table->columns ? aligns[table->aligns[column]] : ALIGN_NATURAL};
}

/* The next column whose width is clear, given an even share of what is left: first those whose longest word
 * needs more, then those that would like less. `columns` when there is none. */
static unsigned next_settled(const struct paragraph_widths *wanted, const float *widths, unsigned columns,
                             float even, bool tight)
{
    for (unsigned i = 0; i < columns && !tight; i++)
        if (widths[i] <= 0 && wanted[i].minimum > even)
            return i;
    for (unsigned i = 0; i < columns; i++)
        if (widths[i] <= 0 && wanted[i].natural <= even)
            return i;
    return columns;
}

/* Widths for the columns. With room for all, each gets what it would like and its part of the rest. Without,
 * a column that would like less than an even share gets it whole, and the long ones share what is left, none
 * below its longest word. Where even the words are too wide, the long ones share what the others leave. */
static void share_widths(struct paragraph_widths *wanted, float *widths, unsigned columns, float room)
{
    float natural = 0, least = 0, left = room;
    unsigned open = columns;
    for (unsigned i = 0; i < columns; i++) {
        natural += wanted[i].natural;
        least += wanted[i].minimum;
    }
    for (unsigned i = 0; i < columns && natural <= room; i++)
        widths[i] = natural > 0 ? wanted[i].natural * room / natural : room / (float)columns;
    bool tight = least > room;
    for (unsigned i = 0; i < columns && tight; i++)
        wanted[i].natural = wanted[i].minimum;
    if (natural <= room)
        return;
    unsigned next;
    while (open && (next = next_settled(wanted, widths, columns, left / (float)open, tight)) < columns) {
        bool modest = wanted[next].natural <= left / (float)open;
        widths[next] = modest ? wanted[next].natural : wanted[next].minimum;
        widths[next] = widths[next] > 0.01f ? widths[next] : 0.01f;
        left -= widths[next];
        open--;
    }
    for (unsigned i = 0; i < columns; i++)
        if (widths[i] <= 0)
            widths[i] = left / (float)open;
}

static float *column_widths(struct layout *layout, const struct node *table, float width, float pad)
{
    unsigned columns = table->columns;
    struct paragraph_widths *wanted = ARENA_ARRAY(layout->arena, struct paragraph_widths, columns);
    float *widths = ARENA_ARRAY(layout->arena, float, columns);
    for (const struct node *row = table->first; row; row = row->next) {
        unsigned column = 0;
        for (const struct node *cell = row->first; cell && column < columns; cell = cell->next, column++) {
            struct arena_mark mark = arena_mark(layout->arena);
            struct text_look look = cell_look(layout, table, row, column);
            struct paragraph_widths own = text_widths(layout, cell, &look);
            arena_rewind(layout->arena, mark);
            if (own.minimum > wanted[column].minimum)
                wanted[column].minimum = own.minimum;
            if (own.natural > wanted[column].natural)
                wanted[column].natural = own.natural;
        }
    }
    share_widths(wanted, widths, columns, width - 2 * pad * (float)columns);
    return widths;
}

static struct box *cell_box(struct layout *layout, const struct node *table, const struct node *row,
                            const struct node *cell, unsigned column, float width, float pad)
{
    struct text_look look = cell_look(layout, table, row, column);
    struct box *text =
        stack_of(layout, width, text_of_node(layout, cell, width, &look), pictures_box(layout, cell, width));
    if (!text)
        text = space_create(layout, width, layout->sheet->size[TEXT_BODY]);
    struct card_style style = {.pad_x = pad, .pad_y = pad};
    struct box *box = card_create(layout, text, width + 2 * pad, &style);
    struct mark *mark = mark_create(layout, MARK_CELL, cell->place);
    mark->header = row->header;
    box->mark = mark;
    return box;
}

/* A row of a table that has no room for its columns: its cells one below the other, empty ones left out. */
static struct box *narrow_row(struct layout *layout, const struct node *table, const struct node *row,
                              float width, float pad)
{
    struct box_list cells = {0};
    unsigned column = 0;
    for (const struct node *cell = row->first; cell; cell = cell->next, column++) {
        if (!cell->first)
            continue;
        struct box *box = cell_box(layout, table, row, cell, column, width - 2 * pad, pad);
        box->before = box->after = 0;
        box_list_add(layout, &cells, box);
    }
    struct box *box = stack_create(layout, &cells, width);
    if (box)
        box->mark = mark_create(layout, MARK_ROW, row->place);
    return box;
}

static struct box *row_box(struct layout *layout, const struct node *table, const struct node *row,
                           const float *widths, float pad)
{
    struct box_list cells = {0};
    unsigned column = 0;
    for (const struct node *cell = row->first; cell && column < table->columns; cell = cell->next, column++)
        box_list_add(layout, &cells, cell_box(layout, table, row, cell, column, widths[column], pad));
    struct box *box = row_create(layout, &cells, 0, ROW_TOP);
    box->mark = mark_create(layout, MARK_ROW, row->place);
    return box;
}

#define NARROWEST_COLUMN 3.0f /* ems, with its padding */

struct box *table_box(struct layout *layout, const struct node *table, float width)
{
    float half = (width - layout->sheet->gutter) / 2;
    if (layout->sheet->natural && is_myth_table(layout->arena, table) && !is_narrow(layout, half)) {
        account_choose(layout, CHOICE_myths);
        return myth_table_box(layout, table, width);
    }
    if (layout->sheet->natural && is_comparison(table) && !is_narrow(layout, half)) {
        account_choose(layout, CHOICE_comparison);
        return comparison_box(layout, table, width);
    }
    if (layout->sheet->cards_from_tables && is_card_table(table) && !is_narrow(layout, width)) {
        account_choose(layout, CHOICE_table_cards);
        return table_cards_box(layout, table, width);
    }
    float size = layout->sheet->size[TEXT_BODY], pad = size * 0.5f;
    bool narrow = width < (float)table->columns * NARROWEST_COLUMN * size;
    float *widths = narrow ? NULL : column_widths(layout, table, width, pad);
    const struct box *header = NULL;
    VECTOR(const struct box *) rows = {0};
    for (const struct node *row = table->first; row; row = row->next) {
        struct box *box =
            narrow ? narrow_row(layout, table, row, width, pad) : row_box(layout, table, row, widths, pad);
        if (row->header && !header && !narrow)
            header = box;
        else if (box)
            *VECTOR_ADD(layout->arena, &rows) = box;
    }
    struct table *made = table_make(layout, header, rows.at, rows.count, rows_height(rows.at, rows.count));
    made->box.width = width;
    made->box.mark = mark_create(layout, MARK_TABLE, table->place);
    return &made->box;
}
