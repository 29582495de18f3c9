#include "api/paint.h"
#include "base/limits.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One page on its way from a worker to the output. */
struct page_result {
    enum { PAGE_WAITING, PAGE_DONE } state;
    enum loa_status status;
    struct loa_error error;
    char *bytes;
    size_t length;
};

/* Workers take the next page not begun, but stay within `ahead` pages of what was delivered, so that memory
 * does not grow with the number of pages. */
struct pool {
    const struct painting *painting;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct page_result *results; /* one a page */
    size_t next, delivered, ahead;
    bool stop;
};

static void write_page(const struct painting *painting, size_t index, struct page_result *result)
{
    result->status = LOA_LIMIT;
    result->error.status = LOA_LIMIT;
    struct loa_sink *sink = loa_sink_to_memory(&result->bytes, &result->length);
    if (!sink)
        return;
    result->status = painting->format->write(painting->scene, index, sink, painting->ui, &result->error);
    if (loa_sink_finish(sink) != LOA_OK && result->status == LOA_OK) {
        result->error = sink->error;
        result->status = sink->error.status;
    }
    loa_sink_destroy(sink);
}

static void *work(void *data)
{
    struct pool *pool = data;
    size_t total = pool->painting->scene->page_count;
    pthread_mutex_lock(&pool->lock);
    while (!pool->stop && pool->next < total) {
        if (pool->next >= pool->delivered + pool->ahead) {
            pthread_cond_wait(&pool->changed, &pool->lock);
            continue;
        }
        size_t index = pool->next++;
        pthread_mutex_unlock(&pool->lock);
        write_page(pool->painting, index, &pool->results[index]);
        pthread_mutex_lock(&pool->lock);
        pool->results[index].state = PAGE_DONE;
        pthread_cond_broadcast(&pool->changed);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

/* A file of the output; NULL when it can't be opened. */
static struct loa_sink *open_file(const struct painting *painting, size_t index, size_t count,
                                  struct loa_error *error)
{
    char extension[EXTENSION_ROOM];
    format_extension(painting->format, extension);
    return loa_output_open(painting->output, index, count, extension, error);
}

static enum loa_status fail(struct loa_error *error, const struct loa_error *why, enum loa_status status)
{
    *error = *why;
    error->status = status;
    return status;
}

/* Opens a file of the output and fills it from `bytes`. */
static enum loa_status deliver(const struct painting *painting, size_t index, const struct page_result *page,
                               struct loa_error *error)
{
    if (page->status != LOA_OK)
        return fail(error, &page->error, page->status);
    struct loa_sink *sink = open_file(painting, index, painting->scene->page_count, error);
    if (!sink)
        return error->status;
    loa_sink_write(sink, page->bytes, page->length);
    enum loa_status status = loa_sink_finish(sink);
    if (status != LOA_OK)
        fail(error, &sink->error, status);
    loa_sink_destroy(sink);
    return status;
}

static void tell_progress(const struct painting *painting, size_t done, size_t total)
{
    if (painting->progress)
        painting->progress(painting->progress_self, done, total);
}

/* Hands pages over in order as they are done. */
static enum loa_status deliver_all(struct pool *pool, struct loa_error *error)
{
    size_t total = pool->painting->scene->page_count;
    enum loa_status status = LOA_OK;
    for (size_t i = 0; i < total && status == LOA_OK; i++) {
        struct page_result *page = &pool->results[i];
        pthread_mutex_lock(&pool->lock);
        while (page->state != PAGE_DONE)
            pthread_cond_wait(&pool->changed, &pool->lock);
        pthread_mutex_unlock(&pool->lock);
        status = deliver(pool->painting, i, page, error);
        free(page->bytes);
        page->bytes = NULL;
        pthread_mutex_lock(&pool->lock);
        pool->delivered = i + 1;
        pool->stop = status != LOA_OK;
        pthread_cond_broadcast(&pool->changed);
        pthread_mutex_unlock(&pool->lock);
        if (status == LOA_OK)
            tell_progress(pool->painting, i + 1, total);
    }
    return status;
}

static enum loa_status paint_on_this_thread(const struct painting *painting, struct loa_error *error)
{
    size_t total = painting->scene->page_count;
    for (size_t i = 0; i < total; i++) {
        struct page_result page = {0};
        write_page(painting, i, &page);
        enum loa_status status = deliver(painting, i, &page, error);
        free(page.bytes);
        if (status != LOA_OK)
            return status;
        tell_progress(painting, i + 1, total);
    }
    return LOA_OK;
}

static unsigned choose_jobs(const struct painting *painting)
{
    long jobs = painting->jobs ? (long)painting->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    if (jobs > LIMIT_JOBS)
        jobs = LIMIT_JOBS;
    if (jobs > (long)painting->scene->page_count)
        jobs = (long)painting->scene->page_count;
    return jobs < 1 ? 1 : (unsigned)jobs;
}

static enum loa_status paint_pages(const struct painting *painting, struct loa_error *error)
{
    unsigned jobs = choose_jobs(painting), started = 0;
    struct page_result *results = jobs > 1 ? calloc(painting->scene->page_count, sizeof *results) : NULL;
    if (!results)
        return paint_on_this_thread(painting, error);
    struct pool pool = {.painting = painting,
                        .lock = PTHREAD_MUTEX_INITIALIZER,
                        .changed = PTHREAD_COND_INITIALIZER,
                        .results = results,
                        .ahead = 2 * (size_t)jobs};
    pthread_t threads[LIMIT_JOBS];
    while (started < jobs && pthread_create(&threads[started], NULL, work, &pool) == 0)
        started++;
    enum loa_status status = started ? deliver_all(&pool, error) : paint_on_this_thread(painting, error);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    for (size_t i = 0; i < painting->scene->page_count; i++)
        free(results[i].bytes);
    free(results);
    return status;
}

/* One file for the whole goes straight to the output. */
static enum loa_status paint_whole(const struct painting *painting, struct loa_error *error)
{
    struct loa_sink *sink = open_file(painting, 0, 1, error);
    if (!sink)
        return error->status;
    const struct format *format = painting->format;
    enum loa_status status = format->write_edition
                                 ? format->write_edition(painting->edition, sink)
                                 : format->write(painting->scene, 0, sink, painting->ui, error);
    if (status == LOA_OK)
        status = loa_sink_finish(sink);
    if (sink->error.status != LOA_OK)
        status = fail(error, &sink->error, sink->error.status);
    loa_sink_destroy(sink);
    if (status == LOA_OK)
        tell_progress(painting, 1, 1);
    return status;
}

enum loa_status paint(const struct painting *painting, struct loa_error *error)
{
    return painting->format->paged ? paint_pages(painting, error) : paint_whole(painting, error);
}

enum loa_status paint_and_commit(struct loa_session *session, const struct painting *painting)
{
    struct loa_error error = {0};
    enum loa_status status = paint(painting, &error);
    if (status == LOA_OK)
        status = loa_output_commit(painting->output, &error);
    return status == LOA_OK ? LOA_OK : session_report_error(session, &error);
}
