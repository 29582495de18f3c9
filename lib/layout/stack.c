/* stack.c - boxes one below the other, cut between them or inside one. */
#include "layout/box.h"

/* A stack or a part of one: parts borrow the children and their places, so that cutting a long stack to pages
 * takes no more than its length. */
struct stack {
    struct box box;
    const struct box *const *children; /* of the whole, from the part's first one on */
    const double *tops;                /* theirs, from the top of the whole */
    size_t count;
    const struct box *first, *last; /* in the place of the first and last child, one of which was cut; NULL */
    size_t least;                   /* children on each side of a cut, unless it is forced */
};

static const struct box *child_at(const struct stack *stack, size_t index)
{
    if (index == 0 && stack->first)
        return stack->first;
    return index + 1 == stack->count && stack->last ? stack->last : stack->children[index];
}

static float gap_above(const struct stack *stack, size_t index)
{
    return index > 0 ? box_gap(child_at(stack, index - 1), child_at(stack, index)) : 0;
}

static void stack_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct stack *stack = (const struct stack *)box;
    for (size_t i = 0; i < stack->count; i++) {
        y += gap_above(stack, i);
        box_draw(layout, child_at(stack, i), x, y);
        y += child_at(stack, i)->height;
    }
}

/* Those between the first and the last are whole, and stand as they did in the whole stack. */
static float stack_height(const struct stack *stack)
{
    size_t last = stack->count - 1;
    float height = child_at(stack, 0)->height;
    if (last > 1)
        height += gap_above(stack, 1) + (float)(stack->tops[last - 1] - stack->tops[1]) +
                  stack->children[last - 1]->height;
    return last > 0 ? height + gap_above(stack, last) + child_at(stack, last)->height : height;
}

static bool stack_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail);

static struct box *stack_make(struct layout *layout, const struct stack *like)
{
    static const struct box_ops ops = {.draw = stack_draw, .split = stack_split};
    struct stack *stack = ARENA_NEW(layout->arena, struct stack);
    *stack = *like;
    const struct box *first = child_at(like, 0), *last = child_at(like, like->count - 1);
    stack->box = (struct box){.ops = &ops,
                              .width = like->box.width,
                              .height = stack_height(like),
                              .before = first->before,
                              .after = last->after,
                              .baseline = first->baseline,
                              .from_right = first->from_right,
                              .keep_next = last->keep_next,
                              .mark = like->box.mark,
                              .palette = like->box.palette};
    return &stack->box;
}

/* The first `count` children, the last of which may be cut: as far from what is above as the whole. */
static const struct box *stack_head(struct layout *layout, const struct stack *whole, size_t count,
                                    const struct box *cut)
{
    struct stack part = *whole;
    part.count = count;
    part.last = cut;
    if (cut && count == 1)
        part.first = cut;
    struct box *box = stack_make(layout, &part);
    box->before = whole->box.before;
    return box;
}

/* The children from `from` on, the first of which may be cut: as far from what is below as the whole. */
static const struct box *stack_tail(struct layout *layout, const struct stack *whole, size_t from,
                                    const struct box *cut)
{
    struct stack part = *whole;
    part.children += from;
    part.tops += from;
    part.count -= from;
    part.first = cut;
    struct box *box = stack_make(layout, &part);
    box->after = whole->box.after;
    return box;
}

/* How many children fit whole into the room, and how much of it they use. */
static size_t stack_fitting(const struct stack *stack, float room, float *used)
{
    size_t count = 0;
    *used = 0;
    for (; count < stack->count; count++) {
        float more = gap_above(stack, count) + child_at(stack, count)->height;
        if (*used + more > room)
            break;
        *used += more;
    }
    return count;
}

#define LINES_BELOW 1.7f /* of body text: less than two of them are too few below a heading */

static bool is_line(const struct layout *layout, const struct box *box)
{
    const struct sheet *sheet = layout->sheet;
    return box->height < LINES_BELOW * sheet->size[TEXT_BODY] * sheet->leading[TEXT_BODY];
}

/* Cuts child `at`: the head ends with its first part, the tail begins with the rest. */
static bool stack_split_inside(struct layout *layout, const struct stack *stack, size_t at, float room,
                               bool force, const struct box **head, const struct box **tail)
{
    const struct box *parts[2];
    if (!box_split(layout, child_at(stack, at), room, force, &parts[0], &parts[1]))
        return false;
    if (!force &&
        (parts[0]->keep_next || (at > 0 && child_at(stack, at - 1)->keep_next && is_line(layout, parts[0]))))
        return false;
    *head = stack_head(layout, stack, at + 1, parts[0]);
    *tail = stack_tail(layout, stack, at, parts[1]);
    return true;
}

/* Whether a page may not end above child `at`: below a heading, or below a single line of what a heading
 * leads and that goes on. */
static bool is_stranding(const struct layout *layout, const struct stack *stack, size_t at)
{
    const struct box *above = child_at(stack, at - 1);
    bool led = at > 1 && child_at(stack, at - 2)->keep_next;
    return above->keep_next || (led && is_line(layout, above) && !child_at(stack, at)->keep_next);
}

/* The last place up to `at` where a page may end. */
static size_t stack_end(const struct layout *layout, const struct stack *stack, size_t at)
{
    while (at > 0 && is_stranding(layout, stack, at))
        at--;
    return at;
}

static bool stack_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail)
{
    const struct stack *stack = (const struct stack *)box;
    float used;
    size_t at = stack_fitting(stack, room, &used);
    if (at == stack->count)
        return false;
    float left = room - used - gap_above(stack, at);
    if (!force && stack->count > stack->least && stack->count - at < stack->least)
        at = stack->count - stack->least;
    else if (stack_split_inside(layout, stack, at, left, force && at == 0, head, tail))
        return true;
    size_t keep = stack_end(layout, stack, at);
    if (keep < at &&
        stack_split_inside(layout, stack, keep, child_at(stack, keep)->height - 1, false, head, tail))
        return true; /* it ended with headings, and was what they stand in */
    if (keep == 0 && force && at > 0) {
        if (stack_split_inside(layout, stack, at, left, true, head, tail))
            return true;
        keep = at;
    }
    if (keep == 0 || (!force && keep < stack->least))
        return false;
    *head = stack_head(layout, stack, keep, NULL);
    *tail = stack_tail(layout, stack, keep, NULL);
    return true;
}

struct box *stack_of_parts(struct layout *layout, float width, const struct box *const *parts, size_t count)
{
    const struct box **children = ARENA_ARRAY(layout->arena, const struct box *, count);
    double *tops = ARENA_ARRAY(layout->arena, double, count), top = 0;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (!parts[i])
            continue;
        top += kept ? (double)box_gap(children[kept - 1], parts[i]) : 0;
        tops[kept] = top;
        children[kept++] = parts[i];
        top += (double)parts[i]->height;
    }
    const struct stack whole = {.box.width = width, .children = children, .tops = tops, .count = kept};
    return kept ? stack_make(layout, &whole) : NULL;
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
