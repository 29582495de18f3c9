#include "pieces/parts.h"
#include "layout/date.h"
#include "layout/text.h"
#include "pieces/job.h"
#include "pieces/motif.h"

static enum text_align titles_align(const struct layout *layout)
{
    return layout->theme->header == HEADER_FRAME ? ALIGN_CENTRE : ALIGN_START;
}

static struct box *title_box(struct layout *layout, float width)
{
    const struct edition *edition = layout->edition;
    struct text_look look = {.role = TEXT_TITLE,
                             .align = titles_align(layout),
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

static void short_bar_draw(struct layout *layout, const struct box *box, float x, float y)
{
    artifact_begin(layout);
    scene_fill(layout->builder, path_rect(layout->builder, (struct rect){x, y, box->height * 9, box->height}),
               layout->palette->accent);
    artifact_end(layout);
}

/* What stands above the words: a crest in a frame, a short bar on plain ground; NULL: nothing. */
static struct box *titles_crown(struct layout *layout, float width)
{
    static const struct box_ops ops = {.draw = short_bar_draw};
    float title = layout->sheet->size[TEXT_TITLE];
    struct box *crown = NULL;
    if (layout->theme->header == HEADER_FRAME)
        crown = motif_box(layout, width, title * 1.9f);
    if (layout->theme->header == HEADER_PLAIN) {
        crown = ARENA_NEW(layout->arena, struct box);
        *crown = (struct box){.ops = &ops, .width = width, .height = title * 0.13f, .keep_next = true};
    }
    if (crown)
        crown->after = layout->sheet->gap * 1.4f;
    return crown;
}

struct box *masthead_box(struct layout *layout, struct masthead *masthead)
{
    float width = masthead->width;
    enum text_align align = titles_align(layout);
    struct text_look small = {
        .role = TEXT_KICKER, .colour = layout->palette->accent, .bold = true, .align = align};
    struct text_look look = {.role = TEXT_LEAD, .balanced = true, .align = align};
    struct box_list list = {0};
    struct box *kicker = text_of_string(layout, layout->edition->kicker, width, &small);
    struct box *title = title_box(layout, width);
    struct box *promise = text_of_string(layout, layout->edition->subtitle, masthead->promise, &look);
    if (kicker || title || promise)
        box_list_add(layout, &list, titles_crown(layout, width));
    box_list_add(layout, &list, kicker);
    box_list_add(layout, &list, title);
    box_list_add(layout, &list, promise);
    masthead->foot = promise ? promise->height + (title ? box_gap(title, promise) : 0) : 0;
    struct box *box = stack_create(layout, &list, width);
    const struct node *section = title_section(layout->edition), *heading = section ? section->first : NULL;
    account_tell(layout, box, heading, heading, CHOICE_title);
    return box;
}

void masthead_tell(struct layout *layout, const struct fit *fit)
{
    if (fit->step->text < 1)
        report(layout->reporter, FINDING_fit_shrunk, layout->edition->guide->front.title_place,
               fit_percent(layout->arena, fit->step->text));
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
    struct text_look look = {
        .role = TEXT_SMALL, .colour = layout->palette->muted, .align = titles_align(layout)};
    return text_of_string(layout, imprint_string(layout), width, &look);
}

/* "Tổng đài …: miễn phí, 24/7". */
static const char *helpline_words(struct layout *layout)
{
    const struct edition *edition = layout->edition;
    const char *name = edition_value(edition, "contacts.111.name");
    const char *cost = edition_value(edition, "contacts.111.cost");
    const char *hours = edition_value(edition, "contacts.111.hours");
    if (!name || !cost || !hours)
        return name;
    return arena_format(layout->arena, "%s: %s, %s", name, cost, hours);
}

static struct text_look hero_look(float scale)
{
    return (struct text_look){.role = TEXT_HERO, .bold = true, .scale = scale};
}

float helpline_room(struct layout *layout, float width, float scale)
{
    struct text_look look = hero_look(scale);
    const char *number = edition_value(layout->edition, "contacts.111");
    return number ? width - string_width(layout, number, &look) : 0;
}

struct box *helpline_box(struct layout *layout, float width, float scale)
{
    const char *number = edition_value(layout->edition, "contacts.111");
    if (!number)
        return NULL;
    struct text_look ask = {.role = TEXT_LEAD, .colour = layout->palette->accent, .bold = true};
    struct text_look hero = hero_look(scale);
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

struct palette palette_of_titles(const struct theme *theme)
{
    const struct colour *roles = theme->roles;
    switch (theme->titles) {
    case TITLES_SOFT:
        return palette_on(theme, roles[ROLE_TINT], roles[ROLE_SURFACE]);
    case TITLES_LIGHT:
        return palette_on_surface(theme);
    default:
        return palette_on_primary(theme);
    }
}

static void fill_rect(struct layout *layout, struct rect rect, struct colour colour)
{
    scene_fill(layout->builder, path_rect(layout->builder, rect), colour);
}

static void stroke_inside(struct layout *layout, struct rect rect, float inset, float width)
{
    struct rect inner = {rect.x + inset, rect.y + inset, rect.width - 2 * inset, rect.height - 2 * inset};
    scene_stroke(layout->builder, path_rounded(layout->builder, inner, layout->sheet->radius),
                 (struct stroke){.colour = layout->palette->heading, .width = width});
}

void titles_trim(struct layout *layout, struct rect within, float unit)
{
    const struct palette *palette = layout->palette;
    artifact_begin(layout);
    switch (layout->theme->header) {
    case HEADER_BAND:
        fill_rect(layout, (struct rect){within.x, within.y, unit * 2.5f, within.height}, palette->accent);
        break;
    case HEADER_FRAME:
        stroke_inside(layout, within, unit * 3, unit * 0.5f);
        stroke_inside(layout, within, unit * 4.2f, unit * 0.2f);
        break;
    case HEADER_RULE:
        fill_rect(layout, (struct rect){within.x, within.y, within.width, unit * 1.6f}, palette->heading);
        fill_rect(layout, (struct rect){within.x, within.y + unit * 2.4f, within.width, unit * 0.25f},
                  palette->heading);
        break;
    case HEADER_CARD:
    case HEADER_PLAIN:
    case HEADER_COUNT:
        break;
    }
    artifact_end(layout);
}
