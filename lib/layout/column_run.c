#include "layout/column_run.h"

struct column_run {
    struct box box;
    struct column_look look;
    const struct box *content;  /* all of it */
    const struct box *sides[2]; /* when it fits on a page */
};

float column_width(const struct column_look *look)
{
    return (look->width - look->gutter) / 2;
}

static void run_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct column_run *run = (const struct column_run *)box;
    box_draw(layout, run->sides[0], x, y);
    if (run->sides[1])
        box_draw(layout, run->sides[1], x + column_width(&run->look) + run->look.gutter, y);
}

static bool run_split(struct layout *layout, const struct box *box, float room, bool force,
                      const struct box **head, const struct box **tail);

static struct column_run *run_make(struct layout *layout, const struct column_run *like, float height)
{
    static const struct box_ops ops = {.draw = run_draw, .split = run_split};
    struct column_run *run = ARENA_NEW(layout->arena, struct column_run);
    *run = *like;
    run->box = (struct box){.ops = &ops,
                            .width = like->look.width,
                            .height = height,
                            .before = like->content->before,
                            .after = like->content->after};
    return run;
}

static float taller(const struct box *a, const struct box *b)
{
    return b && b->height > a->height ? b->height : a->height;
}

#define HALVINGS 7 /* of the range in which the least height of the columns is looked for */

/* The cut that makes the taller column the least tall; false when there is none. */
static bool balance(struct layout *layout, const struct box *content, const struct box *sides[2])
{
    float low = content->height / 2, high = content->height;
    bool found = false;
    for (int i = 0; i < HALVINGS; i++) {
        const struct box *head, *tail;
        float middle = (low + high) / 2;
        bool good = box_split(layout, content, middle, false, &head, &tail) && tail->height <= middle;
        if (good) {
            sides[0] = head;
            sides[1] = tail;
            found = true;
        }
        *(good ? &high : &low) = middle;
    }
    return found;
}

#define BALANCED_PAGES 2.2f /* content this tall, in columns of a page, may fit on one */

/* What follows on later pages, or all of it: balanced when it may fit on a page. Half the content's height is
 * the least that columns of it need. */
static struct column_run *run_begin(struct layout *layout, const struct box *content,
                                    const struct column_look *look)
{
    struct column_run run = {.look = *look, .content = content};
    float height = content->height / 2;
    if (content->height < BALANCED_PAGES * look->page) {
        if (!balance(layout, content, run.sides))
            run.sides[0] = content;
        height = taller(run.sides[0], run.sides[1]);
    }
    return run_make(layout, &run, height);
}

#define LEAST_LINES 3 /* of body text: a column shorter than that is none */

static float line_height(const struct layout *layout)
{
    return layout->sheet->size[TEXT_BODY] * layout->sheet->leading[TEXT_BODY];
}

static bool cut(struct layout *layout, const struct box *box, float room, bool force, const struct box **head,
                const struct box **tail)
{
    return box_split(layout, box, room, false, head, tail) ||
           (force && box_split(layout, box, room, true, head, tail));
}

/* The left column takes what it can, then the right one; where the right one can't take any, both share what
 * the left one took. */
static bool run_split(struct layout *layout, const struct box *box, float room, bool force,
                      const struct box **head, const struct box **tail)
{
    const struct column_run *whole = (const struct column_run *)box;
    struct column_run part = {.look = whole->look};
    const struct box *rest;
    if (!force && room < LEAST_LINES * line_height(layout))
        return false;
    if (!cut(layout, whole->content, room, force, &part.sides[0], &rest))
        return false;
    part.content = part.sides[0];
    if (!cut(layout, rest, room, force, &part.sides[1], &rest)) {
        part.sides[1] = NULL;
        balance(layout, part.content, part.sides);
    }
    struct column_run *first = run_make(layout, &part, taller(part.sides[0], part.sides[1]));
    struct column_run *second = run_begin(layout, rest, &whole->look);
    first->box.before = whole->box.before;
    second->box.after = whole->box.after;
    *head = &first->box;
    *tail = &second->box;
    return true;
}

#define SHORT_LINES 8 /* of body text */

struct box *column_run_create(struct layout *layout, const struct box *content,
                              const struct column_look *look)
{
    if (content->height < SHORT_LINES * line_height(layout))
        return NULL;
    struct column_run *run = run_begin(layout, content, look);
    bool divided = run->sides[1] || content->height >= BALANCED_PAGES * look->page;
    return divided ? &run->box : NULL;
}
