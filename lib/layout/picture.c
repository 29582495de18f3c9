/* picture.c - pictures of the guide's folder; the caption is a picture's title, else its alt text, as in
 * Pandoc. */
#include "base/file.h"
#include "base/limits.h"
#include "base/measure.h"
#include "layout/flow.h"
#include "scene/drawing.h"
#include <string.h>

struct picture {
    struct box box;
    const struct image *image;
    struct rect where; /* within the box */
};

static void picture_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct picture *picture = (const struct picture *)box;
    struct rect where = picture->where;
    where.x += x;
    where.y += y;
    scene_put_image(layout->builder, picture->image, where);
}

static const char *picture_bytes(struct layout *layout, const struct node *node, size_t *length)
{
    const char *path = file_inside(layout->arena, node->place.source->folder, node->target);
    if (!path) {
        report(layout->reporter, FINDING_picture_outside, place_find(node->place, node->target),
               node->target);
        return NULL;
    }
    char *bytes;
    reporter_reading(layout->reporter, path);
    enum file_failure failure = file_read(layout->arena, path, LIMIT_IMAGE_BYTES, &bytes, length);
    if (failure == FILE_OK)
        return bytes;
    enum finding finding = failure == FILE_MISSING     ? FINDING_no_picture
                           : failure == FILE_TOO_LARGE ? FINDING_picture_too_large
                                                       : FINDING_unreadable;
    report(layout->reporter, finding, place_find(node->place, node->target), node->target,
           file_failure_words(failure, layout->reporter->ui));
    return NULL;
}

static enum finding finding_of(enum picture_failure failure, const char *why)
{
    static const enum finding findings[] = {
        [PICTURE_UNKNOWN] = FINDING_picture_kind,          [PICTURE_CUT] = FINDING_picture_cut,
        [PICTURE_CHANGED] = FINDING_picture_changed,       [PICTURE_NO_SIZE] = FINDING_picture_no_size,
        [PICTURE_BROKEN] = FINDING_picture_broken,         [PICTURE_TOO_LARGE] = FINDING_picture_too_large,
        [PICTURE_NO_LIBRARY] = FINDING_picture_no_library,
    };
    return failure == PICTURE_UNKNOWN && *why ? FINDING_picture_other_kind : findings[failure];
}

static const struct image *picture_load(struct layout *layout, const struct node *node)
{
    size_t length;
    char why[200];
    const char *bytes = picture_bytes(layout, node, &length);
    if (!bytes)
        return NULL;
    struct image *image = ARENA_NEW(layout->arena, struct image);
    enum picture_failure failure = picture_decode(layout->arena, bytes, length, image, why);
    if (failure == PICTURE_OK) {
        image->number = (unsigned)layout->pictures.count;
        if (image->drawing && image->drawing->outside)
            report(layout->reporter, FINDING_picture_outside_part, place_find(node->place, node->target),
                   node->target, image->drawing->outside);
        return image;
    }
    report(layout->reporter, finding_of(failure, why), place_find(node->place, node->target), node->target,
           why);
    return NULL;
}

/* The same path in an included guide may be another file. */
static const char *picture_name(struct layout *layout, const struct node *node)
{
    const struct source *source = node->place.source;
    if (source == layout->edition->guide->source)
        return node->target;
    return arena_format(layout->arena, "%s:%s", source->name, node->target);
}

/* Each picture is read, and complained about, once. */
static const struct image *picture_find(struct layout *layout, const struct node *node)
{
    static const struct image missing;
    if (!node->target || !*node->target)
        return NULL;
    const char *name = picture_name(layout, node);
    const struct image *known = map_get(&layout->pictures, name);
    if (!known) {
        const struct image *loaded = picture_load(layout, node);
        known = loaded ? loaded : &missing;
        map_set(&layout->pictures, name, (void *)(uintptr_t)known);
    }
    return known == &missing ? NULL : known;
}

float picture_wanted(const struct node *node, float width)
{
    const char *text = node_attribute(node, "width");
    struct measure wanted;
    if (node_has_class(node, "full"))
        return width;
    if (!text || !measure_read(text, &wanted))
        return 0;
    float points = wanted.share ? width * (float)wanted.value : (float)wanted.value;
    return points < width ? points : width;
}

static enum text_align alignment(const struct node *node)
{
    if (node_has_class(node, "center") || node_has_class(node, "centre") || node_has_class(node, "full"))
        return ALIGN_CENTRE;
    return node_has_class(node, "right") ? ALIGN_END : ALIGN_NATURAL;
}

/* How a picture is wanted. */
struct wish {
    float wide; /* 0: its own size, at 96 pixels an inch */
    float tallest;
    enum text_align align;
};

/* Where a picture is put in a column. */
static struct rect picture_place(const struct image *image, const struct wish *wish, float width)
{
    float wide = wish->wide > 0 ? wish->wide : image->wide < width ? image->wide : width;
    float tall = wide * image->tall / image->wide;
    if (tall > wish->tallest) {
        wide *= wish->tallest / tall;
        tall = wish->tallest;
    }
    float rest = width - wide;
    return (struct rect){wish->align == ALIGN_CENTRE ? rest / 2
                         : wish->align == ALIGN_END  ? rest
                                                     : 0,
                         0, wide, tall};
}

/* The picture alone; NULL when it can't be shown. */
static struct box *bare_picture(struct layout *layout, const struct node *node, const struct wish *wish,
                                float width)
{
    static const struct box_ops ops = {.draw = picture_draw};
    const struct image *image = picture_find(layout, node);
    if (!image)
        return NULL;
    struct picture *picture = ARENA_NEW(layout->arena, struct picture);
    struct mark *mark = mark_create(layout, MARK_FIGURE, node->place);
    const char *alt = node_attribute(node, "alt");
    mark->alt = alt ? alt : node_plain_text(layout->arena, node);
    picture->image = image;
    picture->where = picture_place(image, wish, width);
    picture->box = (struct box){.ops = &ops,
                                .mark = mark,
                                .width = width,
                                .height = picture->where.height,
                                .before = 1.5f * layout->sheet->gap,
                                .after = 1.5f * layout->sheet->gap};
    return &picture->box;
}

/* A picture over its caption. Without a picture, its alt text stands there too. */
static struct box *captioned(struct layout *layout, const struct node *node, const struct wish *wish,
                             float width)
{
    struct text_look look = {.role = TEXT_SMALL, .colour = layout->palette->muted, .align = wish->align};
    struct box *picture = bare_picture(layout, node, wish, width);
    struct box *title = text_of_string(layout, node->title, width, &look);
    struct box *words = picture && title ? NULL : text_of_node(layout, node, width, &look);
    struct box *caption = stack_of(layout, width, words, title);
    if (picture && caption) {
        picture->after = layout->sheet->gap * 0.5f;
        picture->keep_next = true;
    }
    return stack_of(layout, width, picture, caption);
}

struct box *picture_box(struct layout *layout, const struct node *node, float width)
{
    struct wish wish = {picture_wanted(node, width), layout->sheet->image_height, alignment(node)};
    return captioned(layout, node, &wish, width);
}

struct box *picture_column_box(struct layout *layout, const struct node *node, float width)
{
    struct wish wish = {width, layout->sheet->image_height, ALIGN_NATURAL};
    return captioned(layout, node, &wish, width);
}

struct box *picture_middle_box(struct layout *layout, const struct node *node, float width, float share)
{
    struct wish wish = {width, layout->sheet->image_height * share, ALIGN_CENTRE};
    return captioned(layout, node, &wish, width);
}

bool has_pictures(const struct node *paragraph)
{
    struct node_iterator iterator;
    node_iterate(&iterator, paragraph);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.node->type == NODE_IMAGE)
            return true;
    return false;
}

bool is_pictures(const struct node *paragraph)
{
    for (const struct node *node = paragraph->first; node; node = node->next)
        if (node->type != NODE_IMAGE && node->type != NODE_SOFT_BREAK && node->type != NODE_HARD_BREAK &&
            !(node->type == NODE_TEXT && strspn(node->text, " ") == strlen(node->text)))
            return false;
    return has_pictures(paragraph);
}

#define AMID_TEXT 0.4f /* of the tallest picture: those of cells and items have company */

struct box *pictures_box(struct layout *layout, const struct node *node, float width)
{
    struct box_list pictures = {0};
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    while (node_next(&iterator) != NODE_DONE) {
        if (iterator.event == NODE_LEAVE || iterator.node->type != NODE_IMAGE)
            continue;
        struct wish wish = {picture_wanted(iterator.node, width), layout->sheet->image_height * AMID_TEXT,
                            alignment(iterator.node)};
        box_list_add(layout, &pictures, bare_picture(layout, iterator.node, &wish, width));
    }
    return stack_create(layout, &pictures, width);
}
