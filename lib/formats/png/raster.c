#include "formats/png/raster.h"
#include "base/limits.h"
#include "formats/png/painter.h"
#include "formats/png/room.h"
#include "scene/drawing.h"
#include "scene/player.h"
#include <math.h>

void painter_colour(cairo_t *cairo, struct colour colour)
{
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          colour.alpha / 255.0);
}

bool painter_is_upright(cairo_t *cairo, cairo_matrix_t *matrix)
{
    cairo_get_matrix(cairo, matrix);
    return matrix->xy == 0 && matrix->yx == 0 && matrix->xx == matrix->yy && matrix->xx > 0;
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
static void snap_box(const cairo_matrix_t *matrix, struct box *box)
{
    cairo_matrix_transform_point(matrix, &box->left, &box->top);
    cairo_matrix_transform_point(matrix, &box->right, &box->bottom);
    snap_span(&box->left, &box->right);
    snap_span(&box->top, &box->bottom);
}

static void add_snapped_box(cairo_t *cairo, const cairo_matrix_t *matrix, struct box box)
{
    snap_box(matrix, &box);
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
        painter_colour(cairo, paint->colour);
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
    if (path_box(path, &box) && painter_is_upright(painter->cairo, &matrix))
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
    painter_colour(cairo, stroke->colour);
    if (stroke_box(path, stroke, &box) && painter_is_upright(cairo, &matrix)) {
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

/* ---- Images ---- */

static uint32_t premultiplied(const uint8_t *rgba)
{
    uint32_t alpha = rgba[3];
    uint32_t pixel = alpha << 24;
    for (unsigned i = 0; i < 3; i++)
        pixel |= (rgba[i] * alpha + 127) / 255 << (16 - 8 * i);
    return pixel;
}

/* A copy in cairo's order; cairo tells when there is no memory for it. */
static cairo_surface_t *image_surface(const struct pixels *pixels, bool opaque)
{
    cairo_surface_t *surface = cairo_image_surface_create(opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                          (int)pixels->width, (int)pixels->height);
    unsigned char *rows = cairo_image_surface_get_data(surface);
    if (!rows)
        return surface;
    size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    for (size_t y = 0; y < pixels->height; y++) {
        uint32_t *row = (uint32_t *)(void *)(rows + y * stride);
        for (size_t x = 0; x < pixels->width; x++)
            row[x] = premultiplied(pixels->rgba + (y * pixels->width + x) * 4);
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

/* A whole number of pixels that is not less than a length, at most what cairo can hold. */
static unsigned pixels_of(double length)
{
    return length >= 1 ? (unsigned)fmin(ceil(length), MOST_SIDE) : 1;
}

/* Fills a box, in the units of the present transform. */
static void fill_with_drawing(struct painter *painter, const struct drawing *drawing, struct box box)
{
    cairo_save(painter->cairo);
    if (!drawing_paint(drawing, painter->cairo, box.left, box.top, box.right - box.left,
                       box.bottom - box.top))
        painter->undrawn = true;
    cairo_restore(painter->cairo);
}

static void fill_with_pixels(struct painter *painter, const struct image *image, struct box box)
{
    cairo_t *cairo = painter->cairo;
    cairo_matrix_t now;
    cairo_get_matrix(cairo, &now);
    double width = box.right - box.left, height = box.bottom - box.top;
    struct arena_mark before = arena_mark(painter->arena);
    struct pixels pixels = picture_pixels(painter->arena, image, pixels_of(width * hypot(now.xx, now.yx)),
                                          pixels_of(height * hypot(now.xy, now.yy)));
    cairo_surface_t *surface = image_surface(&pixels, image->opaque);
    arena_rewind(painter->arena, before);
    cairo_pattern_t *pattern = cairo_pattern_create_for_surface(surface);
    cairo_matrix_t to_image;
    cairo_matrix_init_scale(&to_image, pixels.width / width, pixels.height / height);
    cairo_matrix_translate(&to_image, -box.left, -box.top);
    cairo_pattern_set_matrix(pattern, &to_image);
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD); /* else the edges fade out */
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD);
    cairo_set_source(cairo, pattern);
    cairo_rectangle(cairo, box.left, box.top, width, height);
    cairo_fill(cairo);
    cairo_pattern_destroy(pattern);
    cairo_surface_destroy(surface);
}

/* Pictures that stand upright cover whole pixels, so that those reduced to just as many stay sharp. */
static void paint_image(void *self, const struct image *image, struct rect where)
{
    struct painter *painter = self;
    cairo_t *cairo = painter->cairo;
    cairo_matrix_t matrix;
    struct box box = {(double)where.x, (double)where.y, (double)(where.x + where.width),
                      (double)(where.y + where.height)};
    if (image->width == 0 || image->height == 0 || !(where.width > 0) || !(where.height > 0))
        return;
    cairo_new_path(cairo);
    if (painter_is_upright(cairo, &matrix)) {
        snap_box(&matrix, &box);
        cairo_identity_matrix(cairo);
    }
    if (image->drawing)
        fill_with_drawing(painter, image->drawing, box);
    else
        fill_with_pixels(painter, image, box);
    cairo_set_matrix(cairo, &matrix);
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

static const struct painter_ops raster_ops = {.text = painter_text,
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
    *why = painter.undrawn ? "librsvg" : cairo_status_to_string(cairo_status(painter.cairo));
    if (painter.undrawn || cairo_status(painter.cairo) != CAIRO_STATUS_SUCCESS)
        return RASTER_FAULT;
    *why = glyphs_broken_font(painter.glyphs);
    return *why ? RASTER_NO_FONT : RASTER_OK;
}
