/* tree.c - a decision tree: questions on soft cards, answers in bold, what to do at the ends on framed ones.
 */
#include "layout/branching.h"
#include "layout/flow.h"
#include "layout/ground.h"
#include "layout/named.h"

static struct box *choice_card(struct layout *layout, const struct twig *twig, float width)
{
    struct colour none = {0}, frame = layout->palette->accent;
    struct panel panel = twig->branches ? panel_open(layout, layout->palette->tint, none, width)
                                        : panel_open(layout, layout->palette->ground, frame, width);
    struct text_look head = {.role = TEXT_H3, .colour = layout->palette->accent, .bold = true};
    struct named choice = named_item(twig->item);
    choice.end = twig->branches;
    struct box *content = named_box(layout, &choice, panel.inner, &head);
    return panel_close(layout, &panel, content);
}

struct box *list_tree_box(struct layout *layout, const struct node *list, float width)
{
    static const struct branching branching = {
        .card = choice_card, .least = 8.5f, .widest = 22, .headed = true};
    layout->depth++;
    struct box *box = branching_box(layout, list, width, &branching);
    layout->depth--;
    return box;
}

struct box *tree_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    return around_list(layout, block, list ? list_tree_box(layout, list, width) : NULL, width);
}
