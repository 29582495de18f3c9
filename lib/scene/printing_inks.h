/* printing_inks.h - the colours of cyan, magenta, yellow and black inks on paper. */
#ifndef SCENE_PRINTING_INKS_H
#define SCENE_PRINTING_INKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Turns pixels of four inks into opaque RGBA where they are. `inverted`: 255 is no ink, else 0 is. */
void printing_inks_to_rgba(uint8_t *pixels, size_t count, bool inverted);

#endif
