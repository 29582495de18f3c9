#include "text/keep.h"
#include <string.h>

static void keep_whole(const struct token *token, uint8_t *breaks)
{
    for (size_t i = 1; i < token->length; i++)
        keep(breaks, token->start + i, BREAK_NO);
}

static bool is_web_address(const struct token *token)
{
    const char *bare = token->bare;
    if (token->bare_length > 4 && memcmp(bare, "www.", 4) == 0)
        return true;
    for (size_t i = 1; i + 2 < token->bare_length; i++)
        if (memcmp(bare + i, "://", 3) == 0)
            return true;
    return false;
}

static bool is_mail_address(const struct token *token)
{
    const char *at = memchr(token->bare, '@', token->bare_length);
    return at != NULL && at > token->bare && at + 1 < token->bare + token->bare_length;
}

/* An address breaks after single slashes only: a hyphen at a line's end would be read as part of it or not.
 */
static void amend_address(const struct token *token, uint8_t *breaks)
{
    for (size_t i = 2; i < token->length; i++)
        if (token->text[i - 1] != '/' || token->text[i - 2] == '/' || token->text[i - 2] == ':')
            keep(breaks, token->start + i, BREAK_NO);
}

/* "147/2024/NĐ-CP", "15/9/2021", "24/7". Long ones are something else. */
static bool is_document_number(const struct token *token)
{
    return token_is_number(token) && token->length <= 40 && memchr(token->text, '/', token->length) != NULL;
}

static bool is_capital(const char *text, size_t length, size_t at)
{
    return (text[at] >= 'A' && text[at] <= 'Z') || (at + 1 < length && memcmp(text + at, "Đ", 2) == 0) ||
           (at > 0 && memcmp(text + at - 1, "Đ", 2) == 0);
}

/* "NĐ-CP", "VN-COP": hyphens between capitals hold. */
static void amend_abbreviation(const struct token *token, uint8_t *breaks)
{
    for (size_t i = 1; i + 1 < token->length; i++)
        if (token->text[i] == '-' && is_capital(token->text, token->length, i - 1) &&
            is_capital(token->text, token->length, i + 1))
            keep(breaks, token->start + i + 1, BREAK_NO);
}

void keep_inside(const struct token *token, uint8_t *breaks)
{
    if (is_document_number(token) || is_mail_address(token))
        keep_whole(token, breaks);
    else if (is_web_address(token))
        amend_address(token, breaks);
    else if (memchr(token->text, '-', token->length) != NULL)
        amend_abbreviation(token, breaks);
}
