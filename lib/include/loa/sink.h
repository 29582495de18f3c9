/* loa/sink.h - where bytes go.
 *
 * A sink remembers its first failure: after it, writes do nothing and sink_finish() tells what happened. So
 * writers write without looking and ask once. Implement the two functions to send bytes anywhere. */
#ifndef LOA_SINK_H
#define LOA_SINK_H

#include <loa/report.h>
#include <loa/status.h>
#include <stdbool.h>
#include <stddef.h>

struct loa_sink;

struct loa_sink_ops {
    /* Takes all `length` bytes or fills `error` and returns false. */
    bool (*write)(void *self, const void *bytes, size_t length, struct loa_error *error);
    /* Everything was written: flush, may fail. NULL: nothing to do. */
    bool (*finish)(void *self, struct loa_error *error);
    /* Releases self, finished or not. NULL: nothing to do. */
    void (*destroy)(void *self);
};

struct loa_sink {
    const struct loa_sink_ops *ops;
    void *self;
    struct loa_error error; /* first failure; status LOA_OK until then */
    size_t written;         /* bytes accepted */
    bool finished;
};

/* Sinks over memory. *bytes is allocated with malloc and the caller's to free once the sink is finished. */
struct loa_sink *loa_sink_to_memory(char **bytes, size_t *length);
/* A sink of your own; `self` goes to the functions. */
struct loa_sink *loa_sink_create(const struct loa_sink_ops *ops, void *self);
void loa_sink_write(struct loa_sink *sink, const void *bytes, size_t length);
void loa_sink_text(struct loa_sink *sink, const char *text);
/* Flushes and says how it went; may be called once. */
enum loa_status loa_sink_finish(struct loa_sink *sink);
/* What the system says with an errno, in a reader's words; static. */
const char *loa_errno_words(int code, enum loa_ui ui);
/* Takes NULL. A sink destroyed before it was finished leaves nothing behind. */
void loa_sink_destroy(struct loa_sink *sink);

#endif
