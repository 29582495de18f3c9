/* ignored.h - what a guide's author has loa pass over. */
#ifndef CHECK_IGNORED_H
#define CHECK_IGNORED_H

#include "check/checker.h"

/* Whether the guide names this finding ("no-alt") with a reason, and it is none of the errors. */
bool finding_ignored(const struct guide *guide, const char *id);

#endif
