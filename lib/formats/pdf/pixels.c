/* Pixels as image XObjects (ISO 32000-1, 8.9): grey or RGB, alpha as a soft mask. Rows are filtered as in PNG
 * (predictor 15), which deflate then packs better. */
#include "formats/pdf/image.h"
#include <stdlib.h>
#include <string.h>

bool pixels_are_grey(const struct pixels *pixels)
{
    size_t count = (size_t)pixels->width * pixels->height;
    for (const uint8_t *p = pixels->rgba; count; count--, p += 4)
        if (p[0] != p[1] || p[0] != p[2])
            return false;
    return true;
}

/* Copies `count` of each pixel's four bytes, from byte `first` on. */
static void take_row(const struct pixels *pixels, unsigned y, unsigned first, unsigned count, uint8_t *row)
{
    const uint8_t *from = pixels->rgba + (size_t)y * pixels->width * 4 + first;
    for (unsigned x = 0; x < pixels->width; x++, from += 4)
        for (unsigned i = 0; i < count; i++)
            *row++ = from[i];
}

enum filter { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_AVERAGE, FILTER_PAETH };

static uint8_t paeth(int left, int above, int corner)
{
    int estimate = left + above - corner;
    int to_left = abs(estimate - left), to_above = abs(estimate - above), to_corner = abs(estimate - corner);
    if (to_left <= to_above && to_left <= to_corner)
        return (uint8_t)left;
    return (uint8_t)(to_above <= to_corner ? above : corner);
}

/* Filters a row; gives the sum of what is left, as signed sizes. */
static unsigned long filter_row(enum filter filter, const uint8_t *row, const uint8_t *above, size_t length,
                                size_t step, uint8_t *to)
{
    unsigned long sum = 0;
    for (size_t i = 0; i < length; i++) {
        uint8_t left = i >= step ? row[i - step] : 0, corner = i >= step ? above[i - step] : 0;
        uint8_t guess = filter == FILTER_SUB  ? left
                        : filter == FILTER_UP ? above[i]
                                              : paeth(left, above[i], corner);
        to[i] = (uint8_t)(row[i] - guess);
        sum += (unsigned long)abs((int8_t)to[i]);
    }
    return sum;
}

/* Rows where at least 7 of 10 pixels equal their left neighbour are flat artwork, which filters make worse.
 */
static bool is_flat(const uint8_t *row, size_t length, size_t step)
{
    size_t equal = 0, count = length / step;
    for (size_t i = step; i < length; i += step)
        equal += memcmp(row + i, row + i - step, step) == 0;
    return equal * 10 >= count * 7;
}

/* Writes the filter's number and the row filtered by what fits it best. `trial` holds a row. */
static void choose_filter(const uint8_t *row, const uint8_t *above, size_t length, size_t step, uint8_t *to,
                          uint8_t *trial)
{
    if (memcmp(row, above, length) == 0) {
        to[0] = FILTER_UP;
        memset(to + 1, 0, length);
        return;
    }
    to[0] = FILTER_NONE;
    memcpy(to + 1, row, length);
    if (is_flat(row, length, step))
        return;
    static const enum filter filters[] = {FILTER_SUB, FILTER_UP, FILTER_PAETH};
    unsigned long best = (unsigned long)-1;
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        unsigned long sum = filter_row(filters[i], row, above, length, step, trial);
        if (sum >= best)
            continue;
        best = sum;
        to[0] = (uint8_t)filters[i];
        memcpy(to + 1, trial, length);
    }
}

/* A plane of the picture, filtered: `count` bytes of each pixel from byte `first` on. NULL after a failure.
 */
static const uint8_t *filter_plane(struct document *document, const struct pixels *pixels, unsigned first,
                                   unsigned count)
{
    size_t length = (size_t)pixels->width * count;
    uint8_t *at = document_room(document, &document->pixels, (length + 1) * pixels->height + 3 * length);
    if (!at)
        return NULL;
    uint8_t *above = at + (length + 1) * pixels->height, *row = above + length, *trial = row + length;
    memset(above, 0, length);
    for (unsigned y = 0; y < pixels->height; y++) {
        take_row(pixels, y, first, count, row);
        choose_filter(row, above, length, count, at + y * (length + 1), trial);
        uint8_t *last = above;
        above = row;
        row = last;
    }
    return at;
}

/* The same as an image XObject; `more` goes into its dictionary. */
static unsigned add_plane(struct document *document, const struct pixels *pixels, unsigned first,
                          unsigned count, const char *more)
{
    const uint8_t *bytes = filter_plane(document, pixels, first, count);
    if (!bytes)
        return 0;
    const char *body = arena_format(
        document->arena,
        "/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/%s/BitsPerComponent 8"
        "/DecodeParms<</Predictor 15/Colors %u/Columns %u>>%s",
        pixels->width, pixels->height, count == 1 ? "DeviceGray" : "DeviceRGB", count, pixels->width, more);
    return document_stream(document, body, bytes, ((size_t)pixels->width * count + 1) * pixels->height,
                           false);
}

unsigned image_add_pixels(struct document *document, const struct pixels *pixels, bool opaque)
{
    const char *more = "";
    if (!opaque) {
        unsigned mask = add_plane(document, pixels, 3, 1, "");
        more = arena_format(document->arena, "/SMask %u 0 R", mask);
    }
    return add_plane(document, pixels, 0, pixels_are_grey(pixels) ? 1 : 3, more);
}
