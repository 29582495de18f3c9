#include "text/keep.h"
#include <string.h>
#include <unicode/uchar.h>

static const char *const opening[] = {"(", "[", "“", "‘", "\"", "'", "«", "~", "≈", "<", ">", "≥", "≤"};
static const char *const closing[] = {")", "]", "}", "”", "’", "\"", "'", "»", ",",
                                      ".", ";", ":", "!", "?", "…",  "*", "†"};
static const char *const dashes[] = {"–", "—", "-"};
#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_plain(char byte)
{
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The length of the one of `marks` that the text begins with, 0 for none. */
static size_t begins_with(const char *text, size_t length, const char *const *marks, size_t count)
{
    for (size_t i = 0; i < count && length > 0; i++) {
        if (marks[i][0] != text[0])
            continue;
        size_t size = strlen(marks[i]);
        if (size <= length && memcmp(text, marks[i], size) == 0)
            return size;
    }
    return 0;
}

static size_t ends_with(const char *text, size_t length, const char *const *marks, size_t count)
{
    if (length == 0 || is_plain(text[length - 1])) /* nearly every word */
        return 0;
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(marks[i]);
        if (size <= length && memcmp(text + length - size, marks[i], size) == 0)
            return size;
    }
    return 0;
}

struct token token_at(const char *text, size_t length, size_t start)
{
    size_t end = start;
    while (end < length && text[end] != ' ' && text[end] != '\n')
        end++;
    struct token token = {.text = text + start, .length = end - start, .start = start};
    token.bare = token.text;
    token.bare_length = token.length;
    size_t size;
    while ((size = begins_with(token.bare, token.bare_length, opening, COUNT(opening))) > 0) {
        token.bare += size;
        token.bare_length -= size;
    }
    while ((size = ends_with(token.bare, token.bare_length, closing, COUNT(closing))) > 0)
        token.bare_length -= size;
    return token;
}

bool token_is_number(const struct token *token)
{
    const char *bare = token->bare;
    size_t length = token->bare_length;
    return length > 0 &&
           (is_digit(bare[0]) || (length > 1 && (bare[0] == '+' || bare[0] == '-') && is_digit(bare[1])));
}

bool token_is_count(const struct token *token)
{
    if (!token_is_number(token) || token->bare + token->bare_length != token->text + token->length)
        return false;
    for (size_t i = 1; i < token->bare_length; i++) {
        const char *rest = token->bare + i;
        if (!is_digit(*rest) && strchr(".,:-", *rest) == NULL)
            return token->bare_length - i > strlen("–") && memcmp(rest, "–", strlen("–")) == 0;
    }
    return true;
}

bool token_is_roman(const struct token *token)
{
    for (size_t i = 0; i < token->bare_length; i++)
        if (strchr("IVXLC", token->bare[i]) == NULL)
            return false;
    return token->bare_length > 0 && token->bare_length <= 6;
}

bool token_is_letter(const struct token *token)
{
    size_t at = 0;
    return token->bare_length > 0 && u_isalpha((UChar32)utf8_next(token->bare, token->bare_length, &at)) &&
           at == token->bare_length;
}

bool token_is_capital(const struct token *token)
{
    size_t at = 0;
    return token->bare_length > 0 && u_isupper((UChar32)utf8_next(token->bare, token->bare_length, &at));
}

bool token_is_initial(const struct token *token)
{
    const char *stop = token->bare + token->bare_length;
    return stop < token->text + token->length && *stop == '.' && token_is_letter(token) &&
           token_is_capital(token);
}

bool token_is_dash(const struct token *token)
{
    return begins_with(token->text, token->length, dashes, COUNT(dashes)) == token->length;
}

bool token_hangs_on(const struct token *token)
{
    if (token->bare_length > 0)
        return token_is_dash(token);
    return ends_with(token->text, token->length, opening, 4) == 0;
}

bool word_is(const char *word, size_t length, const char *listed)
{
    size_t size = strlen(listed), left = 0, right = 0;
    while (left < length && right < size) {
        UChar32 a = (UChar32)utf8_next(word, length, &left), b = (UChar32)utf8_next(listed, size, &right);
        if (a != b && u_tolower(a) != b)
            return false;
    }
    return left == length && right == size;
}
