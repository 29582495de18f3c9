#include "fitted.h"
#include "cells.h"
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *id;
    enum fitted_kind kind;
} findings[] = {
    {"fit-shrunk", FITTED_SHRUNK},    {"fit-closer", FITTED_SHRUNK}, {"fit-tightened", FITTED_SHRUNK},
    {"table-smaller", FITTED_SHRUNK}, {"fit-split", FITTED_SPLIT},   {"table-divided", FITTED_SPLIT},
    {"table-turned", FITTED_TURNED},  {"left-out", FITTED_LEFT_OUT},
};
static const char *const words[FITTED_KINDS][2] = {[FITTED_SHRUNK] = {"%zu chỗ thu nhỏ", "%zu made smaller"},
                                                   [FITTED_SPLIT] = {"%zu chỗ chia ra", "%zu divided"},
                                                   [FITTED_TURNED] = {"%zu bảng nằm ngang", "%zu turned"},
                                                   [FITTED_LEFT_OUT] = {"%zu chỗ lược bớt", "%zu shortened"}};

static void line_add(struct fitted *fitted, unsigned line)
{
    size_t at = 0;
    while (at < fitted->line_count && fitted->lines[at] < line)
        at++;
    if (at < fitted->line_count && fitted->lines[at] == line)
        return;
    fitted->more |= fitted->line_count == FITTED_LINES;
    if (at == FITTED_LINES)
        return;
    size_t behind = fitted->line_count - at - (fitted->line_count == FITTED_LINES);
    memmove(&fitted->lines[at + 1], &fitted->lines[at], behind * sizeof *fitted->lines);
    fitted->lines[at] = line;
    fitted->line_count += fitted->line_count < FITTED_LINES;
}

static void place_add(struct fitted *fitted, const struct loa_finding *finding)
{
    if (!finding->file || !finding->line)
        return;
    if (!fitted->file)
        fitted->file = strdup(finding->file);
    if (fitted->file && strcmp(fitted->file, finding->file) == 0)
        line_add(fitted, finding->line);
    else
        fitted->more = true;
}

void fitted_add(struct fitted *fitted, const struct loa_finding *finding)
{
    for (size_t i = 0; i < sizeof findings / sizeof *findings; i++) {
        if (strcmp(findings[i].id, finding->id) != 0)
            continue;
        fitted->counts[findings[i].kind]++;
        place_add(fitted, finding);
    }
}

static void tell_lines(const struct fitted *fitted, FILE *out, bool english)
{
    const char *lead = !english ? ": dòng " : fitted->line_count > 1 ? ": lines " : ": line ";
    for (size_t i = 0; i < fitted->line_count; i++)
        fprintf(out, "%s%u", i ? ", " : lead, fitted->lines[i]);
    if (fitted->line_count && fitted->more)
        fputs(", …", out);
}

void fitted_tell(const struct fitted *fitted, FILE *out, enum loa_ui ui, const char *guide, const char *piece)
{
    bool english = ui == LOA_UI_EN, told = false;
    for (int kind = 0; kind < FITTED_KINDS; kind++) {
        if (!fitted->counts[kind])
            continue;
        fputs(told ? ", " : "loa: ", out);
        fprintf(out, words[kind][english], fitted->counts[kind]);
        told = true;
    }
    if (!told)
        return;
    tell_lines(fitted, out, english);
    fputs(english ? "; see: loa explain " : "; xem: loa explain ", out);
    if (guide) {
        cells_print(out, guide, strlen(guide));
        fputc(' ', out);
    }
    fprintf(out, "--piece %s\n", piece);
}

void fitted_clear(struct fitted *fitted)
{
    free(fitted->file);
    *fitted = (struct fitted){0};
}
