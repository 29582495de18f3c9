/* png - each page as a picture (ISO/IEC 15948), 8-bit sRGB, with the page's resolution and title. */
#include "base/limits.h"
#include "base/reporter.h"
#include "formats/format.h"
#include "formats/png/encode.h"
#include "formats/png/raster.h"

/* One call of png_write(). */
struct job {
    const struct scene *scene;
    size_t index;
    struct arena arena;
    struct loa_sink *sink;
    enum loa_ui ui;
    struct loa_error *error;
};

static enum loa_status fail(const struct job *job, enum loa_status status, enum finding finding,
                            const char *what)
{
    error_from_finding(job->error, status, finding, job->ui, (const char *const[4]){what});
    return status;
}

static enum loa_status raster_failed(struct job *job, enum raster_failure failure, const char *why)
{
    switch (failure) {
    case RASTER_TOO_LARGE:
        return fail(job, LOA_LIMIT, FINDING_page_too_large, arena_format(&job->arena, "%zu", job->index + 1));
    case RASTER_NO_FONT:
        return fail(job, LOA_IO_FAILED, FINDING_font_unreadable, why);
    default:
        return fail(job, LOA_LIMIT, FINDING_fault, why);
    }
}

static enum loa_status write_page(void *data)
{
    struct job *job = data;
    const struct page *page = &job->scene->pages[job->index];
    struct raster raster;
    const char *why = NULL;
    enum raster_failure failure = raster_page(job->scene, job->index, &job->arena, &raster, &why);
    if (failure != RASTER_OK)
        return raster_failed(job, failure, why);
    const struct png_picture picture = {.pixels = raster.pixels,
                                        .width = raster.width,
                                        .height = raster.height,
                                        .dots_per_inch = (double)page->scale * 72,
                                        .title = job->scene->title,
                                        .author = job->scene->author,
                                        .language = job->scene->language};
    if (png_encode(&job->arena, &picture, job->sink) != LOA_OK)
        return fail(job, LOA_LIMIT, FINDING_fault, "libpng");
    return LOA_OK;
}

static enum loa_status png_write(const struct scene *scene, size_t index, struct loa_sink *sink,
                                 enum loa_ui ui, struct loa_error *error)
{
    struct job job = {.scene = scene, .index = index, .sink = sink, .ui = ui, .error = error};
    *error = (struct loa_error){0};
    arena_init(&job.arena, LIMIT_ARENA_BYTES);
    enum loa_status status = arena_protect(&job.arena, write_page, &job);
    if (status != LOA_OK && error->status == LOA_OK)
        fail(&job, status, FINDING_limit, ui == LOA_UI_EN ? "out of memory" : "hết bộ nhớ");
    arena_clear(&job.arena);
    return status;
}

const struct format format_png = {
    .name = "png",
    .extensions = "png",
    .mime = "image/png",
    .summary_vi = "ảnh PNG, mỗi trang một tệp",
    .summary_en = "PNG pictures, one file a page",
    .paged = true,
    .write = png_write,
};
