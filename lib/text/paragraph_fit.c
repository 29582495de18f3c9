#include "text/paragraph_inside.h"
#include <math.h>

/* Demerits, on Knuth and Plass's scale: a line costs (LINE_COST + badness)^2, badness being 100 at the
 * ratio 1. */
#define LINE_COST       10.0
#define BADNESS_LIMIT   1e4
#define SHORT_LAST_COST 1e12 /* a short syllable alone on the last line: only when nothing else fits */
#define LONE_LAST_COST  3e3  /* any single word there */

/* So many beginnings are tried for each line end: more than words fit on a line that people read. */
#define TRIES 96

/* Headlines longer than this are broken as text. */
#define BALANCE_CHUNKS 200
#define BALANCE_LINES  12

/* A stretch of chunks between forced breaks, and how it is to be set. */
struct fit {
    const struct chunk *chunks;
    size_t first, end;
    double width, first_width; /* of lines, of the first one */
    double stretch;            /* of ragged lines at ratio 1 */
    bool justify;
};

static double line_width(const struct fit *fit, size_t first)
{
    return first == fit->first ? fit->first_width : fit->width;
}

/* How far chunks may be squeezed. */
static double least_width(const struct fit *fit, size_t first, size_t end)
{
    double width = chunks_width(fit->chunks, first, end);
    return fit->justify ? width - chunks_spaces(fit->chunks, first, end) * SPACE_SHRINK : width;
}

static bool fits(const struct fit *fit, size_t first, size_t end)
{
    return least_width(fit, first, end) <= line_width(fit, first) + WIDTH_SLACK;
}

/* How far a line is from its natural width: 1 is the most that looks well. */
static double line_ratio(const struct fit *fit, size_t first, size_t end)
{
    double slack = line_width(fit, first) - chunks_width(fit->chunks, first, end);
    double spaces = chunks_spaces(fit->chunks, first, end);
    if (slack < 0)
        return spaces > 0 ? -slack / (spaces * SPACE_SHRINK) : 0;
    if (fit->justify && spaces > 0)
        return slack / spaces;
    return slack / fit->stretch;
}

static double line_cost(const struct fit *fit, size_t first, size_t end)
{
    bool last = end == fit->end;
    double ratio = line_ratio(fit, first, end);
    bool loose = chunks_width(fit->chunks, first, end) <= line_width(fit, first);
    double badness = last && loose ? 0 : fmin(100 * ratio * ratio * ratio, BADNESS_LIMIT);
    double cost = (LINE_COST + badness) * (LINE_COST + badness);
    if (last && first > fit->first && end - first == 1)
        cost += fit->chunks[first].short_word ? SHORT_LAST_COST : LONE_LAST_COST;
    return cost;
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
        while (low + 1 < end && !fits(fit, low, end))
            low++;
        size_t stop = end - low > TRIES ? low + TRIES : end;
        double best = HUGE_VAL;
        for (size_t first = low; first < stop; first++) {
            if (first + 1 < end && !fits(fit, first, end))
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

/* The fewest lines, filling each. */
static size_t fewest_lines(const struct fit *fit)
{
    size_t lines = 0;
    for (size_t first = fit->first; first < fit->end; lines++) {
        size_t end = first + 1;
        while (end < fit->end && fits(fit, first, end + 1))
            end++;
        first = end;
    }
    return lines;
}

static double balance_cost(const struct fit *fit, size_t first, size_t end, double target)
{
    double off = chunks_width(fit->chunks, first, end) - target;
    double cost = off * off;
    if (end == fit->end && first > fit->first && end - first == 1 && fit->chunks[first].short_word)
        cost += SHORT_LAST_COST;
    return cost;
}

/* One more line in each round: costs of the best ways to set the chunks before `end` in `line` lines. */
static void balance_round(const struct fit *fit, double target, const double *before, double *after,
                          size_t *from)
{
    size_t count = fit->end - fit->first;
    for (size_t end = 1; end <= count; end++) {
        after[end] = HUGE_VAL;
        for (size_t first = end; first-- > 0;) {
            bool fitting = first + 1 == end || fits(fit, fit->first + first, fit->first + end);
            if (!fitting || !isfinite(before[first]))
                continue;
            double cost = before[first] + balance_cost(fit, fit->first + first, fit->first + end, target);
            if (cost < after[end]) {
                after[end] = cost;
                from[end] = first;
            }
        }
    }
}

/* Lines as even as can be: of the fewest lines, the least sum of squared distances from the mean width. */
static void fit_balanced(struct content *content, struct extents *extents, const struct fit *fit,
                         size_t lines)
{
    size_t count = fit->end - fit->first;
    double target = chunks_width(fit->chunks, fit->first, fit->end) / (double)lines;
    double *costs[2];
    size_t *from[BALANCE_LINES];
    for (size_t i = 0; i < 2; i++)
        costs[i] = ARENA_ARRAY(content->scratch, double, count + 1);
    for (size_t i = 1; i <= count; i++)
        costs[0][i] = HUGE_VAL;
    for (size_t line = 0; line < lines; line++) {
        from[line] = ARENA_ARRAY(content->scratch, size_t, count + 1);
        balance_round(fit, target, costs[line % 2], costs[(line + 1) % 2], from[line]);
        costs[(line + 1) % 2][0] = HUGE_VAL;
    }
    size_t base = extents->list.count;
    for (size_t line = 0; line < lines; line++)
        add_line(content, extents, 0, 0, line + 1 == lines);
    for (size_t line = lines, end = count; line-- > 0; end = from[line][end]) {
        extents->list.at[base + line].first = fit->first + from[line][end];
        extents->list.at[base + line].end = fit->first + end;
    }
}

static void fit_stretch(struct content *content, struct extents *extents, const struct fit *fit,
                        bool balanced)
{
    if (fits(fit, fit->first, fit->end) || fit->end - fit->first == 1) {
        add_line(content, extents, fit->first, fit->end, true);
        return;
    }
    size_t lines = balanced && fit->end - fit->first <= BALANCE_CHUNKS ? fewest_lines(fit) : 0;
    if (lines > 0 && lines <= BALANCE_LINES)
        fit_balanced(content, extents, fit, lines);
    else
        fit_total(content, extents, fit);
}

void extents_fit(struct content *content, const struct paragraph_options *options, struct extents *extents)
{
    const struct chunk *chunks = content->chunks.at;
    double em = (double)content->sections.at[0].style->size, width = (double)options->width;
    struct fit fit = {.chunks = chunks, .width = width, .first_width = width - (double)options->indent};
    fit.justify = options->align == ALIGN_JUSTIFY && !options->balanced;
    fit.stretch = isfinite(width) ? fmax(2 * em, width / 8) : 1;
    while (fit.end + 1 < content->chunks.count) {
        fit.first = fit.end++;
        while (!chunks[fit.end].must_break)
            fit.end++;
        fit_stretch(content, extents, &fit, options->balanced);
        fit.first_width = width;
    }
}
