/* collate.h - the order of words in a language's dictionaries (UTS 10, with CLDR's tailorings), through ICU.
 */
#ifndef TEXT_COLLATE_H
#define TEXT_COLLATE_H

#include "base/arena.h"

/* The indexes of `count` words (UTF-8, NUL-terminated) in the order of `language` (BCP 47), whatever the
 * environment says; equal ones stay as they are. In the arena. */
const size_t *collate_order(struct arena *arena, const char *const *words, size_t count,
                            const char *language);

#endif
