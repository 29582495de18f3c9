/* loa/status.h - how every call of the library ends.
 *
 * The values are the exit codes of the command line too, so they never change. A function that returns a
 * status returns LOA_OK or the first thing that went wrong; the words for it went to the session's reporter
 * (loa/report.h) or into a struct loa_error. */
#ifndef LOA_STATUS_H
#define LOA_STATUS_H

enum loa_status {
    LOA_OK = 0,        /* done */
    LOA_BAD_GUIDE = 1, /* the guide (or its data or theme) has errors; nothing was written */
    LOA_BAD_USE = 2,   /* the call makes no sense: unknown name, option out of range */
    LOA_IO_FAILED = 3, /* something could not be read or written */
    LOA_LIMIT = 4      /* a stated limit was passed, memory ran out, or loa has a fault */
};

/* Room for one failure, owned by the caller; no allocation, so it can be filled when memory is gone. All
 * texts are UTF-8; those loa fills in are in the language asked for. */
struct loa_error {
    enum loa_status status;
    char message[500]; /* one line */
    char hint[300];    /* what to do; "" when there is nothing to add */
    char id[40];       /* as struct loa_finding's; "": none */
};

#endif
