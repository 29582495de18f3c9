/* qr.c - an address as a QR code (ISO/IEC 18004), with words on where it goes and the address as a link. */
#include "layout/flow.h"
#include <qrencode.h>
#include <string.h>

#define QUIET        4    /* modules of white around the code, as the standard asks */
#define LEAST_MODULE 1.1f /* points: 0.4 mm, what a phone still reads from paper */

struct code {
    struct box box;
    const uint8_t *modules; /* 1: dark; rows of `size` */
    unsigned size;
};

/* Dark modules that touch in a row are one rectangle, so that no hairlines show between them. */
static void put_row(struct layout *layout, const struct code *code, unsigned row, float x, float y,
                    float module)
{
    const struct colour black = {0, 0, 0, 255};
    const uint8_t *at = code->modules + (size_t)row * code->size;
    for (unsigned from = 0, to; from < code->size; from = to + 1) {
        while (from < code->size && !at[from])
            from++;
        for (to = from; to < code->size && at[to];)
            to++;
        struct rect rect = {x + module * (float)from, y + module * (float)row, module * (float)(to - from),
                            module};
        if (to > from)
            scene_fill(layout->builder, path_rect(layout->builder, rect), black);
    }
}

static void code_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct code *code = (const struct code *)box;
    const struct colour white = {255, 255, 255, 255};
    float module = box->width / (float)(code->size + 2 * QUIET);
    scene_fill(layout->builder, path_rect(layout->builder, (struct rect){x, y, box->width, box->height}),
               white);
    for (unsigned row = 0; row < code->size; row++)
        put_row(layout, code, row, x + QUIET * module, y + QUIET * module, module);
}

#define MOST_MODULES 177 /* a side of the largest code */

/* The code's modules in the arena; false when the address is too long. */
static bool encode(struct layout *layout, const char *address, struct code *code)
{
    uint8_t *modules = ARENA_ARRAY(layout->arena, uint8_t, MOST_MODULES * MOST_MODULES);
    QRcode *made = QRcode_encodeString8bit(address, 0, QR_ECLEVEL_M);
    if (!made)
        return false;
    code->size = (unsigned)made->width;
    for (size_t i = 0; i < (size_t)code->size * code->size; i++)
        modules[i] = made->data[i] & 1;
    QRcode_free(made);
    code->modules = modules;
    return true;
}

static struct box *qr_code_box(struct layout *layout, const struct node *block, const char *address)
{
    static const struct box_ops ops = {.draw = code_draw};
    struct code *code = ARENA_NEW(layout->arena, struct code);
    if (!encode(layout, address, code)) {
        report(layout->reporter, FINDING_qr_too_long, block->place);
        return NULL;
    }
    float side = layout->sheet->qr, least = LEAST_MODULE * (float)(code->size + 2 * QUIET);
    struct mark *mark = mark_create(layout, MARK_FIGURE, block->place);
    side = side > least ? side : least;
    mark->alt = arena_format(layout->arena, "%s: %s", layout_word(layout, WORD_qr), address);
    code->box = (struct box){.ops = &ops, .mark = mark, .width = side, .height = side};
    return &code->box;
}

static const char *first_link(const struct node *block)
{
    struct node_iterator iterator;
    node_iterate(&iterator, block);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.event == NODE_ENTER && iterator.node->type == NODE_LINK)
            return iterator.node->target;
    return NULL;
}

/* What the block says, and the address unless that is a link in it already: small, unless it is all there is.
 */
static struct box *words_box(struct layout *layout, const struct node *block, float width)
{
    struct box *words = flow_blocks(layout, block->first, NULL, width);
    struct text_look look = {.role = words ? TEXT_SMALL : TEXT_LEAD, .underlined = true};
    if (words)
        look.colour = layout->palette->muted;
    return stack_of(layout, width, words,
                    text_of_link(layout, block->title, block->title, block->place, width, &look));
}

#define LEAST_BESIDE 9 /* width of words beside a code, sizes of body text */

/* The code with its words at its right; NULL when they are too many for that. */
static struct box *code_and_words(struct layout *layout, const struct node *block, struct box *code,
                                  float width)
{
    float gutter = layout->sheet->gutter * 1.2f, room = width - code->width - gutter;
    struct box *words =
        room > layout->sheet->size[TEXT_BODY] * LEAST_BESIDE ? words_box(layout, block, room) : NULL;
    if (!words || words->height > code->height * 1.5f)
        return NULL;
    struct box_list cells = {0};
    box_list_add(layout, &cells, code);
    box_list_add(layout, &cells, words);
    return row_create(layout, &cells, gutter, ROW_MIDDLE);
}

struct box *qr_box(struct layout *layout, const struct node *block, float width)
{
    const char *address = block->title && *block->title ? block->title : first_link(block);
    if (!address)
        report(layout->reporter, FINDING_qr_nothing, block->place);
    struct box *code = address ? qr_code_box(layout, block, address) : NULL;
    struct box *box = code ? code_and_words(layout, block, code, width) : NULL;
    if (code && !box)
        code->keep_next = true;
    if (!box)
        box = stack_of(layout, width, code, words_box(layout, block, width));
    if (box)
        box->before = box->after = layout->sheet->gap * 1.5f;
    return box;
}
