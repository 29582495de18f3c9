/* calls.h - headlines that can be read in passing, and calls that ask for something. */
#ifndef GUIDE_CALLS_H
#define GUIDE_CALLS_H

#include "base/reporter.h"
#include "guide/node.h"

/* Warns of a headline block whose sentence is long, or whose next paragraph does not say what to do:
 * FINDING_long_headline, FINDING_headline_no_call, FINDING_call_no_verb. */
void calls_check(struct arena *arena, struct reporter *reporter, const struct node *sentence);

#endif
