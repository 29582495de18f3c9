/* form.c - lines to fill in: words, then a ruled line to the right edge. */
#include "layout/flow.h"
#include <string.h>

#define PITCH       24.0f /* points between ruled lines, at least: 8.5 mm, for handwriting */
#define LEAST_BLANK 5     /* shortest blank, sizes of body text */

/* Words, and whether a blank follows them. */
struct field {
    const char *words; /* NULL: none */
    bool blank;
};

struct field_list {
    VECTOR(struct field) at;
};

static void add_field(struct layout *layout, struct field_list *fields, const char *start, const char *end,
                      bool blank)
{
    while (start < end && *start == ' ')
        start++;
    while (end > start && end[-1] == ' ')
        end--;
    const char *words = end > start ? arena_copy(layout->arena, start, (size_t)(end - start)) : NULL;
    if (words || blank)
        *VECTOR_ADD(layout->arena, &fields->at) = (struct field){words, blank};
}

/* Words alone, so that nothing is lost when they are cut into fields. */
static bool is_words(const struct node *paragraph)
{
    struct node_iterator iterator;
    node_iterate(&iterator, paragraph);
    while (node_next(&iterator) != NODE_DONE) {
        enum node_type type = iterator.node->type;
        if (type == NODE_IMAGE || type == NODE_LINK || type == NODE_FOOTNOTE_REF)
            return false;
    }
    return true;
}

/* "Họ tên: ____ Lớp: ____": two fields; "Ý kiến:" is one. False: the text has nothing to fill in. */
static bool read_fields(struct layout *layout, const char *text, struct field_list *fields)
{
    bool blanks = false;
    for (const char *at; (at = strstr(text, "__")); text = at + strspn(at, "_"), blanks = true)
        add_field(layout, fields, text, at, true);
    const char *end = text + strlen(text);
    bool open = !blanks && end > text && end[-1] == ':';
    add_field(layout, fields, text, end, open);
    return blanks || open;
}

/* ---- A line: words and rules ---- */

struct form_cell {
    const struct box *words; /* NULL: none */
    float x, rule, end;      /* where the words and the rule begin, and the rule ends; rule == end: none */
};

struct form_line {
    struct box box;
    const struct form_cell *cells;
    size_t count;
};

static void line_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct form_line *line = (const struct form_line *)box;
    for (size_t i = 0; i < line->count; i++) {
        const struct form_cell *cell = &line->cells[i];
        if (cell->words)
            box_draw(layout, cell->words, x + cell->x, y + box->baseline - cell->words->baseline);
        if (cell->end <= cell->rule)
            continue;
        float down = y + box->baseline + 2;
        artifact_begin(layout);
        scene_stroke(layout->builder, path_line(layout->builder, x + cell->rule, down, x + cell->end, down),
                     (struct stroke){.colour = layout->palette->muted, .width = 0.75f});
        artifact_end(layout);
    }
}

static struct box *line_create(struct layout *layout, const struct form_cell *cells, size_t count,
                               float width)
{
    static const struct box_ops ops = {.draw = line_draw};
    struct form_line *line = ARENA_NEW(layout->arena, struct form_line);
    float pitch = layout->sheet->size[TEXT_BODY] * (layout->sheet->on_paper ? 2 : 2.5f);
    float height = pitch > PITCH ? pitch : PITCH;
    line->cells = cells;
    line->count = count;
    line->box = (struct box){.ops = &ops, .width = width, .height = height, .baseline = height * 0.75f};
    return &line->box;
}

static struct box *empty_line(struct layout *layout, float width)
{
    struct form_cell *cell = ARENA_NEW(layout->arena, struct form_cell);
    *cell = (struct form_cell){.end = width};
    return line_create(layout, cell, 1, width);
}

/* ---- Fields on lines ---- */

static float words_width(struct layout *layout, const struct field *field)
{
    struct text_look look = {.role = TEXT_BODY};
    return field->words ? string_width(layout, field->words, &look) : 0;
}

/* How many fields from `first` on fit on one line; *room is what their blanks share. */
static size_t fields_fitting(struct layout *layout, const struct field *fields, size_t count, float width,
                             float *room)
{
    float size = layout->sheet->size[TEXT_BODY], used = 0, blanks = 0;
    size_t fitting = 0;
    for (; fitting < count; fitting++) {
        float words = words_width(layout, &fields[fitting]) + size * 0.4f + (fitting ? size : 0);
        float blank = fields[fitting].blank ? size * LEAST_BLANK : 0;
        if (fitting && used + words + blanks + blank > width)
            break;
        used += words;
        blanks += blank;
    }
    *room = width - used;
    return fitting;
}

static struct box *fields_line(struct layout *layout, const struct field *fields, size_t count, float room,
                               float width)
{
    float size = layout->sheet->size[TEXT_BODY], x = 0;
    struct form_cell *cells = ARENA_ARRAY(layout->arena, struct form_cell, count);
    struct text_look look = {.role = TEXT_BODY};
    size_t blanks = 0;
    for (size_t i = 0; i < count; i++)
        blanks += fields[i].blank;
    for (size_t i = 0; i < count; i++) {
        float wide = words_width(layout, &fields[i]) + size * 0.4f;
        x += i ? size : 0;
        cells[i] = (struct form_cell){.x = x, .words = text_of_string(layout, fields[i].words, wide, &look)};
        cells[i].rule = cells[i].end = x += wide;
        if (fields[i].blank)
            cells[i].end = x += room / (float)blanks;
    }
    return line_create(layout, cells, count, width);
}

/* Words too long for a line stand above their rule. */
static void add_long(struct layout *layout, struct box_list *lines, const struct field *field, float width)
{
    struct text_look look = {.role = TEXT_BODY};
    struct box *words = text_of_string(layout, field->words, width, &look);
    if (words && field->blank)
        words->keep_next = true;
    box_list_add(layout, lines, words);
    if (field->blank)
        box_list_add(layout, lines, empty_line(layout, width));
}

static void add_fields(struct layout *layout, struct box_list *lines, const struct field_list *fields,
                       float width)
{
    float least = layout->sheet->size[TEXT_BODY] * LEAST_BLANK;
    for (size_t at = 0, count; at < fields->at.count; at += count) {
        float room;
        count = fields_fitting(layout, &fields->at.at[at], fields->at.count - at, width, &room);
        if (count == 1 && room < least)
            add_long(layout, lines, &fields->at.at[at], width);
        else
            box_list_add(layout, lines, fields_line(layout, &fields->at.at[at], count, room, width));
    }
}

static void add_blocks(struct layout *layout, struct box_list *lines, const struct node *first, float width);

/* Items to tick are a list; the others are fields. */
static void add_items(struct layout *layout, struct box_list *lines, const struct node *list, float width)
{
    for (const struct node *item = list->first; item;) {
        struct box_list ticks = {0};
        for (; item && item->task; item = item->next)
            box_list_add(layout, &ticks, tick_item_box(layout, item, width));
        struct box *box = stack_create(layout, &ticks, width);
        if (box)
            box->mark = mark_create(layout, MARK_LIST, list->place);
        box_list_add(layout, lines, box);
        for (; item && !item->task; item = item->next)
            add_blocks(layout, lines, item->first, width);
    }
}

/* What is filled in; false: the node is none of that. */
static bool add_blanks(struct layout *layout, struct box_list *lines, const struct node *node, float width)
{
    struct field_list fields = {0};
    if (node->type == NODE_RULE)
        box_list_add(layout, lines, empty_line(layout, width));
    else if (node->type == NODE_LIST)
        add_items(layout, lines, node, width);
    else if (node->type == NODE_PARAGRAPH && is_words(node) &&
             read_fields(layout, node_plain_text(layout->arena, node), &fields))
        add_fields(layout, lines, &fields, width);
    else
        return false;
    return true;
}

static void add_blocks(struct layout *layout, struct box_list *lines, const struct node *first, float width)
{
    for (const struct node *node = first; node;)
        node =
            add_blanks(layout, lines, node, width) ? node->next : flow_add(layout, lines, node, NULL, width);
}

struct box *form_box(struct layout *layout, const struct node *block, float width)
{
    struct box_list lines = {0};
    add_blocks(layout, &lines, block->first, width);
    struct box *box = stack_create(layout, &lines, width);
    if (box)
        box->before = box->after = layout->sheet->gap * 1.5f;
    return box;
}
