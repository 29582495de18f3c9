/* lanes.c - who does what: a lane for each role, its name on a band, its steps in order with the numbers they
 * have among all. Where there is room, each step stands in a column of its own, so that time runs to the
 * right. */
#include "guide/roles.h"
#include "layout/banded.h"
#include "layout/flow.h"
#include "layout/marker.h"
#include "layout/named.h"
#include "layout/trial.h"

/* A paragraph of the inlines of two nodes, with some words between. */
static const struct node *joined(struct layout *layout, const struct node *first, const char *between,
                                 const struct node *second)
{
    struct node *paragraph = node_create(layout->arena, NODE_PARAGRAPH, first->place);
    struct node *text = node_create(layout->arena, NODE_TEXT, first->place);
    text->text = between;
    const struct node *const sources[] = {first->first, text, second->first};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        for (const struct node *inlined = sources[i]; inlined; inlined = inlined->next) {
            struct node *copy = node_create(layout->arena, inlined->type, inlined->place);
            *copy = *inlined;
            copy->parent = copy->next = copy->previous = NULL;
            node_append(paragraph, copy);
        }
    }
    return paragraph;
}

/* “Khi nào: trong ngày”. */
static struct box *when_box(struct layout *layout, const struct role_step *step, float width)
{
    if (!step->when || !step->when->first)
        return NULL;
    struct text_look small = {.role = TEXT_SMALL, .colour = layout->palette->muted};
    struct box *box = text_of_node(layout, joined(layout, step->when_name, ": ", step->when), width, &small);
    return box;
}

static struct box *step_words(struct layout *layout, const struct role_step *step, float width)
{
    struct text_look body = {.role = TEXT_BODY};
    struct box_list parts = {0};
    if (step->lead)
        box_list_add(layout, &parts, text_of_rest(layout, step->lead, width, &body));
    if (step->cell) {
        box_list_add(layout, &parts, text_of_node(layout, step->cell, width, &body));
        box_list_add(layout, &parts, pictures_box(layout, step->cell, width));
    }
    box_list_add(layout, &parts, flow_blocks(layout, step->first, NULL, width));
    struct box *when = when_box(layout, step, width);
    if (when && parts.boxes.count)
        parts.boxes.at[parts.boxes.count - 1]->after = when->before = layout->sheet->gap * 0.1f;
    box_list_add(layout, &parts, when);
    return stack_create(layout, &parts, width);
}

static struct box *step_box(struct layout *layout, const struct role_step *step, float width)
{
    float size = layout->sheet->size[TEXT_BODY], numeral = layout->sheet->size[TEXT_NUMERAL];
    struct marker dot = {
        .shape = MARKER_DOT, .colour = layout->palette->accent, .size = size * 0.36f, .indent = size * 1.35f};
    struct marker number = {.shape = MARKER_NUMERAL,
                            .label = arena_format(layout->arena, "%u", step->number),
                            .colour = layout->palette->accent,
                            .size = numeral * 1.75f,
                            .indent = numeral * 2.4f};
    const struct marker *marker = step->number > 0 ? &number : &dot;
    struct box *words = step_words(layout, step, width - marker->indent);
    struct box *box = item_create(layout, marker, words, width, step->place, MARK_ITEM);
    box->before = box->after = layout->sheet->gap * 0.6f;
    return box;
}

#define TALLEST_STEP 9.0f /* of steps side by side, sizes of body text */

static bool steps_are_short(struct layout *layout, const struct role_steps *steps, float width)
{
    for (size_t i = 0; i < steps->at.count; i++) {
        struct trial trial = trial_begin(layout);
        float height = step_box(layout, &steps->at.at[i], width)->height;
        trial_drop(layout, trial);
        if (height > TALLEST_STEP * layout->sheet->size[TEXT_BODY])
            return false;
    }
    return true;
}

/* How wide a column for each step is; 0: they have no room side by side. */
static float column_width(struct layout *layout, const struct role_steps *steps, float width)
{
    size_t count = steps->at.count;
    float gutter = layout->sheet->gutter * 0.5f, each = (width - gutter * (float)(count - 1)) / (float)count;
    bool ordered = steps->at.at[0].number > 0;
    if (!ordered || count < 2 || each < layout->sheet->size[TEXT_BODY] * 8.5f)
        return 0;
    return steps_are_short(layout, steps, each) ? each : 0;
}

/* The steps of the role of step `index`. */
static struct box *lane_body(struct layout *layout, const struct role_steps *steps, size_t index, float width)
{
    float each = column_width(layout, steps, width);
    struct box_list boxes = {0};
    for (size_t i = 0; i < steps->at.count; i++) {
        const struct role_step *step = &steps->at.at[i];
        if (i >= index && role_is_same(layout->arena, step, &steps->at.at[index]))
            box_list_add(layout, &boxes, step_box(layout, step, each > 0 ? each : width));
        else if (each > 0)
            box_list_add(layout, &boxes, space_create(layout, each, 0));
    }
    struct box *box = each > 0 ? row_create(layout, &boxes, layout->sheet->gutter * 0.5f, ROW_TOP)
                               : stack_create(layout, &boxes, width);
    box->mark = mark_create(layout, MARK_LIST, steps->at.at[index].place);
    return box;
}

#define BAND_BESIDE  7.5f /* sizes of body text */
#define LEAST_BESIDE 20.0f

static struct box *lane_box(struct layout *layout, const struct role_steps *steps, size_t index, float width)
{
    float size = layout->sheet->size[TEXT_BODY],
          beside = width >= LEAST_BESIDE * size ? BAND_BESIDE * size : 0;
    struct banded lane = banded_open(layout, ground_shade(layout, 0.9f), width, beside);
    struct text_look look = {.role = TEXT_H3, .bold = true, .balanced = true};
    banded_head(layout, &lane,
                text_of_node(layout, steps->at.at[index].who, banded_head_width(&lane), &look));
    struct box *box = banded_close(layout, &lane, lane_body(layout, steps, index, banded_body_width(&lane)));
    box->mark = mark_create(layout, MARK_ITEM, steps->at.at[index].place);
    box->before = box->after = layout->sheet->gap * 0.5f;
    return box;
}

static struct box *lanes(struct layout *layout, const struct role_steps *steps, struct place place,
                         float width)
{
    struct box_list boxes = {0};
    layout->depth++;
    for (size_t i = 0; i < steps->at.count; i++)
        if (role_is_new(layout->arena, steps, i))
            box_list_add(layout, &boxes, lane_box(layout, steps, i, width));
    layout->depth--;
    struct box *box = stack_create(layout, &boxes, width);
    box->mark = mark_create(layout, MARK_LIST, place);
    box->before = box->after = layout->sheet->gap * 1.2f;
    return box;
}

/* The names of a table's first two columns; the third stands with its words. */
static struct box *names_box(struct layout *layout, const struct node *table, float width)
{
    const struct node *who = table->first->first, *what = who ? who->next : NULL;
    struct text_look small = {.role = TEXT_SMALL, .colour = layout->palette->muted, .bold = true};
    if (!what)
        return NULL;
    struct box *box = text_of_node(layout, joined(layout, who, " – ", what), width, &small);
    if (box)
        box->keep_next = true;
    return box;
}

static struct box *named_lanes(struct layout *layout, const struct node *table,
                               const struct role_steps *steps, float width)
{
    struct box *box = lanes(layout, steps, table->place, width), *names = names_box(layout, table, width);
    if (names)
        box->before = names->after = layout->sheet->gap * 0.4f;
    return stack_of(layout, width, names, box);
}

struct box *table_lanes_box(struct layout *layout, const struct node *table, float width)
{
    struct role_steps steps = {0};
    role_steps_of_table(layout->arena, table, &steps);
    return named_lanes(layout, table, &steps, width);
}

struct box *lanes_box(struct layout *layout, const struct node *block, float width)
{
    struct role_steps steps = {0};
    const struct node *at = role_steps_of_block(layout->arena, block, &steps);
    if (!at)
        return flow_blocks(layout, block->first, NULL, width);
    struct box *box = at->type == NODE_TABLE ? named_lanes(layout, at, &steps, width)
                                             : lanes(layout, &steps, at->place, width);
    return around_box(layout, block, at, box, at->next, width);
}
