#include "layout/branching.h"
#include "guide/diagrams.h"
#include "layout/arrows.h"
#include "layout/flow.h"
#include "layout/trial.h"

static struct twig twig_of(const struct node *item, unsigned level)
{
    return (struct twig){item, item_branches(item), level};
}

static const struct box *marked_item(struct layout *layout, struct box *box, const struct node *item)
{
    box->mark = mark_create(layout, MARK_ITEM, item->place);
    return box;
}

/* ---- Outlines ---- */

/* What is beneath a card, led to by an elbow. */
struct elbow {
    struct box box;
    const struct box *child;
    float indent, room; /* `room`: how far above it the line begins */
    bool first, last;   /* of its siblings */
    bool rest;          /* of a cut one: the line goes by */
};

static void elbow_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct elbow *elbow = (const struct elbow *)box;
    float size = layout->sheet->size[TEXT_BODY], line = x + elbow->indent * 0.35f;
    float turn = y + (box->baseline > 0 ? box->baseline - 0.32f * size : size);
    float top = elbow->first && !elbow->rest ? y - elbow->room : y;
    bool passes = !elbow->last;
    artifact_begin(layout);
    if (passes || !elbow->rest)
        arrow_line(layout, line, top, line, passes ? y + box->height + box->after : turn);
    if (!elbow->rest)
        arrow_line(layout, line, turn, x + elbow->indent - ARROW_LINE, turn);
    artifact_end(layout);
    box_draw(layout, elbow->child, x + elbow->indent, y);
}

static bool elbow_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail);

static struct box *elbow_make(struct layout *layout, const struct elbow *like, const struct box *child)
{
    static const struct box_ops ops = {.draw = elbow_draw, .split = elbow_split};
    struct elbow *elbow = ARENA_NEW(layout->arena, struct elbow);
    *elbow = *like;
    elbow->child = child;
    elbow->box = (struct box){.ops = &ops,
                              .width = like->box.width,
                              .height = child->height,
                              .before = like->room,
                              .after = like->room,
                              .baseline = child->baseline};
    return &elbow->box;
}

static bool elbow_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail)
{
    const struct elbow *whole = (const struct elbow *)box;
    const struct box *parts[2];
    if (!box_split(layout, whole->child, room, force, &parts[0], &parts[1]))
        return false;
    struct elbow rest = *whole;
    rest.rest = true;
    *head = elbow_make(layout, whole, parts[0]);
    *tail = elbow_make(layout, &rest, parts[1]);
    return true;
}

static const struct box *outline_item(struct layout *layout, const struct node *item, unsigned level,
                                      float width, const struct branching *branching);

/* Where the column gets too narrow for elbows, cards stand below each other. */
static struct box *outline_list(struct layout *layout, const struct node *list, unsigned level, float width,
                                const struct branching *branching)
{
    float indent = layout->sheet->size[TEXT_BODY] * 1.6f;
    if (is_narrow(layout, width - 2 * indent))
        indent = 0;
    struct box_list items = {0};
    for (const struct node *item = list->first; item; item = item->next) {
        const struct box *box = outline_item(layout, item, level, width - indent, branching);
        struct elbow elbow = {.box.width = width,
                              .indent = indent,
                              .room = layout->sheet->gap * 0.7f,
                              .first = !item->previous,
                              .last = !item->next};
        struct box *led = indent > 0 ? elbow_make(layout, &elbow, box)
                                     : indent_create(layout, (struct box *)(uintptr_t)box, 0, width);
        led->before = led->after = elbow.room;
        box_list_add(layout, &items, led);
    }
    struct box *box = stack_create(layout, &items, width);
    box->mark = mark_create(layout, MARK_LIST, list->place);
    return box;
}

static const struct box *outline_item(struct layout *layout, const struct node *item, unsigned level,
                                      float width, const struct branching *branching)
{
    struct twig twig = twig_of(item, level);
    struct box *card = branching->card(layout, &twig, width);
    card->keep_next = twig.branches != NULL;
    struct box *beneath = NULL;
    if (twig.branches)
        beneath = outline_list(layout, twig.branches, level + 1, width, branching);
    return marked_item(layout, stack_of(layout, width, card, beneath), item);
}

/* ---- From the top down ---- */

#define DEEPEST 4 /* levels */

/* How wide a tree is in leaves; 0: it is too deep to be drawn from the top down. */
static size_t leaf_count(const struct node *item, unsigned level)
{
    struct twig twig = twig_of(item, level);
    if (!twig.branches)
        return 1;
    size_t leaves = 0;
    for (const struct node *node = twig.branches->first; node; node = node->next) {
        size_t more = level + 1 < DEEPEST ? leaf_count(node, level + 1) : 0;
        if (!more)
            return 0;
        leaves += more;
    }
    return leaves;
}

static float spread_width(const struct layout *layout, size_t leaves, float each)
{
    return each * (float)leaves + layout->sheet->gutter * (float)(leaves - 1);
}

static struct box *spread_item(struct layout *layout, const struct twig *twig, float each,
                               const struct branching *branching);

static bool only_leaves(const struct node *list)
{
    for (const struct node *item = list->first; item; item = item->next)
        if (twig_of(item, 0).branches)
            return false;
    return true;
}

/* The branches in a row, led to from the middle of what is above. */
static struct box *spread_list(struct layout *layout, const struct twig *above, float each, float width,
                               const struct branching *branching)
{
    float *middles = ARENA_ARRAY(layout->arena, float, node_count(above->branches)), left = 0;
    bool even = only_leaves(above->branches);
    struct box_list row = {0};
    for (const struct node *item = above->branches->first; item; item = item->next) {
        struct twig twig = twig_of(item, above->level + 1);
        struct box *box = spread_item(layout, &twig, each, branching);
        box->stretches = box->stretches && even;
        middles[row.boxes.count] = left + box->width / 2;
        left += box->width + layout->sheet->gutter;
        box_list_add(layout, &row, box);
    }
    const float from = width / 2;
    struct box *lines = arrows_create(layout, &from, 1, middles, row.boxes.count, branching->headed, width);
    lines->keep_next = true;
    struct box *list = row_create(layout, &row, layout->sheet->gutter, ROW_TOP);
    list->mark = mark_create(layout, MARK_LIST, above->branches->place);
    return stack_of(layout, width, lines, list);
}

static struct box *spread_item(struct layout *layout, const struct twig *twig, float each,
                               const struct branching *branching)
{
    size_t leaves = leaf_count(twig->item, twig->level);
    float width = spread_width(layout, leaves, each);
    float widest = branching->widest * layout->sheet->size[TEXT_BODY];
    float own = width < widest ? width : widest;
    struct box *card = branching->card(layout, twig, own);
    if (!twig->branches) {
        marked_item(layout, card, twig->item);
        return card;
    }
    card = indent_create(layout, card, (width - own) / 2, width);
    card->keep_next = true;
    struct box *box = stack_of(layout, width, card, spread_list(layout, twig, each, width, branching));
    marked_item(layout, box, twig->item);
    return box;
}

#define TALLEST 1.2f /* of the tallest picture: what is taller is read as an outline */

/* NULL: there is no room for that. */
static struct box *spread_root(struct layout *layout, const struct node *item, float width,
                               const struct branching *branching)
{
    struct twig twig = twig_of(item, 0);
    size_t leaves = twig.branches ? leaf_count(item, 0) : 0;
    float body = layout->sheet->size[TEXT_BODY], widest = branching->widest * body;
    float each = leaves ? (width - layout->sheet->gutter * (float)(leaves - 1)) / (float)leaves : 0;
    if (each < branching->least * body)
        return NULL;
    each = each < widest ? each : widest;
    struct trial trial = trial_begin(layout);
    struct box *tree = spread_item(layout, &twig, each, branching);
    if (tree->height > layout->sheet->image_height * TALLEST) {
        trial_drop(layout, trial);
        return NULL;
    }
    struct box *kept = keep_create(layout, tree, layout->sheet->image_height);
    return indent_create(layout, kept, (width - kept->width) / 2, width);
}

struct box *branching_box(struct layout *layout, const struct node *list, float width,
                          const struct branching *branching)
{
    struct box_list roots = {0};
    for (const struct node *item = list->first; item; item = item->next) {
        struct box *root = spread_root(layout, item, width, branching);
        if (!root)
            root = stack_of(layout, width,
                            (struct box *)(uintptr_t)outline_item(layout, item, 0, width, branching), NULL);
        root->before = root->after = layout->sheet->gap * 1.2f;
        box_list_add(layout, &roots, root);
    }
    struct box *box = stack_create(layout, &roots, width);
    if (box)
        box->mark = mark_create(layout, MARK_LIST, list->place);
    return box;
}
