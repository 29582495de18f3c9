#include "formats/png/rows.h"
#include <stdbool.h>
#include <string.h>

enum filter_type { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTER_PAETH = 4 };

/* A row is flat when this share of its pixels equals the one to the left. At 50 % a photograph beside flat
 * areas is taken for flat, at 90 % rows of text get filtered. */
#define FLAT_PERCENT 70

struct row_filter {
    unsigned width;
    size_t bytes;         /* 3 * width */
    uint32_t *pixels;     /* of the row above */
    bool begun;           /* there is one */
    uint8_t *row, *above; /* unfiltered, after 3 zero bytes that stand left of the first pixel */
    uint8_t *tries[3];    /* filtered: sub, up, paeth */
};

#define LEFT  3
#define SPILL 1 /* pixels are packed by writing four bytes each */

struct row_filter *row_filter_create(struct arena *arena, unsigned width)
{
    struct row_filter *filter = ARENA_NEW(arena, struct row_filter);
    filter->width = width;
    filter->bytes = (size_t)width * 3;
    filter->pixels = ARENA_ARRAY(arena, uint32_t, width);
    filter->row = (uint8_t *)arena_alloc(arena, LEFT + filter->bytes + SPILL) + LEFT;
    filter->above = (uint8_t *)arena_alloc(arena, LEFT + filter->bytes + SPILL) + LEFT;
    for (size_t i = 0; i < 3; i++)
        filter->tries[i] = arena_alloc(arena, filter->bytes);
    return filter;
}

static void pack(uint8_t *row, const uint32_t *pixels, unsigned width)
{
    for (size_t i = 0; i < width; i++) {
        uint32_t pixel = pixels[i];
        const uint8_t bytes[4] = {(uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel, 0};
        memcpy(row + 3 * i, bytes, sizeof bytes); /* one instruction; the next pixel takes the fourth */
    }
}

static bool is_flat(const uint32_t *pixels, unsigned width)
{
    unsigned same = 0;
    for (size_t i = 1; i < width; i++)
        same += ((pixels[i] ^ pixels[i - 1]) & 0xffffff) == 0;
    return (uint64_t)same * 100 >= (uint64_t)width * FLAT_PERCENT;
}

/* How far a filtered row is from zero, its bytes read as signed. */
static uint64_t distance(const uint8_t *row, size_t length)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < length; i++)
        sum += row[i] < 128 ? row[i] : 256u - row[i];
    return sum;
}

/* The filters stand alone, with `restrict` and without branches, so that compilers make them several pixels
 * wide. */

static void filter_sub(uint8_t *restrict out, const uint8_t *restrict row, size_t length)
{
    for (size_t i = 0; i < length; i++)
        out[i] = (uint8_t)(row[i] - (row - LEFT)[i]);
}

static void filter_up(uint8_t *restrict out, const uint8_t *restrict row, const uint8_t *restrict above,
                      size_t length)
{
    for (size_t i = 0; i < length; i++)
        out[i] = (uint8_t)(row[i] - above[i]);
}

static int16_t magnitude(int16_t value)
{
    return (int16_t)(value < 0 ? -value : value);
}

static void filter_paeth(uint8_t *restrict out, const uint8_t *restrict row, const uint8_t *restrict above,
                         size_t length)
{
    for (size_t i = 0; i < length; i++) {
        int16_t left = (row - LEFT)[i], up = above[i], corner = (above - LEFT)[i];
        int16_t by_left = magnitude((int16_t)(up - corner)), by_up = magnitude((int16_t)(left - corner));
        int16_t by_corner = magnitude((int16_t)(left + up - 2 * corner));
        int16_t other = by_up <= by_corner ? up : corner;
        int16_t nearest = by_left <= (by_up < by_corner ? by_up : by_corner) ? left : other;
        out[i] = (uint8_t)(row[i] - nearest);
    }
}

static void write_best(struct row_filter *filter, uint8_t *out)
{
    static const uint8_t types[3] = {FILTER_SUB, FILTER_UP, FILTER_PAETH};
    size_t best = 0;
    uint64_t least = UINT64_MAX;
    filter_sub(filter->tries[0], filter->row, filter->bytes);
    filter_up(filter->tries[1], filter->row, filter->above, filter->bytes);
    filter_paeth(filter->tries[2], filter->row, filter->above, filter->bytes);
    for (size_t i = 0; i < 3; i++) {
        uint64_t sum = distance(filter->tries[i], filter->bytes);
        if (sum < least) {
            least = sum;
            best = i;
        }
    }
    out[0] = types[best];
    memcpy(out + 1, filter->tries[best], filter->bytes);
}

void row_filter_write(struct row_filter *filter, const uint32_t *pixels, uint8_t *out)
{
    size_t size = filter->width * sizeof *pixels;
    if (filter->begun && memcmp(filter->pixels, pixels, size) == 0) {
        out[0] = FILTER_UP;
        memset(out + 1, 0, filter->bytes);
        return; /* row and above are the same: no need to swap */
    }
    filter->begun = true;
    memcpy(filter->pixels, pixels, size);
    bool flat = is_flat(filter->pixels, filter->width);
    pack(filter->row, filter->pixels, filter->width);
    if (flat) {
        out[0] = FILTER_NONE;
        memcpy(out + 1, filter->row, filter->bytes);
    } else {
        write_best(filter, out);
    }
    uint8_t *row = filter->row;
    filter->row = filter->above;
    filter->above = row;
}
