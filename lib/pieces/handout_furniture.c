#include "pieces/handout_furniture.h"
#include "layout/text.h"
#include "pieces/parts.h"
#include <string.h>

struct furniture furniture_create(const struct edition *edition, const struct node *title)
{
    struct furniture furniture = {0};
    struct node_iterator iterator;
    node_iterate(&iterator, edition->document);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const struct node *node = iterator.node;
        if (event != NODE_ENTER || node->type != NODE_SECTION || node == title)
            continue;
        unsigned level = node->first->level;
        if (!furniture.level || level < furniture.level)
            furniture.level = level;
    }
    return furniture;
}

/* ---- Lines ---- */

static struct text_look furniture_look(const struct layout *layout, enum text_align align)
{
    return (struct text_look){
        .role = TEXT_SMALL, .colour = layout->palette->muted, .align = align, .unmarked = true};
}

#define LONGEST 300 /* bytes that are looked at: no margin holds more */

/* On one line of that width, the last words given up for "…" where it is longer; NULL: not even its first
 * word has room. */
static struct box *short_line(struct layout *layout, const char *text, float width,
                              const struct text_look *look)
{
    size_t length = strlen(text);
    const char *shown = length > LONGEST ? NULL : text;
    length = shown ? length : LONGEST;
    while (!shown || string_width(layout, shown, look) > width) {
        while (length && text[length] != ' ')
            length--;
        if (!length)
            return NULL;
        shown = arena_format(layout->arena, "%.*s…", (int)length, text);
        length--;
    }
    return text_of_string(layout, shown, width, look);
}

/* `from` and `width` are shares of the line between the margins. */
static void draw_line(struct layout *layout, struct margins margins, const char *text, float y, float from,
                      float width, enum text_align align)
{
    float whole = margins.width - 2 * margins.margin;
    struct text_look look = furniture_look(layout, align);
    struct box *box = text ? short_line(layout, text, whole * width, &look) : NULL;
    if (box)
        box_draw(layout, box, margins.margin + whole * from, y);
}

/* ---- Head ---- */

#define HEAD_TITLE 0.52f /* of the width; the rest is the running name's */
#define HEAD_AT    0.42f /* of the margin, from the paper's edge */
#define FOOT_AT    0.72f
#define FOOT_WORDS 0.7f /* of the width; the rest is the page number's */

static void draw_head(struct layout *layout, const char *name, struct margins margins)
{
    float y = margins.margin * HEAD_AT;
    draw_line(layout, margins, layout->edition->title, y, 0, HEAD_TITLE - 0.02f, ALIGN_START);
    draw_line(layout, margins, name, y, HEAD_TITLE, 1 - HEAD_TITLE, ALIGN_END);
}

/* ---- Foot ---- */

static void draw_foot(struct layout *layout, struct margins margins, const char *imprint, size_t page,
                      size_t pages)
{
    struct scene_builder *builder = layout->builder;
    float y = margins.height - margins.margin * FOOT_AT, left = margins.margin, right = margins.width - left;
    const char *number =
        arena_format(layout->arena, "%s %zu / %zu", layout_word(layout, WORD_page), page + 1, pages);
    scene_stroke(builder, path_line(builder, left, y - 5, right, y - 5),
                 (struct stroke){.colour = layout->palette->line, .width = 0.5f});
    draw_line(layout, margins, imprint, y, 0, FOOT_WORDS, ALIGN_START);
    draw_line(layout, margins, number, y, FOOT_WORDS, 1 - FOOT_WORDS, ALIGN_END);
}

/* ---- The running name ---- */

/* Goes on to the part in which the open page ends. The name of the one it begins in; NULL: it begins with a
 * part's own heading, or before all parts. */
static const char *page_name(struct layout *layout, struct furniture *furniture, size_t first)
{
    const char *begins = furniture->name;
    bool empty = true;
    for (size_t i = first; i < scene_item_count(layout->builder); i++) {
        const struct item *item = scene_item_at(layout->builder, i);
        bool heading = item->type == ITEM_BEGIN && item->as.mark->type == MARK_HEADING;
        if (heading && item->as.mark->level == furniture->level) {
            furniture->name = item->as.mark->title;
            begins = empty ? NULL : begins;
        }
        empty = empty && item->type != ITEM_TEXT;
    }
    return begins;
}

void furniture_draw(struct layout *layout, struct furniture *furniture, struct margins margins, size_t first,
                    size_t page, size_t pages)
{
    const char *name = page_name(layout, furniture, first);
    scene_begin_mark(layout->builder, (struct mark){.type = MARK_ARTIFACT});
    if (page > 0)
        draw_head(layout, name, margins);
    draw_foot(layout, margins, page > 0 ? imprint_string(layout) : NULL, page, pages);
    scene_end_mark(layout->builder);
}
