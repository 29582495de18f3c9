#include "text/keep.h"
#include <string.h>

#define GROUPS (sizeof((struct phone *)0)->starts / sizeof *((struct phone *)0)->starts)

static size_t group_digits(const struct token *token)
{
    size_t digits = 0;
    for (size_t i = 0; i < token->bare_length; i++) {
        if (token->bare[i] >= '0' && token->bare[i] <= '9')
            digits++;
        else if (strchr("+().-", token->bare[i]) == NULL)
            return 0;
    }
    return digits;
}

void phone_end(struct phone *phone, uint8_t *breaks)
{
    if (phone->digit_alone) { /* nothing followed it: a count of something else */
        phone->groups--;
        phone->digits--;
    }
    bool is_phone = phone->groups > 1 && phone->groups <= GROUPS && phone->digits >= 7 && phone->digits <= 15;
    for (size_t i = 1; is_phone && i < phone->groups; i++)
        keep(breaks, phone->starts[i], BREAK_TIED);
    *phone = (struct phone){0};
}

/* The number goes on behind an area code in brackets, "(024) 3936 1798", not behind other marks. */
static bool ends_number(const struct token *token)
{
    const char *behind = token->bare + token->bare_length;
    size_t marks = (size_t)(token->text + token->length - behind);
    return marks > 1 || (marks == 1 && *behind != ')');
}

/* A digit alone is a group only behind an area code, "0276 3 822 111". */
static bool goes_on(const struct phone *phone, size_t digits)
{
    return digits > 1 || (digits == 1 && phone->area && !phone->digit_alone);
}

void phone_add(struct phone *phone, const struct token *token, uint8_t *breaks)
{
    size_t digits = group_digits(token);
    if (!goes_on(phone, digits)) {
        phone_end(phone, breaks);
        return;
    }
    if (!phone->groups)
        phone->area = *token->bare == '0' || *token->bare == '+';
    if (phone->groups < GROUPS)
        phone->starts[phone->groups] = token->start;
    phone->groups++;
    phone->digits += digits;
    phone->digit_alone = digits == 1;
    if (ends_number(token))
        phone_end(phone, breaks);
}
