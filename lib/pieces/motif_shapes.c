/* The outlines motifs are made of, in unit squares, y down. */
#include "pieces/motif.h"
#include <math.h>

#define M(x, y)                                                                                              \
    {                                                                                                        \
        PATH_MOVE,                                                                                           \
        {                                                                                                    \
            x, y                                                                                             \
        }                                                                                                    \
    }
#define L(x, y)                                                                                              \
    {                                                                                                        \
        PATH_LINE,                                                                                           \
        {                                                                                                    \
            x, y                                                                                             \
        }                                                                                                    \
    }
#define C(x1, y1, x2, y2, x, y)                                                                              \
    {                                                                                                        \
        PATH_CURVE,                                                                                          \
        {                                                                                                    \
            x1, y1, x2, y2, x, y                                                                             \
        }                                                                                                    \
    }
#define Z                                                                                                    \
    {                                                                                                        \
        PATH_CLOSE,                                                                                          \
        {                                                                                                    \
            0                                                                                                \
        }                                                                                                    \
    }

/* A speech bubble whose tail is at the lower left. */
static const struct path_step bubble[] = {M(.18f, 0),
                                          L(.82f, 0),
                                          C(.92f, 0, 1, .09f, 1, .22f),
                                          L(1, .58f),
                                          C(1, .71f, .92f, .8f, .82f, .8f),
                                          L(.44f, .8f),
                                          L(.2f, 1),
                                          L(.24f, .8f),
                                          L(.18f, .8f),
                                          C(.08f, .8f, 0, .71f, 0, .58f),
                                          L(0, .22f),
                                          C(0, .09f, .08f, 0, .18f, 0),
                                          Z};

static const struct path_step shield[] = {M(.5f, 0),
                                          C(.64f, .09f, .82f, .14f, 1, .15f),
                                          L(1, .5f),
                                          C(1, .76f, .76f, .93f, .5f, 1),
                                          C(.24f, .93f, 0, .76f, 0, .5f),
                                          L(0, .15f),
                                          C(.18f, .14f, .36f, .09f, .5f, 0),
                                          Z};

/* A figure's shoulders and body. */
static const struct path_step bust[] = {
    M(0, 1), L(0, .5f), C(0, .18f, .22f, 0, .5f, 0), C(.78f, 0, 1, .18f, 1, .5f), L(1, 1), Z};

static const struct path_step blob[] = {M(.46f, .02f),
                                        C(.74f, -.02f, 1, .18f, .98f, .46f),
                                        C(.96f, .74f, .84f, .98f, .54f, .98f),
                                        C(.24f, 1, 0, .84f, .02f, .54f),
                                        C(.04f, .26f, .2f, .06f, .46f, .02f),
                                        Z};

/* Water that rises towards the right edge. */
static const struct path_step swell[] = {M(0, 1), C(.2f, 1, .26f, .5f, .46f, .46f),
                                         C(.66f, .42f, .7f, .08f, 1, 0), L(1, 1), Z};

/* A loudspeaker's horn that opens towards the left. */
static const struct path_step horn[] = {M(0, .06f),
                                        C(0, 0, .05f, -.01f, .1f, .02f),
                                        L(.62f, .28f),
                                        L(.88f, .28f),
                                        C(.95f, .28f, 1, .36f, 1, .5f),
                                        C(1, .64f, .95f, .72f, .88f, .72f),
                                        L(.62f, .72f),
                                        L(.1f, .98f),
                                        C(.05f, 1.01f, 0, 1, 0, .94f),
                                        Z};

static const struct path_step gable[] = {M(.5f, 0), L(1, .82f), L(1, 1), L(0, 1), L(0, .82f), Z};

/* A sound wave that runs to the left. */
static const struct path_step arc[] = {M(1, 0), C(.33f, .18f, .33f, .82f, 1, 1)};

static const struct path_step tick[] = {M(0, .55f), L(.36f, 1), L(1, 0)};

#undef M
#undef L
#undef C
#undef Z

#define OUTLINE(of)                                                                                          \
    {                                                                                                        \
        of, sizeof of / sizeof *of                                                                           \
    }
static const struct {
    const struct path_step *steps;
    size_t count;
} outlines[SHAPE_COUNT] = {
    [SHAPE_BUBBLE] = OUTLINE(bubble), [SHAPE_SHIELD] = OUTLINE(shield), [SHAPE_BUST] = OUTLINE(bust),
    [SHAPE_BLOB] = OUTLINE(blob),     [SHAPE_SWELL] = OUTLINE(swell),   [SHAPE_HORN] = OUTLINE(horn),
    [SHAPE_GABLE] = OUTLINE(gable),   [SHAPE_ARC] = OUTLINE(arc),       [SHAPE_TICK] = OUTLINE(tick)};

#define DOT_ROWS    6
#define DOT_COLUMNS 8

static void dots_draw(struct scene_builder *builder, struct rect where, struct colour colour)
{
    float step = where.width / DOT_COLUMNS, down = where.height / DOT_ROWS;
    for (int row = 0; row < DOT_ROWS; row++)
        for (int column = 0; column < DOT_COLUMNS; column++)
            scene_fill(builder,
                       path_circle(builder, where.x + step * ((float)column + 0.5f),
                                   where.y + down * ((float)row + 0.5f),
                                   step * 0.4f * (float)(column + 1) / DOT_COLUMNS),
                       colour);
}

static struct path closed_path(struct scene_builder *builder, enum motif_shape shape, struct rect where)
{
    float shorter = fminf(where.width, where.height);
    switch (shape) {
    case SHAPE_DISC:
        return path_circle(builder, where.x + where.width / 2, where.y + where.height / 2, shorter / 2);
    case SHAPE_BOX:
        return path_rounded(builder, where, shorter * 0.12f);
    case SHAPE_PILL:
        return path_rounded(builder, where, shorter / 2);
    default:
        return path_stretched(builder, outlines[shape].steps, outlines[shape].count, where);
    }
}

void motif_shape_draw(struct layout *layout, enum motif_shape shape, struct rect where, struct colour colour)
{
    struct scene_builder *builder = layout->builder;
    if (shape == SHAPE_DOTS) {
        dots_draw(builder, where, colour);
        return;
    }
    struct path path = closed_path(builder, shape, where);
    if (shape == SHAPE_ARC || shape == SHAPE_TICK)
        scene_stroke(builder, path,
                     (struct stroke){.colour = colour, .width = where.height * 0.14f, .round = true});
    else
        scene_fill(builder, path, colour);
}
