#include "text/paragraph_fit.h"
#include <math.h>

/* Demerits, on Knuth and Plass's scale: a line costs (LINE_COST + badness)^2, badness being 100 at the
 * ratio 1. */
#define LINE_COST       10.0
#define BADNESS_LIMIT   1e4
#define MORE_COST       7e4  /* each line: a further one must be worth it */
#define SHORT_LAST_COST 1e12 /* a short syllable alone on the last line: only when nothing else fits */
#define LONE_LAST_COST  3e5  /* any single word there */
#define POOR_LAST_COST  2e4  /* less than a sixth of the width */

/* So many beginnings are tried for each line end: more than words fit on a line that people read. */
#define TRIES 96

static double line_width(const struct fit *fit, size_t first)
{
    return first == fit->first ? fit->first_width : fit->width;
}

/* How far chunks may be squeezed. */
static double least_width(const struct fit *fit, size_t first, size_t end)
{
    double width = fit_width(fit, first, end);
    return fit->justify ? width - chunks_spaces(fit->chunks, first, end) * SPACE_SHRINK : width;
}

bool fit_holds(const struct fit *fit, size_t first, size_t end)
{
    return least_width(fit, first, end) <= line_width(fit, first) + WIDTH_SLACK;
}

/* How far a line is from its natural width: 1 is the most that looks well. */
static double line_ratio(const struct fit *fit, size_t first, size_t end)
{
    double slack = line_width(fit, first) - fit_width(fit, first, end);
    double spaces = chunks_spaces(fit->chunks, first, end);
    if (slack < 0)
        return spaces > 0 ? -slack / (spaces * SPACE_SHRINK) : 0;
    if (fit->justify && spaces > 0)
        return slack / (spaces * SPACE_STRETCH);
    return slack / fit->stretch;
}

/* What a last line costs that begins at `first`, when it is not the only one. */
static double last_line_cost(const struct fit *fit, size_t first)
{
    bool lone = fit->end - first == 1;
    if (lone && fit->chunks[first].short_word)
        return SHORT_LAST_COST;
    if (lone)
        return LONE_LAST_COST;
    return chunks_width(fit->chunks, first, fit->end) * 6 < fit->width ? POOR_LAST_COST : 0;
}

static double line_cost(const struct fit *fit, size_t first, size_t end)
{
    bool last = end == fit->end;
    double ratio = line_ratio(fit, first, end);
    bool loose = fit_width(fit, first, end) <= line_width(fit, first);
    double badness = last && loose ? 0 : fmin(100 * ratio * ratio * ratio, BADNESS_LIMIT);
    double cost = (LINE_COST + badness) * (LINE_COST + badness) + fit->chunks[first].cost + MORE_COST;
    return last && first > fit->first ? cost + last_line_cost(fit, first) : cost;
}

static void add_line(struct content *content, struct extents *extents, size_t first, size_t end, bool last)
{
    *VECTOR_ADD(content->scratch, &extents->list) = (struct extent){first, end, last};
}

/* Adds the lines that end at each of `from`'s chain, back from the end. from[i] is the beginning of the line
 * that ends before chunk fit->first + i. */
static void add_chain(struct content *content, struct extents *extents, const struct fit *fit,
                      const size_t *from)
{
    size_t base = extents->list.count, count = 0;
    for (size_t end = fit->end; end > fit->first; end = from[end - fit->first])
        count++;
    for (size_t i = 0; i < count; i++)
        add_line(content, extents, 0, 0, false);
    for (size_t end = fit->end; end > fit->first; end = from[end - fit->first]) {
        struct extent line = {from[end - fit->first], end, end == fit->end};
        extents->list.at[base + --count] = line;
    }
}

/* The total fit: for each chunk the cheapest way to end a line before it. Every chunk fits on a line, so
 * there is always one. */
static void fit_total(struct content *content, struct extents *extents, const struct fit *fit)
{
    size_t count = fit->end - fit->first;
    double *costs = ARENA_ARRAY(content->scratch, double, count + 1);
    size_t *from = ARENA_ARRAY(content->scratch, size_t, count + 1);
    size_t low = fit->first;
    for (size_t end = fit->first + 1; end <= fit->end; end++) {
        while (low + 1 < end && !fit_holds(fit, low, end))
            low++;
        size_t stop = end - low > TRIES ? low + TRIES : end;
        double best = HUGE_VAL;
        for (size_t first = low; first < stop; first++) {
            if (first + 1 < end && !fit_holds(fit, first, end))
                continue;
            double cost = costs[first - fit->first] + line_cost(fit, first, end);
            if (cost < best) {
                best = cost;
                from[end - fit->first] = first;
            }
        }
        costs[end - fit->first] = best;
    }
    add_chain(content, extents, fit, from);
}

static void fit_stretch(struct content *content, struct extents *extents, const struct fit *fit,
                        bool balanced)
{
    if (fit_holds(fit, fit->first, fit->end) || fit->end - fit->first == 1) {
        add_line(content, extents, fit->first, fit->end, true);
        return;
    }
    if (balanced && fit_balanced(content, extents, fit))
        return;
    content_hold_compounds(content, fit->first, fit->end);
    fit_total(content, extents, fit);
}

void extents_fit(struct content *content, const struct paragraph_options *options, struct extents *extents)
{
    const struct chunk *chunks = content->chunks.at;
    double em = (double)content->sections.at[0].style->size, width = (double)options->width;
    struct fit fit = {.chunks = chunks, .width = width, .first_width = width - (double)options->indent};
    fit.justify = options->align == ALIGN_JUSTIFY && !options->balanced;
    fit.hang = hangs(content, options);
    fit.stretch = isfinite(width) ? fmax(4 * em, width / 8) : 1;
    while (fit.end + 1 < content->chunks.count) {
        fit.first = fit.end++;
        while (!chunks[fit.end].must_break)
            fit.end++;
        fit_stretch(content, extents, &fit, options->balanced);
        fit.first_width = width;
    }
}
