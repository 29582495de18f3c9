/* candidates.h - what may follow on a command line half written, for the completion of shells.
 *
 * The scripts of `loa completions bash` and so on ask for them with each Tab. A candidate is a line: the
 * word, a tab, what it is. Two are asked of the shell: ":files" with a pattern after the tab (none: any), and
 * ":folders". */
#ifndef CLI_CANDIDATES_H
#define CLI_CANDIDATES_H

#include <loa/catalogue.h>
#include <stdbool.h>
#include <stddef.h>

struct app;

/* What is being asked. */
struct candidates {
    struct app *app;
    struct loa_session *session; /* for names in the materials */
    const char *begun;           /* the word so far: only what begins with it is printed */
    const char *command;         /* NULL: not said yet */
    const char *guide;           /* the first word after the command; NULL: none yet */
};

/* Where a word comes from: of a command's words, or the value of an option. All that is set counts. */
struct word_source {
    bool listed; /* a name of this kind */
    enum loa_kind kind;
    const char *files; /* a file or folder; the pattern of its name: "*" */
    bool folders;
    void (*own)(const struct candidates *candidates); /* what only this command knows */
};

void candidate(const struct candidates *candidates, const char *word, const char *about);
/* Prints what the last of the words may become; the others stand before it. */
enum loa_status candidates_print(struct app *app, const char *const *words, size_t count);
/* The names of commands and pieces. */
void candidates_of_commands(const struct candidates *candidates);

#endif
