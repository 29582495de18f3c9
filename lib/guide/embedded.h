/* embedded.h - the files of materials/, compiled in; the table is made by tools/embed.c. */
#ifndef GUIDE_EMBEDDED_H
#define GUIDE_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
    const char *path;           /* "guides/tre-em-tren-mang.md" */
    const unsigned char *bytes; /* followed by a NUL */
    size_t length;
};
extern const struct embedded_file embedded_files[]; /* path NULL at the end */

#endif
