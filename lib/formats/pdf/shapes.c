/* Shapes drawn again and again (icons, bullets, numbers' discs) as form XObjects (ISO 32000-1, 8.10): each is
 * in the file once, wherever it stands and whatever its colour. */
#include "formats/pdf/content.h"
#include <math.h>

/* Fewer steps than these are shorter in place, more are drawings that don't come again. */
#define STEPS_LEAST 6
#define STEPS_MOST  5000

struct shape {
    unsigned uses, object;
};

static unsigned step_points(const struct path_step *step)
{
    return step->verb == PATH_CLOSE ? 0 : step->verb == PATH_CURVE ? 3 : 1;
}

/* 1/100 pt. */
static int hundredths(float value)
{
    return (int)lroundf(fmaxf(fminf(value, 1e6f), -1e6f) * 100);
}

static void add_int(struct builder *key, int value)
{
    builder_add(key, (const char *)&value, sizeof value);
}

/* Equal shapes have equal keys: verbs, and points relative to the first one. False: not worth it. */
static bool make_key(struct builder *key, const struct path *path)
{
    key->length = 0;
    if (path->count < STEPS_LEAST || path->count > STEPS_MOST || path->steps[0].verb != PATH_MOVE)
        return false;
    const float *origin = path->steps[0].at;
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        add_int(key, (int)step->verb);
        for (unsigned k = 0; k < step_points(step); k++) {
            add_int(key, hundredths(step->at[2 * k] - origin[0]));
            add_int(key, hundredths(step->at[2 * k + 1] - origin[1]));
        }
    }
    return true;
}

static void count_shape(struct content *content, const struct path *path)
{
    struct builder *key = &content->key;
    if (!make_key(key, path))
        return;
    struct shape *shape = map_find(&content->shapes, key->at, key->length);
    if (!shape) {
        shape = ARENA_NEW(content->document->arena, struct shape);
        const char *kept = arena_copy(content->document->arena, key->at, key->length);
        *map_slot(&content->shapes, kept, key->length) = shape;
    }
    shape->uses++;
}

void content_count_shapes(struct content *content, const struct scene *scene)
{
    for (size_t i = 0; i < scene->page_count; i++)
        for (size_t k = 0; k < scene->pages[i].count; k++) {
            const struct item *item = &scene->pages[i].items[k];
            if (item->type == ITEM_FILL && !item->as.fill.paint.gradient)
                count_shape(content, &item->as.fill.path);
        }
}

static void put_point(struct builder *out, const float *at, const float *origin)
{
    builder_number(out, hundredths(at[0] - origin[0]) / 100.0, 2);
    builder_char(out, ' ');
    builder_number(out, -hundredths(at[1] - origin[1]) / 100.0, 2);
    builder_char(out, ' ');
}

static void put_shape(struct builder *out, const struct path *path)
{
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        for (unsigned k = 0; k < step_points(step); k++)
            put_point(out, step->at + 2 * k, path->steps[0].at);
        builder_char(out, "mlch"[step->verb]);
        builder_char(out, '\n');
    }
    builder_char(out, 'f');
}

/* A whole number of points around the shape. */
static const char *form_body(struct arena *arena, const struct path *path)
{
    struct rect box = path_bounds(path);
    float x = box.x - path->steps[0].at[0], y = path->steps[0].at[1] - box.y;
    return arena_format(arena, "/Type/XObject/Subtype/Form/BBox[%d %d %d %d]", hundredths(x) / 100 - 1,
                        hundredths(y - box.height) / 100 - 1, hundredths(x + box.width) / 100 + 1,
                        hundredths(y) / 100 + 1);
}

static unsigned add_form(struct document *document, const struct path *path)
{
    struct builder out;
    builder_init(&out, document->arena);
    put_shape(&out, path);
    return document_stream(document, form_body(document->arena, path), out.at, out.length, false);
}

bool content_fill_shape(struct content *content, const struct path *path)
{
    if (content->now.decimals != 2 || !make_key(&content->key, path))
        return false;
    struct shape *shape = map_find(&content->shapes, content->key.at, content->key.length);
    if (!shape || shape->uses < 2)
        return false;
    if (!shape->object)
        shape->object = add_form(content->document, path);
    builder_string(&content->out, "q 1 0 0 1 ");
    content_x(content, path->steps[0].at[0]);
    content_y(content, path->steps[0].at[1]);
    builder_string(&content->out, "cm ");
    content_use(content, 'X', shape->object);
    content_op(content, "Do Q");
    return true;
}
