#include "text/line_breaks.h"
#include <string.h>

/* A word as far as spaces go, and its bare part without quotation marks, brackets and stops around it. */
struct token {
    const char *text;
    size_t length;
    size_t start; /* in the whole text: where the break before it is */
    const char *bare;
    size_t bare_length;
    bool labelled; /* a number that is kept with the word before it */
};

#define KEEP_LABEL(word) word,
#define KEEP_UNIT(word)
static const char *const labels[] = {
#include "text/keep.def"
};
#undef KEEP_LABEL
#undef KEEP_UNIT
#define KEEP_LABEL(word)
#define KEEP_UNIT(word) word,
static const char *const units[] = {
#include "text/keep.def"
};
#undef KEEP_LABEL
#undef KEEP_UNIT

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

static struct token token_at(const char *text, size_t length, size_t start)
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

static bool starts_as_number(const struct token *token)
{
    const char *bare = token->bare;
    size_t length = token->bare_length;
    return length > 0 &&
           (is_digit(bare[0]) || (length > 1 && (bare[0] == '+' || bare[0] == '-') && is_digit(bare[1])));
}

/* "12", "1.250,5", "2-3", "7:30" and nothing behind it: a count that a unit may follow. */
static bool is_count(const struct token *token)
{
    if (!starts_as_number(token) || token->bare + token->bare_length != token->text + token->length)
        return false;
    for (size_t i = 1; i < token->bare_length; i++) {
        const char *rest = token->bare + i;
        if (!is_digit(*rest) && strchr(".,:-", *rest) == NULL)
            return memcmp(rest, "–", strlen("–")) == 0;
    }
    return true;
}

static bool is_roman(const struct token *token)
{
    for (size_t i = 0; i < token->bare_length; i++)
        if (strchr("IVXLC", token->bare[i]) == NULL)
            return false;
    return token->bare_length > 0 && token->bare_length <= 6;
}

/* Whether a word is in a list, in lower case or with a capital first letter. */
static bool is_listed(const char *word, size_t length, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(list[i]);
        if (size != length)
            continue;
        if (memcmp(word, list[i], length) == 0)
            return true;
        size_t first = 0, capital = 0;
        uint32_t wanted = utf8_next(list[i], size, &first), letter = utf8_next(word, length, &capital);
        bool capitalised = (letter | 0x20) == wanted || (letter == 0x110 && wanted == 0x111);
        if (capitalised && memcmp(word + capital, list[i] + first, length - first) == 0)
            return true;
    }
    return false;
}

static bool is_label(const struct token *token)
{
    size_t behind = (size_t)(token->text + token->length - token->bare);
    return is_listed(token->bare, behind, labels, COUNT(labels));
}

static void keep(uint8_t *breaks, size_t at)
{
    if (breaks[at] == BREAK_MAY)
        breaks[at] = BREAK_NO;
}

static void keep_whole(const struct token *token, uint8_t *breaks)
{
    for (size_t i = 1; i < token->length; i++)
        keep(breaks, token->start + i);
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
            keep(breaks, token->start + i);
}

/* "147/2024/NĐ-CP", "15/9/2021", "24/7". Long ones are something else. */
static bool is_document_number(const struct token *token)
{
    return starts_as_number(token) && token->length <= 40 && memchr(token->text, '/', token->length) != NULL;
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
            keep(breaks, token->start + i + 1);
}

static void amend_inside(const struct token *token, uint8_t *breaks)
{
    if (is_document_number(token) || is_mail_address(token))
        keep_whole(token, breaks);
    else if (is_web_address(token))
        amend_address(token, breaks);
    else if (memchr(token->text, '-', token->length) != NULL)
        amend_abbreviation(token, breaks);
}

/* A dash between spaces ends a line rather than beginning one, and so does a stop after a space. */
static bool hangs_on(const struct token *token)
{
    return token->bare_length == 0 || is_listed(token->text, token->length, dashes, COUNT(dashes));
}

static void amend_between(const struct token *before, struct token *token, uint8_t *breaks)
{
    bool number = starts_as_number(token);
    if ((number || is_roman(token)) && is_label(before)) {
        token->labelled = number;
        keep(breaks, token->start);
    } else if (hangs_on(token) && ends_with(token->text, token->length, opening, 4) == 0) {
        keep(breaks, token->start);
    } else if (!before->labelled && is_count(before) &&
               is_listed(token->bare, token->bare_length, units, COUNT(units))) {
        keep(breaks, token->start);
    }
}

/* Groups of a telephone number so far: "1900", "9696", "80". */
struct phone {
    size_t starts[6];
    size_t groups, digits;
};

static size_t group_digits(const struct token *token)
{
    size_t digits = 0;
    for (size_t i = 0; i < token->bare_length; i++) {
        if (is_digit(token->bare[i]))
            digits++;
        else if (strchr("+().-", token->bare[i]) == NULL)
            return 0;
    }
    return digits;
}

static void end_phone(struct phone *phone, uint8_t *breaks)
{
    if (phone->groups > 1 && phone->groups <= COUNT(phone->starts) && phone->digits >= 7 &&
        phone->digits <= 15)
        for (size_t i = 1; i < phone->groups; i++)
            keep(breaks, phone->starts[i]);
    *phone = (struct phone){0};
}

static void amend_phone(struct phone *phone, const struct token *token, uint8_t *breaks)
{
    size_t digits = group_digits(token);
    if (digits < 2)
        end_phone(phone, breaks);
    if (digits < 2)
        return;
    if (phone->groups < COUNT(phone->starts))
        phone->starts[phone->groups] = token->start;
    phone->groups++;
    phone->digits += digits;
    if (token->bare + token->bare_length != token->text + token->length)
        end_phone(phone, breaks);
}

void line_breaks_amend(const char *text, size_t length, uint8_t *breaks)
{
    struct token before = {0};
    struct phone phone = {0};
    for (size_t at = 0; at < length;) {
        if (text[at] == ' ' || text[at] == '\n') {
            if (text[at] == '\n') {
                end_phone(&phone, breaks);
                before = (struct token){0};
            }
            at++;
            continue;
        }
        struct token token = token_at(text, length, at);
        amend_inside(&token, breaks);
        if (before.length > 0)
            amend_between(&before, &token, breaks);
        amend_phone(&phone, &token, breaks);
        before = token;
        at += token.length;
    }
    end_phone(&phone, breaks);
}
