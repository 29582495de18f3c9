#include "text/bidi.h"
#include "text/unicode.h"
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>

#define LINE_SEPARATOR 0x2028

/* A line feed ends a line here, not a paragraph, and so is no paragraph separator to ICU. */
static int32_t to_units(const char *text, size_t length, UChar *units)
{
    int32_t count = 0;
    for (size_t at = 0; at < length;) {
        UChar32 character = (UChar32)utf8_next(text, length, &at);
        if (character == '\n')
            character = LINE_SEPARATOR;
        U16_APPEND_UNSAFE(units, count, character);
    }
    return count;
}

static void spread(const UBiDiLevel *unit_levels, const char *text, size_t length, uint8_t *levels)
{
    size_t unit = 0;
    for (size_t at = 0; at < length;) {
        size_t start = at;
        size_t units = utf8_next(text, length, &at) > 0xFFFF ? 2 : 1;
        memset(levels + start, unit_levels[unit], at - start);
        unit += units;
    }
}

unsigned bidi_levels(struct arena *scratch, const char *text, size_t length, const char *language,
                     uint8_t *levels)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar *units = ARENA_ARRAY(scratch, UChar, length);
    int32_t count = to_units(text, length, units);
    UBiDi *bidi = ubidi_open();
    bool turned = language != NULL && uloc_isRightToLeft(language);
    memset(levels, 0, length);
    if (bidi == NULL)
        return 0;
    ubidi_setPara(bidi, units, count, turned ? UBIDI_DEFAULT_RTL : UBIDI_DEFAULT_LTR, NULL, &error);
    const UBiDiLevel *unit_levels = ubidi_getLevels(bidi, &error);
    unsigned base = 0;
    if (U_SUCCESS(error)) {
        spread(unit_levels, text, length, levels);
        base = ubidi_getParaLevel(bidi);
    }
    ubidi_close(bidi);
    return base;
}

void bidi_order(const uint8_t *levels, size_t count, int32_t *order)
{
    ubidi_reorderVisual(levels, (int32_t)count, order);
}
