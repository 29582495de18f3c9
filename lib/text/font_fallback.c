#include "text/font_set.h"
#include "text/script.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* Files of a row of fallbacks.def. */
enum fallback_face { SANS_REGULAR, SANS_BOLD, SERIF_REGULAR, SERIF_BOLD, FALLBACK_FACES };

struct fallback {
    hb_script_t script;
    const char *language, *package;
    unsigned index;
    const char *files[FALLBACK_FACES];
};

#define LOA_FALLBACK(script, language, package, index, ...) {script, language, package, index, {__VA_ARGS__}},
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
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    if (depth == 0 || !hb_unicode_decompose(unicode, codepoint, &base, &mark))
        return false;
    if (mark != 0 && hb_unicode_combining_class(unicode, mark) == HB_UNICODE_COMBINING_CLASS_OVERLAY)
        return false; /* a stroke laid across its letter (≠) rarely meets it well */
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

static const struct font no_font;

/* The file of a row, opened once. NULL: there is none. */
static const struct font *open_file(struct font_set *set, size_t row, enum fallback_face face)
{
    if (set->fallbacks == NULL)
        set->fallbacks = ARENA_ARRAY(set->arena, const struct font *, FALLBACK_COUNT *FALLBACK_FACES);
    const struct font **slot = &set->fallbacks[row * FALLBACK_FACES + face];
    if (*slot == NULL) {
        const char *file = fallbacks[row].files[face];
        char path[256] = FONT_FOLDER;
        if (file != NULL)
            strncat(path, file, sizeof path - sizeof FONT_FOLDER);
        *slot = file == NULL ? NULL : font_open(set, path, fallbacks[row].index);
        if (*slot == NULL)
            *slot = &no_font;
    }
    return *slot == &no_font ? NULL : *slot;
}

/* Serifs matter more than weight: what is beside the text should look like it. */
static const struct font *open_fallback(struct font_set *set, size_t row, const struct font *wanted)
{
    static const enum fallback_face order[2][2][FALLBACK_FACES] = {
        {{SANS_REGULAR, SERIF_REGULAR, SANS_BOLD, SERIF_BOLD},
         {SANS_BOLD, SANS_REGULAR, SERIF_BOLD, SERIF_REGULAR}},
        {{SERIF_REGULAR, SANS_REGULAR, SERIF_BOLD, SANS_BOLD},
         {SERIF_BOLD, SERIF_REGULAR, SANS_BOLD, SANS_REGULAR}}};
    const enum fallback_face *faces = order[wanted->serif ? 1 : 0][wanted->bold ? 1 : 0];
    const struct font *font = NULL;
    for (size_t i = 0; i < FALLBACK_FACES && font == NULL; i++)
        font = open_file(set, row, faces[i]);
    return font;
}

/* Signs that several scripts share are looked for where one of those is: "،" in Arabic's row, what is as wide
 * as an ideograph in Han's. */
static hb_script_t lookup_script(hb_script_t script, uint32_t codepoint)
{
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode users[32];
    if (script != HB_SCRIPT_COMMON || codepoint < 0x80)
        return script;
    int width = u_getIntPropertyValue((UChar32)codepoint, UCHAR_EAST_ASIAN_WIDTH);
    if (width == U_EA_WIDE || width == U_EA_FULLWIDTH)
        return HB_SCRIPT_HAN;
    int count = uscript_getScriptExtensions((UChar32)codepoint, users, sizeof users / sizeof *users, &error);
    if (U_FAILURE(error) || count < 1 || users[0] <= USCRIPT_INHERITED)
        return script;
    return hb_script_from_string(uscript_getShortName(users[0]), -1);
}

const struct font *font_fallback(struct font_set *set, const struct font *wanted, hb_script_t script,
                                 const char *language, const char *word, size_t length)
{
    script = lookup_script(script, first_lacking(wanted, word, length));
    for (size_t i = 0; i < FALLBACK_COUNT; i++) {
        const struct fallback *row = &fallbacks[i];
        bool ours = row->script == script || (row->script == HB_SCRIPT_COMMON && script != SCRIPT_EMOJI);
        if (!ours || strncmp(row->language, language, strlen(row->language)) != 0)
            continue;
        const struct font *font = open_fallback(set, i, wanted);
        if (font != NULL && font_has_all(font, word, length))
            return font;
    }
    return NULL;
}

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

const struct font *font_stray(struct font_set *set, const struct font *wanted, const char *word,
                              size_t length)
{
    const struct font *stray = find_stray(set, wanted, first_lacking(wanted, word, length));
    return stray != NULL && font_has_all(stray, word, length) ? stray : NULL;
}

const char *font_package_for(uint32_t codepoint)
{
    hb_script_t script = lookup_script(script_of(codepoint), codepoint);
    if (u_hasBinaryProperty((UChar32)codepoint, UCHAR_EMOJI_PRESENTATION))
        script = SCRIPT_EMOJI;
    for (size_t i = 0; i < FALLBACK_COUNT; i++)
        if (fallbacks[i].script == script && script != HB_SCRIPT_COMMON)
            return fallbacks[i].package;
    return "fonts-noto-extra";
}
