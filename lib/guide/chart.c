#include "base/builder.h"
#include "guide/chart_reading.h"
#include <string.h>

/* Each is a share of a whole, whatever it is written in. */
static bool are_shares(struct reading *reading)
{
    const struct chart *chart = reading->chart;
    double share;
    for (size_t i = 0; i < chart->row_count && chart->series_count == 1; i++)
        if (!chart->rows[i].values->known || !quantity_share(&chart->rows[i].values->quantity, &share))
            return false;
    return chart->series_count == 1;
}

/* All in one unit, or shares: nothing else can be compared. And none below zero. */
static bool check_values(struct reading *reading, enum chart_kind asked)
{
    struct chart *chart = reading->chart;
    const char *unit = NULL;
    bool shares = (asked == CHART_people || asked == CHART_progress) && are_shares(reading);
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++) {
        const struct chart_value *value =
            &chart->rows[i / chart->series_count].values[i % chart->series_count];
        if (!value->known)
            continue;
        if (value->quantity.value < 0)
            return chart_fail(reading, FINDING_chart_negative, value->place, value->text, NULL);
        if (unit && !shares && strcmp(unit, value->quantity.unit) != 0)
            return chart_fail(reading, FINDING_chart_units, value->place, value->quantity.unit, unit);
        unit = value->quantity.unit;
        chart->most = value->quantity.value > chart->most ? value->quantity.value : chart->most;
    }
    if (!unit || chart->most <= 0)
        return chart_fail(reading, FINDING_chart_nothing, chart->data->place, NULL, NULL);
    if (chart->series_count > CHART_MOST_SERIES)
        return chart_fail(reading, FINDING_chart_series, chart->data->place,
                          arena_format(reading->arena, "%zu", chart->series_count), NULL);
    return true;
}

#define MOST_SLICES 3
#define ROUNDING    1.5 /* percent: what rounded parts may lack of a whole, or have too much */

static bool is_one_whole(struct reading *reading)
{
    const struct chart *chart = reading->chart;
    double sum = 0, share = 0;
    for (size_t i = 0; i < chart->row_count && chart->series_count == 1; i++) {
        const struct chart_value *value = chart->rows[i].values;
        if (!value->known || !quantity_share(&value->quantity, &share))
            return false;
        sum += share * 100;
    }
    bool whole = chart->row_count == 1 || (sum > 100 - ROUNDING && sum < 100 + ROUNDING);
    return chart->series_count == 1 && chart->row_count <= MOST_SLICES && whole;
}

static bool goes_on(struct reading *reading)
{
    return reading->chart->row_count >= 2;
}

/* The form asked for, or bars where it would mislead. */
static void choose_kind(struct reading *reading, enum chart_kind asked)
{
    static const struct {
        bool (*allows)(struct reading *reading);
        enum finding finding;
    } rules[CHART_KIND_COUNT] = {[CHART_donut] = {is_one_whole, FINDING_chart_donut},
                                 [CHART_line] = {goes_on, FINDING_chart_line},
                                 [CHART_people] = {are_shares, FINDING_chart_share},
                                 [CHART_progress] = {are_shares, FINDING_chart_share}};
    bool one_share = asked == CHART_bar && reading->chart->row_count == 1 && are_shares(reading);
    reading->chart->kind = one_share ? CHART_progress : asked; /* a bar alone would be as long as any other */
    if (!rules[asked].allows || rules[asked].allows(reading))
        return;
    chart_fail(reading, rules[asked].finding, reading->chart->data->place, NULL, NULL);
    reading->chart->kind = CHART_bar;
}

static const char *language_of(const struct node *node, const char *language)
{
    for (; node; node = node->parent)
        if (node->language)
            return node->language;
    return language;
}

const struct chart *chart_read(struct arena *arena, const struct node *node, const char *language,
                               struct chart_problem *problem)
{
    struct reading reading = {.arena = arena,
                              .chart = ARENA_NEW(arena, struct chart),
                              .style = number_style_of(language_of(node, language)),
                              .problem.finding = FINDING_COUNT};
    const char *asked = node_attribute(node, "kind");
    enum chart_kind kind = CHART_bar;
    if (asked)
        chart_kind_named(asked, &kind);
    bool good = chart_read_rows(&reading, node) && check_values(&reading, kind);
    if (good) {
        choose_kind(&reading, kind);
        chart_order(arena, reading.chart, node);
    }
    if (problem)
        *problem = reading.problem;
    return good ? reading.chart : NULL;
}

bool chart_is_asked(const struct node *node)
{
    return block_is(node, BLOCK_chart) || (node->type == NODE_TABLE && node_attribute(node, "kind"));
}

#define LEAST_SUITING 3
#define MOST_SUITING  8

/* "Số vụ (nghìn)" */
static bool gives_unit(struct arena *arena, const struct node *name)
{
    const char *text = node_plain_text(arena, name), *open = strrchr(text, '(');
    return open && open > text && strchr(open, ')');
}

bool chart_suits(struct arena *arena, const struct node *table, const char *language)
{
    size_t rows = node_count(table);
    if (table->columns != 2 || !table->first->header || rows < LEAST_SUITING + 1 || rows > MOST_SUITING + 1 ||
        node_has_class(table, "table") || node_has_class(table, "bảng"))
        return false;
    const struct chart *chart = chart_read(arena, table, language, NULL);
    for (size_t i = 0; chart && i < chart->row_count; i++)
        if (!chart->rows[i].values->known || !node_shows(chart->rows[i].label))
            return false;
    const char *unit = chart ? chart->rows->values->quantity.unit : "";
    return chart && (!strcmp(unit, "%") || (!*unit && gives_unit(arena, table->first->last)));
}

const char *chart_source(struct arena *arena, const struct node *node)
{
    const char *source = node_attribute(node, "source"), *year = node_attribute(node, "year"),
               *n = node_attribute(node, "n");
    struct builder words;
    builder_init(&words, arena);
    builder_string(&words, source);
    if (year && !(source && strstr(source, year)))
        builder_format(&words, "%s%s", words.length ? ", " : "", year);
    if (n)
        builder_format(&words, words.length ? " (n = %s)" : "n = %s", n);
    return words.length ? builder_text(&words) : NULL;
}

const char *chart_words(struct arena *arena, const struct chart *chart, const char *title, bool english)
{
    const struct chart_kind_row *kind = &chart_kind_rows[chart->kind];
    struct builder words;
    builder_init(&words, arena);
    builder_string(&words, english ? kind->en : kind->vi);
    if (title && *title)
        builder_format(&words, ": %s", title);
    for (size_t i = 0; i < chart->row_count; i++) {
        const struct node *name = chart->names ? chart->names->first : NULL;
        builder_format(&words, "%s%s: ", i ? "; " : ". ", node_plain_text(arena, chart->rows[i].label));
        for (size_t k = 0; k < chart->series_count; k++) {
            name = name ? name->next : NULL;
            builder_string(&words, k ? ", " : "");
            if (name && chart->series_count > 1)
                builder_format(&words, "%s ", node_plain_text(arena, name));
            builder_string(&words, chart->rows[i].values[k].text);
        }
    }
    builder_char(&words, '.');
    return builder_text(&words);
}
