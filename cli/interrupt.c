#include "interrupt.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>

/* All a signal handler may touch. */
static volatile sig_atomic_t writing, caught, noting;

/* The action is the default one again by now. */
static void on_signal(int number)
{
    caught = number;
    if (!writing && !noting)
        raise(number);
}

static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
enum { NUMBER_COUNT = sizeof numbers / sizeof *numbers };

void interrupt_watch(void)
{
    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND}, before;
        if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
    }
}

void interrupt_obey(void)
{
    if (caught && !noting)
        raise(caught);
}

void interrupt_note(void)
{
    noting = 1;
    interrupt_watch();
}

bool interrupt_came(void)
{
    return caught != 0;
}

bool interrupt_wait(int descriptor, int milliseconds)
{
    sigset_t ours, before;
    fd_set readable;
    struct timespec most = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    sigemptyset(&ours);
    for (size_t i = 0; i < NUMBER_COUNT; i++)
        sigaddset(&ours, numbers[i]);
    /* Held back, so that none comes between the look at `caught` and the waiting. */
    sigprocmask(SIG_BLOCK, &ours, &before);
    FD_ZERO(&readable);
    FD_SET(descriptor, &readable);
    bool ready = !caught &&
                 pselect(descriptor + 1, &readable, NULL, NULL, milliseconds < 0 ? NULL : &most, &before) > 0;
    sigprocmask(SIG_SETMASK, &before, NULL);
    return ready;
}

struct guard {
    struct loa_output *output;
    enum loa_ui ui;
};

static bool is_interrupted(const struct guard *guard, struct loa_error *error)
{
    if (!caught)
        return false;
    const char *words = guard->ui == LOA_UI_EN ? "interrupted, nothing was written" : "bị ngắt, không ghi gì";
    *error = (struct loa_error){.status = LOA_IO_FAILED, .id = "interrupted"};
    strncpy(error->message, words, sizeof error->message - 1);
    return true;
}

static struct loa_sink *guard_open(void *self, size_t index, size_t count, const char *extension,
                                   struct loa_error *error)
{
    struct guard *guard = self;
    writing = 1;
    return is_interrupted(guard, error) ? NULL
                                        : loa_output_open(guard->output, index, count, extension, error);
}

static bool guard_commit(void *self, struct loa_error *error)
{
    struct guard *guard = self;
    return !is_interrupted(guard, error) && loa_output_commit(guard->output, error) == LOA_OK;
}

static void guard_destroy(void *self)
{
    struct guard *guard = self;
    loa_output_destroy(guard->output);
    writing = 0;
    free(guard);
}

struct loa_output *interrupt_guard(struct loa_output *output, enum loa_ui ui)
{
    static const struct loa_output_ops ops = {guard_open, guard_commit, guard_destroy};
    struct guard *guard = output ? malloc(sizeof *guard) : NULL;
    if (!guard) {
        loa_output_destroy(output);
        return NULL;
    }
    *guard = (struct guard){output, ui};
    return loa_output_create(&ops, guard);
}
