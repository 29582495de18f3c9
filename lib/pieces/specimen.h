/* specimen.h - a sheet that shows themes beside each other, each with the same few blocks. It is no piece of
 * a guide's: its words are the materials' (specimen/), its titles the themes'. */
#ifndef PIECES_SPECIMEN_H
#define PIECES_SPECIMEN_H

#include "pieces/piece.h"

/* One page with a panel a theme. job->theme is not asked. NULL after a reported error. */
const struct scene *specimen_arrange(const struct piece_job *job, const struct theme *const *themes,
                                     size_t count);

#endif
