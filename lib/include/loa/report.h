/* loa/report.h - findings: what is wrong or doubtful in a guide, with its place.
 *
 * Every finding has a stable id ("unknown-block") that tools and tests may rely on; the words may change. */
#ifndef LOA_REPORT_H
#define LOA_REPORT_H

enum loa_severity { LOA_NOTE, LOA_WARNING, LOA_ERROR };

/* The language of messages, not of guides. */
enum loa_ui { LOA_UI_VI, LOA_UI_EN };

/* All pointers live only during the call to the reporter. Lines and columns count from 1; columns count
 * grapheme clusters (what a reader sees as characters), as `width` does. line == 0: the finding is about the
 * whole file; file == NULL: about no file. */
struct loa_finding {
    const char *id;
    enum loa_severity severity;
    const char *file;
    unsigned line, column, width;
    const char *source_line; /* the line's text without its end; NULL when there is none */
    const char *message;     /* one sentence without its full stop */
    const char *hint;        /* what to do; NULL when there is nothing to add */
};

typedef void loa_report_fn(void *self, const struct loa_finding *finding);

#endif
