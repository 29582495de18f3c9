#include "pieces/parts.h"
#include "layout/date.h"
#include "layout/text.h"
#include "pieces/job.h"

static struct box *title_box(struct layout *layout, float width)
{
    const struct edition *edition = layout->edition;
    struct text_look look = {.role = TEXT_TITLE,
                             .colour = layout->palette->heading,
                             .bold = true,
                             .balanced = true,
                             .unmarked = true};
    struct box *title = text_headline(layout, edition->title, width, &look);
    if (!title)
        return NULL;
    struct mark *mark = mark_create(layout, MARK_HEADING, edition->document->place);
    mark->level = 1;
    mark->title = edition->title;
    title->mark = mark;
    title->before = layout->sheet->gap * 0.9f;
    title->after = layout->sheet->gap * 1.1f;
    return title;
}

struct box *masthead_box(struct layout *layout, float width)
{
    struct text_look kicker = {.role = TEXT_KICKER, .colour = layout->palette->accent, .bold = true};
    struct text_look promise = {.role = TEXT_LEAD, .balanced = true};
    struct box_list list = {0};
    box_list_add(layout, &list, text_of_string(layout, layout->edition->kicker, width, &kicker));
    box_list_add(layout, &list, title_box(layout, width));
    box_list_add(layout, &list, text_of_string(layout, layout->edition->subtitle, width, &promise));
    struct box *masthead = stack_create(layout, &list, width);
    const struct node *section = title_section(layout->edition), *heading = section ? section->first : NULL;
    account_tell(layout, masthead, heading, heading, CHOICE_title);
    return masthead;
}

const char *imprint_string(struct layout *layout)
{
    const struct edition *edition = layout->edition;
    const char *date = "";
    if (*edition->date)
        date = arena_format(layout->arena, "%s %s", layout_word(layout, WORD_updated),
                            date_words(layout, edition->date));
    const char *joint = *edition->issuer && *date ? " · " : "";
    return arena_format(layout->arena, "%s%s%s", edition->issuer, joint, date);
}

struct box *imprint_box(struct layout *layout, float width)
{
    struct text_look look = {.role = TEXT_SMALL, .colour = layout->palette->muted};
    return text_of_string(layout, imprint_string(layout), width, &look);
}

/* "Tổng đài …: miễn phí, 24/7". */
static const char *helpline_words(struct layout *layout)
{
    const struct edition *edition = layout->edition;
    bool english = layout_is_english(layout);
    const char *name = edition_value(edition, english ? "contacts.111.name-en" : "contacts.111.name");
    const char *cost = edition_value(edition, english ? "contacts.111.cost-en" : "contacts.111.cost");
    const char *hours = edition_value(edition, "contacts.111.hours");
    if (!name || !cost || !hours)
        return name;
    return arena_format(layout->arena, "%s: %s, %s", name, cost, hours);
}

struct box *helpline_box(struct layout *layout, float width, float scale)
{
    const char *number = edition_value(layout->edition, "contacts.111");
    if (!number)
        return NULL;
    struct text_look ask = {.role = TEXT_LEAD, .colour = layout->palette->accent, .bold = true};
    struct text_look hero = {.role = TEXT_HERO, .bold = true, .scale = scale};
    struct text_look who = {.role = TEXT_LEAD, .balanced = true};
    struct box_list list = {0};
    box_list_add(layout, &list, text_of_string(layout, layout_word(layout, WORD_contacts), width, &ask));
    box_list_add(layout, &list, text_of_string(layout, number, width, &hero));
    box_list_add(layout, &list, text_of_string(layout, helpline_words(layout), width, &who));
    struct box *helpline = stack_create(layout, &list, width);
    account_tell(layout, helpline, NULL, NULL, CHOICE_helpline);
    return helpline;
}

struct box *helpline_badge(struct layout *layout, float width)
{
    const char *number = edition_value(layout->edition, "contacts.111");
    if (!number)
        return NULL;
    struct text_look ask = {
        .role = TEXT_SMALL, .colour = layout->palette->heading, .bold = true, .align = ALIGN_END};
    struct text_look figure = {
        .role = TEXT_FIGURE, .colour = layout->palette->accent, .bold = true, .align = ALIGN_END};
    struct box *line = text_of_string(layout, layout_word(layout, WORD_call), width, &ask);
    struct box *value = text_of_string(layout, number, width, &figure);
    line->after = value->before = 0;
    return stack_of(layout, width, line, value);
}

void waves_draw(struct layout *layout, struct rect within, float x, float y, float reach, unsigned count)
{
    const struct palette *palette = layout->palette;
    struct scene_builder *builder = layout->builder;
    struct stroke stroke = {.colour = colour_mix(palette->ground, palette->heading, 0.1f),
                            .width = reach / (float)count * 0.24f};
    struct matrix same = {1, 0, 0, 1, 0, 0};
    artifact_begin(layout);
    scene_push(builder, same, path_rect(builder, within));
    for (unsigned i = 1; i <= count; i++)
        scene_stroke(builder, path_circle(builder, x, y, reach * (float)i / (float)count), stroke);
    scene_pop(builder);
    artifact_end(layout);
}
