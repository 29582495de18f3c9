/* prepare.h - a guide's text made ready for the Markdown parser.
 *
 * What is ours (::: fences, {attributes}) is replaced by markers that hold code points which are no
 * characters, so that the parser neither sees nor disturbs it and nobody can forge one. Lines stay the same
 * lines: front matter becomes empty ones. Wherever a marker ends up as text (in a code block, say)
 * prepared_restore() brings the author's words back. */
#ifndef GUIDE_PREPARE_H
#define GUIDE_PREPARE_H

#include "base/builder.h"
#include "base/reporter.h"

/* Bytes of the source a marker stands for: a fence from its colons to the end of the line, or braces. */
struct marker {
    uint32_t start, end;
};

struct prepared {
    const struct source *source;
    struct builder text;
    struct marker *markers;
    size_t marker_count;
};

/* Reads the source from byte `body` on; false after a reported error: nesting or tables so large that
 * parsing them would take forever. */
bool prepare(struct prepared *prepared, struct arena *arena, struct reporter *reporter,
             const struct source *source, size_t body);

/* The author's text of what the parser gives (NUL-terminated): in the arena when it held markers, else the
 * text itself. */
const char *prepared_restore(const struct prepared *prepared, struct arena *arena, const char *text,
                             size_t *length);
/* The fence an HTML block stands for, NULL when it is the author's own HTML. */
const struct marker *prepared_fence(const struct prepared *prepared, const char *html);
/* The braces a text begins with; *length is the marker's. NULL: none. */
const struct marker *prepared_braces(const struct prepared *prepared, const char *text, size_t *length);
/* The same for braces at a text's end; trailing space is no obstacle. *length is what stands before it. */
const struct marker *prepared_last_braces(const struct prepared *prepared, const char *text, size_t *length);

#endif
