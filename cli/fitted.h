/* fitted.h - one line at an export's end on what had to be shrunk, divided or left out, and where. */
#ifndef CLI_FITTED_H
#define CLI_FITTED_H

#include <loa/report.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum fitted_kind { FITTED_SHRUNK, FITTED_SPLIT, FITTED_TURNED, FITTED_LEFT_OUT, FITTED_KINDS };
enum { FITTED_LINES = 6 }; /* as many are named */

struct fitted {
    size_t counts[FITTED_KINDS];
    unsigned lines[FITTED_LINES]; /* of the guide, rising, each once */
    size_t line_count;
    bool more;  /* lines that are not named, or of another file */
    char *file; /* the guide's name; owned */
};

/* Remembers a finding that tells of fitting; others are no concern of it. */
void fitted_add(struct fitted *fitted, const struct loa_finding *finding);
/* Prints the line, if anything was told; `guide` (NULL: the usual one) and `piece` are for the command that
 * tells more. */
void fitted_tell(const struct fitted *fitted, FILE *out, enum loa_ui ui, const char *guide,
                 const char *piece);
void fitted_clear(struct fitted *fitted);

#endif
