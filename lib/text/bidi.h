/* bidi.h - the direction of text (UAX 9), through ICU. Only texts with TRAIT_RIGHT_TO_LEFT (script.h) need
 * it. */
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* The embedding level of each byte of a paragraph: odd ones run from right to left. Line feeds do not end it.
 * Gives the paragraph's own level, told by its first letter, or by its language (BCP 47) where it has none.
 * Without memory all is level 0. */
unsigned bidi_levels(struct arena *scratch, const char *text, size_t length, const char *language,
                     uint8_t *levels);

/* The order in which pieces of a line stand from left to right (rule L2): order[0] is the leftmost one's
 * index. */
void bidi_order(const uint8_t *levels, size_t count, int32_t *order);

#endif
