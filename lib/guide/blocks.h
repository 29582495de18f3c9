/* blocks.h - names of ::: blocks and their rows in blocks.def. */
#ifndef GUIDE_BLOCKS_H
#define GUIDE_BLOCKS_H

#include "base/arena.h"
#include "guide/node.h"

struct block_row {
    const char *spelling, *aliases;      /* aliases are separated by spaces */
    const char *vi, *en;                 /* what it is for */
    const char *example_vi, *example_en; /* Markdown */
};
extern const struct block_row block_rows[BLOCK_COUNT];

/* The block a name means, without regard to case and Vietnamese marks; false when none does. */
bool block_named(const char *name, enum block_kind *kind);
/* The nearest spelling or alias, for "did you mean"; NULL when none is near. In the arena or static. */
const char *block_nearest(struct arena *arena, const char *name);

#endif
