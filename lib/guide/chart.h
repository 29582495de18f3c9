/* chart.h - what a chart block, or a table of numbers, holds: labels and quantities, whatever their looks. */
#ifndef GUIDE_CHART_H
#define GUIDE_CHART_H

#include "base/reporter.h"
#include "guide/node.h"
#include "guide/quantity.h"

enum chart_kind {
#define LOA_CHART(name, ...) CHART_##name,
#include "guide/chart_kinds.def"
#undef LOA_CHART
    CHART_KIND_COUNT
};
struct chart_kind_row {
    const char *values[3]; /* of kind=; the first is its spelling */
    const char *vi, *en;
};
extern const struct chart_kind_row chart_kind_rows[CHART_KIND_COUNT];
/* By spelling or alias; marks and case don't matter. */
bool chart_kind_named(const char *name, enum chart_kind *kind);
const char *chart_kind_nearest(const char *name); /* NULL: none is near */

#define CHART_MOST_SERIES 4 /* look.md: at most four lines or colours */

struct chart_value {
    const char
        *text; /* as it is shown: a quantity in the language's style; "–" where the author has no number */
    bool known;
    struct quantity quantity; /* if known */
    struct place place;
};
struct chart_row {
    const struct node *label;         /* its inlines; may have none */
    const struct chart_value *values; /* one of each series */
};
struct chart {
    enum chart_kind kind;     /* drawn: what was asked for, where the numbers allow it */
    const struct node *data;  /* the table or list */
    const struct node *names; /* a table's header: of the labels, then of each series; NULL: none */
    struct chart_row *rows;   /* as they are drawn: the largest first, unless their order means something */
    size_t row_count, series_count;
    bool ordinal;       /* they stand in the author's order */
    double least, most; /* of all values; 0 is among them */
};

/* What is wrong with a chart; FINDING_COUNT: nothing. */
struct chart_problem {
    enum finding finding;
    struct place place;
    const char *arguments[4];
};

/* Reads the first table or list right beneath a chart block, or a table itself. NULL when its numbers can't
 * be drawn: then it is shown as the table or list that it is. `problem` (may be NULL) says why, or why it is
 * drawn in another form. The node is of an edition, whose language says how numbers are written. */
const struct chart *chart_read(struct arena *arena, const struct node *node, const char *language,
                               struct chart_problem *problem);
/* Whether the author asks for a chart: a chart block, a table with kind=. */
bool chart_is_asked(const struct node *node);
/* Whether a table that nobody asked a chart of is one: a header and three to eight rows of a label and a
 * percentage, or of numbers whose unit the header gives in brackets. `.table` forbids it. */
bool chart_suits(struct arena *arena, const struct node *table, const char *language);

/* "source, year (n = 994)" of its attributes; NULL: they say nothing. */
const char *chart_source(struct arena *arena, const struct node *node);
/* All it says, in one line, for those who can't see it; the title may be NULL. */
const char *chart_words(struct arena *arena, const struct chart *chart, const char *title, bool english);

/* Warns of charts that take another form than was asked for, and of those without a source. */
void charts_check(struct arena *arena, struct reporter *reporter, const struct node *document,
                  const char *language);

#endif
