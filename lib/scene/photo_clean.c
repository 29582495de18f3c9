/* A JPEG file without its metadata, by walking its segments (ITU-T T.81, annex B). */
#include "scene/exif.h"
#include "scene/photo.h"
#include <string.h>

enum marker {
    MARKER_TEM = 0x01,
    MARKER_RST0 = 0xd0,
    MARKER_RST7 = 0xd7,
    MARKER_SOI = 0xd8,
    MARKER_EOI = 0xd9,
    MARKER_SOS = 0xda,
    MARKER_APP0 = 0xe0,
    MARKER_APP1 = 0xe1,
    MARKER_APP14 = 0xee,
    MARKER_APP15 = 0xef,
    MARKER_COM = 0xfe
};

struct walk {
    const unsigned char *at, *end; /* what is left */
    unsigned char *out;
    size_t length; /* of what was kept */
    unsigned orientation;
};

static void keep(struct walk *walk, const unsigned char *bytes, size_t length)
{
    memcpy(walk->out + walk->length, bytes, length);
    walk->length += length;
}

/* The next marker, past what stands before it; -1 at the end of the file. */
static int next_marker(struct walk *walk)
{
    while (walk->at < walk->end && *walk->at != 0xff)
        walk->at++;
    while (walk->at < walk->end && *walk->at == 0xff)
        walk->at++;
    return walk->at < walk->end ? *walk->at++ : -1;
}

static bool begins(const unsigned char *body, size_t length, const char *name, size_t size)
{
    return length >= size && memcmp(body, name, size) == 0;
}

/* JFIF says that the colours are YCbCr; its thumbnail is left out. */
static void keep_jfif(struct walk *walk, const unsigned char *body)
{
    static const unsigned char head[] = {0xff, MARKER_APP0, 0, 16}, no_thumbnail[] = {0, 0};
    keep(walk, head, sizeof head);
    keep(walk, body, 12);
    keep(walk, no_thumbnail, sizeof no_thumbnail);
}

/* A segment whose body is `length` bytes. */
static void take_segment(struct walk *walk, int marker, const unsigned char *body, size_t length)
{
    if (marker == MARKER_APP0 && length >= 14 && begins(body, length, "JFIF", 5)) {
        keep_jfif(walk, body);
        return;
    }
    if (marker == MARKER_APP1 && walk->orientation == 0 && begins(body, length, "Exif\0", 6))
        walk->orientation = exif_orientation(body + 6, length - 6);
    bool metadata = (marker >= MARKER_APP0 && marker <= MARKER_APP15) || marker == MARKER_COM;
    bool adobe = marker == MARKER_APP14 && begins(body, length, "Adobe", 5);
    if (!metadata || adobe)
        keep(walk, body - 4, length + 4);
}

/* What follows the head of a scan: all up to a marker that is neither a byte 255 nor a restart. */
static void take_scan(struct walk *walk)
{
    const unsigned char *start = walk->at;
    for (; walk->at < walk->end; walk->at++)
        if (walk->at[0] == 0xff && walk->end - walk->at > 1 && walk->at[1] != 0 && walk->at[1] != 0xff &&
            !(walk->at[1] >= MARKER_RST0 && walk->at[1] <= MARKER_RST7))
            break;
    keep(walk, start, (size_t)(walk->at - start));
}

static bool stands_alone(int marker)
{
    return marker <= MARKER_TEM || (marker >= MARKER_RST0 && marker <= MARKER_SOI);
}

/* Up to the end of the picture; false when the file ends before. */
static bool take_all(struct walk *walk)
{
    static const unsigned char start[] = {0xff, MARKER_SOI}, end[] = {0xff, MARKER_EOI};
    keep(walk, start, sizeof start);
    for (int marker; (marker = next_marker(walk)) != MARKER_EOI;) {
        if (marker < 0)
            return false;
        if (stands_alone(marker))
            continue;
        size_t left = (size_t)(walk->end - walk->at),
               length = left >= 2 ? walk->at[0] * 256u + walk->at[1] : 0;
        if (length < 2 || length > left)
            return false;
        take_segment(walk, marker, walk->at + 2, length - 2);
        walk->at += length;
        if (marker == MARKER_SOS)
            take_scan(walk);
    }
    keep(walk, end, sizeof end);
    return true;
}

/* By EXIF's numbers: where the stored picture's row 0 and column 0 are (top left, top right, bottom right …).
 */
static struct turn turn_of(unsigned orientation)
{
    static const struct turn turns[] = {
        [0] = {0},
        [1] = {0},
        [2] = {.flip_column = true},
        [3] = {.flip_column = true, .flip_row = true},
        [4] = {.flip_row = true},
        [5] = {.swapped = true},
        [6] = {.swapped = true, .flip_row = true},
        [7] = {.swapped = true, .flip_column = true, .flip_row = true},
        [8] = {.swapped = true, .flip_column = true},
    };
    return turns[orientation];
}

enum picture_failure photo_clean(struct arena *arena, const unsigned char *bytes, size_t length,
                                 struct photo *photo)
{
    struct walk walk = {.at = bytes, .end = bytes + length, .out = arena_alloc(arena, length + 1)};
    if (!take_all(&walk))
        return PICTURE_CUT;
    photo->bytes = walk.out;
    photo->length = walk.length;
    photo->turn = turn_of(walk.orientation);
    return PICTURE_OK;
}
