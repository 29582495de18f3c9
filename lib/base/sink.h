/* sink.h - sinks over file descriptors, for base/output.c. The public part is loa/sink.h. */
#ifndef BASE_SINK_H
#define BASE_SINK_H

#include <loa/sink.h>

/* Buffered; finish flushes and syncs (and closes an owned one), so that a full disk is told, in words about
 * `name` (borrowed). NULL: out of memory, and an owned descriptor is closed. */
struct loa_sink *sink_to_descriptor(int file, bool owned, const char *name, enum loa_ui ui);
/* LOA_IO_FAILED: `name` can't be written, and the system's words for an errno. */
void error_from_errno(struct loa_error *error, const char *name, int code, enum loa_ui ui);

#endif
