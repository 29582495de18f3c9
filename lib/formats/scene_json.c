/* scene-json - a scene: what stands where on each page, and what it means. Its schema is
 * docs/schema/scene.json.
 *
 * Marks and transforms hold their items. Lengths are points with two decimals, shares have four. */
#include "base/json.h"
#include "formats/format.h"
#include "scene/player.h"
#include <string.h>

enum { LENGTH_DECIMALS = 2, FINE_DECIMALS = 4 };

static void put_length(struct json *json, const char *name, float value)
{
    json_number(json, name, (double)value, LENGTH_DECIMALS);
}

static void put_colour(struct json *json, const char *name, struct colour colour)
{
    static const char digits[] = "0123456789abcdef";
    const uint8_t parts[4] = {colour.red, colour.green, colour.blue, colour.alpha};
    char text[10] = "#";
    size_t length = 1;
    for (size_t i = 0; i < (colour.alpha == 255 ? 3 : 4); i++) {
        text[length++] = digits[parts[i] >> 4];
        text[length++] = digits[parts[i] & 15];
    }
    json_text_of(json, name, text, length);
}

/* A step as in SVG: its letter, then its numbers. */
static void put_path(struct json *json, const char *name, const struct path *path)
{
    static const struct {
        const char *letter;
        size_t numbers;
    } verbs[] = {
        [PATH_MOVE] = {"M", 2}, [PATH_LINE] = {"L", 2}, [PATH_CURVE] = {"C", 6}, [PATH_CLOSE] = {"Z", 0}};
    json_on_one_line(json);
    json_begin_list(json, name);
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        json_text(json, NULL, verbs[step->verb].letter);
        for (size_t k = 0; k < verbs[step->verb].numbers; k++)
            put_length(json, NULL, step->at[k]);
    }
    json_end_list(json);
}

static void begin_item(struct json *json, const char *type)
{
    json_begin_object(json, NULL);
    json_text(json, "type", type);
}

static void begin_line_item(struct json *json, const char *type)
{
    json_on_one_line(json);
    begin_item(json, type);
}

static void put_begin_page(void *self, const struct page *page, size_t index)
{
    struct json *json = self;
    json_begin_object(json, NULL);
    json_number(json, "number", (double)index + 1, 0);
    put_length(json, "width", page->width);
    put_length(json, "height", page->height);
    put_length(json, "scale", page->scale);
    put_colour(json, "ground", page->ground);
    json_text_if(json, "title", page->title);
    json_text_if(json, "notes", page->notes);
    json_begin_list(json, "items");
}

static void end_items(struct json *json)
{
    json_end_list(json);
    json_end_object(json);
}

static void put_end_page(void *self)
{
    end_items(self);
}

static void put_text(void *self, const struct run *run, float x, float y)
{
    struct json *json = self;
    begin_line_item(json, "text");
    put_length(json, "x", x);
    put_length(json, "y", y);
    put_length(json, "width", run->width);
    json_text(json, "font", run->font->postscript_name);
    put_length(json, "size", run->style->size);
    put_colour(json, "colour", run->style->colour);
    json_text_of(json, "text", run->text, run->length);
    json_end_object(json);
}

static void put_fill(void *self, const struct path *path, const struct paint *paint)
{
    struct json *json = self;
    begin_line_item(json, "fill");
    put_colour(json, "colour", paint->colour);
    if (paint->gradient) {
        put_colour(json, "to", paint->to);
        json_begin_list(json, "between");
        const float ends[4] = {paint->x1, paint->y1, paint->x2, paint->y2};
        for (size_t i = 0; i < 4; i++)
            put_length(json, NULL, ends[i]);
        json_end_list(json);
    }
    put_path(json, "path", path);
    json_end_object(json);
}

static void put_stroke(void *self, const struct path *path, const struct stroke *stroke)
{
    struct json *json = self;
    begin_line_item(json, "stroke");
    put_colour(json, "colour", stroke->colour);
    put_length(json, "width", stroke->width);
    if (stroke->dash > 0) {
        put_length(json, "dash", stroke->dash);
        put_length(json, "gap", stroke->gap);
    }
    json_truth(json, "round", stroke->round);
    put_path(json, "path", path);
    json_end_object(json);
}

static void put_image(void *self, const struct image *image, struct rect where)
{
    struct json *json = self;
    begin_line_item(json, "image");
    put_length(json, "x", where.x);
    put_length(json, "y", where.y);
    put_length(json, "width", where.width);
    put_length(json, "height", where.height);
    json_number(json, "image", image->number, 0);
    json_begin_list(json, "pixels");
    json_number(json, NULL, image->width, 0);
    json_number(json, NULL, image->height, 0);
    json_end_list(json);
    json_end_object(json);
}

static void put_push(void *self, const struct matrix *matrix, const struct path *clip)
{
    struct json *json = self;
    begin_item(json, "transform");
    json_on_one_line(json);
    json_begin_list(json, "matrix");
    const float parts[6] = {matrix->a, matrix->b, matrix->c, matrix->d, matrix->e, matrix->f};
    for (size_t i = 0; i < 6; i++)
        json_number(json, NULL, (double)parts[i], FINE_DECIMALS);
    json_end_list(json);
    if (clip->count)
        put_path(json, "clip", clip);
    json_begin_list(json, "items");
}

static void put_pop(void *self)
{
    end_items(self);
}

static void put_begin_mark(void *self, const struct mark *mark)
{
    struct json *json = self;
    begin_item(json, mark_type_name(mark->type));
    if (mark->type == MARK_HEADING)
        json_number(json, "level", mark->level, 0);
    if (mark->type == MARK_CELL)
        json_truth(json, "header", mark->header);
    if (mark->type == MARK_ARTIFACT)
        json_truth(json, "decorative", mark->decorative);
    json_text_if(json, "id", mark->id);
    json_text_if(json, "title", mark->title);
    json_text_if(json, "alt", mark->alt);
    json_text_if(json, "target", mark->target);
    json_text_if(json, "language", mark->language);
    if (mark->place.source)
        json_number(json, "line", source_locate(mark->place).line, 0);
    json_begin_list(json, "items");
}

static void put_end_mark(void *self, const struct mark *mark)
{
    (void)mark;
    end_items(self);
}

static const struct painter_ops json_ops = {.begin_page = put_begin_page,
                                            .end_page = put_end_page,
                                            .text = put_text,
                                            .fill = put_fill,
                                            .stroke = put_stroke,
                                            .image = put_image,
                                            .push = put_push,
                                            .pop = put_pop,
                                            .begin_mark = put_begin_mark,
                                            .end_mark = put_end_mark};

static enum loa_status scene_json_write(const struct scene *scene, size_t index, struct loa_sink *sink,
                                        enum loa_ui ui, struct loa_error *error)
{
    struct json json = {.sink = sink};
    (void)index, (void)ui, (void)error;
    json_begin_document(&json, "loa-scene", 1);
    json_text(&json, "piece", scene->piece);
    json_text(&json, "title", scene->title);
    json_text_if(&json, "subject", scene->subject);
    json_text_if(&json, "author", scene->author);
    json_text_if(&json, "keywords", scene->keywords);
    json_text(&json, "language", scene->language);
    json_text_if(&json, "date", scene->date);
    json_begin_list(&json, "pages");
    scene_play(scene, &json_ops, &json);
    json_end_list(&json);
    json_end_document(&json);
    return LOA_OK;
}

const struct format format_scene_json = {
    .name = "scene-json",
    .extensions = "scene.json",
    .mime = "application/json",
    .summary_vi = "trang đã dàn: chữ nào ở đâu, nghĩa là gì, cho chương trình khác (docs/schema/scene.json)",
    .summary_en =
        "the arranged pages: what stands where and means what, for other programs (docs/schema/scene.json)",
    .keeps = KEEPS_TEXT | KEEPS_LINKS | KEEPS_NOTES | KEEPS_OUTLINE,
    .write = scene_json_write,
};
