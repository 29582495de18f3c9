/* html_text.h - the text of a piece of HTML, as a reader meets it. */
#ifndef SUITES_HTML_TEXT_H
#define SUITES_HTML_TEXT_H

#include "base/arena.h"

/* Tags and comments dropped, alternative texts of pictures kept, the entities that cmark writes decoded, the
 * numbers and arrows of footnotes left out. */
const char *html_text(struct arena *arena, const char *html);
/* NFC, white space as single spaces, none at the ends. */
const char *normal_text(struct arena *arena, const char *text);

#endif
