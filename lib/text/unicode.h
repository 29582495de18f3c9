/* unicode.h - what loa asks of Unicode, through ICU. */
#ifndef TEXT_UNICODE_H
#define TEXT_UNICODE_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* The offset of the first byte that is not UTF-8 (or is NUL), or `length` when all is well. */
size_t utf8_check(const char *text, size_t length);
/* The code point at *at, which moves on; the text is valid UTF-8. */
uint32_t utf8_next(const char *text, size_t length, size_t *at);
/* Writes a code point, returns 1 to 4. */
size_t utf8_write(char bytes[4], uint32_t codepoint);
size_t utf8_count(const char *text, size_t length); /* code points */

/* NFC (UAX 15). The text itself when it is composed already, else a copy in the arena; *length is updated. */
const char *unicode_compose(struct arena *arena, const char *text, size_t *length);

/* Where lines may break (UAX 14, with ICU's dictionaries), as loa's rules amend them: breaks[i] for byte i
 * says what may happen before it. No break between a number and its unit, inside a phone or document number
 * ("147/2024/NĐ-CP"), after "Điều", "Số" and such before a number: such words are tied or kept together, that
 * is, divided only when no lines can be made otherwise, kept ones first ("Nghị định" from its number).
 * `language` is BCP 47. */
enum line_break { BREAK_NO, BREAK_MAY, BREAK_MUST, BREAK_KEPT, BREAK_TIED };
void unicode_line_breaks(const char *text, size_t length, const char *language, uint8_t *breaks);

/* Upper case by the language's rules, NUL-terminated. */
const char *unicode_upper(struct arena *arena, const char *text, size_t length, const char *language,
                          size_t *out_length);
/* Lower case, of no language in particular, NUL-terminated. */
const char *unicode_lower(struct arena *arena, const char *text, size_t length);
/* A stable id from a heading: lower case, marks and đ removed, runs of others to '-': "Bắt nạt" gives
 * "bat-nat". */
const char *unicode_slug(struct arena *arena, const char *text, size_t length);
/* Whether a letter or digit begins here, no mark that belongs to the one before; false within a character. */
bool unicode_is_letter(const char *text);
/* Whether nothing in it leaves ink: white space and characters that are never drawn. */
bool unicode_is_blank(const char *text, size_t length);
/* Compares names without case and Vietnamese marks. */
bool unicode_same_name(const char *a, const char *b);
/* Words, as a reader counts syllables: runs without white space that hold a letter or a digit. */
size_t unicode_syllables(const char *text, size_t length);

#endif
