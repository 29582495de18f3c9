/* icon.h - icons are glyphs of an icon font (Debian: fonts-material-design-icons-iconfont), drawn as
 * outlines. */
#ifndef TEXT_ICON_H
#define TEXT_ICON_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* One step of an outline in em, y down, inside a 1 x 1 em square: 'M' x y, 'L' x y, 'C' x1 y1 x2 y2 x y, 'Z'.
 */
struct icon_step {
    char verb;
    float at[6];
};
struct icon {
    const struct icon_step *steps;
    size_t count;
};

struct font;
struct font_set;
/* The icon font; NULL when this machine has none. */
const struct font *icon_font(struct font_set *set);
/* Whether this machine has the icon font. */
bool icons_installed(struct font_set *set);
/* "family_restroom", also written "family-restroom". NULL when the set has none of that name. The result is
 * cached and lives as long as the set. */
const struct icon *icon_find(struct font_set *set, const char *name);
/* The icon's character in the font's private use area; 0 when it has none. */
uint32_t icon_code(struct font_set *set, const char *name);

#endif
