#include "pieces/slides_plan.h"
#include "layout/flow.h"
#include "text/unicode.h"
#include <string.h>

struct planner {
    struct arena *arena;
    struct slide_plans *plans;
    const struct node *title_section;
    struct slide_plan *open; /* the slide being filled; NULL: none */
    unsigned parts;
};

static struct slide_plan *plan_add(struct planner *planner, enum slide_kind kind, const struct node *section,
                                   const char *kicker)
{
    struct slide_plan *plan = ARENA_NEW(planner->arena, struct slide_plan);
    plan->kind = kind;
    plan->section = section;
    plan->kicker = kicker;
    plan->cell_count = 1;
    builder_init(&plan->notes, planner->arena);
    *VECTOR_ADD(planner->arena, &planner->plans->slides) = plan;
    planner->open = plan;
    return plan;
}

static bool plan_is_empty(const struct slide_plan *plan)
{
    return !plan->message && !plan->cells[0].blocks.count;
}

static void line_end(struct builder *text)
{
    if (text->length && text->at[text->length - 1] != '\n')
        builder_char(text, '\n');
}

/* All words beneath a node, titles of blocks and pictures too, each block on a line of its own. */
static const char *spoken_text(struct arena *arena, const struct node *node)
{
    struct builder text;
    builder_init(&text, arena);
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const struct node *at = iterator.node;
        if (node_is_block(at->type))
            line_end(&text);
        if (event != NODE_ENTER) {
            if (at->type == NODE_IMAGE && at->title && *at->title)
                builder_format(&text, at->first ? " (%s)" : "(%s)", at->title);
            continue;
        }
        builder_string(&text, at->type == NODE_SOFT_BREAK || at->type == NODE_HARD_BREAK ? " " : at->text);
        if (at->type == NODE_BLOCK && at->title && *at->title)
            builder_format(&text, "%s\n", at->title);
    }
    size_t length = text.length;
    while (length && text.at[length - 1] == '\n')
        length--;
    return length ? arena_copy(arena, text.at, length) : "";
}

static void notes_add(struct planner *planner, const struct node *node)
{
    struct builder *notes = &planner->open->notes;
    const char *text = spoken_text(planner->arena, node);
    if (!*text)
        return;
    builder_format(notes, "%s%s", notes->length ? "\n\n" : "", text);
    *VECTOR_ADD(planner->arena, &planner->open->spoken) = node;
}

/* The notes of a slide that is given up go to another one. */
static void notes_move(struct arena *arena, struct slide_plan *to, struct slide_plan *from)
{
    if (from->notes.length)
        builder_format(&to->notes, "%s%s", to->notes.length ? "\n\n" : "", builder_text(&from->notes));
    for (size_t i = 0; i < from->spoken.count; i++)
        *VECTOR_ADD(arena, &to->spoken) = from->spoken.at[i];
    from->notes.length = from->spoken.count = 0;
}

/* Speaker notes inside what is shown are not shown. */
static void notes_within(struct planner *planner, const struct node *shown)
{
    struct node_iterator iterator;
    node_iterate(&iterator, shown);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        if (event != NODE_ENTER || !block_is(iterator.node, BLOCK_notes))
            continue;
        notes_add(planner, iterator.node);
        iterator.event = NODE_LEAVE; /* with the notes in these notes */
    }
}

static void block_add(struct planner *planner, struct slide_cell *cell, const struct node *node)
{
    *VECTOR_ADD(planner->arena, &cell->blocks) = node;
    notes_within(planner, node);
}

/* A slide like the open one, for what comes next in the same section. */
static void plan_continue(struct planner *planner)
{
    const struct slide_plan *before = planner->open;
    struct slide_plan *plan = plan_add(planner, SLIDE_CONTENT, before->section, before->kicker);
    plan->repeated = true;
}

/* What is large enough for a slide of its own. */
static bool stands_alone(const struct node *node)
{
    bool figure = node->type == NODE_PARAGRAPH && is_pictures(node);
    return node->type == NODE_TABLE || figure || (node->type == NODE_BLOCK && node->block != BLOCK_only);
}

/* Begins a slide for what comes next when the open one is filled by what stands alone. A remark may join it,
 * but not a slide block, which is exactly one slide, nor a headline. */
static void leave_alone(struct planner *planner, bool remark)
{
    const struct slide_cell *cell = &planner->open->cells[0];
    const struct node *last = cell->blocks.count ? cell->blocks.at[cell->blocks.count - 1] : NULL;
    bool whole = block_is(last, BLOCK_slide) || block_is(last, BLOCK_headline);
    bool full = planner->open->cell_count == 2;
    if (full || (last && stands_alone(last) && (!remark || whole)))
        plan_continue(planner);
}

static void paragraph_plan(struct planner *planner, const struct node *node)
{
    bool leads = leads_in(planner->arena, node);
    if (!leads && !node_is_lead(node)) {
        notes_add(planner, node);
        return;
    }
    bool far = leads && stands_alone(node->next) && planner->open->cells[0].blocks.count;
    if (far) /* what it leads to stands on the next slide */
        plan_continue(planner);
    leave_alone(planner, !leads);
    if (!leads && plan_is_empty(planner->open))
        planner->open->message = node;
    else
        block_add(planner, &planner->open->cells[0], node);
}

/* What a block is called, or a slide block's own heading, is the title of its slide; what was the title
 * stands small above. */
static void take_title(struct planner *planner, const struct node *block)
{
    struct slide_plan *plan = planner->open;
    const struct node *heading = block_is(block, BLOCK_slide) ? block->first : NULL;
    if (heading && heading->type != NODE_HEADING)
        heading = NULL;
    bool named = block->type == NODE_BLOCK && block->title && *block->title && !block_shows_title(block);
    if (!named && !heading)
        return;
    plan->title = named ? block->title : node_plain_text(planner->arena, heading);
    plan->titled = named ? block : heading;
    plan->kicker = node_plain_text(planner->arena, plan->section->first);
}

/* A headline has all of a slide. */
static const struct node *headline_plan(struct planner *planner, const struct node *node)
{
    if (!plan_is_empty(planner->open))
        plan_continue(planner);
    planner->open->kind = SLIDE_STATEMENT;
    block_add(planner, &planner->open->cells[0], node);
    return node->next;
}

#define MOST_BESIDE 6 /* items of a list, lines of a form */

/* A list with a form to its right. */
static bool form_joins(const struct slide_plan *plan, const struct node *node)
{
    const struct slide_cell *cell = &plan->cells[0];
    const struct node *before = cell->blocks.count == 1 ? cell->blocks.at[0] : NULL;
    if (plan->cell_count > 1 || !block_is(node, BLOCK_form) || !before || before != node->previous)
        return false;
    const struct node *list = block_is(before, BLOCK_checklist) ? block_list(before) : before;
    const struct node *lines = block_list(node);
    return list && list->type == NODE_LIST && node_count(list) <= MOST_BESIDE && lines &&
           node_count(lines) <= MOST_BESIDE;
}

/* Puts a block that stands alone on a slide; a message with nothing else yet stays above it. Returns the next
 * node. */
static const struct node *alone_plan(struct planner *planner, const struct node *node)
{
    const struct slide_cell *cell = &planner->open->cells[0];
    if (form_joins(planner->open, node)) {
        planner->open->cell_count = 2;
        block_add(planner, &planner->open->cells[1], node);
        return node->next;
    }
    bool led = cell->blocks.count == 1 && planner->open->kind != SLIDE_STATEMENT &&
               cell->blocks.at[0] == node->previous && leads_in(planner->arena, cell->blocks.at[0]);
    if (block_is(node, BLOCK_slide) ? !plan_is_empty(planner->open) : cell->blocks.count && !led)
        plan_continue(planner);
    if (planner->open->repeated && planner->open->section)
        take_title(planner, node);
    block_add(planner, &planner->open->cells[0], node);
    const struct node *next = node->next;
    bool judged = block_is(node, BLOCK_do) && block_is(next, BLOCK_dont);
    bool beside = picture_at_side(node) && next && next->type == NODE_LIST;
    bool captioned = node->type == NODE_TABLE && is_caption_of(planner->arena, next, node);
    if (!next || !(judged || beside || captioned))
        return next;
    block_add(planner, &planner->open->cells[0], next);
    return next->next;
}

/* Nothing to show but speaker notes, as an empty block. */
static bool is_hollow(const struct node *node)
{
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const struct node *at = iterator.node;
        if (event == NODE_ENTER && block_is(at, BLOCK_notes))
            iterator.event = NODE_LEAVE;
        else if (at->type == NODE_IMAGE || (at->text && *at->text) ||
                 (at->type == NODE_BLOCK && at->title && *at->title))
            return false;
    }
    return true;
}

static const struct node *node_plan(struct planner *planner, const struct node *node)
{
    if (block_is(node, BLOCK_notes)) {
        notes_add(planner, node);
    } else if (node->type == NODE_RULE) {
        if (!plan_is_empty(planner->open))
            plan_continue(planner);
    } else if (is_hollow(node)) {
        notes_within(planner, node);
    } else if (block_is(node, BLOCK_headline)) {
        return headline_plan(planner, node);
    } else if (stands_alone(node)) {
        return alone_plan(planner, node);
    } else if (node->type == NODE_PARAGRAPH && !has_pictures(node)) {
        paragraph_plan(planner, node);
    } else {
        bool remark = node->type == NODE_ALERT || node->type == NODE_QUOTE;
        leave_alone(planner, remark);
        block_add(planner, &planner->open->cells[0], node);
    }
    return node->next;
}

static const struct node *first_subsection(const struct node *section)
{
    const struct node *node = section->first;
    while (node && node->type != NODE_SECTION)
        node = node->next;
    return node;
}

/* Two sections of one list each stand side by side. */
static bool pair_plan(struct planner *planner, const struct node *section, const struct node *left,
                      const char *kicker)
{
    const struct node *right = left->next, *sides[2] = {left, right};
    if (!right || !short_list(left, true) || !short_list(right, true))
        return false;
    struct slide_plan *plan = plan_add(planner, SLIDE_CONTENT, section, kicker);
    plan->repeated = true;
    plan->cell_count = 2;
    for (int i = 0; i < 2; i++) {
        plan->cells[i].heading = sides[i]->first;
        for (const struct node *node = sides[i]->first->next; node; node = node->next)
            if (node->type == NODE_PARAGRAPH && !leads_in(planner->arena, node))
                notes_add(planner, node);
            else
                block_add(planner, &plan->cells[i], node);
    }
    return true;
}

static void topic_plan(struct planner *planner, const struct node *section, const char *kicker);

static void subsections_plan(struct planner *planner, const struct node *section, const char *kicker)
{
    const char *name = node_plain_text(planner->arena, section->first);
    for (const struct node *node = first_subsection(section); node; node = node->next) {
        if (pair_plan(planner, section, node, kicker))
            node = node->next;
        else
            topic_plan(planner, node, name);
    }
}

#define MESSAGE_SYLLABLES 45

/* A topic without anything to show: its first paragraph from `first` on, when short, is its message. */
static void promote_prose(struct planner *planner, struct slide_plan *plan, const struct node *first)
{
    for (const struct node *node = first; node; node = node->next) {
        if (node->type != NODE_PARAGRAPH)
            continue;
        const char *text = spoken_text(planner->arena, node), *notes = builder_text(&plan->notes);
        size_t length = strlen(text);
        bool is_short = unicode_syllables(text, length) <= MESSAGE_SYLLABLES;
        if ((plan->section && !is_short) || strncmp(notes, text, length) != 0)
            return;
        notes += length;
        notes += strspn(notes, "\n");
        struct builder rest;
        builder_init(&rest, planner->arena);
        builder_string(&rest, notes);
        plan->notes = rest;
        plan->message = node;
        for (size_t i = 1; i < plan->spoken.count; i++)
            plan->spoken.at[i - 1] = plan->spoken.at[i];
        plan->spoken.count--;
        return;
    }
}

static void blocks_plan(struct planner *planner, const struct node *first)
{
    for (const struct node *node = first; node && node->type != NODE_SECTION;)
        node = node_plan(planner, node);
}

static void topic_plan(struct planner *planner, const struct node *section, const char *kicker)
{
    struct slide_plan *plan = plan_add(planner, SLIDE_CONTENT, section, kicker);
    blocks_plan(planner, section->first->next);
    if (plan_is_empty(plan))
        promote_prose(planner, plan, section->first->next);
    if (!plan->cells[0].blocks.count)
        plan->kind = SLIDE_OPENER;
    subsections_plan(planner, section, kicker);
}

/* Drops a slide that came to hold nothing, unless it has notes. */
static void drop_if_empty(struct planner *planner, struct slide_plan *plan)
{
    struct slide_plans *plans = planner->plans;
    if (plan_is_empty(plan) && !plan->notes.length && plans->slides.at[plans->slides.count - 1] == plan)
        plans->slides.count--;
}

static void part_plan(struct planner *planner, const struct node *section)
{
    bool title = section == planner->title_section;
    if (!first_subsection(section) && !title) {
        topic_plan(planner, section, NULL);
        return;
    }
    struct slide_plan *plan = plan_add(planner, title ? SLIDE_CONTENT : SLIDE_DIVIDER, section, NULL);
    if (!title)
        plan->part = ++planner->parts;
    if (title) {
        blocks_plan(planner, section->first->next);
        if (plan_is_empty(plan))
            promote_prose(planner, plan, section->first->next);
        if (!plan->cells[0].blocks.count)
            plan->kind = SLIDE_OPENER;
        drop_if_empty(planner, plan);
    } else {
        const struct node *node = section->first->next;
        if (node && node_is_lead(node) && !has_pictures(node)) {
            plan->message = node;
            node = node->next;
        }
        struct slide_plan *content = plan_add(planner, SLIDE_CONTENT, section, NULL);
        content->repeated = true;
        blocks_plan(planner, node);
        if (plan_is_empty(content)) { /* prose only: spoken over the divider */
            notes_move(planner->arena, plan, content);
            drop_if_empty(planner, content);
        }
    }
    subsections_plan(planner, section, NULL);
}

/* Whether a slide has no words but those of the slide before. */
static bool says_nothing(const struct slide_plan *plan)
{
    return plan_is_empty(plan) && (plan->repeated || !plan->section || !node_shows(plan->section->first));
}

/* Slides that came to hold nothing new: their notes go to the slide before. */
static void drop_empty(struct arena *arena, struct slide_plans *plans)
{
    size_t kept = 0;
    for (size_t i = 0; i < plans->slides.count; i++) {
        struct slide_plan *plan = plans->slides.at[i];
        if (kept && says_nothing(plan)) {
            notes_move(arena, plans->slides.at[kept - 1], plan);
            continue;
        }
        plans->slides.at[kept++] = plan;
    }
    plans->slides.count = kept;
}

/* The contacts on a slide; NULL: none. */
static const struct node *plan_contacts(const struct slide_plan *plan)
{
    for (size_t i = 0; i < plan->cells[0].blocks.count; i++)
        if (contacts_lead(plan->cells[0].blocks.at[i]))
            return plan->cells[0].blocks.at[i];
    return NULL;
}

#define CLOSING_SLIDES 3 /* contacts on one of so many at the end are moved to the very end */

static void closing_plan(struct slide_plans *plans)
{
    size_t count = plans->slides.count, at = count;
    while (at > 0 && !plan_contacts(plans->slides.at[at - 1]))
        at--;
    if (at == 0)
        return;
    struct slide_plan *plan = plans->slides.at[at - 1];
    bool alone = plan->cell_count == 1 && plan->cells[0].blocks.count == 1;
    plans->closed = at == count || (alone && at + CLOSING_SLIDES > count);
    if (!plans->closed)
        plans->contacts = plan_contacts(plan);
    else if (alone)
        plan->kind = SLIDE_CLOSING;
    for (; plans->closed && at < count; at++)
        plans->slides.at[at - 1] = plans->slides.at[at];
    if (plans->closed)
        plans->slides.at[count - 1] = plan;
}

#define LONG_DECK   12 /* slides, with the title's: from there on an agenda helps */
#define LEAST_PARTS 3
#define MOST_PARTS  8 /* more can't be taken in */

/* A part begins on it, or, in a guide without parts, a topic. */
static bool begins(const struct slide_plan *plan, bool parts)
{
    if (parts)
        return plan->kind == SLIDE_DIVIDER;
    return plan->section && !plan->repeated && plan->kind != SLIDE_CLOSING &&
           node_shows(plan->section->first);
}

static size_t count_beginnings(const struct slide_plans *plans, bool parts)
{
    size_t count = 0;
    for (size_t i = 0; i < plans->slides.count; i++)
        count += begins(plans->slides.at[i], parts);
    return count;
}

/* An agenda before all other slides, of decks that are long enough, or when the author wants one. */
static void agenda_plan(struct planner *planner, enum agenda wanted)
{
    struct slide_plans *plans = planner->plans;
    bool parts = count_beginnings(plans, true) > 1, always = wanted == AGENDA_ALWAYS;
    size_t count = count_beginnings(plans, parts), slides = plans->slides.count;
    bool helps = slides + 1 >= LONG_DECK && count >= LEAST_PARTS && count <= MOST_PARTS;
    if (wanted == AGENDA_NEVER || count < 2 || !(helps || always))
        return;
    struct slide_plan *agenda = plan_add(planner, SLIDE_AGENDA, NULL, NULL);
    for (size_t i = 0; i < slides; i++)
        if (begins(plans->slides.at[i], parts))
            *VECTOR_ADD(planner->arena, &agenda->cells[0].blocks) = plans->slides.at[i]->section->first;
    for (size_t i = slides; i > 0; i--)
        plans->slides.at[i] = plans->slides.at[i - 1];
    plans->slides.at[0] = agenda;
}

void slides_plan(struct arena *arena, const struct edition *edition, const struct node *title_section,
                 struct slide_plans *plans)
{
    struct planner planner = {arena, plans, title_section, NULL, 0};
    const struct node *node = edition->document->first;
    if (node && node->type != NODE_SECTION) {
        struct slide_plan *plan = plan_add(&planner, SLIDE_CONTENT, NULL, NULL);
        blocks_plan(&planner, node);
        if (plan_is_empty(plan))
            promote_prose(&planner, plan, node);
        drop_if_empty(&planner, plan);
        while (node && node->type != NODE_SECTION)
            node = node->next;
    }
    for (; node; node = node->next) {
        if (node->type != NODE_SECTION)
            continue;
        if (node->level <= 1)
            part_plan(&planner, node);
        else
            topic_plan(&planner, node, NULL);
    }
    drop_empty(arena, plans);
    closing_plan(plans);
    agenda_plan(&planner, edition->guide->front.agenda);
}
