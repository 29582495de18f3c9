#include "text/script.h"
#include "text/unicode.h"
#include <unicode/uchar.h>

/* ---- Traits ---- */

/* By the lead byte: U+0590-07FF, U+0800-08FF (E0 A0-A3), marks of direction (E2 80-81), presentation forms
 * (EF AC-BB), U+10800-10FFF (F0 90) and U+1E800-1EFFF (F0 9E). */
static bool may_turn(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xA3;
    case 0xEF:
        return second >= 0xAC && second <= 0xBB;
    case 0xF0:
        return second == 0x90 || second == 0x9E;
    default:
        return lead >= 0xD6 && lead <= 0xDF;
    }
}

/* U+200F, U+202A-202E and U+2066-2069. */
static bool turns(const unsigned char *bytes)
{
    return (bytes[1] == 0x80 && (bytes[2] == 0x8F || (bytes[2] >= 0xAA && bytes[2] <= 0xAE))) ||
           (bytes[1] == 0x81 && bytes[2] >= 0xA6 && bytes[2] <= 0xA9);
}

/* U+3000-D7FF but for Yi and what is about it, compatibility ideographs, full-width forms, and planes 2
 * and 3. */
static bool is_east_asian(unsigned char lead, unsigned char second)
{
    return (lead >= 0xE3 && lead <= 0xED && !(lead == 0xEA && second < 0xB0)) ||
           (lead == 0xEF && (second == 0xA4 || second >= 0xBC)) || (lead == 0xF0 && second >= 0xA0);
}

unsigned script_traits(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    unsigned traits = 0;
    for (size_t i = 0; i + 1 < length; i++) {
        unsigned char lead = bytes[i];
        if (lead < 0xD6 || lead == 0xE1) /* Latin with all its marks */
            continue;
        if (may_turn(lead, bytes[i + 1]) || (lead == 0xE2 && i + 2 < length && turns(bytes + i)))
            traits |= TRAIT_RIGHT_TO_LEFT;
        if (is_east_asian(lead, bytes[i + 1]))
            traits |= TRAIT_EAST_ASIAN;
    }
    return traits;
}

const char *script_language(const char *text, size_t length)
{
    const char *language = NULL;
    for (size_t at = 0; at < length;) {
        hb_script_t script = script_of(utf8_next(text, length, &at));
        if (script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA)
            return "ja";
        if (script == HB_SCRIPT_HANGUL)
            language = "ko";
    }
    return language;
}

/* ---- Characters ---- */

hb_script_t script_of(uint32_t codepoint)
{
    if (codepoint < 0x80) {
        uint32_t letter = (codepoint | 0x20) - 'a';
        return letter < 26 ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    }
    if (codepoint >= 0x1E00 && codepoint < 0x1F00)
        return HB_SCRIPT_LATIN;
    return hb_unicode_script(hb_unicode_funcs_get_default(), codepoint);
}

static bool has(uint32_t codepoint, UProperty property)
{
    return u_hasBinaryProperty((UChar32)codepoint, property);
}

static bool is_emoji(const char *cluster, size_t length)
{
    size_t at = 0;
    uint32_t first = utf8_next(cluster, length, &at);
    uint32_t second = at < length ? utf8_next(cluster, length, &at) : 0;
    if (first < 0x203C && second != 0xFE0F) /* digits, letters, © and ® are text unless they are told */
        return false;
    if (second == 0xFE0E || !has(first, UCHAR_EMOJI))
        return false;
    return second == 0xFE0F || has(first, UCHAR_EMOJI_PRESENTATION) || has(second, UCHAR_EMOJI_MODIFIER);
}

hb_script_t script_of_cluster(const char *cluster, size_t length)
{
    if (is_emoji(cluster, length))
        return SCRIPT_EMOJI;
    for (size_t at = 0; at < length;) {
        hb_script_t script = script_of(utf8_next(cluster, length, &at));
        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED)
            return script;
    }
    return HB_SCRIPT_COMMON;
}

static int joining_type(uint32_t codepoint)
{
    return u_getIntPropertyValue((UChar32)codepoint, UCHAR_JOINING_TYPE);
}

static int joining_before(const char *text, size_t at)
{
    int type = U_JT_TRANSPARENT;
    for (size_t end = at; type == U_JT_TRANSPARENT && end > 0;) {
        size_t start = end - 1;
        while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80)
            start--;
        size_t next = start;
        type = joining_type(utf8_next(text, end, &next));
        end = start;
    }
    return type;
}

static int joining_after(const char *text, size_t length, size_t at)
{
    int type = U_JT_TRANSPARENT;
    while (type == U_JT_TRANSPARENT && at < length)
        type = joining_type(utf8_next(text, length, &at));
    return type;
}

bool script_joins(const char *text, size_t length, size_t at)
{
    int before = joining_before(text, at), after = joining_after(text, length, at);
    return (before == U_JT_DUAL_JOINING || before == U_JT_LEFT_JOINING || before == U_JT_JOIN_CAUSING) &&
           (after == U_JT_DUAL_JOINING || after == U_JT_RIGHT_JOINING || after == U_JT_JOIN_CAUSING);
}
