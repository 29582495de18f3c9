/* itemise.h - cuts a word into stretches of one script and one font, each to be shaped by itself.
 *
 * Nearly every word is one stretch. A word of one script changes font as a whole where some font has all of
 * it, so that no letter looks like a stranger; others change at grapheme clusters. */
#ifndef TEXT_ITEMISE_H
#define TEXT_ITEMISE_H

#include "text/font_set.h"
#include "text/script.h"

struct itemiser {
    struct font_set *set;
    const struct font *wanted;
    const char *language; /* chooses the faces of ideographs */
    const char *text;
    size_t length, at; /* what was cut so far */
};

struct stretch {
    size_t start, end;
    const struct font *font; /* NULL: no font has it */
    hb_script_t script;
    bool stray; /* the font is fontconfig's choice */
};

/* The next stretch; false when there is none. */
bool itemise_next(struct itemiser *itemiser, struct stretch *stretch);

#endif
