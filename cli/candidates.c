#include "candidates.h"
#include "app.h"
#include <string.h>

void candidate(const struct candidates *candidates, const char *word, const char *about)
{
    if (strncmp(word, candidates->begun, strlen(candidates->begun)) == 0)
        printf("%s\t%s\n", word, about ? about : "");
}

static void candidate_entry(void *self, const struct loa_entry *entry)
{
    candidate(self, entry->name, entry->summary);
}

void candidates_of_commands(const struct candidates *candidates)
{
    const struct app *app = candidates->app;
    struct candidates copy = *candidates;
    loa_list(app->catalogue, LOA_PIECES, candidate_entry, &copy);
    for (size_t i = 0; commands[i]; i++)
        candidate(candidates, commands[i]->name,
                  app_text(app, commands[i]->summary_vi, commands[i]->summary_en));
}

static void candidates_of_source(struct candidates *candidates, const struct word_source *source)
{
    if (source->listed)
        loa_list(candidates->session, source->kind, candidate_entry, candidates);
    if (source->own)
        source->own(candidates);
    if (source->files)
        printf(":files\t%s\n", source->files);
    if (source->folders)
        printf(":folders\t\n");
}

/* Names separated by spaces. */
static void candidates_of_words(const struct candidates *candidates, const char *words)
{
    char word[64];
    while (*words) {
        size_t length = strcspn(words, " ");
        snprintf(word, sizeof word, "%.*s", (int)length, words);
        candidate(candidates, word, NULL);
        words += length + strspn(words + length, " ");
    }
}

static void candidates_of_sections(const struct candidates *candidates)
{
    struct loa_guide *guide;
    struct loa_section section;
    if (loa_guide_open(candidates->session, candidates->guide, &guide) != LOA_OK)
        return;
    for (size_t i = 0; loa_guide_section(guide, i, &section); i++)
        candidate(candidates, section.id, section.title);
    loa_guide_close(guide);
}

static void candidates_of_value(struct candidates *candidates, const struct option_row *row)
{
    struct loa_piece_info piece;
    for (const char *const *choice = row->choices; choice && *choice; choice++)
        candidate(candidates, *choice, NULL);
    if (row->of_piece && candidates->command &&
        loa_piece_info(candidates->app->catalogue, candidates->command, &piece))
        candidates_of_words(candidates, piece.sizes);
    if (row->of_guide)
        candidates_of_sections(candidates);
    candidates_of_source(candidates, &row->source);
}

static void candidates_of_options(const struct candidates *candidates, const struct command *command)
{
    const struct app *app = candidates->app;
    unsigned groups = command ? command->options : OPTIONS_COMMON;
    char name[64] = "--";
    for (const struct option_row *row = option_rows; row->name; row++) {
        if (!(row->groups & groups))
            continue;
        snprintf(name + 2, sizeof name - 2, "%s", row->name);
        candidate(candidates, name, app_text(app, row->help_vi, row->help_en));
    }
}

static void candidates_of_position(struct candidates *candidates, const struct command *command,
                                   size_t position)
{
    if (!command || position >= command->most_words)
        return;
    size_t last = sizeof command->words / sizeof *command->words - 1;
    candidates_of_source(candidates, &command->words[position < last ? position : last]);
}

/* The words before the one that is being written. */
struct before {
    const struct option_row *waiting; /* its value comes next; NULL: none */
    const char *command;
    const char *guide;
    size_t words; /* after the command */
    bool words_only;
};

static void read_word(struct before *before, const char *word)
{
    const struct option_row *row = before->waiting;
    if (row && strcmp(word, "=") == 0) /* bash parts --option=value */
        return;
    before->waiting = NULL;
    if (row)
        return;
    if (!before->words_only && word[0] == '-' && word[1]) {
        before->words_only = strcmp(word, "--") == 0;
        row = option_written(word);
        before->waiting = row && row->type != OPTION_FLAG ? row : NULL;
    } else if (before->command) {
        if (before->words++ == 0)
            before->guide = word;
    } else {
        before->command = word;
    }
}

static void print(struct candidates *candidates, const struct before *before)
{
    const char *begun = candidates->begun, *equals = strchr(begun, '=');
    const struct command *command = before->command ? command_named(candidates->app, before->command) : NULL;
    bool is_option = begun[0] == '-' && !before->words_only;
    const struct option_row *row = before->waiting;
    if (row && strcmp(begun, "=") == 0)
        candidates->begun = "";
    if (!row && is_option && equals) {
        row = option_named(begun + 2, (size_t)(equals - begun - 2));
        candidates->begun = equals + 1;
    }
    if (row)
        candidates_of_value(candidates, row);
    else if (is_option)
        candidates_of_options(candidates, command);
    else if (!before->command)
        candidates_of_commands(candidates);
    else
        candidates_of_position(candidates, command, before->words);
}

enum loa_status candidates_print(struct app *app, const char *const *words, size_t count)
{
    struct candidates candidates = {.app = app, .begun = count ? words[count - 1] : ""};
    struct before before = {0};
    for (size_t i = 0; i + 1 < count; i++)
        read_word(&before, words[i]);
    candidates.command = before.command;
    candidates.guide = before.guide;
    enum loa_status status = app_open_session(app, &candidates.session);
    if (status == LOA_OK)
        print(&candidates, &before);
    loa_session_close(candidates.session);
    return status;
}
