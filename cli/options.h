/* options.h - the words of the command line, read by a table of typed rows. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "candidates.h"
#include <loa/report.h>
#include <stdbool.h>
#include <stddef.h>

struct report;

/* Which commands an option belongs to. */
enum {
    OPTIONS_COMMON = 1,    /* every command */
    OPTIONS_MATERIALS = 2, /* commands that read the materials */
    OPTIONS_EDITION = 4,   /* what of a guide, for whom */
    OPTIONS_EXPORT = 8,    /* where to, how written */
    OPTIONS_NEW = 16,      /* what a new guide begins with */
    OPTIONS_WATCH = 32,    /* done again when files change */
    OPTIONS_PIECE = 64,    /* of which piece */
    OPTIONS_EXPLAIN = 128, /* how a piece looks, and how that is told */
    OPTIONS_SHEET = 256    /* where a sheet of themes goes */
};

struct word_list {
    const char **at;
    size_t count;
};

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };
enum diagnostics { DIAGNOSTICS_TEXT, DIAGNOSTICS_JSON, DIAGNOSTICS_SARIF };

struct options {
    const char *output, *to, *audience, *language, *profile, *theme, *size, *materials, *from, *piece;
    struct word_list sections, sets;
    struct word_list words; /* everything that is no option: the command and what it works on */
    unsigned jobs;
    int color, diagnostics, ui; /* enum when, enum diagnostics, enum loa_ui */
    bool strict, force, watch, quiet, verbose, help, version;
    unsigned long used; /* bit i: row i was given */
};

enum option_type { OPTION_FLAG, OPTION_TEXT, OPTION_LIST, OPTION_NUMBER, OPTION_CHOICE };

struct option_row {
    const char *name;
    char letter; /* 0: none */
    enum option_type type;
    unsigned groups;
    size_t offset; /* in struct options */
    const char *value_vi, *value_en;
    const char *help_vi, *help_en;
    unsigned low, high;         /* numbers */
    const char *const *choices; /* NULL at the end; the field gets the index */
    bool of_piece;              /* the piece says what there is: its sizes */
    bool of_guide;              /* the guide says what there is: its sections */
    struct word_source source;  /* where values come from, for completion */
};

extern const struct option_row option_rows[]; /* name NULL at the end */

/* NULL when there is none of that name. */
const struct option_row *option_named(const char *name, size_t length);
/* The option that a word "--name" or "-abc" ends in, so that a value follows it; NULL when there is none, or
 * its value is in the word. */
const struct option_row *option_written(const char *word);

/* Reads the arguments after the program's name. False after complaining to `report` (NULL: in silence, going
 * on with the rest). What is pointed at are the arguments; options_clear() frees the lists. */
bool options_read(struct options *options, int count, char **arguments, const struct report *report);
/* False, complaining, when an option was used that none of these groups has. */
bool options_fit(const struct options *options, unsigned groups, const char *command,
                 const struct report *report);
void options_clear(struct options *options);

#endif
