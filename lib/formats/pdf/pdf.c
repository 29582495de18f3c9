/* pdf.c - a scene as a PDF 1.7 file. */
#include "base/limits.h"
#include "formats/format.h"
#include "formats/pdf/content.h"
#include "formats/pdf/metadata.h"
#include "formats/pdf/save.h"
#include "formats/pdf/strings.h"
#include <string.h>

/* Kids of a node of the page tree: readers find a page of thousands in few steps. */
#define KIDS 64
/* The longest side readers accept (ISO 32000-1, annex C.2). */
#define SIDE_LIMIT 14400

struct job {
    const struct scene *scene;
    struct loa_sink *sink;
    enum loa_ui ui;
    struct loa_error *error;
    struct arena *arena;
    struct document *document;
    struct content *content;
    struct page_place *places; /* by page */
    unsigned *parents;         /* tree nodes, by page */
};

/* Writes the tree's node over pages `first` to first + count - 1; gives its id. */
static unsigned add_tree(struct job *job, size_t first, size_t count, unsigned parent)
{
    unsigned node = document_reserve(job->document);
    size_t span = 1; /* pages under a kid */
    while (span * KIDS < count)
        span *= KIDS;
    struct builder body;
    builder_init(&body, job->arena);
    builder_string(&body, "/Type/Pages/Kids[");
    for (size_t at = 0; at < count; at += span) {
        unsigned kid = job->places[first + at].object;
        if (span > 1)
            kid = add_tree(job, first + at, count - at < span ? count - at : span, node);
        else
            job->parents[first + at] = node;
        builder_format(&body, at ? " %u 0 R" : "%u 0 R", kid);
    }
    builder_format(&body, "]/Count %zu", count);
    if (parent)
        builder_format(&body, "/Parent %u 0 R", parent);
    document_set(job->document, node, &body);
    return node;
}

static void put_annotations(struct builder *body, const struct navigation *navigation, size_t page,
                            size_t *at)
{
    bool any = false;
    for (; *at < navigation->annotations.count && navigation->annotations.at[*at].page == page; (*at)++) {
        unsigned object = navigation->annotations.at[*at].object;
        if (!object)
            continue;
        builder_format(body, any ? " %u 0 R" : "/Annots[%u 0 R", object);
        any = true;
    }
    if (any)
        builder_char(body, ']');
}

static void set_pages(struct job *job)
{
    struct builder body;
    builder_init(&body, job->arena);
    size_t annotation = 0;
    for (size_t i = 0; i < job->scene->page_count; i++) {
        const struct page_record *record = &job->content->pages[i];
        body.length = 0;
        builder_format(&body, "/Type/Page/Parent %u 0 R/MediaBox[0 0 ", job->parents[i]);
        builder_number(&body, job->places[i].width, 3);
        builder_char(&body, ' ');
        builder_number(&body, job->places[i].height, 3);
        builder_format(&body, "]/Resources %u 0 R/Contents %u 0 R", record->resources, record->contents);
        if (record->transparent)
            builder_string(&body, "/Group<</S/Transparency/CS/DeviceRGB>>");
        put_annotations(&body, &job->content->navigation, i, &annotation);
        document_set(job->document, job->places[i].object, &body);
    }
}

static unsigned add_catalog(struct job *job, unsigned pages, unsigned outline)
{
    struct builder body;
    builder_init(&body, job->arena);
    builder_format(&body, "/Type/Catalog/Pages %u 0 R/Metadata %u 0 R", pages,
                   metadata_add_xmp(job->document, job->scene));
    if (outline)
        builder_format(&body, "/Outlines %u 0 R", outline);
    if (*job->scene->language) {
        builder_string(&body, "/Lang");
        put_text(&body, job->scene->language, strlen(job->scene->language));
    }
    if (*job->scene->title)
        builder_string(&body, "/ViewerPreferences<</DisplayDocTitle true>>");
    return document_add(job->document, &body);
}

static bool page_fits(struct job *job, size_t index)
{
    const struct page *page = &job->scene->pages[index];
    if (page->width > 0 && page->height > 0 && page->width <= SIDE_LIMIT && page->height <= SIDE_LIMIT)
        return true;
    document_limit(
        job->document,
        arena_format(job->arena, "một cạnh của trang %zu dài hơn %d điểm", index + 1, SIDE_LIMIT),
        arena_format(job->arena, "a side of page %zu is longer than %d points", index + 1, SIDE_LIMIT));
    return false;
}

static void play_pages(struct job *job)
{
    for (size_t i = 0; i < job->scene->page_count; i++) {
        if (!page_fits(job, i))
            return;
        const struct page *page = &job->scene->pages[i];
        job->places[i] = (struct page_place){document_reserve(job->document), page->width, page->height};
        scene_play_page(job->scene, i, &content_painter, job->content);
        if (document_failed(job->document))
            return;
    }
}

static void write_document(struct job *job)
{
    struct document *document = job->document;
    struct navigation *navigation = &job->content->navigation;
    play_pages(job);
    if (document_failed(document))
        return;
    unsigned root = add_tree(job, 0, job->scene->page_count, 0);
    navigation_add_links(navigation, job->places);
    unsigned outline = navigation_add_outline(navigation, job->scene, job->places);
    set_pages(job);
    faces_embed(&job->content->faces);
    unsigned info = metadata_add_info(document, job->scene);
    document_save(document, add_catalog(job, root, outline), info, job->sink);
}

static enum loa_status work(void *data)
{
    struct job *job = data;
    size_t pages = job->scene->page_count;
    job->document = document_create(job->arena, job->ui);
    job->content = ARENA_NEW(job->arena, struct content);
    job->places = ARENA_ARRAY(job->arena, struct page_place, pages + 1);
    job->parents = ARENA_ARRAY(job->arena, unsigned, pages + 1);
    content_init(job->content, job->document, job->scene);
    if (pages == 0)
        document_fail(job->document, FINDING_fault, "a PDF without pages");
    if (!document_failed(job->document))
        write_document(job);
    if (document_failed(job->document))
        *job->error = job->document->error;
    return job->document->error.status;
}

static enum loa_status write_pdf(const struct scene *scene, size_t index, struct loa_sink *sink,
                                 enum loa_ui ui, struct loa_error *error)
{
    (void)index;
    error->status = LOA_OK;
    struct arena arena;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    struct job job = {.scene = scene, .sink = sink, .ui = ui, .error = error, .arena = &arena};
    enum loa_status status = arena_protect(&arena, work, &job);
    if (status != LOA_OK && error->status == LOA_OK)
        error_from_finding(error, status, FINDING_limit, ui,
                           (const char *const[4]){ui == LOA_UI_EN ? "out of memory" : "hết bộ nhớ"});
    arena_clear(&arena);
    return status;
}

const struct format format_pdf = {
    .name = "pdf",
    .extensions = "pdf",
    .mime = "application/pdf",
    .summary_vi = "tài liệu PDF: chữ chép được, có liên kết và mục lục",
    .summary_en = "PDF document: text to copy, links, outline",
    .paged = false,
    .keeps = KEEPS_TEXT | KEEPS_LINKS | KEEPS_OUTLINE,
    .write = write_pdf,
};
