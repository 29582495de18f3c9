/* cmd_completions.c - `loa completions`: what a shell runs so that Tab completes the words of loa.
 *
 * The scripts know nothing: they ask `loa completions words -- WORD…` with each Tab, which answers from the
 * same tables that read the words and make the help. */
#include "app.h"
#include <string.h>

static const char for_bash[] =
    "# bash: source <(loa completions bash)\n"
    "_loa() {\n"
    "    local word what equals= IFS=$'\\n' begun=${COMP_WORDS[COMP_CWORD]//\\\\/}\n"
    "    [ \"$begun\" != = ] || equals== begun=\n"
    "    COMPREPLY=()\n"
    "    while IFS=$'\\t' read -r word what; do\n"
    "        case $word in\n"
    "        :files | :folders)\n"
    "            compopt -o filenames 2>/dev/null\n"
    "            for word in $(compgen -f -- \"$begun\"); do\n"
    "                [[ -d $word || $word == $what ]] && COMPREPLY+=(\"$word\")\n"
    "            done\n"
    "            ;;\n"
    "        *)\n"
    "            [[ $word != *' '* ]] || printf -v word %q \"$word\"\n"
    "            COMPREPLY+=(\"$word\")\n"
    "            ;;\n"
    "        esac\n"
    "    done < <(loa completions words -- \"${COMP_WORDS[@]:1:COMP_CWORD-1}\" \"${begun:-$equals}\" "
    "2>/dev/null)\n"
    "}\n"
    "complete -F _loa loa\n";

static const char for_zsh[] =
    "#compdef loa\n"
    "# zsh: source <(loa completions zsh), or as the file _loa in a folder of $fpath\n"
    "_loa() {\n"
    "    local word what\n"
    "    local -a found asked\n"
    "    asked=(\"${(@Q)words[2,CURRENT]}\")\n"
    "    [[ $words[CURRENT] == --*=* ]] && compset -P '*='\n"
    "    while IFS=$'\\t' read -r word what; do\n"
    "        case $word in\n"
    "        :files) _files -g \"$what\" ;;\n"
    "        :folders) _files -/ ;;\n"
    "        *) found+=(\"${word//:/\\\\:}:$what\") ;;\n"
    "        esac\n"
    "    done < <(loa completions words -- \"${(@)asked}\" 2>/dev/null)\n"
    "    (( $#found )) && _describe loa found\n"
    "}\n"
    "if [ \"$funcstack[1]\" = _loa ]; then _loa \"$@\"; else compdef _loa loa; fi\n";

static const char for_fish[] =
    "# fish: loa completions fish | source\n"
    "function __loa_words\n"
    "    set -l before (commandline -opc)\n"
    "    set -l begun (commandline -ct | string unescape; or commandline -ct)\n"
    "    set -l option (string match -r -- '^--[^=]*=' \"$begun\")\n"
    "    set -l rest (string replace -r -- '^--[^=]*=' '' \"$begun\")\n"
    "    loa completions words -- $before[2..] \"$begun\" 2>/dev/null | while read -l -d \\t word what\n"
    "        switch $word\n"
    "            case :files\n"
    "                printf '%s\\n' \"$option\"(__fish_complete_path $rest)\n"
    "            case :folders\n"
    "                printf '%s\\n' \"$option\"(__fish_complete_directories $rest)\n"
    "            case '*'\n"
    "                printf '%s\\t%s\\n' \"$option$word\" \"$what\"\n"
    "        end\n"
    "    end\n"
    "end\n"
    "complete -c loa -f -a '(__loa_words)'\n";

static const struct {
    const char *name, *script;
} shells[] = {{"bash", for_bash}, {"zsh", for_zsh}, {"fish", for_fish}};
enum { SHELL_COUNT = sizeof shells / sizeof *shells };

/* What the scripts ask with. */
static const char for_scripts[] = "words";

static enum loa_status run(struct app *app)
{
    const struct word_list *words = &app->options.words;
    const char *shell = words->at[1];
    if (strcmp(shell, for_scripts) == 0)
        return candidates_print(app, words->at + 2, words->count - 2);
    for (size_t i = 0; i < SHELL_COUNT; i++)
        if (strcmp(shells[i].name, shell) == 0) {
            fputs(shells[i].script, stdout);
            return LOA_OK;
        }
    report_message(&app->report, MESSAGE_unknown_shell, shell, "bash, zsh, fish", NULL, NULL);
    return LOA_BAD_USE;
}

static void candidates_of_shells(const struct candidates *candidates)
{
    for (size_t i = 0; i < SHELL_COUNT; i++)
        candidate(candidates, shells[i].name, NULL);
}

static const char *const examples[] = {"source <(loa completions bash)",
                                       "cho bash, trong ~/.bashrc (zsh cũng thế, trong ~/.zshrc)",
                                       "for bash, in ~/.bashrc (the same for zsh, in ~/.zshrc)",
                                       "loa completions fish | source",
                                       "cho fish, trong ~/.config/fish/config.fish",
                                       "for fish, in ~/.config/fish/config.fish",
                                       NULL};

const struct command command_completions = {
    .name = "completions",
    .usage_vi = "bash|zsh|fish",
    .usage_en = "bash|zsh|fish",
    .summary_vi = "để phím Tab gõ nốt lệnh, tùy chọn và tên",
    .summary_en = "lets Tab complete commands, options and names",
    .examples = examples,
    .options = OPTIONS_COMMON | OPTIONS_MATERIALS,
    .least_words = 1,
    .most_words = (size_t)-1,
    .words = {{.own = candidates_of_shells}},
    .run = run,
};
