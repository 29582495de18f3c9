/* banded.h - a card whose name stands on a band of its own colour: above its body, or at its left. */
#ifndef LAYOUT_BANDED_H
#define LAYOUT_BANDED_H

#include "layout/ground.h"

struct banded {
    struct ground ground; /* in force: first the band's, then the body's */
    struct colour band, fill;
    const struct palette *band_palette;
    struct box *head;
    float width, beside; /* of the card; of a band at the left, 0: it is above */
    float pad_x, pad_y;
};

/* What is laid out until banded_head() stands on the band. */
struct banded banded_open(struct layout *layout, struct colour band, float width, float beside);
/* How wide the name may be, and then the body. */
float banded_head_width(const struct banded *banded);
float banded_body_width(const struct banded *banded);
/* `head` may be NULL. What is laid out until banded_close() stands on the body's ground. */
void banded_head(struct layout *layout, struct banded *banded, struct box *head);
/* The card; `body` may be NULL. A row makes such cards equally tall. */
struct box *banded_close(struct layout *layout, const struct banded *banded, struct box *body);

#endif
