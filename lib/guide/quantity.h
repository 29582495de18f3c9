/* quantity.h - a number with its unit, as people write it in a cell: "38 %", "1.234,5 vụ", "4 trong 10". */
#ifndef GUIDE_QUANTITY_H
#define GUIDE_QUANTITY_H

#include "base/arena.h"
#include <stdbool.h>

/* Which sign divides the whole from the parts: "1.234,5" or "1,234.5". */
enum number_style { NUMBER_COMMA, NUMBER_POINT };
/* English writes a point; Vietnamese, which everything else is taken for, a comma. */
enum number_style number_style_of(const char *language);

struct quantity {
    double value;
    int decimals;     /* as written */
    const char *unit; /* what follows the number: "%", "triệu", "trong 10"; "" when nothing does */
    unsigned of;      /* 10 of "trong 10", "in 10", "/10"; 0: none */
};

/* Reads all of the text in either style. What both could mean ("1.234") is read in `style`. False when it
 * doesn't begin with a number, or the unit is longer than a unit is. The unit is in the arena. */
bool quantity_read(struct arena *arena, const char *text, enum number_style style, struct quantity *quantity);
/* The same in one style, thousands grouped, "%" without a space, any other unit on the number's line. */
const char *quantity_write(struct arena *arena, const struct quantity *quantity, enum number_style style);
/* The share of a whole that it says, 0 to 1: of "38%", "4 in 10"; false when it says none. */
bool quantity_share(const struct quantity *quantity, double *share);

#endif
