/* ages.h - bands of ages, as people write them: “Dưới 6”, “6–10 tuổi”, “11 đến dưới 16”, “16 trở lên”. */
#ifndef GUIDE_AGES_H
#define GUIDE_AGES_H

#include "base/reporter.h"
#include "guide/node.h"

#define AGE_NO_END 200 /* “trở lên” */

/* Whole years from `from` on, before `to`. “6–10” ends before 11: children of ten and a half are ten. */
struct age_band {
    unsigned from, to;
    bool plain; /* nothing but ages is said: no “Mầm non (3–5)” */
};

/* False when it tells no ages: no number, more than two, months, school years. */
bool age_band_read(struct arena *arena, const char *text, struct age_band *band);

/* Two bands or more that nothing but ages names, and every age from the first to the last is in one of them.
 */
bool is_age_list(struct arena *arena, const struct node *list);

/* Of an ages block: FINDING_age_unread, FINDING_age_gap, FINDING_age_overlap. */
void ages_check(struct arena *arena, struct reporter *reporter, const struct node *block);

#endif
