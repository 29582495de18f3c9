#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/builder.h"
#include "scene/drawing.h"
#include "scenes.h"
#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#define SVG(attributes, content) "<svg xmlns='http://www.w3.org/2000/svg' " attributes ">" content "</svg>"

static enum picture_failure read_svg(struct stage *stage, const char *text, struct image *image)
{
    char why[200];
    enum picture_failure failure = picture_decode(&stage->arena, text, strlen(text), image, why);
    assert_true((failure == PICTURE_BROKEN) == (why[0] != '\0'));
    return failure;
}

/* The drawing on a white ground. */
static cairo_surface_t *painted(const struct image *image, int width, int height)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    assert_true(drawing_paint(image->drawing, cairo, 0, 0, width, height));
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    return surface;
}

static unsigned pixel(cairo_surface_t *surface, int x, int y)
{
    const unsigned char *row =
        cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
    return ((const uint32_t *)(const void *)row)[x] & 0xffffff;
}

static void test_noise(void **state)
{
    struct image image;
    assert_int_equal(
        read_svg(*state,
                 SVG("width='9' height='9'", "<filter id='a'><feTurbulence numOctaves='1000'/></filter>"
                                             "<rect width='9' height='9' filter='url(#a)'/>"),
                 &image),
        PICTURE_BROKEN);
    assert_int_equal(
        read_svg(*state, SVG("width='9' height='9'", "<filter id='a'><feFlood/></filter>"), &image),
        PICTURE_OK);
}

static void test_sizes(void **state)
{
    static const struct {
        const char *text;
        float wide, tall; /* points */
    } cases[] = {
        {SVG("width='96' height='48'", ""), 72, 36},
        {SVG("width='1in' height='0.5in'", ""), 72, 36},
        {SVG("width='25.4mm' height='12.7mm' viewBox='0 0 4 2'", ""), 72, 36},
        {SVG("viewBox='0 0 1.5 1'", ""), 1.125f, 0.75f},
        {SVG("width='100%' height='100%' viewBox='0 0 20 10'", ""), 15, 7.5f},
        {SVG("", ""), 225, 112.5f},
        {"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->" SVG("width='96' height='48'", ""), 72, 36},
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct image image = {.number = 4};
        assert_int_equal(read_svg(stage, cases[i].text, &image), PICTURE_OK);
        if (fabsf(image.wide - cases[i].wide) > 0.01f || fabsf(image.tall - cases[i].tall) > 0.01f)
            fail_msg("%zu: %f x %f", i, (double)image.wide, (double)image.tall);
        assert_true(image.width >= 1 && image.height >= 1 && !image.opaque && image.number == 4);
        assert_null(image.drawing->outside);
    }
}

static void test_pixels(void **state)
{
    struct stage *stage = *state;
    struct image image = {0};
    const char *text =
        SVG("width='20' height='10'", "<rect width='10' height='10' fill='#0b6e66'/>"
                                      "<rect x='10' width='10' height='5' fill='red' opacity='.5'/>");
    assert_int_equal(read_svg(stage, text, &image), PICTURE_OK);
    cairo_surface_t *surface = painted(&image, 200, 100);
    assert_int_equal(pixel(surface, 0, 0), 0x0b6e66);
    assert_int_equal(pixel(surface, 99, 99), 0x0b6e66);
    assert_int_equal(pixel(surface, 100, 49), 0xff7f7f);
    assert_int_equal(pixel(surface, 100, 50), 0xffffff);
    cairo_surface_destroy(surface);
}

static void test_broken(void **state)
{
    static const char *const cases[] = {
        "<svg xmlns='http://www.w3.org/2000/svg'><rect></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'>",
        "<html><svg></svg></html>",
        /* Entities of other files do not exist. */
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" SVG("", "<text>&x;</text>"),
        /* A loop of entities. */
        "<!DOCTYPE svg [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>" SVG("", "<text>&a;</text>"),
        /* Far too large to be painted. */
        SVG("width='1e9' height='1e9'", "<filter id='b'><feGaussianBlur stdDeviation='1e8'/></filter>"
                                        "<rect width='5e8' height='5e8' filter='url(#b)'/>"),
    };
    struct stage *stage = *state;
    struct image image = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (read_svg(stage, cases[i], &image) != PICTURE_BROKEN)
            fail_msg("%zu: %s", i, cases[i]);
    assert_int_equal(read_svg(stage, SVG("width='0' height='10'", ""), &image), PICTURE_NO_SIZE);
    assert_null(image.drawing);
}

static void test_other_texts(void **state)
{
    struct stage *stage = *state;
    struct image image = {0};
    assert_int_equal(read_svg(stage, "<html></html>", &image), PICTURE_UNKNOWN);
    assert_int_equal(read_svg(stage, "chữ <svg>", &image), PICTURE_UNKNOWN);
    assert_int_equal(read_svg(stage, "   ", &image), PICTURE_UNKNOWN);
    assert_int_equal(picture_decode(&stage->arena, "\0<svg", 5, &image, NULL), PICTURE_UNKNOWN);
}

/* A red picture and a style that colours all red lie where an SVG points to: none of it may show. */
static void test_nothing_outside_is_read(void **state)
{
    struct stage *stage = *state;
    char folder[] = "/tmp/loa-svg-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char *png = arena_format(&stage->arena, "%s/red.png", folder);
    char *css = arena_format(&stage->arena, "%s/red.css", folder);
    cairo_surface_t *red = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 20, 20);
    cairo_t *cairo = cairo_create(red);
    cairo_set_source_rgb(cairo, 1, 0, 0);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    assert_int_equal(cairo_surface_write_to_png(red, png), CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy(red);
    FILE *file = fopen(css, "wb");
    fputs("rect{fill:#f00}", file);
    fclose(file);
    const char *text = arena_format(
        &stage->arena,
        "<?xml-stylesheet href='file://%s'?>" SVG(
            "width='30' height='20' xmlns:xlink='http://www.w3.org/1999/xlink'",
            "<style>@import url('file://%s');</style><rect x='20' width='10' height='20' fill='white'/>"
            "<image xlink:href='file://%s' width='10' height='20'/><image x='10' href='%s' width='10' "
            "height='20'/>"
            "<script>document.documentElement.remove()</script>"),
        css, css, png, png);
    struct image image = {0};
    assert_int_equal(read_svg(stage, text, &image), PICTURE_OK);
    cairo_surface_t *surface = painted(&image, 30, 20);
    for (int y = 0; y < 20; y++)
        for (int x = 0; x < 30; x++)
            assert_int_equal(pixel(surface, x, y), 0xffffff);
    cairo_surface_destroy(surface);
    unlink(png);
    unlink(css);
    rmdir(folder);
}

static void test_what_is_outside(void **state)
{
    static const struct {
        const char *text, *outside;
    } cases[] = {
        {SVG("", "<image href='a.png'/>"), "a.png"},
        {SVG("", "<image\n xlink:href=\"b c.png\" />"), "b c.png"},
        {SVG("", "<svg:use href='x.svg#y'/>"), "x.svg#y"},
        {"<?xml-stylesheet href='a.css'?>" SVG("", ""), "a.css"},
        {SVG("", "<image href='data:image/png;base64,AA=='/><use href='#a'/><image href='z.jpg'/>"), "z.jpg"},
        {SVG("", "<image href='data:image/png;base64,AA=='/><use href='#a'/>"), NULL},
        {SVG("", "<a href='https://example.org/'><text>image href='x'</text></a>"), NULL},
        {SVG("", "<image/><images href='x'/>"), NULL},
        {SVG("", "<image href='cut"), "cut"},
        {SVG("", "<image href="), NULL},
        {"<", NULL},
        {"", NULL},
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = drawing_outside(&stage->arena, cases[i].text, strlen(cases[i].text));
        if (!found != !cases[i].outside ||
            (found && strncmp(found, cases[i].outside, strlen(cases[i].outside)) != 0))
            fail_msg("%s: %s", cases[i].text, found ? found : "nothing");
    }
}

#define TEN(text) text text text text text text text text text text

static void test_weight(void **state)
{
    static const struct {
        const char *text;
        double weight;
    } cases[] = {
        {"", 0},
        {"<", 0},
        {"<svg/>", 1},
        {SVG("", "<g><rect/><rect/></g><!-- <rect/> --><![CDATA[<rect/>]]>"), 4},
        {SVG("", "<g id='a'><rect/></g><use href='#a'/><use xlink:href='#a'/>"), 1 + 2 + 2 * 3},
        {SVG("", "<use href='#later'/><g id='later'><rect/><text x='a>b'>c</text></g>"), 1 + 4 + 3},
        {SVG("", "<g id='a'><g id='b'><rect/></g></g><use href='#a'/>"), 1 + 3 + 4},
        {SVG("", "<mask id='a'><rect/></mask><g mask='url(#a)'>" TEN("<rect/>") "</g>"), 1 + 2 + 11 + 2},
        {SVG("", "<pattern id='a'><rect/></pattern><g fill='url(#a)'>" TEN("<rect/>") "</g>"), 3 + 11 * 3},
        {SVG("", "<pattern id='a'><rect/></pattern><rect style='stroke:url(#a)'/>"), 1 + 2 + 1 + 2},
        {SVG("", "<linearGradient id='a'>" TEN("<stop/>") "</linearGradient><rect fill='url(#a)'/>"), 2},
        {SVG("", "<a href='#b'/><g id='b'/><use href='#none'/>"), 4},
        {SVG("", "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"), 1 + 2 + 2 + 2},
        {"</g></g><rect/></g>", 1},
        {"<use href='#cut", 1},
    };
    struct stage *stage = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double weight = drawing_weight(&stage->arena, cases[i].text, strlen(cases[i].text));
        if (fabs(weight - cases[i].weight) > 0.5)
            fail_msg("%s: %g", cases[i].text, weight);
    }
}

/* Each level shows the one before it ten times. */
static const char *levels(struct arena *arena, int count, const char *paint, const char *element)
{
    struct builder text;
    builder_init(&text, arena);
    builder_format(&text,
                   "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g id='a0'><rect/></g>");
    for (int level = 1; level <= count; level++) {
        builder_format(&text, "<%s id='a%d'>", element, level);
        for (int i = 0; i < 10; i++)
            builder_format(&text, paint, level - 1);
        builder_format(&text, "</%s>", element);
    }
    builder_format(&text, paint, count);
    builder_format(&text, "</svg>");
    return builder_text(&text);
}

static void test_references_that_multiply(void **state)
{
    static const char *const paints[][2] = {{"<use href='#a%d'/>", "g"},
                                            {"<rect width='9' height='9' fill='url(#a%d)'/>", "pattern"},
                                            {"<g style='mask:url(#a%d)'/>", "mask"}};
    struct stage *stage = *state;
    struct image image = {0};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(read_svg(stage, levels(&stage->arena, 2, paints[i][0], paints[i][1]), &image),
                         PICTURE_OK);
        assert_int_equal(read_svg(stage, levels(&stage->arena, 400, paints[i][0], paints[i][1]), &image),
                         PICTURE_BROKEN);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_open, stage_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_sizes),           TEST(test_noise),       TEST(test_pixels),
        TEST(test_broken),          TEST(test_other_texts), TEST(test_nothing_outside_is_read),
        TEST(test_what_is_outside), TEST(test_weight),      TEST(test_references_that_multiply),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
