/* JPEG through libjpeg-turbo: a file is decoded once, small, to know that all of it is there, and then as
 * often as a painter needs its pixels, at the size that is needed. */
#include "base/limits.h"
#include "scene/photo.h"
#include "scene/picture_kinds.h"
#include "scene/printing_inks.h"
#include <setjmp.h>
#include <stdio.h> /* jpeglib.h wants FILE */
#include <string.h>

#include <jpeglib.h>

#include <jerror.h> /* some of its names depend on jpeglib.h */

/* libjpeg must not return from an error, so it jumps back into run(). */
struct decoder {
    struct jpeg_decompress_struct info;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf failed;
    enum picture_failure failure;
    char *why;
};

static struct decoder *decoder_of(j_common_ptr info)
{
    return info->client_data;
}

static _Noreturn void give_up(struct decoder *decoder, enum picture_failure failure)
{
    decoder->failure = failure;
    longjmp(decoder->failed, 1);
}

static _Noreturn void on_error(j_common_ptr info)
{
    char words[JMSG_LENGTH_MAX];
    info->err->format_message(info, words);
    picture_because(decoder_of(info)->why, words);
    give_up(decoder_of(info), PICTURE_BROKEN);
}

/* Of libjpeg's warnings these mean that a part of the picture is missing or made up. */
static void on_message(j_common_ptr info, int level)
{
    static const int grave[] = {JWRN_HIT_MARKER, JWRN_HUFF_BAD_CODE, JWRN_MUST_RESYNC, JWRN_ARITH_BAD_CODE};
    if (level >= 0)
        return;
    if (info->err->msg_code == JWRN_JPEG_EOF)
        give_up(decoder_of(info), PICTURE_CUT);
    for (size_t i = 0; i < sizeof grave / sizeof *grave; i++)
        if (info->err->msg_code == grave[i])
            on_error(info);
}

/* Each scan of a progressive picture costs a pass over all of it, and a small file can claim thousands. */
static void on_progress(j_common_ptr info)
{
    struct decoder *decoder = decoder_of(info);
    if (decoder->info.input_scan_number > LIMIT_IMAGE_SCANS)
        give_up(decoder, PICTURE_TOO_LARGE);
}

/* Reads the head: what the picture is, within limits. */
static void read_head(struct decoder *decoder, const struct photo *photo)
{
    struct jpeg_decompress_struct *info = &decoder->info;
    jpeg_mem_src(info, photo->bytes, photo->length);
    jpeg_read_header(info, TRUE);
    uint64_t pixels = (uint64_t)info->image_width * info->image_height;
    if (pixels > LIMIT_IMAGE_PIXELS)
        give_up(decoder, PICTURE_TOO_LARGE);
    /* What is packed best has a bit for a square of 32 × 32 pixels. */
    if (pixels / (32 * 32 * 8) > photo->length)
        give_up(decoder, PICTURE_NO_SIZE);
    if (info->jpeg_color_space == JCS_UNKNOWN)
        give_up(decoder, picture_broken(decoder->why, "unknown colour space"));
}

/* What is done with a decoder whose head was read. */
typedef void decode_fn(struct decoder *decoder, void *data);

/* The only function libjpeg jumps into; nothing of its own is changed before the jump. */
static bool run(struct decoder *decoder, const struct photo *photo, decode_fn *work, void *data)
{
    if (setjmp(decoder->failed)) {
        jpeg_destroy_decompress(&decoder->info);
        return false;
    }
    jpeg_create_decompress(&decoder->info);
    decoder->info.progress = &decoder->progress;
    read_head(decoder, photo);
    work(decoder, data);
    jpeg_destroy_decompress(&decoder->info);
    return true;
}

static enum picture_failure decode(const struct photo *photo, decode_fn *work, void *data, char *why)
{
    struct decoder decoder = {.progress.progress_monitor = on_progress};
    decoder.why = why;
    decoder.info.err = jpeg_std_error(&decoder.errors);
    decoder.errors.error_exit = on_error;
    decoder.errors.emit_message = on_message;
    decoder.info.client_data = &decoder;
    return run(&decoder, photo, work, data) ? PICTURE_OK : decoder.failure;
}

/* ---- Looking through a file ---- */

static void look_through(struct decoder *decoder, void *data)
{
    struct jpeg_decompress_struct *info = &decoder->info;
    struct photo *photo = data;
    photo->width = info->image_width;
    photo->height = info->image_height;
    photo->components = (unsigned)info->num_components;
    photo->plain_rgb = info->jpeg_color_space == JCS_RGB;
    photo->inverted = info->num_components == 4 && info->saw_Adobe_marker;
    photo->arithmetic = info->arith_code;
    info->scale_denom = 8;
    info->out_color_space = info->jpeg_color_space; /* nothing looks at it */
    jpeg_start_decompress(info);
    JSAMPARRAY row = info->mem->alloc_sarray((j_common_ptr)info, JPOOL_IMAGE,
                                             info->output_width * (unsigned)info->output_components, 1);
    while (info->output_scanline < info->output_height)
        jpeg_read_scanlines(info, row, 1);
    jpeg_finish_decompress(info);
}

enum picture_failure picture_read_jpeg(struct arena *arena, const unsigned char *bytes, size_t length,
                                       struct image *image, char *why)
{
    struct photo *photo = ARENA_NEW(arena, struct photo);
    enum picture_failure failure = photo_clean(arena, bytes, length, photo);
    if (failure == PICTURE_OK)
        failure = decode(photo, look_through, photo, why);
    if (failure != PICTURE_OK)
        return failure;
    image->width = photo->turn.swapped ? photo->height : photo->width;
    image->height = photo->turn.swapped ? photo->width : photo->height;
    image->photo = photo;
    image->opaque = true;
    return PICTURE_OK;
}

/* ---- Pixels ---- */

struct development {
    const struct photo *photo;
    uint8_t *rgba; /* room for all pixels that are asked for */
    unsigned width, height, denominator;
};

/* Puts a decoded row where it is when the picture stands upright. */
static void place_row(const struct development *to, struct turn turn, unsigned row, unsigned count,
                      const uint8_t *from)
{
    unsigned rows = turn.swapped ? to->width : to->height;
    size_t along = turn.flip_row ? rows - 1 - row : row;
    for (unsigned i = 0; i < count; i++, from += 4) {
        size_t across = turn.flip_column ? count - 1 - i : i;
        size_t at = turn.swapped ? across * to->width + along : along * to->width + across;
        memcpy(to->rgba + at * 4, from, 4);
    }
}

static void develop(struct decoder *decoder, void *data)
{
    struct jpeg_decompress_struct *info = &decoder->info;
    const struct development *to = data;
    bool inks = to->photo->components == 4;
    info->scale_denom = to->denominator;
    info->out_color_space = inks ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg_start_decompress(info);
    JSAMPARRAY row = info->mem->alloc_sarray((j_common_ptr)info, JPOOL_IMAGE, info->output_width * 4, 1);
    while (info->output_scanline < info->output_height) {
        unsigned number = info->output_scanline;
        jpeg_read_scanlines(info, row, 1);
        if (inks)
            printing_inks_to_rgba(row[0], info->output_width, to->photo->inverted);
        place_row(to, to->photo->turn, number, info->output_width, row[0]);
    }
    jpeg_finish_decompress(info);
}

/* How libjpeg rounds a side. */
static unsigned divided(unsigned side, unsigned denominator)
{
    return (side + denominator - 1) / denominator;
}

struct pixels photo_pixels(struct arena *arena, const struct photo *photo, unsigned width, unsigned height)
{
    struct development to = {.photo = photo, .denominator = 8};
    for (;; to.denominator /= 2) {
        unsigned across = divided(photo->width, to.denominator),
                 down = divided(photo->height, to.denominator);
        to.width = photo->turn.swapped ? down : across;
        to.height = photo->turn.swapped ? across : down;
        if (to.denominator == 1 || (to.width >= width && to.height >= height))
            break;
    }
    to.rgba = arena_array(arena, (size_t)to.width * to.height, 4);
    char why[200];
    if (decode(photo, develop, &to, why) != PICTURE_OK)
        arena_exhaust(arena); /* it was looked through before, so this can only be memory */
    return (struct pixels){to.width, to.height, to.rgba};
}
