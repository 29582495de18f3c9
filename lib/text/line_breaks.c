#include "text/line_breaks.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utf16.h>

/* ICU counts in int32_t. */
#define TEXT_LIMIT ((size_t)INT32_MAX / 4)

static bool make_room(struct line_breaker *breaker, size_t units)
{
    if (units <= breaker->room)
        return true;
    size_t room = units + units / 2 + 64;
    uint16_t *bigger = realloc(breaker->units, room * sizeof *bigger);
    if (bigger == NULL)
        return false;
    breaker->units = bigger;
    breaker->room = room;
    return true;
}

/* Opens the iterator of a language, unless it is the one that is open. */
static bool open_iterator(struct line_breaker *breaker, const char *language)
{
    if (breaker->iterator != NULL && strncmp(breaker->language, language, sizeof breaker->language - 1) == 0)
        return true;
    if (breaker->iterator != NULL)
        ubrk_close(breaker->iterator);
    size_t length = strlen(language);
    if (length >= sizeof breaker->language)
        length = sizeof breaker->language - 1;
    memcpy(breaker->language, language, length);
    breaker->language[length] = '\0';
    UErrorCode error = U_ZERO_ERROR;
    breaker->iterator = ubrk_open(UBRK_LINE, breaker->language, NULL, 0, &error);
    if (U_SUCCESS(error))
        return true;
    breaker->iterator = NULL;
    return false;
}

static int32_t fill_units(struct line_breaker *breaker, const char *text, size_t length)
{
    int32_t count = 0;
    for (size_t at = 0; at < length;) {
        UChar32 character = (UChar32)utf8_next(text, length, &at);
        U16_APPEND_UNSAFE(breaker->units, count, character);
    }
    return count;
}

/* Walks the text beside ICU's breaks, which count UTF-16 units. */
static void collect(UBreakIterator *iterator, const char *text, size_t length, uint8_t *breaks)
{
    size_t at = 0;
    int32_t unit = 0;
    for (int32_t next = ubrk_first(iterator); next != UBRK_DONE; next = ubrk_next(iterator)) {
        while (unit < next && at < length)
            unit += utf8_next(text, length, &at) > 0xFFFF ? 2 : 1;
        if (at > 0 && at < length)
            breaks[at] = ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD ? BREAK_MUST : BREAK_MAY;
    }
}

static bool find_with_icu(struct line_breaker *breaker, const char *text, size_t length, const char *language,
                          uint8_t *breaks)
{
    if (length > TEXT_LIMIT || !make_room(breaker, length) || !open_iterator(breaker, language))
        return false;
    UErrorCode error = U_ZERO_ERROR;
    int32_t units = fill_units(breaker, text, length);
    ubrk_setText(breaker->iterator, breaker->units, units, &error);
    if (U_FAILURE(error))
        return false;
    collect(breaker->iterator, text, length, breaks);
    return true;
}

static void find_spaces(const char *text, size_t length, uint8_t *breaks)
{
    for (size_t i = 1; i < length; i++)
        if (text[i - 1] == '\n')
            breaks[i] = BREAK_MUST;
        else if (text[i - 1] == ' ' && text[i] != ' ' && text[i] != '\n')
            breaks[i] = BREAK_MAY;
}

void line_breaker_find(struct line_breaker *breaker, const char *text, size_t length, const char *language,
                       uint8_t *breaks)
{
    memset(breaks, BREAK_NO, length);
    if (length == 0)
        return;
    if (!find_with_icu(breaker, text, length, language == NULL ? "" : language, breaks))
        find_spaces(text, length, breaks);
    line_breaks_amend(text, length, breaks);
}

void line_breaker_clear(struct line_breaker *breaker)
{
    if (breaker->iterator != NULL)
        ubrk_close(breaker->iterator);
    free(breaker->units);
    *breaker = (struct line_breaker){0};
}

void unicode_line_breaks(const char *text, size_t length, const char *language, uint8_t *breaks)
{
    struct line_breaker breaker = {0};
    line_breaker_find(&breaker, text, length, language, breaks);
    line_breaker_clear(&breaker);
}
