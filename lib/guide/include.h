/* include.h - ::: include: a section of another guide, as if it were written here. */
#ifndef GUIDE_INCLUDE_H
#define GUIDE_INCLUDE_H

#include "guide/guide.h"

/* A guide being read, and the one that includes it. */
struct inclusion {
    const struct source *source;
    struct inclusion *outer; /* NULL: it is the first */
    unsigned count;          /* of the outermost one: guides included so far */
};

/* Reads a source as a guide that `inclusion` asks for (guide.c); NULL after reported errors. */
struct guide *guide_read(struct arena *arena, struct reporter *reporter, struct library *library,
                         const struct source *source, struct inclusion *outer);

/* Fills the include blocks of a document whose headings are not yet sections. Each gets the blocks of what it
 * names, headings one level below the one it stands under, footnotes numbered on; places are those of the
 * included source. False after reported errors: no such guide or section, a guide that includes itself, too
 * many. */
bool guide_include(struct guide *guide, struct reporter *reporter, struct library *library,
                   struct inclusion *inclusion);

#endif
