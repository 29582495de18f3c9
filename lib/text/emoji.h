/* emoji.h - emoji that the icon font has a sign for (emoji.def): they take the colour of the text, so that
 * they print and photocopy as it does, and stay the author's characters. */
#ifndef TEXT_EMOJI_H
#define TEXT_EMOJI_H

#include <stddef.h>
#include <stdint.h>

struct font_set;

/* How many bytes the emoji takes that a text begins with, with its variation selector; 0 when it begins with
 * none that has a sign. */
size_t emoji_with_icon(const char *text, size_t length);
/* The character of the icon font for an emoji; 0 when it has none, or the font is not installed. */
uint32_t emoji_icon(struct font_set *set, uint32_t codepoint);

#endif
