/* job.h - what every piece does at its beginning and end. */
#ifndef PIECES_JOB_H
#define PIECES_JOB_H

#include "layout/layout.h"
#include "pieces/piece.h"

/* A layout and a scene builder for the job, in its arena. The sheet and the palette are borrowed. */
struct layout *job_layout(const struct piece_job *job, const struct sheet *sheet,
                          const struct palette *palette);
/* The scene, or NULL when errors were reported since job_layout(). */
const struct scene *job_finish(const struct piece_job *job, struct layout *layout, const char *piece);

/* Which of a piece's sizes was asked for: the index of job->size in a table of names; 0 without one. The api
 * has checked the name. */
size_t job_size(const struct piece_job *job, const char *const *names, size_t count);

/* The sizes all pieces derive theirs from: body text and the theme's ratio. */
struct sheet job_sheet(const struct theme *theme, float body, float ratio);

/* The section that holds the piece's own title: a level-1 heading that says the same as edition->title and
 * comes first. Its heading is not repeated under the title block. NULL when there is none. */
const struct node *title_section(const struct edition *edition);

#endif
