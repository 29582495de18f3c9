/* contacts.c - whom to call: the first number very large on the primary colour, the others in tiles below it;
 * with all of a ground to themselves the number is larger yet, and nothing stands on cards. */
#include "layout/flow.h"
#include "layout/tile.h"
#include <math.h>

static struct box *hero_words(struct layout *layout, const struct node *item, const struct node *number,
                              float width)
{
    struct text_look look = {.role = TEXT_LEAD, .balanced = true};
    struct box_list words = {0};
    box_list_add(layout, &words, text_of_rest(layout, number, width, &look));
    box_list_add(layout, &words, pictures_box(layout, item->first, width));
    layout->depth++;
    box_list_add(layout, &words, flow_blocks(layout, item->first->next, NULL, width));
    layout->depth--;
    return stack_create(layout, &words, width);
}

#define OPEN_HERO 1.8f /* of the hero's size */

/* The number and what is said of it: side by side where there is room for both, else, and with all of a
 * ground to themselves (`open`), one below the other. */
static struct box *hero_body(struct layout *layout, const struct node *item, float width, bool open)
{
    const struct node *number = node_bold_lead(item->first);
    bool light = layout->theme->titles == TITLES_LIGHT;
    struct text_look look = {.role = TEXT_HERO,
                             .colour = light ? layout->palette->accent : layout->palette->ink,
                             .bold = true,
                             .scale = open ? OPEN_HERO : 1,
                             .unmarked = true};
    float gutter = layout->sheet->gutter * 1.5f, least = layout->sheet->size[TEXT_LEAD] * 9;
    float wide = text_widths(layout, number, &look).natural + 1;
    if (open || wide + gutter + least > width)
        return stack_of(layout, width, text_fitted(layout, number, width, &look),
                        hero_words(layout, item, number, width));
    struct box *left = text_fitted(layout, number, wide, &look);
    struct box_list cells = {0};
    box_list_add(layout, &cells, left);
    box_list_add(layout, &cells, hero_words(layout, item, number, width - wide - gutter));
    return row_create(layout, &cells, gutter, ROW_MIDDLE);
}

static struct box *hero_card(struct layout *layout, const struct node *item, float width)
{
    const struct palette *outer = layout->palette;
    struct colour edge;
    const struct palette *palette = layout_palette(layout, palette_standing_out(layout->theme, &edge));
    struct card_style style = {.fill = palette->ground,
                               .border = edge,
                               .pad_x = layout->sheet->pad * 1.5f,
                               .pad_y = layout->sheet->pad,
                               .radius = layout->sheet->radius,
                               .middle = true};
    layout->palette = palette;
    struct box *body = hero_body(layout, item, card_inner(width, &style), false);
    layout->palette = outer;
    if (!body)
        return NULL;
    struct box *card = card_create(layout, body, width, &style);
    card->palette = palette;
    card->mark = mark_create(layout, MARK_ITEM, item->place);
    return card;
}

#define MOST_STACKED 3
#define MOST_BESIDE  5 /* of more the hero stands on top, and the others have all of the width */

/* Below the hero, or on a wide page beside it. */
static struct box *contacts_list(struct layout *layout, const struct node *list, float width)
{
    const struct node *hero = node_bold_lead(list->first->first) ? list->first : NULL;
    const struct node *first = hero ? hero->next : list->first;
    float size = layout->sheet->size[TEXT_BODY], gutter = layout->sheet->gutter;
    bool beside =
        hero && first && layout->sheet->natural && width > size * 30 && node_count(list) <= MOST_BESIDE;
    float left = beside ? (width - gutter) * 0.4f : width, right = beside ? width - gutter - left : width;
    /* Beside the hero a few stand one below the other, so that the two sides end about level. */
    bool column = beside && node_count(list) <= MOST_STACKED + 1;
    struct tile_style style = {.lead = TEXT_H2, .least = column ? right : size * 9};
    struct box *top = hero ? hero_card(layout, hero, left) : NULL;
    struct box *others = tiles_grid(layout, first, right, &style);
    if (!beside) {
        if (top)
            top->after = gutter;
        return stack_of(layout, width, top, others);
    }
    struct box_list sides = {0};
    box_list_add(layout, &sides, top);
    box_list_add(layout, &sides, others);
    return row_create(layout, &sides, gutter, ROW_MIDDLE);
}

/* Those after the hero: a name and what it is for, a hairline between. */
static struct box *others_open(struct layout *layout, const struct node *first, float width)
{
    struct box_list lines = {0};
    for (const struct node *item = first; item; item = item->next) {
        struct box *line = led_box(layout, item, width);
        if (!line)
            continue;
        line->mark = mark_create(layout, MARK_ITEM, item->place);
        line->before = line->after = layout->sheet->gap * 0.7f;
        if (lines.boxes.count)
            box_list_add(layout, &lines, rule_create(layout, width));
        box_list_add(layout, &lines, line);
    }
    return stack_create(layout, &lines, width);
}

/* The hero and the others side by side where there is room, on a ground of their own. */
static struct box *contacts_open(struct layout *layout, const struct node *list, float width)
{
    const struct node *hero = node_bold_lead(list->first->first) ? list->first : NULL;
    const struct node *first = hero ? hero->next : list->first;
    float size = layout->sheet->size[TEXT_BODY], gutter = layout->sheet->gutter * 2;
    bool beside = hero && first && width > size * 30;
    float left = beside ? (width - gutter) * 0.5f : width, right = beside ? width - gutter - left : width;
    struct box *top = hero ? hero_body(layout, hero, left, true) : NULL;
    struct box *others = others_open(layout, first, right);
    if (top)
        top->mark = mark_create(layout, MARK_ITEM, hero->place);
    if (top)
        top->after = gutter;
    if (!beside)
        return stack_of(layout, width, top, others);
    struct box_list sides = {0};
    box_list_add(layout, &sides, top ? indent_create(layout, top, 0, left) : NULL);
    box_list_add(layout, &sides, others);
    return row_create(layout, &sides, gutter, ROW_MIDDLE);
}

bool contacts_lead(const struct node *block)
{
    const struct node *list = block_is(block, BLOCK_contacts) ? block_list(block) : NULL;
    return list && node_bold_lead(list->first->first);
}

struct box *contacts_hero(struct layout *layout, const struct node *block, float width)
{
    const struct node *item = block_list(block)->first;
    layout->inside++; /* what it holds is told of where it stands first */
    struct box *hero = hero_body(layout, item, width, true);
    layout->inside--;
    if (hero)
        hero->mark = mark_create(layout, MARK_GROUP, item->place);
    return hero;
}

struct box *contacts_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    if (!list)
        return flow_blocks(layout, block->first, NULL, width);
    struct box *box =
        layout->bleeds ? contacts_open(layout, list, width) : contacts_list(layout, list, width);
    if (box) {
        box->mark = mark_create(layout, MARK_LIST, list->place);
        box = keep_create(layout, box, HUGE_VALF);
    }
    return around_list(layout, block, box, width);
}
