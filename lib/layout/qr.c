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

/* A rectangle of a row's modules from one to another, in modules. */
static void add_run(struct path_step **at, float from, float to, float row)
{
    const struct path_step rect[] = {{PATH_MOVE, {from, row}},
                                     {PATH_LINE, {to, row}},
                                     {PATH_LINE, {to, row + 1}},
                                     {PATH_LINE, {from, row + 1}},
                                     {PATH_CLOSE, {0}}};
    memcpy(*at, rect, sizeof rect);
    *at += sizeof rect / sizeof *rect;
}

#define RUN_STEPS 5

/* Dark modules that touch in a row are one rectangle, so that no hairlines show between them. */
static void add_row(struct path_step **at, const struct code *code, unsigned row)
{
    const uint8_t *modules = code->modules + (size_t)row * code->size;
    for (unsigned from = 0, to; from < code->size; from = to + 1) {
        while (from < code->size && !modules[from])
            from++;
        for (to = from; to < code->size && modules[to];)
            to++;
        if (to > from)
            add_run(at, (float)from, (float)to, (float)row);
    }
}

/* All dark modules as one path. */
static struct path code_path(struct layout *layout, const struct code *code, float x, float y, float module)
{
    size_t most = (size_t)code->size * (code->size + 1) / 2 * RUN_STEPS;
    struct path_step *steps = ARENA_ARRAY(layout->arena, struct path_step, most), *end = steps;
    for (unsigned row = 0; row < code->size; row++)
        add_row(&end, code, row);
    struct rect unit = {x, y, module, module};
    return path_stretched(layout->builder, steps, (size_t)(end - steps), unit);
}

static void code_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct code *code = (const struct code *)box;
    const struct colour white = {255, 255, 255, 255}, black = {0, 0, 0, 255};
    float module = box->width / (float)(code->size + 2 * QUIET);
    scene_fill(layout->builder, path_rect(layout->builder, (struct rect){x, y, box->width, box->height}),
               white);
    scene_fill(layout->builder, code_path(layout, code, x + QUIET * module, y + QUIET * module, module),
               black);
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

static struct box *qr_code_box(struct layout *layout, struct place place, const char *address)
{
    static const struct box_ops ops = {.draw = code_draw};
    struct code *code = ARENA_NEW(layout->arena, struct code);
    if (!encode(layout, address, code)) {
        report(layout->reporter, FINDING_qr_too_long, place);
        return NULL;
    }
    float side = layout->sheet->qr, least = LEAST_MODULE * (float)(code->size + 2 * QUIET);
    struct mark *mark = mark_create(layout, MARK_FIGURE, place);
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

static float gutter_beside(const struct layout *layout)
{
    return layout->sheet->gutter * 1.2f;
}

static struct box *code_beside(struct layout *layout, struct box *code, struct box *words)
{
    struct box_list cells = {0};
    box_list_add(layout, &cells, code);
    box_list_add(layout, &cells, words);
    return row_create(layout, &cells, gutter_beside(layout), ROW_MIDDLE);
}

/* The code with its words at its right; NULL when they are too many for that. */
static struct box *code_and_words(struct layout *layout, const struct node *block, struct box *code,
                                  float width)
{
    float room = width - code->width - gutter_beside(layout);
    struct box *words =
        room > layout->sheet->size[TEXT_BODY] * LEAST_BESIDE ? words_box(layout, block, room) : NULL;
    if (!words || words->height > code->height * 1.5f)
        return NULL;
    return code_beside(layout, code, words);
}

/* Where the code goes: a name, and the address without what nobody types. */
static struct box *goes_to(struct layout *layout, const char *address, const char *name, float width)
{
    struct text_look head = {.role = TEXT_LEAD, .bold = true, .balanced = true};
    struct text_look link = {.role = TEXT_BODY, .underlined = true};
    const char *scheme = strstr(address, "://"), *typed = scheme ? scheme + 3 : address;
    size_t length = strlen(typed);
    if (length > 1 && typed[length - 1] == '/')
        typed = arena_copy(layout->arena, typed, length - 1);
    return stack_of(layout, width, text_of_string(layout, name, width, &head),
                    text_of_link(layout, typed, address, nowhere, width, &link));
}

struct box *qr_address_box(struct layout *layout, const char *address, const char *name, float width)
{
    struct box *code = qr_code_box(layout, nowhere, address);
    if (!code)
        return NULL;
    float room = width - code->width - gutter_beside(layout);
    struct box *box = room > layout->sheet->size[TEXT_BODY] * LEAST_BESIDE
                          ? code_beside(layout, code, goes_to(layout, address, name, room))
                          : stack_of(layout, width, code, goes_to(layout, address, name, width));
    box->before = box->after = layout->sheet->gap * 1.5f;
    return box;
}

struct box *qr_box(struct layout *layout, const struct node *block, float width)
{
    const char *address = block->title && *block->title ? block->title : first_link(block);
    if (!address)
        report(layout->reporter, FINDING_qr_nothing, block->place);
    struct box *code = address ? qr_code_box(layout, block->place, address) : NULL;
    struct box *box = code ? code_and_words(layout, block, code, width) : NULL;
    if (code && !box)
        code->keep_next = true;
    if (!box)
        box = stack_of(layout, width, code, words_box(layout, block, width));
    if (box)
        box->before = box->after = layout->sheet->gap * 1.5f;
    return box;
}
