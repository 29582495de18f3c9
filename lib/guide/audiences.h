/* audiences.h - the names of audiences and how they contain each other. */
#ifndef GUIDE_AUDIENCES_H
#define GUIDE_AUDIENCES_H

#include <stdbool.h>
#include <stddef.h>

struct audience {
    const char *name, *wider, *aliases, *vi, *en;
};
extern const struct audience audiences[];
extern const size_t audience_count;

/* By name or alias, without regard to case and Vietnamese marks; spaces may stand for hyphens. NULL: none. */
const struct audience *audience_named(const char *name, size_t length);
/* Whether a part for `marked` is for `asked` too: the same, or one holds the other. */
bool audience_matches(const struct audience *asked, const struct audience *marked);
/* For "did you mean"; NULL when none is near. */
const char *audience_nearest(const char *name);

#endif
