/* attributes.h - {#id .class key=value key="quoted value"}, as in Pandoc and Quarto. */
#ifndef GUIDE_ATTRIBUTES_H
#define GUIDE_ATTRIBUTES_H

#include "base/reporter.h"
#include "guide/node.h"

/* Reads the braces that begin at byte `start` of the source and end before `limit`. On success the
 * attributes, with *end behind the closing brace. NULL when they are malformed, with *end at the byte that
 * can't be; nothing is reported. With an arena of NULL nothing is made: then the result only says whether
 * it is well formed. */
const struct attributes *attributes_read(struct arena *arena, const struct source *source, size_t start,
                                         size_t limit, size_t *end);
/* Whether a '{' there begins attributes, well formed or not: {# {. {key= and not {{ or \{. */
bool attributes_begin(const struct source *source, size_t start, size_t limit);
/* Reports keys that are not in attributes.def (FINDING_unknown_attribute) and audiences that are not in
 * audiences.def (FINDING_unknown_audience); false when there are any. Takes NULL. */
bool attributes_check(struct arena *arena, const struct attributes *attributes, struct reporter *reporter);

#endif
