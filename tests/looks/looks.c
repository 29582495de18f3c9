/* looks.c - whether a picture still looks as it did: structural similarity (Wang, Bovik, Sheikh, Simoncelli:
 * Image Quality Assessment, IEEE Transactions on Image Processing 13, 2004), of each colour.
 *
 *     looks shrink PICTURE SMALL     a picture made SHRINK times smaller, to be kept
 *     looks compare PICTURE SMALL    0 when they are alike; else says where they differ most
 *
 * Alike means: on average MOST_ALIKE, and no more than FEW of the windows below SEEN. A line of text that
 * moved by two pixels, or a card in another colour, is more than that; how a version of FreeType rounds is
 * less. */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHRINK = 4, WINDOW = 8, STEP = 4, COLOURS = 3 };
static const double MOST_ALIKE = 0.985, SEEN = 0.7, FEW = 0.005, SHADE = 5;

struct picture {
    unsigned width, height;
    unsigned char *pixels;
};

static struct picture read_picture(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    struct picture picture = {0};
    if (!png_image_begin_read_from_file(&image, path))
        return picture;
    image.format = PNG_FORMAT_RGB;
    picture.pixels = malloc(PNG_IMAGE_SIZE(image));
    if (!picture.pixels || !png_image_finish_read(&image, NULL, picture.pixels, 0, NULL))
        return picture;
    picture.width = image.width;
    picture.height = image.height;
    return picture;
}

static unsigned char mean_at(const struct picture *from, unsigned x, unsigned y, unsigned colour)
{
    unsigned sum = 0;
    for (unsigned j = 0; j < SHRINK; j++)
        for (unsigned i = 0; i < SHRINK; i++)
            sum += from->pixels[((size_t)(y * SHRINK + j) * from->width + x * SHRINK + i) * COLOURS + colour];
    return (unsigned char)(sum / (SHRINK * SHRINK));
}

static struct picture shrink(const struct picture *from)
{
    struct picture to = {from->width / SHRINK, from->height / SHRINK, NULL};
    to.pixels = malloc((size_t)to.width * to.height * COLOURS + 1);
    for (unsigned y = 0; to.pixels && y < to.height; y++)
        for (unsigned x = 0; x < to.width; x++)
            for (unsigned colour = 0; colour < COLOURS; colour++)
                to.pixels[((size_t)y * to.width + x) * COLOURS + colour] = mean_at(from, x, y, colour);
    return to;
}

/* Of one window of one colour: -1 to 1, 1 when they are equal; 0 when the shade is another, which the measure
 * itself hardly minds on plain grounds. */
static double similarity(const struct picture *a, const struct picture *b, unsigned left, unsigned top,
                         unsigned colour)
{
    const double steady_mean = 0.01 * 255 * 0.01 * 255, steady_change = 0.03 * 255 * 0.03 * 255;
    double count = WINDOW * WINDOW, sum_a = 0, sum_b = 0, squares_a = 0, squares_b = 0, products = 0;
    for (unsigned y = top; y < top + WINDOW; y++)
        for (unsigned x = left; x < left + WINDOW; x++) {
            double p = a->pixels[((size_t)y * a->width + x) * COLOURS + colour];
            double q = b->pixels[((size_t)y * b->width + x) * COLOURS + colour];
            sum_a += p;
            sum_b += q;
            squares_a += p * p;
            squares_b += q * q;
            products += p * q;
        }
    double mean_a = sum_a / count, mean_b = sum_b / count;
    if (mean_a - mean_b > SHADE || mean_b - mean_a > SHADE)
        return 0;
    double var_a = squares_a / count - mean_a * mean_a, var_b = squares_b / count - mean_b * mean_b;
    double both = products / count - mean_a * mean_b;
    return (2 * mean_a * mean_b + steady_mean) * (2 * both + steady_change) /
           ((mean_a * mean_a + mean_b * mean_b + steady_mean) * (var_a + var_b + steady_change));
}

static int compare(const struct picture *a, const struct picture *b)
{
    if (a->width != b->width || a->height != b->height) {
        printf("%u x %u pixels, it was %u x %u\n", a->width, a->height, b->width, b->height);
        return 1;
    }
    double sum = 0, worst = 1;
    unsigned windows = 0, seen = 0, worst_x = 0, worst_y = 0;
    for (unsigned y = 0; y + WINDOW <= a->height; y += STEP)
        for (unsigned x = 0; x + WINDOW <= a->width; x += STEP) {
            double least = 1;
            for (unsigned colour = 0; colour < COLOURS; colour++) {
                double alike = similarity(a, b, x, y, colour);
                least = alike < least ? alike : least;
            }
            if (least < worst) {
                worst = least;
                worst_x = x;
                worst_y = y;
            }
            sum += least;
            seen += least < SEEN;
            windows++;
        }
    if (windows > 0 && sum / windows >= MOST_ALIKE && seen <= FEW * windows)
        return 0;
    printf("similarity %.4f, %u of %u windows differ, most at %u, %u\n", windows ? sum / windows : 0.0, seen,
           windows, worst_x * SHRINK, worst_y * SHRINK);
    return 1;
}

static int write_picture(const struct picture *picture, const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = picture->width,
                       .height = picture->height,
                       .format = PNG_FORMAT_RGB};
    return png_image_write_to_file(&image, path, 0, picture->pixels, 0, NULL) ? 0 : 1;
}

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    struct picture picture = read_picture(argv[2]);
    struct picture small = picture.pixels ? shrink(&picture) : picture;
    if (!small.pixels)
        return 2;
    int result = 2;
    if (!strcmp(argv[1], "shrink")) {
        result = write_picture(&small, argv[3]);
    } else {
        struct picture kept = read_picture(argv[3]);
        if (kept.pixels)
            result = compare(&small, &kept);
        free(kept.pixels);
    }
    free(small.pixels);
    free(picture.pixels);
    return result;
}
