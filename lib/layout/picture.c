/* picture.c - pictures of the guide's folder, with their alt text as caption. */
#include "base/file.h"
#include "base/limits.h"
#include "base/number.h"
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

/* "50%" of the width, else the picture's own size at 96 pixels an inch. */
static float wanted_width(const struct node *node, const struct image *image, float width)
{
    const char *text = node_attribute(node, "width");
    size_t length = text ? strlen(text) : 0;
    char digits[8];
    double percent;
    if (length > 1 && length < sizeof digits && text[length - 1] == '%') {
        memcpy(digits, text, length - 1);
        digits[length - 1] = '\0';
        if (number_read(digits, &percent) && percent > 0 && percent <= 100)
            return width * (float)percent / 100;
    }
    return image->wide < width ? image->wide : width;
}

/* The picture alone; NULL when it can't be shown. */
static struct box *bare_picture(struct layout *layout, const struct node *node, float width)
{
    static const struct box_ops ops = {.draw = picture_draw};
    const struct image *image = picture_find(layout, node);
    if (!image)
        return NULL;
    float wide = wanted_width(node, image, width), tall = wide * image->tall / image->wide;
    if (tall > layout->sheet->image_height) {
        wide *= layout->sheet->image_height / tall;
        tall = layout->sheet->image_height;
    }
    struct picture *picture = ARENA_NEW(layout->arena, struct picture);
    struct mark *mark = mark_create(layout, MARK_FIGURE, node->place);
    mark->alt = node_plain_text(layout->arena, node);
    picture->image = image;
    picture->where = (struct rect){0, 0, wide, tall};
    picture->box = (struct box){.ops = &ops,
                                .mark = mark,
                                .width = width,
                                .height = tall,
                                .before = 1.5f * layout->sheet->gap,
                                .after = 1.5f * layout->sheet->gap};
    return &picture->box;
}

struct box *picture_box(struct layout *layout, const struct node *node, float width)
{
    struct text_look look = {.role = TEXT_SMALL, .colour = layout->palette->muted};
    struct box *picture = bare_picture(layout, node, width),
               *caption = text_of_node(layout, node, width, &look);
    if (picture && caption) {
        picture->after = layout->sheet->gap * 0.5f;
        picture->keep_next = true;
    }
    return stack_of(layout, width, picture, caption);
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

struct box *pictures_box(struct layout *layout, const struct node *node, float width)
{
    struct box_list pictures = {0};
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.event == NODE_ENTER && iterator.node->type == NODE_IMAGE)
            box_list_add(layout, &pictures, bare_picture(layout, iterator.node, width));
    return stack_create(layout, &pictures, width);
}
