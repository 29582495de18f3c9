/* trial.h - boxes made only to see how tall they get, and given up again. */
#ifndef LAYOUT_TRIAL_H
#define LAYOUT_TRIAL_H

#include "layout/layout.h"

struct trial {
    struct arena_mark mark;
    size_t kept; /* entries of the layout's own maps */
};
struct trial trial_begin(const struct layout *layout);
/* Gives back the memory of what was made since, unless the layout came to know something by it, such as a
 * decoded picture: that stays. Nothing made since may be used after. */
void trial_drop(struct layout *layout, struct trial trial);

#endif
