/* cycle.c - steps that begin anew after the last: on a ring with their words at both sides where there is
 * room, else in a column with a line that leads back up. */
#include "guide/diagrams.h"
#include "layout/arrows.h"
#include "layout/flow.h"
#include "layout/ground.h"
#include "layout/marker.h"
#include "layout/named.h"
#include <math.h>

#define MOST_NODES 6

static struct box *step_words(struct layout *layout, const struct node *item, float width)
{
    struct text_look head = {.role = TEXT_H3, .colour = layout->palette->heading, .bold = true};
    struct named step = named_item(item);
    return named_box(layout, &step, width, &head);
}

static const char *step_number(struct layout *layout, const struct node *list, size_t index)
{
    return arena_format(layout->arena, "%zu", list->start + index);
}

/* ---- On a ring ---- */

struct ring_node {
    const struct box *card, *number;
    const struct mark *mark;
    float angle;     /* on the ring, clockwise from the right */
    float x, middle; /* where the card stands, from the ring's box */
};

struct ring {
    struct box box;
    struct ring_node nodes[MOST_NODES];
    size_t count;
    const struct box *centre; /* what leads back, in its middle; NULL: nothing says so */
    const struct mark *centre_mark;
    float radius, bead; /* of the ring; of the circles on it */
};

static void ring_line(struct layout *layout, const struct ring *ring, float x, float y)
{
    struct stroke stroke = {.colour = ground_shade(layout, 0.35f), .width = ring->bead * 0.3f};
    scene_stroke(layout->builder, path_circle(layout->builder, x, y, ring->radius), stroke);
    for (size_t i = 0; i < ring->count; i++) {
        float next = ring->nodes[(i + 1) % ring->count].angle + (i + 1 == ring->count ? 2 * (float)M_PI : 0);
        float angle = (ring->nodes[i].angle + next) / 2, sine = sinf(angle), cosine = cosf(angle);
        float size = ring->bead * 0.4f;
        arrow_head(layout, x + ring->radius * cosine - sine * size * 0.65f,
                   y + ring->radius * sine + cosine * size * 0.65f, -sine, cosine, size);
    }
}

/* A thin line from the circle to its card. */
static void lead_line(struct layout *layout, const struct ring *ring, const struct ring_node *node, float x,
                      float y, float left, float top)
{
    bool right = cosf(node->angle) > 0;
    float edge = left + node->x + (right ? 0 : node->card->width);
    scene_stroke(layout->builder, path_line(layout->builder, x, y, edge, top + node->middle),
                 (struct stroke){.colour = ground_shade(layout, 0.35f), .width = ARROW_LINE});
    scene_fill(layout->builder, path_circle(layout->builder, x, y, ring->bead), layout->palette->accent);
}

static void ring_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct ring *ring = (const struct ring *)box;
    float middle = x + box->width / 2, level = y + box->height / 2;
    artifact_begin(layout);
    ring_line(layout, ring, middle, level);
    artifact_end(layout);
    for (size_t i = 0; i < ring->count; i++) {
        const struct ring_node *node = &ring->nodes[i];
        float bead_x = middle + ring->radius * cosf(node->angle),
              bead_y = level + ring->radius * sinf(node->angle);
        scene_begin_mark(layout->builder, *node->mark);
        artifact_begin(layout);
        lead_line(layout, ring, node, bead_x, bead_y, x, y);
        artifact_end(layout);
        scene_begin_mark(layout->builder, (struct mark){.type = MARK_LABEL});
        box_draw(layout, node->number, bead_x - ring->bead, bead_y - node->number->height / 2);
        scene_end_mark(layout->builder);
        box_draw(layout, node->card, x + node->x, y + node->middle - node->card->height / 2);
        scene_end_mark(layout->builder);
    }
    if (!ring->centre)
        return;
    scene_begin_mark(layout->builder, *ring->centre_mark);
    box_draw(layout, ring->centre, middle - ring->centre->width / 2, level - ring->centre->height / 2);
    scene_end_mark(layout->builder);
}

/* The cards of one side, evenly one below the other. */
static void place_side(struct ring_node *nodes, size_t count, float begin, float x, float height)
{
    float taken = 0, top = 0;
    for (size_t i = 0; i < count; i++)
        taken += nodes[i].card->height;
    for (size_t i = 0; i < count; i++) {
        float space = (height - taken) / (float)count;
        nodes[i].angle = begin + (float)M_PI * ((float)i + 0.5f) / (float)count;
        nodes[i].x = x;
        nodes[i].middle = top + space / 2 + nodes[i].card->height / 2;
        top += space + nodes[i].card->height;
    }
}

/* The left side is read from the bottom up: round the ring. */
static void turn_side(struct ring_node *nodes, size_t count, float height)
{
    for (size_t i = 0; i < count; i++)
        nodes[i].middle = height - nodes[i].middle;
}

static float side_height(const struct layout *layout, const struct ring_node *nodes, size_t count)
{
    float height = 0;
    for (size_t i = 0; i < count; i++)
        height += nodes[i].card->height + layout->sheet->gap;
    return height;
}

static const struct box *bead_number(struct layout *layout, const struct node *list, size_t index,
                                     float width)
{
    struct text_look look = {.role = TEXT_NUMERAL,
                             .colour = layout->palette->on_accent,
                             .bold = true,
                             .align = ALIGN_CENTRE,
                             .unmarked = true};
    return text_of_string(layout, step_number(layout, list, index), width, &look);
}

#define LEAST_SIDE 9.0f /* sizes of body text */
#define TALLEST    1.2f /* of the tallest picture */

/* What leads back stands in the ring's middle where it has room. False: it has none. */
static bool place_centre(struct layout *layout, struct ring *ring, const struct node *back)
{
    if (!back)
        return true;
    float width = 1.3f * (ring->radius - ring->bead);
    struct text_look look = {.role = TEXT_BODY, .balanced = true, .align = ALIGN_CENTRE};
    const struct node *words = back->first;
    if (!words || words->next || words->type != NODE_PARAGRAPH ||
        text_widths(layout, words, &look).minimum > width)
        return false;
    ring->centre = text_of_node(layout, words, width, &look);
    ring->centre_mark = mark_create(layout, MARK_ITEM, back->place);
    return ring->centre && ring->centre->height < width;
}

/* NULL: there is no room for a ring. */
static struct box *ring_box(struct layout *layout, const struct node *list, size_t count, float width)
{
    static const struct box_ops ops = {.draw = ring_draw};
    float body = layout->sheet->size[TEXT_BODY], most = layout->sheet->image_height * TALLEST;
    struct ring *ring = ARENA_NEW(layout->arena, struct ring);
    float across = width * 0.34f < most * 0.8f ? width * 0.34f : most * 0.8f;
    ring->bead = layout->sheet->size[TEXT_NUMERAL] * 0.95f;
    ring->radius = across / 2 - ring->bead;
    float side = (width - across) / 2 - body;
    if (side < LEAST_SIDE * body || ring->radius < 2.5f * ring->bead)
        return NULL;
    const struct node *item = list->first;
    for (; ring->count < count; item = item->next, ring->count++) {
        struct panel panel = panel_open(layout, layout->palette->tint, (struct colour){0}, side);
        struct box *card = panel_close(layout, &panel, step_words(layout, item, panel.inner));
        ring->nodes[ring->count] =
            (struct ring_node){.card = card,
                               .number = bead_number(layout, list, ring->count, 2 * ring->bead),
                               .mark = mark_create(layout, MARK_ITEM, item->place)};
    }
    size_t right = (count + 1) / 2, left = count - right;
    float height = fmaxf(across, fmaxf(side_height(layout, ring->nodes, right),
                                       side_height(layout, ring->nodes + right, left)));
    if (height > most || !place_centre(layout, ring, item))
        return NULL;
    place_side(ring->nodes, right, -(float)M_PI / 2, width - side, height);
    place_side(ring->nodes + right, left, (float)M_PI / 2, 0, height);
    turn_side(ring->nodes + right, left, height);
    ring->box = (struct box){.ops = &ops, .width = width, .height = height};
    return &ring->box;
}

/* ---- In a column ---- */

/* A step beside the line that leads back. */
struct turn {
    struct box box;
    const struct box *child;
    float lane;       /* how wide the line's column is, at the right */
    bool first, last; /* of the steps: the line ends, or begins */
    bool rest;        /* of a cut one */
};

static void turn_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct turn *turn = (const struct turn *)box;
    float body = layout->sheet->size[TEXT_BODY], line = x + box->width - ARROW_LINE;
    float from = x + box->width - turn->lane * 0.8f;
    float level = y + (box->baseline > 0 ? box->baseline - 0.32f * body : body);
    float top = turn->first && !turn->rest ? level : y;
    float bottom = turn->last ? level : y + box->height + box->after;
    artifact_begin(layout);
    if (bottom > top)
        arrow_line(layout, line, top, line, bottom);
    if (turn->first && !turn->rest) {
        arrow_line(layout, line, level, from + body * 0.3f, level);
        arrow_head(layout, from, level, -1, 0, body * 0.35f);
    }
    if (turn->last)
        arrow_line(layout, from, level, line, level);
    artifact_end(layout);
    box_draw(layout, turn->child, x, y);
}

static bool turn_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail);

static struct box *turn_make(struct layout *layout, const struct turn *like, const struct box *child)
{
    static const struct box_ops ops = {.draw = turn_draw, .split = turn_split};
    struct turn *turn = ARENA_NEW(layout->arena, struct turn);
    *turn = *like;
    turn->child = child;
    turn->box.ops = &ops;
    turn->box.height = child->height;
    turn->box.baseline = child->baseline;
    return &turn->box;
}

static bool turn_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail)
{
    const struct turn *whole = (const struct turn *)box;
    const struct box *parts[2];
    if (!box_split(layout, whole->child, room, force, &parts[0], &parts[1]))
        return false;
    struct turn above = *whole, below = *whole;
    above.last = false;
    below.rest = true;
    *head = turn_make(layout, &above, parts[0]);
    *tail = turn_make(layout, &below, parts[1]);
    return true;
}

static struct box *column_box(struct layout *layout, const struct node *list, size_t count, float width)
{
    float numeral = layout->sheet->size[TEXT_NUMERAL], gap = layout->sheet->gap * 0.9f;
    float lane = layout->sheet->size[TEXT_BODY] * 1.8f, inner = width - lane;
    struct box_list steps = {0};
    size_t index = 0;
    for (const struct node *item = list->first; item; item = item->next, index++) {
        bool numbered = index < count;
        struct marker marker = {.shape = numbered ? MARKER_NUMERAL : MARKER_TEXT,
                                .label = numbered ? step_number(layout, list, index) : NULL,
                                .colour = layout->palette->accent,
                                .size = numeral * 1.75f,
                                .indent = numeral * 2.5f,
                                .connected = index + 1 < count};
        struct box *words = step_words(layout, item, inner - marker.indent);
        struct box *step = item_create(layout, &marker, words, inner, item->place, MARK_ITEM);
        struct turn turn = {.box = {.width = width, .before = gap, .after = gap},
                            .lane = lane,
                            .first = index == 0,
                            .last = !item->next};
        box_list_add(layout, &steps, turn_make(layout, &turn, step));
    }
    return stack_of_items(layout, &steps, width);
}

struct box *list_cycle_box(struct layout *layout, const struct node *list, float width)
{
    size_t count = cycle_length(layout->arena, list);
    layout->depth++;
    struct box *box = ring_box(layout, list, count, width);
    if (!box)
        box = column_box(layout, list, count, width);
    layout->depth--;
    box->mark = mark_create(layout, MARK_LIST, list->place);
    box->before = box->after = layout->sheet->gap * 1.2f;
    return box;
}

struct box *cycle_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    if (!list || !diagram_holds(block->block, cycle_length(layout->arena, list)))
        return flow_blocks(layout, block->first, NULL, width);
    return around_list(layout, block, list_cycle_box(layout, list, width), width);
}
