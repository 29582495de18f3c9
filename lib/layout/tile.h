/* tile.h - list items as tiles on a soft ground: a bold lead, what follows it, its sources. */
#ifndef LAYOUT_TILE_H
#define LAYOUT_TILE_H

#include "layout/text.h"

struct tile_style {
    enum text_role lead; /* how large the bold lead is */
    float least;         /* narrowest tile, points: sets how many stand in a row */
    bool figures; /* leads are figures: one size in all tiles, in the accent, with a bar for a percentage */
    bool bar;     /* a bar of the accent at the left of each */
};

/* The items from `first` on. NULL when there are none. */
struct box *tiles_grid(struct layout *layout, const struct node *first, float width,
                       const struct tile_style *style);

#endif
