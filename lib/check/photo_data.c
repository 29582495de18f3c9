/* What a camera writes into a photograph beside the picture (Exif 2.3, in the marker APP1 of JPEG files),
 * above all the place. No piece has it; whoever gets the file itself has. */
#include "base/file.h"
#include "base/limits.h"
#include "check/checker.h"
#include <string.h>

static const char exif[] = "Exif\0"; /* and a further 0 */
enum { TAG_GPS = 0x8825, ENTRY = 12 };

/* TIFF 6.0 is written in either order of bytes. */
struct tiff {
    const unsigned char *bytes;
    size_t length;
    bool little;
};

static uint32_t number(const struct tiff *tiff, size_t at, size_t size)
{
    uint32_t value = 0;
    if (at > tiff->length || tiff->length - at < size)
        return 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | tiff->bytes[at + (tiff->little ? size - 1 - i : i)];
    return value;
}

/* Whether the first directory points to one of places. */
static bool has_place(const struct tiff *tiff)
{
    uint32_t start = number(tiff, 4, 4), count = number(tiff, start, 2);
    for (uint32_t i = 0; i < count; i++)
        if (number(tiff, (size_t)start + 2 + (size_t)i * ENTRY, 2) == TAG_GPS)
            return true;
    return false;
}

/* The Exif data of a JPEG file; false: it has none. Segments before the scan are a marker and a length. */
static bool find_exif(const unsigned char *bytes, size_t length, struct tiff *tiff)
{
    if (length < 4 || bytes[0] != 0xff || bytes[1] != 0xd8)
        return false;
    for (size_t at = 2; length - at >= 4 && bytes[at] == 0xff && bytes[at + 1] != 0xda;) {
        size_t size = (size_t)bytes[at + 2] << 8 | bytes[at + 3];
        if (size < 2 || length - at - 2 < size)
            return false;
        if (bytes[at + 1] == 0xe1 && size >= 16 && !memcmp(bytes + at + 4, exif, sizeof exif)) {
            *tiff = (struct tiff){bytes + at + 10, size - 8, bytes[at + 10] == 'I'};
            return true;
        }
        at += 2 + size;
    }
    return false;
}

void check_photo_data(struct checker *checker, const struct node *node)
{
    struct tiff tiff;
    char *bytes;
    size_t length;
    const struct source *source = node->place.source;
    if (node->type != NODE_IMAGE || !node->target)
        return;
    const char *path = file_inside(checker->arena, source ? source->folder : NULL, node->target);
    if (!path)
        return;
    reporter_reading(checker->reporter, path);
    if (file_read(checker->arena, path, LIMIT_IMAGE_BYTES, &bytes, &length) == FILE_OK &&
        find_exif((const unsigned char *)bytes, length, &tiff))
        report(checker->reporter, has_place(&tiff) ? FINDING_photo_place : FINDING_photo_data, node->place,
               node->target);
}
