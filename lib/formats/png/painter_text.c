#include "formats/png/painter.h"
#include <math.h>
#include <string.h>

/* Text of more pixels an em is filled as a path: a mask would be large and used once. */
#define LARGEST_MASK 256.0f

/* Where a glyph's pen stands on the picture. */
struct pen {
    int x, y;                  /* whole pixels */
    unsigned phase_x, phase_y; /* quarters */
};

/* The baseline keeps to whole pixels, so that a line's letters are equally sharp; what a glyph is moved from
 * there (a mark over its letter) does not. */
static bool place_pen(struct pen *pen, double x, double baseline, double down)
{
    const double most = 4.0 * MOST_SIDE;
    if (!(fabs(x) < most) || !(fabs(baseline) < most) || !(fabs(down) < most))
        return false;
    int quarters_x = (int)floor(x * GLYPH_PHASES + 0.5);
    int quarters_y = (int)floor(baseline + 0.5) * GLYPH_PHASES + (int)floor(down * GLYPH_PHASES + 0.5);
    pen->phase_x = (unsigned)quarters_x & (GLYPH_PHASES - 1);
    pen->phase_y = (unsigned)quarters_y & (GLYPH_PHASES - 1);
    pen->x = (quarters_x - (int)pen->phase_x) / GLYPH_PHASES;
    pen->y = (quarters_y - (int)pen->phase_y) / GLYPH_PHASES;
    return true;
}

/* Calls `each` with every glyph's mask and the mask's place on the picture. */
typedef void each_mask(void *self, const struct glyph_mask *mask, int left, int top);

static void visit_masks(struct painter *painter, const struct run *run, const cairo_matrix_t *matrix, float x,
                        float y, each_mask *each, void *self)
{
    double pen_x = (double)x, down = (double)y;
    cairo_matrix_transform_point(matrix, &pen_x, &down);
    double baseline = down;
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        struct pen pen;
        bool placed =
            place_pen(&pen, pen_x + (double)glyph->dx * matrix->xx, baseline, (double)glyph->dy * matrix->xx);
        pen_x += (double)glyph->advance * matrix->xx;
        const struct glyph_mask *mask =
            placed ? glyphs_mask(painter->glyphs, run->font, run->style->size * (float)matrix->xx, glyph->id,
                                 pen.phase_x, pen.phase_y)
                   : NULL;
        if (mask && mask->width)
            each(self, mask, pen.x + mask->left, pen.y + mask->top);
    }
}

/* Pixels of the picture: [left, right) x [top, bottom). */
struct area {
    int left, top, right, bottom;
};

static void widen(void *self, const struct glyph_mask *mask, int left, int top)
{
    struct area *area = self;
    int right = left + (int)mask->width, bottom = top + (int)mask->height;
    area->left = left < area->left ? left : area->left;
    area->top = top < area->top ? top : area->top;
    area->right = right > area->right ? right : area->right;
    area->bottom = bottom > area->bottom ? bottom : area->bottom;
}

static struct area common_area(struct area a, struct area b)
{
    return (struct area){a.left > b.left ? a.left : b.left, a.top > b.top ? a.top : b.top,
                         a.right < b.right ? a.right : b.right, a.bottom < b.bottom ? a.bottom : b.bottom};
}

/* A run's coverage over an area. */
struct coverage {
    struct area area;
    uint8_t *pixels;
    size_t stride;
};

static void add_mask(void *self, const struct glyph_mask *mask, int left, int top)
{
    struct coverage *coverage = self;
    struct area area = common_area(
        coverage->area, (struct area){left, top, left + (int)mask->width, top + (int)mask->height});
    for (int y = area.top; y < area.bottom; y++) {
        const uint8_t *from = mask->pixels + (size_t)(y - top) * mask->width;
        uint8_t *to = coverage->pixels + (size_t)(y - coverage->area.top) * coverage->stride;
        for (int x = area.left; x < area.right; x++) {
            unsigned sum = to[x - coverage->area.left] + (unsigned)from[x - left];
            to[x - coverage->area.left] = (uint8_t)(sum > 255 ? 255 : sum);
        }
    }
}

/* A cleared mask of so many bytes. */
static uint8_t *mask_room(struct painter *painter, size_t bytes)
{
    if (bytes > painter->mask_room) {
        painter->mask_room = bytes * 2;
        painter->mask = arena_alloc(painter->arena, painter->mask_room);
    }
    memset(painter->mask, 0, bytes);
    return painter->mask;
}

static void paint_masks(struct painter *painter, const struct run *run, const cairo_matrix_t *matrix, float x,
                        float y)
{
    const struct area whole = {0, 0, (int)painter->raster->width, (int)painter->raster->height};
    struct area ink = {MOST_SIDE, MOST_SIDE, 0, 0};
    visit_masks(painter, run, matrix, x, y, widen, &ink);
    ink = common_area(ink, whole);
    if (ink.left >= ink.right || ink.top >= ink.bottom)
        return;
    int width = ink.right - ink.left, height = ink.bottom - ink.top;
    int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, width);
    struct coverage coverage = {ink, mask_room(painter, (size_t)stride * (size_t)height), (size_t)stride};
    visit_masks(painter, run, matrix, x, y, add_mask, &coverage);

    cairo_surface_t *surface =
        cairo_image_surface_create_for_data(coverage.pixels, CAIRO_FORMAT_A8, width, height, stride);
    cairo_identity_matrix(painter->cairo);
    painter_colour(painter->cairo, run->style->colour);
    cairo_mask_surface(painter->cairo, surface, ink.left, ink.top);
    cairo_set_matrix(painter->cairo, matrix);
    cairo_surface_destroy(surface);
}

static void paint_outlines(struct painter *painter, const struct run *run, float x, float y)
{
    cairo_new_path(painter->cairo);
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        glyphs_outline(painter->glyphs, run->font, glyph->id, painter->cairo, (double)(x + glyph->dx),
                       (double)(y + glyph->dy), (double)run->style->size);
        x += glyph->advance;
    }
    painter_colour(painter->cairo, run->style->colour);
    cairo_fill(painter->cairo);
}

static void paint_bitmap(cairo_t *cairo, const struct glyph_bitmap *bitmap, double x, double y, double size)
{
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, bitmap->scale * size, bitmap->scale * size);
    cairo_set_source_surface(cairo, bitmap->surface, bitmap->left, bitmap->top);
    cairo_paint(cairo);
    cairo_restore(cairo);
    cairo_surface_destroy(bitmap->surface);
}

static void paint_bitmaps(struct painter *painter, const struct run *run, float x, float y)
{
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        struct glyph_bitmap bitmap;
        if (glyphs_bitmap(painter->glyphs, run->font, glyph->id, &bitmap))
            paint_bitmap(painter->cairo, &bitmap, (double)(x + glyph->dx), (double)(y + glyph->dy),
                         (double)run->style->size);
        x += glyph->advance;
    }
}

void painter_text(void *self, const struct run *run, float x, float y)
{
    struct painter *painter = self;
    cairo_matrix_t matrix;
    bool upright = painter_is_upright(painter->cairo, &matrix);
    if (!(run->style->size > 0))
        return;
    if (glyphs_are_bitmaps(painter->glyphs, run->font))
        paint_bitmaps(painter, run, x, y);
    else if (upright && run->style->size * (float)matrix.xx <= LARGEST_MASK)
        paint_masks(painter, run, &matrix, x, y);
    else
        paint_outlines(painter, run, x, y);
}
