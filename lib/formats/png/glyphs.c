#include "formats/png/glyphs.h"
#include "base/map.h"
#include <ft2build.h>
#include <math.h>
#include <string.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

struct open_face {
    FT_Face face;    /* NULL: not opened yet, or broken */
    FT_F26Dot6 size; /* set last; 0: none */
    bool broken;
};

struct glyphs {
    struct arena *arena;
    FT_Library library;
    struct open_face *faces; /* by font number */
    unsigned face_count;
    struct map masks; /* struct glyph_key to struct glyph_mask */
    const char *broken_font;
};

/* Bytes of a map key, so it has no padding. */
struct glyph_key {
    uint32_t font, size, glyph, phase;
};

static void close_library(void *library)
{
    FT_Done_FreeType(library); /* closes the faces too */
}

struct glyphs *glyphs_create(struct arena *arena, unsigned font_count)
{
    struct glyphs *glyphs = ARENA_NEW(arena, struct glyphs);
    glyphs->arena = arena;
    glyphs->faces = ARENA_ARRAY(arena, struct open_face, font_count);
    glyphs->face_count = font_count;
    map_init(&glyphs->masks, arena);
    if (FT_Init_FreeType(&glyphs->library) != 0)
        return NULL;
    arena_defer(arena, close_library, glyphs->library);
    return glyphs;
}

const char *glyphs_broken_font(const struct glyphs *glyphs)
{
    return glyphs->broken_font;
}

static struct open_face *face_of(struct glyphs *glyphs, const struct font *font)
{
    struct open_face *open = font->number < glyphs->face_count ? &glyphs->faces[font->number] : NULL;
    if (open && !open->face && !open->broken)
        open->broken = FT_New_Face(glyphs->library, font->path, (FT_Long)font->index, &open->face) != 0;
    if (open && open->face)
        return open;
    if (!glyphs->broken_font)
        glyphs->broken_font = font->path;
    return NULL;
}

/* ---- Masks ---- */

static bool render(struct open_face *open, FT_F26Dot6 size, uint32_t glyph, unsigned phase_x,
                   unsigned phase_y)
{
    FT_Face face = open->face;
    if (open->size != size && FT_Set_Char_Size(face, 0, size, 72, 72) != 0)
        return false;
    open->size = size;
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0 ||
        face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return false;
    const int phase = 64 / GLYPH_PHASES;
    FT_Outline_Translate(&face->glyph->outline, (int)phase_x * phase, -(int)phase_y * phase);
    return FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) == 0;
}

static void copy_mask(struct arena *arena, struct glyph_mask *mask, FT_GlyphSlot slot)
{
    const FT_Bitmap *bitmap = &slot->bitmap;
    uint8_t *pixels = arena_array(arena, bitmap->rows, bitmap->width);
    for (size_t y = 0; y < bitmap->rows; y++)
        memcpy(pixels + y * bitmap->width, bitmap->buffer + (ptrdiff_t)y * bitmap->pitch, bitmap->width);
    mask->left = slot->bitmap_left;
    mask->top = -slot->bitmap_top;
    mask->width = bitmap->width;
    mask->height = bitmap->rows;
    mask->pixels = pixels;
}

/* A mask with its key, which the map borrows. */
struct kept_mask {
    struct glyph_key key;
    struct glyph_mask mask;
};

const struct glyph_mask *glyphs_mask(struct glyphs *glyphs, const struct font *font, float pixels_per_em,
                                     uint32_t glyph, unsigned phase_x, unsigned phase_y)
{
    FT_F26Dot6 size = lroundf(pixels_per_em * 64);
    struct glyph_key key = {font->number, (uint32_t)size, glyph, phase_x * GLYPH_PHASES + phase_y};
    const struct glyph_mask *found = map_find(&glyphs->masks, (const char *)&key, sizeof key);
    if (found)
        return found;
    struct open_face *open = face_of(glyphs, font);
    if (!open)
        return NULL;
    struct kept_mask *kept = ARENA_NEW(glyphs->arena, struct kept_mask);
    kept->key = key;
    if (render(open, size, glyph, phase_x, phase_y))
        copy_mask(glyphs->arena, &kept->mask, open->face->glyph);
    *map_slot(&glyphs->masks, (const char *)&kept->key, sizeof kept->key) = &kept->mask;
    return &kept->mask;
}

/* ---- Outlines ---- */

/* Where an outline in font units goes on a cairo path. */
struct tracing {
    cairo_t *cairo;
    double x, y, scale;
};

static double trace_x(const struct tracing *tracing, const FT_Vector *at)
{
    return tracing->x + (double)at->x * tracing->scale;
}

static double trace_y(const struct tracing *tracing, const FT_Vector *at)
{
    return tracing->y - (double)at->y * tracing->scale;
}

static int trace_move(const FT_Vector *to, void *self)
{
    const struct tracing *tracing = self;
    cairo_close_path(tracing->cairo);
    cairo_move_to(tracing->cairo, trace_x(tracing, to), trace_y(tracing, to));
    return 0;
}

static int trace_line(const FT_Vector *to, void *self)
{
    const struct tracing *tracing = self;
    cairo_line_to(tracing->cairo, trace_x(tracing, to), trace_y(tracing, to));
    return 0;
}

static int trace_cubic(const FT_Vector *one, const FT_Vector *two, const FT_Vector *to, void *self)
{
    const struct tracing *tracing = self;
    cairo_curve_to(tracing->cairo, trace_x(tracing, one), trace_y(tracing, one), trace_x(tracing, two),
                   trace_y(tracing, two), trace_x(tracing, to), trace_y(tracing, to));
    return 0;
}

/* A quadratic curve as a cubic one: its controls lie two thirds of the way to the quadratic's. */
static int trace_conic(const FT_Vector *control, const FT_Vector *to, void *self)
{
    const struct tracing *tracing = self;
    double x0, y0, x1 = trace_x(tracing, control), y1 = trace_y(tracing, control);
    double x2 = trace_x(tracing, to), y2 = trace_y(tracing, to);
    cairo_get_current_point(tracing->cairo, &x0, &y0);
    cairo_curve_to(tracing->cairo, (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3,
                   x2, y2);
    return 0;
}

void glyphs_outline(struct glyphs *glyphs, const struct font *font, uint32_t glyph, cairo_t *cairo, double x,
                    double y, double size)
{
    static const FT_Outline_Funcs funcs = {
        .move_to = trace_move, .line_to = trace_line, .conic_to = trace_conic, .cubic_to = trace_cubic};
    struct open_face *open = face_of(glyphs, font);
    if (!open || FT_Load_Glyph(open->face, glyph, FT_LOAD_NO_SCALE) != 0 ||
        open->face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return;
    struct tracing tracing = {cairo, x, y, size / open->face->units_per_EM};
    FT_Outline_Decompose(&open->face->glyph->outline, &funcs, &tracing);
    cairo_close_path(cairo);
}

/* ---- Colour bitmaps ---- */

bool glyphs_are_bitmaps(struct glyphs *glyphs, const struct font *font)
{
    struct open_face *open = face_of(glyphs, font);
    return open && FT_HAS_COLOR(open->face) && FT_HAS_FIXED_SIZES(open->face) && !FT_IS_SCALABLE(open->face);
}

bool glyphs_bitmap(struct glyphs *glyphs, const struct font *font, uint32_t glyph,
                   struct glyph_bitmap *bitmap)
{
    struct open_face *open = face_of(glyphs, font);
    if (!open || FT_Select_Size(open->face, 0) != 0 || FT_Load_Glyph(open->face, glyph, FT_LOAD_COLOR) != 0)
        return false;
    FT_GlyphSlot slot = open->face->glyph;
    if (slot->bitmap.pixel_mode != FT_PIXEL_MODE_BGRA || slot->bitmap.width == 0 || slot->bitmap.rows == 0)
        return false;
    int width = (int)slot->bitmap.width, height = (int)slot->bitmap.rows;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    unsigned char *pixels = cairo_image_surface_get_data(surface);
    if (!pixels) {
        cairo_surface_destroy(surface);
        return false;
    }
    /* FreeType's BGRA is premultiplied, as cairo's little-endian ARGB32 is. */
    for (int y = 0; y < height; y++)
        memcpy(pixels + (ptrdiff_t)y * cairo_image_surface_get_stride(surface),
               slot->bitmap.buffer + (ptrdiff_t)y * slot->bitmap.pitch, (size_t)width * 4);
    cairo_surface_mark_dirty(surface);
    *bitmap = (struct glyph_bitmap){.surface = surface,
                                    .scale = 1.0 / open->face->size->metrics.y_ppem,
                                    .left = slot->bitmap_left,
                                    .top = -slot->bitmap_top};
    return true;
}
