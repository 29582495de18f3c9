/* chart_rows.c - rows of labels and numbers from a table or a list. */
#include "guide/chart_reading.h"
#include <string.h>

bool chart_fail(struct reading *reading, enum finding finding, struct place place, const char *first,
                const char *second)
{
    reading->problem = (struct chart_problem){finding, place, {first, second}};
    return false;
}

/* ---- Values ---- */

/* Nothing but words in it: notes, pictures and links would be lost. */
static bool is_plain(const struct node *node)
{
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    while (node_next(&iterator) != NODE_DONE) {
        enum node_type type = iterator.node->type;
        if (iterator.node != node && type != NODE_TEXT && type != NODE_STRONG && type != NODE_EMPHASIS &&
            type != NODE_SPAN && type != NODE_SOFT_BREAK)
            return false;
    }
    return true;
}

/* Facts are written as Vietnamese writes numbers, whatever the edition's language. */
bool chart_has_fact(const struct node *node)
{
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.node->source_line)
            return true;
    return false;
}

static bool says_nothing(const char *text)
{
    static const char *const signs[] = {"", "-", "–", "—", "…", "..."};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (!strcmp(text, signs[i]))
            return true;
    return false;
}

static const char *trimmed(struct arena *arena, const char *text)
{
    text += strspn(text, " ");
    size_t length = strlen(text);
    while (length && text[length - 1] == ' ')
        length--;
    return arena_copy(arena, text, length);
}

/* A value from its text; `fact`: it came from one. */
static bool read_text(struct reading *reading, const char *text, bool fact, struct place place,
                      struct chart_value *value)
{
    text = trimmed(reading->arena, text);
    *value = (struct chart_value){.text = *text ? text : "–", .place = place};
    if (says_nothing(text))
        return true;
    enum number_style written = fact ? NUMBER_COMMA : reading->style;
    if (!quantity_read(reading->arena, text, written, &value->quantity))
        return chart_fail(reading, FINDING_chart_no_number, place, text, NULL);
    value->known = true;
    value->text = quantity_write(reading->arena, &value->quantity, reading->style);
    return true;
}

static bool read_cell(struct reading *reading, const struct node *cell, struct chart_value *value)
{
    const char *text = node_plain_text(reading->arena, cell);
    if (!is_plain(cell))
        return chart_fail(reading, FINDING_chart_no_number, cell->place, text, NULL);
    return read_text(reading, text, chart_has_fact(cell), cell->place, value);
}

/* ---- Rows ---- */

static struct chart_row *row_add(struct reading *reading, const struct node *label)
{
    struct chart *chart = reading->chart;
    struct chart_row *row = &chart->rows[chart->row_count++];
    struct chart_value *values = ARENA_ARRAY(reading->arena, struct chart_value, chart->series_count);
    row->label = label;
    row->values = values;
    return row;
}

static bool read_table(struct reading *reading)
{
    struct chart *chart = reading->chart;
    const struct node *table = chart->data;
    if (table->columns < 2 || !table->first)
        return chart_fail(reading, FINDING_chart_nothing, table->place, NULL, NULL);
    chart->series_count = table->columns - 1;
    chart->names = table->first->header ? table->first : NULL;
    for (const struct node *line = table->first; line; line = line->next) {
        if (line->header)
            continue;
        const struct node *cell = line->first;
        struct chart_row *row = row_add(reading, cell);
        struct chart_value *values = (struct chart_value *)(uintptr_t)row->values;
        for (size_t i = 0; i < chart->series_count; i++) {
            cell = cell ? cell->next : NULL;
            if (!cell || !read_cell(reading, cell, &values[i]))
                return cell ? false : chart_fail(reading, FINDING_chart_nothing, line->place, NULL, NULL);
        }
    }
    return true;
}

/* Copies siblings up to `end` below `to`, with all beneath them: as deep as the guide, which its reader has
 * bounded. */
static void copy_inlines(struct arena *arena, const struct node *first, const struct node *end,
                         struct node *to)
{
    for (const struct node *node = first; node && node != end; node = node->next) {
        struct node *copy = ARENA_NEW(arena, struct node);
        *copy = *node;
        copy->first = copy->last = copy->next = copy->previous = NULL;
        node_append(to, copy);
        copy_inlines(arena, node->first, NULL, copy);
    }
}

/* A part of a paragraph, as a paragraph in its place. */
static struct node *slice(struct arena *arena, const struct node *paragraph, const struct node *first,
                          const struct node *end)
{
    struct node *part = node_create(arena, NODE_PARAGRAPH, paragraph->place);
    part->parent = paragraph->parent;
    copy_inlines(arena, first, end, part);
    return part;
}

/* Takes off what joins a bold figure to its label: "**38 %** – bị bắt nạt". */
static void trim_joint(struct node *first)
{
    static const char *const joints[] = {"–", "—", "-", ":", "·"};
    if (!first || first->type != NODE_TEXT)
        return;
    first->text += strspn(first->text, " ");
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (!strncmp(first->text, joints[i], strlen(joints[i]))) {
            first->text += strlen(joints[i]);
            break;
        }
    first->text += strspn(first->text, " ");
}

/* "**38 %** bị bắt nạt" */
static bool read_led(struct reading *reading, const struct node *paragraph)
{
    struct node *label = slice(reading->arena, paragraph, paragraph->first->next, NULL);
    trim_joint(label->first);
    struct chart_row *row = row_add(reading, label);
    return read_cell(reading, paragraph->first, (struct chart_value *)(uintptr_t)row->values);
}

/* "Bị bắt nạt: 38 %", the number a text, a fact or bold: where the label ends, and the place behind its
 * colon. NULL: there is no colon. */
static const struct node *label_end(const struct node *paragraph, const char **colon)
{
    const struct node *node = paragraph->last;
    *colon = NULL;
    for (; node && !*colon; node = node->previous)
        if (node->type == NODE_TEXT && !node->source_line && (*colon = strrchr(node->text, ':')))
            return node;
    return NULL;
}

static bool read_named(struct reading *reading, const struct node *paragraph)
{
    struct arena *arena = reading->arena;
    const char *colon;
    const struct node *at = label_end(paragraph, &colon);
    if (!at)
        return chart_fail(reading, FINDING_chart_no_number, paragraph->place,
                          node_plain_text(arena, paragraph), NULL);
    struct node *label = slice(arena, paragraph, paragraph->first, at->next);
    struct node *value = slice(arena, paragraph, at, NULL);
    label->last->text = arena_copy(arena, at->text, (size_t)(colon - at->text));
    value->first->text = colon + 1;
    struct chart_row *row = row_add(reading, label);
    return read_cell(reading, value, (struct chart_value *)(uintptr_t)row->values);
}

static bool read_list(struct reading *reading)
{
    reading->chart->series_count = 1;
    for (const struct node *item = reading->chart->data->first; item; item = item->next) {
        const struct node *paragraph = item->first;
        if (!paragraph || paragraph->next || paragraph->type != NODE_PARAGRAPH || !paragraph->first)
            return chart_fail(reading, FINDING_chart_no_number, item->place,
                              node_plain_text(reading->arena, item), NULL);
        bool led = paragraph->first->type == NODE_STRONG;
        if (!(led ? read_led : read_named)(reading, paragraph))
            return false;
    }
    return true;
}

static const struct node *data_of(const struct node *node)
{
    if (node->type != NODE_BLOCK)
        return node;
    const struct node *child = node->first;
    while (child && child->type != NODE_TABLE && !(child->type == NODE_LIST && !child->definitions))
        child = child->next;
    return child;
}

bool chart_read_rows(struct reading *reading, const struct node *node)
{
    const struct node *data = reading->chart->data = data_of(node);
    if (!data)
        return chart_fail(reading, FINDING_chart_nothing, node->place, NULL, NULL);
    reading->chart->rows = ARENA_ARRAY(reading->arena, struct chart_row, node_count(data) + 1);
    return (data->type == NODE_TABLE ? read_table : read_list)(reading);
}
