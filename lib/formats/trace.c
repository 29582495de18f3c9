/* trace - a scene as text, one line an operation: for golden tests and for looking at what layout did.
 *
 * Positions and widths are written with two decimals; glyph ids are not written, since they change with the
 * version of a font while positions rarely do. */
#include "base/number.h"
#include "formats/format.h"
#include "scene/player.h"
#include <math.h>
#include <string.h>

struct tracer {
    struct loa_sink *sink;
    unsigned depth; /* of pushes and marks */
};

/* ---- Words of a line ---- */

static void put(struct tracer *tracer, const char *text)
{
    loa_sink_text(tracer->sink, text);
}

static void put_number(struct tracer *tracer, double value, int decimals)
{
    char text[NUMBER_ROOM];
    size_t length = number_write_fixed(text, value, decimals);
    loa_sink_write(tracer->sink, " ", 1);
    loa_sink_write(tracer->sink, text, length);
}

static void put_numbers(struct tracer *tracer, const float *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_number(tracer, (double)values[i], 2);
}

static void put_colour(struct tracer *tracer, struct colour colour)
{
    static const char digits[] = "0123456789abcdef";
    const uint8_t parts[4] = {colour.red, colour.green, colour.blue, colour.alpha};
    char text[11] = " #";
    size_t length = 2;
    for (size_t i = 0; i < (colour.alpha == 255 ? 3 : 4); i++) {
        text[length++] = digits[parts[i] >> 4];
        text[length++] = digits[parts[i] & 15];
    }
    loa_sink_write(tracer->sink, text, length);
}

/* What stands for a byte between quotes; NULL: itself. */
static const char *escape(char byte)
{
    switch (byte) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\t':
        return "\\t";
    default:
        return (unsigned char)byte < 0x20 || byte == 0x7f ? "\\?" : NULL;
    }
}

static void put_quoted(struct tracer *tracer, const char *text, size_t length)
{
    put(tracer, "\"");
    size_t start = 0;
    for (size_t i = 0; i < length; i++) {
        const char *instead = escape(text[i]);
        if (!instead)
            continue;
        loa_sink_write(tracer->sink, text + start, i - start);
        put(tracer, instead);
        start = i + 1;
    }
    loa_sink_write(tracer->sink, text + start, length - start);
    put(tracer, "\"");
}

/* ` name="text"`, nothing when there is no text. */
static void put_named(struct tracer *tracer, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    put(tracer, " ");
    put(tracer, name);
    put(tracer, "=");
    put_quoted(tracer, text, strlen(text));
}

static void begin_line(struct tracer *tracer, const char *operation)
{
    for (unsigned i = 0; i < tracer->depth; i++)
        put(tracer, "  ");
    put(tracer, operation);
}

static void end_line(struct tracer *tracer)
{
    put(tracer, "\n");
}

/* Outlines of icons and charts are only summed up: nobody reads two hundred numbers. */
#define LONGEST_PATH 12

static void put_extent(struct tracer *tracer, const struct path *path)
{
    float low[2] = {HUGE_VALF, HUGE_VALF}, high[2] = {-HUGE_VALF, -HUGE_VALF};
    for (size_t i = 0; i < path->count; i++) {
        size_t numbers = path->steps[i].verb == PATH_CURVE ? 6 : path->steps[i].verb == PATH_CLOSE ? 0 : 2;
        for (size_t k = 0; k < numbers; k++) {
            low[k % 2] = fminf(low[k % 2], path->steps[i].at[k]);
            high[k % 2] = fmaxf(high[k % 2], path->steps[i].at[k]);
        }
    }
    put(tracer, " steps");
    put_number(tracer, (double)path->count, 0);
    put(tracer, " within");
    put_numbers(tracer, low, 2);
    put_numbers(tracer, high, 2);
}

static void put_path(struct tracer *tracer, const struct path *path)
{
    if (path->count > LONGEST_PATH) {
        put_extent(tracer, path);
        return;
    }
    static const struct {
        const char *letter;
        size_t numbers;
    } verbs[] = {
        [PATH_MOVE] = {" M", 2}, [PATH_LINE] = {" L", 2}, [PATH_CURVE] = {" C", 6}, [PATH_CLOSE] = {" Z", 0}};
    for (size_t i = 0; i < path->count; i++) {
        put(tracer, verbs[path->steps[i].verb].letter);
        put_numbers(tracer, path->steps[i].at, verbs[path->steps[i].verb].numbers);
    }
}

/* ---- Operations ---- */

static void trace_begin_page(void *self, const struct page *page, size_t index)
{
    struct tracer *tracer = self;
    begin_line(tracer, "page");
    put_number(tracer, (double)index + 1, 0);
    put_numbers(tracer, (const float[2]){page->width, page->height}, 2);
    put(tracer, " ground");
    put_colour(tracer, page->ground);
    put(tracer, " scale");
    put_number(tracer, (double)page->scale, 2);
    put_named(tracer, "title", page->title);
    end_line(tracer);
    tracer->depth++;
    if (page->notes && *page->notes) {
        begin_line(tracer, "notes ");
        put_quoted(tracer, page->notes, strlen(page->notes));
        end_line(tracer);
    }
}

static void trace_end_page(void *self)
{
    struct tracer *tracer = self;
    tracer->depth--;
}

static void trace_text(void *self, const struct run *run, float x, float y)
{
    struct tracer *tracer = self;
    begin_line(tracer, "text");
    put_numbers(tracer, (const float[2]){x, y}, 2);
    put(tracer, " ");
    put_quoted(tracer, run->text, run->length);
    put(tracer, " ");
    put(tracer, run->font->postscript_name);
    put_number(tracer, (double)run->style->size, 2);
    put_colour(tracer, run->style->colour);
    put(tracer, " w");
    put_number(tracer, (double)run->width, 2);
    end_line(tracer);
}

static void trace_fill(void *self, const struct path *path, const struct paint *paint)
{
    struct tracer *tracer = self;
    begin_line(tracer, "fill");
    put_colour(tracer, paint->colour);
    if (paint->gradient) {
        put(tracer, " to");
        put_colour(tracer, paint->to);
        put_numbers(tracer, (const float[4]){paint->x1, paint->y1, paint->x2, paint->y2}, 4);
    }
    put_path(tracer, path);
    end_line(tracer);
}

static void trace_stroke(void *self, const struct path *path, const struct stroke *stroke)
{
    struct tracer *tracer = self;
    begin_line(tracer, "stroke");
    put_colour(tracer, stroke->colour);
    put_number(tracer, (double)stroke->width, 2);
    if (stroke->dash > 0) {
        put(tracer, " dash");
        put_numbers(tracer, (const float[2]){stroke->dash, stroke->gap}, 2);
    }
    if (stroke->round)
        put(tracer, " round");
    put_path(tracer, path);
    end_line(tracer);
}

static void trace_image(void *self, const struct image *image, struct rect where)
{
    struct tracer *tracer = self;
    begin_line(tracer, "image");
    put_numbers(tracer, (const float[4]){where.x, where.y, where.width, where.height}, 4);
    put(tracer, " number");
    put_number(tracer, image->number, 0);
    put(tracer, " pixels");
    put_number(tracer, image->width, 0);
    put_number(tracer, image->height, 0);
    if (image->photo)
        put(tracer, " photo");
    if (image->drawing)
        put(tracer, " drawing");
    end_line(tracer);
}

static void trace_push(void *self, const struct matrix *matrix, const struct path *clip)
{
    struct tracer *tracer = self;
    begin_line(tracer, "push");
    put_numbers(tracer, (const float[6]){matrix->a, matrix->b, matrix->c, matrix->d, matrix->e, matrix->f},
                6);
    if (clip->count) {
        put(tracer, " clip");
        put_path(tracer, clip);
    }
    end_line(tracer);
    tracer->depth++;
}

static void trace_pop(void *self)
{
    struct tracer *tracer = self;
    tracer->depth--;
    begin_line(tracer, "pop");
    end_line(tracer);
}

static void trace_begin_mark(void *self, const struct mark *mark)
{
    struct tracer *tracer = self;
    begin_line(tracer, "begin ");
    put(tracer, mark_type_name(mark->type));
    if (mark->type == MARK_HEADING)
        put_number(tracer, mark->level, 0);
    if (mark->header)
        put(tracer, " header");
    if (mark->decorative)
        put(tracer, " decorative");
    put_named(tracer, "id", mark->id);
    put_named(tracer, "title", mark->title);
    put_named(tracer, "alt", mark->alt);
    put_named(tracer, "target", mark->target);
    put_named(tracer, "language", mark->language);
    end_line(tracer);
    tracer->depth++;
}

static void trace_end_mark(void *self, const struct mark *mark)
{
    struct tracer *tracer = self;
    (void)mark;
    tracer->depth--;
    begin_line(tracer, "end");
    end_line(tracer);
}

static const struct painter_ops trace_ops = {.begin_page = trace_begin_page,
                                             .end_page = trace_end_page,
                                             .text = trace_text,
                                             .fill = trace_fill,
                                             .stroke = trace_stroke,
                                             .image = trace_image,
                                             .push = trace_push,
                                             .pop = trace_pop,
                                             .begin_mark = trace_begin_mark,
                                             .end_mark = trace_end_mark};

static enum loa_status trace_write(const struct scene *scene, size_t index, struct loa_sink *sink,
                                   enum loa_ui ui, struct loa_error *error)
{
    (void)index, (void)ui, (void)error;
    struct tracer tracer = {.sink = sink};
    begin_line(&tracer, "scene");
    put_named(&tracer, "piece", scene->piece);
    put_named(&tracer, "title", scene->title);
    put_named(&tracer, "subject", scene->subject);
    put_named(&tracer, "author", scene->author);
    put_named(&tracer, "keywords", scene->keywords);
    put_named(&tracer, "language", scene->language);
    put_named(&tracer, "date", scene->date);
    put(&tracer, " pages");
    put_number(&tracer, (double)scene->page_count, 0);
    end_line(&tracer);
    scene_play(scene, &trace_ops, &tracer);
    return LOA_OK;
}

const struct format format_trace = {
    .name = "trace",
    .extensions = "trace",
    .mime = "text/plain",
    .summary_vi = "vết dựng trang, dạng chữ, để kiểm thử",
    .summary_en = "what was placed where, as text, for tests",
    .keeps = KEEPS_TEXT | KEEPS_LINKS | KEEPS_NOTES | KEEPS_OUTLINE,
    .write = trace_write,
};
