#include "theme/colour.h"
#include <math.h>
#include <string.h>

static int hex(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

bool colour_read(const char *text, struct colour *colour)
{
    size_t length = strlen(text);
    int digits[6];
    if (text[0] != '#' || (length != 4 && length != 7))
        return false;
    for (size_t i = 0; i < 6; i++) {
        digits[i] = hex(text[1 + (length == 4 ? i / 2 : i)]);
        if (digits[i] < 0)
            return false;
    }
    *colour = (struct colour){(uint8_t)(digits[0] * 16 + digits[1]), (uint8_t)(digits[2] * 16 + digits[3]),
                              (uint8_t)(digits[4] * 16 + digits[5]), 255};
    return true;
}

static uint8_t mix(uint8_t from, uint8_t to, float amount)
{
    return (uint8_t)lroundf((float)from + ((float)to - (float)from) * amount);
}

struct colour colour_mix(struct colour from, struct colour to, float amount)
{
    amount = amount > 0 ? fminf(amount, 1) : 0;
    return (struct colour){mix(from.red, to.red, amount), mix(from.green, to.green, amount),
                           mix(from.blue, to.blue, amount), mix(from.alpha, to.alpha, amount)};
}

static float linear(uint8_t channel)
{
    float value = (float)channel / 255;
    return value <= 0.04045f ? value / 12.92f : powf((value + 0.055f) / 1.055f, 2.4f);
}

static float luminance(struct colour colour)
{
    return 0.2126f * linear(colour.red) + 0.7152f * linear(colour.green) + 0.0722f * linear(colour.blue);
}

float colour_contrast(struct colour a, struct colour b)
{
    float first = luminance(a), second = luminance(b);
    float light = first > second ? first : second, dark = first > second ? second : first;
    return (light + 0.05f) / (dark + 0.05f);
}

struct colour colour_on(struct colour ground, struct colour light, struct colour dark)
{
    return colour_contrast(light, ground) >= colour_contrast(dark, ground) ? light : dark;
}
