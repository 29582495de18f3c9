#include "cells.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

static const UChar32 replacement = 0xFFFD;

/* ICU's macros mix signs and widths. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
/* The character at *at, which moves on; U+FFFD for bytes that are no UTF-8. */
static UChar32 next_character(const char *text, size_t length, size_t *at)
{
    int32_t position = 0, left = (int32_t)(length - *at > U8_MAX_LENGTH ? U8_MAX_LENGTH : length - *at);
    UChar32 character;
    U8_NEXT(text + *at, position, left, character);
    *at += (size_t)position;
    return character < 0 ? replacement : character;
}

static size_t write_character(char bytes[U8_MAX_LENGTH], UChar32 character)
{
    size_t count = 0;
    U8_APPEND_UNSAFE((uint8_t *)bytes, count, character);
    return count;
}
#pragma GCC diagnostic pop

static unsigned character_cells(UChar32 character)
{
    int type = u_charType(character);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
        return 0;
    int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/* A cluster is as wide as its widest character: marks stand on the base. */
static unsigned cluster_cells(const char *text, size_t length)
{
    unsigned cells = 0;
    for (size_t at = 0; at < length;) {
        unsigned own = character_cells(next_character(text, length, &at));
        cells = own > cells ? own : cells;
    }
    return cells;
}

static void add_clusters(struct cell_line *line, UBreakIterator *breaks, const char *text)
{
    int32_t start = ubrk_first(breaks);
    for (int32_t end; (end = ubrk_next(breaks)) != UBRK_DONE; start = end) {
        size_t length = (size_t)(end - start);
        line->at[line->count++] =
            (struct cell_cluster){text + start, length, cluster_cells(text + start, length)};
    }
}

bool cells_split(struct cell_line *line, const char *text, size_t length)
{
    UErrorCode code = U_ZERO_ERROR;
    UText *walk = utext_openUTF8(NULL, text, (int64_t)length, &code);
    UBreakIterator *breaks = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &code);
    ubrk_setUText(breaks, walk, &code);
    *line = (struct cell_line){.at = calloc(length + 1, sizeof *line->at)};
    bool good = U_SUCCESS(code) && line->at && length <= INT32_MAX;
    if (good)
        add_clusters(line, breaks, text);
    else
        cells_free(line);
    ubrk_close(breaks);
    utext_close(walk);
    return good;
}

void cells_free(struct cell_line *line)
{
    free(line->at);
    *line = (struct cell_line){0};
}

size_t cells_width(const char *text)
{
    struct cell_line line;
    size_t cells = 0;
    if (!cells_split(&line, text, strlen(text)))
        return strlen(text);
    for (size_t i = 0; i < line.count; i++)
        cells += line.at[i].cells;
    cells_free(&line);
    return cells;
}

size_t cells_next(const char *text, size_t length, size_t *at, char bytes[4])
{
    return write_character(bytes, next_character(text, length, at));
}

static bool is_obeyed(UChar32 character)
{
    if (character == '\t')
        return false;
    return u_charType(character) == U_CONTROL_CHAR || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

void cells_print(FILE *out, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        char bytes[U8_MAX_LENGTH];
        UChar32 character = next_character(text, length, &at);
        size_t count = write_character(bytes, is_obeyed(character) ? replacement : character);
        fwrite(bytes, 1, count, out);
    }
}

void cells_wrap(FILE *out, const char *text, size_t column, size_t indent, size_t width)
{
    bool first = true;
    while (*text) {
        size_t length = strcspn(text, " \n");
        char *word = strndup(text, length);
        size_t cells = word ? cells_width(word) : length;
        if (!first && column + 1 + cells > width) {
            fprintf(out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (!first) {
            fputc(' ', out);
            column++;
        }
        fwrite(text, 1, length, out);
        column += cells;
        first = false;
        free(word);
        text += length;
        if (*text == '\n') {
            fprintf(out, "\n%*s", text[1] ? (int)indent : 0, "");
            column = indent;
            first = true;
        }
        text += *text ? 1 : 0;
    }
}

void cells_pad(FILE *out, const char *text, size_t width)
{
    size_t cells = cells_width(text);
    fputs(text, out);
    fprintf(out, "%*s", cells < width ? (int)(width - cells) : 0, "");
}
