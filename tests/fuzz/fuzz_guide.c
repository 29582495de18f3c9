/* Any bytes as a guide: it is refused with a finding or comes out in every piece, as a trace. */
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

static void export_piece(void *self, const struct loa_entry *piece)
{
    static const struct loa_output_ops ops = {.open = open_nowhere};
    struct loa_output *output = loa_output_create(&ops, NULL);
    loa_export(self, &(struct loa_export_options){.piece = piece->name, .format = "trace", .jobs = 1},
               output);
    loa_output_destroy(output);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct loa_session *session;
    struct loa_guide *guide;
    if (loa_session_open(&(struct loa_session_options){0}, &session) != LOA_OK)
        return 0;
    if (loa_guide_read(session, "fuzz", (const char *)bytes, length, NULL, &guide) == LOA_OK) {
        loa_list(session, LOA_PIECES, export_piece, guide);
        loa_guide_close(guide);
    }
    loa_session_close(session);
    return 0;
}
