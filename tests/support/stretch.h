/* stretch.h - a block's example made longer or shorter: more or fewer items, wordier ones. */
#ifndef SUPPORT_STRETCH_H
#define SUPPORT_STRETCH_H

#include "base/arena.h"

enum stretch_words { WORDS_SHORT /* a few of each text */, WORDS_AS_THEY_ARE, WORDS_TRIPLED };

/* The Markdown of one block (or plain Markdown) with `items` list items, headings or table rows, its own in
 * turn; 0: as many as it has. In the arena. */
const char *stretch(struct arena *arena, const char *markdown, unsigned items, enum stretch_words words);

#endif
