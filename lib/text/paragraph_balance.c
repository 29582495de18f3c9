#include "text/headline.h"
#include "text/paragraph_fit.h"
#include <math.h>

/* Headlines longer than this are broken as text. */
#define CHUNK_LIMIT     200
#define LINE_LIMIT      12

#define SHORT_LAST_COST 1e12 /* a short syllable alone on the last line: only when nothing else fits */

/* The end of the longest line from `first` on that divides no tied words, where that can be. */
static size_t longest_line(const struct fit *fit, size_t first)
{
    size_t end = first + 1, untied = 0;
    while (end < fit->end && fit_holds(fit, first, end + 1)) {
        untied = fit->chunks[end].cost > 0 ? untied : end;
        end++;
    }
    bool divides = end < fit->end && fit->chunks[end].cost > 0;
    return divides && untied > 0 ? untied : end;
}

/* The fewest lines, filling each. */
static size_t fewest_lines(const struct fit *fit)
{
    size_t lines = 0;
    for (size_t first = fit->first; first < fit->end; lines++)
        first = longest_line(fit, first);
    return lines;
}

/* The last atom before a chunk that isn't blank, or the chunk's first such. */
static const struct atom *neighbour(const struct content *content, size_t chunk, bool before)
{
    size_t at = content->chunks.at[chunk].atom;
    if (before)
        at--;
    while (before && at > 0 && content->atoms.at[at].type != ATOM_WORD)
        at--;
    while (!before && at + 1 < content->atoms.count && content->atoms.at[at].type != ATOM_WORD)
        at++;
    return &content->atoms.at[at];
}

/* For each chunk, what a break before it costs a headline, in square points. */
static double *headline_costs(struct content *content, const struct fit *fit)
{
    size_t count = fit->end - fit->first;
    double em = (double)content->sections.at[0].style->size;
    double *costs = ARENA_ARRAY(content->scratch, double, count + 1);
    for (size_t i = 1; i < count; i++) {
        const struct atom *before = neighbour(content, fit->first + i, true);
        const struct atom *after = neighbour(content, fit->first + i, false);
        costs[i] = fit->chunks[fit->first + i].cost +
                   em * em *
                       headline_break_cost(content->text + before->start, before->end - before->start,
                                           content->text + after->start, after->end - after->start);
    }
    return costs;
}

/* What all rounds share. */
struct headline {
    const struct fit *fit;
    double target;        /* the mean width */
    const double *breaks; /* what a break before each chunk costs */
};

static double balance_cost(const struct headline *headline, size_t first, size_t end)
{
    const struct fit *fit = headline->fit;
    size_t count = fit->end - fit->first;
    double off = chunks_width(fit->chunks, fit->first + first, fit->first + end) - headline->target;
    double cost = off * off + headline->breaks[first];
    if (end == count && first > 0 && end - first == 1 && fit->chunks[fit->first + first].short_word)
        cost += SHORT_LAST_COST;
    return cost;
}

/* One line more: from the costs of the best ways to set the chunks before each, to those with a further line.
 */
static void balance_round(const struct headline *headline, const double *before, double *after, size_t *from)
{
    const struct fit *fit = headline->fit;
    after[0] = HUGE_VAL;
    for (size_t end = 1; end <= fit->end - fit->first; end++) {
        after[end] = HUGE_VAL;
        for (size_t first = end; first-- > 0;) {
            bool fitting = first + 1 == end || fit_holds(fit, fit->first + first, fit->first + end);
            if (!fitting || !isfinite(before[first]))
                continue;
            double cost = before[first] + balance_cost(headline, first, end);
            if (cost < after[end]) {
                after[end] = cost;
                from[end] = first;
            }
        }
    }
}

/* Writes the lines back from the end. */
static void add_lines(struct content *content, struct extents *extents, const struct fit *fit, size_t lines,
                      size_t *const *from)
{
    size_t base = extents->list.count;
    for (size_t line = 0; line < lines; line++)
        *VECTOR_ADD(content->scratch, &extents->list) = (struct extent){.last = line + 1 == lines};
    for (size_t line = lines, end = fit->end - fit->first; line-- > 0; end = from[line][end]) {
        extents->list.at[base + line].first = fit->first + from[line][end];
        extents->list.at[base + line].end = fit->first + end;
    }
}

/* Of the fewest lines, those with the least sum of squared distances from the mean width and of break costs.
 */
bool fit_balanced(struct content *content, struct extents *extents, const struct fit *fit)
{
    size_t count = fit->end - fit->first, lines = fewest_lines(fit);
    if (count > CHUNK_LIMIT || lines > LINE_LIMIT)
        return false;
    struct headline headline = {.fit = fit, .breaks = headline_costs(content, fit)};
    headline.target = chunks_width(fit->chunks, fit->first, fit->end) / (double)lines;
    double *costs[2] = {ARENA_ARRAY(content->scratch, double, count + 1),
                        ARENA_ARRAY(content->scratch, double, count + 1)};
    size_t *from[LINE_LIMIT];
    for (size_t i = 1; i <= count; i++)
        costs[0][i] = HUGE_VAL;
    for (size_t line = 0; line < lines; line++) {
        from[line] = ARENA_ARRAY(content->scratch, size_t, count + 1);
        balance_round(&headline, costs[line % 2], costs[(line + 1) % 2], from[line]);
    }
    add_lines(content, extents, fit, lines, from);
    return true;
}
