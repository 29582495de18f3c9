#include "formats/png/raster.h"
#include "base/limits.h"
#include "formats/png/glyphs.h"
#include "formats/png/room.h"
#include "scene/player.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* cairo's own limit on an image's side. */
#define MOST_SIDE 32767
/* Text of more pixels an em is filled as a path: a mask would be large and used once. */
#define LARGEST_MASK 256.0f

struct painter {
    struct arena *arena;
    struct glyphs *glyphs;
    struct raster *raster;
    cairo_t *cairo;
    uint8_t *mask; /* a run's coverage, before it is coloured */
    size_t mask_room;
};

/* ---- Helpers ---- */

static void set_colour(cairo_t *cairo, struct colour colour)
{
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          colour.alpha / 255.0);
}

static void add_path(cairo_t *cairo, const struct path *path)
{
    cairo_new_path(cairo);
    for (size_t i = 0; i < path->count; i++) {
        const float *at = path->steps[i].at;
        switch (path->steps[i].verb) {
        case PATH_MOVE:
            cairo_move_to(cairo, (double)at[0], (double)at[1]);
            break;
        case PATH_LINE:
            cairo_line_to(cairo, (double)at[0], (double)at[1]);
            break;
        case PATH_CURVE:
            cairo_curve_to(cairo, (double)at[0], (double)at[1], (double)at[2], (double)at[3], (double)at[4],
                           (double)at[5]);
            break;
        case PATH_CLOSE:
            cairo_close_path(cairo);
            break;
        }
    }
}

/* Whether the present transform only moves and enlarges evenly, so that boxes stay boxes and text upright. */
static bool is_upright(cairo_t *cairo, cairo_matrix_t *matrix)
{
    cairo_get_matrix(cairo, matrix);
    return matrix->xy == 0 && matrix->yx == 0 && matrix->xx == matrix->yy && matrix->xx > 0;
}

/* ---- Boxes and lines on whole pixels ---- */

struct box {
    double left, top, right, bottom;
};

/* Whether a path is one upright rectangle. */
static bool path_box(const struct path *path, struct box *box)
{
    if (path->count != 5 || path->steps[0].verb != PATH_MOVE || path->steps[4].verb != PATH_CLOSE)
        return false;
    for (size_t i = 1; i < 4; i++)
        if (path->steps[i].verb != PATH_LINE)
            return false;
    const float *a = path->steps[0].at, *b = path->steps[1].at, *c = path->steps[2].at,
                *d = path->steps[3].at;
    bool across = a[1] == b[1] && b[0] == c[0] && c[1] == d[1] && d[0] == a[0];
    bool down = a[0] == b[0] && b[1] == c[1] && c[0] == d[0] && d[1] == a[1];
    *box = (struct box){fmin((double)a[0], (double)c[0]), fmin((double)a[1], (double)c[1]),
                        fmax((double)a[0], (double)c[0]), fmax((double)a[1], (double)c[1])};
    return across || down;
}

/* Moves a span's ends to whole pixels, at least one apart. */
static void snap_span(double *low, double *high)
{
    double start = floor(*low + 0.5), end = floor(*high + 0.5);
    if (end - start < 1) {
        start = floor((*low + *high) / 2);
        end = start + 1;
    }
    *low = start;
    *high = end;
}

/* Boxes that meet in a scene then meet on the picture, without a seam, and rules are sharp. */
static void add_snapped_box(cairo_t *cairo, const cairo_matrix_t *matrix, struct box box)
{
    cairo_matrix_transform_point(matrix, &box.left, &box.top);
    cairo_matrix_transform_point(matrix, &box.right, &box.bottom);
    snap_span(&box.left, &box.right);
    snap_span(&box.top, &box.bottom);
    cairo_identity_matrix(cairo);
    cairo_new_path(cairo);
    cairo_rectangle(cairo, box.left, box.top, box.right - box.left, box.bottom - box.top);
    cairo_set_matrix(cairo, matrix);
}

/* Whether a stroke is one solid level or plumb line, which then is a box. */
static bool stroke_box(const struct path *path, const struct stroke *stroke, struct box *box)
{
    if (path->count != 2 || path->steps[1].verb != PATH_LINE || stroke->dash > 0 || stroke->round)
        return false;
    const float *a = path->steps[0].at, *b = path->steps[1].at;
    double half = (double)stroke->width / 2;
    bool level = a[1] == b[1], plumb = a[0] == b[0];
    *box = (struct box){fmin((double)a[0], (double)b[0]) - (level ? 0 : half),
                        fmin((double)a[1], (double)b[1]) - (level ? half : 0),
                        fmax((double)a[0], (double)b[0]) + (level ? 0 : half),
                        fmax((double)a[1], (double)b[1]) + (level ? half : 0)};
    return level != plumb;
}

/* ---- Fills and strokes ---- */

static void set_paint(cairo_t *cairo, const struct paint *paint)
{
    if (!paint->gradient) {
        set_colour(cairo, paint->colour);
        return;
    }
    cairo_pattern_t *pattern = cairo_pattern_create_linear((double)paint->x1, (double)paint->y1,
                                                           (double)paint->x2, (double)paint->y2);
    const struct colour ends[2] = {paint->colour, paint->to};
    for (int i = 0; i < 2; i++)
        cairo_pattern_add_color_stop_rgba(pattern, i, ends[i].red / 255.0, ends[i].green / 255.0,
                                          ends[i].blue / 255.0, ends[i].alpha / 255.0);
    cairo_set_source(cairo, pattern);
    cairo_pattern_destroy(pattern);
}

static void paint_fill(void *self, const struct path *path, const struct paint *paint)
{
    struct painter *painter = self;
    cairo_matrix_t matrix;
    struct box box;
    if (path_box(path, &box) && is_upright(painter->cairo, &matrix))
        add_snapped_box(painter->cairo, &matrix, box);
    else
        add_path(painter->cairo, path);
    set_paint(painter->cairo, paint);
    cairo_fill(painter->cairo);
}

static void paint_stroke(void *self, const struct path *path, const struct stroke *stroke)
{
    struct painter *painter = self;
    cairo_t *cairo = painter->cairo;
    cairo_matrix_t matrix;
    struct box box;
    if (!(stroke->width > 0))
        return;
    set_colour(cairo, stroke->colour);
    if (stroke_box(path, stroke, &box) && is_upright(cairo, &matrix)) {
        add_snapped_box(cairo, &matrix, box);
        cairo_fill(cairo);
        return;
    }
    add_path(cairo, path);
    cairo_set_line_width(cairo, (double)stroke->width);
    cairo_set_line_cap(cairo, stroke->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo, stroke->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    const double dashes[2] = {(double)stroke->dash, (double)fmaxf(stroke->gap, 0)};
    cairo_set_dash(cairo, dashes, stroke->dash > 0 ? 2 : 0, 0);
    cairo_stroke(cairo);
}

/* ---- Text ---- */

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
    set_colour(painter->cairo, run->style->colour);
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
    set_colour(painter->cairo, run->style->colour);
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

static void paint_text(void *self, const struct run *run, float x, float y)
{
    struct painter *painter = self;
    cairo_matrix_t matrix;
    bool upright = is_upright(painter->cairo, &matrix);
    if (!(run->style->size > 0))
        return;
    if (glyphs_are_bitmaps(painter->glyphs, run->font))
        paint_bitmaps(painter, run, x, y);
    else if (upright && run->style->size * (float)matrix.xx <= LARGEST_MASK)
        paint_masks(painter, run, &matrix, x, y);
    else
        paint_outlines(painter, run, x, y);
}

/* ---- Images ---- */

static uint32_t premultiplied(const uint8_t *rgba)
{
    uint32_t alpha = rgba[3];
    uint32_t pixel = alpha << 24;
    for (unsigned i = 0; i < 3; i++)
        pixel |= (rgba[i] * alpha + 127) / 255 << (16 - 8 * i);
    return pixel;
}

/* A copy in cairo's order; NULL when there is no memory for it. */
static cairo_surface_t *image_surface(const struct image *image)
{
    if (image->width == 0 || image->height == 0 || image->width > MOST_SIDE || image->height > MOST_SIDE)
        return NULL;
    cairo_surface_t *surface = cairo_image_surface_create(
        image->opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, (int)image->width, (int)image->height);
    unsigned char *rows = cairo_image_surface_get_data(surface);
    if (!rows)
        return surface;
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    for (size_t y = 0; y < image->height; y++) {
        uint32_t *row = (uint32_t *)(void *)(rows + y * stride);
        for (size_t x = 0; x < image->width; x++)
            row[x] = premultiplied(image->pixels + (y * image->width + x) * 4);
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

static void paint_image(void *self, const struct image *image, struct rect where)
{
    struct painter *painter = self;
    cairo_t *cairo = painter->cairo;
    cairo_surface_t *surface = image_surface(image);
    if (!surface || !(where.width > 0) || !(where.height > 0)) {
        cairo_surface_destroy(surface);
        return;
    }
    cairo_pattern_t *pattern = cairo_pattern_create_for_surface(surface);
    cairo_matrix_t to_image;
    cairo_matrix_init_scale(&to_image, image->width / (double)where.width,
                            image->height / (double)where.height);
    cairo_matrix_translate(&to_image, -(double)where.x, -(double)where.y);
    cairo_pattern_set_matrix(pattern, &to_image);
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD); /* else the edges fade out */
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD);
    cairo_matrix_t matrix;
    struct box box = {(double)where.x, (double)where.y, (double)(where.x + where.width),
                      (double)(where.y + where.height)};
    cairo_new_path(cairo);
    if (is_upright(cairo, &matrix))
        add_snapped_box(cairo, &matrix, box);
    else
        cairo_rectangle(cairo, box.left, box.top, box.right - box.left, box.bottom - box.top);
    cairo_set_source(cairo, pattern);
    cairo_fill(cairo);
    cairo_pattern_destroy(pattern);
    cairo_surface_destroy(surface);
}

/* ---- Transforms ---- */

/* A transform that can't be undone shows nothing; cairo would refuse everything after it. */
static bool is_usable(const struct matrix *matrix)
{
    double determinant = (double)matrix->a * (double)matrix->d - (double)matrix->b * (double)matrix->c;
    return isfinite(determinant) && determinant != 0 && isfinite(matrix->e) && isfinite(matrix->f);
}

static void paint_push(void *self, const struct matrix *matrix, const struct path *clip)
{
    struct painter *painter = self;
    cairo_save(painter->cairo);
    if (clip->count) {
        add_path(painter->cairo, clip);
        cairo_clip(painter->cairo);
    }
    if (is_usable(matrix)) {
        const cairo_matrix_t move = {(double)matrix->a, (double)matrix->b, (double)matrix->c,
                                     (double)matrix->d, (double)matrix->e, (double)matrix->f};
        cairo_transform(painter->cairo, &move);
    } else {
        cairo_new_path(painter->cairo);
        cairo_clip(painter->cairo);
    }
}

static void paint_pop(void *self)
{
    struct painter *painter = self;
    cairo_restore(painter->cairo);
}

/* ---- Pages ---- */

static const struct painter_ops raster_ops = {.text = paint_text,
                                              .fill = paint_fill,
                                              .stroke = paint_stroke,
                                              .image = paint_image,
                                              .push = paint_push,
                                              .pop = paint_pop};

bool raster_size(const struct page *page, struct raster *raster)
{
    double width = floor((double)page->width * (double)page->scale + 0.5);
    double height = floor((double)page->height * (double)page->scale + 0.5);
    *raster = (struct raster){0};
    if (!(width >= 1) || !(height >= 1) || width > MOST_SIDE || height > MOST_SIDE ||
        width * height > LIMIT_PAGE_PIXELS)
        return false;
    raster->width = (unsigned)width;
    raster->height = (unsigned)height;
    return true;
}

/* The page's paper. */
static void clear(struct raster *raster, struct colour ground)
{
    uint32_t pixel = 0xff000000u | (uint32_t)ground.red << 16 | (uint32_t)ground.green << 8 | ground.blue;
    size_t count = (size_t)raster->width * raster->height;
    for (size_t i = 0; i < count; i++)
        raster->pixels[i] = pixel;
}

static void destroy_cairo(void *cairo)
{
    cairo_destroy(cairo);
}

/* A context over the raster's pixels. */
static cairo_t *open_cairo(struct arena *arena, struct raster *raster, float scale)
{
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((unsigned char *)raster->pixels, CAIRO_FORMAT_RGB24,
                                            (int)raster->width, (int)raster->height, (int)raster->width * 4);
    cairo_t *cairo = cairo_create(surface);
    cairo_surface_destroy(surface); /* the context keeps it */
    arena_defer(arena, destroy_cairo, cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_GRAY);
    cairo_scale(cairo, (double)scale, (double)scale);
    return cairo;
}

enum raster_failure raster_page(const struct scene *scene, size_t index, struct arena *arena,
                                struct raster *raster, const char **why)
{
    const struct page *page = &scene->pages[index];
    if (!raster_size(page, raster))
        return RASTER_TOO_LARGE;
    *why = "malloc";
    raster->pixels = picture_room(arena, (size_t)raster->width * raster->height, sizeof *raster->pixels);
    if (!raster->pixels)
        return RASTER_FAULT;
    clear(raster, page->ground);
    struct painter painter = {.arena = arena,
                              .raster = raster,
                              .glyphs = glyphs_create(arena, scene->font_count),
                              .cairo = open_cairo(arena, raster, page->scale)};
    *why = "FreeType";
    if (!painter.glyphs)
        return RASTER_FAULT;
    scene_play_page(scene, index, &raster_ops, &painter);
    cairo_surface_flush(cairo_get_target(painter.cairo));
    *why = cairo_status_to_string(cairo_status(painter.cairo));
    if (cairo_status(painter.cairo) != CAIRO_STATUS_SUCCESS)
        return RASTER_FAULT;
    *why = glyphs_broken_font(painter.glyphs);
    return *why ? RASTER_NO_FONT : RASTER_OK;
}
