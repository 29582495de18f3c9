/* Gradients: axial shadings (ISO 32000-1, 8.7.4.5.3), with a luminosity mask when transparency varies too. */
#include "formats/pdf/content.h"
#include <math.h>

static void put_values(struct builder *out, const char *key, const double *values, unsigned count)
{
    builder_string(out, key);
    for (unsigned i = 0; i < count; i++) {
        if (i)
            builder_char(out, ' ');
        builder_number(out, values[i], 3);
    }
    builder_char(out, ']');
}

/* An axial shading along the paint's line between two colours of `count` components. */
static unsigned add_shading(struct content *content, const struct paint *paint, const double *from,
                            const double *to, unsigned count)
{
    struct builder body;
    builder_init(&body, content->document->arena);
    builder_format(&body, "/ShadingType 2/ColorSpace/%s", count == 1 ? "DeviceGray" : "DeviceRGB");
    double line[4] = {paint->x1, content->height - paint->y1, paint->x2, content->height - paint->y2};
    put_values(&body, "/Coords[", line, 4);
    put_values(&body, "/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[", from, count);
    put_values(&body, "/C1[", to, count);
    builder_string(&body, ">>");
    return document_share(content->document, &body);
}

struct rect path_bounds(const struct path *path)
{
    float left = HUGE_VALF, top = HUGE_VALF, right = -HUGE_VALF, bottom = -HUGE_VALF;
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        unsigned points = step->verb == PATH_CLOSE ? 0 : step->verb == PATH_CURVE ? 3 : 1;
        for (unsigned k = 0; k < points; k++) {
            left = fminf(left, step->at[2 * k]);
            right = fmaxf(right, step->at[2 * k]);
            top = fminf(top, step->at[2 * k + 1]);
            bottom = fmaxf(bottom, step->at[2 * k + 1]);
        }
    }
    return (struct rect){left, top, right - left, bottom - top};
}

/* A graphics state whose soft mask goes from one alpha to the other over the path's box. */
static unsigned add_mask(struct content *content, const struct path *path, const struct paint *paint)
{
    struct document *document = content->document;
    double from = paint->colour.alpha / 255.0, to = paint->to.alpha / 255.0;
    unsigned shading = add_shading(content, paint, &from, &to, 1);
    struct rect box = path_bounds(path);
    double corners[4] = {box.x, content->height - box.y - box.height, box.x + box.width,
                         content->height - box.y};
    struct builder body;
    builder_init(&body, document->arena);
    builder_string(&body, "/Type/XObject/Subtype/Form/Group<</S/Transparency/CS/DeviceGray>>");
    put_values(&body, "/BBox[", corners, 4);
    builder_format(&body, "/Resources<</Shading<</S %u 0 R>>>>", shading);
    unsigned form = document_stream(document, builder_text(&body), "/S sh", 5, true);
    body.length = 0;
    builder_format(&body, "/Type/ExtGState/SMask<</Type/Mask/S/Luminosity/G %u 0 R>>", form);
    return document_add(document, &body);
}

static void components(struct colour colour, double values[3])
{
    values[0] = colour.red / 255.0;
    values[1] = colour.green / 255.0;
    values[2] = colour.blue / 255.0;
}

void content_gradient(struct content *content, const struct path *path, const struct paint *paint)
{
    double from[3], to[3];
    components(paint->colour, from);
    components(paint->to, to);
    bool fades = paint->colour.alpha != paint->to.alpha;
    content_alpha(content, fades ? 255 : paint->colour.alpha);
    content_op(content, "q");
    content_path(content, path);
    content_op(content, "W n");
    if (fades) {
        content->transparent = true;
        content_use(content, 'G', add_mask(content, path, paint));
        content_op(content, "gs");
    }
    content_use(content, 'S', add_shading(content, paint, from, to, 3));
    content_op(content, "sh\nQ");
}
