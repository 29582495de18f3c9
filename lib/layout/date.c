#include "layout/date.h"
#include <ctype.h>
#include <string.h>

static bool is_iso(const char *text)
{
    static const char shape[] = "dddd-dd-dd";
    for (size_t i = 0; i < sizeof shape - 1; i++)
        if (shape[i] == 'd' ? !isdigit((unsigned char)text[i]) : text[i] != shape[i])
            return false;
    return text[10] == '\0';
}

const char *date_words(struct layout *layout, const char *iso)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (!is_iso(iso))
        return iso;
    int month = (iso[5] - '0') * 10 + iso[6] - '0', day = (iso[8] - '0') * 10 + iso[9] - '0';
    if (strncmp(layout->edition->language, "en", 2) == 0 && month >= 1 && month <= 12)
        return arena_format(layout->arena, "%d %s %.4s", day, months[month - 1], iso);
    return arena_format(layout->arena, "%d/%d/%.4s", day, month, iso);
}
