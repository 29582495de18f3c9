/* JPEG in PDF (ISO 32000-1, 7.4.8): a photograph's own bytes, or new ones. */
#include "formats/pdf/image.h"
#include <setjmp.h>
#include <stdio.h> /* jpeglib.h wants FILE */
#include <stdlib.h>

#include <jpeglib.h>

/* At this quality nobody sees a difference, and it takes half the bytes of 95. */
#define QUALITY 90

unsigned image_add_photo(struct document *document, const struct photo *photo)
{
    const char *space = photo->components == 1   ? "DeviceGray"
                        : photo->components == 3 ? "DeviceRGB"
                                                 : "DeviceCMYK";
    const char *body = arena_format(
        document->arena,
        "/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/%s/BitsPerComponent 8"
        "/Filter/DCTDecode%s%s",
        photo->width, photo->height, space, photo->plain_rgb ? "/DecodeParms<</ColorTransform 0>>" : "",
        photo->inverted ? "/Decode[1 0 1 0 1 0 1 0]" : "");
    return document_stream(document, body, photo->bytes, photo->length, true);
}

/* libjpeg must not return from an error, so it jumps back into pack(). */
struct encoder {
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    struct jpeg_destination_mgr target;
    jmp_buf failed;
    unsigned char *bytes; /* malloc()ed */
    size_t room, length;
};

static _Noreturn void on_error(j_common_ptr info)
{
    struct encoder *encoder = info->client_data;
    longjmp(encoder->failed, 1);
}

/* ---- The bytes grow by doubling; libjpeg fills what is free behind `length` ---- */

static void offer_room(struct encoder *encoder)
{
    encoder->target.next_output_byte = encoder->bytes + encoder->length;
    encoder->target.free_in_buffer = encoder->room - encoder->length;
}

static boolean grow(j_compress_ptr info)
{
    struct encoder *encoder = info->client_data;
    size_t room = encoder->room ? encoder->room * 2 : 65536;
    unsigned char *bytes = realloc(encoder->bytes, room);
    if (!bytes)
        longjmp(encoder->failed, 1);
    encoder->length = encoder->room; /* libjpeg asks when all is full */
    encoder->bytes = bytes;
    encoder->room = room;
    offer_room(encoder);
    return TRUE;
}

static void begin(j_compress_ptr info)
{
    grow(info);
}

static void end(j_compress_ptr info)
{
    struct encoder *encoder = info->client_data;
    encoder->length = encoder->room - encoder->target.free_in_buffer;
}

static void write_rows(struct encoder *encoder, const struct pixels *pixels)
{
    struct jpeg_compress_struct *info = &encoder->info;
    JSAMPARRAY row = info->mem->alloc_sarray((j_common_ptr)info, JPOOL_IMAGE,
                                             pixels->width * (unsigned)info->input_components, 1);
    const uint8_t *from = pixels->rgba;
    while (info->next_scanline < info->image_height) {
        JSAMPROW to = row[0];
        for (unsigned x = 0; x < pixels->width; x++, from += 4)
            for (int i = 0; i < info->input_components; i++)
                *to++ = from[i];
        jpeg_write_scanlines(info, row, 1);
    }
}

/* The only function libjpeg jumps into. */
static bool pack(struct encoder *encoder, const struct pixels *pixels)
{
    struct jpeg_compress_struct *info = &encoder->info;
    info->err = jpeg_std_error(&encoder->errors);
    encoder->errors.error_exit = on_error;
    info->client_data = encoder;
    if (setjmp(encoder->failed)) {
        jpeg_destroy_compress(info);
        return false;
    }
    jpeg_create_compress(info);
    encoder->target = (struct jpeg_destination_mgr){
        .init_destination = begin, .empty_output_buffer = grow, .term_destination = end};
    info->dest = &encoder->target;
    bool grey = pixels_are_grey(pixels);
    info->image_width = pixels->width;
    info->image_height = pixels->height;
    info->input_components = grey ? 1 : 3;
    info->in_color_space = grey ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(info);
    jpeg_set_quality(info, QUALITY, TRUE);
    info->optimize_coding = TRUE;
    jpeg_start_compress(info, TRUE);
    write_rows(encoder, pixels);
    jpeg_finish_compress(info);
    jpeg_destroy_compress(info);
    return true;
}

unsigned image_add_new_photo(struct document *document, const struct pixels *pixels, size_t most)
{
    struct encoder encoder = {0};
    unsigned object = 0;
    if (!pack(&encoder, pixels)) {
        document_out_of_memory(document);
    } else if (encoder.length < most) {
        struct photo photo = {.bytes = encoder.bytes,
                              .length = encoder.length,
                              .width = pixels->width,
                              .height = pixels->height,
                              .components = pixels_are_grey(pixels) ? 1 : 3};
        object = image_add_photo(document, &photo);
    }
    free(encoder.bytes);
    return object;
}
