/* loa/session.h - what several guides share: the materials, the fonts, the reporter.
 *
 * A session belongs to one thread at a time. */
#ifndef LOA_SESSION_H
#define LOA_SESSION_H

#include <loa/report.h>
#include <loa/status.h>
#include <stdbool.h>
#include <stddef.h>

struct loa_session; /* opaque */

struct loa_session_options {
    const char *materials; /* a folder shaped like materials/; NULL: what was compiled in */
    enum loa_ui ui;
    bool strict;           /* warnings count as errors */
    loa_report_fn *report; /* NULL: findings are only counted */
    void *report_self;
    /* Called before each file is read, also one that turns out not to be there: guides, what they include,
     * pictures, themes, and of a folder of materials the files used. `path` lives during the call. May be
     * NULL. */
    void (*reading)(void *self, const char *path);
    void *reading_self;
};

enum loa_status loa_session_open(const struct loa_session_options *options, struct loa_session **session);
void loa_session_close(struct loa_session *session); /* takes NULL */

/* How many findings of this severity were reported since the session was opened. */
size_t loa_session_count(const struct loa_session *session, enum loa_severity severity);

#endif
