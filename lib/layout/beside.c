/* beside.c - a picture at the left or right of the block that follows it, or a side note at its right. */
#include "layout/flow.h"

#define LEAST_WORDS   14 /* narrowest column of words, sizes of body text */
#define PICTURE_SHARE 0.38f
#define NOTE_SHARE    0.36f

const struct node *picture_at_side(const struct node *node)
{
    const struct node *picture = NULL;
    if (node->type != NODE_PARAGRAPH || !is_pictures(node))
        return NULL;
    for (const struct node *child = node->first; child; child = child->next) {
        if (picture && child->type == NODE_IMAGE)
            return NULL; /* several stand below each other */
        if (child->type == NODE_IMAGE)
            picture = child;
    }
    return node_has_class(picture, "left") || node_has_class(picture, "right") ? picture : NULL;
}

static float picture_column(const struct node *picture, float width)
{
    float wanted = picture_wanted(picture, width);
    return wanted > 0 ? wanted : width * PICTURE_SHARE;
}

static bool is_note(const struct layout *layout, const struct node *node)
{
    return layout->sheet->on_paper && block_is(node, BLOCK_aside);
}

static float side_column(const struct layout *layout, const struct node *node, float width)
{
    return is_note(layout, node) ? width * NOTE_SHARE : picture_column(picture_at_side(node), width);
}

bool stands_beside(struct layout *layout, const struct node *node, const struct node *end, float width)
{
    const struct node *next = node->next;
    if (!(is_note(layout, node) || picture_at_side(node)) || !next || next == end)
        return false;
    bool prose = next->type == NODE_PARAGRAPH && !has_pictures(next) && !leads_in(layout->arena, next);
    float room = width - side_column(layout, node, width) - layout->sheet->gutter * 1.4f;
    return (prose || next->type == NODE_LIST) && room >= LEAST_WORDS * layout->sheet->size[TEXT_BODY];
}

struct box *beside_box(struct layout *layout, const struct node *node, float width)
{
    const struct node *picture = picture_at_side(node);
    float gutter = layout->sheet->gutter * 1.4f, wide = side_column(layout, node, width);
    struct box *figure = picture ? picture_column_box(layout, picture, wide) : aside_box(layout, node, wide),
               *words = flow_blocks(layout, node->next, node->next->next, width - wide - gutter);
    struct box_list cells = {0};
    box_list_add(layout, &cells, figure);
    box_list_add(layout, &cells, words);
    struct box *row = row_create(layout, &cells, gutter,
                                 picture && node_has_class(picture, "left") ? ROW_TOP : ROW_FROM_RIGHT);
    row->before = row->after = layout->sheet->gap * 1.5f;
    return row;
}
