#include "formats/pdf/content.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct graphics initial = {
    .ctm = {1, 0, 0, 1, 0, 0},
    .scale = 1,
    .decimals = 2,
    .fill = {0, 0, 0, 255},
    .stroke = {0, 0, 0, 255},
    .alpha = 255,
    .line_width = 1,
};

void content_init(struct content *content, struct document *document, const struct scene *scene)
{
    content->document = document;
    faces_init(&content->faces, document, scene->font_count);
    navigation_init(&content->navigation, document);
    content->pages = ARENA_ARRAY(document->arena, struct page_record, scene->page_count + 1);
    builder_init(&content->out, document->arena);
    builder_init(&content->parts, document->arena);
    builder_init(&content->key, document->arena);
    map_init(&content->shapes, document->arena);
    content_count_shapes(content, scene);
    content_measure_images(content, scene);
}

void content_number(struct content *content, double value, int decimals)
{
    builder_number(&content->out, value, decimals);
    builder_char(&content->out, ' ');
}

void content_op(struct content *content, const char *operator_text)
{
    builder_string(&content->out, operator_text);
    builder_char(&content->out, '\n');
}

void content_x(struct content *content, double x)
{
    content_number(content, x, content->now.decimals);
}

void content_y(struct content *content, double y)
{
    content_number(content, content->height - y, content->now.decimals);
}

void content_use(struct content *content, char kind, unsigned object)
{
    builder_format(&content->out, "/%c%u ", kind, object);
    for (size_t i = 0; i < content->resources.count; i++)
        if (content->resources.at[i].object == object)
            return;
    *VECTOR_ADD(content->document->arena, &content->resources) =
        (struct resource){.kind = kind, .object = object};
}

static bool same_colour(struct colour a, struct colour b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Three decimals tell the 256 values apart. */
static void put_colour(struct content *content, struct colour colour, const char *grey, const char *rgb)
{
    content_number(content, colour.red / 255.0, 3);
    if (colour.red == colour.green && colour.red == colour.blue) {
        content_op(content, grey);
        return;
    }
    content_number(content, colour.green / 255.0, 3);
    content_number(content, colour.blue / 255.0, 3);
    content_op(content, rgb);
}

void content_alpha(struct content *content, uint8_t alpha)
{
    if (content->now.alpha == alpha)
        return;
    content->now.alpha = alpha;
    struct builder body;
    builder_init(&body, content->document->arena);
    builder_string(&body, "/Type/ExtGState/ca ");
    builder_number(&body, alpha / 255.0, 3);
    builder_string(&body, "/CA ");
    builder_number(&body, alpha / 255.0, 3);
    content_use(content, 'G', document_share(content->document, &body));
    content_op(content, "gs");
    content->transparent = true;
}

void content_fill_colour(struct content *content, struct colour colour)
{
    content_alpha(content, colour.alpha);
    if (same_colour(content->now.fill, colour))
        return;
    content->now.fill = colour;
    put_colour(content, colour, "g", "rg");
}

void content_stroke_colour(struct content *content, struct colour colour)
{
    content_alpha(content, colour.alpha);
    if (same_colour(content->now.stroke, colour))
        return;
    content->now.stroke = colour;
    put_colour(content, colour, "G", "RG");
}

void content_end_text(struct content *content)
{
    if (content->in_text)
        content_op(content, "ET");
    content->in_text = false;
}

/* A path of four sides along the axes: 're' is shorter, and readers draw it crisper. */
static bool is_rectangle(const struct path *path)
{
    const struct path_step *steps = path->steps;
    if (path->count != 5 || steps[0].verb != PATH_MOVE || steps[4].verb != PATH_CLOSE)
        return false;
    for (size_t i = 1; i < 4; i++)
        if (steps[i].verb != PATH_LINE)
            return false;
    const float *a = steps[0].at, *b = steps[1].at, *c = steps[2].at, *d = steps[3].at;
    return a[1] == b[1] && b[0] == c[0] && c[1] == d[1] && d[0] == a[0];
}

/* Corners are rounded, not sizes, so that touching rectangles touch. */
static void put_rectangle(struct content *content, const struct path *path)
{
    const float *a = path->steps[0].at, *c = path->steps[2].at;
    double unit = pow(10, content->now.decimals);
    double left = round(a[0] * unit) / unit, right = round(c[0] * unit) / unit;
    double bottom = round((content->height - c[1]) * unit) / unit;
    double top = round((content->height - a[1]) * unit) / unit;
    content_x(content, left);
    content_x(content, bottom);
    content_x(content, right - left);
    content_x(content, top - bottom);
    content_op(content, "re");
}

static void put_step(struct content *content, const struct path_step *step)
{
    static const char *const operators[] = {
        [PATH_MOVE] = "m", [PATH_LINE] = "l", [PATH_CURVE] = "c", [PATH_CLOSE] = "h"};
    unsigned points = step->verb == PATH_CLOSE ? 0 : step->verb == PATH_CURVE ? 3 : 1;
    for (unsigned i = 0; i < points; i++) {
        content_x(content, step->at[2 * i]);
        content_y(content, step->at[2 * i + 1]);
    }
    content_op(content, operators[step->verb]);
}

void content_path(struct content *content, const struct path *path)
{
    if (is_rectangle(path)) {
        put_rectangle(content, path);
        return;
    }
    for (size_t i = 0; i < path->count; i++)
        put_step(content, &path->steps[i]);
}

/* PDF has no path that begins elsewhere than with a move. */
static bool is_path(const struct path *path)
{
    return path->count > 0 && path->steps[0].verb == PATH_MOVE;
}

static void fill(void *self, const struct path *path, const struct paint *paint)
{
    struct content *content = self;
    if (!is_path(path))
        return;
    content_end_text(content);
    if (paint->gradient) {
        content_gradient(content, path, paint);
        return;
    }
    content_fill_colour(content, paint->colour);
    if (content_fill_shape(content, path))
        return;
    content_path(content, path);
    content_op(content, "f");
}

static void set_dash(struct content *content, float dash, float gap)
{
    if (!(dash > 0.001f))
        dash = gap = 0;
    if (content->now.dash == dash && content->now.gap == gap)
        return;
    content->now.dash = dash;
    content->now.gap = gap;
    builder_char(&content->out, '[');
    if (dash > 0) {
        content_number(content, dash, 3);
        content_number(content, fmax(gap, 0), 3);
    }
    content_op(content, "]0 d");
}

static void stroke(void *self, const struct path *path, const struct stroke *style)
{
    struct content *content = self;
    if (!is_path(path))
        return;
    content_end_text(content);
    content_stroke_colour(content, style->colour);
    if (content->now.line_width != style->width) {
        content->now.line_width = style->width;
        content_number(content, fmax(style->width, 0), 3);
        content_op(content, "w");
    }
    if (content->now.round != style->round) {
        content->now.round = style->round;
        content_op(content, style->round ? "1 J 1 j" : "0 J 0 j");
    }
    set_dash(content, style->dash, style->gap);
    content_path(content, path);
    content_op(content, "S");
}

static bool is_identity(const struct matrix *m)
{
    return m->a == 1 && m->b == 0 && m->c == 0 && m->d == 1 && m->e == 0 && m->f == 0;
}

static void enter_matrix(struct content *content, const struct matrix *m)
{
    struct graphics *now = &content->now;
    double height = content->height;
    content_number(content, m->a, 6);
    content_number(content, -m->b, 6);
    content_number(content, -m->c, 6);
    content_number(content, m->d, 6);
    content_number(content, m->e + m->c * height, 6);
    content_number(content, height - m->f - m->d * height, 6);
    content_op(content, "cm");
    struct matrix o = now->ctm;
    now->ctm = (struct matrix){o.a * m->a + o.c * m->b,       o.b * m->a + o.d * m->b,
                               o.a * m->c + o.c * m->d,       o.b * m->c + o.d * m->d,
                               o.a * m->e + o.c * m->f + o.e, o.b * m->e + o.d * m->f + o.f};
    now->scale = fmaxf(hypotf(now->ctm.a, now->ctm.b), hypotf(now->ctm.c, now->ctm.d));
    now->decimals = now->scale <= 2 ? 2 : now->scale <= 20 ? 3 : now->scale <= 200 ? 4 : 6;
}

static void push(void *self, const struct matrix *matrix, const struct path *clip)
{
    struct content *content = self;
    content_end_text(content);
    *VECTOR_ADD(content->document->arena, &content->saved) = content->now;
    content_op(content, "q");
    if (is_path(clip)) {
        content_path(content, clip);
        content_op(content, "W n");
    }
    if (!is_identity(matrix))
        enter_matrix(content, matrix);
}

static void pop(void *self)
{
    struct content *content = self;
    if (content->saved.count == 0)
        return;
    content_end_text(content);
    content_op(content, "Q");
    content->now = content->saved.at[--content->saved.count];
}

static void begin_mark(void *self, const struct mark *mark)
{
    struct content *content = self;
    navigation_begin(&content->navigation, mark, content->page);
    if (mark->type != MARK_ARTIFACT || content->artifacts++ > 0)
        return;
    content_end_text(content);
    content_op(content, "/Artifact BMC");
}

static void end_mark(void *self, const struct mark *mark)
{
    struct content *content = self;
    navigation_end(&content->navigation, mark);
    if (mark->type != MARK_ARTIFACT || content->artifacts == 0 || --content->artifacts > 0)
        return;
    content_end_text(content);
    content_op(content, "EMC");
}

struct rect content_to_page(const struct content *content, struct rect rect)
{
    const struct matrix *m = &content->now.ctm;
    float left = HUGE_VALF, top = HUGE_VALF, right = -HUGE_VALF, bottom = -HUGE_VALF;
    for (unsigned corner = 0; corner < 4; corner++) {
        float x = rect.x + (corner & 1 ? rect.width : 0), y = rect.y + (corner & 2 ? rect.height : 0);
        float px = m->a * x + m->c * y + m->e, py = m->b * x + m->d * y + m->f;
        left = fminf(left, px);
        right = fmaxf(right, px);
        top = fminf(top, py);
        bottom = fmaxf(bottom, py);
    }
    return (struct rect){left, top, right - left, bottom - top};
}

static void put_ground(struct content *content, const struct page *page)
{
    struct colour ground = page->ground;
    bool white = ground.red == 255 && ground.green == 255 && ground.blue == 255;
    if (ground.alpha == 0 || white) /* paper is white */
        return;
    content_op(content, "/Artifact BMC");
    content_fill_colour(content, ground);
    builder_string(&content->out, "0 0 ");
    content_number(content, page->width, 3);
    content_number(content, page->height, 3);
    content_op(content, "re f\nEMC");
}

static void begin_page(void *self, const struct page *page, size_t index)
{
    struct content *content = self;
    content->now = initial;
    content->page = index;
    content->height = page->height;
    content->out.length = content->saved.count = content->resources.count = 0;
    content->in_text = content->transparent = false;
    content->artifacts = 0;
    put_ground(content, page);
}

static int compare_resources(const void *a, const void *b)
{
    const struct resource *left = a, *right = b;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    return (left->object > right->object) - (left->object < right->object);
}

static const char *resource_class(char kind)
{
    switch (kind) {
    case 'F':
        return "/Font";
    case 'G':
        return "/ExtGState";
    case 'S':
        return "/Shading";
    default:
        return "/XObject";
    }
}

/* The page's resource dictionary, shared by all pages that use the same. */
static unsigned add_resources(struct content *content)
{
    struct builder body;
    builder_init(&body, content->document->arena);
    char kind = 0;
    if (content->resources.count)
        qsort(content->resources.at, content->resources.count, sizeof *content->resources.at,
              compare_resources);
    for (size_t i = 0; i < content->resources.count; i++) {
        const struct resource *resource = &content->resources.at[i];
        if (resource->kind != kind)
            builder_format(&body, "%s%s<<", kind ? ">>" : "", resource_class(resource->kind));
        kind = resource->kind;
        builder_format(&body, "/%c%u %u 0 R", kind, resource->object, resource->object);
    }
    if (kind)
        builder_string(&body, ">>");
    return document_share(content->document, &body);
}

static void end_page(void *self)
{
    struct content *content = self;
    content_end_text(content);
    struct page_record *record = &content->pages[content->page];
    record->contents = document_stream(content->document, "", content->out.at, content->out.length, false);
    record->resources = add_resources(content);
    record->transparent = content->transparent;
}

const struct painter_ops content_painter = {
    .begin_page = begin_page,
    .end_page = end_page,
    .text = content_text,
    .fill = fill,
    .stroke = stroke,
    .image = content_image,
    .push = push,
    .pop = pop,
    .begin_mark = begin_mark,
    .end_mark = end_mark,
};
