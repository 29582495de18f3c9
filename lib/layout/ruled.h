/* ruled.h - headings with the lines a theme gives them. */
#ifndef LAYOUT_RULED_H
#define LAYOUT_RULED_H

#include "layout/box.h"

/* A finished heading, with its icon, between the theme's lines: a short bar below those of parts, hairlines
 * above or below those of parts and topics. The box itself when the theme has none, or it is NULL. */
struct box *ruled_create(struct layout *layout, struct box *heading, enum text_role role);

#endif
