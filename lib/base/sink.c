#include "base/sink.h"
#include "base/reporter.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
    int code;
    const char *words[2]; /* by enum loa_ui */
} system_errors[] = {
#define LOA_SYSTEM_ERROR(code, vi, en) {code, {vi, en}},
#include "base/system_errors.def"
#undef LOA_SYSTEM_ERROR
};

const char *loa_errno_words(int code, enum loa_ui ui)
{
    for (size_t i = 0; i < sizeof system_errors / sizeof *system_errors; i++)
        if (system_errors[i].code == code)
            return system_errors[i].words[ui];
    return strerror(code);
}

void error_from_errno(struct loa_error *error, const char *name, int code, enum loa_ui ui)
{
    error_from_finding(error, LOA_IO_FAILED, FINDING_unwritable, ui,
                       (const char *const[4]){name, loa_errno_words(code, ui), NULL, NULL});
}

struct loa_sink *loa_sink_create(const struct loa_sink_ops *ops, void *self)
{
    struct loa_sink *sink = calloc(1, sizeof *sink);
    if (!sink) {
        if (ops->destroy)
            ops->destroy(self);
        return NULL;
    }
    sink->ops = ops;
    sink->self = self;
    return sink;
}

static void remember(struct loa_sink *sink, const struct loa_error *error)
{
    sink->error = *error;
    if (sink->error.status == LOA_OK)
        sink->error.status = LOA_IO_FAILED;
}

void loa_sink_write(struct loa_sink *sink, const void *bytes, size_t length)
{
    if (sink->error.status != LOA_OK || sink->finished || !length)
        return;
    struct loa_error error = {0};
    if (sink->ops->write(sink->self, bytes, length, &error))
        sink->written += length;
    else
        remember(sink, &error);
}

void loa_sink_text(struct loa_sink *sink, const char *text)
{
    loa_sink_write(sink, text, strlen(text));
}

enum loa_status loa_sink_finish(struct loa_sink *sink)
{
    struct loa_error error = {0};
    if (sink->error.status == LOA_OK && !sink->finished && sink->ops->finish &&
        !sink->ops->finish(sink->self, &error))
        remember(sink, &error);
    sink->finished = true;
    return sink->error.status;
}

void loa_sink_destroy(struct loa_sink *sink)
{
    if (!sink)
        return;
    if (sink->ops->destroy)
        sink->ops->destroy(sink->self);
    free(sink);
}

/* ---- Memory ---- */

struct memory {
    char **bytes;
    size_t *length;
    char *at;
    size_t used, room;
};

static bool memory_write(void *self, const void *bytes, size_t length, struct loa_error *error)
{
    struct memory *memory = self;
    if (!memory->at || memory->room - memory->used < length + 1) {
        size_t room = (memory->used + length + 1) * 2;
        char *larger = room > length ? realloc(memory->at, room) : NULL;
        if (!larger) {
            error->status = LOA_LIMIT;
            return false;
        }
        memory->at = larger;
        memory->room = room;
    }
    if (length)
        memcpy(memory->at + memory->used, bytes, length);
    memory->used += length;
    memory->at[memory->used] = '\0';
    return true;
}

static bool memory_finish(void *self, struct loa_error *error)
{
    struct memory *memory = self;
    if (!memory->at && !memory_write(self, "", 0, error))
        return false;
    *memory->bytes = memory->at;
    *memory->length = memory->used;
    memory->at = NULL;
    return true;
}

static void memory_destroy(void *self)
{
    struct memory *memory = self;
    free(memory->at);
    free(memory);
}

struct loa_sink *loa_sink_to_memory(char **bytes, size_t *length)
{
    static const struct loa_sink_ops ops = {memory_write, memory_finish, memory_destroy};
    struct memory *memory = calloc(1, sizeof *memory);
    if (!memory)
        return NULL;
    *bytes = NULL;
    *length = 0;
    memory->bytes = bytes;
    memory->length = length;
    return loa_sink_create(&ops, memory);
}

/* ---- File descriptors ---- */

#define BUFFER_BYTES 65536

struct descriptor {
    int file;
    const char *name;
    enum loa_ui ui;
    bool owned;
    size_t used;
    unsigned char buffer[BUFFER_BYTES];
};

/* A terminal or pipe that another program set not to block says "again" when it is full. */
static bool wait_for(int file)
{
    struct pollfd ready = {.fd = file, .events = POLLOUT};
    return poll(&ready, 1, -1) >= 0 || errno == EINTR;
}

static bool write_all(const struct descriptor *descriptor, const unsigned char *bytes, size_t length,
                      struct loa_error *error)
{
    while (length) {
        ssize_t sent = write(descriptor->file, bytes, length);
        if (sent < 0 && (errno == EINTR || (errno == EAGAIN && wait_for(descriptor->file))))
            continue;
        if (sent < 0) {
            error_from_errno(error, descriptor->name, errno, descriptor->ui);
            return false;
        }
        bytes += sent;
        length -= (size_t)sent;
    }
    return true;
}

static bool descriptor_flush(struct descriptor *descriptor, struct loa_error *error)
{
    size_t used = descriptor->used;
    descriptor->used = 0;
    return write_all(descriptor, descriptor->buffer, used, error);
}

static bool descriptor_write(void *self, const void *bytes, size_t length, struct loa_error *error)
{
    struct descriptor *descriptor = self;
    if (length > BUFFER_BYTES - descriptor->used && !descriptor_flush(descriptor, error))
        return false;
    if (length >= BUFFER_BYTES)
        return write_all(descriptor, bytes, length, error);
    memcpy(descriptor->buffer + descriptor->used, bytes, length);
    descriptor->used += length;
    return true;
}

/* What reached the kernel may still fail on its way to the disk, and says so only at fsync and close. */
static bool descriptor_finish(void *self, struct loa_error *error)
{
    struct descriptor *descriptor = self;
    if (!descriptor_flush(descriptor, error))
        return false;
    bool synced = fsync(descriptor->file) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
    int code = errno;
    if (descriptor->owned) {
        int file = descriptor->file;
        descriptor->file = -1;
        if (close(file) != 0 && synced) {
            synced = false;
            code = errno;
        }
    }
    if (!synced)
        error_from_errno(error, descriptor->name, code, descriptor->ui);
    return synced;
}

static void descriptor_destroy(void *self)
{
    struct descriptor *descriptor = self;
    if (descriptor->owned && descriptor->file >= 0)
        close(descriptor->file);
    free(descriptor);
}

struct loa_sink *sink_to_descriptor(int file, bool owned, const char *name, enum loa_ui ui)
{
    static const struct loa_sink_ops ops = {descriptor_write, descriptor_finish, descriptor_destroy};
    struct descriptor *descriptor = malloc(sizeof *descriptor);
    if (!descriptor) {
        if (owned)
            close(file);
        return NULL;
    }
    descriptor->file = file;
    descriptor->name = name;
    descriptor->ui = ui;
    descriptor->owned = owned;
    descriptor->used = 0;
    return loa_sink_create(&ops, descriptor);
}
