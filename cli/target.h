/* target.h - where an export is written, and in which format: what -o and --to say, and what they leave open.
 */
#ifndef CLI_TARGET_H
#define CLI_TARGET_H

#include "app.h"

struct target {
    struct app *app;
    const char *name, *stem; /* of files without and within a folder */
    bool numbered;           /* its pages are a series */
    const char *format;      /* at first the usual one */
    const char *path;        /* set */
    char *made_path;         /* to be freed */
    bool written;            /* what stands there is ours */
};

/* Works out format and path; false after complaining. */
bool target_choose(struct target *target);
/* NULL after complaining. Printed are the paths that were written. */
struct loa_output *target_open(const struct target *target);
void target_clear(struct target *target);

#endif
