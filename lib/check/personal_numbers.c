/* Numbers of people: mobile phones (0 and one of 3, 5, 7, 8, 9, then eight digits), citizens' identity
 * numbers (0 and eleven digits, Thông tư 59/2021/TT-BCA) and bank accounts. Lines of 1800 and 1900 are
 * nobody's own. */
#include "check/checker.h"
#include <string.h>

enum { DIGITS_MOST = 24 };

/* Reads digits with single spaces, dots and hyphens between; the bytes they take. */
static size_t read_digits(const char *text, char digits[DIGITS_MOST + 1])
{
    size_t count = 0, end = 0;
    for (size_t at = 0; count < DIGITS_MOST && text[at]; at++) {
        if (text[at] >= '0' && text[at] <= '9') {
            digits[count++] = text[at];
            end = at + 1;
        } else if (count == 0 || at != end || !strchr(" .-", text[at])) {
            break;
        }
    }
    digits[count] = '\0';
    return end;
}

static bool follows_account(const struct passage *passage, size_t at)
{
    static const char *const words[] = {"tài khoản", "stk", "account"};
    size_t from = at > 40 ? at - 40 : 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *found = strstr(passage->lower + from, words[i]);
        if (found && found < passage->lower + at)
            return true;
    }
    return false;
}

static bool is_personal(const struct passage *passage, size_t at, const char *digits)
{
    size_t count = strlen(digits);
    bool phone = (count == 10 && digits[0] == '0' && strspn(digits + 1, "35789") > 0) ||
                 (count == 11 && !strncmp(digits, "84", 2) && strspn(digits + 2, "35789") > 0);
    return phone || (count == 12 && digits[0] == '0') ||
           (count >= 9 && count <= 16 && follows_account(passage, at));
}

void check_personal_numbers(struct checker *checker, const struct passage *passage)
{
    char digits[DIGITS_MOST + 1];
    for (size_t at = 0; at < passage->length; at++) {
        size_t length = read_digits(passage->text + at, digits);
        if (length == 0)
            continue;
        if (is_personal(passage, at, digits))
            report(checker->reporter, FINDING_personal_number,
                   passage_place(checker, passage, at, at + length),
                   passage_words(checker, passage, at, at + length));
        at += length;
    }
}
