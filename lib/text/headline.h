/* headline.h - how good a place between two words is for a headline's line break. */
#ifndef TEXT_HEADLINE_H
#define TEXT_HEADLINE_H

#include <stddef.h>

/* What a break between two words costs, in square em: added to squared distances of line widths, so that 4
 * allows a line to be 2 em off. Least after a stop or colon, most within a word of two syllables ("môi
 * trường"). Words come with their punctuation. */
double headline_break_cost(const char *before, size_t before_length, const char *after, size_t after_length);

#endif
