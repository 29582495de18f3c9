#include "text/emoji.h"
#include "text/font_set.h"
#include "text/icon.h"
#include "text/script.h"

static const struct {
    uint32_t codepoint;
    const char *icon;
} rows[] = {
#define LOA_EMOJI(codepoint, icon) {codepoint, icon},
#include "text/emoji.def"
#undef LOA_EMOJI
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

#define NO_ICON 1u /* of a row whose icon the font lacks */

static size_t row_of(uint32_t codepoint)
{
    size_t row = 0;
    while (row < ROW_COUNT && rows[row].codepoint != codepoint)
        row++;
    return row;
}

size_t emoji_with_icon(const char *text, size_t length)
{
    size_t at = 0, end;
    uint32_t first = length ? utf8_next(text, length, &at) : 0;
    if (row_of(first) == ROW_COUNT)
        return 0;
    end = at;
    uint32_t second = end < length ? utf8_next(text, length, &end) : 0;
    if (second != 0xFE0F)
        end = at;
    return script_of_cluster(text, end) == SCRIPT_EMOJI ? end : 0;
}

uint32_t emoji_icon(struct font_set *set, uint32_t codepoint)
{
    size_t row = row_of(codepoint);
    if (row == ROW_COUNT || !icons_installed(set))
        return 0;
    if (set->emoji == NULL)
        set->emoji = ARENA_ARRAY(set->arena, uint32_t, ROW_COUNT);
    if (set->emoji[row] == 0) {
        uint32_t code = icon_code(set, rows[row].icon);
        set->emoji[row] = code == 0 ? NO_ICON : code;
    }
    return set->emoji[row] == NO_ICON ? 0 : set->emoji[row];
}
