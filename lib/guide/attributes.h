/* attributes.h - {#id .class key=value key="quoted value"}, as in Pandoc and Quarto. */
#ifndef GUIDE_ATTRIBUTES_H
#define GUIDE_ATTRIBUTES_H

#include "base/reporter.h"
#include "guide/node.h"

/* A key an author may write, as documentation tells it: an attribute, or a key of the front matter. */
struct key_row {
    const char *key;
    const char *vi, *en;
    const char *example; /* as it stands in a guide */
};
extern const struct key_row attribute_rows[]; /* of attributes.def */
extern const size_t attribute_row_count;

/* What is wrong with braces, and exactly where. */
struct attribute_fault {
    enum finding finding;
    struct place place;
};
/* The words of the place are the finding's argument; the arena is for them. */
void attribute_fault_report(struct arena *arena, const struct attribute_fault *fault,
                            struct reporter *reporter);

/* Reads the braces that begin at byte `start` of the source and end before `limit`: ids, classes and pairs
 * with space between them; in quotes of either kind \" \' \\ \{ \} are the bare sign. On success the
 * attributes, with *end behind the closing brace. NULL when they are malformed, with the first fault in
 * *fault (may be NULL); nothing is reported. With an arena of NULL nothing is made: then the result says
 * whether they are well formed, but not whether something stands twice. */
const struct attributes *attributes_read(struct arena *arena, const struct source *source, size_t start,
                                         size_t limit, size_t *end, struct attribute_fault *fault);
/* Whether a '{' there begins attributes, well formed or not: {# {. {key= and not {{ or \{. */
bool attributes_begin(const struct source *source, size_t start, size_t limit);
/* Reports keys that are not in attributes.def (FINDING_unknown_attribute), audiences that are not in
 * audiences.def (FINDING_unknown_audience), widths that are none (FINDING_bad_width) and kinds that are not
 * in chart_kinds.def (FINDING_unknown_value); false when there are any. Takes NULL. */
bool attributes_check(struct arena *arena, const struct attributes *attributes, struct reporter *reporter);
/* Reports classes that mean nothing to a picture (FINDING_unknown_class); takes NULL. */
void attributes_check_picture(const struct attributes *attributes, struct reporter *reporter);

#endif
