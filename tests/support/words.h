/* words.h - the words of an edition and the words of a scene, without white space, so that they can be
 * compared whatever lines, runs and pages they were broken into. */
#ifndef SUPPORT_WORDS_H
#define SUPPORT_WORDS_H

#include "base/builder.h"
#include "base/vector.h"
#include "guide/guide.h"
#include "scene/scene.h"

/* What has to stay together: a paragraph, a heading, a cell, up to a footnote or a lead's joint in it. */
struct segment {
    const char *text; /* without white space, never empty */
    size_t length;
    const char *words; /* the same with one space between its words */
    unsigned line;     /* in the guide; 0: front matter */
    bool anywhere;     /* footnotes come last; a table may be divided by columns, a chart's
                          rows are sorted: pieces place these */
};
struct segments {
    VECTOR(struct segment) list;
};

/* Front matter, then the document in order. `notes`: with the speaker notes. */
void segments_of_edition(struct arena *arena, const struct edition *edition, bool notes,
                         struct segments *segments);

/* Texts in the order they are drawn, footnotes last, page furniture and decoration left out; alternative
 * texts stand below their pictures too. What a cell holds is in one place even when its row was cut to two
 * pages. */
struct builder stream_of_scene(struct arena *arena, const struct scene *scene);
/* The speaker notes of all pages. */
struct builder stream_of_notes(struct arena *arena, const struct scene *scene);

#endif
