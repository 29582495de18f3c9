/* ages.c - what holds at which age: a card for each, its ages on a band that gets darker as children grow.
 * Side by side where all have room in one row, else below each other. */
#include "layout/banded.h"
#include "layout/flow.h"
#include "layout/named.h"

#define LEAST_COLUMN 10.0f /* sizes of body text */
#define BAND_BESIDE  8.5f
#define LEAST_BESIDE 22.0f

static struct box *age_card(struct layout *layout, const struct named *ages, struct colour band, float width,
                            float beside)
{
    struct banded card = banded_open(layout, band, width, beside);
    struct text_look look = {.role = TEXT_H3, .bold = true, .balanced = true};
    struct box *head = ages->name ? text_of_node(layout, ages->name, banded_head_width(&card), &look) : NULL;
    banded_head(layout, &card, head);
    struct box *body = named_body(layout, ages, banded_body_width(&card));
    struct box *box = banded_close(layout, &card, body);
    box->mark = mark_create(layout, MARK_ITEM, ages->place);
    return box;
}

static struct box *age_cards(struct layout *layout, const struct named_list *ages, struct place place,
                             float width)
{
    float body = layout->sheet->size[TEXT_BODY], gutter = layout->sheet->gutter * 0.6f;
    size_t count = ages->at.count;
    float each = (width - gutter * (float)(count - 1)) / (float)count;
    bool row = count > 1 && each >= LEAST_COLUMN * body;
    float beside = !row && width >= LEAST_BESIDE * body ? BAND_BESIDE * body : 0;
    struct box_list cards = {0};
    layout->depth++;
    for (size_t i = 0; i < count; i++)
        box_list_add(
            layout, &cards,
            age_card(layout, &ages->at.at[i], ground_step(layout, i, count), row ? each : width, beside));
    layout->depth--;
    struct box *box =
        grid_create(layout, &cards, row ? (unsigned)count : 1, gutter, layout->sheet->gap * 0.6f);
    box->mark = mark_create(layout, MARK_LIST, place);
    box->before = box->after = layout->sheet->gap * 1.2f;
    return box;
}

struct box *ages_box(struct layout *layout, const struct node *block, float width)
{
    struct named_list ages = {0};
    const struct node *after, *at = named_of_block(layout, block, &ages, &after);
    if (!at)
        return flow_blocks(layout, block->first, NULL, width);
    return around_box(layout, block, at, age_cards(layout, &ages, at->place, width), after, width);
}

struct box *list_ages_box(struct layout *layout, const struct node *list, float width)
{
    struct named_list ages = {0};
    for (const struct node *item = list->first; item; item = item->next)
        *VECTOR_ADD(layout->arena, &ages.at) = named_item(item);
    return age_cards(layout, &ages, list->place, width);
}
