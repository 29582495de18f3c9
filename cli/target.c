#include "target.h"
#include "interrupt.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_folder(const char *path)
{
    struct stat about;
    size_t length = strlen(path);
    return (length > 0 && path[length - 1] == '/') || (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
}

/* What follows the last dot of a path's last part; NULL when there is none, or it begins a hidden file's
 * name. */
static const char *ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return dot && dot[1] && dot != name ? dot + 1 : NULL;
}

/* --to, else the output's ending, else the piece's own. */
static bool choose_format(struct target *target)
{
    const struct options *options = &target->app->options;
    const char *output = options->output;
    target->format = options->to ? options->to : target->format;
    if (options->to || !output || strcmp(output, "-") == 0 || is_folder(output))
        return true;
    const char *ending = ending_of(output);
    if (!ending)
        return true;
    target->format = loa_format_for_extension(ending);
    if (!target->format)
        report_message(&target->app->report, MESSAGE_unknown_ending, ending, NULL, NULL, NULL);
    return target->format != NULL;
}

/* -o, else in the current folder: "slides/" for pictures of slides, "handout.pdf", and for a picture a page
 * of other pieces "./", where the library names them. */
static bool choose_target(struct target *target)
{
    const char *output = target->app->options.output;
    const char *name = target->name;
    char ending[16] = "";
    loa_format_extension(target->format, ending); /* the library complains of one it doesn't know */
    target->path = output;
    if (output)
        return true;
    bool a_file_a_page = loa_format_is_paged(target->format);
    if (a_file_a_page && !target->numbered) {
        target->path = "./";
        return true;
    }
    size_t size = strlen(name) + strlen(ending) + 3;
    target->made_path = malloc(size);
    if (!target->made_path)
        return false;
    snprintf(target->made_path, size, a_file_a_page ? "%s/" : "%s.%s", name, ending);
    target->path = target->made_path;
    return true;
}

static void print_path(void *self, const char *path)
{
    const struct app *app = self;
    if (!app->options.quiet)
        printf("%s\n", strncmp(path, "./", 2) == 0 ? path + 2 : path);
}

/* Files worth naming in one message. */
enum { NAMED_PAGES = 5 };

static void tell_older_pages(void *self, const char *const *paths, size_t count)
{
    const struct app *app = self;
    char number[32], *names = NULL;
    size_t size;
    FILE *out = open_memstream(&names, &size);
    if (!out)
        return;
    for (size_t i = 0; i < count && i < NAMED_PAGES; i++)
        fprintf(out, "%s%s", i ? ", " : "", paths[i]);
    fputs(count > NAMED_PAGES ? ", …" : "", out);
    fclose(out);
    snprintf(number, sizeof number, "%zu", count);
    report_message(&app->report, MESSAGE_older_pages, number, names, NULL, NULL);
    free(names);
}

struct loa_output *target_open(const struct target *target)
{
    struct app *app = target->app;
    const struct loa_output_options options = {
        .target = target->path,
        .stem = target->stem,
        .numbered = target->numbered,
        .keep_existing = !app->options.output && !app->options.force && !target->written,
        .ui = app->report.ui,
        .written = strcmp(target->path, "-") == 0 ? NULL : print_path,
        .others = tell_older_pages,
        .written_self = app,
    };
    struct loa_error error = {0};
    struct loa_output *output = loa_output_to(&options, &error);
    if (!output)
        report_failure(&app->report, &error);
    return interrupt_guard(output, app->report.ui);
}

bool target_choose(struct target *target)
{
    return choose_format(target) && choose_target(target);
}

void target_clear(struct target *target)
{
    free(target->made_path);
}
