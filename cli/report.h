/* report.h - messages on standard error, for readers or as JSON. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "fitted.h"
#include "sarif.h"
#include <loa/catalogue.h>
#include <loa/report.h>
#include <loa/status.h>
#include <stdbool.h>
#include <stdio.h>

enum message {
#define LOA_MESSAGE(name, ...) MESSAGE_##name,
#include "messages.def"
#undef LOA_MESSAGE
    MESSAGE_COUNT
};

struct report {
    FILE *out; /* standard error */
    enum loa_ui ui;
    bool json;           /* for programs: a JSON object a line, or what follows */
    struct sarif *sarif; /* that document instead; NULL: none */
    bool colour;
    bool quiet;            /* errors only */
    bool notes;            /* notes too, which most readers can do without */
    struct fitted *fitted; /* is told of findings; NULL: nobody sums up */
    size_t *held;          /* counts warnings and errors in place of showing them; NULL: they are shown */
    bool *progress_bar;    /* a bar stands in the current line: it is wiped first. NULL: there never is */
};

/* Shows a finding; `self` is the struct report: fits loa_session_options.report. */
void report_finding(void *self, const struct loa_finding *finding);
/* Shows what came as an error. */
void report_failure(const struct report *report, const struct loa_error *error);
/* Shows one of messages.def, about no file. Unused arguments are NULL. */
void report_message(const struct report *report, enum message message, const char *a, const char *b,
                    const char *c, const char *d);
/* A string as JSON writes it, in quotes; NULL is null. */
void report_json_string(FILE *out, const char *words);
/* The messages as entries of the findings there are, with "…" for what they would name. */
void report_list_messages(enum loa_ui ui, loa_entry_fn *each, void *self);

#endif
