/* chart_order.c - in which order a chart's rows stand. */
#include "guide/chart_reading.h"
#include "text/unicode.h"
#include <string.h>

/* The author's order holds where every label has a number and these go one way: ages, years, grades. */
static bool goes_one_way(struct arena *arena, const struct chart *chart)
{
    bool up = true, down = true;
    double before = 0;
    for (size_t i = 0; i < chart->row_count; i++) {
        const char *label = node_plain_text(arena, chart->rows[i].label),
                   *digits = strpbrk(label, "0123456789");
        if (!digits)
            return false;
        double number = 0;
        for (; *digits >= '0' && *digits <= '9'; digits++)
            number = number * 10 + (*digits - '0');
        up &= i == 0 || number >= before;
        down &= i == 0 || number <= before;
        before = number;
    }
    return up || down;
}

/* What is left over stands last, however much it is. */
static bool is_rest(struct arena *arena, const struct node *label)
{
    const char *text = node_plain_text(arena, label);
    return unicode_same_name(text, "Khác") || unicode_same_name(text, "Other");
}

static double rank(struct arena *arena, const struct chart_row *row)
{
    const struct quantity *quantity = &row->values[0].quantity;
    double share;
    if (!row->values[0].known || is_rest(arena, row->label))
        return -1;
    return quantity->of && quantity_share(quantity, &share) ? share * 100 : quantity->value;
}

/* Insertion: equal ones keep the author's order, and there are few. */
static void sort_rows(struct arena *arena, struct chart *chart)
{
    double *ranks = ARENA_ARRAY(arena, double, chart->row_count);
    for (size_t i = 0; i < chart->row_count; i++) {
        struct chart_row row = chart->rows[i];
        double own = rank(arena, &row);
        size_t at = i;
        for (; at > 0 && ranks[at - 1] < own; at--) {
            chart->rows[at] = chart->rows[at - 1];
            ranks[at] = ranks[at - 1];
        }
        chart->rows[at] = row;
        ranks[at] = own;
    }
}

#define MOST_SORTED 200 /* rows: a longer chart is a table, and stays in its order */

void chart_order(struct arena *arena, struct chart *chart, const struct node *node)
{
    chart->ordinal = node_has_class(node, "ordinal") || node_has_class(node, "thứ-tự") ||
                     chart->kind == CHART_line || chart->row_count > MOST_SORTED ||
                     goes_one_way(arena, chart);
    if (!chart->ordinal)
        sort_rows(arena, chart);
}
