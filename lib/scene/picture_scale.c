#include "scene/picture_scale.h"
#include <math.h>

/* sRGB (IEC 61966-2-1) and linear light in 16 bits. */
struct light {
    uint16_t of[256];    /* of a value */
    uint16_t limit[256]; /* up to which light a value is the nearest */
    uint8_t first[4096]; /* the value of the least light with these upper 12 bits */
};

static uint16_t to_light(double value)
{
    double light = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
    return (uint16_t)floor(light * 65535 + 0.5);
}

static void light_init(struct light *light)
{
    for (unsigned i = 0; i < 256; i++) {
        light->of[i] = to_light(i / 255.0);
        light->limit[i] = i == 255 ? 65535 : to_light((i + 0.5) / 255.0);
    }
    unsigned value = 0;
    for (unsigned i = 0; i < 4096; i++) {
        while (i * 16 > light->limit[value])
            value++;
        light->first[i] = (uint8_t)value;
    }
}

static uint8_t to_value(const struct light *light, unsigned amount)
{
    unsigned value = light->first[amount >> 4];
    while (amount > light->limit[value])
        value++;
    return (uint8_t)value;
}

/* Sums of one row of the result: red, green, blue in light times alpha, then alpha. A pixel of the source is
 * `width` wide in units of which a pixel of the result has source-width, so all weights are whole. */
struct reduction {
    struct light light;
    struct pixels from;
    unsigned width, height;
    uint64_t *across; /* of one source row */
    uint64_t *sums;   /* of the rows so far */
    uint8_t *to;      /* the row to be finished next */
};

static void add_across(const struct reduction *work, const uint8_t *pixel, uint64_t *sum, unsigned weight)
{
    uint64_t alpha = (uint64_t)pixel[3] * weight;
    for (unsigned i = 0; i < 3; i++)
        sum[i] += work->light.of[pixel[i]] * alpha;
    sum[3] += alpha;
}

static void sum_across(const struct reduction *work, const uint8_t *row)
{
    uint64_t *sum = work->across;
    for (size_t i = 0; i < (size_t)work->width * 4; i++)
        sum[i] = 0;
    unsigned room = work->from.width; /* what the present pixel of the result still takes */
    for (unsigned x = 0; x < work->from.width; x++, row += 4) {
        unsigned here = work->width < room ? work->width : room, next = work->width - here;
        add_across(work, row, sum, here);
        room -= here;
        if (room > 0)
            continue;
        sum += 4;
        room = work->from.width - next;
        if (next > 0)
            add_across(work, row, sum, next);
    }
}

static void add_row(struct reduction *work, unsigned weight)
{
    for (size_t i = 0; i < (size_t)work->width * 4; i++)
        work->sums[i] += work->across[i] * weight;
}

static void finish_row(struct reduction *work)
{
    double area = (double)work->from.width * work->from.height;
    uint64_t *sum = work->sums;
    for (unsigned x = 0; x < work->width; x++, sum += 4, work->to += 4) {
        double alpha = (double)sum[3], share = alpha > 0 ? 1 / alpha : 0;
        for (unsigned i = 0; i < 3; i++)
            work->to[i] = to_value(&work->light, (unsigned)((double)sum[i] * share + 0.5));
        work->to[3] = (uint8_t)(alpha / area + 0.5);
        for (unsigned i = 0; i < 4; i++)
            sum[i] = 0;
    }
}

static void reduce(struct reduction *work)
{
    unsigned room = work->from.height;
    for (unsigned y = 0; y < work->from.height; y++) {
        sum_across(work, work->from.rgba + (size_t)y * work->from.width * 4);
        unsigned here = work->height < room ? work->height : room, next = work->height - here;
        add_row(work, here);
        room -= here;
        if (room > 0)
            continue;
        finish_row(work);
        room = work->from.height - next;
        if (next > 0)
            add_row(work, next);
    }
}

struct pixels pixels_reduce(struct arena *arena, struct pixels from, unsigned width, unsigned height)
{
    uint8_t *rgba = arena_array(arena, (size_t)width * height, 4);
    struct arena_mark before = arena_mark(arena);
    struct reduction *work = ARENA_NEW(arena, struct reduction);
    *work = (struct reduction){.from = from,
                               .width = width,
                               .height = height,
                               .across = ARENA_ARRAY(arena, uint64_t, (size_t)width * 4),
                               .sums = ARENA_ARRAY(arena, uint64_t, (size_t)width * 4),
                               .to = rgba};
    light_init(&work->light);
    reduce(work);
    arena_rewind(arena, before);
    return (struct pixels){width, height, rgba};
}
