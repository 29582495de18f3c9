/* script.h - the scripts of a text (UAX 24) and what follows from them for its setting. */
#ifndef TEXT_SCRIPT_H
#define TEXT_SCRIPT_H

#include <hb.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a text holds that a page of Latin letters does not. Found by looking at lead bytes only, so it costs
 * such a page next to nothing; may say yes too often, never too rarely. */
enum script_traits {
    TRAIT_RIGHT_TO_LEFT = 1, /* Arabic, Hebrew and such, or marks of direction: UAX 9 is needed */
    TRAIT_EAST_ASIAN = 2,    /* ideographs, kana, Hangul */
};
unsigned script_traits(const char *text, size_t length);

/* The East Asian language that a text tells by its letters: "ja" where there are kana, "ko" where there is
 * Hangul, NULL where there is neither. Ideographs look different in each. */
const char *script_language(const char *text, size_t length);

/* The script of a character; HB_SCRIPT_COMMON and HB_SCRIPT_INHERITED go with what is beside them. */
hb_script_t script_of(uint32_t codepoint);

/* Clusters shown as pictures in colour (UTS 51), by ISO 15924's code for them: emoji by nature, by U+FE0F or
 * with a skin tone, and not U+FE0E. */
#define SCRIPT_EMOJI ((hb_script_t)HB_TAG('Z', 's', 'y', 'e'))
/* The script of a grapheme cluster. */
hb_script_t script_of_cluster(const char *cluster, size_t length);

/* Whether the letters on both sides of byte `at` hang together (Arabic, Syriac, Mongolian …), marks between
 * them or not. */
bool script_joins(const char *text, size_t length, size_t at);

#endif
