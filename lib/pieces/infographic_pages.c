/* infographic_pages.c - an infographic on pages of a given size: bands in columns below the header, whom to
 * call and the sources across the foot of the last page.
 *
 * What has no room on one page is set closer, then smaller down to the medium's floor; what then has none
 * becomes a numbered set at the usual size, whose pages are about equally full. A band that has no room in
 * what is left of a column is cut there. */
#include "base/limits.h"
#include "layout/notes.h"
#include "layout/pages.h"
#include "pieces/infographic.h"
#include "pieces/parts.h"

/* A band, or a part of one, in its column; columns are counted through all pages. */
struct slot {
    struct band band;
    size_t column;
    float y;
};

struct packing {
    VECTOR(struct slot) slots;
    size_t columns;            /* used */
    const struct box *spilled; /* one that is taller than a column and can't be cut; NULL: none is */
};

/* Where bands may stand on pages. */
struct frame {
    float first, other; /* where columns begin: below the header, below the strip of a later page */
    float foot;         /* height of what stands across the last page */
    size_t pages;
};

static float column_room(const struct poster *poster, const struct frame *frame, size_t column)
{
    size_t page = column / poster->canvas->columns;
    float room = poster->canvas->height - poster->canvas->foot - (page ? frame->other : frame->first);
    return page + 1 == frame->pages ? room - frame->foot : room;
}

static void slot_add(struct poster *poster, struct packing *packing, struct band band, float y)
{
    *VECTOR_ADD(poster->layout->arena, &packing->slots) = (struct slot){band, packing->columns - 1, y};
}

/* Puts a band into columns filled to a share of their room. False when there are too few. */
static bool band_pack(struct poster *poster, const struct frame *frame, float fill, struct packing *packing,
                      struct band band, float *y)
{
    float pads = 2 * band_pad(poster);
    while (packing->columns <= frame->pages * poster->canvas->columns) {
        float left = column_room(poster, frame, packing->columns - 1) * fill - *y - pads;
        const struct box *head = NULL, *tail = NULL;
        if (band.box->height <= left + 0.01f) {
            slot_add(poster, packing, band, *y);
            *y += band.box->height + pads;
            return true;
        }
        bool cut = left > 0 && box_split(poster->layout, band.box, left, false, &head, &tail);
        if (!cut && *y <= 0 && fill >= 1)
            cut = left > 0 && box_split(poster->layout, band.box, left, true, &head, &tail);
        if (!cut && *y <= 0 && fill >= 1 && !packing->spilled)
            packing->spilled = band.box;
        if (cut) {
            slot_add(poster, packing, (struct band){band.palette, head, band.station, band.motif}, *y);
            band = (struct band){band.palette, tail, 0, 0};
        }
        packing->columns++;
        *y = 0;
    }
    return false;
}

static bool bands_pack(struct poster *poster, const struct frame *frame, size_t count, float fill,
                       struct packing *packing)
{
    float y = 0;
    *packing = (struct packing){.columns = 1};
    for (size_t i = 0; i < count; i++)
        if (!band_pack(poster, frame, fill, packing, poster->bands.at[i], &y))
            return false;
    return true;
}

/* ---- Attempts ---- */

struct attempt {
    struct frame frame;
    struct packing packing;
    size_t content; /* bands in columns; those behind them stand across the foot */
};

/* The title strip of later pages. */
static struct box *strip_box(struct poster *poster)
{
    struct layout *layout = poster->layout;
    float width = (poster->canvas->width - 2 * poster->canvas->margin) * 0.8f;
    struct text_look look = {.role = TEXT_BODY, .colour = poster->titles.heading, .bold = true};
    struct box *box = text_of_string(layout, layout->edition->title, width, &look);
    float line = layout->sheet->size[TEXT_BODY] * layout->sheet->leading[TEXT_BODY];
    return box && box->height < line * 2.5f ? box : space_create(layout, width, line);
}

#define STRIP_PAD 14.0f

static float strip_height(struct poster *poster)
{
    return poster->canvas->top + strip_box(poster)->height + 2 * poster_length(poster, STRIP_PAD);
}

static void content_make(struct poster *poster, const struct box *opening)
{
    poster->bands.count = poster->left_out.count = poster->sources.lines.count = 0;
    poster->contacts = poster->qr = false;
    poster->layout->titled = NULL;
    notes_begin(poster->layout);
    poster->layout->palette = &poster->titles;
    if (opening)
        band_add(poster, opening);
    hero_add(poster);
    sections_add(poster);
}

static float ends_make(struct poster *poster, float width)
{
    float usual = poster->width, height = 0;
    size_t first = poster->bands.count;
    poster->width = width;
    contacts_band(poster);
    end_band(poster);
    poster->width = usual;
    for (size_t i = first; i < poster->bands.count; i++)
        height += band_height(poster, &poster->bands.at[i]);
    return height;
}

#define TALLEST_FOOT 0.45f /* of a page */

/* All bands with the sheet in force; what ends the picture is in columns too where it is long. */
static void attempt_make(struct poster *poster, const struct header *header, const struct box *opening,
                         struct attempt *attempt)
{
    const struct canvas *canvas = poster->canvas;
    float wide = canvas->width - 2 * canvas->margin;
    *attempt = (struct attempt){
        .frame = {header->box ? header->height + canvas->top : canvas->top, strip_height(poster), 0, 1}};
    content_make(poster, opening);
    attempt->content = poster->bands.count;
    attempt->frame.foot = ends_make(poster, wide);
    if (canvas->columns > 1 && attempt->frame.foot <= canvas->height * TALLEST_FOOT)
        return;
    if (canvas->columns > 1) {
        content_make(poster, opening);
        ends_make(poster, poster->width);
    }
    attempt->frame.foot = 0;
    attempt->content = poster->bands.count;
}

static bool attempt_fits(struct poster *poster, struct attempt *attempt, float fill)
{
    return bands_pack(poster, &attempt->frame, attempt->content, fill, &attempt->packing) &&
           !attempt->packing.spilled;
}

#define LEAST_FILL 0.4f
#define FILL_STEP  0.05f

/* Onto as few pages as can be. */
static void attempt_pack(struct poster *poster, struct attempt *attempt)
{
    while (!bands_pack(poster, &attempt->frame, attempt->content, 1, &attempt->packing) &&
           attempt->frame.pages < LIMIT_PAGES)
        attempt->frame.pages++;
}

/* As little full as that number of pages allows, so that columns and pages end about level. */
static void attempt_even(struct poster *poster, struct attempt *attempt)
{
    struct packing best = attempt->packing;
    for (float fill = 1 - FILL_STEP; fill > LEAST_FILL && !best.spilled; fill -= FILL_STEP)
        if (attempt_fits(poster, attempt, fill))
            best = attempt->packing;
    attempt->packing = best;
}

/* ---- Drawing ---- */

/* "2/3", its right end in the margin's corner. */
static void number_draw(struct poster *poster, const struct frame *frame, size_t page, float y, float height)
{
    struct layout *layout = poster->layout;
    float margin = poster->canvas->margin, width = poster->canvas->width * 0.15f;
    const char *words = arena_format(layout->arena, "%zu/%zu", page + 1, frame->pages);
    struct text_look look = {.role = TEXT_KICKER,
                             .colour = poster->titles.heading,
                             .bold = true,
                             .align = ALIGN_END,
                             .unmarked = true};
    struct box *box = text_of_string(layout, words, width, &look);
    artifact_begin(layout);
    box_draw(layout, box, poster->canvas->width - margin - width, y + (height - box->height) / 2);
    artifact_end(layout);
}

static void ground_draw(struct poster *poster, struct rect rect, struct colour colour)
{
    artifact_begin(poster->layout);
    scene_fill(poster->layout->builder, path_rect(poster->layout->builder, rect), colour);
    artifact_end(poster->layout);
}

static void head_draw(struct poster *poster, const struct header *header, const struct frame *frame,
                      size_t page)
{
    const struct canvas *canvas = poster->canvas;
    float top = canvas->top, pad = poster_length(poster, STRIP_PAD);
    struct layout *layout = poster->layout;
    layout->palette = &poster->titles;
    if (page == 0 && header->box) {
        ground_draw(poster, (struct rect){0, 0, canvas->width, top}, poster->titles.ground);
        header_draw(layout, header, 0, top, 4 * canvas->unit);
        if (frame->pages > 1)
            number_draw(poster, frame, page, top, header->pad * 1.3f);
    } else if (page > 0) {
        ground_draw(poster, (struct rect){0, 0, canvas->width, frame->other}, poster->titles.ground);
        box_draw_again(layout, strip_box(poster), canvas->margin, top + pad);
        number_draw(poster, frame, page, top, frame->other - top);
    }
}

struct column {
    VECTOR(struct placed) placed;
};

/* Where a column's bands stand; they share what is left of its room. */
static void column_place(struct poster *poster, const struct attempt *attempt, size_t index,
                         struct column *column)
{
    const struct canvas *canvas = poster->canvas;
    float width = canvas->width / (float)canvas->columns, x = width * (float)(index % canvas->columns);
    float y = index / canvas->columns ? attempt->frame.other : attempt->frame.first, used = 0;
    for (size_t i = 0; i < attempt->packing.slots.count; i++) {
        const struct slot *slot = &attempt->packing.slots.at[i];
        if (slot->column != index)
            continue;
        float height = band_height(poster, &slot->band);
        *VECTOR_ADD(poster->layout->arena, &column->placed) =
            (struct placed){&slot->band, {x, y + slot->y, width, height}, false};
        used += height;
    }
    size_t count = column->placed.count;
    float more = count ? (column_room(poster, &attempt->frame, index) - used) / (float)count : 0;
    for (size_t i = 0; i < count && more > 0; i++) {
        column->placed.at[i].rect.y += more * (float)i;
        column->placed.at[i].rect.height += more;
    }
}

/* The last band's ground goes on through what is kept free below. */
static void column_draw(struct poster *poster, const struct attempt *attempt, size_t index)
{
    struct column column = {0};
    column_place(poster, attempt, index, &column);
    for (size_t i = 0; i < column.placed.count; i++) {
        const struct placed *placed = &column.placed.at[i];
        struct rect below = placed->rect;
        band_draw(poster, placed);
        below.y += below.height;
        below.height = poster->canvas->foot;
        if (below.height > 0 && i + 1 == column.placed.count)
            ground_draw(poster, below, placed->band->palette->ground);
    }
    path_draw(poster, column.placed.at, column.placed.count);
}

static void foot_draw(struct poster *poster, const struct attempt *attempt)
{
    float y = poster->canvas->height - attempt->frame.foot;
    for (size_t i = attempt->content; i < poster->bands.count; i++) {
        const struct band *band = &poster->bands.at[i];
        struct placed placed = {band, {0, y, poster->canvas->width, band_height(poster, band)}, false};
        band_draw(poster, &placed);
        y += placed.rect.height;
    }
}

static void page_draw(struct poster *poster, const struct header *header, const struct attempt *attempt,
                      size_t page)
{
    const struct canvas *canvas = poster->canvas;
    struct scene_builder *builder = poster->layout->builder;
    scene_begin_page(builder, canvas->width, canvas->height, canvas->scale, poster->surface.ground);
    scene_page_title(builder, poster->job->edition->title);
    head_draw(poster, header, &attempt->frame, page);
    for (unsigned i = 0; i < canvas->columns; i++)
        column_draw(poster, attempt, page * canvas->columns + i);
    if (page + 1 == attempt->frame.pages)
        foot_draw(poster, attempt);
    scene_end_page(builder);
}

/* ---- All of it ---- */

static const struct {
    float text, space;
} steps[] = {{1, 1},       {1, 0.8f},      {0.93f, 0.8f}, {0.86f, 0.75f},
             {0.8f, 0.7f}, {0.73f, 0.65f}, {0.66f, 0.6f}, {0.61f, 0.6f}};
#define SET_STEPS 5 /* how far type of a set shrinks to save a page */
#define STEPS     (sizeof steps / sizeof *steps)

/* What all attempts have in common. */
struct fitting {
    struct poster *poster;
    const struct sheet *usual;
    const struct header *header;
    const struct box *opening;
};

/* The pages that a step needs. */
static size_t step_make(const struct fitting *fitting, size_t step, struct attempt *attempt)
{
    struct poster *poster = fitting->poster;
    struct sheet *sheet = ARENA_NEW(poster->layout->arena, struct sheet);
    *sheet = sheet_scaled(fitting->usual, steps[step].text, steps[step].space);
    poster->layout->sheet = sheet;
    attempt_make(poster, fitting->header, fitting->opening, attempt);
    attempt_pack(poster, attempt);
    return attempt->frame.pages;
}

/* The content at the first step that needs one page; else at that of the steps for sets that needs fewest. */
static void best_attempt(const struct fitting *fitting, struct attempt *attempt)
{
    size_t fewest = step_make(fitting, 0, attempt), best = 0;
    if (fewest > 1) {
        bool one = step_make(fitting, STEPS - 1, attempt) == 1;
        for (size_t step = 1; step < (one ? STEPS : SET_STEPS) && fewest > 1; step++) {
            size_t pages = step_make(fitting, step, attempt);
            if (pages < fewest) {
                fewest = pages;
                best = step;
            }
        }
        if (fewest > 1)
            step_make(fitting, best, attempt);
    }
    attempt_even(fitting->poster, attempt);
}

#define HEADER_SHARE 0.4f /* of a page: a title that needs more goes on in columns */

void pages_arrange(struct poster *poster)
{
    const struct canvas *canvas = poster->canvas;
    struct layout *layout = poster->layout;
    float room = (canvas->height - canvas->top - canvas->foot) * HEADER_SHARE;
    struct header header = header_fit(poster, room);
    const struct box *opening = NULL;
    if (header.height > room * 1.5f) {
        struct masthead masthead = {.width = poster->width, .promise = poster->width};
        opening = masthead_box(layout, &masthead);
        header = (struct header){0};
    }
    struct attempt attempt;
    const struct fitting fitting = {poster, layout->sheet, &header, opening};
    best_attempt(&fitting, &attempt);
    if (attempt.packing.spilled) {
        struct page_list spilled = {.spilled = attempt.packing.spilled};
        pages_hold(layout, &spilled);
        return;
    }
    for (size_t i = 0; i < attempt.frame.pages; i++)
        page_draw(poster, &header, &attempt, i);
}
