/* table.c - tables: no vertical rules, hairlines between rows, the header on a tint and repeated on each
 * page. One too wide for its column is set smaller, then on a turned page, then divided into parts that
 * repeat its first column. */
#include "layout/table.h"
#include "guide/diagrams.h"
#include "guide/roles.h"
#include "layout/flow.h"
#include "layout/myths.h"
#include <math.h>

struct table {
    struct box box;
    const struct box *header; /* NULL: none */
    bool again;               /* an earlier part has shown the header */
    const struct box *const *rows;
    size_t count;
    double tall; /* the rows: what is left of a long table isn't summed anew on each page */
    const struct table_remark *remark; /* NULL: it has its usual size */
};

/* What was done to a table too wide for its column: told when it is drawn, since many are made for trial. */
struct table_remark {
    enum finding finding;
    struct place place;
    const char *much, *over; /* how far it went, and by how much it was too wide: the finding's words */
};

static void table_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct table *table = (const struct table *)box;
    const struct table_remark *remark = table->remark;
    if (remark && !layout->rehearsed)
        report(layout->reporter, remark->finding, remark->place, remark->much, remark->over);
    if (table->header) {
        struct rect rect = {x, y, box->width, table->header->height};
        artifact_begin(layout);
        scene_fill(layout->builder, path_rounded(layout->builder, rect, layout->sheet->radius * 0.4f),
                   layout->palette->tint);
        artifact_end(layout);
        (table->again ? box_draw_again : box_draw)(layout, table->header, x, y);
        y += table->header->height;
    }
    for (size_t i = 0; i < table->count; i++) {
        box_draw(layout, table->rows[i], x, y);
        y += table->rows[i]->height;
        artifact_begin(layout);
        scene_stroke(layout->builder, path_line(layout->builder, x, y, x + box->width, y),
                     (struct stroke){.colour = layout->palette->line, .width = 0.75f});
        artifact_end(layout);
    }
}

static bool table_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail);

static double rows_height(const struct box *const *rows, size_t count)
{
    double tall = 0;
    for (size_t i = 0; i < count; i++)
        tall += (double)rows[i]->height;
    return tall;
}

static struct table *table_make(struct layout *layout, const struct box *header,
                                const struct box *const *rows, size_t count, double tall)
{
    static const struct box_ops ops = {.draw = table_draw, .split = table_split};
    struct table *table = ARENA_NEW(layout->arena, struct table);
    table->header = header;
    table->rows = rows;
    table->count = count;
    table->box.ops = &ops;
    table->box.before = table->box.after = 1.5f * layout->sheet->gap;
    table->tall = tall;
    table->box.height = (header ? header->height : 0) + (float)tall;
    return table;
}

#define HEADER_LINES 8 /* a taller header is not worth repeating */

static struct table *table_part(struct layout *layout, const struct table *whole,
                                const struct box *const *rows, size_t count, double tall, bool again)
{
    float tallest = HEADER_LINES * layout->sheet->size[TEXT_BODY];
    bool headed = whole->header && (!again || whole->header->height <= tallest);
    struct table *part = table_make(layout, headed ? whole->header : NULL, rows, count, tall);
    part->again = again;
    part->box.width = whole->box.width;
    part->box.mark = whole->box.mark;
    part->remark = again ? NULL : whole->remark;
    return part;
}

/* What follows on the next page, as far from what is below as the whole. */
static const struct box *table_tail(struct layout *layout, const struct table *whole,
                                    const struct box *const *rows, size_t count, double tall)
{
    struct table *tail = table_part(layout, whole, rows, count, tall, true);
    tail->box.after = whole->box.after;
    tail->box.keep_next = whole->box.keep_next;
    return &tail->box;
}

/* Rows don't split, but one taller than a page must. */
static bool split_row(struct layout *layout, const struct table *table, float room, const struct box **head,
                      const struct box **tail)
{
    const struct box *parts[2];
    if (!box_split(layout, table->rows[0], room, true, &parts[0], &parts[1]))
        return false;
    const struct box **upper = ARENA_ARRAY(layout->arena, const struct box *, 1);
    const struct box **lower = ARENA_ARRAY(layout->arena, const struct box *, table->count);
    upper[0] = parts[0];
    lower[0] = parts[1];
    for (size_t i = 1; i < table->count; i++)
        lower[i] = table->rows[i];
    double cut = (double)parts[1]->height - (double)table->rows[0]->height;
    *head = &table_part(layout, table, upper, 1, (double)parts[0]->height, table->again)->box;
    *tail = table_tail(layout, table, lower, table->count, table->tall + cut);
    return true;
}

/* The header as a row among the others. */
static const struct table *without_header(struct layout *layout, const struct table *table)
{
    const struct box **rows = ARENA_ARRAY(layout->arena, const struct box *, table->count + 1);
    rows[0] = table->header;
    for (size_t i = 0; i < table->count; i++)
        rows[i + 1] = table->rows[i];
    struct table *plain =
        table_make(layout, NULL, rows, table->count + 1, table->tall + (double)table->header->height);
    plain->box.width = table->box.width;
    plain->box.mark = table->box.mark;
    plain->remark = table->remark;
    plain->box.keep_next = table->box.keep_next;
    plain->box.after = table->box.after;
    return plain;
}

static bool table_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail)
{
    const struct table *table = (const struct table *)box;
    size_t count = 0;
    if (force && table->header && !table->again && table->header->height > room / 2)
        table = without_header(layout, table);
    room -= table->header ? table->header->height : 0;
    while (count < table->count && table->rows[count]->height <= room)
        room -= table->rows[count++]->height;
    if (count == table->count)
        return false;
    if (count == 0)
        return force && split_row(layout, table, room, head, tail);
    double tall = rows_height(table->rows, count);
    *head = &table_part(layout, table, table->rows, count, tall, table->again)->box;
    *tail = table_tail(layout, table, table->rows + count, table->count - count, table->tall - tall);
    return true;
}

static struct box *cell_box(struct layout *layout, const struct node *table, const struct node *row,
                            const struct node *cell, unsigned column, float width, float pad)
{
    struct text_look look = table_cell_look(layout, table, row, column);
    struct box *text = text_of_node(layout, cell, width, &look),
               *pictures = pictures_box(layout, cell, width);
    if (text && pictures)
        text = stack_of(layout, width, text, pictures);
    else if (!text)
        text = pictures ? pictures : space_create(layout, width, layout->sheet->size[TEXT_BODY]);
    struct card_style style = {.pad_x = pad, .pad_y = pad};
    struct box *box = card_create(layout, text, width + 2 * pad, &style);
    struct mark *mark = mark_create(layout, MARK_CELL, cell->place);
    mark->header = row->header;
    box->mark = mark;
    return box;
}

/* A row of a table that has no room for its columns: its cells one below the other, empty ones left out. */
static struct box *narrow_row(struct layout *layout, const struct node *table, const struct node *row,
                              float width, float pad)
{
    struct box_list cells = {0};
    unsigned column = 0;
    for (const struct node *cell = row->first; cell; cell = cell->next, column++) {
        if (!cell->first)
            continue;
        struct box *box = cell_box(layout, table, row, cell, column, width - 2 * pad, pad);
        box->before = box->after = 0;
        box_list_add(layout, &cells, box);
    }
    struct box *box = stack_create(layout, &cells, width);
    if (box)
        box->mark = mark_create(layout, MARK_ROW, row->place);
    return box;
}

#define NAME_LINES 4 /* a taller cell doesn't name its row */

/* A cell of the first column in a further part: for the eye only, and empty where it is long. */
static struct box *name_again(struct layout *layout, const struct box *cell)
{
    if (cell->height > NAME_LINES * layout->sheet->leading[TEXT_BODY] * layout->sheet->size[TEXT_BODY])
        return space_create(layout, cell->width, 0);
    return again_create(layout, cell);
}

/* A part's row. */
static struct box *row_box(struct layout *layout, const struct node *table, const struct node *row,
                           const struct table_part *part, const float *widths, float pad)
{
    struct box_list cells = {0};
    unsigned column = 0;
    for (const struct node *cell = row->first; cell && column < table->columns; cell = cell->next, column++) {
        if (!table_shows(part, column))
            continue;
        struct box *box = cell_box(layout, table, row, cell, column, widths[column], pad);
        bool again = column == 0 && part->from > 1;
        box_list_add(layout, &cells, again ? name_again(layout, box) : box);
    }
    struct box *box = row_create(layout, &cells, 0, ROW_TOP);
    box->mark = mark_create(layout, MARK_ROW, row->place);
    return box;
}

static struct table *narrow_table(struct layout *layout, const struct node *table, float width, float pad)
{
    VECTOR(const struct box *) rows = {0};
    for (const struct node *row = table->first; row; row = row->next) {
        struct box *box = narrow_row(layout, table, row, width, pad);
        if (box)
            *VECTOR_ADD(layout->arena, &rows) = box;
    }
    return table_make(layout, NULL, rows.at, rows.count, rows_height(rows.at, rows.count));
}

/* A further part leaves out rows of which it would only repeat the name. */
static bool says_nothing(const struct node *row, const struct table_part *part)
{
    unsigned column = 0;
    for (const struct node *cell = row->first; cell; cell = cell->next, column++)
        if (cell->first && column >= part->from && column < part->end)
            return false;
    return part->from > 1 && !row->header;
}

static struct table *part_table(struct layout *layout, const struct node *table,
                                const struct table_columns *columns, const struct table_part *part,
                                float width)
{
    const float *widths = table_widths(layout, columns, part, width);
    const struct box *header = NULL;
    VECTOR(const struct box *) rows = {0};
    for (const struct node *row = table->first; row; row = row->next) {
        if (says_nothing(row, part))
            continue;
        struct box *box = row_box(layout, table, row, part, widths, columns->pad);
        if (row->header && !header)
            header = box;
        else
            *VECTOR_ADD(layout->arena, &rows) = box;
    }
    return table_make(layout, header, rows.at, rows.count, rows_height(rows.at, rows.count));
}

static struct box *finished(struct layout *layout, const struct node *table, struct table *made, float width)
{
    made->box.width = width;
    made->box.mark = mark_create(layout, MARK_TABLE, table->place);
    return &made->box;
}

/* How a table is set: its width, type reduced to a share of the sheet's, and whether its page is turned.
 * `room` is what it would have had as it is, `least` what it needs at its usual size. */
struct setting {
    float width, share, room, least;
    bool turned;
};

/* By how much a table is too wide: on paper as a ruler measures it, on screens as a share of its place. */
static const char *over_words(struct layout *layout, const struct setting *setting)
{
    float over = fmaxf(setting->least - setting->room, 0);
    if (layout->sheet->medium == MEDIUM_PAPER)
        return arena_format(layout->arena, "%.0f mm", (double)fmaxf(1, over * 25.4f / 72));
    return arena_format(layout->arena, "%.0f%%", (double)fmaxf(1, over / setting->room * 100));
}

static const struct table_remark *make_remark(struct layout *layout, const struct node *table,
                                              const struct setting *setting, enum finding finding,
                                              const char *much)
{
    struct table_remark *remark = ARENA_NEW(layout->arena, struct table_remark);
    *remark = (struct table_remark){finding, table->place, much, over_words(layout, setting)};
    return remark;
}

/* What is to be said of a table in `parts`, its type at a scale of the piece's usual size; NULL: nothing. */
static const struct table_remark *remark_of(struct layout *layout, const struct node *table,
                                            const struct setting *setting, unsigned parts, float scale)
{
    if (setting->turned)
        return make_remark(layout, table, setting, FINDING_table_turned, "");
    if (parts > 1)
        return make_remark(layout, table, setting, FINDING_table_divided,
                           arena_format(layout->arena, "%u", parts));
    if (setting->share >= 1 || scale >= 1)
        return NULL;
    const char *percent = arena_format(layout->arena, "%d", (int)(scale * 100));
    return make_remark(layout, table, setting, FINDING_table_smaller, percent);
}

/* The usual sheet with type reduced to a share: cells are no running text, so only the medium's floor holds.
 */
static struct sheet cell_sheet(const struct sheet *usual, float share)
{
    struct sheet sheet = sheet_scaled(usual, share, 1);
    sheet.size[TEXT_BODY] = usual->size[TEXT_BODY] * share;
    return sheet;
}

/* The table in as many parts as it takes. */
static struct box *parts_box(struct layout *layout, const struct node *table, const struct setting *setting)
{
    const struct sheet *usual = layout->sheet;
    struct sheet *sheet = ARENA_NEW(layout->arena, struct sheet);
    *sheet = cell_sheet(usual, setting->share);
    layout->sheet = sheet;
    struct table_columns columns = table_measure(layout, table);
    struct table_part *parts;
    unsigned count = table_divide(layout, &columns, setting->width, &parts);
    struct box_list list = {0};
    struct box *first = NULL, *last = NULL;
    for (unsigned i = 0; i < count; i++) {
        struct table *part = part_table(layout, table, &columns, &parts[i], setting->width);
        part->remark = i == 0 ? remark_of(layout, table, setting, count, sheet->scale) : NULL;
        last = finished(layout, table, part, setting->width);
        first = first ? first : last;
        box_list_add(layout, &list, last);
    }
    layout->sheet = usual;
    if (first)
        caption_join(layout, table, first, last);
    if (count > 1)
        account_choose(layout, CHOICE_table_divided);
    return count == 1 ? first : stack_create(layout, &list, setting->width);
}

#define NARROWEST_COLUMN 3.0f   /* ems, with its padding */
#define ROUNDING         0.995f /* smaller type is not exactly narrower in proportion */

/* A page's own table, that smaller type leaves too wide, but for a page turned on its side. */
static bool is_for_turning(const struct layout *layout, const struct table_columns *columns, float width,
                           float smallest)
{
    bool own = layout->inside == 1 && layout->depth == 0;
    return own && layout->turning > 0 && table_parts(columns, width / smallest) > 1 &&
           table_parts(columns, (width + layout->turning) * ROUNDING / smallest) == 1;
}

/* The largest type, not below the smallest share, at which the columns fit the width. */
static float fitting_share(const struct table_columns *columns, float width, float smallest)
{
    float least = table_least(columns);
    return least > width ? fmaxf(smallest, width / least * ROUNDING) : 1;
}

static struct box *turned_table(struct layout *layout, const struct node *table,
                                const struct table_columns *columns, float width, float smallest)
{
    struct setting setting = {
        .width = width, .room = width - layout->turning, .least = table_least(columns), .turned = true};
    setting.share = fitting_share(columns, width, smallest);
    account_choose(layout, CHOICE_table_turned);
    return turned_create(layout, parts_box(layout, table, &setting));
}

/* A table that is a diagram by its shape and its names; NULL: it is none. */
static struct box *diagram_box(struct layout *layout, const struct node *table, float width)
{
    if (is_role_table(layout->arena, table) && !is_narrow(layout, width)) {
        account_choose(layout, CHOICE_lanes);
        return table_lanes_box(layout, table, width);
    }
    bool corner = is_quadrant_table(table) && !table->first->first->first;
    if (!corner || !quadrant_has_room(layout, width))
        return NULL;
    account_choose(layout, CHOICE_quadrant);
    return table_quadrant_box(layout, table, width);
}

/* A table of few columns in one of the forms that such tables take; NULL: it remains a table. */
static struct box *formed_table(struct layout *layout, const struct node *table, float width)
{
    struct box *chart = is_narrow(layout, width) ? NULL : chart_table_box(layout, table, width);
    if (chart)
        return chart;
    float half = (width - layout->sheet->gutter) / 2;
    struct box *diagram = layout->sheet->natural ? diagram_box(layout, table, width) : NULL;
    if (diagram)
        return diagram;
    if (layout->sheet->natural && is_myth_table(layout->arena, table) && !is_narrow(layout, half)) {
        account_choose(layout, CHOICE_myths);
        return myth_table_box(layout, table, width);
    }
    if (layout->sheet->natural && is_comparison(table) && !is_narrow(layout, half)) {
        account_choose(layout, CHOICE_comparison);
        return comparison_box(layout, table, width);
    }
    if (layout->sheet->cards_from_tables && is_card_table(table) && !is_narrow(layout, width)) {
        account_choose(layout, CHOICE_table_cards);
        return table_cards_box(layout, table, width);
    }
    return NULL;
}

struct box *table_box(struct layout *layout, const struct node *table, float width)
{
    struct box *formed = formed_table(layout, table, width);
    if (formed) {
        caption_join(layout, table, formed, formed);
        return formed;
    }
    struct table_columns columns = table_measure(layout, table);
    unsigned together = table->columns < 2 ? table->columns : 2;
    float smallest = table_smallest(layout), pad = columns.pad;
    if (width < (float)together * NARROWEST_COLUMN * layout->sheet->size[TEXT_BODY] * smallest)
        return finished(layout, table, narrow_table(layout, table, width, pad), width);
    if (is_for_turning(layout, &columns, width, smallest))
        return turned_table(layout, table, &columns, width + layout->turning, smallest);
    struct setting setting = {.width = width, .share = 1, .room = width, .least = table_least(&columns)};
    if (table_gains(&columns, width, smallest))
        setting.share = fitting_share(&columns, width, smallest);
    return parts_box(layout, table, &setting);
}
