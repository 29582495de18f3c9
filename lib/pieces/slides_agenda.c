/* slides_agenda.c - what the talk is about: the names of its parts, numbered, each a link to its slide. */
#include "layout/marker.h"
#include "pieces/slides_deck.h"

#define FEW        5    /* parts: they are set larger */
#define FEW_SCALE  1.4f /* of the usual */
#define WIDE_WORDS 32   /* sizes of body text: there is room for the word and the list side by side */

static struct box *entry_box(struct deck *deck, const struct node *heading, unsigned number, float width,
                             float scale)
{
    struct layout *layout = deck->layout;
    const struct node *section = heading->parent;
    struct text_look look = {.role = TEXT_LEAD, .scale = scale, .bold = true, .unmarked = true};
    float size = layout->sheet->size[TEXT_LEAD] * 1.8f * scale;
    struct marker marker = {.shape = MARKER_NUMERAL,
                            .label = arena_format(layout->arena, "%u", number),
                            .colour = layout->palette->accent,
                            .size = size,
                            .indent = size * 1.4f};
    const char *id = section->id && *section->id ? arena_format(layout->arena, "#%s", section->id) : NULL;
    struct box *name = text_of_link(layout, node_plain_text(layout->arena, heading), id, heading->place,
                                    width - marker.indent, &look);
    if (!name)
        return NULL;
    struct box *entry = item_create(layout, &marker, name, width, heading->place, MARK_ITEM);
    entry->before = entry->after = layout->sheet->gap * 1.5f;
    return entry;
}

static struct box *entries_box(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct box_list list = {0};
    size_t count = plan->cells[0].blocks.count;
    float scale = count <= FEW ? FEW_SCALE : 1;
    for (size_t i = 0; i < count; i++)
        box_list_add(layout, &list,
                     entry_box(deck, plan->cells[0].blocks.at[i], (unsigned)i + 1, width, scale));
    struct box *entries = stack_create(layout, &list, width);
    if (entries)
        entries->mark = mark_create(layout, MARK_LIST, plan->cells[0].blocks.at[0]->place);
    return entries;
}

static struct box *agenda_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct text_look look = {.role = TEXT_H1, .colour = layout->palette->heading, .bold = true};
    bool wide = width > layout->sheet->size[TEXT_BODY] * WIDE_WORDS;
    float left = wide ? width * 0.34f : width, right = wide ? width - left : width;
    struct box *word = text_of_string(layout, plan_title(deck, plan), left, &look);
    struct box *entries = entries_box(deck, plan, right);
    if (!wide)
        return stack_of(layout, width, word, entries);
    struct box_list sides = {0};
    box_list_add(layout, &sides, indent_create(layout, word, 0, left));
    box_list_add(layout, &sides, entries);
    return row_create(layout, &sides, 0, ROW_MIDDLE);
}

bool agenda_slide(struct deck *deck, const struct slide_plan *plan)
{
    float top = screen_top(deck->screen), bottom = screen_foot(deck->screen);
    ground_draw(deck, &deck->tint);
    struct box *words = words_fit(deck, plan, agenda_words, deck->width, bottom - top);
    return words_draw(deck, words, deck->screen->margin, top, bottom, bottom - top);
}
