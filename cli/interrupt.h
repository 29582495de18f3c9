/* interrupt.h - Ctrl-C and its like: a half-written export is taken back before the program ends. */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <loa/output.h>

/* From now on SIGINT, SIGTERM and SIGHUP, unless they are ignored, wait until interrupt_obey() once files are
 * being written. Before that, and the second time, they end the program at once. */
void interrupt_watch(void);
/* An output like `output`, whose owner it becomes, that opens and commits nothing more once a signal came.
 * NULL gives NULL. */
struct loa_output *interrupt_guard(struct loa_output *output, enum loa_ui ui);
/* Ends the program by the signal that came; nothing when none did. */
void interrupt_obey(void);

#endif
