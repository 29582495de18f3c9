/* cells.h - text as a terminal shows it: clusters (what a reader sees as one character) and their cells. */
#ifndef CLI_CELLS_H
#define CLI_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct cell_cluster {
    const char *text;
    size_t length;
    unsigned cells; /* 0, 1 or 2; a tab counts 1 */
};
struct cell_line {
    struct cell_cluster *at;
    size_t count;
};

/* Splits a text, which the result points into; false when memory is out. */
bool cells_split(struct cell_line *line, const char *text, size_t length);
void cells_free(struct cell_line *line);
size_t cells_width(const char *text); /* cells of a whole text */

/* Copies the character at *at, which moves on, and returns its 1 to 4 bytes; bytes that are no UTF-8 come out
 * as U+FFFD. */
size_t cells_next(const char *text, size_t length, size_t *at, char bytes[4]);
/* Writes a text with everything a terminal might obey (control characters, reversals of direction) replaced,
 * except tabs. */
void cells_print(FILE *out, const char *text, size_t length);
/* Writes `text` wrapped at spaces to `width` cells, later lines indented by `indent`. The first begins at
 * `column`. */
void cells_wrap(FILE *out, const char *text, size_t column, size_t indent, size_t width);
/* Writes text and then spaces up to `width` cells. */
void cells_pad(FILE *out, const char *text, size_t width);

#endif
