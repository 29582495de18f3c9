/* interrupt.h - Ctrl-C and its like: a half-written export is taken back before the program ends. */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <loa/output.h>
#include <stdbool.h>

/* From now on SIGINT, SIGTERM and SIGHUP, unless they are ignored, wait until interrupt_obey() once files are
 * being written. Before that, and the second time, they end the program at once. */
void interrupt_watch(void);
/* An output like `output`, whose owner it becomes, that opens and commits nothing more once a signal came.
 * NULL gives NULL. */
struct loa_output *interrupt_guard(struct loa_output *output, enum loa_ui ui);
/* From now on signals, besides, end nothing the first time: interrupt_came() tells of them, for work that
 * goes on until it is told to stop. */
void interrupt_note(void);
bool interrupt_came(void);
/* Waits until a descriptor has something to read, for so many milliseconds at most (-1: for ever). False when
 * it has not, or a signal came. */
bool interrupt_wait(int descriptor, int milliseconds);
/* Ends the program by the signal that came; nothing when none did, or it was only to be noted. */
void interrupt_obey(void);

#endif
