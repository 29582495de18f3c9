/* keep.h - words as the rules of keep.c see them: what stays together on a line. */
#ifndef TEXT_KEEP_H
#define TEXT_KEEP_H

#include "text/line_breaks.h"

/* A word as far as spaces go, and its bare part without quotation marks, brackets and stops around it. */
struct token {
    const char *text;
    size_t length;
    size_t start; /* in the whole text: where the break before it is */
    const char *bare;
    size_t bare_length;
};

struct token token_at(const char *text, size_t length, size_t start);

bool token_is_number(const struct token *token); /* begins as one: "12", "+84", "147/2024/NĐ-CP" */
/* "12", "1.250,5", "2-3", "7:30" and nothing behind it: a count that a unit may follow. */
bool token_is_count(const struct token *token);
bool token_is_roman(const struct token *token);
bool token_is_letter(const struct token *token);  /* "a)", "Đ" */
bool token_is_initial(const struct token *token); /* "N." */
bool token_is_capital(const struct token *token); /* begins with a capital */
bool token_is_dash(const struct token *token);
/* Marks alone, or a dash: such a word hangs on the one before. */
bool token_hangs_on(const struct token *token);

/* Whether a word is the listed one. Small letters stand for capitals too ("ĐIỀU" is "điều"), marks count. */
bool word_is(const char *word, size_t length, const char *listed);

/* Forbids or discourages a break that may be. */
static inline void keep(uint8_t *breaks, size_t at, enum line_break instead)
{
    if (breaks[at] == BREAK_MAY)
        breaks[at] = (uint8_t)instead;
}

/* Within a word: addresses, numbers of documents, abbreviations. */
void keep_inside(const struct token *token, uint8_t *breaks);

/* Groups of a telephone number so far: "1900", "9696", "80". */
struct phone {
    size_t starts[6];
    size_t groups, digits;
    bool area;        /* begins with "0" or "+" */
    bool digit_alone; /* the last group is one digit */
};
void phone_add(struct phone *phone, const struct token *token, uint8_t *breaks);
void phone_end(struct phone *phone, uint8_t *breaks);

#endif
