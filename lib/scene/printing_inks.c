#include "scene/printing_inks.h"

/* sRGB of the sixteen ways to print full inks over each other on coated paper, as offset printing has them
 * (rounded); bit 0 cyan, 1 magenta, 2 yellow, 3 black. Neither black on white paper nor the mixes are as pure
 * as 255 - ink would make them. */
static const uint8_t prints[16][3] = {
    {255, 255, 255}, {0, 174, 239}, {236, 0, 140}, {46, 49, 146}, {255, 242, 0}, {0, 166, 81},
    {237, 28, 36},   {54, 54, 57},  {35, 31, 32},  {0, 20, 28},   {30, 0, 16},   {8, 4, 18},
    {30, 26, 0},     {0, 18, 8},    {28, 4, 4},    {0, 0, 0},
};

/* How much of the paper carries just the inks of each print (Demichel): 255 to the fourth in all. */
static void shares(const uint8_t ink[4], uint32_t share[16])
{
    share[0] = 1;
    for (unsigned i = 0; i < 4; i++)
        for (unsigned k = 0; k < 1u << i; k++) {
            share[k | 1u << i] = share[k] * ink[i];
            share[k] *= 255u - ink[i];
        }
}

void printing_inks_to_rgba(uint8_t *pixels, size_t count, bool inverted)
{
    const uint64_t whole = 255ull * 255 * 255 * 255;
    for (uint8_t *pixel = pixels; count > 0; count--, pixel += 4) {
        uint32_t share[16];
        uint64_t sum[3] = {0};
        if (inverted)
            for (unsigned i = 0; i < 4; i++)
                pixel[i] = (uint8_t)(255 - pixel[i]);
        shares(pixel, share);
        for (unsigned k = 0; k < 16; k++)
            for (unsigned i = 0; i < 3; i++)
                sum[i] += (uint64_t)share[k] * prints[k][i];
        for (unsigned i = 0; i < 3; i++)
            pixel[i] = (uint8_t)((sum[i] + whole / 2) / whole);
        pixel[3] = 255;
    }
}
