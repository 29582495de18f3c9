/* slides_content.c - slides of a heading and what stands under it, one or, where it is too much, several. */
#include "layout/flow.h"
#include "layout/marker.h"
#include "layout/notes.h"
#include "layout/ruled.h"
#include "pieces/slides_deck.h"

static struct box *cell_box(struct deck *deck, const struct slide_cell *cell, float width)
{
    struct layout *layout = deck->layout;
    struct box_list list = {0};
    if (cell->heading)
        box_list_add(layout, &list, heading_box(layout, cell->heading, TEXT_H3, width));
    for (size_t i = 0; i < cell->blocks.count; i++) {
        const struct node *node = cell->blocks.at[i], *next = node->next;
        bool followed = next && i + 1 < cell->blocks.count && cell->blocks.at[i + 1] == next;
        if (flow_next(layout, &list, node, followed ? next->next : next, width) != next)
            i++; /* it took the next one along */
    }
    return stack_create(layout, &list, width);
}

/* Lists and paragraphs alone: what reads well in two narrow columns. */
static bool stands_in_columns(const struct slide_plan *plan)
{
    const struct slide_cell *cell = &plan->cells[0];
    size_t lists = 0;
    for (size_t i = 0; i < cell->blocks.count; i++) {
        enum node_type type = cell->blocks.at[i]->type;
        if (type != NODE_LIST && type != NODE_PARAGRAPH)
            return false;
        lists += type == NODE_LIST;
    }
    return plan->cell_count == 1 && lists > 0;
}

/* NULL when it can't be. */
static struct box *two_columns(struct deck *deck, const struct slide_plan *plan, float width)
{
    float gutter = deck->layout->sheet->gutter * 2;
    struct box *narrow = NULL;
    if (stands_in_columns(plan))
        narrow = cell_box(deck, &plan->cells[0], (width - gutter) / 2);
    return narrow ? fit_columns(deck->layout, narrow, gutter) : NULL;
}

#define LEAST_BESIDE 24 /* sizes of body text: two cells stand side by side */

static struct box *content_box(const struct making *making, unsigned columns)
{
    struct deck *deck = making->deck;
    const struct slide_plan *plan = making->plan;
    struct layout *layout = deck->layout;
    float width = making->width;
    struct text_look message = {.role = TEXT_LEAD, .colour = layout->palette->heading, .balanced = true};
    layout->titled = plan->titled;
    struct box *lead = making->bare ? NULL : message_with_sources(deck, plan, width, &message);
    if (lead) {
        lead->keep_next = true;
        lead->after = layout->sheet->gap * 1.4f;
    }
    struct box *side_by_side = columns == 2 ? two_columns(deck, plan, width) : NULL;
    if (side_by_side)
        return stack_of(layout, width, lead, side_by_side);
    if (plan->cell_count == 1)
        return stack_of(layout, width, lead, cell_box(deck, &plan->cells[0], width));
    float gutter = layout->sheet->gutter * 2, each = (width - gutter) / 2;
    bool beside = width > LEAST_BESIDE * layout->sheet->size[TEXT_BODY];
    struct box_list cells = {0};
    for (size_t i = 0; i < 2; i++)
        box_list_add(layout, &cells, cell_box(deck, &plan->cells[i], beside ? each : width));
    return stack_of(layout, width, lead,
                    beside ? row_create(layout, &cells, gutter, ROW_TOP)
                           : stack_create(layout, &cells, width));
}

#define LARGE_CODE 270.0f /* a QR code to be scanned from the last row */

/* Where type is enlarged and a QR code is all there is, it is enlarged too: the sheet for it. */
static const struct sheet *code_sheet(struct deck *deck, const struct slide_plan *plan)
{
    struct layout *layout = deck->layout;
    const struct slide_cell *cell = &plan->cells[0];
    bool alone = plan->cell_count == 1 && cell->blocks.count == 1 && block_is(cell->blocks.at[0], BLOCK_qr);
    if (!alone || layout->sheet->scale <= 1)
        return layout->sheet;
    struct sheet *sheet = ARENA_NEW(layout->arena, struct sheet);
    *sheet = *layout->sheet;
    sheet->qr = LARGE_CODE;
    return sheet;
}

struct box *content_make(void *self, unsigned columns)
{
    const struct making *making = self;
    struct deck *deck = making->deck;
    struct layout *layout = deck->layout;
    const struct sheet *usual = layout->sheet;
    layout->sheet = code_sheet(deck, making->plan);
    struct box *content = stack_of(layout, making->width, making->above, content_box(making, columns));
    layout->sheet = usual;
    return content;
}

static size_t content_syllables(struct deck *deck, const struct slide_plan *plan)
{
    size_t syllables = node_syllables(deck, plan->message);
    for (size_t i = 0; i < plan->cell_count; i++)
        for (size_t k = 0; k < plan->cells[i].blocks.count; k++)
            syllables += node_syllables(deck, plan->cells[i].blocks.at[k]);
    return syllables;
}

/* From very large type (28 points are 56 pixels) with some air around it over the usual, closer spacing and
 * the floor (18 points are 36 pixels) to two columns. What is cut has the usual size. */
static const struct fit_step content_steps[] = {
    {1.4f, 1.3f, 0.9f, 1}, {1.27f, 1.2f, 0.9f, 1}, {1.15f, 1.15f, 0.92f, 1},
    {1, 1, 1, 1},          {1, 0.8f, 1, 1},        {0.9f, 0.9f, 1, 1},
    {1, 1, 1, 2}};
static const struct fit_ladder content_ladder = {.steps = content_steps, .count = 7, .cut = 3};
/* A picture would get smaller as its caption gets larger. */
static const struct fit_ladder picture_ladder = {.steps = content_steps + 2, .count = 5, .cut = 1};

static bool shows_pictures(const struct slide_plan *plan)
{
    for (size_t i = 0; i < plan->cell_count; i++)
        for (size_t k = 0; k < plan->cells[i].blocks.count; k++)
            if (has_pictures(plan->cells[i].blocks.at[k]))
                return true;
    return false;
}

/* The content on one slide, or cut. Sets the sheet it was made with. */
static bool content_fit(struct deck *deck, const struct slide_plan *plan, struct box *above, float room,
                        struct page_list *pages)
{
    struct layout *layout = deck->layout;
    struct making making = {.deck = deck, .plan = plan, .width = deck->width, .above = above};
    const struct fit_job job = {.nominal = deck->nominal,
                                .ladder = shows_pictures(plan) ? &picture_ladder : &content_ladder,
                                .room = room,
                                .notes_width = deck->width,
                                .make = content_make,
                                .self = &making};
    struct fit fit = fit_make(layout, &job);
    if (fit.fits) {
        if (fit.box)
            *VECTOR_ADD(layout->arena, &pages->boxes) = fit.box;
        *VECTOR_ADD(layout->arena, &pages->notes) = fit.foot;
        notes_shown(layout);
        tell_shrunk(deck, plan, &fit, content_syllables(deck, plan));
        return true;
    }
    bool cut = fit_cut(layout, fit.box, room, pages) && pages_hold(layout, pages);
    if (cut && pages->boxes.count > 1)
        tell_fit(deck, plan, FINDING_fit_split, arena_format(layout->arena, "%zu", pages->boxes.count),
                 content_syllables(deck, plan), fit.excess);
    return cut;
}

static struct box *head_box(struct deck *deck, const struct slide_plan *plan, bool continued)
{
    struct layout *layout = deck->layout;
    const struct palette *palette = layout->palette;
    const char *icon = section_icon(layout, plan->section);
    float tile = icon ? 64 : 0, width = deck->width - tile;
    struct box_list list = {0};
    struct box *above = kicker_box(deck, plan, width);
    if (!above) /* the title stands at one height, with or without a line above it */
        above = space_create(layout, width,
                             layout->sheet->size[TEXT_KICKER] * layout->sheet->leading[TEXT_KICKER]);
    above->after = 2;
    above->keep_next = true;
    box_list_add(layout, &list, above);
    struct box *title = slide_title(deck, plan, continued, width);
    if (title)
        title->before = 2;
    box_list_add(layout, &list, title);
    if (continued) {
        const char *words = arena_format(layout->arena, "(%s)", layout_word(layout, WORD_continued));
        struct text_look more = {.role = TEXT_SMALL, .colour = palette->muted, .unmarked = true};
        struct box *again = text_of_string(layout, words, width, &more);
        again->mark = mark_create(layout, MARK_ARTIFACT, nowhere);
        again->before = 2;
        box_list_add(layout, &list, again);
    }
    struct box *head = stack_create(layout, &list, width);
    if (!head || !title || !icon || !plan->section)
        return ruled_create(layout, head, TEXT_H2);
    struct marker marker = {.shape = MARKER_ICON,
                            .label = icon,
                            .colour = palette->heading,
                            .size = 48,
                            .indent = tile,
                            .middle =
                                above->height + 2 + title->baseline - 0.35f * layout->sheet->size[TEXT_H2]};
    struct box *led = item_create(layout, &marker, head, deck->width, plan->section->place, MARK_GROUP);
    return ruled_create(layout, led, TEXT_H2);
}

static struct box *head_make(void *self, unsigned columns)
{
    const struct making *making = self;
    (void)columns;
    return head_box(making->deck, making->plan, making->continued);
}

#define TALLEST_HEAD 0.4f /* of a slide: less would not leave room for a large figure */

/* At the largest size that leaves room for something to say; a smaller one is told, unless it was (`told`).
 */
static struct box *head_fit(struct deck *deck, const struct slide_plan *plan, bool continued, bool told)
{
    struct making making = {.deck = deck, .plan = plan, .continued = continued};
    const struct fit_job job = {.nominal = deck->nominal,
                                .ladder = &fit_words,
                                .room = deck->screen->height * TALLEST_HEAD,
                                .make = head_make,
                                .self = &making};
    struct fit fit = fit_make(deck->layout, &job);
    if (!told && !plan->repeated)
        tell_shrunk(deck, plan, &fit, heading_syllables(deck, plan));
    return fit.box;
}

/* The ground of a frame. */
static const struct palette *frame_palette(const struct deck *deck, enum choice frame)
{
    return frame == CHOICE_frame_tint ? &deck->tint : &deck->surface;
}

/* The head of a slide at its place, on a band where the frame has one. */
static void head_draw(struct deck *deck, const struct box *head, enum choice frame, float top)
{
    struct layout *layout = deck->layout;
    const struct palette *palette = layout->palette;
    layout->sheet = deck->nominal;
    if (frame == CHOICE_frame_band) {
        artifact_begin(layout);
        scene_fill(
            layout->builder,
            path_rect(layout->builder, (struct rect){0, 0, deck->screen->width, top + head->height + 18}),
            deck->panel.ground);
        artifact_end(layout);
        layout->palette = &deck->panel;
    }
    box_draw(layout, head, deck->screen->margin, top);
    layout->palette = palette;
}

/* A head is made in the colours of what it stands on. */
static struct box *head_in(struct deck *deck, const struct slide_plan *plan, enum choice frame,
                           bool continued, bool told)
{
    struct layout *layout = deck->layout;
    layout->palette = frame == CHOICE_frame_band ? &deck->panel : frame_palette(deck, frame);
    struct box *head = head_fit(deck, plan, continued, told);
    layout->palette = frame_palette(deck, frame);
    return head;
}

static bool framed_slides(struct deck *deck, const struct slide_plan *plan, enum choice frame)
{
    struct layout *layout = deck->layout;
    struct box *head = head_in(deck, plan, frame, false, false), *above = NULL;
    bool tall = head && head->height > deck->screen->height * TALLEST_HEAD;
    if (tall) { /* it is cut like any text, and said once; no band is as tall */
        frame = frame == CHOICE_frame_band ? CHOICE_frame_tint : frame;
        head = head_in(deck, plan, frame, false, true);
        above = plan->repeated && !plan->title ? NULL : head;
        head = NULL;
    }
    frame_take(deck, frame);
    float top = deck->screen->over + deck->screen->margin * (frame == CHOICE_frame_band ? 0.4f : 0.8f);
    float bottom = screen_foot(deck->screen);
    float gap = frame == CHOICE_frame_band ? 38 : 18, under = top + (head ? head->height + gap : 0);
    struct page_list pages = {.notes_width = deck->width};
    if (!content_fit(deck, plan, above, bottom - under - 20, &pages))
        return false;
    const struct sheet *sheet = layout->sheet;
    size_t count = pages.boxes.count ? pages.boxes.count : 1;
    for (size_t i = 0; i < count; i++) {
        ground_draw(deck, frame_palette(deck, frame));
        head = i && !tall ? head_in(deck, plan, frame, true, true) : head;
        if (head)
            head_draw(deck, head, frame, top);
        layout->sheet = sheet;
        under = top + (head ? head->height + gap : 0);
        draw_column(deck, i < pages.boxes.count ? pages.boxes.at[i] : NULL, deck->screen->margin, under,
                    foot_draw(deck, &pages, i, deck->screen->margin, bottom), 0.42f);
        if (i + 1 < count) {
            scene_page_title(layout->builder, plan_title(deck, plan));
            scene_end_page(layout->builder);
        }
    }
    return true;
}

bool content_slides(struct deck *deck, const struct slide_plan *plan)
{
    enum choice frame = frame_choose(deck, plan);
    bool drawn = false;
    if (frame == CHOICE_frame_panel && !panel_slide(deck, plan, &drawn))
        return false;
    return drawn ||
           framed_slides(deck, plan, frame == CHOICE_frame_panel ? frame_without_panel(deck) : frame);
}
