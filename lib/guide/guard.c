#include "guide/guard.h"
#include "base/limits.h"
#include <string.h>

/* The length of the quote or list marker at `at`, 0 when there is none. */
static size_t marker_length(const char *text, size_t at, size_t end)
{
    if (text[at] == '>')
        return 1;
    size_t after = at;
    if (text[at] == '-' || text[at] == '*' || text[at] == '+')
        after++;
    else {
        while (after < end && text[after] >= '0' && text[after] <= '9')
            after++;
        if (after > at && after < end && (text[after] == '.' || text[after] == ')'))
            after++;
        else
            return 0;
    }
    return after < end && (text[after] == ' ' || text[after] == '\t') ? after - at : 0;
}

/* "* * * *" is a rule however long it is. */
static bool is_rule(const char *text, size_t at, size_t end)
{
    char mark = text[at];
    for (; at < end; at++)
        if (text[at] != mark && text[at] != ' ' && text[at] != '\t')
            return false;
    return true;
}

/* Where the line's container markers pass the limit; `end` when they don't. */
static size_t too_deep_at(const char *text, size_t start, size_t end)
{
    unsigned depth = 0;
    for (size_t at = start, length; at < end;) {
        if (text[at] == ' ' || text[at] == '\t') {
            at++;
            continue;
        }
        if ((length = marker_length(text, at, end)) == 0)
            return end;
        if (++depth > LIMIT_NESTING)
            return text[at] != '>' && is_rule(text, at, end) ? end : at;
        at += length;
    }
    return end;
}

static size_t count_columns(const char *text, size_t start, size_t end)
{
    size_t count = 0;
    for (size_t at = start; at < end; at++)
        count += text[at] == '|';
    return count > 0 ? count + 1 : 0;
}

/* "|---|:-:|", perhaps in a quote. */
static bool is_delimiter_row(const char *text, size_t start, size_t end)
{
    bool dash = false;
    for (size_t at = start; at < end; at++) {
        if (!strchr("|-: \t>", text[at]) || text[at] == '\0')
            return false;
        dash |= text[at] == '-';
    }
    return dash;
}

static bool is_blank(const char *text, size_t start, size_t end)
{
    for (size_t at = start; at < end; at++)
        if (text[at] != ' ' && text[at] != '\t' && text[at] != '>')
            return false;
    return true;
}

/* Every row of a table has as many cells as its head, written or not. Returns the longest row known now. */
static size_t count_cells(struct guard *guard, const char *text, size_t start, size_t end)
{
    size_t here = count_columns(text, start, end), longest = 0;
    if (is_blank(text, start, end))
        guard->columns = 0;
    else if (is_delimiter_row(text, start, end))
        guard->columns = here;
    if (guard->columns > 0)
        longest = here > guard->before ? here : guard->before;
    guard->cells += guard->columns;
    guard->before = here;
    return longest;
}

bool guard_line(struct guard *guard, struct reporter *reporter, const struct source *source, size_t start,
                size_t end)
{
    size_t deep = too_deep_at(source->text, start, end);
    if (deep < end) {
        report(reporter, FINDING_too_deep, ((struct place){source, (uint32_t)deep, (uint32_t)deep + 1}),
               LIMIT_TEXT(LIMIT_NESTING));
        return false;
    }
    if (count_cells(guard, source->text, start, end) > LIMIT_COLUMNS + 2) { /* with outer bars */
        report(reporter, FINDING_wide_table, ((struct place){source, (uint32_t)start, (uint32_t)end}),
               LIMIT_TEXT(LIMIT_COLUMNS));
        return false;
    }
    if (guard->cells > LIMIT_TABLE_CELLS) {
        report(reporter, FINDING_large_tables, ((struct place){source, (uint32_t)start, (uint32_t)end}),
               LIMIT_TEXT(LIMIT_TABLE_CELLS));
        return false;
    }
    return true;
}
