/* watch.h - --watch: work that is done again whenever a file is saved that it has read. */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

#include <loa/status.h>

struct app;

/* Runs once(self), then again after each change of a file that the app's sessions read, until Ctrl-C: then
 * LOA_OK. What the first run says of a wrong use, or of a guide that can't be read, ends it. */
enum loa_status watch_files(struct app *app, enum loa_status (*once)(void *self), void *self);

/* A file was read: fits loa_session_options.reading. `self` is the app's watch. */
void watch_reading(void *self, const char *path);

#endif
