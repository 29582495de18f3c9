/* line_breaks.h - unicode_line_breaks() for many texts: ICU's iterator is kept open between them, since
 * opening one costs as much as a page of text. */
#ifndef TEXT_LINE_BREAKS_H
#define TEXT_LINE_BREAKS_H

#include "text/unicode.h"

struct UBreakIterator;

struct line_breaker {
    struct UBreakIterator *iterator; /* NULL: none yet */
    char language[16];               /* of the iterator */
    uint16_t *units;                 /* the text as UTF-16 */
    size_t room;
};

/* As unicode_line_breaks(); a zeroed breaker is ready for use. Without memory lines break at spaces only. */
void line_breaker_find(struct line_breaker *breaker, const char *text, size_t length, const char *language,
                       uint8_t *breaks);
void line_breaker_clear(struct line_breaker *breaker);

/* Takes away breaks that loa doesn't want (keep.c): see unicode_line_breaks(). */
void line_breaks_amend(const char *text, size_t length, uint8_t *breaks);

#endif
