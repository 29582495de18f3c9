/* colour.h - sRGB colours and their contrast (WCAG 2.2, "contrast ratio"). */
#ifndef THEME_COLOUR_H
#define THEME_COLOUR_H

#include "text/paragraph.h" /* struct colour */

bool colour_read(const char *text, struct colour *colour); /* "#0b6e66", "#fff" */
/* From `from` (0 and less) to `to` (1 and more), in sRGB. */
struct colour colour_mix(struct colour from, struct colour to, float amount);
/* 1 to 21; alpha is ignored. */
float colour_contrast(struct colour a, struct colour b);
/* The one of the two with more contrast on `ground`. */
struct colour colour_on(struct colour ground, struct colour light, struct colour dark);

#endif
