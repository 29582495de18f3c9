#include "words.h"
#include "guide/chart.h"
#include "guide/roles.h"
#include "layout/flow.h"
#include "layout/myths.h"
#include "pieces/job.h"
#include "text/unicode.h"
#include <stdlib.h>
#include <string.h>

static bool is_white(uint32_t c)
{
    return c == '_' /* blanks of forms are drawn */ || c <= 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
           c == 0x2060 || c == 0x3000 || c == 0xfeff;
}

static void add_text(struct builder *stream, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t c = utf8_next(text, length, &at);
        if (!is_white(c))
            builder_codepoint(stream, c);
    }
}

static void add_words(struct builder *words, const char *text)
{
    for (size_t at = 0, length = strlen(text); at < length;) {
        uint32_t c = utf8_next(text, length, &at);
        bool again = !words->length || words->at[words->length - 1] == ' ';
        if (!is_white(c))
            builder_codepoint(words, c);
        else if (!again)
            builder_char(words, ' ');
    }
}

static const char *trimmed(const struct builder *words)
{
    size_t length = words->length;
    while (length && words->at[length - 1] == ' ')
        length--;
    return length ? arena_copy(words->arena, words->at, length) : "";
}

/* ---- An edition's words ---- */

struct collector {
    struct arena *arena;
    struct segments *segments;
    struct builder open, words; /* the segment being collected */
    unsigned line;
    VECTOR(const struct node *) notes; /* references that hold footnotes */
    bool in_notes;                     /* those are collected now */
    bool in_table;                     /* one that may be divided by columns */
    bool spoken;                       /* speaker notes are collected too */
    bool after_lead;                   /* a dash or colon that joins a lead to its text may be left out */
    bool in_chart;                     /* its rows stand in an order of their own */
};

static void flush(struct collector *collector)
{
    if (collector->open.length)
        *VECTOR_ADD(collector->arena, &collector->segments->list) = (struct segment){
            builder_text(&collector->open), collector->open.length, trimmed(&collector->words),
            collector->line, collector->in_notes || collector->in_table || collector->in_chart};
    builder_init(&collector->open, collector->arena);
    builder_init(&collector->words, collector->arena);
    collector->after_lead = false;
}

static const char *without_joint(const char *text)
{
    static const char *const joints[] = {"–", "—", "-", ":", "·"};
    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (strncmp(text, joints[i], strlen(joints[i])) == 0)
            return text + strlen(joints[i]);
    bool stop = *text && strchr(".,;", *text) && (!text[1] || text[1] == ' ');
    return stop ? text + 1 : text;
}

static void collect(struct collector *collector, const struct node *node, const char *text);

/* "Label: 38%" in a chart's list: the number stands by itself. */
static bool collect_row(struct collector *collector, const struct node *node, const char *text)
{
    const char *colon =
        node->type == NODE_TEXT && node->parent->type == NODE_PARAGRAPH && text ? strrchr(text, ':') : NULL;
    if (!colon)
        return false;
    collector->in_chart = false;
    collect(collector, node, arena_copy(collector->arena, text, (size_t)(colon - text)));
    collector->in_chart = true;
    flush(collector);
    collect(collector, node, colon + 1);
    return true;
}

static void collect(struct collector *collector, const struct node *node, const char *text)
{
    if (collector->in_chart && collect_row(collector, node, text))
        return;
    if (!text)
        return;
    if (collector->after_lead)
        text = without_joint(text);
    collector->after_lead = false;
    if (!collector->open.length)
        collector->line = source_locate(node->place).line;
    add_text(&collector->open, text, strlen(text));
    add_words(&collector->words, text);
}

static void collect_string(struct collector *collector, const char *text)
{
    add_text(&collector->open, text, strlen(text));
    add_words(&collector->words, text);
    collector->line = 0;
    flush(collector);
}

static bool breaks_segment(const struct node *node)
{
    return node_is_block(node->type) || node->type == NODE_FOOTNOTE_REF || node->type == NODE_IMAGE;
}

static void enter(struct collector *collector, const struct node *node)
{
    if (breaks_segment(node))
        flush(collector);
    if (node->type == NODE_BLOCK && node->block != BLOCK_qr) {
        collect(collector, node, node->title);
        flush(collector);
    } else if (node->type == NODE_SOFT_BREAK || node->type == NODE_HARD_BREAK) {
        add_words(&collector->words, " ");
    } else if (node->type == NODE_TEXT || node->type == NODE_CODE || node->type == NODE_CODE_BLOCK) {
        collect(collector, node, node->text);
    }
}

/* A picture alone whose title is its caption: its alt text is heard, not seen. */
static bool is_titled(const struct node *node)
{
    return node->type == NODE_IMAGE && node->title && *node->title && is_pictures(node->parent) &&
           node->parent->type == NODE_PARAGRAPH;
}

static void leave(struct collector *collector, const struct node *node)
{
    if (node->type == NODE_IMAGE) {
        flush(collector);
        collect(collector, node, node->title);
    }
    if (block_is(node, BLOCK_qr)) { /* the address stands below the words on it */
        flush(collector);
        collect(collector, node, node->title);
    }
    bool lead = node->type == NODE_STRONG && node->parent->type == NODE_PARAGRAPH && !node->previous;
    if (lead || breaks_segment(node))
        flush(collector);
    collector->after_lead = lead;
}

static void collect_front(struct collector *collector, const struct edition *edition)
{
    size_t length = strlen(edition->kicker);
    collect_string(collector,
                   unicode_upper(collector->arena, edition->kicker, length, edition->language, &length));
    collect_string(collector, edition->title);
    collect_string(collector, edition->subtitle);
    collect_string(collector, edition->issuer);
}

/* A footnote's words come later, unless another footnote calls it. */
static bool defer(struct collector *collector, struct node_iterator *iterator)
{
    const struct node *node = iterator->node;
    if (iterator->event != NODE_ENTER || node->type != NODE_FOOTNOTE_REF || collector->in_notes)
        return false;
    flush(collector);
    if (node->first)
        *VECTOR_ADD(collector->arena, &collector->notes) = node;
    iterator->event = NODE_LEAVE; /* skips what is beneath */
    return true;
}

static void visit(struct collector *collector, struct node_iterator *iterator)
{
    if (defer(collector, iterator))
        return;
    if (iterator->event == NODE_ENTER && block_is(iterator->node, BLOCK_notes) && !collector->spoken) {
        iterator->event = NODE_LEAVE; /* skips what is beneath */
        return;
    }
    if (iterator->event == NODE_LEAVE) {
        leave(collector, iterator->node);
        return;
    }
    enter(collector, iterator->node);
    if (!collector->in_notes && is_titled(iterator->node)) {
        leave(collector, iterator->node);
        iterator->event = NODE_LEAVE; /* skips what is beneath */
    }
}

static void collect_beneath(struct collector *collector, const struct node *root)
{
    struct node_iterator iterator;
    node_iterate(&iterator, root);
    while (node_next(&iterator) != NODE_DONE)
        visit(collector, &iterator);
}

static int by_number(const void *a, const void *b)
{
    const struct node *const *x = a, *const *y = b;
    return ((*x)->start > (*y)->start) - ((*x)->start < (*y)->start);
}

static void collect_notes(struct collector *collector)
{
    collector->in_notes = true;
    if (collector->notes.count)
        qsort(collector->notes.at, collector->notes.count, sizeof(struct node *), by_number);
    for (size_t i = 0; i < collector->notes.count; i++)
        collect_beneath(collector, collector->notes.at[i]->note);
    flush(collector);
}

static bool compares(const struct node *block)
{
    return block_is(block, BLOCK_compare) || block_is(block, BLOCK_before_after);
}

/* A compared table is read column by column. */
static bool is_compared(const struct node *table)
{
    if (table->type != NODE_TABLE || !compares(table->parent) || !is_comparison(table))
        return false;
    for (const struct node *node = table->previous; node; node = node->previous)
        if (node->type == NODE_TABLE && is_comparison(node))
            return false;
    return true;
}

static void collect_columns(struct collector *collector, const struct node *table)
{
    for (unsigned column = 0; column < table->columns; column++)
        for (const struct node *row = table->first; row; row = row->next) {
            const struct node *cell = row->first;
            for (unsigned i = 0; cell && i < column; i++)
                cell = cell->next;
            if (cell)
                collect_beneath(collector, cell);
        }
}

/* A name that stands over its column in the source, over the first pair on a page. */
static void collect_pair_name(struct collector *collector, const struct node *name)
{
    flush(collector);
    collector->in_table = true;
    collect_beneath(collector, name);
    flush(collector);
    collector->in_table = false;
}

/* The two cells of a row, the first one led by the column's name, which the first row of all brings along. */
static void collect_pairs(struct collector *collector, const struct node *table)
{
    for (const struct node *row = table->first->next; row; row = row->next) {
        const struct node *name = table->first->first, *cell = row->first;
        for (; cell && name; cell = cell->next, name = name->next) {
            if (row->previous == table->first)
                collect_pair_name(collector, name);
            collect_beneath(collector, cell);
        }
    }
}

/* A table of more than two columns, where `event` enters or leaves it. */
static void note_table(struct collector *collector, const struct node *node, enum node_event event)
{
    if (node->type != NODE_TABLE || node->columns <= 2)
        return;
    flush(collector);
    collector->in_table = event == NODE_ENTER;
}

static void collect_step(struct collector *collector, const struct role_step *step, bool first)
{
    collector->after_lead = step->lead != NULL;
    for (const struct node *node = step->lead ? step->lead->next : NULL; node; node = node->next)
        collect_beneath(collector, node);
    flush(collector);
    for (const struct node *node = step->first; node; node = node->next)
        collect_beneath(collector, node);
    if (step->cell)
        collect_beneath(collector, step->cell);
    if (step->when && step->when->first && first)
        collect_beneath(collector, step->when_name);
    if (step->when)
        collect_beneath(collector, step->when);
}

/* Lanes are read one after the other: a role, then all its steps. */
static void collect_lanes(struct collector *collector, const struct node *at, const struct role_steps *steps)
{
    const struct node *names = at->type == NODE_TABLE ? at->first->first : NULL;
    for (unsigned column = 0; names && column < 2; column++, names = names->next)
        collect_beneath(collector, names);
    for (size_t i = 0; i < steps->at.count; i++) {
        if (!role_is_new(collector->arena, steps, i))
            continue;
        collect_beneath(collector, steps->at.at[i].who);
        flush(collector);
        for (size_t j = i; j < steps->at.count; j++)
            if (role_is_same(collector->arena, &steps->at.at[i], &steps->at.at[j]))
                collect_step(collector, &steps->at.at[j], j == 0);
    }
}

/* Whether a node holds the steps of a lanes block, which are collected. */
static bool is_lanes(struct collector *collector, const struct node *node)
{
    struct role_steps steps = {0};
    if (!block_is(node->parent, BLOCK_lanes) ||
        role_steps_of_block(collector->arena, node->parent, &steps) != node)
        return false;
    collect_lanes(collector, node, &steps);
    return true;
}

static void note_chart(struct collector *collector, const struct node *node, enum node_event event)
{
    if (!chart_is_asked(node))
        return;
    flush(collector);
    collector->in_chart = event == NODE_ENTER;
}

void segments_of_edition(struct arena *arena, const struct edition *edition, bool notes,
                         struct segments *segments)
{
    struct collector collector = {.arena = arena, .segments = segments, .spoken = notes};
    flush(&collector);
    collect_front(&collector, edition);
    const struct node *title = title_section(edition);
    struct node_iterator iterator;
    node_iterate(&iterator, edition->document);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const struct node *node = iterator.node;
        if (event == NODE_ENTER && title && node == title->first)
            iterator.event = NODE_LEAVE; /* skips what is beneath */
        else if (event == NODE_ENTER && is_compared(node)) {
            collect_columns(&collector, node);
            iterator.event = NODE_LEAVE;
        } else if (event == NODE_ENTER && block_is(node->parent, BLOCK_myths) &&
                   node == myths_table(node->parent)) {
            collect_pairs(&collector, node);
            iterator.event = NODE_LEAVE;
        } else if (event == NODE_ENTER && is_lanes(&collector, node)) {
            iterator.event = NODE_LEAVE;
        } else {
            note_table(&collector, node, event);
            note_chart(&collector, node, event);
            visit(&collector, &iterator);
        }
    }
    flush(&collector);
    collect_notes(&collector);
}

/* ---- A scene's words ---- */

/* Text between the cells of tables, or in one cell or footnote. */
struct part {
    struct place cell; /* its source is NULL between cells */
    const char *note;  /* its id; NULL: no footnote */
    struct builder text;
};

struct reading {
    struct arena *arena;
    VECTOR(struct part *) parts;
    struct part *open;
    unsigned hidden; /* artifacts we are in */
};

static void open_part(struct reading *reading, struct place cell)
{
    struct part *part = ARENA_NEW(reading->arena, struct part);
    part->cell = cell;
    builder_init(&part->text, reading->arena);
    *VECTOR_ADD(reading->arena, &reading->parts) = part;
    reading->open = part;
}

static bool same_note(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Goes on with the part of a cell or footnote, or begins it. */
static void open_apart(struct reading *reading, struct place place, const char *note)
{
    for (size_t i = 0; i < reading->parts.count; i++) {
        struct part *part = reading->parts.at[i];
        if (part->cell.source && part->cell.start == place.start && part->cell.end == place.end &&
            same_note(part->note, note)) {
            reading->open = part;
            return;
        }
    }
    open_part(reading, place);
    reading->open->note = note;
}

static void read_mark(struct reading *reading, const struct mark *mark, bool begins)
{
    if (mark->type == MARK_ARTIFACT)
        reading->hidden = begins ? reading->hidden + 1 : reading->hidden - 1;
    if (reading->hidden)
        return;
    bool apart = mark->type == MARK_CELL || mark->type == MARK_NOTE;
    if (apart && begins)
        open_apart(reading, mark->place, mark->type == MARK_NOTE ? mark->id : NULL);
    else if (apart)
        open_part(reading, (struct place){0});
}

static void read_page(struct reading *reading, const struct page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct item *item = &page->items[i];
        if (item->type == ITEM_BEGIN || item->type == ITEM_END)
            read_mark(reading, item->as.mark, item->type == ITEM_BEGIN);
        else if (item->type == ITEM_TEXT && !reading->hidden)
            add_text(&reading->open->text, item->as.text.run->text, item->as.text.run->length);
    }
}

struct builder stream_of_scene(struct arena *arena, const struct scene *scene)
{
    struct reading reading = {.arena = arena};
    open_part(&reading, (struct place){0});
    for (size_t i = 0; i < scene->page_count; i++)
        read_page(&reading, &scene->pages[i]);
    struct builder stream;
    builder_init(&stream, arena);
    for (int notes = 0; notes < 2; notes++)
        for (size_t i = 0; i < reading.parts.count; i++) {
            struct part *part = reading.parts.at[i];
            if ((part->note != NULL) == (notes == 1))
                builder_add(&stream, builder_text(&part->text), part->text.length);
        }
    return stream;
}

struct builder stream_of_notes(struct arena *arena, const struct scene *scene)
{
    struct builder stream;
    builder_init(&stream, arena);
    for (size_t i = 0; i < scene->page_count; i++)
        if (scene->pages[i].notes)
            add_text(&stream, scene->pages[i].notes, strlen(scene->pages[i].notes));
    return stream;
}
