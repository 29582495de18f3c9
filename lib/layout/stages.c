#include "layout/stages.h"
#include "layout/flow.h"
#include "layout/ground.h"
#include <math.h>

#define MOST_STAGES  8
#define MOST_IN_ROW  4
#define LEAST_COLUMN 8.5f /* sizes of body text */
#define WIDE         34.0f
#define TALLER       1.3f /* than the column, at most: more says that the texts are too long for columns */

struct stage {
    const struct box *numeral, *words;
    const struct mark *mark;
    float x, y; /* of its circle's top left, from the box's */
};

struct stages {
    struct box box;
    struct stage at[MOST_STAGES];
    size_t count, columns;
    float each, circle; /* how wide a column and a circle are */
    const struct box *column;
};

static void put_line(struct layout *layout, const float *points, size_t count)
{
    struct stroke stroke = {.colour = colour_mix(layout->palette->ground, layout->palette->accent, 0.45f),
                            .width = 1.5f};
    scene_stroke(layout->builder, path_polygon(layout->builder, points, count, false), stroke);
}

/* From a circle to the next: to the right, to the left, or round the right edge into the next row. */
static void lead_on(struct layout *layout, const struct stages *stages, size_t index, float x, float y)
{
    const struct stage *from = &stages->at[index], *to = from + 1;
    float circle = stages->circle, level = y + from->y + circle / 2, next = y + to->y + circle / 2;
    if (from->y < to->y) {
        float edge = x + from->x + stages->each;
        const float turn[] = {x + from->x + circle, level, edge, level, edge, next, x + to->x + circle, next};
        put_line(layout, turn, 4);
    } else {
        bool right = to->x > from->x;
        const float line[] = {x + from->x + (right ? circle : 0), level, x + to->x + (right ? 0 : circle),
                              level};
        put_line(layout, line, 2);
    }
}

static void stages_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct stages *stages = (const struct stages *)box;
    float circle = stages->circle, gap = layout->sheet->gap * 0.5f;
    artifact_begin(layout);
    for (size_t i = 0; i + 1 < stages->count; i++)
        lead_on(layout, stages, i, x, y);
    artifact_end(layout);
    for (size_t i = 0; i < stages->count; i++) {
        const struct stage *stage = &stages->at[i];
        float left = x + stage->x, top = y + stage->y;
        scene_begin_mark(layout->builder, *stage->mark);
        artifact_begin(layout);
        scene_fill(layout->builder,
                   path_circle(layout->builder, left + circle / 2, top + circle / 2, circle / 2),
                   layout->palette->accent);
        artifact_end(layout);
        scene_begin_mark(layout->builder, (struct mark){.type = MARK_LABEL});
        box_draw(layout, stage->numeral, left, top + (circle - stage->numeral->height) / 2);
        scene_end_mark(layout->builder);
        if (stage->words)
            box_draw(layout, stage->words, left, top + circle + gap);
        scene_end_mark(layout->builder);
    }
}

static bool stages_split(struct layout *layout, const struct box *box, float room, bool force,
                         const struct box **head, const struct box **tail)
{
    return force && box_split_short(layout, ((const struct stages *)box)->column, room, head, tail);
}

/* Places the circles; returns how tall all get. */
static float place_rows(const struct layout *layout, struct stages *stages)
{
    float gap = layout->sheet->gap, top = 0, tallest = 0;
    for (size_t i = 0; i < stages->count; i++) {
        size_t row = i / stages->columns, column = i % stages->columns;
        if (row > 0 && column == 0) {
            top += stages->circle + 0.5f * gap + tallest + 2.5f * gap;
            tallest = 0;
        }
        size_t at = row % 2 ? stages->columns - 1 - column : column;
        stages->at[i].x = (float)at * (stages->each + layout->sheet->gutter);
        stages->at[i].y = top;
        tallest = fmaxf(tallest, stages->at[i].words ? stages->at[i].words->height : 0);
    }
    return top + stages->circle + 0.5f * gap + tallest;
}

static const struct box *numeral_box(struct layout *layout, unsigned value, float width)
{
    struct text_look look = {.role = TEXT_NUMERAL,
                             .colour = layout->palette->on_accent,
                             .bold = true,
                             .align = ALIGN_CENTRE,
                             .unmarked = true};
    return text_of_string(layout, arena_format(layout->arena, "%u", value), width, &look);
}

static void make_stages(struct layout *layout, const struct node *list, struct stages *stages)
{
    unsigned value = list->ordered ? list->start : 1;
    float aside = stages->count > stages->columns ? layout->sheet->size[TEXT_BODY] : 0; /* the turning line */
    layout->depth++;
    for (const struct node *item = list->first; item; item = item->next, value++)
        stages->at[value - (list->ordered ? list->start : 1)] =
            (struct stage){.numeral = numeral_box(layout, value, stages->circle),
                           .words = flow_blocks(layout, item->first, NULL, stages->each - aside),
                           .mark = mark_create(layout, MARK_ITEM, item->place)};
    layout->depth--;
}

struct box *stages_create(struct layout *layout, const struct node *list, struct box *column, float width)
{
    static const struct box_ops ops = {.draw = stages_draw, .split = stages_split};
    size_t count = node_count(list), columns = count > MOST_IN_ROW ? (count + 1) / 2 : count;
    float body = layout->sheet->size[TEXT_BODY];
    float each = (width - layout->sheet->gutter * (float)(columns - 1)) / (float)columns;
    bool large = list->ordered && list->start + count > 100; /* three digits don't fit a circle */
    if (width < WIDE * body || count < 3 || count > MOST_STAGES || each < LEAST_COLUMN * body || large)
        return NULL;
    struct stages *stages = ARENA_NEW(layout->arena, struct stages);
    stages->count = count;
    stages->columns = columns;
    stages->each = each;
    stages->circle = layout->sheet->size[TEXT_NUMERAL] * 1.75f;
    stages->column = column;
    make_stages(layout, list, stages);
    stages->box = *column;
    stages->box.ops = &ops;
    stages->box.height = place_rows(layout, stages);
    stages->box.baseline = 0;
    stages->box.keep_next = false;
    return stages->box.height < TALLER * column->height ? &stages->box : NULL;
}
