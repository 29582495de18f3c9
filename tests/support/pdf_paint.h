/* pdf_paint.h - what is in a PDF, as qpdf writes it out and as poppler paints it. */
#ifndef SUPPORT_PDF_PAINT_H
#define SUPPORT_PDF_PAINT_H

#include "pdf_tools.h"
#include "scene/picture.h"

static inline size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        count++;
    return count;
}

static inline size_t count_plain(const struct pdf_file *file, const char *part)
{
    char *text = pdf_run(file, PDF_PLAIN, NULL);
    size_t count = count_of(text, part);
    free(text);
    return count;
}

/* The page as poppler paints it, one pixel a point. */
static inline struct image paint(struct stage *stage, const struct pdf_file *file)
{
    char command[200];
    snprintf(command, sizeof command, "pdftoppm -r 72 -png -singlefile %s %s", file->path, file->path);
    free(pdf_run(file, command, NULL));
    snprintf(command, sizeof command, "%s.png", file->path);
    FILE *png = fopen(command, "rb");
    assert_non_null(png);
    char *bytes = arena_alloc(&stage->arena, 1 << 20);
    size_t length = fread(bytes, 1, 1 << 20, png);
    fclose(png);
    unlink(command);
    struct image image;
    assert_int_equal(picture_decode(&stage->arena, bytes, length, &image, NULL), PICTURE_OK);
    return image;
}

static inline void assert_pixel(const struct image *image, unsigned x, unsigned y, int red, int green,
                                int blue)
{
    const uint8_t *pixel = image->pixels + ((size_t)y * image->width + x) * 4;
    if (abs(pixel[0] - red) > 3 || abs(pixel[1] - green) > 3 || abs(pixel[2] - blue) > 3)
        fail_msg("pixel %u,%u is %u %u %u", x, y, pixel[0], pixel[1], pixel[2]);
}

#endif
