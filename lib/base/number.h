/* number.h - numbers without locale. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#define NUMBER_ROOM 40

/* Writes value rounded half away from zero to at most `decimals` (0 to 6) places, '.' as the point, trailing
 * zeros and "-0" dropped ("12.5", "-3"). Values beyond +-1e12 and NaN are clamped (NaN is 0). Returns the
 * length. */
size_t number_write(char text[NUMBER_ROOM], double value, int decimals);
/* The same with exactly `decimals` places ("12.50"). */
size_t number_write_fixed(char text[NUMBER_ROOM], double value, int decimals);
/* Reads an optional sign, digits, optional '.' and digits from all of text; false when anything else is
 * there. Too large is infinite. */
bool number_read(const char *text, double *value);

#endif
