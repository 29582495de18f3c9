/* builder.h - how layout makes a scene: begin a page, put items, end it. Lists grow in the scene's arena;
 * strings are borrowed and must live as long. */
#ifndef SCENE_BUILDER_H
#define SCENE_BUILDER_H

#include "base/vector.h"
#include "scene/scene.h"

struct scene_builder; /* in its arena */

struct scene_builder *scene_builder_create(struct arena *arena);
struct arena *scene_builder_arena(const struct scene_builder *builder);
/* Only one page is open at a time; notes and title may be NULL. */
void scene_begin_page(struct scene_builder *builder, float width, float height, float scale,
                      struct colour ground);
void scene_page_title(struct scene_builder *builder, const char *title);
void scene_page_notes(struct scene_builder *builder, const char *notes);
void scene_end_page(struct scene_builder *builder);
/* Draws into page `index` again, for what is known only at the end (page x / y): items are appended. */
void scene_reopen_page(struct scene_builder *builder, size_t index);
/* Items on the open page, and one of them until the next is put. */
size_t scene_item_count(const struct scene_builder *builder);
const struct item *scene_item_at(const struct scene_builder *builder, size_t index);
size_t scene_page_count(const struct scene_builder *builder);
/* The scene is meant for paper. */
void scene_printed(struct scene_builder *builder);
/* Changes the open page's height: infographics know it last. */
void scene_page_height(struct scene_builder *builder, float height);

/* Puts a line's runs with the paragraph's top left at (x, y). Underlines and strikes become strokes. `links`:
 * a run with a tag is wrapped into MARK_LINK whose target the tag is (const char *), except in artifacts. */
void scene_put_line(struct scene_builder *builder, const struct line *line, float x, float y);
void scene_fill(struct scene_builder *builder, struct path path, struct colour colour);
void scene_fill_paint(struct scene_builder *builder, struct path path, struct paint paint);
void scene_stroke(struct scene_builder *builder, struct path path, struct stroke stroke);
void scene_put_image(struct scene_builder *builder, const struct image *image, struct rect where);
void scene_push(struct scene_builder *builder, struct matrix matrix, struct path clip);
void scene_pop(struct scene_builder *builder);
void scene_begin_mark(struct scene_builder *builder, struct mark mark); /* copied */
void scene_end_mark(struct scene_builder *builder);                     /* ends the innermost open one */

/* Paths live in the builder's arena. */
struct path path_rect(struct scene_builder *builder, struct rect rect);
struct path path_rounded(struct scene_builder *builder, struct rect rect, float radius);
/* Square at its left, rounded at its right. */
struct path path_bar(struct scene_builder *builder, struct rect rect, float radius);
struct path path_circle(struct scene_builder *builder, float x, float y, float radius);
/* A part of a ring around (x, y), from one turn to another (0 to 1), clockwise from the top. */
struct path path_ring(struct scene_builder *builder, float x, float y, float outer, float inner, float from,
                      float to);
struct path path_line(struct scene_builder *builder, float x1, float y1, float x2, float y2);
struct path path_polygon(struct scene_builder *builder, const float *points, size_t point_count, bool closed);
/* Steps drawn in a unit square, stretched to a rectangle; a negative width mirrors them. */
struct path path_stretched(struct scene_builder *builder, const struct path_step *steps, size_t count,
                           struct rect to);
/* An icon's outline scaled to `size` with its top left at (x, y). */
struct icon;
struct path path_icon(struct scene_builder *builder, const struct icon *icon, float x, float y, float size);

struct scene_words {
    const char *piece, *title, *subject, *author, *keywords, *language, *date;
};
/* Ends the building; the builder must not be used afterwards. */
const struct scene *scene_finish(struct scene_builder *builder, struct scene_words words);

#endif
