#include "text/font_set.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

struct fallback {
    UScriptCode script;
    const char *family, *package;
};

#define LOA_FALLBACK(script, family, package) {script, family, package},
static const struct fallback fallbacks[] = {
#include "text/fallbacks.def"
};
#undef LOA_FALLBACK
#define FALLBACK_COUNT (sizeof fallbacks / sizeof *fallbacks)

/* Canonical decompositions are at most four deep. */
#define DECOMPOSITION_DEPTH 5

static bool has_decomposed(const struct font *font, uint32_t codepoint, unsigned depth)
{
    hb_codepoint_t glyph, base, mark;
    if (hb_font_get_nominal_glyph(font->shaper, codepoint, &glyph))
        return true;
    if (depth == 0 || !hb_unicode_decompose(hb_unicode_funcs_get_default(), codepoint, &base, &mark))
        return false;
    return has_decomposed(font, base, depth - 1) && (mark == 0 || has_decomposed(font, mark, depth - 1));
}

bool font_has(const struct font *font, uint32_t codepoint)
{
    return has_decomposed(font, codepoint, DECOMPOSITION_DEPTH);
}

bool font_ignores(uint32_t codepoint)
{
    if (codepoint < 0xAD)
        return codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0);
    return u_hasBinaryProperty((UChar32)codepoint, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
           codepoint == 0x2028 || codepoint == 0x2029;
}

bool font_has_all(const struct font *font, const char *word, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t codepoint = utf8_next(word, length, &at);
        if (!font_ignores(codepoint) && !font_has(font, codepoint))
            return false;
    }
    return true;
}

/* The first character that `wanted` lacks; U+FFFD when it lacks none. */
static uint32_t first_lacking(const struct font *wanted, const char *word, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t codepoint = utf8_next(word, length, &at);
        if (!font_ignores(codepoint) && !font_has(wanted, codepoint))
            return codepoint;
    }
    return 0xFFFD;
}

static UScriptCode script_of(uint32_t codepoint)
{
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)codepoint, &error);
    return U_SUCCESS(error) ? script : USCRIPT_COMMON;
}

/* The serif companion of a fallback where there is one. */
static const struct font *open_fallback(struct font_set *set, const struct fallback *row,
                                        const struct font *wanted)
{
    const char sans[] = "Noto Sans ";
    if (wanted->serif && strncmp(row->family, sans, sizeof sans - 1) == 0) {
        char family[64] = "Noto Serif ";
        strncat(family, row->family + sizeof sans - 1, sizeof family - strlen(family) - 1);
        const struct font *serif = font_known(set, family, wanted->bold, wanted->italic);
        if (serif != NULL)
            return serif;
    }
    return font_known(set, row->family, wanted->bold, wanted->italic);
}

static const struct font no_font;

/* fontconfig is asked once a character. */
static const struct font *find_stray(struct font_set *set, const struct font *wanted, uint32_t codepoint)
{
    char key[4];
    size_t size = utf8_write(key, codepoint);
    const struct font *known = map_find(&set->strays, key, size);
    if (known == NULL) {
        known = font_system_covering(set, codepoint, wanted->bold, wanted->italic);
        void **slot = map_slot(&set->strays, arena_copy(set->arena, key, size), size);
        *slot = (void *)(uintptr_t)(known == NULL ? &no_font : known);
    }
    return known == &no_font ? NULL : known;
}

const struct font *font_fallback(struct font_set *set, const struct font *wanted, const char *word,
                                 size_t length)
{
    uint32_t lacking = first_lacking(wanted, word, length);
    UScriptCode script = script_of(lacking);
    for (size_t i = 0; i < FALLBACK_COUNT; i++) {
        if (fallbacks[i].script != script && fallbacks[i].script != USCRIPT_COMMON)
            continue;
        const struct font *font = open_fallback(set, &fallbacks[i], wanted);
        if (font != NULL && font_has_all(font, word, length))
            return font;
    }
    const struct font *stray = find_stray(set, wanted, lacking);
    return stray != NULL && font_has_all(stray, word, length) ? stray : NULL;
}

const char *font_package_for(uint32_t codepoint)
{
    UScriptCode script = script_of(codepoint);
    for (size_t i = 0; i < FALLBACK_COUNT; i++)
        if (fallbacks[i].script == script && script != USCRIPT_COMMON)
            return fallbacks[i].package;
    return u_hasBinaryProperty((UChar32)codepoint, UCHAR_EMOJI) ? "fonts-noto-color-emoji"
                                                                : "fonts-noto-extra";
}
