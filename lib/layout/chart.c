/* chart.c - a chart block, or a table drawn as one: its title and source, and what it tells those who can't
 * see it. The kinds are drawn by chart_KIND.c. */
#include "layout/chart.h"
#include "layout/flow.h"

typedef struct box *chart_fn(struct layout *layout, const struct chart *chart, float width);

static chart_fn *const kinds[CHART_KIND_COUNT] = {[CHART_bar] = bars_box,
                                                  [CHART_donut] = donut_box,
                                                  [CHART_line] = lines_box,
                                                  [CHART_people] = people_box,
                                                  [CHART_progress] = progress_box};

/* ---- What kinds share ---- */

struct text_look value_look(const struct layout *layout, float scale)
{
    return (struct text_look){
        .role = TEXT_BODY, .colour = layout->palette->ink, .bold = true, .tabular = true, .scale = scale};
}

struct box *value_box(struct layout *layout, const struct chart_value *value, const struct text_look *look,
                      float most)
{
    float natural = string_width(layout, value->text, look) + 0.5f;
    struct box *box =
        text_of_link(layout, value->text, NULL, value->place, natural < most ? natural : most, look);
    box->before = box->after = 0;
    return box;
}

float widest_value(struct layout *layout, const struct chart *chart, const struct text_look *look)
{
    float widest = 0;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++) {
        const struct chart_row *row = &chart->rows[i / chart->series_count];
        float own = string_width(layout, row->values[i % chart->series_count].text, look);
        widest = own > widest ? own : widest;
    }
    return widest + 0.5f;
}

struct colour track_colour(const struct layout *layout)
{
    return colour_mix(layout->palette->ground, layout->palette->accent, 0.2f);
}

struct colour quiet_colour(const struct layout *layout)
{
    const struct palette *palette = layout->palette;
    return colour_readable(colour_mix(palette->heading, palette->ground, 0.5f), palette->ground, 3);
}

struct colour series_colour(const struct layout *layout, size_t index)
{
    const struct palette *palette = layout->palette;
    const struct colour colours[CHART_MOST_SERIES] = {palette->accent, quiet_colour(layout), palette->heading,
                                                      palette->muted};
    return colours[index];
}

struct box *names_box(struct layout *layout, const struct chart *chart, float left, float width)
{
    struct text_look look = {.role = TEXT_SMALL, .colour = layout->palette->muted, .align = ALIGN_START};
    const struct node *label = chart->names ? chart->names->first : NULL, *value = label ? label->next : NULL;
    float gutter = layout->sheet->gutter;
    bool beside = left > 0;
    struct box *first = label ? text_of_node(layout, label, beside ? left - gutter : width, &look) : NULL;
    struct box *second = value && chart->series_count == 1
                             ? text_of_node(layout, value, beside ? width - left : width, &look)
                             : NULL;
    if (first)
        first->before = first->after = 0;
    if (second)
        second->before = second->after = 0;
    if (!beside)
        return stack_of(layout, width, first, second);
    struct box_list cells = {0};
    box_list_add(layout, &cells, first ? first : space_create(layout, left - gutter, 0));
    box_list_add(layout, &cells, second);
    return first || second ? row_create(layout, &cells, gutter, ROW_TOP) : NULL;
}

struct box *names_line(struct layout *layout, const struct chart *chart, float width)
{
    struct text_look look = {.role = TEXT_SMALL};
    const struct node *label = chart->names ? chart->names->first : NULL;
    float left = label ? text_widths(layout, label, &look).natural + layout->sheet->gutter + 1 : 0;
    struct box *names = names_box(layout, chart, left < width / 2 ? left : 0, width);
    if (names)
        names->keep_next = true;
    return names;
}

/* ---- The whole ---- */

/* A table's title; a block's is set like those of other blocks. */
static struct box *title_box(struct layout *layout, const struct node *node, float width)
{
    struct text_look look = {
        .role = TEXT_H3, .colour = layout->palette->heading, .bold = true, .balanced = true};
    struct box *title = text_of_string(layout, node_attribute(node, "title"), width, &look);
    if (title)
        title->keep_next = true;
    return title;
}

/* The author's source and those of the facts, each once; inside another block facts have theirs below it. */
static struct box *foot_box(struct layout *layout, const struct node *node, float width)
{
    struct source_lines sources = {0};
    const char *own = chart_source(layout->arena, node);
    if (own)
        *VECTOR_ADD(layout->arena, &sources.lines) = own;
    if (layout->inside == 0 && layout->sheet->sources_inline)
        source_lines_add(layout, &sources, node);
    struct box *foot = source_lines_box(layout, &sources, WORD_source, width);
    if (foot)
        foot->before = layout->sheet->gap * 0.7f;
    return foot;
}

/* A source never stands alone at the head of a page. */
static void add_foot(struct layout *layout, struct box_list *list, struct box *foot)
{
    if (foot && list->boxes.count)
        list->boxes.at[list->boxes.count - 1]->keep_next = true;
    box_list_add(layout, list, foot);
}

static struct box *figure_box(struct layout *layout, const struct chart *chart, const struct node *node,
                              float width)
{
    const char *title = node->type == NODE_BLOCK ? node->title : node_attribute(node, "title");
    struct box *box = kinds[chart->kind](layout, chart, width);
    struct mark *mark = mark_create(layout, MARK_FIGURE, chart->data->place);
    mark->alt = chart_words(layout->arena, chart, title, layout_is_english(layout));
    box->mark = mark;
    box->before = box->after = layout->sheet->gap * 1.2f;
    return box;
}

struct box *chart_box(struct layout *layout, const struct node *block, float width)
{
    const struct chart *chart = chart_read(layout->arena, block, layout->edition->language, NULL);
    struct box_list parts = {0};
    layout->inside++; /* sources stand once, at the foot */
    const struct node *end = chart ? chart->data : NULL;
    box_list_add(layout, &parts, flow_blocks(layout, block->first, end, width));
    if (chart) {
        struct box *figure = figure_box(layout, chart, block, width);
        box_list_add(layout, &parts, figure);
        box_list_add(layout, &parts, flow_blocks(layout, chart->data->next, NULL, width));
    }
    layout->inside--;
    add_foot(layout, &parts, foot_box(layout, block, width));
    return stack_create(layout, &parts, width);
}

struct box *chart_table_box(struct layout *layout, const struct node *table, float width)
{
    const char *language = layout->edition->language;
    bool asked = chart_is_asked(table);
    if (!asked && !(layout->sheet->natural && chart_suits(layout->arena, table, language)))
        return NULL;
    const struct chart *chart = chart_read(layout->arena, table, language, NULL);
    if (!chart)
        return NULL;
    account_choose(layout, asked ? CHOICE_chart : CHOICE_bars);
    struct box_list parts = {0};
    box_list_add(layout, &parts, title_box(layout, table, width));
    box_list_add(layout, &parts, figure_box(layout, chart, table, width));
    add_foot(layout, &parts, foot_box(layout, table, width));
    return stack_create(layout, &parts, width);
}
