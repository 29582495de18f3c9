/* progress.h - a bar on standard error while pages are made, when somebody watches. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct progress {
    FILE *out;
    bool wanted; /* standard error is a terminal and nobody asked for quiet */
    bool shown;  /* the bar stands in the current line */
    size_t done, total;
};

/* `self` is the struct progress: fits loa_export_options.progress. */
void progress_tell(void *self, size_t done, size_t total);
void progress_wipe(struct progress *progress);

#endif
