/* No more than three slides running are composed alike, whatever is on them. */
#include "layout/account.h"
#include "property.h"
#include <string.h>

#define MOST_ALIKE 3

static void check(const struct showing *showing)
{
    enum choice last = CHOICE_none;
    unsigned alike = 0;
    for (size_t i = 0; i < showing->account->lines.count; i++) {
        const struct account_line *line = &showing->account->lines.at[i];
        enum choice choice = line->decision->choice;
        if (strncmp(choice_rows[choice].name, "frame_", strlen("frame_")) != 0)
            continue;
        alike = choice == last ? alike + 1 : 1;
        last = choice;
        if (alike > MOST_ALIKE)
            complain(showing, "slide %zu is the %uth of “%s” running", line->page + 1, alike,
                     choice_rows[choice].name);
    }
}

const struct rule rule_variety = {"variety", "no more than three slides running are composed alike", check};
