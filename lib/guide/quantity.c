#include "guide/quantity.h"
#include "base/builder.h"
#include "base/number.h"
#include <string.h>

#define MOST_DIGITS  15 /* a double holds these exactly */
#define LONGEST_UNIT 40 /* bytes: what is longer is a sentence that begins with a number */
#define MOST_PARTS   6  /* digits behind the decimal sign: as number_write_fixed() writes */
#define GROUP        3
#define NO_BREAK     "\u00a0"
#define NARROW       "\u202f"
#define MINUS        "\u2212"

enum number_style number_style_of(const char *language)
{
    return strncmp(language, "en", 2) == 0 ? NUMBER_POINT : NUMBER_COMMA;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of a space at `text`, 0 when there is none. */
static size_t space_length(const char *text)
{
    if (*text == ' ')
        return 1;
    if (!strncmp(text, NO_BREAK, strlen(NO_BREAK)))
        return strlen(NO_BREAK);
    return strncmp(text, NARROW, strlen(NARROW)) ? 0 : strlen(NARROW);
}

static const char *skip_spaces(const char *text)
{
    for (size_t length; (length = space_length(text)) > 0;)
        text += length;
    return text;
}

/* Digits in groups, as they stand: '.', ',' or ' ' before each group but the first. */
struct groups {
    char digits[MOST_DIGITS + 1];
    size_t used, count;
    size_t lengths[MOST_DIGITS];
    char signs[MOST_DIGITS]; /* before each group */
};

static size_t digits_length(const char *text)
{
    size_t length = 0;
    while (is_digit(text[length]))
        length++;
    return length;
}

/* The sign that joins the group at `text` to the digits behind it, with its length in bytes; 0: none. A space
 * does only before three digits. */
static char joint(const char *text, size_t *length)
{
    *length = 1;
    if ((*text == '.' || *text == ',') && is_digit(text[1]))
        return *text;
    *length = space_length(text);
    return *length && digits_length(text + *length) == GROUP ? ' ' : '\0';
}

/* Where the number ends; NULL when it is too long. */
static const char *read_groups(const char *text, struct groups *groups)
{
    char sign = '\0';
    size_t joined = 0;
    do {
        text += joined;
        size_t length = digits_length(text);
        if (length == 0 || groups->used + length > MOST_DIGITS)
            return NULL;
        memcpy(groups->digits + groups->used, text, length);
        groups->used += length;
        groups->lengths[groups->count] = length;
        groups->signs[groups->count++] = sign;
        text += length;
    } while ((sign = joint(text, &joined)) != '\0');
    return text;
}

/* "1.234": groups of thousands, not parts. A number that begins with 0 has no thousands. */
static bool may_group(const struct groups *groups, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (groups->lengths[i] != GROUP || groups->signs[i] != groups->signs[1])
            return false;
    return groups->lengths[0] <= GROUP && groups->digits[0] != '0';
}

/* How many of the groups stand before the decimal sign; 0 when it is no number. */
static size_t whole_groups(const struct groups *groups, enum number_style style)
{
    size_t count = groups->count, before = count - 1;
    char last = groups->signs[before], divides = style == NUMBER_COMMA ? ',' : '.';
    if (count == 1)
        return 1;
    if (count == 2 && last != ' ' && (last == divides || !may_group(groups, count)))
        return 1;
    if (may_group(groups, count))
        return count;
    bool differs = count > 2 && last != groups->signs[1] && last != ' ';
    return differs && may_group(groups, before) ? before : 0;
}

static bool value_of(struct groups *groups, enum number_style style, struct quantity *quantity)
{
    size_t whole = whole_groups(groups, style);
    if (whole == 0)
        return false;
    quantity->decimals = whole < groups->count ? (int)groups->lengths[whole] : 0;
    groups->digits[groups->used] = '\0';
    if (quantity->decimals > MOST_PARTS || !number_read(groups->digits, &quantity->value))
        return false;
    double parts = 1;
    for (int i = 0; i < quantity->decimals; i++)
        parts *= 10;
    quantity->value /= parts; /* both exact, and so rounded once */
    return true;
}

/* The whole that "trong 10" or "/10" speaks of. */
static unsigned whole_of(const char *unit)
{
    static const char *const words[] = {"trong", "trên", "out of", "in", "of", "/"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(unit, words[i], length) != 0)
            continue;
        const char *at = skip_spaces(unit + length);
        unsigned whole = 0;
        for (; is_digit(*at) && whole < 1000; at++)
            whole = whole * 10 + (unsigned)(*at - '0');
        return whole;
    }
    return 0;
}

bool quantity_read(struct arena *arena, const char *text, enum number_style style, struct quantity *quantity)
{
    struct groups groups = {.used = 0};
    text = skip_spaces(text);
    size_t minus = *text == '-' ? 1 : strncmp(text, MINUS, strlen(MINUS)) ? 0 : strlen(MINUS);
    const char *end = read_groups(text + minus, &groups);
    if (!end || !value_of(&groups, style, quantity))
        return false;
    if (minus)
        quantity->value = -quantity->value;
    const char *unit = skip_spaces(end);
    size_t length = strlen(unit);
    while (length && unit[length - 1] == ' ')
        length--;
    if (length > LONGEST_UNIT || (unit == end && is_digit(*unit)) || (*unit && strchr("-–—:", *unit)))
        return false;
    quantity->unit = arena_copy(arena, unit, length);
    quantity->of = whole_of(quantity->unit);
    return true;
}

/* The number alone. */
static void write_number(struct builder *text, const struct quantity *quantity, enum number_style style)
{
    char plain[NUMBER_ROOM];
    number_write_fixed(plain, quantity->value, quantity->decimals);
    const char *at = plain;
    if (*at == '-') {
        builder_string(text, MINUS);
        at++;
    }
    for (size_t left = digits_length(at); left; left--) {
        builder_char(text, *at++);
        if (left > 1 && (left - 1) % GROUP == 0)
            builder_char(text, style == NUMBER_COMMA ? '.' : ',');
    }
    if (*at)
        builder_format(text, "%s%s", style == NUMBER_COMMA ? "," : ".", at + 1);
}

const char *quantity_write(struct arena *arena, const struct quantity *quantity, enum number_style style)
{
    struct builder text;
    builder_init(&text, arena);
    write_number(&text, quantity, style);
    bool joined = *quantity->unit == '%' || *quantity->unit == '/' || !*quantity->unit;
    builder_format(&text, "%s%s", joined ? "" : NO_BREAK, quantity->unit);
    return builder_text(&text);
}

bool quantity_share(const struct quantity *quantity, double *share)
{
    double whole = strcmp(quantity->unit, "%") == 0 ? 100 : (double)quantity->of;
    if (whole <= 0 || quantity->value < 0 || quantity->value > whole)
        return false;
    *share = quantity->value / whole;
    return true;
}
