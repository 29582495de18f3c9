/* search.h - how well the words that somebody looks for fit the names of a thing, whatever their case and
 * marks. */
#ifndef TEXT_SEARCH_H
#define TEXT_SEARCH_H

#include "base/arena.h"

struct search; /* in its arena */

struct search *search_create(struct arena *arena, const char *words);
/* How well texts that hold names parted by commas fit all of the words: 0 when one of them is missing. Whole
 * names weigh most, then whole words, their beginnings and what stands inside of them; words typed with their
 * marks fit those with the same marks better. Texts may be NULL. */
unsigned search_fit(struct search *search, const char *const *texts, size_t count);

#endif
