/* infographic.c - one long picture for phones: a header, the first figure, bands of alternating ground that a
 * line leads through, contacts and sources at the end. On pages (infographic_pages.c) the bands stand in
 * columns.
 *
 * Sizes are points on a 540 wide page, two pixels a point: 1080 pixels. Other widths are the same design. */
#include "pieces/infographic.h"
#include "layout/notes.h"
#include "pieces/parts.h"
#include "text/unicode.h"
#include <string.h>

#define WHOLE_SYLLABLES 350 /* a guide up to this long is shown whole */
#define FEW_SECTIONS    12

#define MM(millimetres) ((millimetres)*72.0f / 25.4f)
#define PRINTED         (150.0f / 72) /* pixels a point */
#define LONG(pixels)                                                                                         \
    {                                                                                                        \
        .width = 540, .scale = (pixels) / 540.0f, .margin = 40, .columns = 1, .unit = 1                      \
    }

static const char *const canvas_names[] = {"long", "long-800", "long-1440", "long-2160",
                                           "a4",   "a3",       "1080x1920"};
static const struct canvas canvases[] = {LONG(1080),
                                         LONG(800),
                                         LONG(1440),
                                         LONG(2160),
                                         {MM(210), MM(297), PRINTED, 28, 2, 0, 0, 0.72f, true},
                                         {MM(297), MM(420), PRINTED, 40, 2, 0, 0, 1, true},
                                         {540, 960, 2, 40, 1, 125, 170, 1, false}};

static const float poster_sizes[TEXT_ROLE_COUNT] = {
    [TEXT_BODY] = 18,   [TEXT_LEAD] = 20,  [TEXT_SMALL] = 12.5f, [TEXT_KICKER] = 14,
    [TEXT_TITLE] = 54,  [TEXT_H1] = 32,    [TEXT_H2] = 26,       [TEXT_H3] = 20,
    [TEXT_FIGURE] = 76, [TEXT_HERO] = 110, [TEXT_NUMERAL] = 22,  [TEXT_CODE] = 15};

static struct sheet poster_sheet(const struct theme *theme, const struct canvas *canvas)
{
    float unit = canvas->unit;
    struct sheet sheet = job_sheet(theme, 18 * unit, theme->screen_ratio);
    for (int role = 0; role < TEXT_ROLE_COUNT; role++)
        sheet.size[role] = poster_sizes[role] * unit;
    sheet.medium = canvas->printed ? MEDIUM_PAPER : MEDIUM_PHONE;
    sheet_hold_floor(&sheet);
    sheet.gap = 13 * unit;
    sheet.pad = 20 * unit;
    sheet.gutter = 16 * unit;
    sheet.radius = theme->radius * 2 * unit;
    sheet.leading[TEXT_BODY] = sheet.leading[TEXT_LEAD] = 1.4f;
    sheet.tiles = 2;
    sheet.image_height = 400 * unit;
    sheet.qr = 148 * unit; /* the smallest code is 224 pixels without its quiet zone */
    sheet.steps_from_lists = true;
    sheet.natural = true;
    sheet.cards_from_lists = true;
    return sheet;
}

/* ---- A long picture ---- */

/* Draws bands from `at` on until the picture is as tall as it may be; returns the first one not drawn. */
static size_t picture_draw(struct poster *poster, const struct header *header, size_t at)
{
    struct scene_builder *builder = poster->layout->builder;
    float y = 0, tallest = tallest_picture(poster), width = poster->canvas->width;
    scene_begin_page(builder, width, tallest, poster->canvas->scale, poster->surface.ground);
    if (header->box) {
        poster->layout->palette = &poster->titles;
        header_draw(poster->layout, header, 0, 0, 4);
        y = header->height;
    }
    VECTOR(struct placed) placed = {0};
    const struct palette *above = header->box ? &poster->titles : NULL;
    for (; at < poster->bands.count; at++) {
        const struct band *band = &poster->bands.at[at];
        float height = band_height(poster, band);
        if (placed.count && y + height > tallest)
            break;
        bool divided = above == &poster->titles && band->palette == above;
        *VECTOR_ADD(poster->layout->arena, &placed) = (struct placed){band, {0, y, width, height}, divided};
        above = band->palette;
        y += height;
    }
    for (size_t i = 0; i < placed.count; i++)
        band_draw(poster, &placed.at[i]);
    path_draw(poster, placed.at, placed.count);
    scene_page_height(builder, y);
    scene_page_title(builder, poster->job->edition->title);
    scene_end_page(builder);
    return at;
}

#define HEADER_ROOM 400.0f /* points: with its ground, half of a phone's screen */

static void long_arrange(struct poster *poster)
{
    struct header header = header_fit(poster, HEADER_ROOM);
    const struct header none = {0};
    if (header.box && header.box->height > tallest_picture(poster) / 2 - 2 * HEADER_PAD) {
        poster->layout->palette = &poster->titles;
        band_add(poster, header.box);
        header = none;
    }
    hero_add(poster);
    sections_add(poster);
    contacts_band(poster);
    end_band(poster);
    size_t at = picture_draw(poster, &header, 0);
    while (at < poster->bands.count)
        at = picture_draw(poster, &none, at);
}

/* ---- All of them ---- */

static size_t section_count(const struct node *document)
{
    size_t count = 0;
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    while (node_next(&iterator) != NODE_DONE)
        count += iterator.event == NODE_ENTER && iterator.node->type == NODE_SECTION;
    return count;
}

static const struct scene *infographic_arrange(const struct piece_job *job)
{
    const struct node *document = job->edition->document;
    const struct canvas *canvas = &canvases[job_size(job, canvas_names, sizeof canvases / sizeof *canvases)];
    struct sheet sheet = poster_sheet(job->theme, canvas);
    struct poster poster = {.job = job,
                            .canvas = canvas,
                            .surface = palette_on_surface(job->theme),
                            .titles = palette_of_titles(job->theme),
                            .width = canvas->width / (float)canvas->columns - 2 * canvas->margin};
    poster.tint = palette_on(job->theme, job->theme->roles[ROLE_TINT], job->theme->roles[ROLE_SURFACE]);
    poster.layout = job_layout(job, &sheet, &poster.surface);
    notes_begin(poster.layout);
    poster.whole = !has_syllables(&poster, document, WHOLE_SYLLABLES);
    poster.few = section_count(document) <= FEW_SECTIONS;
    sheet.cards_from_tables = !poster.whole;
    if (canvas->printed)
        scene_printed(poster.layout->builder);
    if (canvas->height > 0)
        pages_arrange(&poster);
    else
        long_arrange(&poster);
    left_out_tell(&poster);
    account_unsaid(poster.layout, document);
    return job_finish(job, poster.layout, "infographic");
}

const struct piece piece_infographic = {
    .name = "infographic",
    .summary_vi = "hình dài để xem trên điện thoại",
    .summary_en = "a long picture for phones",
    .stem = "infographic",
    .format = "png",
    .sizes = "long long-800 long-1440 long-2160 a4 a3 1080x1920",
    .arrange = infographic_arrange,
};
