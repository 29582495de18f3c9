/* Any bytes as a guide: it is refused with a finding or comes out in a piece, as a trace. */
#include "fuzz.h"
#include <loa/loa.h>
#include <stdlib.h>

static bool drop(void *self, const void *bytes, size_t length, struct loa_error *error)
{
    (void)self, (void)bytes, (void)length, (void)error;
    return true;
}

static struct loa_sink *open_nowhere(void *self, size_t index, size_t count, const char *extension,
                                     struct loa_error *error)
{
    static const struct loa_sink_ops ops = {.write = drop};
    (void)self, (void)index, (void)count, (void)extension, (void)error;
    return loa_sink_create(&ops, NULL);
}

/* Opening the materials and fonts costs more than a small guide, so a session serves many runs; it is renewed
 * now and then, since it keeps every shaped word. */
enum { RUNS_OF_A_SESSION = 500 };

static struct loa_session *session;
static unsigned runs;

static void close_session(void)
{
    loa_session_close(session);
    session = NULL;
}

static bool renew_session(void)
{
    if (runs == 0)
        atexit(close_session);
    if (runs++ % RUNS_OF_A_SESSION == 0)
        close_session();
    return session || loa_session_open(&(struct loa_session_options){0}, &session) == LOA_OK;
}

/* Each input goes to one piece, told by its length, so that a run stays short. */
static void export_guide(struct loa_guide *guide, size_t length)
{
    static const struct loa_output_ops ops = {.open = open_nowhere};
    static const char *const pieces[] = {"handout", "slides", "infographic"};
    const char *piece = pieces[length % (sizeof pieces / sizeof *pieces)];
    struct loa_output *output = loa_output_create(&ops, NULL);
    loa_export(guide, &(struct loa_export_options){.piece = piece, .format = "trace", .jobs = 1}, output);
    loa_output_destroy(output);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct loa_guide *guide;
    if (renew_session() &&
        loa_guide_read(session, "fuzz", (const char *)bytes, length, NULL, &guide) == LOA_OK) {
        export_guide(guide, length);
        loa_guide_close(guide);
    }
    return 0;
}
