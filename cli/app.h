/* app.h - one run of the command line: what was asked, how to speak, which commands there are. */
#ifndef CLI_APP_H
#define CLI_APP_H

#include "candidates.h"
#include "options.h"
#include "report.h"
#include <loa/loa.h>

struct app {
    struct options options;
    struct report report;
    struct sarif sarif;            /* where report.sarif points, when it is asked for */
    struct loa_session *catalogue; /* built-in materials, for help, piece names and suggestions */
    const struct command *command;
    const char *command_name; /* a piece's name when the command is export */
    struct watch *watch;      /* is told what sessions read; NULL: nobody wants to know */
};

/* A command: the struct at the bottom of its file is its registration, commands.def its row. */
struct command {
    const char *name;
    const char *usage_vi, *usage_en;     /* after the name in its usage line */
    const char *summary_vi, *summary_en; /* one line */
    const char *about_vi, *about_en;     /* further lines of its help; NULL: none */
    const char *const *examples;         /* NULL at the end; each one: command line, vi, en */
    unsigned options;                    /* OPTIONS_… groups it understands */
    size_t least_words, most_words;
    struct word_source
        words[3]; /* where they come from, for completion; the last is that of all later ones too */
    enum loa_status (*run)(struct app *app);
};

#define LOA_COMMAND(name) extern const struct command command_##name;
#include "commands.def"
#undef LOA_COMMAND
/* Every piece of the library is a command of its own name and runs this one. */
extern const struct command command_export;

extern const struct command *const commands[]; /* NULL at the end */
/* The command of this name; *name is then the name it will run under. NULL when there is none. */
const struct command *command_named(const struct app *app, const char *name);
/* The nearest name of a command or piece; NULL when none is near. Lives as long as the catalogue. */
const char *command_nearest(const struct app *app, const char *name);

/* Opens the session the options ask for; what it finds goes to the app's report. */
enum loa_status app_open_session(struct app *app, struct loa_session **session);
/* What of a guide, for whom, in which piece (NULL: all of them). Points into the options. */
struct loa_export_options app_export_options(const struct app *app, const char *piece);
/* Chooses by the language of messages. */
const char *app_text(const struct app *app, const char *vi, const char *en);
/* What a command has printed is on its way only when this says LOA_OK. */
enum loa_status app_flush(struct app *app);

enum loa_status unknown_command(struct app *app, const char *name); /* complains; LOA_BAD_USE */

/* cmd_help.c: what help and man pages share. */
/* What guides and data may hold, each a list of the library. */
struct topic {
    const char *name;
    enum loa_kind kind;
    const char *vi, *en; /* what it is about */
};
extern const struct topic topics[];
extern const size_t topic_count;
/* Options under headings. */
struct option_group {
    unsigned groups;
    const char *vi, *en;
};
extern const struct option_group option_groups[];
extern const size_t option_group_count;
extern const char *const overview_examples[]; /* as a command's */
const char *overview_summary(const struct app *app);

/* For --help and for `loa` alone. */
void help_overview(const struct app *app);
void help_command(const struct app *app, const struct command *command, const char *name);

#endif
