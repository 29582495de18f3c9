/* > [!NOTE] alone on the first line of a quote, as on GitHub. */
#include "guide/reader.h"
#include "text/unicode.h"
#include <string.h>

static const char *const alert_names[ALERT_COUNT] = {
    [ALERT_NOTE] = "NOTE",       [ALERT_TIP] = "TIP",         [ALERT_IMPORTANT] = "IMPORTANT",
    [ALERT_WARNING] = "WARNING", [ALERT_CAUTION] = "CAUTION",
};

/* The length of "[!word]" at the text's beginning, 0 when there is none. */
static size_t alert_length(const char *text)
{
    if (strncmp(text, "[!", 2))
        return 0;
    size_t letters = strcspn(text + 2, "] [!\t");
    return letters > 0 && text[2 + letters] == ']' ? letters + 3 : 0;
}

static bool alert_named(const char *name, enum alert_kind *kind)
{
    for (int i = 0; i < ALERT_COUNT; i++)
        if (unicode_same_name(name, alert_names[i])) {
            *kind = (enum alert_kind)i;
            return true;
        }
    return false;
}

static bool ends_line(const struct node *text, size_t length)
{
    if (text->text[length + strspn(text->text + length, " ")] != '\0')
        return false;
    return !text->next || text->next->type == NODE_SOFT_BREAK || text->next->type == NODE_HARD_BREAK;
}

static void remove_first_line(struct node *paragraph)
{
    struct node *text = paragraph->first;
    if (text->next)
        node_remove(text->next);
    node_remove(text);
    if (!paragraph->first)
        node_remove(paragraph);
}

void reader_alert(struct reader *reader, struct node *quote)
{
    struct node *paragraph = quote->first;
    struct node *text = paragraph && paragraph->type == NODE_PARAGRAPH ? paragraph->first : NULL;
    size_t length = text && text->type == NODE_TEXT ? alert_length(text->text) : 0;
    if (length == 0)
        return;
    const char *name = arena_copy(reader->arena, text->text + 2, length - 3);
    struct place place = place_find(text->place, arena_copy(reader->arena, text->text, length));
    if (!alert_named(name, &quote->alert)) {
        report(reader->reporter, FINDING_unknown_alert, place, name,
               nearest_name(name, alert_names, ALERT_COUNT));
    } else if (!ends_line(text, length)) {
        report(reader->reporter, FINDING_alert_not_alone, place, name);
    } else {
        quote->type = NODE_ALERT;
        remove_first_line(paragraph);
    }
}
