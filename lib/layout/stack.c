/* stack.c - boxes one below the other, cut between them or inside one. */
#include "layout/box.h"

/* Where pages are turned (box.h). A heading lies on the page of what it heads. */
struct turn {
    bool turned;
    size_t like; /* children from this one on that begin and end on pages of its kind */
};

/* A stack or a part of one: parts borrow the children and their places, so that cutting a long stack to pages
 * takes no more than its length. */
struct stack {
    struct box box;
    const struct turn *turns;          /* of each child; NULL: all lie on pages of one kind */
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

static bool turned_at(const struct stack *stack, size_t index)
{
    if (index == 0 && stack->first)
        return stack->first->turned;
    return stack->turns ? stack->turns[index].turned : stack->box.turned;
}

/* How many children lie on pages of the kind that the first one begins on. */
static size_t count_alike(const struct stack *stack)
{
    if (!stack->turns)
        return stack->count;
    if (child_at(stack, 0)->turns)
        return 0;
    size_t alike = stack->turns[0].like;
    if (stack->first)
        alike =
            stack->count > 1 && turned_at(stack, 1) == stack->first->turned ? 1 + stack->turns[1].like : 1;
    return alike < stack->count ? alike : stack->count;
}

#define LINES_BELOW 1.7f /* of body text: less than two of them are too few below a heading */

static bool is_line(const struct layout *layout, const struct box *box)
{
    const struct sheet *sheet = layout->sheet;
    return box->height < LINES_BELOW * sheet->size[TEXT_BODY] * sheet->leading[TEXT_BODY];
}

/* Whether a child lies on a turned page: because it must, leads on to what does, or, as the sources of a
 * table, follows it. */
static bool is_turned(const struct layout *layout, const struct box *const *children, const struct turn *next,
                      size_t at)
{
    const struct box *child = children[at], *above = at > 0 ? children[at - 1] : NULL;
    bool line = above && above->keep_next && is_line(layout, child);
    bool leads = next && next->turned && !child->turns && (child->keep_next || line);
    return child->turned || leads || (above && above->turned && above->keep_next);
}

/* NULL: no page is turned. */
static const struct turn *find_turns(struct layout *layout, const struct box *const *children, size_t count)
{
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any = any || children[i]->turned || children[i]->turns;
    if (!any)
        return NULL;
    struct turn *turns = ARENA_ARRAY(layout->arena, struct turn, count);
    for (size_t i = count; i-- > 0;) {
        const struct turn *next = i + 1 < count ? &turns[i + 1] : NULL;
        turns[i].turned = is_turned(layout, children, next, i);
        bool goes_on = next && next->turned == turns[i].turned;
        turns[i].like = children[i]->turns ? 0 : 1 + (goes_on ? next->like : 0);
    }
    return turns;
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
                              .opens = first->opens,
                              .keep_next = last->keep_next,
                              .turned = turned_at(like, 0),
                              .turns = count_alike(like) < like->count,
                              .mark = like->box.mark,
                              .palette = like->box.palette};
    return &stack->box;
}

/* The first `count` children, the last of which may be cut: as far from what is above as the whole. They lie
 * on one page. */
static const struct box *stack_head(struct layout *layout, const struct stack *whole, size_t count,
                                    const struct box *cut)
{
    struct stack part = *whole;
    part.count = count;
    part.last = cut;
    part.box.turned = turned_at(whole, 0);
    part.turns = NULL;
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
    part.turns += part.turns ? from : 0;
    part.count -= from;
    part.first = cut;
    struct box *box = stack_make(layout, &part);
    box->after = whole->box.after;
    return box;
}

/* How many children fit whole into the room of one page, and how much of it they use. */
static size_t stack_fitting(const struct stack *stack, float room, float *used)
{
    size_t count = 0, alike = count_alike(stack);
    *used = 0;
    for (; count < alike; count++) {
        float more = gap_above(stack, count) + child_at(stack, count)->height;
        if (*used + more > room)
            break;
        *used += more;
    }
    return count;
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
    return above->keep_next || (led && is_line(layout, above) && !child_at(stack, at)->opens);
}

/* The last place up to `at` where a page may end. It may be inside a child that ended with headings and
 * was what they stand in: then *head and *tail are the parts, else *head is NULL. */
static size_t stack_end(struct layout *layout, const struct stack *stack, size_t at, const struct box **head,
                        const struct box **tail)
{
    *head = NULL;
    while (at > 0 && is_stranding(layout, stack, at)) {
        at--;
        if (stack_split_inside(layout, stack, at, child_at(stack, at)->height - 1, false, head, tail))
            return at;
    }
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
    if (turned_at(stack, at) != turned_at(stack, 0)) {
        *head = stack_head(layout, stack, at, NULL);
        *tail = stack_tail(layout, stack, at, NULL);
        return true;
    }
    float left = room - used - gap_above(stack, at);
    if (!force && stack->count > stack->least && stack->count - at < stack->least)
        at = stack->count - stack->least;
    else if (stack_split_inside(layout, stack, at, left, force && at == 0, head, tail))
        return true;
    const struct box *parts[2];
    size_t keep = stack_end(layout, stack, at, &parts[0], &parts[1]);
    if (parts[0]) {
        *head = parts[0];
        *tail = parts[1];
        return true;
    }
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
    const struct stack whole = {.box.width = width,
                                .turns = find_turns(layout, children, kept),
                                .children = children,
                                .tops = tops,
                                .count = kept};
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

struct box *stack_as_item(struct layout *layout, const struct box_list *list, float width, struct place place)
{
    struct box *box = stack_create(layout, list, width);
    if (box)
        box->mark = mark_create(layout, MARK_ITEM, place);
    return box;
}

struct box *stack_of(struct layout *layout, float width, struct box *first, struct box *second)
{
    struct box_list list = {0};
    box_list_add(layout, &list, first);
    box_list_add(layout, &list, second);
    return stack_create(layout, &list, width);
}
