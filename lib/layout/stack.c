/* stack.c - boxes one below the other, cut between them or inside one. */
#include "layout/box.h"

struct stack {
    struct box box;
    const struct box *const *children;
    size_t count;
    size_t least; /* children on each side of a cut, unless it is forced */
};

static void stack_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct stack *stack = (const struct stack *)box;
    for (size_t i = 0; i < stack->count; i++) {
        if (i > 0)
            y += box_gap(stack->children[i - 1], stack->children[i]);
        box_draw(layout, stack->children[i], x, y);
        y += stack->children[i]->height;
    }
}

static bool stack_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail);

static float stack_height(const struct box *const *children, size_t count)
{
    float height = 0;
    for (size_t i = 0; i < count; i++)
        height += children[i]->height + (i ? box_gap(children[i - 1], children[i]) : 0);
    return height;
}

static struct stack *stack_make(struct layout *layout, const struct box *const *children, size_t count,
                                float width)
{
    static const struct box_ops ops = {.draw = stack_draw, .split = stack_split};
    struct stack *stack = ARENA_NEW(layout->arena, struct stack);
    stack->children = children;
    stack->count = count;
    stack->box = (struct box){.ops = &ops,
                              .width = width,
                              .height = stack_height(children, count),
                              .before = children[0]->before,
                              .after = children[count - 1]->after,
                              .baseline = children[0]->baseline,
                              .keep_next = children[count - 1]->keep_next};
    return stack;
}

/* The first or the last part of a stack, as far from its neighbours as the whole. */
static const struct box *stack_part(struct layout *layout, const struct stack *whole,
                                    const struct box *const *children, size_t count, bool first)
{
    struct stack *part = stack_make(layout, children, count, whole->box.width);
    part->least = whole->least;
    if (first)
        part->box.before = whole->box.before;
    else
        part->box.after = whole->box.after;
    part->box.mark = whole->box.mark;
    part->box.palette = whole->box.palette;
    return &part->box;
}

/* How many children fit whole into the room, and how much of it they use. */
static size_t stack_fitting(const struct stack *stack, float room, float *used)
{
    size_t count = 0;
    *used = 0;
    while (count < stack->count) {
        const struct box *child = stack->children[count];
        float gap = count ? box_gap(stack->children[count - 1], child) : 0;
        if (*used + gap + child->height > room)
            break;
        *used += gap + child->height;
        count++;
    }
    return count;
}

/* Cuts child `at`: the head ends with its first part, the tail begins with the rest. */
static bool stack_split_inside(struct layout *layout, const struct stack *stack, size_t at, float room,
                               bool force, const struct box **head, const struct box **tail)
{
    const struct box *parts[2];
    if (!box_split(layout, stack->children[at], room, force, &parts[0], &parts[1]))
        return false;
    const struct box **upper = ARENA_ARRAY(layout->arena, const struct box *, at + 1);
    for (size_t i = 0; i < at; i++)
        upper[i] = stack->children[i];
    upper[at] = parts[0];
    size_t rest = stack->count - at;
    const struct box **lower = ARENA_ARRAY(layout->arena, const struct box *, rest);
    lower[0] = parts[1];
    for (size_t i = 1; i < rest; i++)
        lower[i] = stack->children[at + i];
    *head = stack_part(layout, stack, upper, at + 1, true);
    *tail = stack_part(layout, stack, lower, rest, false);
    return true;
}

static bool stack_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail)
{
    const struct stack *stack = (const struct stack *)box;
    float used;
    size_t at = stack_fitting(stack, room, &used);
    if (at == stack->count)
        return false;
    float left = room - used - (at ? box_gap(stack->children[at - 1], stack->children[at]) : 0);
    if (!force && stack->count > stack->least && stack->count - at < stack->least)
        at = stack->count - stack->least;
    else if (stack_split_inside(layout, stack, at, left, force && at == 0, head, tail))
        return true;
    size_t keep = at;
    while (keep > 0 && stack->children[keep - 1]->keep_next)
        keep--;
    if (keep == 0 && force && at > 0) {
        if (stack_split_inside(layout, stack, at, left, true, head, tail))
            return true;
        keep = at;
    }
    if (keep == 0 || (!force && keep < stack->least))
        return false;
    *head = stack_part(layout, stack, stack->children, keep, true);
    *tail = stack_part(layout, stack, stack->children + keep, stack->count - keep, false);
    return true;
}

struct box *stack_of_parts(struct layout *layout, float width, const struct box *const *parts, size_t count)
{
    const struct box **children = ARENA_ARRAY(layout->arena, const struct box *, count);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (parts[i])
            children[kept++] = parts[i];
    return kept ? &stack_make(layout, children, kept, width)->box : NULL;
}

struct box *stack_create(struct layout *layout, const struct box_list *list, float width)
{
    return stack_of_parts(layout, width, (const struct box *const *)list->boxes.at, list->boxes.count);
}

struct box *stack_of_items(struct layout *layout, const struct box_list *list, float width)
{
    struct box *box = stack_create(layout, list, width);
    if (box)
        ((struct stack *)box)->least = 2;
    return box;
}

struct box *stack_of(struct layout *layout, float width, struct box *first, struct box *second)
{
    struct box_list list = {0};
    box_list_add(layout, &list, first);
    box_list_add(layout, &list, second);
    return stack_create(layout, &list, width);
}
