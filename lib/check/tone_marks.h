/* tone_marks.h - the two ways to set the mark of “hòa” and “hoà”. */
#ifndef CHECK_TONE_MARKS_H
#define CHECK_TONE_MARKS_H

#include "base/arena.h"

/* A word in small letters with its mark where the other way has it ("hòa" gives "hoà" and back); NULL: both
 * ways write it alike. */
const char *tone_mark_moved(struct arena *arena, const char *word, size_t length);

#endif
