/* infographic.c - one long picture for phones: a header, bands of alternating ground, contacts and sources at
 * the end.
 *
 * A short guide is shown whole. Of a long one each topic gives its icon, its heading and its message;
 * figures, steps and contacts that belong to a part itself are shown whole. What was left out is told as a
 * note. Sizes are points on a 540 wide page, two pixels a point: 1080 pixels. */
#include "layout/flow.h"
#include "layout/marker.h"
#include "layout/notes.h"
#include "layout/pages.h"
#include "layout/ruled.h"
#include "pieces/header.h"
#include "pieces/job.h"
#include "pieces/motif.h"
#include "pieces/parts.h"
#include "text/unicode.h"
#include <string.h>

#define WIDTH           540.0f
#define MARGIN          40.0f
#define SCALE           2.0f
#define ICON_TILE       48.0f /* a tile, and where the text beside it begins */
#define ICON_INDENT     64.0f
#define TALLEST         16000.0f /* points: cairo's pictures end at 32,767 pixels */
#define HEADER_PAD      56.0f
#define HEADER_FOOT     70.0f /* least room for a motif, with the padding below */
#define BAND_PAD        36.0f
#define WHOLE_SYLLABLES 350 /* a guide up to this long is shown whole */
#define TOPIC_SYLLABLES 130 /* so is a topic of a longer one, if it has something to look at */

#define DARK_ROWS       5 /* topics in rows that make a band dark */
struct band {
    const struct palette *palette;
    const struct box *box;
    bool motif; /* beside the helpline's number */
};

struct poster {
    const struct piece_job *job;
    struct layout *layout;
    struct palette surface, tint, titles;
    VECTOR(struct band) bands;
    bool whole;                  /* nothing is left out */
    bool contacts;               /* a contacts block was shown */
    struct source_lines sources; /* of the facts shown */
    float width;
};

static const float poster_sizes[TEXT_ROLE_COUNT] = {
    [TEXT_BODY] = 18,   [TEXT_LEAD] = 20,  [TEXT_SMALL] = 12.5f, [TEXT_KICKER] = 14,
    [TEXT_TITLE] = 54,  [TEXT_H1] = 32,    [TEXT_H2] = 26,       [TEXT_H3] = 20,
    [TEXT_FIGURE] = 76, [TEXT_HERO] = 110, [TEXT_NUMERAL] = 22,  [TEXT_CODE] = 15};

static struct sheet poster_sheet(const struct theme *theme)
{
    struct sheet sheet = job_sheet(theme, 18, theme->screen_ratio);
    memcpy(sheet.size, poster_sizes, sizeof poster_sizes);
    sheet.medium = MEDIUM_PHONE;
    sheet.gap = 13;
    sheet.pad = 20;
    sheet.gutter = 16;
    sheet.radius = theme->radius * 2;
    sheet.leading[TEXT_BODY] = sheet.leading[TEXT_LEAD] = 1.4f;
    sheet.tiles = 2;
    sheet.image_height = 400;
    sheet.qr = 148; /* the smallest code is 224 pixels without its quiet zone */
    sheet.steps_from_lists = true;
    sheet.natural = true;
    sheet.cards_from_lists = true;
    return sheet;
}

/* ---- Bands ---- */

static const struct palette *next_ground(const struct poster *poster)
{
    size_t count = poster->bands.count;
    const struct palette *above = count ? poster->bands.at[count - 1].palette : &poster->titles;
    bool light =
        above == &poster->surface || (above == &poster->titles && poster->job->theme->titles == TITLES_LIGHT);
    return light ? &poster->tint : &poster->surface;
}

/* Opens a band: what is built until band_close() stands on its ground. */
static void band_open(struct poster *poster)
{
    poster->layout->palette = next_ground(poster);
}

/* A band of a picture's height is cut. */
static void band_add(struct poster *poster, const struct box *box)
{
    struct layout *layout = poster->layout;
    float room = TALLEST / 2 - 2 * BAND_PAD;
    struct page_list parts = {0};
    if (!pages_cut(layout, box, room, room, &parts) || !pages_hold(layout, &parts))
        return;
    for (size_t i = 0; i < parts.boxes.count; i++)
        *VECTOR_ADD(layout->arena, &poster->bands) = (struct band){layout->palette, parts.boxes.at[i], false};
}

static void band_close(struct poster *poster, const struct box_list *list)
{
    band_add(poster, stack_create(poster->layout, list, poster->width));
}

/* A heading led by its icon. `role` H1 for parts, H2 for topics within them. */
static struct box *icon_heading(struct poster *poster, const struct node *section, enum text_role role)
{
    struct layout *layout = poster->layout;
    const char *icon = icon_wanted(layout, section);
    float indent = icon ? ICON_INDENT : 0;
    struct box *text = heading_box(layout, section->first, role, poster->width - indent);
    if (!text)
        return NULL;
    text->before = layout->sheet->gap * 2.4f;
    if (!icon)
        return ruled_create(layout, text, role);
    struct marker marker = {.shape = MARKER_ICON,
                            .label = icon,
                            .colour = layout->palette->heading,
                            .size = ICON_TILE,
                            .indent = indent,
                            .middle = text->baseline - 0.35f * layout->sheet->size[role]};
    struct box *led = item_create(layout, &marker, text, poster->width, section->place, MARK_GROUP);
    return ruled_create(layout, led, role);
}

/* ---- What is shown ---- */

static bool has_syllables(struct poster *poster, const struct node *node, size_t most)
{
    const char *text = node_plain_text(poster->layout->arena, node);
    return unicode_syllables(text, strlen(text)) > most;
}

/* In a long guide only what is made to be looked at, and not for one audience alone. */
static bool is_shown(const struct poster *poster, const struct node *node)
{
    if (poster->whole)
        return node->type != NODE_SECTION && !block_is(node, BLOCK_notes);
    const struct node *table = captioned_table(poster->layout->arena, node);
    if (table)
        return is_card_table(table);
    if (node->type == NODE_PARAGRAPH)
        return node_is_lead(node);
    if (node->type == NODE_TABLE)
        return is_card_table(node);
    bool figure = node->type == NODE_BLOCK && node->block != BLOCK_notes && node->block != BLOCK_only;
    return figure && (poster->job->edition->audience || !node_attribute(node, "audience"));
}

/* Remembers what is shown with a node: the sources of its facts, and whether it says whom to call. */
static void shown_add(struct poster *poster, const struct node *shown)
{
    struct node_iterator iterator;
    source_lines_add(poster->layout, &poster->sources, shown);
    node_iterate(&iterator, shown);
    while (node_next(&iterator) != NODE_DONE)
        poster->contacts |= block_is(iterator.node, BLOCK_contacts);
}

static void tell_left_out(struct poster *poster, const struct node *section)
{
    bool headed = section->type == NODE_SECTION;
    const char *name =
        headed ? node_plain_text(poster->layout->arena, section->first) : poster->job->edition->title;
    report(poster->layout->reporter, FINDING_left_out, section->first->place, name);
}

/* Words, not a pause or what is said over slides. */
static bool has_words(const struct node *node)
{
    return node->type != NODE_RULE && !block_is(node, BLOCK_notes);
}

/* False when nothing is lost by it. */
static bool leave_out(struct poster *poster, const struct node *node)
{
    if (!has_words(node))
        return false;
    account_aside(poster->layout, node, CHOICE_left_out, NO_PAGE_TOLD);
    return true;
}

/* Adds what is shown of a node, and of the next where the two are a pair; returns the next to do. */
static const struct node *shown_flow(struct poster *poster, struct box_list *list, const struct node *node)
{
    const struct node *other = node->next, *end = other && is_shown(poster, other) ? NULL : other;
    const struct node *next = flow_next(poster->layout, list, node, end, poster->width);
    shown_add(poster, node);
    if (other && next != other)
        shown_add(poster, other);
    return next;
}

/* A headline has a band of its own on the ground of titles; what follows goes on on the ground before it. */
static const struct node *headline_band(struct poster *poster, struct box_list *list, const struct node *node)
{
    const struct palette *ground = poster->layout->palette;
    band_close(poster, list);
    *list = (struct box_list){0};
    poster->layout->palette =
        poster->job->theme->titles == TITLES_LIGHT ? next_ground(poster) : &poster->titles;
    poster->layout->bleeds = true;
    const struct node *next = shown_flow(poster, list, node);
    poster->layout->bleeds = false;
    band_close(poster, list);
    *list = (struct box_list){0};
    poster->layout->palette = ground;
    return next;
}

static const struct node *blocks_add(struct poster *poster, struct box_list *list, const struct node *first)
{
    const struct node *node = first;
    bool left_out = false;
    while (node && node->type != NODE_SECTION) {
        if (!is_shown(poster, node)) {
            left_out |= leave_out(poster, node);
            node = node->next;
            continue;
        }
        if (block_is(node, BLOCK_headline)) {
            node = headline_band(poster, list, node);
            continue;
        }
        const struct node *heading = node->previous;
        bool message = node_is_lead(node) && !has_pictures(node) && heading && heading->type == NODE_HEADING;
        if (!message || !icon_wanted(poster->layout, heading->parent)) {
            node = shown_flow(poster, list, node);
            continue;
        }
        shown_add(poster, node);
        struct box *text = message_box(poster->layout, node, poster->width - ICON_INDENT);
        account_tell(poster->layout, text, node, node, CHOICE_message);
        if (text)
            box_list_add(poster->layout, list,
                         indent_create(poster->layout, text, ICON_INDENT, poster->width));
        node = node->next;
    }
    if (left_out)
        tell_left_out(poster, first->parent);
    return node;
}

/* Something to look at, and not too much of it. */
static bool has_figure(const struct poster *poster, const struct node *section)
{
    size_t syllables = 0, figures = 0;
    for (const struct node *node = section->first; node; node = node->next) {
        if (node->type == NODE_SECTION || !is_shown(poster, node))
            continue;
        const char *text = node_plain_text(poster->layout->arena, node);
        syllables += unicode_syllables(text, strlen(text));
        figures += node->type == NODE_BLOCK || node->type == NODE_TABLE;
    }
    return figures && syllables <= TOPIC_SYLLABLES;
}

static const struct node *section_message(const struct node *section)
{
    for (const struct node *node = section->first->next; node && node->type != NODE_SECTION;
         node = node->next)
        if (node_is_lead(node))
            return node;
    return NULL;
}

/* A topic in one row: icon, heading, message. */
static struct box *topic_row(struct poster *poster, const struct node *section)
{
    struct layout *layout = poster->layout;
    const char *icon = icon_wanted(layout, section);
    const struct node *message = section_message(section);
    struct marker marker = {.shape = icon ? MARKER_ICON : MARKER_DOT,
                            .label = icon,
                            .colour = icon ? layout->palette->heading : layout->palette->accent,
                            .size = icon ? ICON_TILE : 10,
                            .indent = icon ? ICON_INDENT : 24,
                            .middle = icon ? 25 : 0};
    float width = poster->width - marker.indent;
    struct box *head = heading_box(layout, section->first, TEXT_H3, width);
    if (!head)
        return NULL;
    head->after = 2;
    struct text_look look = {.role = TEXT_BODY};
    /* The message is bold in the guide; under its heading it is plain. */
    struct box *text = message ? text_of_node(layout, message->first, width, &look) : NULL;
    if (message) {
        account_tell(layout, text, message, message, CHOICE_row);
        source_lines_add(layout, &poster->sources, message);
    }
    if (text)
        text->before = 2;
    struct box *body = stack_of(layout, width, head, text);
    struct box *row = item_create(layout, &marker, body, poster->width, section->place, MARK_GROUP);
    row->keep_next = false;
    row->before = row->after = layout->sheet->gap * 1.25f;
    return row;
}

/* A topic as a row; what it says besides its message is left out. */
static void row_add(struct poster *poster, struct box_list *list, const struct node *topic)
{
    const struct node *message = section_message(topic);
    bool left_out = false;
    if (message)
        box_list_add(poster->layout, list, topic_row(poster, topic));
    else
        leave_out(poster, topic->first);
    for (const struct node *node = topic->first->next; node; node = node->next)
        if (node != message)
            left_out |= leave_out(poster, node);
    if (left_out)
        tell_left_out(poster, topic);
}

/* The topics of a part: those with something to look at whole, the others as rows. */
static void topics_add(struct poster *poster, struct box_list *list, const struct node *first)
{
    for (const struct node *node = first; node; node = node->next) {
        if (node->type != NODE_SECTION)
            continue;
        if (poster->whole || has_figure(poster, node)) {
            box_list_add(poster->layout, list, icon_heading(poster, node, TEXT_H2));
            topics_add(poster, list, blocks_add(poster, list, node->first->next));
            continue;
        }
        row_add(poster, list, node);
    }
}

static size_t row_count(const struct poster *poster, const struct node *first)
{
    size_t rows = 0;
    for (const struct node *node = first; node; node = node->next)
        rows += node->type == NODE_SECTION && !has_figure(poster, node) && section_message(node);
    return rows;
}

/* A part is a band. The one with most rows stands on the primary colour, half way down the picture. */
static void part_add(struct poster *poster, const struct node *section)
{
    struct box_list list = {0};
    band_open(poster);
    if (!poster->whole && poster->job->theme->titles == TITLES_DARK &&
        row_count(poster, section->first) >= DARK_ROWS)
        poster->layout->palette = &poster->titles;
    if (section != title_section(poster->job->edition))
        box_list_add(poster->layout, &list, icon_heading(poster, section, TEXT_H1));
    size_t heading = list.boxes.count, bands = poster->bands.count;
    topics_add(poster, &list, blocks_add(poster, &list, section->first->next));
    if (list.boxes.count == heading && poster->bands.count == bands && !poster->whole) {
        leave_out(poster, section->first); /* a heading alone says nothing */
        return;
    }
    band_close(poster, &list);
}

/* ---- Header and end ---- */

struct header_making {
    struct layout *layout;
    struct header header;
};

static struct box *title_make(void *self, unsigned columns)
{
    struct header_making *making = self;
    (void)columns;
    making->header = header_make(making->layout, WIDTH, MARGIN, HEADER_PAD, HEADER_FOOT);
    return making->header.box;
}

#define HEADER_ROOM 400.0f /* points: with its ground, half of a phone's screen */

/* At the largest size that leaves something else to see on the first screen. */
static struct header header_fit(struct poster *poster)
{
    struct layout *layout = poster->layout;
    const struct sheet *usual = layout->sheet;
    struct header_making making = {.layout = layout};
    const struct fit_job job = {
        .nominal = usual, .ladder = &fit_words, .room = HEADER_ROOM, .make = title_make, .self = &making};
    layout->palette = &poster->titles;
    struct fit fit = fit_make(layout, &job);
    layout->sheet = usual;
    masthead_tell(layout, &fit);
    return making.header;
}

/* Whom to call, from the materials, when the guide itself didn't say. */
static void contacts_band(struct poster *poster)
{
    struct box_list list = {0};
    poster->layout->palette =
        poster->job->theme->titles == TITLES_LIGHT ? next_ground(poster) : &poster->titles;
    if (!poster->contacts)
        box_list_add(poster->layout, &list, helpline_box(poster->layout, poster->width, 1));
    size_t before = poster->bands.count;
    band_close(poster, &list);
    if (poster->bands.count == before + 1)
        poster->bands.at[before].motif = helpline_room(poster->layout, poster->width, 1) > MOTIF_WIDTH;
}

static void end_band(struct poster *poster)
{
    struct layout *layout = poster->layout;
    struct box_list list = {0};
    band_open(poster);
    for (size_t i = 0; i < poster->bands.count; i++) {
        box_list_add(layout, &list, notes_called(layout, poster->bands.at[i].box, poster->width));
        notes_shown(layout);
    }
    box_list_add(layout, &list, source_lines_box(layout, &poster->sources, WORD_sources, poster->width));
    box_list_add(layout, &list, imprint_box(layout, poster->width));
    band_close(poster, &list);
}

/* ---- Drawing ---- */

/* Between a band and the one above it of the same ground. */
static void divide(struct layout *layout, float y)
{
    artifact_begin(layout);
    scene_stroke(layout->builder, path_line(layout->builder, MARGIN, y, WIDTH - MARGIN, y),
                 (struct stroke){.colour = layout->palette->line, .width = 1});
    artifact_end(layout);
}

static float band_draw(struct poster *poster, const struct band *band, float y, bool divided)
{
    struct layout *layout = poster->layout;
    float height = band->box->height + 2 * BAND_PAD;
    layout->palette = band->palette;
    artifact_begin(layout);
    scene_fill(layout->builder, path_rect(layout->builder, (struct rect){0, y, WIDTH, height}),
               band->palette->ground);
    artifact_end(layout);
    if (divided)
        divide(layout, y);
    if (band->motif)
        motif_draw(layout, (struct rect){WIDTH / 2, y + BAND_PAD / 2, WIDTH / 2 - MARGIN / 2, height * 0.6f});
    box_draw(layout, band->box, MARGIN, y + BAND_PAD);
    return y + height;
}

/* Draws bands from `at` on until the picture is as tall as it may be; returns the first one not drawn. */
static size_t picture_draw(struct poster *poster, const struct header *header, size_t at)
{
    struct scene_builder *builder = poster->layout->builder;
    float y = 0;
    scene_begin_page(builder, WIDTH, TALLEST, SCALE, poster->surface.ground);
    if (header->box) {
        poster->layout->palette = &poster->titles;
        header_draw(poster->layout, header, 0, 0, 4);
        y = header->height;
    }
    size_t first = at;
    const struct palette *above = header->box ? &poster->titles : NULL;
    while (at < poster->bands.count) {
        const struct band *band = &poster->bands.at[at];
        if (at > first && y + band->box->height + 2 * BAND_PAD > TALLEST)
            break;
        y = band_draw(poster, band, y, above == &poster->titles && band->palette == above);
        above = band->palette;
        at++;
    }
    scene_page_height(builder, y);
    scene_page_title(builder, poster->job->edition->title);
    scene_end_page(builder);
    return at;
}

/* A guide of topics only: each is a band, or a row of one. */
static void topic_band(struct poster *poster, const struct node **topic)
{
    struct box_list list = {0};
    band_open(poster);
    const struct node *node = *topic;
    if (poster->whole || has_figure(poster, node)) {
        box_list_add(poster->layout, &list, icon_heading(poster, node, TEXT_H1));
        topics_add(poster, &list, blocks_add(poster, &list, node->first->next));
        node = node->next;
    } else {
        for (; node && node->level > 1 && !has_figure(poster, node); node = node->next)
            row_add(poster, &list, node);
    }
    band_close(poster, &list);
    *topic = node;
}

static void sections_add(struct poster *poster)
{
    struct box_list list = {0};
    band_open(poster);
    const struct node *node = blocks_add(poster, &list, poster->job->edition->document->first);
    band_close(poster, &list);
    while (node) {
        if (node->type != NODE_SECTION) {
            node = node->next;
        } else if (node->level > 1) {
            topic_band(poster, &node);
        } else {
            part_add(poster, node);
            node = node->next;
        }
    }
}

static const struct scene *infographic_arrange(const struct piece_job *job)
{
    struct sheet sheet = poster_sheet(job->theme);
    struct poster poster = {.job = job,
                            .surface = palette_on_surface(job->theme),
                            .titles = palette_of_titles(job->theme),
                            .width = WIDTH - 2 * MARGIN};
    poster.tint = palette_on(job->theme, job->theme->roles[ROLE_TINT], job->theme->roles[ROLE_SURFACE]);
    poster.layout = job_layout(job, &sheet, &poster.surface);
    notes_begin(poster.layout);
    poster.whole = !has_syllables(&poster, job->edition->document, WHOLE_SYLLABLES);
    sheet.cards_from_tables = !poster.whole;
    struct header header = header_fit(&poster);
    const struct header none = {0};
    if (header.box && header.box->height > TALLEST / 2 - 2 * HEADER_PAD) {
        band_add(&poster, header.box);
        header = none;
    }
    sections_add(&poster);
    contacts_band(&poster);
    end_band(&poster);
    size_t at = picture_draw(&poster, &header, 0);
    while (at < poster.bands.count)
        at = picture_draw(&poster, &none, at);
    account_unsaid(poster.layout, job->edition->document);
    return job_finish(job, poster.layout, "infographic");
}

const struct piece piece_infographic = {
    .name = "infographic",
    .summary_vi = "hình dài để xem trên điện thoại",
    .summary_en = "a long picture for phones",
    .stem = "infographic",
    .format = "png",
    .sizes = "long",
    .arrange = infographic_arrange,
};
