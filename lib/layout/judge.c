/* judge.c - do and don't, and other things compared: two equal cards, told apart by sign, word and colour. */
#include "layout/flow.h"
#include "layout/verdict.h"
#include "text/unicode.h"

static void add_item(struct layout *layout, struct box_list *items, const struct verdict_look *look,
                     struct box *body, struct place place)
{
    struct box *item = item_create(layout, &look->marker, body, look->inner, place, MARK_ITEM);
    item->before = item->after = layout->sheet->gap * 0.6f;
    box_list_add(layout, items, item);
}

static struct box *items_box(struct layout *layout, const struct box_list *items, float width,
                             struct place place)
{
    struct box *box = stack_create(layout, items, width);
    if (box)
        box->mark = mark_create(layout, MARK_LIST, place);
    return box;
}

/* ---- ::: do and ::: dont ---- */

static struct box *block_card(struct layout *layout, const struct node *block, const struct verdict *verdict,
                              enum word word, float width)
{
    struct verdict_look look = verdict_open(layout, verdict, width);
    const struct node *list = block_list(block);
    const char *title = block->title && *block->title ? block->title : layout_word(layout, word);
    struct box_list items = {0};
    layout->depth++;
    float width_left = look.inner - look.marker.indent;
    for (const struct node *node = list ? list->first : NULL; node; node = node->next)
        add_item(layout, &items, &look, flow_blocks(layout, node->first, NULL, width_left), node->place);
    layout->depth--;
    struct box *box = list ? items_box(layout, &items, look.inner, list->place) : NULL;
    return verdict_close(layout, &look, verdict_head(layout, &look, NULL, title, block->place),
                         around_list(layout, block, box, look.inner), width, block->place);
}

struct box *judge_box(struct layout *layout, const struct node *good, const struct node *bad, float width)
{
    float gutter = layout->sheet->gutter;
    float each = good && bad ? (width - gutter) / 2 : width;
    struct box_list cards = {0};
    if (good)
        box_list_add(layout, &cards, block_card(layout, good, &verdict_good, WORD_do, each));
    if (bad)
        box_list_add(layout, &cards, block_card(layout, bad, &verdict_bad, WORD_dont, each));
    return row_create(layout, &cards, gutter, ROW_TOP);
}

/* ---- Tables of two columns ---- */

static const struct node *column_cell(const struct node *row, unsigned column)
{
    const struct node *cell = row->first;
    return column && cell ? cell->next : cell;
}

static bool is_one_of(struct layout *layout, const struct node *cell, const char *const *names, size_t count)
{
    const char *text = node_plain_text(layout->arena, cell);
    for (size_t i = 0; i < count; i++)
        if (unicode_same_name(text, names[i]))
            return true;
    return false;
}

static const struct verdict *column_verdict(struct layout *layout, const struct node *cell, unsigned column)
{
    static const char *const good[] = {"nên", "nên làm", "việc nên làm", "đúng", "do"};
    static const char *const bad[] = {
        "không nên", "không nên làm", "việc không nên làm", "đừng", "tránh", "sai", "don't", "don’t"};
    if (is_one_of(layout, cell, good, sizeof good / sizeof *good))
        return &verdict_good;
    if (is_one_of(layout, cell, bad, sizeof bad / sizeof *bad))
        return &verdict_bad;
    return &verdict_plain[column];
}

static struct box *column_card(struct layout *layout, const struct node *table, unsigned column, float width)
{
    const struct node *name = column_cell(table->first, column);
    struct verdict_look look = verdict_open(layout, column_verdict(layout, name, column), width);
    struct text_look body = {.role = TEXT_BODY};
    struct box_list items = {0};
    for (const struct node *row = table->first->next; row; row = row->next) {
        const struct node *cell = column_cell(row, column);
        float width_left = look.inner - look.marker.indent;
        struct box *text = cell ? stack_of(layout, width_left, text_of_node(layout, cell, width_left, &body),
                                           pictures_box(layout, cell, width_left))
                                : NULL;
        if (text)
            add_item(layout, &items, &look, text, cell->place);
    }
    return verdict_close(layout, &look, verdict_head(layout, &look, name, NULL, name->place),
                         items_box(layout, &items, look.inner, table->place), width, name->place);
}

bool is_comparison(const struct node *table)
{
    size_t rows = node_count(table);
    const struct node *names = table->first;
    return table->columns == 2 && rows >= 2 && rows <= 8 && names->header && column_cell(names, 0) &&
           column_cell(names, 1);
}

struct box *comparison_box(struct layout *layout, const struct node *table, float width)
{
    float gutter = layout->sheet->gutter, each = (width - gutter) / 2;
    struct box_list cards = {0};
    for (unsigned column = 0; column < 2; column++)
        box_list_add(layout, &cards, column_card(layout, table, column, each));
    return row_create(layout, &cards, gutter, ROW_TOP);
}
