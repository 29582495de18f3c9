/* measure.h - widths as authors write them: "50%", "8cm", "80mm", "3in", "60pt", "400px". */
#ifndef BASE_MEASURE_H
#define BASE_MEASURE_H

#include <stdbool.h>

struct measure {
    double value; /* points; with `share`, a part of the whole: 0.5 */
    bool share;
};

/* False unless the text is a number above zero and a unit; shares are at most 100%. A pixel is 1/96 inch, as
 * in CSS. A comma may stand for the point. */
bool measure_read(const char *text, struct measure *measure);

#endif
