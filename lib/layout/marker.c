#include "layout/marker.h"
#include "guide/icons.h"
#include "layout/text.h"
#include "text/icon.h"
#include <math.h>
#include <string.h>

struct led_item {
    struct box box;
    const struct box *body;
    struct marker marker;
    const struct box *label; /* the text in it, NULL: none */
    bool plain;              /* the rest of a cut item: no marker */
    bool from_right;         /* the marker stands at the right, the body left of it */
};

static void tell_missing(struct layout *layout, const struct node *section, const char *name)
{
    bool installed = icons_installed(layout->fonts);
    const char *what = installed ? name : "";
    if (map_get(&layout->missing_icons, what))
        return;
    map_set(&layout->missing_icons, what, layout);
    if (installed)
        report(layout->reporter, FINDING_unknown_icon, node_attribute_place(section, "icon"), name,
               icon_meant(layout->arena, layout->library, name));
    else
        report(layout->reporter, FINDING_no_icon_font, nowhere);
}

const char *icon_wanted(struct layout *layout, const struct node *section)
{
    const char *name = section->icon;
    if (!name || !*name)
        return NULL;
    if (icon_find(layout->fonts, name))
        return name;
    if (node_attribute(section, "icon"))
        tell_missing(layout, section, name);
    return NULL;
}

bool icon_draw(struct layout *layout, const char *name, float x, float y, float size, struct colour colour)
{
    const struct icon *icon = icon_find(layout->fonts, name);
    if (!icon)
        return false;
    scene_fill(layout->builder, path_icon(layout->builder, icon, x, y, size), colour);
    return true;
}

void icon_tile_draw(struct layout *layout, const char *name, float x, float y, float size,
                    struct colour colour)
{
    struct scene_builder *builder = layout->builder;
    enum theme_icons ground = layout->theme->icons;
    float inset = size * (ground == ICONS_BARE ? 0.06f : ground == ICONS_DISC ? 0.23f : 0.2f);
    struct rect square = {x, y, size, size};
    switch (ground) {
    case ICONS_DISC:
        scene_fill(builder, path_circle(builder, x + size / 2, y + size / 2, size / 2),
                   layout->palette->tint);
        break;
    case ICONS_SOLID:
        scene_fill(builder, path_rounded(builder, square, size * 0.16f), colour);
        colour = layout->palette->ground;
        break;
    case ICONS_OUTLINE: {
        struct rect inner = {x + size * 0.02f, y + size * 0.02f, size * 0.96f, size * 0.96f};
        scene_stroke(builder, path_rounded(builder, inner, size * 0.12f),
                     (struct stroke){.colour = colour, .width = size * 0.035f});
        break;
    }
    case ICONS_BARE:
    case ICONS_COUNT:
        break;
    case ICONS_TILE:
        scene_fill(builder, path_rounded(builder, square, size * 0.28f), layout->palette->tint);
        break;
    }
    icon_draw(layout, name, x + inset, y + inset, size - 2 * inset, colour);
}

static void draw_tick(struct layout *layout, float x, float y, float size, struct colour colour)
{
    const float points[] = {x + size * 0.22f, y + size * 0.52f, x + size * 0.43f,
                            y + size * 0.72f, x + size * 0.78f, y + size * 0.30f};
    scene_stroke(layout->builder, path_polygon(layout->builder, points, 3, false),
                 (struct stroke){.colour = colour, .width = size * 0.11f, .round = true});
}

static void draw_cross(struct layout *layout, float x, float y, float size, struct colour colour)
{
    float near = size * 0.29f, far = size * 0.71f;
    struct stroke stroke = {.colour = colour, .width = size * 0.11f, .round = true};
    scene_stroke(layout->builder, path_line(layout->builder, x + near, y + near, x + far, y + far), stroke);
    scene_stroke(layout->builder, path_line(layout->builder, x + far, y + near, x + near, y + far), stroke);
}

/* The icon is a closing mark: turned by half it opens. */
static void draw_quote(struct layout *layout, float x, float y, float size, struct colour colour)
{
    struct matrix half_turn = {-1, 0, 0, -1, 2 * x + size, 2 * y + size};
    scene_push(layout->builder, half_turn, (struct path){0});
    icon_draw(layout, "format_quote", x, y, size, colour);
    scene_pop(layout->builder);
}

/* A triangle with round corners around an exclamation mark. */
static void draw_sign(struct layout *layout, float x, float y, const struct marker *marker)
{
    float size = marker->size, middle = x + size / 2;
    const float points[] = {middle,           y + size * 0.14f, x + size * 0.92f,
                            y + size * 0.86f, x + size * 0.08f, y + size * 0.86f};
    struct path triangle = path_polygon(layout->builder, points, 3, true);
    struct colour ground = layout->palette->ground;
    scene_fill(layout->builder, triangle, marker->colour);
    scene_stroke(layout->builder, triangle,
                 (struct stroke){.colour = marker->colour, .width = size * 0.14f, .round = true});
    scene_stroke(layout->builder,
                 path_line(layout->builder, middle, y + size * 0.40f, middle, y + size * 0.60f),
                 (struct stroke){.colour = ground, .width = size * 0.1f, .round = true});
    scene_fill(layout->builder, path_circle(layout->builder, middle, y + size * 0.76f, size * 0.06f), ground);
}

static void draw_arrow(struct layout *layout, float x, float y, float size, struct colour colour)
{
    float middle = y + size / 2, tip = x + size * 0.9f;
    const float head[] = {tip - size * 0.34f, middle - size * 0.34f, tip, middle,
                          tip - size * 0.34f, middle + size * 0.34f};
    struct stroke stroke = {.colour = colour, .width = size * 0.13f, .round = true};
    scene_stroke(layout->builder, path_line(layout->builder, x + size * 0.08f, middle, tip, middle), stroke);
    scene_stroke(layout->builder, path_polygon(layout->builder, head, 3, false), stroke);
}

static void draw_square(struct layout *layout, float x, float y, const struct marker *marker, bool ticked)
{
    struct rect rect = {x + 0.6f, y + 0.6f, marker->size - 1.2f, marker->size - 1.2f};
    scene_stroke(layout->builder, path_rounded(layout->builder, rect, marker->size * 0.15f),
                 (struct stroke){.colour = marker->colour, .width = 1.2f});
    if (ticked)
        draw_tick(layout, x, y, marker->size, marker->colour);
}

/* Whether numerals stand on a filled ground. */
static bool is_filled(const struct layout *layout)
{
    return layout->theme->markers != MARKERS_RING && layout->theme->markers != MARKERS_BARE;
}

static void draw_numeral_ground(struct layout *layout, const struct marker *marker, float x, float y)
{
    static const float corners[MARKERS_COUNT] = {[MARKERS_ROUND] = 0.5f, [MARKERS_SOFT] = 0.32f};
    struct scene_builder *builder = layout->builder;
    enum theme_markers markers = layout->theme->markers;
    float size = marker->size, line = size * 0.05f;
    if (markers == MARKERS_RING)
        scene_stroke(builder, path_circle(builder, x + size / 2, y + size / 2, size / 2 - line),
                     (struct stroke){.colour = marker->colour, .width = line * 1.4f});
    else if (is_filled(layout))
        scene_fill(builder, path_rounded(builder, (struct rect){x, y, size, size}, size * corners[markers]),
                   marker->colour);
}

/* The shape in its square, whose top left is (x, y). */
static void draw_shape(struct layout *layout, const struct marker *marker, float x, float y)
{
    struct scene_builder *builder = layout->builder;
    float size = marker->size, half = size / 2;
    switch (marker->shape) {
    case MARKER_DOT:
        scene_fill(builder, path_circle(builder, x + half, y + half, half), marker->colour);
        break;
    case MARKER_RING:
        scene_stroke(builder, path_circle(builder, x + half, y + half, half * 0.8f),
                     (struct stroke){.colour = marker->colour, .width = size * 0.2f});
        break;
    case MARKER_DASH:
        scene_stroke(builder, path_line(builder, x, y + half, x + size, y + half),
                     (struct stroke){.colour = marker->colour, .width = size * 0.25f});
        break;
    case MARKER_SQUARE:
        scene_fill(
            builder,
            path_rect(builder, (struct rect){x + size * 0.1f, y + size * 0.1f, size * 0.8f, size * 0.8f}),
            marker->colour);
        break;
    case MARKER_NUMERAL:
        draw_numeral_ground(layout, marker, x, y);
        break;
    case MARKER_BOX:
    case MARKER_TICKED:
        draw_square(layout, x, y, marker, marker->shape == MARKER_TICKED);
        break;
    case MARKER_TICK:
    case MARKER_CROSS:
        scene_fill(builder, path_circle(builder, x + half, y + half, half), marker->colour);
        (marker->shape == MARKER_TICK ? draw_tick : draw_cross)(layout, x, y, size, layout->palette->ground);
        break;
    case MARKER_ICON:
        icon_tile_draw(layout, marker->label, x, y, size, marker->colour);
        break;
    case MARKER_SIGN:
        draw_sign(layout, x, y, marker);
        break;
    case MARKER_ARROW:
        draw_arrow(layout, x, y, size, marker->colour);
        break;
    case MARKER_QUOTE:
        draw_quote(layout, x, y, size, marker->colour);
        break;
    case MARKER_TEXT:
        break;
    }
}

/* Where the marker's square has its top. */
static float marker_top(const struct layout *layout, const struct led_item *item)
{
    const struct marker *marker = &item->marker;
    if (marker->middle > 0)
        return marker->middle - marker->size / 2;
    float baseline = item->body->baseline;
    return baseline > 0 ? baseline - 0.32f * layout->sheet->size[TEXT_BODY] - marker->size / 2 : 0;
}

/* Where something of the marker begins that is so wide, in an item whose left is at x. */
static float marker_left(const struct led_item *item, float x, float width)
{
    return item->from_right ? x + item->box.width - width : x;
}

static void draw_label(struct layout *layout, const struct led_item *item, float x, float y, float top)
{
    const struct marker *marker = &item->marker;
    const struct box *label = item->label;
    float baseline = item->body->baseline > 0 ? item->body->baseline : label->baseline;
    float left = marker_left(item, x, label->width), down = y + baseline - label->baseline;
    if (marker->shape == MARKER_NUMERAL)
        down = y + top + (marker->size - label->height) / 2;
    scene_begin_mark(layout->builder, (struct mark){.type = MARK_LABEL});
    box_draw(layout, label, left, down);
    scene_end_mark(layout->builder);
}

static void item_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct led_item *item = (const struct led_item *)box;
    const struct marker *marker = &item->marker;
    if (!item->plain) {
        float top = marker_top(layout, item), offset = top < 0 ? -top : 0;
        float left = marker_left(item, x, marker->size);
        artifact_begin(layout);
        if (marker->connected && layout->theme->markers != MARKERS_BARE) {
            float middle = left + marker->size / 2, from = y + top + offset + marker->size;
            struct colour faint = colour_mix(layout->palette->ground, marker->colour, 0.45f);
            scene_stroke(layout->builder,
                         path_line(layout->builder, middle, from, middle, y + box->height + box->after),
                         (struct stroke){.colour = faint, .width = 1.5f});
        }
        draw_shape(layout, marker, left, y + top + offset);
        artifact_end(layout);
        if (item->label)
            draw_label(layout, item, x, y, top + offset);
    }
    float drop = item->plain ? 0 : -marker_top(layout, item);
    box_draw(layout, item->body, item->from_right ? x : x + marker->indent, y + (drop > 0 ? drop : 0));
}

static bool item_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail);

static struct led_item *item_make(struct layout *layout, const struct led_item *from, const struct box *body,
                                  bool plain)
{
    static const struct box_ops ops = {.draw = item_draw, .split = item_split};
    struct led_item *item = ARENA_NEW(layout->arena, struct led_item);
    *item = *from;
    item->body = body;
    item->plain = plain;
    item->box.ops = &ops;
    float drop = plain ? 0 : -marker_top(layout, item);
    drop = drop > 0 ? drop : 0;
    item->box.height = body->height + drop;
    if (!plain && item->box.height < item->marker.size)
        item->box.height = item->marker.size;
    if (!plain && item->label && item->box.height < drop + item->label->height)
        item->box.height = drop + item->label->height;
    item->box.baseline = body->baseline > 0 ? body->baseline + drop : 0;
    item->box.from_right = item->from_right;
    item->box.before = body->before;
    item->box.after = body->after;
    item->box.keep_next = body->keep_next;
    item->box.opens = body->opens;
    return item;
}

static bool item_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail)
{
    const struct led_item *item = (const struct led_item *)box;
    const struct box *parts[2];
    float drop = item->box.height - item->body->height;
    if (!box_split(layout, item->body, room - (drop > 0 ? drop : 0), force, &parts[0], &parts[1]))
        return false;
    *head = &item_make(layout, item, parts[0], item->plain)->box;
    if ((*head)->height > room) /* no room for the marker */
        return false;
    *tail = &item_make(layout, item, parts[1], true)->box;
    return true;
}

#define BARE_NUMERAL       1.3f /* times the size of figures on a ground */
#define WIDEST_NUMERAL     2.5f /* figures of full size that a circle holds */

#define RIGHT_TO_LEFT_MARK "\u200f"

/* “1.” has no direction of its own: before text from right to left its stop stands at the left, which a mark
 * before the stop says. */
static const char *label_words(struct layout *layout, const struct marker *marker, bool from_right)
{
    size_t length = strlen(marker->label);
    if (!from_right || marker->shape != MARKER_TEXT || length == 0)
        return marker->label;
    const char *last = marker->label + length - 1;
    return arena_format(layout->arena, "%.*s" RIGHT_TO_LEFT_MARK "%s", (int)length - 1, marker->label, last);
}

/* Of the usual size: what a circle holds, but no smaller than may be read. */
static float numeral_scale(const struct layout *layout, size_t length)
{
    if (length <= 2)
        return layout->theme->markers == MARKERS_BARE ? BARE_NUMERAL : 1;
    return fmaxf(WIDEST_NUMERAL / (float)length,
                 sheet_floor(layout->sheet) / layout->sheet->size[TEXT_NUMERAL]);
}

static const struct box *label_box(struct layout *layout, const struct marker *marker, bool from_right)
{
    bool numeral = marker->shape == MARKER_NUMERAL;
    if (!marker->label || (marker->shape != MARKER_TEXT && !numeral))
        return NULL;
    struct text_look look = {.role = numeral ? TEXT_NUMERAL : TEXT_BODY,
                             .scale = numeral ? numeral_scale(layout, strlen(marker->label)) : 1,
                             .colour =
                                 numeral && is_filled(layout) ? layout->palette->on_accent : marker->colour,
                             .bold = true,
                             .tabular = true,
                             .align = numeral      ? ALIGN_CENTRE
                                      : from_right ? ALIGN_START
                                                   : ALIGN_END,
                             .unmarked = true};
    float width = numeral ? marker->size : marker->indent - 0.45f * layout->sheet->size[TEXT_BODY];
    return text_of_string(layout, label_words(layout, marker, from_right), width, &look);
}

struct box *item_create(struct layout *layout, const struct marker *marker, struct box *body, float width,
                        struct place place, enum mark_type mark)
{
    if (!body)
        body = space_create(layout, width - marker->indent, layout->sheet->size[TEXT_BODY] * 1.4f);
    struct led_item from = {.box = {.width = width, .mark = mark_create(layout, mark, place)},
                            .marker = *marker,
                            .from_right = body->from_right};
    from.label = label_box(layout, marker, body->from_right);
    return &item_make(layout, &from, body, false)->box;
}
