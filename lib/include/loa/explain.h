/* loa/explain.h - what a piece makes of a guide: which block took which form, why, where it stands and how
 * large. */
#ifndef LOA_EXPLAIN_H
#define LOA_EXPLAIN_H

#include <loa/export.h>

/* One block, or the part of it that stands on one page. Pointers live during the call. Sizes are in the
 * piece's own unit: millimetres and points for paper, pixels for screens. */
struct loa_block {
    size_t page;               /* from 1; 0: on none */
    const char *file;          /* NULL: not from the guide, as whom to call */
    unsigned line, last_line;  /* from 1; 0: not from the guide */
    const char *form;          /* stable: "steps", "stats", "table-cards" … */
    const char *form_words;    /* in the session's language */
    const char *why;           /* in the session's language */
    bool shown;                /* false: said over the slide, or left out; then the rest is 0 */
    float x, y, width, height; /* of its box */
    const char *unit;          /* of the box: "mm" or "px" */
    float smallest, largest;   /* text in it; 0: it has none */
    const char *text_unit;     /* "pt" or "px" */
    float scale;               /* of type, to the piece's usual size: 0.9 was shrunk, 1.15 enlarged to fill */
    unsigned part, parts;      /* 2 of 3: it was cut to go on on further pages; 1 of 1: it was not */
};

typedef void loa_block_fn(void *self, const struct loa_block *block);

/* Arranges options->piece as loa_export() would and tells each block in the order of the pages; what stands
 * on none comes last. Writes nothing. */
enum loa_status loa_explain(struct loa_guide *guide, const struct loa_export_options *options,
                            loa_block_fn *each, void *self);

#endif
