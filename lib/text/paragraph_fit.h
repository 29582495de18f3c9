/* paragraph_fit.h - choosing the lines of a stretch of text: by total fit, or evenly. */
#ifndef TEXT_PARAGRAPH_FIT_H
#define TEXT_PARAGRAPH_FIT_H

#include "text/paragraph_inside.h"

/* A stretch of chunks between forced breaks, and how it is to be set. */
struct fit {
    const struct chunk *chunks;
    size_t first, end;
    double width, first_width; /* of lines, of the first one */
    double stretch;            /* of ragged lines at ratio 1 */
    bool justify;
    bool hang; /* marks may stand in the margins */
};

/* The width of chunks `first` to `end` on one line, without the marks that hang. */
static inline double fit_width(const struct fit *fit, size_t first, size_t end)
{
    double width = chunks_width(fit->chunks, first, end);
    if (fit->hang)
        width -= (double)fit->chunks[first].left + (fit->justify ? (double)fit->chunks[end - 1].right : 0);
    return width;
}

/* Whether chunks `first` to `end` fit on a line. */
bool fit_holds(const struct fit *fit, size_t first, size_t end);
/* Headlines: even lines, broken where the sense allows. False, and nothing done, for what is too long for
 * one. */
bool fit_balanced(struct content *content, struct extents *extents, const struct fit *fit);
/* Gives breaks within Vietnamese words of chunks `first` to `end` a cost. */
void content_hold_compounds(struct content *content, size_t first, size_t end);

#endif
