/* hierarchy.c - who belongs to whom: nested lists as cards joined by lines, stronger towards the top. */
#include "layout/branching.h"
#include "layout/flow.h"
#include "layout/ground.h"
#include "layout/named.h"

static struct box *member_card(struct layout *layout, const struct twig *twig, float width)
{
    static const float strength[] = {0.9f, 0.2f, 0.06f};
    size_t last = sizeof strength / sizeof *strength - 1, level = twig->level < last ? twig->level : last;
    struct colour none = {0}, border = ground_shade(layout, 0.5f);
    struct panel panel =
        panel_open(layout, ground_shade(layout, strength[level]), level == last ? border : none, width);
    struct text_look head = {.role = TEXT_BODY, .bold = true};
    struct named member = named_item(twig->item);
    member.end = twig->branches;
    layout->depth++;
    struct box *content = named_box(layout, &member, panel.inner, &head);
    layout->depth--;
    return panel_close(layout, &panel, content);
}

struct box *hierarchy_box(struct layout *layout, const struct node *block, float width)
{
    static const struct branching branching = {.card = member_card, .least = 7.5f, .widest = 15};
    const struct node *list = block_list(block);
    return around_list(layout, block, list ? branching_box(layout, list, width, &branching) : NULL, width);
}
