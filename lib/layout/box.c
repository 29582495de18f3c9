#include "layout/box.h"

void box_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct palette *outer = layout->palette;
    if (box->palette)
        layout->palette = box->palette;
    bool marked = box->mark && !layout->hidden;
    bool told = account_listens(layout, box);
    size_t first = told ? scene_item_count(layout->builder) : 0;
    if (marked)
        scene_begin_mark(layout->builder, *box->mark);
    box->ops->draw(layout, box, x, y);
    if (marked)
        scene_end_mark(layout->builder);
    if (told)
        account_draw(layout, box, x, y, first);
    layout->palette = outer;
}

/* The outside of a box around `child`: as large, as far from its neighbours. What the child means, it says
 * itself when it is drawn. */
static struct box outside_of(const struct box *child, const struct box_ops *ops)
{
    struct box box = *child;
    box.ops = ops;
    box.mark = NULL;
    box.palette = NULL;
    box.decision = NULL;
    box.stretches = false;
    return box;
}

struct part {
    struct box box;
    const struct box *child;
};

static void part_draw(struct layout *layout, const struct box *box, float x, float y)
{
    box_draw(layout, ((const struct part *)box)->child, x, y);
}

static bool part_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail)
{
    return box_split(layout, ((const struct part *)box)->child, room, force, head, tail);
}

/* A part of a box that was cut bears the decision of the whole. */
static struct box *part_create(struct layout *layout, const struct box *child,
                               const struct decision *decision)
{
    static const struct box_ops ops = {.draw = part_draw, .split = part_split};
    struct part *part = ARENA_NEW(layout->arena, struct part);
    part->box = outside_of(child, &ops);
    part->box.decision = decision;
    part->child = child;
    return &part->box;
}

const struct page *box_rehearse(struct layout *layout, const struct box *box)
{
    struct scene_builder *builder = layout->builder;
    layout->builder = scene_builder_create(layout->arena);
    scene_begin_page(layout->builder, box->width, box->height, 1, (struct colour){255, 255, 255, 255});
    layout->rehearsed = true;
    box_draw(layout, box, 0, 0);
    layout->rehearsed = false;
    scene_end_page(layout->builder);
    const struct scene *scene = scene_finish(layout->builder, (struct scene_words){0});
    layout->builder = builder;
    return scene->pages;
}

bool box_split(struct layout *layout, const struct box *box, float room, bool force, const struct box **head,
               const struct box **tail)
{
    if (!box->ops->split || room <= 0 || !box->ops->split(layout, box, room, force, head, tail))
        return false;
    bool moved = (*head)->before != box->before || (*tail)->after != box->after;
    if (box->decision || moved) {
        struct box *first = part_create(layout, *head, box->decision),
                   *last = part_create(layout, *tail, box->decision);
        first->before = box->before; /* as far from its neighbours as the whole, which had room so */
        last->after = box->after;
        *head = first;
        *tail = last;
    }
    return true;
}

bool box_split_short(struct layout *layout, const struct box *box, float room, const struct box **head,
                     const struct box **tail)
{
    float most = box->height - 1;
    return box_split(layout, box, room < most ? room : most, true, head, tail);
}

const struct box *box_relax(struct layout *layout, const struct box *box)
{
    return box->ops->relax ? box->ops->relax(layout, box) : box;
}

float box_gap(const struct box *upper, const struct box *lower)
{
    return upper->after > lower->before ? upper->after : lower->before;
}

void box_list_add(struct layout *layout, struct box_list *list, struct box *box)
{
    if (box)
        *VECTOR_ADD(layout->arena, &list->boxes) = box;
}

struct mark *mark_create(struct layout *layout, enum mark_type type, struct place place)
{
    struct mark *mark = ARENA_NEW(layout->arena, struct mark);
    mark->type = type;
    mark->place = place;
    return mark;
}

void artifact_begin(struct layout *layout)
{
    if (!layout->hidden)
        scene_begin_mark(layout->builder, (struct mark){.type = MARK_ARTIFACT, .decorative = true});
}

void artifact_end(struct layout *layout)
{
    if (!layout->hidden)
        scene_end_mark(layout->builder);
}

void box_draw_again(struct layout *layout, const struct box *box, float x, float y)
{
    bool outermost = !layout->hidden;
    if (outermost)
        scene_begin_mark(layout->builder, (struct mark){.type = MARK_ARTIFACT});
    layout->hidden++;
    box_draw(layout, box, x, y);
    layout->hidden--;
    if (outermost)
        scene_end_mark(layout->builder);
}

static void space_draw(struct layout *layout, const struct box *box, float x, float y)
{
    (void)layout, (void)box, (void)x, (void)y;
}

struct box *space_create(struct layout *layout, float width, float height)
{
    static const struct box_ops ops = {.draw = space_draw};
    struct box *box = ARENA_NEW(layout->arena, struct box);
    *box = (struct box){.ops = &ops, .width = width, .height = height};
    return box;
}

static void rule_draw(struct layout *layout, const struct box *box, float x, float y)
{
    struct scene_builder *builder = layout->builder;
    float middle = y + box->height / 2;
    artifact_begin(layout);
    scene_stroke(builder, path_line(builder, x, middle, x + box->width, middle),
                 (struct stroke){.colour = layout->palette->line, .width = 0.75f});
    artifact_end(layout);
}

struct box *rule_create(struct layout *layout, float width)
{
    static const struct box_ops ops = {.draw = rule_draw};
    float gap = 2 * layout->sheet->gap;
    struct box *box = ARENA_NEW(layout->arena, struct box);
    *box = (struct box){
        .ops = &ops, .width = width, .height = 1, .before = gap, .after = gap, .keep_next = true};
    return box;
}

struct keep {
    struct box box;
    const struct box *child;
    float most; /* room left empty */
};

static void keep_draw(struct layout *layout, const struct box *box, float x, float y)
{
    box_draw(layout, ((const struct keep *)box)->child, x, y);
}

static bool keep_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail)
{
    const struct keep *keep = (const struct keep *)box;
    if (!force && room <= keep->most)
        return false;
    return box_split(layout, keep->child, room, false, head, tail) ||
           (force && box_split(layout, keep->child, room, true, head, tail));
}

struct box *keep_create(struct layout *layout, struct box *child, float most)
{
    static const struct box_ops ops = {.draw = keep_draw, .split = keep_split};
    struct keep *keep = ARENA_NEW(layout->arena, struct keep);
    keep->box = outside_of(child, &ops);
    keep->child = child;
    keep->most = most;
    return &keep->box;
}

struct again {
    struct box box;
    const struct box *child;
};

static void again_draw(struct layout *layout, const struct box *box, float x, float y)
{
    box_draw_again(layout, ((const struct again *)box)->child, x, y);
}

static bool again_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail)
{
    const struct box *parts[2];
    if (!box_split(layout, ((const struct again *)box)->child, room, force, &parts[0], &parts[1]))
        return false;
    *head = again_create(layout, parts[0]);
    *tail = again_create(layout, parts[1]);
    return true;
}

struct box *again_create(struct layout *layout, const struct box *child)
{
    static const struct box_ops ops = {.draw = again_draw, .split = again_split};
    struct again *again = ARENA_NEW(layout->arena, struct again);
    again->box = outside_of(child, &ops);
    again->child = child;
    return &again->box;
}

struct turned {
    struct box box;
    const struct box *child;
};

static void turned_draw(struct layout *layout, const struct box *box, float x, float y)
{
    box_draw(layout, ((const struct turned *)box)->child, x, y);
}

static bool turned_split(struct layout *layout, const struct box *box, float room, bool force,
                         const struct box **head, const struct box **tail)
{
    const struct box *parts[2];
    if (!box_split(layout, ((const struct turned *)box)->child, room, force, &parts[0], &parts[1]))
        return false;
    *head = turned_create(layout, parts[0]);
    *tail = turned_create(layout, parts[1]);
    return true;
}

struct box *turned_create(struct layout *layout, const struct box *child)
{
    static const struct box_ops ops = {.draw = turned_draw, .split = turned_split};
    struct turned *turned = ARENA_NEW(layout->arena, struct turned);
    turned->box = outside_of(child, &ops);
    turned->box.turned = true;
    turned->child = child;
    return &turned->box;
}

struct indent_box {
    struct box box;
    const struct box *child;
    float indent;
};

static void indent_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct indent_box *indent = (const struct indent_box *)box;
    box_draw(layout, indent->child, x + indent->indent, y);
}

static bool indent_split(struct layout *layout, const struct box *box, float room, bool force,
                         const struct box **head, const struct box **tail)
{
    const struct indent_box *whole = (const struct indent_box *)box;
    const struct box *parts[2];
    if (!box_split(layout, whole->child, room, force, &parts[0], &parts[1]))
        return false;
    for (int i = 0; i < 2; i++) {
        struct indent_box *part = ARENA_NEW(layout->arena, struct indent_box);
        *part = *whole;
        part->child = parts[i];
        part->box.height = parts[i]->height;
        part->box.before = parts[i]->before;
        part->box.after = parts[i]->after;
        part->box.turned = parts[i]->turned;
        part->box.turns = parts[i]->turns;
        *(i ? tail : head) = &part->box;
    }
    return true;
}

struct box *indent_create(struct layout *layout, struct box *child, float indent, float width)
{
    static const struct box_ops ops = {.draw = indent_draw, .split = indent_split};
    struct indent_box *box = ARENA_NEW(layout->arena, struct indent_box);
    box->box = outside_of(child, &ops);
    box->box.width = width;
    box->child = child;
    box->indent = indent;
    return &box->box;
}
