/* reporter.h - findings on their way to the session's callback.
 *
 * Every finding is a row of findings.def: id, severity, message and hint in both languages. %1 to %4 in the
 * texts are replaced by the arguments (their line ends by spaces); a hint that asks for an argument that is
 * NULL is left out. */
#ifndef BASE_REPORTER_H
#define BASE_REPORTER_H

#include "base/source.h"
#include <loa/report.h>
#include <loa/status.h>
#include <stdbool.h>

enum finding {
#define LOA_FINDING(name, severity, vi, en, hint_vi, hint_en) FINDING_##name,
#include "base/findings.def"
#undef LOA_FINDING
    FINDING_COUNT
};

struct reporter {
    loa_report_fn *call; /* may be NULL */
    void *self;
    enum loa_ui ui;
    bool strict;                                   /* warnings are reported as errors */
    bool silent;                                   /* count nothing, tell nobody: for trial runs */
    size_t counts[3];                              /* by loa_severity */
    void (*reading)(void *self, const char *path); /* as in loa/session.h; may be NULL */
    void *reading_self;
};
/* Before a file is read, for whoever wants to know when it changes. */
void reporter_reading(const struct reporter *reporter, const char *path);

/* `arguments`: up to four strings, NULL where unused. */
void report_with(struct reporter *reporter, enum finding finding, struct place place,
                 const char *const arguments[4]);
/* report(reporter, FINDING_x, place, "a", "b"): missing arguments are NULL. */
#define REPORT_FIRST_4(a, b, c, d, ...) ((const char *const[4]){a, b, c, d})
#define report(reporter, finding, ...)  REPORT_PLACED(reporter, finding, __VA_ARGS__, NULL, NULL, NULL, NULL)
#define REPORT_PLACED(reporter, finding, place, ...)                                                         \
    report_with((reporter), (finding), (place), REPORT_FIRST_4(__VA_ARGS__, NULL))
/* Whether so much was told, or nobody listens, that suggestions need not be looked for. */
bool reporter_only_counts(const struct reporter *reporter);
/* A finding about a file as a whole. */
void report_file(struct reporter *reporter, enum finding finding, const char *file,
                 const char *const arguments[4]);
/* A finding without telling anybody, with its words, hint and id; arguments may be texts of *error. */
void error_from_finding(struct loa_error *error, enum loa_status status, enum finding finding, enum loa_ui ui,
                        const char *const arguments[4]);
enum loa_severity finding_severity(enum finding finding); /* in a session that isn't strict */
/* Reports what came as an error: its own words, hint and id. */
void report_error(struct reporter *reporter, const struct loa_error *error);
const char *finding_id(enum finding finding); /* the row's name: "unknown_block", told as "unknown-block" */

/* Why it matters, what to do, an example: some sentences of findings_about.def; NULL: its message says all.
 */
const char *finding_about(enum finding finding, enum loa_ui ui);

/* The nearest of `names` to `word` by edit distance (marks weigh half, case nothing), NULL when none is
 * within a third of the word's length: for "did you mean". */
const char *nearest_name(const char *word, const char *const *names, size_t count);

#endif
