#include "formats/pdf/cff.h"

/* A reading position; running over the end makes it `bad` and reads zeros. */
struct cursor {
    const uint8_t *bytes;
    size_t length, at;
    bool bad;
};

static uint32_t take(struct cursor *cursor, unsigned size)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < size; i++) {
        if (cursor->at >= cursor->length) {
            cursor->bad = true;
            return 0;
        }
        value = value << 8 | cursor->bytes[cursor->at++];
    }
    return value;
}

/* Moves behind an INDEX; *start and *end get its first object's bytes. */
static void pass_index(struct cursor *cursor, size_t *start, size_t *end)
{
    *start = *end = 0;
    uint32_t count = take(cursor, 2);
    if (count == 0)
        return;
    unsigned size = take(cursor, 1);
    if (size < 1 || size > 4) {
        cursor->bad = true;
        return;
    }
    size_t offsets = cursor->at, data = offsets + (size_t)(count + 1) * size - 1;
    *start = data + take(cursor, size);
    *end = data + take(cursor, size);
    cursor->at = offsets + (size_t)count * size;
    cursor->at = data + take(cursor, size);
}

/* One operand of a DICT, whose first byte is given. Reals are passed over as 0: no offset is one. */
static int32_t take_operand(struct cursor *cursor, unsigned first)
{
    if (first == 28)
        return (int16_t)take(cursor, 2);
    if (first == 29)
        return (int32_t)take(cursor, 4);
    if (first == 30) {
        while (!cursor->bad && (take(cursor, 1) & 15) != 15)
            ;
        return 0;
    }
    if (first <= 246)
        return (int32_t)first - 139;
    if (first <= 250)
        return ((int32_t)first - 247) * 256 + (int32_t)take(cursor, 1) + 108;
    return -((int32_t)first - 251) * 256 - (int32_t)take(cursor, 1) - 108;
}

#define OPERATOR_CHARSET 15
#define OPERATOR_ROS     30 /* after the escape 12: only CID-keyed fonts have it */

/* The charset's offset by the Top DICT from `start` to `end`; 0 when the font is not CID-keyed. */
static size_t find_charset(const uint8_t *cff, size_t start, size_t end, bool *broken)
{
    struct cursor cursor = {.bytes = cff, .length = end, .at = start};
    int32_t operand = 0;
    size_t charset = 0;
    bool keyed = false;
    while (cursor.at < end && !cursor.bad) {
        unsigned first = take(&cursor, 1);
        if (first > 21) {
            operand = take_operand(&cursor, first);
        } else if (first == 12) {
            keyed = take(&cursor, 1) == OPERATOR_ROS || keyed;
        } else if (first == OPERATOR_CHARSET && operand > 0) {
            charset = (size_t)operand;
        }
    }
    *broken = cursor.bad;
    return keyed ? charset : 0;
}

/* Writes a charset that counts from 1. It is never longer than the one it replaces, since no charset of so
 * many glyphs is shorter: one id, one short range, or one long range. */
static bool write_charset(uint8_t *at, size_t room, size_t glyph_count)
{
    unsigned format = glyph_count <= 2 ? 0 : glyph_count <= 257 ? 1 : 2;
    if (room < 3 + format)
        return false;
    size_t more = glyph_count - 2; /* ids after the first */
    at[0] = (uint8_t)format;
    at[1] = 0;
    at[2] = 1;
    if (format == 2)
        at[3] = (uint8_t)(more >> 8);
    if (format > 0)
        at[2 + format] = (uint8_t)more;
    return true;
}

bool cff_number_by_index(uint8_t *cff, size_t length, size_t glyph_count)
{
    if (length < 4 || glyph_count > 65535)
        return false;
    if (glyph_count < 2)
        return true;
    struct cursor cursor = {.bytes = cff, .length = length, .at = cff[2]};
    size_t start = 0, end = 0;
    pass_index(&cursor, &start, &end); /* names */
    pass_index(&cursor, &start, &end); /* Top DICTs */
    if (cursor.bad || end > length || start > end)
        return false;
    bool broken = false;
    size_t charset = find_charset(cff, start, end, &broken);
    if (broken || charset >= length)
        return false;
    return charset == 0 || write_charset(cff + charset, length - charset, glyph_count);
}
