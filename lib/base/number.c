#include "base/number.h"
#include <math.h>
#include <stdint.h>
#include <string.h>

static const uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

static int clamp_decimals(int decimals)
{
    return decimals < 0 ? 0 : decimals > 6 ? 6 : decimals;
}

size_t number_write_fixed(char text[NUMBER_ROOM], double value, int decimals)
{
    decimals = clamp_decimals(decimals);
    if (isnan(value))
        value = 0;
    double most = 1e12, size = fabs(value) > most ? most : fabs(value);
    uint64_t scaled = (uint64_t)round(size * (double)powers[decimals]);
    char reversed[NUMBER_ROOM];
    size_t count = 0, length = 0;
    for (int i = 0; scaled || i <= decimals; i++) {
        if (i == decimals && decimals)
            reversed[count++] = '.';
        reversed[count++] = (char)('0' + scaled % 10);
        scaled /= 10;
    }
    bool zero = true;
    for (size_t i = 0; i < count; i++)
        zero &= reversed[i] == '0' || reversed[i] == '.';
    if (value < 0 && !zero)
        text[length++] = '-';
    while (count)
        text[length++] = reversed[--count];
    text[length] = '\0';
    return length;
}

size_t number_write(char text[NUMBER_ROOM], double value, int decimals)
{
    size_t length = number_write_fixed(text, value, decimals);
    if (clamp_decimals(decimals)) {
        while (text[length - 1] == '0')
            length--;
        if (text[length - 1] == '.')
            length--;
    }
    text[length] = '\0';
    return length;
}

bool number_read(const char *text, double *value)
{
    const char *at = text;
    bool negative = *at == '-', digits = false;
    double whole = 0, parts = 1; /* whole / parts: both exact up to 15 digits, and so rounded once */
    if (*at == '-' || *at == '+')
        at++;
    for (; *at >= '0' && *at <= '9'; at++, digits = true)
        whole = whole * 10 + (*at - '0');
    if (*at == '.')
        for (at++; *at >= '0' && *at <= '9'; at++, digits = true)
            if (whole < 1e14) {
                whole = whole * 10 + (*at - '0');
                parts *= 10;
            }
    if (!digits || *at)
        return false;
    *value = negative ? -whole / parts : whole / parts;
    return true;
}
