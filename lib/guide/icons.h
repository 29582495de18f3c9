/* icons.h - which icon a section has, and which icon a word means. The tables are materials/icons/. */
#ifndef GUIDE_ICONS_H
#define GUIDE_ICONS_H

#include "guide/library.h"

/* Sets the icon of each section of a document: the one asked for ("" when that is `none`), else for parts and
 * topics one that the heading's words suggest, when at least half of the sections beside it have one, and
 * never the same twice among them. A part named `title` gets none. The library may be NULL. */
void icons_choose(struct arena *arena, struct library *library, struct node *document, const char *title);

/* The icon meant by a name there isn't: found by words ("khóa"), else the nearest name; NULL when none is
 * near. */
const char *icon_meant(struct arena *arena, struct library *library, const char *name);

#endif
