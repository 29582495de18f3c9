/* paint.h - a scene or an edition written in a format, to an output; pages of paged formats on several
 * threads. */
#ifndef API_PAINT_H
#define API_PAINT_H

#include "api/session.h"
#include "formats/format.h"
#include <loa/export.h>

struct painting {
    const struct scene *scene; /* NULL: the format reads the edition */
    const struct edition *edition;
    const struct format *format;
    struct loa_output *output;
    unsigned jobs;                                           /* threads; 0: as many as there are processors */
    void (*progress)(void *self, size_t done, size_t total); /* may be NULL */
    void *progress_self;
    enum loa_ui ui; /* the language of errors */
};

/* Writes every file in order, from the calling thread, without committing. On failure `error` is filled and
 * its status returned. The bytes do not depend on `jobs`. */
enum loa_status paint(const struct painting *painting, struct loa_error *error);
/* The same, then commits; what goes wrong is reported. */
enum loa_status paint_and_commit(struct loa_session *session, const struct painting *painting);

#endif
