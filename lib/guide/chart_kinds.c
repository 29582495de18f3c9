#include "guide/chart.h"
#include "text/unicode.h"

const struct chart_kind_row chart_kind_rows[CHART_KIND_COUNT] = {
#define LOA_CHART(name, spelling, alias, other, vi, en) [CHART_##name] = {{spelling, alias, other}, vi, en},
#include "guide/chart_kinds.def"
#undef LOA_CHART
};
enum { NAMES = sizeof chart_kind_rows->values / sizeof *chart_kind_rows->values };

bool chart_kind_named(const char *name, enum chart_kind *kind)
{
    for (int i = 0; i < CHART_KIND_COUNT * NAMES; i++)
        if (unicode_same_name(chart_kind_rows[i / NAMES].values[i % NAMES], name)) {
            *kind = (enum chart_kind)(i / NAMES);
            return true;
        }
    return false;
}

const char *chart_kind_nearest(const char *name)
{
    const char *names[CHART_KIND_COUNT * NAMES];
    for (int i = 0; i < CHART_KIND_COUNT * NAMES; i++)
        names[i] = chart_kind_rows[i / NAMES].values[i % NAMES];
    return nearest_name(name, names, CHART_KIND_COUNT * NAMES);
}
