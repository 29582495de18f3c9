#include "layout/trial.h"

struct trial trial_begin(const struct layout *layout)
{
    return (struct trial){arena_mark(layout->arena), layout->pictures.count};
}

void trial_drop(struct layout *layout, struct trial trial)
{
    if (layout->pictures.count == trial.kept)
        arena_rewind(layout->arena, trial.mark);
}
