/* spec.h - the examples of a Markdown specification: spec.txt of CommonMark and of GitHub, extensions.txt. */
#ifndef SUPPORT_SPEC_H
#define SUPPORT_SPEC_H

#include "base/vector.h"
#include <stdbool.h>

struct spec_example {
    unsigned number;      /* from 1, as the specification counts */
    unsigned line;        /* of the file */
    const char *markdown; /* tabs are tabs */
    const char *html;     /* what it is to become */
};
struct spec {
    VECTOR(struct spec_example) examples;
};

/* The examples of a file, in the arena. False: there is no such file. */
bool spec_read(struct arena *arena, const char *path, struct spec *spec);

#endif
