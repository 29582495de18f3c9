/* source.h - a text and the places in it.
 *
 * A place is a range of bytes of a source; line and column are worked out only when somebody reads them. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

struct source {
    const char *name;   /* for messages */
    const char *folder; /* where its pictures and includes are looked for; NULL: nowhere */
    const char *text;   /* valid UTF-8 without NUL or byte order mark, NUL-terminated; not normalised */
    size_t length;
    uint32_t *line_starts; /* byte offset of each line */
    size_t line_count;     /* at least 1 */
};

struct place {
    const struct source *source; /* NULL: nowhere */
    uint32_t start, end;         /* bytes */
};

extern const struct place nowhere;

/* Indexes the lines. Borrows name, folder and text. */
struct source *source_create(struct arena *arena, const char *name, const char *folder, const char *text,
                             size_t length);

struct location {
    unsigned line, column, width; /* from 1; column and width in grapheme clusters */
    const char *line_text;        /* not terminated */
    size_t line_length;
};
/* Where a place begins; its width is cut at the end of the line and at least 1. A place that begins inside a
 * cluster is where the cluster is. */
struct location source_locate(struct place place);
/* The place of `length` bytes at a line (from 1) and byte column (from 1), as cmark and libyaml count;
 * clamped to a line there is and to that line. */
struct place source_place(const struct source *source, unsigned line, unsigned byte_column, size_t length);
/* Where `needle` first stands in the text of a place; the place itself when it doesn't. */
struct place place_find(struct place place, const char *needle);

#endif
