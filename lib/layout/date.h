/* date.h - dates in words. */
#ifndef LAYOUT_DATE_H
#define LAYOUT_DATE_H

#include "layout/layout.h"

/* "2026-11-24" as "24/11/2026", in English "24 November 2026"; anything else as it is. In the arena. */
const char *date_words(struct layout *layout, const char *iso);

#endif
