/* ruled.c - headings with the lines a theme gives them. */
#include "layout/ruled.h"

struct ruled {
    struct box box;
    const struct box *child;
    enum theme_headings style;
    float type;  /* size of the heading */
    bool opened; /* the rest of a cut heading: no line above it */
};

static float line_room(const struct ruled *ruled)
{
    return ruled->type * 0.36f;
}

static void line_draw(struct layout *layout, const struct ruled *ruled, float x, float y)
{
    const struct palette *palette = layout->palette;
    bool bar = ruled->style == HEADINGS_BAR;
    struct rect rect = {x, y, bar ? ruled->type * 2.2f : ruled->box.width,
                        ruled->type * (bar ? 0.14f : 0.04f)};
    artifact_begin(layout);
    scene_fill(layout->builder, path_rect(layout->builder, rect), bar ? palette->accent : palette->heading);
    artifact_end(layout);
}

static void ruled_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct ruled *ruled = (const struct ruled *)box;
    bool above = ruled->style == HEADINGS_OVER && !ruled->opened;
    float top = above ? line_room(ruled) : 0;
    if (above)
        line_draw(layout, ruled, x, y);
    else if (ruled->style != HEADINGS_OVER)
        line_draw(layout, ruled, x, y + box->height - line_room(ruled) / 2);
    box_draw(layout, ruled->child, x, y + top);
}

static bool ruled_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail);

static struct box *ruled_make(struct layout *layout, const struct ruled *from, const struct box *child,
                              bool opened)
{
    static const struct box_ops ops = {.draw = ruled_draw, .split = ruled_split};
    struct ruled *ruled = ARENA_NEW(layout->arena, struct ruled);
    *ruled = *from;
    ruled->child = child;
    ruled->opened = opened;
    bool above = ruled->style == HEADINGS_OVER;
    float room = above && opened ? 0 : line_room(ruled);
    ruled->box = (struct box){.ops = &ops,
                              .width = child->width,
                              .height = child->height + room,
                              .before = child->before,
                              .after = child->after,
                              .baseline = child->baseline > 0 ? child->baseline + (above ? room : 0) : 0,
                              .keep_next = child->keep_next,
                              .opens = child->opens};
    return &ruled->box;
}

/* The line above stays with the first part, the one below with the last. */
static bool ruled_split(struct layout *layout, const struct box *box, float room, bool force,
                        const struct box **head, const struct box **tail)
{
    const struct ruled *ruled = (const struct ruled *)box;
    const struct box *parts[2];
    bool above = ruled->style == HEADINGS_OVER;
    float line = box->height - ruled->child->height;
    if (!box_split(layout, ruled->child, room - (above ? line : 0), force, &parts[0], &parts[1]))
        return false;
    *head = above ? ruled_make(layout, ruled, parts[0], ruled->opened) : parts[0];
    *tail = ruled_make(layout, ruled, parts[1], true);
    return true;
}

struct box *ruled_create(struct layout *layout, struct box *heading, enum text_role role)
{
    enum theme_headings style = layout->theme->headings;
    if (!heading || style == HEADINGS_PLAIN || (style == HEADINGS_BAR && role != TEXT_H1))
        return heading;
    struct ruled from = {.style = style, .type = layout->sheet->size[role]};
    return ruled_make(layout, &from, heading, false);
}
