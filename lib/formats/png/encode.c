#include "formats/png/encode.h"
#include "formats/png/room.h"
#include "formats/png/rows.h"
#include <libdeflate.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <string.h>

/* libdeflate's knee: 6 takes a twentieth more time for a hundredth less bytes, 7 and up still more for still
 * less. */
#define COMPRESSION 5

/* ---- libpng, for chunks ---- */

/* libpng must not return from an error, so it jumps back into write_chunks(). */
struct writer {
    struct loa_sink *sink;
    jmp_buf failed;
};

static _Noreturn void on_error(png_structp png, png_const_charp message)
{
    struct writer *writer = png_get_error_ptr(png);
    (void)message;
    longjmp(writer->failed, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void on_write(png_structp png, png_bytep bytes, size_t length)
{
    struct writer *writer = png_get_io_ptr(png);
    loa_sink_write(writer->sink, bytes, length);
}

static void on_flush(png_structp png)
{
    (void)png;
}

/* Adds an iTXt chunk: UTF-8 with its language. */
static void set_text(png_structp png, png_infop info, const char *key, const char *text, const char *language)
{
    if (!*text)
        return;
    char key_copy[20], language_copy[40] = "";
    strncpy(key_copy, key, sizeof key_copy - 1);
    key_copy[sizeof key_copy - 1] = '\0';
    strncpy(language_copy, language, sizeof language_copy - 1);
    png_text chunk = {.compression = PNG_ITXT_COMPRESSION_NONE,
                      .key = key_copy,
                      .text = (char *)text, /* libpng copies; its type only lacks a const */
                      .itxt_length = strlen(text),
                      .lang = language_copy,
                      .lang_key = key_copy};
    png_set_text(png, info, &chunk, 1);
}

static void write_header(png_structp png, png_infop info, const struct png_picture *picture)
{
    png_set_IHDR(png, info, picture->width, picture->height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_uint_32 per_metre = (png_uint_32)lround(fmin(picture->dots_per_inch, 1e6) / 0.0254);
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    set_text(png, info, "Title", picture->title, picture->language);
    set_text(png, info, "Author", picture->author, picture->language);
    png_write_info(png, info);
}

/* The only function libpng jumps into; nothing it changes is read after the jump. */
static enum loa_status write_chunks(const struct png_picture *picture, const uint8_t *data, size_t length,
                                    struct loa_sink *sink)
{
    struct writer writer = {.sink = sink};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writer, on_error, on_warning);
    if (!png)
        return LOA_LIMIT;
    png_infop info = png_create_info_struct(png);
    if (!info) {
        png_destroy_write_struct(&png, NULL);
        return LOA_LIMIT;
    }
    if (setjmp(writer.failed)) {
        png_destroy_write_struct(&png, &info);
        return LOA_LIMIT;
    }
    png_set_write_fn(png, &writer, on_write, on_flush);
    write_header(png, info, picture);
    png_write_chunk(png, (png_const_bytep) "IDAT", data, length);
    png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
    png_destroy_write_struct(&png, &info);
    return LOA_OK;
}

/* ---- Rows and compression ---- */

/* Replaces the pixels by filtered rows: a row's bytes end before the pixels of the next one begin, and the
 * filter keeps copies of the two rows it looks at. Returns how many bytes there are. */
static size_t filter_rows(struct arena *arena, const struct png_picture *picture)
{
    size_t row_bytes = 1 + (size_t)picture->width * 3;
    uint8_t *rows = (uint8_t *)picture->pixels;
    struct row_filter *filter = row_filter_create(arena, picture->width);
    for (size_t y = 0; y < picture->height; y++)
        row_filter_write(filter, picture->pixels + y * picture->width, rows + y * row_bytes);
    return picture->height * row_bytes;
}

static void free_compressor(void *compressor)
{
    libdeflate_free_compressor(compressor);
}

enum loa_status png_encode(struct arena *arena, const struct png_picture *picture, struct loa_sink *sink)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(COMPRESSION);
    if (!compressor)
        return LOA_LIMIT;
    arena_defer(arena, free_compressor, compressor);
    size_t raw_length = filter_rows(arena, picture);
    size_t room = libdeflate_zlib_compress_bound(compressor, raw_length);
    uint8_t *data = picture_room(arena, room, 1);
    size_t length = data ? libdeflate_zlib_compress(compressor, picture->pixels, raw_length, data, room) : 0;
    return length ? write_chunks(picture, data, length, sink) : LOA_LIMIT;
}
