/* spans.h - inline nodes to styled spans. */
#ifndef LAYOUT_SPANS_H
#define LAYOUT_SPANS_H

#include "base/vector.h"
#include "layout/layout.h"

struct span_list {
    VECTOR(struct text_span) spans;
};

/* Adds the inlines from `first` on. `style` is the surrounding text's. */
void spans_of_inlines(struct layout *layout, struct span_list *list, const struct node *first,
                      const struct text_style *style);
/* The same up to (not with) `end`. */
void spans_of_range(struct layout *layout, struct span_list *list, const struct node *first,
                    const struct node *end, const struct text_style *style);
void spans_add(struct layout *layout, struct span_list *list, const char *text,
               const struct text_style *style, struct place place);

#endif
