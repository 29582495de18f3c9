/* guard.h - stops texts whose only purpose can be to exhaust the Markdown parser, before it sees them. */
#ifndef GUIDE_GUARD_H
#define GUIDE_GUARD_H

#include "base/reporter.h"

/* Zero-initialise. */
struct guard {
    size_t columns; /* of the table that may be open */
    size_t before;  /* of the line before, should it be the head of a table */
    size_t cells;   /* of all tables */
};

/* Looks at the next line, [start, end) of the source. False after a reported error: quotes and lists nested
 * beyond LIMIT_NESTING on this line (FINDING_too_deep), rows of more than LIMIT_COLUMNS, tables of more
 * than LIMIT_TABLE_CELLS. */
bool guard_line(struct guard *guard, struct reporter *reporter, const struct source *source, size_t start,
                size_t end);

#endif
