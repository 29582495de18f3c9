#include "scene/exif.h"
#include <stdbool.h>
#include <string.h>

#define TAG_ORIENTATION 0x0112
#define TYPE_SHORT      3
#define ENTRY_BYTES     12

/* TIFF data (TIFF 6.0, section 2), in either byte order. */
struct tiff {
    const unsigned char *bytes;
    size_t length;
    bool big_endian;
};

/* A number of `size` bytes at an offset that was checked. */
static unsigned long number_at(const struct tiff *tiff, size_t at, unsigned size)
{
    unsigned long number = 0;
    for (unsigned i = 0; i < size; i++)
        number = number << 8 | tiff->bytes[at + (tiff->big_endian ? i : size - 1 - i)];
    return number;
}

unsigned exif_orientation(const unsigned char *bytes, size_t length)
{
    struct tiff tiff = {.bytes = bytes, .length = length};
    if (length < 8 || (memcmp(bytes, "MM\0*", 4) != 0 && memcmp(bytes, "II*\0", 4) != 0))
        return 1;
    tiff.big_endian = bytes[0] == 'M';
    size_t at = number_at(&tiff, 4, 4);
    if (at > length || length - at < 2)
        return 1;
    size_t entries = number_at(&tiff, at, 2);
    for (at += 2; entries > 0 && length - at >= ENTRY_BYTES; entries--, at += ENTRY_BYTES) {
        if (number_at(&tiff, at, 2) != TAG_ORIENTATION || number_at(&tiff, at + 2, 2) != TYPE_SHORT)
            continue;
        unsigned long found = number_at(&tiff, at + 8, 2);
        return found >= 1 && found <= 8 ? (unsigned)found : 1;
    }
    return 1;
}
