/* main.c - finds the command, lets it run, and turns its status into the exit code. */
#include "app.h"
#include "watch.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct command *const commands[] = {
#define LOA_COMMAND(name) &command_##name,
#include "commands.def"
#undef LOA_COMMAND
    NULL};

const struct command *command_named(const struct app *app, const char *name)
{
    struct loa_piece_info piece;
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return loa_piece_info(app->catalogue, name, &piece) ? &command_export : NULL;
}

const char *app_text(const struct app *app, const char *vi, const char *en)
{
    return app->report.ui == LOA_UI_EN ? en : vi;
}

enum loa_status app_open_session(struct app *app, struct loa_session **session)
{
    const char *materials = app->options.materials ? app->options.materials : getenv("LOA_MATERIALS");
    const struct loa_session_options options = {.materials = materials && *materials ? materials : NULL,
                                                .ui = app->report.ui,
                                                .strict = app->options.strict,
                                                .report = report_finding,
                                                .report_self = &app->report,
                                                .reading = app->watch ? watch_reading : NULL,
                                                .reading_self = app->watch};
    return loa_session_open(&options, session);
}

struct loa_export_options app_export_options(const struct app *app, const char *piece)
{
    const struct options *options = &app->options;
    return (struct loa_export_options){.piece = piece,
                                       .audience = options->audience,
                                       .language = options->language,
                                       .profile = options->profile,
                                       .theme = options->theme,
                                       .size = options->size,
                                       .sections = options->sections.at,
                                       .section_count = options->sections.count,
                                       .sets = options->sets.at,
                                       .set_count = options->sets.count};
}

enum loa_status app_flush(struct app *app)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return LOA_OK;
    if (errno != EPIPE) /* a reader that has read enough, like head, wants no message */
        report_message(&app->report, MESSAGE_stdout_failed, loa_errno_words(errno, app->report.ui), NULL,
                       NULL, NULL);
    return LOA_IO_FAILED;
}

/* Files opened later must not become descriptors 0 to 2, or messages would be written into them. What is
 * closed is opened the wrong way round, so that using it still fails. */
static void hold_standard_descriptors(void)
{
    for (int descriptor = 0; descriptor <= 2; descriptor++)
        if (fcntl(descriptor, F_GETFD) < 0 && errno == EBADF &&
            open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY) < 0)
            _exit(LOA_IO_FAILED);
}

static enum loa_ui language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "en", 2) == 0 ? LOA_UI_EN : LOA_UI_VI;
    }
    return LOA_UI_VI;
}

static bool wants_colour(int color)
{
    const char *no_color = getenv("NO_COLOR");
    if (color != WHEN_AUTO)
        return color == WHEN_ALWAYS;
    return isatty(STDERR_FILENO) && !(no_color && *no_color);
}

/* The way to speak must be known before there is something to say about the other options. */
static void choose_manner(struct app *app, int count, char **arguments)
{
    struct options glance = {.ui = (int)language_of_environment()};
    options_read(&glance, count, arguments, NULL);
    app->options.ui = glance.ui;
    app->report = (struct report){.out = stderr,
                                  .ui = (enum loa_ui)glance.ui,
                                  .json = glance.diagnostics != DIAGNOSTICS_TEXT,
                                  .colour = wants_colour(glance.color),
                                  .quiet = glance.quiet,
                                  .notes = glance.verbose};
    if (glance.diagnostics == DIAGNOSTICS_SARIF) {
        app->report.sarif = &app->sarif;
        sarif_begin(&app->sarif, stderr);
    }
    options_clear(&glance);
}

const char *command_nearest(const struct app *app, const char *name)
{
    const char *names[sizeof commands / sizeof *commands];
    size_t count = 0;
    for (; commands[count]; count++)
        names[count] = commands[count]->name;
    const char *piece = loa_nearest(app->catalogue, LOA_PIECES, name);
    if (piece)
        names[count++] = piece; /* in the place of the NULL */
    return loa_nearest_of(name, names, count);
}

enum loa_status unknown_command(struct app *app, const char *name)
{
    const char *nearest = command_nearest(app, name);
    report_message(&app->report, nearest ? MESSAGE_unknown_command_near : MESSAGE_unknown_command, name,
                   nearest, NULL, NULL);
    return LOA_BAD_USE;
}

static void print_version(void)
{
    printf("loa %s\n%s\n", loa_version(), loa_library_versions());
}

/* Checks what the command was given and runs it. */
static enum loa_status run_command(struct app *app)
{
    const struct options *options = &app->options;
    const struct command *command = app->command;
    if (!options_fit(options, command->options, app->command_name, &app->report))
        return LOA_BAD_USE;
    size_t words = options->words.count - 1;
    if (words > command->most_words) {
        report_message(&app->report, MESSAGE_extra_word, options->words.at[command->most_words + 1],
                       app->command_name, NULL, NULL);
        return LOA_BAD_USE;
    }
    if (words < command->least_words) {
        report_message(&app->report, MESSAGE_missing_word, app->command_name, NULL, NULL, NULL);
        return LOA_BAD_USE;
    }
    return command->run(app);
}

static enum loa_status run(struct app *app, int count, char **arguments)
{
    struct options *options = &app->options;
    if (!options_read(options, count, arguments, &app->report))
        return LOA_BAD_USE;
    if (options->version) {
        print_version();
        return LOA_OK;
    }
    if (options->words.count == 0) {
        help_overview(app);
        return LOA_OK;
    }
    app->command_name = options->words.at[0];
    app->command = command_named(app, app->command_name);
    if (!app->command)
        return unknown_command(app, app->command_name);
    if (options->help) {
        help_command(app, app->command, app->command_name);
        return LOA_OK;
    }
    return run_command(app);
}

int main(int count, char **arguments)
{
    hold_standard_descriptors();
    signal(SIGPIPE, SIG_IGN);
    struct app app = {0};
    if (count > 0)
        choose_manner(&app, count - 1, arguments + 1);
    const struct loa_session_options built_in = {.ui = app.report.ui};
    enum loa_status status = loa_session_open(&built_in, &app.catalogue);
    if (status == LOA_OK)
        status = run(&app, count - 1, arguments + 1);
    else
        report_message(&app.report, MESSAGE_no_session, NULL, NULL, NULL, NULL);
    enum loa_status flushed = app_flush(&app);
    if (app.report.sarif)
        sarif_end(app.report.sarif);
    loa_session_close(app.catalogue);
    options_clear(&app.options);
    return status != LOA_OK ? (int)status : (int)flushed;
}
