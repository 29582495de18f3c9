#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/pdf/foreign.h"
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

struct page {
    char bytes[1 << 16];
    size_t length;
};

static cairo_status_t take(void *self, const unsigned char *bytes, unsigned length)
{
    struct page *page = self;
    assert_true(page->length + length < sizeof page->bytes);
    memcpy(page->bytes + page->length, bytes, length);
    page->length += length;
    return CAIRO_STATUS_SUCCESS;
}

/* Two groups and a gradient, so that objects refer to others that refer to others. */
static void make_page(struct page *page)
{
    page->length = 0;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(take, page, 100, 50);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_t *cairo = cairo_create(surface);
    cairo_pattern_t *gradient = cairo_pattern_create_linear(0, 0, 100, 0);
    cairo_pattern_add_color_stop_rgba(gradient, 0, 1, 0, 0, 1);
    cairo_pattern_add_color_stop_rgba(gradient, 0.5, 0, 1, 0, 0.5);
    cairo_pattern_add_color_stop_rgba(gradient, 1, 0, 0, 1, 1);
    for (int i = 0; i < 2; i++) {
        cairo_push_group(cairo);
        cairo_set_source(cairo, gradient);
        cairo_paint(cairo);
        cairo_pop_group_to_source(cairo);
        cairo_paint_with_alpha(cairo, 0.5);
    }
    cairo_pattern_destroy(gradient);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

struct job {
    const char *bytes;
    size_t length;
    unsigned form;
    size_t objects;
};

static enum loa_status add(void *data)
{
    struct job *job = data;
    struct arena arena;
    arena_init(&arena, 0);
    struct document *document = document_create(&arena, LOA_UI_EN);
    job->form = foreign_add_page(document, job->bytes, job->length, 100, 50);
    job->objects = document->xref->entries->count;
    arena_clear(&arena);
    return LOA_OK;
}

static struct job added(const char *bytes, size_t length)
{
    struct job job = {bytes, length, 0, 0};
    add(&job);
    return job;
}

static void test_a_page(void **state)
{
    static struct page page;
    (void)state;
    make_page(&page);
    struct job job = added(page.bytes, page.length);
    assert_true(job.form > 0);
    assert_true(job.objects > 12);
}

static void test_other_bytes(void **state)
{
    static const char *const cases[] = {
        "",
        "startxref",
        "%PDF-1.4\nstartxref\n0\n%%EOF",
        "xref\n0 99999999999\ntrailer startxref\n0\n",
        "xref\n0 1\n0000000000 65535 f \ntrailer << /Root 0 0 R >>\nstartxref\n0\n",
        "xref\n0 1\n0000000000 65535 f \nstartxref\n0\n"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(added(cases[i], strlen(cases[i])).form, 0);
}

/* Copies in memory of just their size, so that reading beyond their end would show. */
static void try_bytes(const char *bytes, size_t length)
{
    char *copy = malloc(length ? length : 1);
    memcpy(copy, bytes, length);
    added(copy, length);
    free(copy);
}

static void test_every_truncation(void **state)
{
    static struct page page;
    (void)state;
    make_page(&page);
    for (size_t cut = 0; cut + 20 < page.length; cut += 7)
        assert_int_equal(added(page.bytes, cut).form, 0);
    for (size_t start = 0; start < page.length; start += 7)
        try_bytes(page.bytes + start, page.length - start);
}

static void test_changed_bytes(void **state)
{
    static struct page page;
    static const char instead[] = {' ', '9', '<', '>', '(', '/', '\0', 'R'};
    (void)state;
    make_page(&page);
    for (size_t at = 0; at < page.length; at += 3) {
        char old = page.bytes[at];
        page.bytes[at] = instead[at / 3 % sizeof instead];
        try_bytes(page.bytes, page.length);
        page.bytes[at] = old;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page),
        cmocka_unit_test(test_other_bytes),
        cmocka_unit_test(test_every_truncation),
        cmocka_unit_test(test_changed_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
