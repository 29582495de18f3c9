#include "text/unicode.h"
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define REPLACEMENT 0xFFFDu

/* The length a lead byte announces, 0 for a byte that can't lead. */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte. */
static bool second_fits(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second <= 0x9F;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second <= 0x8F;
    default:
        return true;
    }
}

/* The length of the well-formed sequence at `at`, 0 when there is none. */
static size_t well_formed(const unsigned char *bytes, size_t length, size_t at)
{
    size_t size = sequence_length(bytes[at]);
    if (size == 0 || size > length - at)
        return 0;
    for (size_t i = 1; i < size; i++)
        if ((bytes[at + i] & 0xC0) != 0x80)
            return 0;
    return size == 1 || second_fits(bytes[at], bytes[at + 1]) ? size : 0;
}

size_t utf8_check(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;
    while (at < length) {
        if (bytes[at] - 1u < 0x7F) {
            at++;
            continue;
        }
        size_t size = bytes[at] == 0 ? 0 : well_formed(bytes, length, at);
        if (size == 0)
            return at;
        at += size;
    }
    return length;
}

uint32_t utf8_next(const char *text, size_t length, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)text + *at;
    if (bytes[0] < 0x80) {
        *at += 1;
        return bytes[0];
    }
    size_t size = sequence_length(bytes[0]);
    if (size < 2 || size > length - *at) {
        *at += 1;
        return REPLACEMENT;
    }
    uint32_t codepoint = bytes[0] & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++)
        codepoint = codepoint << 6 | (bytes[i] & 0x3Fu);
    *at += size;
    return codepoint;
}

size_t utf8_write(char bytes[4], uint32_t codepoint)
{
    if (codepoint < 0x80) {
        bytes[0] = (char)codepoint;
        return 1;
    }
    size_t size = codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, codepoint >>= 6)
        bytes[i] = (char)(0x80 | (codepoint & 0x3F));
    bytes[0] = (char)((0xF00u >> size & 0xF0u) | codepoint);
    return size;
}

size_t utf8_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* Whether everything is composed for sure, by lead bytes: below U+0300, in the Vietnamese block
 * (U+1E00-1EFF), or a dash, quotation mark or bullet (U+2010-203F). */
static bool surely_composed(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] < 0xCC)
            continue;
        bool latin = bytes[i] == 0xE1 && i + 2 < length && bytes[i + 1] >= 0xB8 && bytes[i + 1] <= 0xBB;
        bool marks = bytes[i] == 0xE2 && i + 2 < length && bytes[i + 1] == 0x80 && bytes[i + 2] >= 0x90;
        if (!latin && !marks)
            return false;
    }
    return true;
}

/* UTF-16 of a text in the arena; its length in *units, -1 when it can't be had. */
static UChar *to_utf16(struct arena *arena, const char *text, size_t length, int32_t *units)
{
    *units = -1;
    if (length > INT32_MAX / 4)
        return NULL;
    UErrorCode error = U_ZERO_ERROR;
    UChar *wide = ARENA_ARRAY(arena, UChar, length + 1);
    u_strFromUTF8WithSub(wide, (int32_t)length + 1, units, text, (int32_t)length, REPLACEMENT, NULL, &error);
    if (U_FAILURE(error))
        *units = -1;
    return wide;
}

/* Marks that may follow one letter: putting them in order takes the square of their number, and the
 * Stream-Safe Text Format (UAX 15) has no more than 30. */
#define MOST_MARKS 1000

static bool has_endless_marks(const UChar *wide, int32_t units)
{
    unsigned marks = 0;
    for (int32_t at = 0; at < units && marks <= MOST_MARKS; at++) {
        UChar32 letter = wide[at];
        if (U16_IS_LEAD(wide[at]) && at + 1 < units)
            letter = U16_GET_SUPPLEMENTARY(wide[at], wide[at + 1]);
        else if (U16_IS_TRAIL(wide[at]))
            continue;
        marks = u_getCombiningClass(letter) == 0 ? 0 : marks + 1;
    }
    return marks > MOST_MARKS;
}

/* Composes UTF-16; NULL when it is composed already, is no text, or ICU can't. */
static const UChar *compose_units(struct arena *arena, const UChar *wide, int32_t units, int32_t *composed)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    if (U_FAILURE(error) || has_endless_marks(wide, units) || unorm2_isNormalized(nfc, wide, units, &error) ||
        U_FAILURE(error))
        return NULL;
    int32_t room = units > INT32_MAX / 3 - 8 ? INT32_MAX : units * 3 + 8; /* NFC grows by at most three */
    UChar *result = ARENA_ARRAY(arena, UChar, (size_t)room);
    *composed = unorm2_normalize(nfc, wide, units, result, room, &error);
    return U_FAILURE(error) ? NULL : result;
}

const char *unicode_compose(struct arena *arena, const char *text, size_t *length)
{
    if (surely_composed(text, *length))
        return text;
    int32_t units, composed;
    UChar *wide = to_utf16(arena, text, *length, &units);
    if (units < 0)
        return text;
    const UChar *result = compose_units(arena, wide, units, &composed);
    if (result == NULL)
        return text;
    size_t room = (size_t)composed * 3 + 1;
    char *out = arena_alloc(arena, room);
    int32_t written = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strToUTF8(out, (int32_t)(room > INT32_MAX ? INT32_MAX : room), &written, result, composed, &error);
    if (U_FAILURE(error))
        return text;
    *length = (size_t)written;
    return out;
}

typedef int32_t case_fn(const UCaseMap *map, char *to, int32_t room, const char *text, int32_t length,
                        UErrorCode *error);

/* No letter takes more than three times its bytes in the other case. */
static const char *cased_with(UCaseMap *map, case_fn *change, struct arena *arena, const char *text,
                              size_t length, size_t *out_length)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t room = (int32_t)length * 3 + 1;
    char *out = arena_alloc(arena, (size_t)room);
    int32_t written = change(map, out, room, text, (int32_t)length, &error);
    if (U_FAILURE(error))
        return NULL;
    *out_length = (size_t)written;
    return out;
}

static const char *cased(case_fn *change, struct arena *arena, const char *text, size_t length,
                         const char *language, size_t *out_length)
{
    UErrorCode error = U_ZERO_ERROR;
    const char *result = NULL;
    UCaseMap *map = length < INT32_MAX / 4 ? ucasemap_open(language, 0, &error) : NULL;
    if (map != NULL && U_SUCCESS(error))
        result = cased_with(map, change, arena, text, length, out_length);
    ucasemap_close(map);
    if (result != NULL)
        return result;
    *out_length = length;
    return arena_copy(arena, text, length);
}

const char *unicode_upper(struct arena *arena, const char *text, size_t length, const char *language,
                          size_t *out_length)
{
    return cased(ucasemap_utf8ToUpper, arena, text, length, language, out_length);
}

const char *unicode_lower(struct arena *arena, const char *text, size_t length)
{
    size_t out_length;
    return cased(ucasemap_utf8ToLower, arena, text, length, "", &out_length);
}

/* Reads letters one by one without case and marks: "Đ" gives d, "Ế" gives e. */
struct folder {
    const char *text;
    size_t length, at;
    UChar pending[32]; /* a decomposition */
    int32_t pending_count, pending_at;
};

static UChar32 fold_plain(UChar32 letter)
{
    if (letter == 0x0110 || letter == 0x0111) /* đ has no decomposition */
        return 'd';
    return letter < 0x80 ? (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter)
                         : u_foldCase(letter, U_FOLD_CASE_DEFAULT);
}

static bool is_mark(UChar32 letter)
{
    return (U_GET_GC_MASK(letter) & U_GC_M_MASK) != 0;
}

static void decompose(struct folder *folder, UChar32 letter)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
    int32_t count = U_SUCCESS(error) ? unorm2_getDecomposition(nfd, letter, folder->pending, 32, &error) : -1;
    folder->pending_at = 0;
    folder->pending_count = 0;
    if (count < 0 || U_FAILURE(error))
        U16_APPEND_UNSAFE(folder->pending, folder->pending_count, letter);
    else
        folder->pending_count = count;
}

/* The next code point of the decomposition. */
static UChar32 next_unit(struct folder *folder)
{
    UChar unit = folder->pending[folder->pending_at++];
    if (!U16_IS_LEAD(unit) || folder->pending_at >= folder->pending_count)
        return unit;
    UChar trail = folder->pending[folder->pending_at++];
    return U16_GET_SUPPLEMENTARY(unit, trail);
}

/* The next letter, or -1 at the end. */
static UChar32 fold_next(struct folder *folder)
{
    for (;;) {
        UChar32 letter;
        while (folder->pending_at < folder->pending_count) {
            letter = next_unit(folder);
            if (!is_mark(letter))
                return fold_plain(letter);
        }
        if (folder->at >= folder->length)
            return -1;
        letter = (UChar32)utf8_next(folder->text, folder->length, &folder->at);
        if (letter < 0x80)
            return fold_plain(letter);
        decompose(folder, letter);
    }
}

const char *unicode_slug(struct arena *arena, const char *text, size_t length)
{
    struct folder folder = {.text = text, .length = length};
    char *slug = arena_alloc(arena, length * 3 + 1);
    size_t used = 0;
    bool gap = false;
    for (UChar32 letter = fold_next(&folder); letter >= 0; letter = fold_next(&folder)) {
        if (!u_isalnum(letter)) {
            gap = true;
            continue;
        }
        if (gap && used > 0)
            slug[used++] = '-';
        gap = false;
        used += utf8_write(slug + used, (uint32_t)letter);
    }
    slug[used] = '\0';
    return slug;
}

bool unicode_same_name(const char *a, const char *b)
{
    struct folder left = {.text = a, .length = strlen(a)}, right = {.text = b, .length = strlen(b)};
    UChar32 letter;
    do {
        letter = fold_next(&left);
        if (letter != fold_next(&right))
            return false;
    } while (letter >= 0);
    return true;
}

bool unicode_is_letter(const char *text)
{
    size_t at = 0;
    return ((unsigned char)*text & 0xC0) != 0x80 && u_isalnum((UChar32)utf8_next(text, 4, &at));
}

bool unicode_is_blank(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        UChar32 letter = (UChar32)utf8_next(text, length, &at);
        if (!u_isUWhiteSpace(letter) && !u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            return false;
    }
    return true;
}

size_t unicode_syllables(const char *text, size_t length)
{
    size_t count = 0;
    bool counted = false;
    for (size_t at = 0; at < length;) {
        UChar32 letter = (UChar32)utf8_next(text, length, &at);
        if (u_isUWhiteSpace(letter)) {
            counted = false;
        } else if (!counted && u_isalnum(letter)) {
            counted = true;
            count++;
        }
    }
    return count;
}
