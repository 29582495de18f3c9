#include "scene/photo.h"
#include "scene/picture_kinds.h"
#include "scene/picture_scale.h"
#include <string.h>

void picture_because(char *why, const char *message)
{
    size_t length = strnlen(message, 199);
    while (length > 0 && strchr(" \n", message[length - 1]))
        length--;
    memcpy(why, message, length);
    why[length] = '\0';
}

enum picture_failure picture_broken(char *why, const char *message)
{
    picture_because(why, message);
    return PICTURE_BROKEN;
}

/* What files begin with; those without a reader are only told by name. */
static const struct kind {
    const char *name;
    size_t at; /* where the signature stands */
    const char *signature;
    picture_reader *read;
} kinds[] = {
    {"PNG", 1, "PNG", picture_read_png}, /* the bytes around tell how it was damaged */
    {"JPEG", 0, "\xff\xd8\xff", picture_read_jpeg},
    {"GIF", 0, "GIF8", NULL},
    {"WebP", 8, "WEBP", NULL},
    {"HEIC", 4, "ftypheic", NULL},
    {"HEIF", 4, "ftypmif1", NULL},
    {"AVIF", 4, "ftypavif", NULL},
    {"TIFF", 0, "II*", NULL},
    {"TIFF", 0, "MM", NULL},
    {"BMP", 0, "BM", NULL},
    {"PDF", 0, "%PDF-", NULL},
};
static const struct kind svg = {"SVG", 0, "<svg", picture_read_svg};

/* SVG is text: a mark, space, declarations and comments may stand before its root. */
static bool is_svg(const char *bytes, size_t length)
{
    static const char mark[] = "\xef\xbb\xbf", root[] = "<svg";
    size_t at = length >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;
    while (at < length && strchr(" \t\r\n", bytes[at]) && bytes[at])
        at++;
    if (at == length || bytes[at] != '<')
        return false;
    for (; at + sizeof root - 1 <= length; at++)
        if (memcmp(bytes + at, root, sizeof root - 1) == 0)
            return true;
    return false;
}

static const struct kind *kind_of(const char *bytes, size_t length)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t size = strlen(kinds[i].signature);
        if (length >= kinds[i].at + size && memcmp(bytes + kinds[i].at, kinds[i].signature, size) == 0)
            return &kinds[i];
    }
    return is_svg(bytes, length) ? &svg : NULL;
}

enum picture_failure picture_decode(struct arena *arena, const char *bytes, size_t length,
                                    struct image *image, char why[200])
{
    char ignored[200];
    why = why ? why : ignored;
    why[0] = '\0';
    const struct kind *kind = kind_of(bytes, length);
    if (!kind || !kind->read) {
        picture_because(why, kind ? kind->name : "");
        return PICTURE_UNKNOWN;
    }
    struct arena_mark before = arena_mark(arena);
    struct image found = {.number = image->number};
    enum picture_failure failure = kind->read(arena, (const unsigned char *)bytes, length, &found, why);
    if (failure != PICTURE_OK) {
        arena_rewind(arena, before);
        return failure;
    }
    if (!found.drawing) {
        found.wide = (float)found.width * 0.75f;
        found.tall = (float)found.height * 0.75f;
    }
    *image = found;
    return PICTURE_OK;
}

struct pixels picture_pixels(struct arena *arena, const struct image *image, unsigned width, unsigned height)
{
    struct pixels pixels = {image->width, image->height, image->pixels};
    if (image->photo)
        pixels = photo_pixels(arena, image->photo, width, height);
    width = width < pixels.width ? width : pixels.width;
    height = height < pixels.height ? height : pixels.height;
    if (width == 0 || height == 0 || (width == pixels.width && height == pixels.height))
        return pixels;
    return pixels_reduce(arena, pixels, width, height);
}
