/* PNG (ISO/IEC 15948) through libpng: palette, 1 to 16 bits, interlaced, tRNS; all come out as 8-bit RGBA. */
#include "base/limits.h"
#include "scene/picture_kinds.h"
#include <png.h>
#include <setjmp.h>
#include <string.h>

/* libpng must not return from an error, so it jumps back into read_pixels(). */
struct reader {
    const unsigned char *bytes;
    size_t left;
    enum picture_failure failure;
    char *why;
    jmp_buf failed;
};

static _Noreturn void on_error(png_structp png, png_const_charp message)
{
    struct reader *reader = png_get_error_ptr(png);
    picture_because(reader->why, message);
    longjmp(reader->failed, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void on_read(png_structp png, png_bytep out, size_t length)
{
    struct reader *reader = png_get_io_ptr(png);
    if (length > reader->left) {
        reader->failure = PICTURE_CUT;
        png_error(png, "the file ends too early");
    }
    memcpy(out, reader->bytes, length);
    reader->bytes += length;
    reader->left -= length;
}

/* Any kind to 8-bit RGBA. Chunks about colour spaces are not followed: samples are taken as sRGB. */
static void expand(png_structp png)
{
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
}

static void read_header(png_structp png, png_infop info, const struct image *image)
{
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); /* the caller's limit was tested before */
    png_read_info(png, info);
    if (png_get_image_width(png, info) != image->width || png_get_image_height(png, info) != image->height)
        png_error(png, "the file has two sizes");
    expand(png);
}

/* The only function libpng jumps into; nothing it changes is read after the jump. */
static bool read_pixels(struct reader *reader, const struct image *image, uint8_t *pixels)
{
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, on_error, on_warning);
    if (!png)
        return false;
    png_infop info = png_create_info_struct(png);
    if (!info) {
        png_destroy_read_struct(&png, NULL, NULL);
        return false;
    }
    if (setjmp(reader->failed)) {
        png_destroy_read_struct(&png, &info, NULL);
        return false;
    }
    png_set_read_fn(png, reader, on_read);
    read_header(png, info, image);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    for (int pass = 0; pass < passes; pass++)
        for (size_t y = 0; y < image->height; y++)
            png_read_row(png, pixels + y * image->width * 4, NULL);
    png_read_end(png, NULL);
    png_destroy_read_struct(&png, &info, NULL);
    return true;
}

static unsigned big_endian(const unsigned char *bytes)
{
    return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 | bytes[3];
}

static bool is_opaque(const struct image *image)
{
    size_t count = (size_t)image->width * image->height;
    for (size_t i = 0; i < count; i++)
        if (image->pixels[i * 4 + 3] != 255)
            return false;
    return true;
}

/* The size stands at a fixed place: reading it here lets memory be found before libpng is at work. */
static enum picture_failure read_size(const unsigned char *bytes, size_t length, struct image *image,
                                      char *why)
{
    if (length < 33)
        return PICTURE_CUT;
    if (png_sig_cmp(bytes, 0, 8) != 0)
        return PICTURE_CHANGED;
    if (memcmp(bytes + 12, "IHDR", 4) != 0)
        return picture_broken(why, "IHDR: missing");
    image->width = big_endian(bytes + 16);
    image->height = big_endian(bytes + 20);
    if ((uint64_t)image->width * image->height > LIMIT_IMAGE_PIXELS)
        return PICTURE_TOO_LARGE;
    /* A pixel takes at least a bit and Deflate makes at most 1032 bytes of one, so what claims to be much
     * larger than its bytes can be is not worth the memory. */
    if (image->width == 0 || image->height == 0 ||
        (uint64_t)image->width * image->height / 8 > (uint64_t)length * 1032)
        return PICTURE_NO_SIZE;
    return PICTURE_OK;
}

enum picture_failure picture_read_png(struct arena *arena, const unsigned char *bytes, size_t length,
                                      struct image *image, char *why)
{
    struct reader reader = {.bytes = bytes, .left = length, .failure = PICTURE_BROKEN, .why = why};
    enum picture_failure failure = read_size(bytes, length, image, why);
    if (failure != PICTURE_OK)
        return failure;
    uint8_t *pixels = arena_array(arena, (size_t)image->width * image->height, 4);
    image->pixels = pixels;
    if (!read_pixels(&reader, image, pixels))
        return reader.failure;
    image->opaque = is_opaque(image);
    return PICTURE_OK;
}
