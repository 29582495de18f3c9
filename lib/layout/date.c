#include "layout/date.h"

const char *date_words(struct layout *layout, const char *iso)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (!date_is_iso(iso))
        return iso;
    int month = (iso[5] - '0') * 10 + iso[6] - '0', day = (iso[8] - '0') * 10 + iso[9] - '0';
    if (layout_is_english(layout))
        return arena_format(layout->arena, "%d %s %.4s", day, months[month - 1], iso);
    return arena_format(layout->arena, "%d/%d/%.4s", day, month, iso);
}
