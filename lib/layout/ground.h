/* ground.h - soft and strong grounds made of the colour of headings, and cards on them. */
#ifndef LAYOUT_GROUND_H
#define LAYOUT_GROUND_H

#include "layout/box.h"

/* That colour on the ground in force, from faint (0) to full (1). */
struct colour ground_shade(const struct layout *layout, float strength);
/* The same for thing `index` of `count` in an order: each is darker than the one before. */
struct colour ground_step(const struct layout *layout, size_t index, size_t count);

/* What is laid out until ground_leave() stands on `colour`. */
struct ground {
    const struct palette *palette, *outer;
};
struct ground ground_enter(struct layout *layout, struct colour colour);
void ground_leave(struct layout *layout, const struct ground *ground);

/* A card opened: what is laid out until panel_close() stands on it. `border` of alpha 0: it has none. */
struct panel {
    struct ground ground;
    struct card_style style;
    float width, inner; /* of the card, of its content */
};
struct panel panel_open(struct layout *layout, struct colour fill, struct colour border, float width);
/* `content` may be NULL. */
struct box *panel_close(struct layout *layout, const struct panel *panel, struct box *content);

#endif
