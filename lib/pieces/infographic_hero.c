/* infographic_hero.c - the first figure of the guide, very large, right below the title.
 *
 * One that opens the guide's first part with others moves there; one from further on, or that its part would
 * miss, stays where it is and is repeated for the eye. */
#include "layout/flow.h"
#include "pieces/infographic.h"

static const struct node *figures_of(const struct node *node)
{
    const struct node *list = block_is(node, BLOCK_stats) ? block_list(node) : node;
    bool figures = list && list->type == NODE_LIST && !list->ordered && list_has_figures(list);
    return figures ? list : NULL;
}

/* Among what a section shows itself, then in those within it. */
static const struct node *first_figures(struct poster *poster, const struct node *section)
{
    bool shown = section_is_shown(poster, section);
    for (const struct node *node = section->first; node; node = node->next) {
        bool inner = node->type == NODE_SECTION;
        const struct node *found = inner ? first_figures(poster, node) : NULL;
        if (!inner && shown && is_shown(poster, node))
            found = figures_of(node);
        if (found)
            return found;
    }
    return NULL;
}

/* Whether a list stands in the guide's first section that holds more than sections. */
static bool opens_guide(const struct poster *poster, const struct node *list)
{
    const struct node *block = list->parent->type == NODE_BLOCK ? list->parent : list;
    const struct node *section = block->parent, *first = poster->job->edition->document;
    while (first != section && first->first && first->first->type == NODE_SECTION)
        first = first->first;
    return first == section;
}

/* What the figure counts, and where that is from. */
static struct box *hero_words(struct poster *poster, const struct node *item, const struct node *figure,
                              float width)
{
    struct layout *layout = poster->layout;
    struct text_look look = {.role = TEXT_LEAD, .balanced = true};
    struct box_list words = {0};
    box_list_add(layout, &words, text_of_rest(layout, figure, width, &look));
    box_list_add(layout, &words, pictures_box(layout, item->first, width));
    layout->inside++;
    box_list_add(layout, &words, flow_blocks(layout, item->first->next, NULL, width));
    layout->inside--;
    box_list_add(layout, &words, sources_box(layout, item, width));
    return stack_create(layout, &words, width);
}

#define LEAST_WORDS 11 /* beside the figure, sizes of their text */

static struct box *hero_box(struct poster *poster, const struct node *item)
{
    struct layout *layout = poster->layout;
    const struct node *figure = node_bold_lead(item->first);
    struct text_look look = {
        .role = TEXT_HERO, .colour = layout->palette->accent, .bold = true, .unmarked = true};
    float gutter = layout->sheet->gutter * 1.5f;
    float wide = text_widths(layout, figure, &look).natural + 1, rest = poster->width - wide - gutter;
    struct box *box;
    if (rest < LEAST_WORDS * layout->sheet->size[TEXT_LEAD]) {
        box = stack_of(layout, poster->width, text_fitted(layout, figure, poster->width, &look),
                       hero_words(poster, item, figure, poster->width));
    } else {
        struct box_list cells = {0};
        box_list_add(layout, &cells, text_fitted(layout, figure, wide, &look));
        box_list_add(layout, &cells, hero_words(poster, item, figure, rest));
        box = row_create(layout, &cells, gutter, ROW_MIDDLE);
    }
    box->mark = mark_create(layout, MARK_GROUP, item->place);
    return box;
}

void hero_add(struct poster *poster)
{
    const struct node *list = first_figures(poster, poster->job->edition->document);
    if (!list)
        return;
    const struct node *item = list->first;
    bool moves = item->next && opens_guide(poster, list);
    band_open(poster);
    struct box *box = hero_box(poster, item);
    if (moves) {
        poster->layout->titled = item;
        account_tell(poster->layout, box, item, item, CHOICE_opening);
    } else {
        box = again_create(poster->layout, box);
    }
    struct box_list list_of_one = {0};
    box_list_add(poster->layout, &list_of_one, box);
    band_close(poster, &list_of_one);
}
