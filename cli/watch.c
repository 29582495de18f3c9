#include "watch.h"
#include "app.h"
#include "interrupt.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* Editors write a file in several steps; when it has been quiet for so long, or busy for so many of these, it
 * is looked at. */
enum { QUIET_MILLISECONDS = 80, BUSY_ROUNDS = 25 };

/* Folders are watched, not files: many editors put a new file in the place of the old one. */
static const uint32_t changes =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;

struct watched {
    int folder; /* inotify's number of it */
    char *name; /* in the folder */
};

struct watch {
    int inotify; /* descriptor */
    struct watched *files;
    size_t count, room;
};

static bool knows(const struct watch *watch, int folder, const char *name)
{
    for (size_t i = 0; i < watch->count; i++)
        if (watch->files[i].folder == folder && (!name || strcmp(watch->files[i].name, name) == 0))
            return true;
    return false;
}

/* Without memory a file goes unwatched: no reason to stop. */
static void add(struct watch *watch, int folder, const char *name)
{
    if (knows(watch, folder, name))
        return;
    if (watch->count == watch->room) {
        size_t room = watch->room ? 2 * watch->room : 16;
        struct watched *files = realloc(watch->files, room * sizeof *files);
        if (!files)
            return;
        watch->files = files;
        watch->room = room;
    }
    struct watched *file = &watch->files[watch->count];
    *file = (struct watched){folder, strdup(name)};
    watch->count += file->name != NULL;
}

/* Watches the folder of a path; when there is none, the nearest above for its coming. */
static void add_path(struct watch *watch, const char *path)
{
    char room[PATH_MAX];
    if (snprintf(room, sizeof room, "./%s", path) >= (int)sizeof room)
        return;
    char *folder = path[0] == '/' ? room + 2 : room; /* "./a": so each has a slash */
    for (char *slash; (slash = strrchr(folder, '/'));) {
        *slash = '\0';
        int number = inotify_add_watch(watch->inotify, *folder ? folder : "/", changes);
        if (number >= 0) {
            add(watch, number, slash + 1);
            return;
        }
    }
}

/* A link is watched where it stands and where it leads. */
void watch_reading(void *self, const char *path)
{
    struct watch *watch = self;
    char real[PATH_MAX];
    add_path(watch, path);
    if (realpath(path, real) && strcmp(real, path) != 0)
        add_path(watch, real);
}

static bool is_change(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & IN_Q_OVERFLOW)
        return true;
    return knows(watch, event->wd, event->len ? event->name : NULL);
}

/* Whether some of the events that wait are about our files. */
static bool take_events(struct watch *watch)
{
    _Alignas(struct inotify_event) char buffer[16384];
    bool changed = false;
    ssize_t length = read(watch->inotify, buffer, sizeof buffer);
    for (ssize_t at = 0; at < length;) {
        const struct inotify_event *event = (const void *)(buffer + at);
        changed |= is_change(watch, event);
        at += (ssize_t)(sizeof *event + event->len);
    }
    return changed;
}

/* False when a signal came. */
static bool wait_for_change(struct watch *watch)
{
    bool changed = false;
    for (unsigned rounds = 0; rounds < BUSY_ROUNDS; rounds += changed) {
        if (!interrupt_wait(watch->inotify, changed ? QUIET_MILLISECONDS : -1))
            break;
        changed |= take_events(watch);
    }
    return changed && !interrupt_came();
}

static void tell_waiting(const struct app *app, size_t count)
{
    if (!app->options.quiet && !app->report.json)
        fprintf(stderr,
                app_text(app, "loa: đang theo dõi %zu tệp; Ctrl-C để dừng\n",
                         "loa: watching %zu files; Ctrl-C stops\n"),
                count);
}

static enum loa_status run_again(struct app *app, struct watch *watch, enum loa_status (*once)(void *self),
                                 void *self)
{
    enum loa_status status = once(self);
    if (interrupt_came())
        return LOA_OK;
    if (status == LOA_BAD_USE || status == LOA_IO_FAILED)
        return status;
    if (watch->count == 0) {
        report_message(&app->report, MESSAGE_nothing_to_watch, NULL, NULL, NULL, NULL);
        return LOA_BAD_USE;
    }
    tell_waiting(app, watch->count);
    for (;;) {
        status = app_flush(app);
        if (status != LOA_OK || !wait_for_change(watch))
            return status;
        once(self);
    }
}

/* Standard input can't be read twice, and on standard output one file would follow the other. */
static bool uses_streams(const struct options *options)
{
    bool found = options->output && strcmp(options->output, "-") == 0;
    for (size_t i = 1; i < options->words.count; i++)
        found |= strcmp(options->words.at[i], "-") == 0;
    return found;
}

enum loa_status watch_files(struct app *app, enum loa_status (*once)(void *self), void *self)
{
    struct watch watch = {.inotify = -1};
    if (uses_streams(&app->options)) {
        report_message(&app->report, MESSAGE_watch_stream, NULL, NULL, NULL, NULL);
        return LOA_BAD_USE;
    }
    watch.inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (watch.inotify < 0) {
        report_message(&app->report, MESSAGE_no_watch, loa_errno_words(errno, app->report.ui), NULL, NULL,
                       NULL);
        return LOA_IO_FAILED;
    }
    interrupt_note();
    app->watch = &watch;
    enum loa_status status = run_again(app, &watch, once, self);
    app->watch = NULL;
    close(watch.inotify);
    for (size_t i = 0; i < watch.count; i++)
        free(watch.files[i].name);
    free(watch.files);
    return status;
}
