/* infographic_topics.c - the guide's parts as bands.
 *
 * A short guide is shown whole. Of a long one each topic gives its icon, its heading and its message;
 * figures, steps and contacts that belong to a part itself are shown whole. Where the topics are few, so are
 * their short lists. What was left out is told as a note. */
#include "layout/flow.h"
#include "layout/marker.h"
#include "layout/ruled.h"
#include "pieces/infographic.h"
#include "pieces/parts.h"
#include "text/unicode.h"
#include <string.h>

#define TOPIC_SYLLABLES                                                                                      \
    130                   /* a topic of a long guide is shown up to so many, if it has something to look at */
#define LIST_SYLLABLES 45 /* and a plain list or table, where topics are few */
#define DARK_ROWS      5  /* topics in rows that make a band dark */

/* A heading led by its icon. `role` H1 for parts, H2 for topics within them. */
static struct box *icon_heading(struct poster *poster, const struct node *section, enum text_role role)
{
    struct layout *layout = poster->layout;
    const char *icon = icon_wanted(layout, section);
    float indent = icon ? poster_length(poster, ICON_INDENT) : 0;
    struct box *text = heading_box(layout, section->first, role, poster->width - indent);
    if (!text)
        return NULL;
    text->before = layout->sheet->gap * 2.4f;
    if (!icon)
        return ruled_create(layout, text, role);
    struct marker marker = {.shape = MARKER_ICON,
                            .label = icon,
                            .colour = layout->palette->heading,
                            .size = poster_length(poster, ICON_TILE),
                            .indent = indent,
                            .middle = text->baseline - 0.35f * layout->sheet->size[role]};
    struct box *led = item_create(layout, &marker, text, poster->width, section->place, MARK_GROUP);
    struct box *ruled = ruled_create(layout, led, role);
    if (role == TEXT_H1 && !led->from_right)
        poster->station = marker.middle + ruled->baseline - led->baseline;
    return ruled;
}

/* ---- What is shown ---- */

bool has_syllables(struct poster *poster, const struct node *node, size_t most)
{
    const char *text = node_plain_text(poster->layout->arena, node);
    return unicode_syllables(text, strlen(text)) > most;
}

/* A plain list, or a table that becomes cards, short enough for a glance. */
static bool is_glance(struct poster *poster, const struct node *node)
{
    bool list = node->type == NODE_LIST, table = node->type == NODE_TABLE && node->columns <= 2;
    return poster->few && (list || table) && !has_syllables(poster, node, LIST_SYLLABLES * (table ? 2 : 1));
}

bool is_shown(struct poster *poster, const struct node *node)
{
    if (poster->whole)
        return node->type != NODE_SECTION && !block_is(node, BLOCK_notes);
    const struct node *table = captioned_table(poster->layout->arena, node);
    if (table)
        return is_card_table(table) || is_glance(poster, table);
    if (node->type == NODE_PARAGRAPH)
        return node_is_lead(node);
    if (node->type == NODE_TABLE && is_card_table(node))
        return true;
    if (is_glance(poster, node))
        return true;
    bool figure = node->type == NODE_BLOCK && node->block != BLOCK_notes && node->block != BLOCK_only;
    return figure && (poster->job->edition->audience || !node_attribute(node, "audience"));
}

void shown_add(struct poster *poster, const struct node *shown)
{
    struct node_iterator iterator;
    source_lines_add(poster->layout, &poster->sources, shown);
    node_iterate(&iterator, shown);
    while (node_next(&iterator) != NODE_DONE) {
        poster->contacts |= block_is(iterator.node, BLOCK_contacts);
        poster->qr |= block_is(iterator.node, BLOCK_qr);
    }
}

/* Parts are made more than once where pages are fitted: what they leave out is told at the end. */
static void keep_left_out(struct poster *poster, const struct node *node, bool named)
{
    *VECTOR_ADD(poster->layout->arena, &poster->left_out) = (struct left_out){node, named};
}

static void name_left_out(const struct poster *poster, const struct node *section)
{
    bool headed = section->type == NODE_SECTION;
    const char *name =
        headed ? node_plain_text(poster->layout->arena, section->first) : poster->job->edition->title;
    report(poster->layout->reporter, FINDING_left_out, section->first->place, name);
}

void left_out_tell(const struct poster *poster)
{
    for (size_t i = 0; i < poster->left_out.count; i++) {
        const struct left_out *left = &poster->left_out.at[i];
        if (left->named)
            name_left_out(poster, left->node);
        else
            account_aside(poster->layout, left->node, CHOICE_left_out, NO_PAGE_TOLD);
    }
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
    keep_left_out(poster, node, false);
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
    poster->layout->palette = band_strong_ground(poster);
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
        float indent = poster_length(poster, ICON_INDENT);
        struct box *text = message_box(poster->layout, node, poster->width - indent);
        account_tell(poster->layout, text, node, node, CHOICE_message);
        if (text)
            box_list_add(poster->layout, list, indent_create(poster->layout, text, indent, poster->width));
        node = node->next;
    }
    if (left_out)
        keep_left_out(poster, first->parent, true);
    return node;
}

/* Something to look at, and not too much of it. */
static bool has_figure(struct poster *poster, const struct node *section)
{
    size_t syllables = 0, figures = 0;
    for (const struct node *node = section->first; node; node = node->next) {
        if (node->type == NODE_SECTION || !is_shown(poster, node))
            continue;
        const char *text = node_plain_text(poster->layout->arena, node);
        syllables += unicode_syllables(text, strlen(text));
        figures += node->type == NODE_BLOCK || node->type == NODE_TABLE || node->type == NODE_LIST;
    }
    return figures && syllables <= TOPIC_SYLLABLES;
}

bool section_is_shown(struct poster *poster, const struct node *section)
{
    return poster->whole || section->type == NODE_DOCUMENT || section->level == 1 ||
           has_figure(poster, section);
}

static const struct node *section_message(const struct node *section)
{
    for (const struct node *node = section->first->next; node && node->type != NODE_SECTION;
         node = node->next)
        if (node_is_lead(node))
            return node;
    return NULL;
}

/* A text of more syllables than a section of a picture should have says too much in place of a message. */
#define SENTENCE_SYLLABLES 30

/* The first sentence of a paragraph; NULL when it is too long. */
static const char *first_sentence(struct poster *poster, const struct node *paragraph)
{
    const char *text = node_plain_text(poster->layout->arena, paragraph);
    size_t end = 0;
    while (text[end] && !(strchr(".?!", text[end]) && (text[end + 1] == ' ' || !text[end + 1])))
        end++;
    end += text[end] != '\0';
    bool says = end > 0 && unicode_syllables(text, end) <= SENTENCE_SYLLABLES;
    return says ? arena_copy(poster->layout->arena, text, end) : NULL;
}

/* What a topic without a message is about: the first sentence of its first paragraph. */
static const char *section_sentence(struct poster *poster, const struct node *section)
{
    for (const struct node *node = section->first->next; node && node->type != NODE_SECTION;
         node = node->next)
        if (node->type == NODE_PARAGRAPH && !has_pictures(node))
            return first_sentence(poster, node);
    return NULL;
}

/* The words of a row: the message, else a sentence; NULL: neither. */
static struct box *row_words(struct poster *poster, const struct node *section, float width)
{
    struct layout *layout = poster->layout;
    struct text_look look = {.role = TEXT_BODY};
    const struct node *message = section_message(section);
    if (!message)
        return text_of_string(layout, section_sentence(poster, section), width, &look);
    /* The message is bold in the guide; under its heading it is plain. */
    struct box *text = text_of_node(layout, message->first, width, &look);
    account_tell(layout, text, message, message, CHOICE_row);
    source_lines_add(layout, &poster->sources, message);
    return text;
}

#define ROW_MIDDLE_LINE 25.0f /* of a row's icon, from its top */

/* A topic in one row: icon, heading (which may be empty), message. */
static struct box *topic_row(struct poster *poster, const struct node *section)
{
    struct layout *layout = poster->layout;
    const char *icon = icon_wanted(layout, section);
    struct marker marker = {.shape = icon ? MARKER_ICON : MARKER_DOT,
                            .label = icon,
                            .colour = icon ? layout->palette->heading : layout->palette->accent,
                            .size = poster_length(poster, icon ? ICON_TILE : 10),
                            .indent = poster_length(poster, icon ? ICON_INDENT : 24),
                            .middle = icon ? poster_length(poster, ROW_MIDDLE_LINE) : 0};
    float width = poster->width - marker.indent;
    struct box *head = heading_box(layout, section->first, TEXT_H3, width);
    struct box *text = row_words(poster, section, width);
    if (!text)
        return NULL;
    if (head)
        head->after = text->before = 2;
    struct box *body = stack_of(layout, width, head, text);
    struct box *row = item_create(layout, &marker, body, poster->width, section->place, MARK_GROUP);
    row->keep_next = false;
    row->before = row->after = layout->sheet->gap * 1.25f;
    return row;
}

/* The row opens its band: the path leads to its icon. */
static void station_at_row(struct poster *poster, const struct node *topic, const struct box *row)
{
    poster->station =
        !row->from_right && icon_wanted(poster->layout, topic) ? poster_length(poster, ROW_MIDDLE_LINE) : 0;
}

/* A topic as a row; what it says besides its message is left out. */
static void row_add(struct poster *poster, struct box_list *list, const struct node *topic)
{
    const struct node *message = section_message(topic);
    struct box *row = topic_row(poster, topic);
    bool left_out = false;
    if (row && !list->boxes.count)
        station_at_row(poster, topic, row);
    if (row)
        box_list_add(poster->layout, list, row);
    else
        leave_out(poster, topic->first);
    for (const struct node *node = topic->first->next; node; node = node->next)
        if (!row || node != message)
            left_out |= leave_out(poster, node);
    if (left_out)
        keep_left_out(poster, topic, true);
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

static size_t row_count(struct poster *poster, const struct node *first)
{
    size_t rows = 0;
    for (const struct node *node = first; node; node = node->next)
        rows += node->type == NODE_SECTION && !has_figure(poster, node) && section_message(node);
    return rows;
}

/* A part of which nothing is shown whole: its first sentence; a heading alone says nothing. */
static void part_in_row(struct poster *poster, const struct node *section)
{
    struct box_list list = {0};
    struct box *row = section == title_section(poster->job->edition) ? NULL : topic_row(poster, section);
    if (row)
        station_at_row(poster, section, row);
    else
        leave_out(poster, section->first);
    box_list_add(poster->layout, &list, row);
    band_close(poster, &list);
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
        part_in_row(poster, section);
        return;
    }
    band_close(poster, &list);
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

void sections_add(struct poster *poster)
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
