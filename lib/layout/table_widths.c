/* table_widths.c - how wide a table's columns are, and what is done when they don't fit: smaller type, else
 * parts. */
#include "layout/table.h"
#include <math.h>

struct text_look table_cell_look(const struct layout *layout, const struct node *table,
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

struct table_columns table_measure(struct layout *layout, const struct node *table)
{
    struct table_columns all = {.count = table->columns,
                                .pad = layout->sheet->size[TEXT_BODY] * 0.5f,
                                .wanted =
                                    ARENA_ARRAY(layout->arena, struct paragraph_widths, table->columns)};
    for (const struct node *row = table->first; row; row = row->next) {
        unsigned column = 0;
        for (const struct node *cell = row->first; cell && column < all.count; cell = cell->next, column++) {
            struct arena_mark mark = arena_mark(layout->arena);
            struct text_look look = table_cell_look(layout, table, row, column);
            struct paragraph_widths own = text_widths(layout, cell, &look), *wanted = &all.wanted[column];
            arena_rewind(layout->arena, mark);
            wanted->minimum = fmaxf(wanted->minimum, own.minimum);
            wanted->natural = fmaxf(wanted->natural, own.natural);
        }
    }
    return all;
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

bool table_shows(const struct table_part *part, unsigned column)
{
    return column == 0 || (column >= part->from && column < part->end);
}

float *table_widths(struct layout *layout, const struct table_columns *columns, const struct table_part *part,
                    float width)
{
    struct paragraph_widths *wanted = ARENA_ARRAY(layout->arena, struct paragraph_widths, columns->count);
    float *shares = ARENA_ARRAY(layout->arena, float, columns->count);
    float *widths = ARENA_ARRAY(layout->arena, float, columns->count);
    unsigned shown = 0, next = 0;
    for (unsigned i = 0; i < columns->count; i++)
        if (table_shows(part, i))
            wanted[shown++] = columns->wanted[i];
    share_widths(wanted, shares, shown, width - 2 * columns->pad * (float)shown);
    for (unsigned i = 0; i < columns->count; i++)
        if (table_shows(part, i))
            widths[i] = shares[next++];
    return widths;
}

static float least_width(const struct table_columns *columns, unsigned column)
{
    return columns->wanted[column].minimum + 2 * columns->pad;
}

float table_least(const struct table_columns *columns)
{
    float least = 0;
    for (unsigned i = 0; i < columns->count; i++)
        least += least_width(columns, i);
    return least;
}

float table_smallest(const struct layout *layout)
{
    return fminf(1, sheet_floor(layout->sheet) / layout->sheet->size[TEXT_BODY]);
}

/* As many columns as fit beside the first, one at least, for each part. `parts` may be NULL. */
static unsigned divide(const struct table_columns *columns, float width, struct table_part *parts)
{
    unsigned count = 0, from = 1;
    do {
        float left = width - least_width(columns, 0) + 0.01f;
        unsigned end = from;
        while (end < columns->count && (end == from || least_width(columns, end) <= left))
            left -= least_width(columns, end++);
        if (parts)
            parts[count] = (struct table_part){from, end};
        count++;
        from = end;
    } while (from < columns->count);
    return count;
}

unsigned table_parts(const struct table_columns *columns, float width)
{
    return divide(columns, width, NULL);
}

bool table_gains(const struct table_columns *columns, float width, float share)
{
    unsigned usual = divide(columns, width, NULL);
    return usual == 1 || divide(columns, width / share, NULL) < usual;
}

unsigned table_divide(struct layout *layout, const struct table_columns *columns, float width,
                      struct table_part **parts)
{
    unsigned count = divide(columns, width, NULL);
    float even = width;
    while (divide(columns, even * 0.95f, NULL) == count && even > width / 4)
        even *= 0.95f;
    *parts = ARENA_ARRAY(layout->arena, struct table_part, count);
    return divide(columns, even, *parts);
}
