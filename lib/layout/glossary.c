/* glossary.c - terms and what they mean on a soft ground, in as many columns as have room. The edition has
 * put them in order (guide/edition_order.c). */
#include "layout/flow.h"

#define LEAST_COLUMN 14 /* narrowest, sizes of body text */
#define MOST_COLUMNS 3

/* “**OTP** mã dùng một lần”: the term, and beneath it what it means. */
static struct box *term_box(struct layout *layout, const struct node *item, float width)
{
    const struct node *lead = node_bold_lead(item->first);
    bool defined = item->parent->definitions;
    struct text_look head = {.role = TEXT_BODY, .colour = layout->palette->heading, .bold = true};
    struct text_look body = {.role = TEXT_BODY};
    struct box_list parts = {0};
    const struct node *rest = item->first;
    if (lead || defined) {
        struct box *term = text_of_node(layout, defined ? item->first : lead, width, &head);
        struct box *what = defined ? NULL : text_of_rest(layout, lead, width, &body);
        if (term)
            term->keep_next = true;
        if (term)
            term->after = layout->sheet->gap * 0.15f;
        if (what)
            what->before = layout->sheet->gap * 0.15f;
        box_list_add(layout, &parts, term);
        box_list_add(layout, &parts, what);
        box_list_add(layout, &parts, pictures_box(layout, item->first, width));
        rest = item->first->next;
    }
    for (; rest; rest = rest->next) {
        struct box *box = flow_blocks(layout, rest, rest->next, width);
        if (box)
            box->before = layout->sheet->gap * 0.15f;
        box_list_add(layout, &parts, box);
    }
    struct box *box = stack_as_item(layout, &parts, width, item->place);
    if (box)
        box->before = box->after = layout->sheet->gap * 0.9f;
    return box;
}

static unsigned column_count(const struct layout *layout, size_t terms, float width)
{
    float gutter = layout->sheet->gutter * 1.5f, least = LEAST_COLUMN * layout->sheet->size[TEXT_BODY];
    unsigned columns = (unsigned)((width + gutter) / (least + gutter));
    if (columns > MOST_COLUMNS)
        columns = MOST_COLUMNS;
    if (columns > terms)
        columns = (unsigned)terms;
    return columns < 1 ? 1 : columns;
}

/* The height of boxes in one column. */
static float stacked_height(const struct box_list *boxes)
{
    float height = 0;
    for (size_t i = 0; i < boxes->boxes.count; i++)
        height += boxes->boxes.at[i]->height + boxes->boxes.at[i]->after;
    return height;
}

/* Terms down one column and on in the next, all of about one height. */
static struct box *columns_box_of(struct layout *layout, const struct box_list *terms, unsigned columns,
                                  float each, float gutter)
{
    float share = stacked_height(terms) / (float)columns, done = 0;
    struct box_list cells = {0}, column = {0};
    unsigned made = 1;
    for (size_t i = 0; i < terms->boxes.count; i++) {
        struct box *term = terms->boxes.at[i];
        if (column.boxes.count && made < columns && done + term->height / 2 > share * (float)made) {
            box_list_add(layout, &cells, stack_create(layout, &column, each));
            column = (struct box_list){0};
            made++;
        }
        done += term->height + term->after;
        box_list_add(layout, &column, term);
    }
    box_list_add(layout, &cells, stack_create(layout, &column, each));
    return row_create(layout, &cells, gutter, ROW_TOP);
}

static struct box *terms_box(struct layout *layout, const struct node *list, float width)
{
    float gutter = layout->sheet->gutter * 1.5f;
    unsigned columns = column_count(layout, node_count(list), width);
    float each = (width - gutter * (float)(columns - 1)) / (float)columns;
    struct box_list terms = {0};
    layout->depth++;
    for (const struct node *item = list->first; item; item = item->next)
        box_list_add(layout, &terms, term_box(layout, item, each));
    layout->depth--;
    /* What is taller than a page would be cut anyhow: one column is cut between terms. */
    bool tall = columns > 1 && stacked_height(&terms) / (float)columns > layout->sheet->image_height * 1.5f;
    struct box *box = columns == 1 ? stack_create(layout, &terms, width)
                      : tall       ? grid_create(layout, &terms, columns, gutter, layout->sheet->gap)
                                   : columns_box_of(layout, &terms, columns, each, gutter);
    if (box)
        box->mark = mark_create(layout, MARK_LIST, list->place);
    return box;
}

static struct box *strip_box(struct layout *layout, const struct node *list, float width)
{
    const struct palette *outer = layout->palette;
    struct card_style style = {.fill = outer->tint,
                               .pad_x = layout->sheet->pad,
                               .pad_y = layout->sheet->pad,
                               .radius = layout->sheet->radius};
    const struct palette *palette =
        layout_palette(layout, palette_on(layout->theme, outer->tint, outer->ground));
    layout->palette = palette;
    struct box *terms = terms_box(layout, list, card_inner(width, &style));
    layout->palette = outer;
    if (!terms)
        return NULL;
    struct box *card = card_create(layout, terms, width, &style);
    card->palette = palette;
    return card;
}

struct box *glossary_box(struct layout *layout, const struct node *block, float width)
{
    const struct node *list = block_list(block);
    return around_list(layout, block, list ? strip_box(layout, list, width) : NULL, width);
}
