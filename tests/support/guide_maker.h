/* guide_maker.h - guides made by chance, but by the same chance every time: seed n is guide n on every
 * machine.
 *
 * Any construct stands in any other, with odd contents: blocks without a list, empty ones, lists without bold
 * leads, headings that skip levels, words in several scripts, texts from one word to thirty times too long.
 * Each word occurs once in its guide, so a test can tell which one is lost. The Latin ones hold one of the
 * letters MAKER_LETTERS, which Vietnamese doesn't use, so no other text of a piece looks like one. */
#ifndef SUPPORT_GUIDE_MAKER_H
#define SUPPORT_GUIDE_MAKER_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

#define MAKER_LETTERS "zwj"

/* Markdown, in the arena, with `times` the blocks that it would have. Its pictures are called small.png. */
const char *guide_make(struct arena *arena, uint64_t seed, unsigned times);

#endif
