/* Pictures of the scene (ISO 32000-1, 8.9), each written once. */
#include "formats/pdf/image.h"
#include "formats/pdf/content.h"
#include <math.h>

/* Dots an inch that paper shows of a photograph. */
#define PRINT_DOTS 300
/* How much larger than its worth a picture may be, a side: making it a little smaller costs sharpness, and
 * gains few bytes. Photographs lose by each packing, so they may be larger. */
#define SLACK       1.25
#define PHOTO_SLACK 2.0

/* ---- Writing one ---- */

struct job {
    struct document *document;
    const struct image *image;
    struct worth worth;
    struct added_image added;
};

static bool is_larger(const struct image *image, struct worth worth, double slack)
{
    return worth.width > 0 && worth.height > 0 && image->width > worth.width * slack &&
           image->height > worth.height * slack;
}

static void add_photo(struct job *job)
{
    const struct photo *photo = job->image->photo;
    bool reduced = is_larger(job->image, job->worth, PHOTO_SLACK);
    if (reduced || photo->arithmetic) {
        struct worth size = reduced ? job->worth : (struct worth){job->image->width, job->image->height};
        struct pixels pixels =
            picture_pixels(&job->document->scratch_pixels, job->image, size.width, size.height);
        job->added.object =
            image_add_new_photo(job->document, &pixels, photo->arithmetic ? SIZE_MAX : photo->length);
    }
    if (job->added.object)
        return;
    job->added.object = image_add_photo(job->document, photo);
    job->added.turn = photo->turn;
}

static enum loa_status add_image(void *data)
{
    struct job *job = data;
    const struct image *image = job->image;
    if (image->drawing) {
        job->added.unit = job->worth;
        job->added.object = image_add_drawing(job->document, image->drawing, job->worth);
        return LOA_OK;
    }
    job->added.unit = (struct worth){1, 1};
    if (image->photo) {
        add_photo(job);
        return LOA_OK;
    }
    struct worth size =
        is_larger(image, job->worth, SLACK) ? job->worth : (struct worth){image->width, image->height};
    struct pixels pixels = picture_pixels(&job->document->scratch_pixels, image, size.width, size.height);
    job->added.object = image_add_pixels(job->document, &pixels, image->opaque);
    return LOA_OK;
}

struct added_image image_add(struct document *document, const struct image *image, struct worth worth)
{
    struct job job = {.document = document, .image = image, .worth = worth};
    if (arena_protect(&document->scratch_pixels, add_image, &job) != LOA_OK)
        document_out_of_memory(document);
    arena_clear(&document->scratch_pixels);
    return job.added;
}

/* ---- How large they are shown ---- */

struct measuring {
    struct content *content;
    const struct scene *scene;
    double density;          /* pixels a point of this page is worth */
    VECTOR(double) enlarged; /* by the pushes that are open */
};

static double enlarged(const struct measuring *measuring)
{
    size_t depth = measuring->enlarged.count;
    return depth ? measuring->enlarged.at[depth - 1] : 1;
}

static void measure_page(void *self, const struct page *page, size_t index)
{
    struct measuring *measuring = self;
    (void)index;
    measuring->density = measuring->scene->printed ? PRINT_DOTS / 72.0 : (double)page->scale;
    measuring->enlarged.count = 0;
}

static void measure_push(void *self, const struct matrix *m, const struct path *clip)
{
    struct measuring *measuring = self;
    (void)clip;
    double by =
        fmax(hypot((double)m->a, (double)m->b), hypot((double)m->c, (double)m->d)) * enlarged(measuring);
    *VECTOR_ADD(measuring->content->document->arena, &measuring->enlarged) = by;
}

static void measure_pop(void *self)
{
    struct measuring *measuring = self;
    measuring->enlarged.count--;
}

/* Whole pixels, and no more than any picture has. */
static unsigned pixels_of(double length)
{
    return length >= 1 ? (unsigned)ceil(fmin(length, 1e9)) : 1;
}

static void measure_image(void *self, const struct image *image, struct rect where)
{
    struct measuring *measuring = self;
    double by = measuring->density * enlarged(measuring);
    struct worth *worth = &measuring->content->images[image->number].worth;
    unsigned width = pixels_of((double)where.width * by), height = pixels_of((double)where.height * by);
    worth->width = width > worth->width ? width : worth->width;
    worth->height = height > worth->height ? height : worth->height;
}

void content_measure_images(struct content *content, const struct scene *scene)
{
    static const struct painter_ops ops = {
        .begin_page = measure_page, .image = measure_image, .push = measure_push, .pop = measure_pop};
    struct measuring measuring = {.content = content, .scene = scene};
    content->images = ARENA_ARRAY(content->document->arena, struct shown_image, scene->image_count + 1);
    if (scene->image_count > 0)
        scene_play(scene, &ops, &measuring);
}

/* ---- Painting ---- */

/* Writes "a b c d e f cm" that fills a place with what fills its own unit, its first row along the top. */
static void put_matrix(struct content *content, const struct added_image *added, struct rect where)
{
    struct turn turn = added->turn;
    double x = (double)where.x, y = (double)where.y + (double)where.height;
    double width = (double)where.width, height = (double)where.height;
    int decimals = added->unit.width > 1 || added->unit.height > 1 ? 6 : content->now.decimals;
    bool from_right = turn.swapped ? turn.flip_row : turn.flip_column;
    bool from_bottom = turn.swapped ? turn.flip_column : turn.flip_row;
    double across = (from_right ? -width : width) / added->unit.width;
    double up = (from_bottom ? -height : height) / added->unit.height;
    /* Swapped, columns run downwards and rows to the right. */
    const double matrix[4] = {turn.swapped ? 0 : across, turn.swapped ? -up : 0, turn.swapped ? -across : 0,
                              turn.swapped ? 0 : up};
    for (unsigned i = 0; i < 4; i++)
        content_number(content, matrix[i], decimals);
    content_x(content, from_right == turn.swapped ? x : x + width);
    content_y(content, from_bottom == turn.swapped ? y : y - height);
    content_op(content, "cm");
}

void content_image(void *self, const struct image *image, struct rect where)
{
    struct content *content = self;
    content_end_text(content);
    navigation_item(&content->navigation, content->page, content_to_page(content, where), NULL, 0);
    if (image->width == 0 || image->height == 0)
        return;
    struct shown_image *shown = &content->images[image->number];
    if (!shown->added.object)
        shown->added = image_add(content->document, image, shown->worth);
    content->transparent = content->transparent || !image->opaque;
    content_alpha(content, 255);
    content_op(content, "q");
    put_matrix(content, &shown->added, where);
    content_use(content, 'X', shown->added.object);
    content_op(content, "Do\nQ");
}
