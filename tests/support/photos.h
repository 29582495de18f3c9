/* photos.h - JPEG files for tests: four squares of colour, packed by libjpeg in each way there is. */
#ifndef SUPPORT_PHOTOS_H
#define SUPPORT_PHOTOS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

enum photo_colours { PHOTO_GREY, PHOTO_YCBCR, PHOTO_RGB, PHOTO_CMYK, PHOTO_YCCK };

struct photo_recipe {
    enum photo_colours colours;
    unsigned width, height; /* as stored */
    bool progressive, arithmetic, restarts;
    unsigned orientation; /* 0: no EXIF */
    bool little_endian;   /* of EXIF */
};

/* The squares as they are stored: top left, top right, bottom left, bottom right. */
static const uint8_t photo_squares[4][3] = {{220, 40, 30}, {30, 180, 60}, {40, 60, 200}, {240, 220, 40}};

/* What no output may hold. */
#define PHOTO_SECRET "21.0285N 105.8542E"

static inline void photo_put_exif(struct jpeg_compress_struct *info, const struct photo_recipe *recipe)
{
    uint8_t big[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0" PHOTO_SECRET;
    uint8_t little[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0" PHOTO_SECRET;
    big[25] = little[24] = (uint8_t)recipe->orientation;
    if (recipe->orientation > 0)
        jpeg_write_marker(info, JPEG_APP0 + 1, recipe->little_endian ? little : big, sizeof big - 1);
    jpeg_write_marker(info, JPEG_APP0 + 13, (const JOCTET *)PHOTO_SECRET, sizeof PHOTO_SECRET - 1);
    jpeg_write_marker(info, JPEG_COM, (const JOCTET *)PHOTO_SECRET, sizeof PHOTO_SECRET - 1);
}

static inline void photo_put_rows(struct jpeg_compress_struct *info, const struct photo_recipe *recipe)
{
    bool inks = recipe->colours >= PHOTO_CMYK;
    JSAMPLE *row = malloc(recipe->width * 4);
    for (unsigned y = 0; y < recipe->height; y++) {
        JSAMPLE *to = row;
        for (unsigned x = 0; x < recipe->width; x++) {
            const uint8_t *rgb = photo_squares[(y >= recipe->height / 2) * 2 + (x >= recipe->width / 2)];
            for (unsigned i = 0; i < (unsigned)info->input_components; i++)
                *to++ = inks && i == 3 ? 255 : rgb[i]; /* inverted: red is little cyan, 255 no black */
        }
        jpeg_write_scanlines(info, &row, 1);
    }
    free(row);
}

/* The file; the caller's to free. */
static inline unsigned char *photo_make(const struct photo_recipe *recipe, size_t *length)
{
    static const J_COLOR_SPACE given[] = {JCS_GRAYSCALE, JCS_RGB, JCS_RGB, JCS_CMYK, JCS_CMYK},
                               stored[] = {JCS_GRAYSCALE, JCS_YCbCr, JCS_RGB, JCS_CMYK, JCS_YCCK};
    struct jpeg_compress_struct info;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes, &size);
    info.image_width = recipe->width;
    info.image_height = recipe->height;
    info.input_components = recipe->colours == PHOTO_GREY ? 1 : recipe->colours >= PHOTO_CMYK ? 4 : 3;
    info.in_color_space = given[recipe->colours];
    jpeg_set_defaults(&info);
    jpeg_set_colorspace(&info, stored[recipe->colours]);
    jpeg_set_quality(&info, 95, TRUE);
    info.arith_code = recipe->arithmetic;
    info.restart_interval = recipe->restarts ? 2 : 0;
    if (recipe->progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    photo_put_exif(&info, recipe);
    photo_put_rows(&info, recipe);
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    *length = size;
    return bytes;
}

#endif
