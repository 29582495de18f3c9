#include "layout/trial.h"

static size_t kept(const struct layout *layout)
{
    return layout->pictures.count + layout->missing_icons.count;
}

struct trial trial_begin(const struct layout *layout)
{
    return (struct trial){arena_mark(layout->arena), kept(layout)};
}

void trial_drop(struct layout *layout, struct trial trial)
{
    if (kept(layout) == trial.kept)
        arena_rewind(layout->arena, trial.mark);
}
