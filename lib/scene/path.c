/* The builder's path helpers. */
#include "scene/builder.h"
#include "text/icon.h"
#include <math.h>

/* How far the controls of a quarter circle lie from its ends, for radius 1. */
#define QUARTER 0.5522847f

/* Fills an array of steps that was allocated with room for all. */
struct pencil {
    struct path_step *steps;
    size_t count;
};

static struct pencil pencil_for(struct scene_builder *builder, size_t count)
{
    return (struct pencil){ARENA_ARRAY(scene_builder_arena(builder), struct path_step, count), 0};
}

static void move_to(struct pencil *pencil, float x, float y)
{
    pencil->steps[pencil->count++] = (struct path_step){PATH_MOVE, {x, y}};
}

static void line_to(struct pencil *pencil, float x, float y)
{
    pencil->steps[pencil->count++] = (struct path_step){PATH_LINE, {x, y}};
}

static void curve_to(struct pencil *pencil, float x1, float y1, float x2, float y2, float x, float y)
{
    pencil->steps[pencil->count++] = (struct path_step){PATH_CURVE, {x1, y1, x2, y2, x, y}};
}

static struct path closed(struct pencil *pencil)
{
    pencil->steps[pencil->count++] = (struct path_step){PATH_CLOSE, {0}};
    return (struct path){pencil->steps, pencil->count};
}

struct path path_rect(struct scene_builder *builder, struct rect rect)
{
    struct pencil pencil = pencil_for(builder, 5);
    move_to(&pencil, rect.x, rect.y);
    line_to(&pencil, rect.x + rect.width, rect.y);
    line_to(&pencil, rect.x + rect.width, rect.y + rect.height);
    line_to(&pencil, rect.x, rect.y + rect.height);
    return closed(&pencil);
}

struct path path_rounded(struct scene_builder *builder, struct rect rect, float radius)
{
    float most = (rect.width < rect.height ? rect.width : rect.height) / 2;
    radius = radius < most ? radius : most;
    if (!(radius > 0))
        return path_rect(builder, rect);
    float left = rect.x, right = rect.x + rect.width, top = rect.y, bottom = rect.y + rect.height;
    float near = radius * (1 - QUARTER);
    struct pencil pencil = pencil_for(builder, 10);
    move_to(&pencil, left + radius, top);
    line_to(&pencil, right - radius, top);
    curve_to(&pencil, right - near, top, right, top + near, right, top + radius);
    line_to(&pencil, right, bottom - radius);
    curve_to(&pencil, right, bottom - near, right - near, bottom, right - radius, bottom);
    line_to(&pencil, left + radius, bottom);
    curve_to(&pencil, left + near, bottom, left, bottom - near, left, bottom - radius);
    line_to(&pencil, left, top + radius);
    curve_to(&pencil, left, top + near, left + near, top, left + radius, top);
    return closed(&pencil);
}

struct path path_bar(struct scene_builder *builder, struct rect rect, float radius)
{
    float most = rect.width < rect.height / 2 ? rect.width : rect.height / 2;
    radius = radius < most ? radius : most;
    float left = rect.x, right = rect.x + rect.width, top = rect.y, bottom = rect.y + rect.height;
    float near = radius * (1 - QUARTER);
    struct pencil pencil = pencil_for(builder, 7);
    move_to(&pencil, left, top);
    line_to(&pencil, right - radius, top);
    curve_to(&pencil, right - near, top, right, top + near, right, top + radius);
    line_to(&pencil, right, bottom - radius);
    curve_to(&pencil, right, bottom - near, right - near, bottom, right - radius, bottom);
    line_to(&pencil, left, bottom);
    return closed(&pencil);
}

struct path path_circle(struct scene_builder *builder, float x, float y, float radius)
{
    float far = radius * QUARTER;
    struct pencil pencil = pencil_for(builder, 6);
    move_to(&pencil, x, y - radius);
    curve_to(&pencil, x + far, y - radius, x + radius, y - far, x + radius, y);
    curve_to(&pencil, x + radius, y + far, x + far, y + radius, x, y + radius);
    curve_to(&pencil, x - far, y + radius, x - radius, y + far, x - radius, y);
    curve_to(&pencil, x - radius, y - far, x - far, y - radius, x, y - radius);
    return closed(&pencil);
}

/* Along a circle from turn to turn, clockwise from the top, or back; in pieces of an eighth at most. */
static void arc_to(struct pencil *pencil, float x, float y, float radius, float from, float to)
{
    const float turn = 6.2831853f;
    int pieces = (int)ceilf(fabsf(to - from) * 8);
    float step = (to - from) * turn / (float)pieces, bend = radius * 4 / 3 * tanf(step / 4);
    for (int i = 0; i < pieces; i++) {
        float a = from * turn + step * (float)i, b = a + step;
        float end_x = x + radius * sinf(b), end_y = y - radius * cosf(b);
        curve_to(pencil, x + radius * sinf(a) + bend * cosf(a), y - radius * cosf(a) + bend * sinf(a),
                 end_x - bend * cosf(b), end_y - bend * sinf(b), end_x, end_y);
    }
}

struct path path_ring(struct scene_builder *builder, float x, float y, float outer, float inner, float from,
                      float to)
{
    const float turn = 6.2831853f;
    struct pencil pencil = pencil_for(builder, 2 * 9 + 3);
    move_to(&pencil, x + outer * sinf(from * turn), y - outer * cosf(from * turn));
    arc_to(&pencil, x, y, outer, from, to);
    line_to(&pencil, x + inner * sinf(to * turn), y - inner * cosf(to * turn));
    arc_to(&pencil, x, y, inner, to, from);
    return closed(&pencil);
}

struct path path_line(struct scene_builder *builder, float x1, float y1, float x2, float y2)
{
    return path_polygon(builder, (const float[4]){x1, y1, x2, y2}, 2, false);
}

struct path path_polygon(struct scene_builder *builder, const float *points, size_t point_count,
                         bool is_closed)
{
    if (point_count == 0)
        return (struct path){NULL, 0};
    struct pencil pencil = pencil_for(builder, point_count + 1);
    move_to(&pencil, points[0], points[1]);
    for (size_t i = 1; i < point_count; i++)
        line_to(&pencil, points[2 * i], points[2 * i + 1]);
    return is_closed ? closed(&pencil) : (struct path){pencil.steps, pencil.count};
}

struct path path_stretched(struct scene_builder *builder, const struct path_step *steps, size_t count,
                           struct rect to)
{
    struct pencil pencil = pencil_for(builder, count);
    for (size_t i = 0; i < count; i++) {
        struct path_step *step = &pencil.steps[pencil.count++];
        step->verb = steps[i].verb;
        for (size_t k = 0; k < 6; k += 2) {
            step->at[k] = to.x + steps[i].at[k] * to.width;
            step->at[k + 1] = to.y + steps[i].at[k + 1] * to.height;
        }
    }
    return (struct path){pencil.steps, pencil.count};
}

static enum path_verb icon_verb(char verb)
{
    switch (verb) {
    case 'M':
        return PATH_MOVE;
    case 'L':
        return PATH_LINE;
    case 'C':
        return PATH_CURVE;
    default:
        return PATH_CLOSE;
    }
}

struct path path_icon(struct scene_builder *builder, const struct icon *icon, float x, float y, float size)
{
    struct pencil pencil = pencil_for(builder, icon->count);
    for (size_t i = 0; i < icon->count; i++) {
        struct path_step *step = &pencil.steps[pencil.count++];
        step->verb = icon_verb(icon->steps[i].verb);
        for (size_t k = 0; k < 6; k++)
            step->at[k] = (k % 2 ? y : x) + icon->steps[i].at[k] * size;
    }
    return (struct path){pencil.steps, pencil.count};
}
