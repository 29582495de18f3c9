/* table.h - the columns of a table: how wide they want to be, and how they are shared among parts. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/text.h"

struct table_columns {
    unsigned count;
    struct paragraph_widths *wanted; /* of each column's words */
    float pad;                       /* at each side of them */
};

/* The columns that a part of a table shows: the first of the table, and from `from` up to (not with) `end`.
 */
struct table_part {
    unsigned from, end;
};
bool table_shows(const struct table_part *part, unsigned column);

struct text_look table_cell_look(const struct layout *layout, const struct node *table,
                                 const struct node *row, unsigned column);
/* At the sheet's size of body text. */
struct table_columns table_measure(struct layout *layout, const struct node *table);
/* How wide the table is when each column is as wide as its longest word. */
float table_least(const struct table_columns *columns);
/* The smallest share of the size of body text at which cells can still be read. */
float table_smallest(const struct layout *layout);
/* By column, without padding; 0 for those that the part doesn't show. */
float *table_widths(struct layout *layout, const struct table_columns *columns, const struct table_part *part,
                    float width);
/* In how few parts the table fits that width. */
unsigned table_parts(const struct table_columns *columns, float width);
/* Whether type of that share of the size makes fewer parts, or divides fewer words where there is one. */
bool table_gains(const struct table_columns *columns, float width, float share);
/* The fewest parts that are not wider than that, each about as wide as the others; how many they are. */
unsigned table_divide(struct layout *layout, const struct table_columns *columns, float width,
                      struct table_part **parts);

#endif
