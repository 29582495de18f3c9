#include "layout/notes.h"
#include "base/builder.h"

struct note {
    const struct node *node; /* NODE_FOOTNOTE; NULL: called only within others, or not in this edition */
    unsigned number;         /* that is printed: from 1 in order of first call */
    const char *link;        /* "#ghi-chu-3" */
    bool called;             /* by the content of the last notes_called() */
    bool shown;
};

struct notes {
    struct note *at; /* by number - 1 */
    size_t count;
};

static size_t highest_number(const struct node *document)
{
    size_t highest = 0;
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.node->type == NODE_FOOTNOTE_REF && iterator.node->start > highest)
            highest = iterator.node->start;
    return highest;
}

/* What only another footnote calls has no number: it stands in brackets there. */
static void number_notes(struct layout *layout, struct notes *notes, const struct node *document)
{
    struct node_iterator iterator;
    unsigned within = 0, number = 0;
    node_iterate(&iterator, document);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const struct node *node = iterator.node;
        if (node->type == NODE_FOOTNOTE)
            within += event == NODE_ENTER ? 1 : -1u;
        if (node->type != NODE_FOOTNOTE_REF || within || notes->at[node->start - 1].node)
            continue;
        number++;
        notes->at[node->start - 1] = (struct note){
            .node = node->note, .number = number, .link = arena_format(layout->arena, "#ghi-chu-%u", number)};
    }
}

void notes_begin(struct layout *layout)
{
    const struct node *document = layout->edition->document;
    size_t count = highest_number(document);
    layout->notes = NULL;
    if (!count)
        return;
    struct notes *notes = ARENA_NEW(layout->arena, struct notes);
    notes->at = ARENA_ARRAY(layout->arena, struct note, count);
    notes->count = count;
    number_notes(layout, notes, document);
    layout->notes = notes;
}

static const char *raised_number(struct layout *layout, unsigned number)
{
    static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    struct builder text;
    builder_init(&text, layout->arena);
    for (const char *digit = arena_format(layout->arena, "%u", number); *digit; digit++)
        builder_string(&text, raised[*digit - '0']);
    return builder_text(&text);
}

const char *notes_call(struct layout *layout, const struct node *reference, const char **link)
{
    const struct note *note = &layout->notes->at[reference->start - 1];
    *link = note->link;
    return note->node ? raised_number(layout, note->number) : NULL;
}

void notes_see(struct layout *layout, const struct line *line)
{
    for (size_t i = 0; i < line->run_count; i++)
        for (size_t j = 0; line->runs[i].tag && j < layout->notes->count; j++)
            layout->notes->at[j].called |= line->runs[i].tag == layout->notes->at[j].link;
}

static struct box *note_box(struct layout *layout, const struct note *note, float width)
{
    struct text_look look = {.role = TEXT_SMALL, .unmarked = true};
    struct box *box = text_of_note(layout, note->node, raised_number(layout, note->number), width, &look);
    struct mark *mark = mark_create(layout, MARK_NOTE, note->node->place);
    mark->id = note->link + 1;
    box->mark = mark;
    box->before = box->after = layout->sheet->size[TEXT_SMALL] * 0.25f;
    account_tell(layout, box, note->node, note->node, CHOICE_footnote);
    return box;
}

struct box *notes_called(struct layout *layout, const struct box *content, float width)
{
    struct notes *notes = layout->notes;
    if (!notes || !content)
        return NULL;
    for (size_t i = 0; i < notes->count; i++)
        notes->at[i].called = false;
    struct arena_mark mark = arena_mark(layout->arena);
    box_rehearse(layout, content); /* the lines it draws tell: notes_see() */
    arena_rewind(layout->arena, mark);
    struct box_list list = {0};
    for (size_t i = 0; i < notes->count; i++)
        if (notes->at[i].called && !notes->at[i].shown)
            box_list_add(layout, &list, note_box(layout, &notes->at[i], width));
    return stack_create(layout, &list, width);
}

struct box *notes_foot(struct layout *layout, const struct box *carried, const struct box *called,
                       float width)
{
    if (!carried && !called)
        return NULL;
    struct box *rule = rule_create(layout, width / 4);
    rule->before = layout->sheet->gap;
    rule->after = layout->sheet->gap * 0.5f;
    rule->keep_next = true;
    const struct box *parts[] = {rule, carried, called};
    return stack_of_parts(layout, width, parts, 3);
}

void notes_shown(struct layout *layout)
{
    for (size_t i = 0; layout->notes && i < layout->notes->count; i++) {
        struct note *note = &layout->notes->at[i];
        note->shown |= note->called;
    }
}
