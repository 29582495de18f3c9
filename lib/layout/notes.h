/* notes.h - footnotes: a raised number where one is called, the note at the foot of that page.
 *
 * What a box calls is known only when it is drawn, since it may have been cut: so it is drawn once more than
 * needed, into a scene that is thrown away. Guides without footnotes pay nothing. */
#ifndef LAYOUT_NOTES_H
#define LAYOUT_NOTES_H

#include "layout/box.h"
#include "layout/text.h"

/* From now on calls are numbers, and no note was shown. Before, and in editions without notes, layout->notes
 * is NULL, and a note stands in brackets where it is called. */
void notes_begin(struct layout *layout);
/* The notes that `content` calls and that were not shown yet; NULL when there are none, or notes_begin() was
 * not called. */
struct box *notes_called(struct layout *layout, const struct box *content, float width);
/* What stands at a page's foot: a short rule, what is left of the page before, the notes called. Either may
 * be NULL; NULL when both are. */
struct box *notes_foot(struct layout *layout, const struct box *carried, const struct box *called,
                       float width);
/* The notes of the last notes_called() are on a page. */
void notes_shown(struct layout *layout);

/* For spans.c: "¹²", and the link to the note, which text boxes recognise again; NULL for a note that only
 * another calls. */
const char *notes_call(struct layout *layout, const struct node *reference, const char **link);
/* For text.c: a line is drawn. */
void notes_see(struct layout *layout, const struct line *line);
#endif
