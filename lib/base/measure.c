#include "base/measure.h"
#include "base/number.h"
#include <stddef.h>
#include <string.h>

static const struct unit {
    const char *name;
    double points;
} units[] = {{"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"pt", 1}, {"px", 0.75}, {"%", 0}};

#define MOST_DIGITS 15

/* The number before the unit; a comma in it is a decimal point. */
static bool read_value(const char *text, size_t length, double *value)
{
    char digits[MOST_DIGITS + 1];
    if (length == 0 || length > MOST_DIGITS || *text < '0' || *text > '9')
        return false;
    memcpy(digits, text, length);
    digits[length] = '\0';
    char *comma = strchr(digits, ',');
    if (comma)
        *comma = '.';
    return number_read(digits, value) && *value > 0;
}

bool measure_read(const char *text, struct measure *measure)
{
    size_t length = strspn(text, "0123456789.,");
    const char *name = text + length + strspn(text + length, " ");
    double value;
    if (!read_value(text, length, &value))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(name, units[i].name))
            continue;
        bool share = units[i].points == 0;
        *measure = (struct measure){share ? value / 100 : value * units[i].points, share};
        return !share || value <= 100;
    }
    return false;
}
