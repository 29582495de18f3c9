/* sink.h - sinks over file descriptors, for base/output.c. The public part is loa/sink.h. */
#ifndef BASE_SINK_H
#define BASE_SINK_H

#include <loa/sink.h>

/* Buffered; finish flushes and syncs (and closes an owned one), so that a full disk is told. NULL: out of
 * memory, and an owned descriptor is closed. */
struct loa_sink *sink_to_descriptor(int file, bool owned);
/* LOA_IO_FAILED with the system's words for an errno. */
void error_from_errno(struct loa_error *error, int code);

#endif
