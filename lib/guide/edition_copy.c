/* The edition's tree: what it shows of the guide's, facts filled in, sections nested anew (an `only` block
 * may have held headings). Recursion is as deep as the guide, which the reader has bounded. */
#include "guide/edition.h"
#include "guide/sections.h"
#include "text/unicode.h"
#include <string.h>

static void copy_children(struct edition_maker *maker, const struct node *from, struct node *to, bool chosen);

static bool is_chosen(const struct edition_maker *maker, const struct node *section)
{
    for (size_t i = 0; i < maker->options->section_count; i++)
        if (!strcmp(maker->options->sections[i], section->id))
            return true;
    return false;
}

static struct node *copy_node(struct edition_maker *maker, const struct node *from, struct node *to)
{
    struct node *node = ARENA_NEW(maker->arena, struct node);
    *node = *from;
    node->first = node->last = NULL;
    node_append(to, node);
    return node;
}

static void copy_fact(struct edition_maker *maker, const struct node *from, struct node *to)
{
    const struct used_fact *fact = edition_fact(maker, from->text, from->place);
    struct node *text = copy_node(maker, from, to);
    text->type = NODE_TEXT;
    text->text = fact ? fact->value : "";
    text->source_line = fact ? fact->source_line : NULL;
}

/* The first reference an edition keeps holds the note, whichever held it in the guide. */
static void copy_footnote(struct edition_maker *maker, const struct node *from, struct node *to)
{
    struct node *reference = copy_node(maker, from, to), **note = &maker->notes[from->start - 1];
    if (!*note) {
        *note = copy_node(maker, from->note, reference);
        (*note)->start = ++maker->note_count;
        (*note)->id = arena_format(maker->arena, "note-%u", (*note)->start);
        copy_children(maker, from->note, *note, true);
    }
    reference->note = *note;
    reference->start = (*note)->start;
    reference->id = (*note)->id;
}

/* The children of a block that disappears; its language stays with them. */
static void unwrap(struct edition_maker *maker, const struct node *from, struct node *to, bool chosen)
{
    struct node *before = to->last;
    copy_children(maker, from, to, chosen);
    struct node *child = before ? before->next : to->first;
    for (; from->language && child; child = child->next)
        if (!child->language)
            child->language = from->language;
}

/* “### ? Con bị dọa thì sao?”: the sign says that this is a question, as the number signs say heading. */
static void drop_question_sign(struct edition_maker *maker, struct node *heading)
{
    struct node *text = heading->first;
    if (text && text->type == NODE_TEXT && !strncmp(text->text, "? ", 2))
        text->text = arena_string(maker->arena, text->text + 2);
}

static void copy_other(struct edition_maker *maker, const struct node *from, struct node *to)
{
    struct node *node = copy_node(maker, from, to);
    if ((from->type == NODE_BLOCK || from->type == NODE_IMAGE) && from->title)
        node->title = edition_fill(maker, from->title, from->place);
    copy_children(maker, from, node, true);
    if (block_is(node, BLOCK_glossary))
        edition_order(maker, node);
    else if (node->type == NODE_HEADING && block_is(from->parent, BLOCK_questions))
        drop_question_sign(maker, node);
}

static void copy(struct edition_maker *maker, const struct node *from, struct node *to, bool chosen)
{
    if (!edition_shows(maker, from))
        return;
    if (from->type == NODE_SECTION)
        unwrap(maker, from, to, chosen || is_chosen(maker, from));
    else if (block_is_scope(from))
        unwrap(maker, from, to, chosen);
    else if (!chosen)
        return;
    else if (from->type == NODE_FACT)
        copy_fact(maker, from, to);
    else if (from->type == NODE_FOOTNOTE_REF)
        copy_footnote(maker, from, to);
    else
        copy_other(maker, from, to);
}

static void copy_children(struct edition_maker *maker, const struct node *from, struct node *to, bool chosen)
{
    for (const struct node *child = from->first; child; child = child->next)
        copy(maker, child, to, chosen);
}

struct node *edition_copy(struct edition_maker *maker)
{
    const struct node *from = maker->guide->document;
    struct node *document = node_create(maker->arena, NODE_DOCUMENT, from->place);
    copy_children(maker, from, document, maker->options->section_count == 0);
    sections_nest(maker->arena, document);
    return document;
}
