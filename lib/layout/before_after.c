/* before_after.c - how it was and how it is: two pictures or two texts, named, with an arrow from one to the
 * other. */
#include "layout/flow.h"
#include "layout/named.h"
#include "layout/verdict.h"

static const struct verdict verdicts[2] = {{MARKER_DOT, ROLE_MUTED}, {MARKER_DOT, ROLE_PRIMARY}};

/* The next image at or behind a node among siblings that hold pictures alone. *paragraph moves along. */
static const struct node *next_picture(const struct node **paragraph, const struct node *image)
{
    for (;;) {
        while (image && image->type != NODE_IMAGE)
            image = image->next;
        if (image || !*paragraph)
            return image;
        const struct node *next = (*paragraph)->next;
        *paragraph = next;
        if (!next || next->type != NODE_PARAGRAPH || !is_pictures(next))
            return NULL;
        image = next->first;
    }
}

/* What stands on each side. */
struct sides {
    const struct node *pictures[2]; /* images; NULL: texts */
    struct named_list texts;
    const struct node *from, *after; /* children of the block from the first side on, and behind the last */
};

/* Two pictures that stand alone, one after the other; false when there are fewer, or more in a row. */
static bool find_pictures(const struct node *block, struct sides *sides)
{
    const struct node *paragraph = block->first, *image;
    while (paragraph && !(paragraph->type == NODE_PARAGRAPH && is_pictures(paragraph)))
        paragraph = paragraph->next;
    sides->from = paragraph;
    image = next_picture(&paragraph, paragraph ? paragraph->first : NULL);
    for (int i = 0; i < 2 && image; i++) {
        sides->pictures[i] = image;
        sides->after = paragraph->next;
        image = next_picture(&paragraph, image->next);
    }
    return sides->pictures[1] && !image;
}

static bool find_texts(struct layout *layout, const struct node *block, struct sides *sides)
{
    *sides = (struct sides){0};
    sides->from = named_of_block(layout, block, &sides->texts, &sides->after);
    return sides->texts.at.count == 2;
}

#define PICTURE_SHARE 0.75f /* of the tallest picture: there is a name above it */

static struct box *side_card(struct layout *layout, const struct sides *sides, int which, float width)
{
    static const enum word words[2] = {WORD_before, WORD_after};
    const struct node *picture = sides->pictures[which];
    const struct named *text = picture ? NULL : &sides->texts.at.at[which];
    struct place place = picture ? picture->place : text->place;
    struct verdict_look look = verdict_open(layout, &verdicts[which], width);
    struct box *head =
        verdict_head(layout, &look, text ? text->name : NULL, layout_word(layout, words[which]), place);
    layout->depth++;
    struct box *body = picture ? picture_middle_box(layout, picture, look.inner, PICTURE_SHARE)
                               : named_body(layout, text, look.inner);
    layout->depth--;
    return verdict_close(layout, &look, head, body, width, place);
}

static struct box *arrow_box(struct layout *layout, float size)
{
    struct marker arrow = {.shape = MARKER_ARROW,
                           .colour = layout->palette->accent,
                           .size = size,
                           .indent = size,
                           .middle = size / 2};
    struct box *box = item_create(layout, &arrow, space_create(layout, 0, size), size, nowhere, MARK_GROUP);
    box->mark = NULL;
    return box;
}

#define LEAST_SIDE 9 /* narrowest, sizes of body text */

static struct box *sides_row(struct layout *layout, const struct sides *sides, float width)
{
    float size = layout->sheet->size[TEXT_BODY], arrow = size * 1.6f, gutter = layout->sheet->gutter * 0.5f;
    float each = (width - arrow) / 2 - gutter;
    bool beside = each >= size * LEAST_SIDE;
    struct box_list boxes = {0};
    for (int i = 0; i < 2; i++) {
        if (i && beside)
            box_list_add(layout, &boxes, arrow_box(layout, arrow));
        box_list_add(layout, &boxes, side_card(layout, sides, i, beside ? each : width));
    }
    return beside ? row_create(layout, &boxes, gutter, ROW_MIDDLE) : stack_create(layout, &boxes, width);
}

struct box *before_after_box(struct layout *layout, const struct node *block, float width)
{
    struct sides sides = {0};
    if (!find_pictures(block, &sides) && !find_texts(layout, block, &sides))
        return compare_box(layout, block, width);
    return around_box(layout, block, sides.from, sides_row(layout, &sides, width), sides.after, width);
}
