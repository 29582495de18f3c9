/* Nothing outside its page, no two texts overlapping, marks nested: scene/checker.h. */
#include "property.h"
#include "scene/checker.h"

#define WORTH_TELLING 5 /* faults of one scene; the others are much the same */

struct faults {
    const struct showing *showing;
    size_t count;
};

static void fault(void *self, size_t page, const char *what)
{
    struct faults *faults = self;
    if (faults->count++ < WORTH_TELLING)
        complain(faults->showing, "page %zu: %s", page + 1, what);
}

static void check(const struct showing *showing)
{
    struct faults faults = {showing, 0};
    scene_check(showing->scene, fault, &faults);
}

const struct rule rule_places = {"places", "everything is on its page and nothing overlaps", check};
