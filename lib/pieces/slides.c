/* slides.c - slides to show: drawn from the plan (slides_plan.h), fitted so that nothing is ever cut off.
 *
 * A slide's content is built at growing or shrinking sizes until it fits well; what doesn't fit at the floor
 * is split at a block and goes on under the same heading. Sizes are points on a 960 or 720 wide page; two
 * pixels a point. */
#include "layout/fit.h"
#include "layout/flow.h"
#include "layout/marker.h"
#include "layout/notes.h"
#include "layout/pages.h"
#include "layout/ruled.h"
#include "pieces/job.h"
#include "pieces/motif.h"
#include "pieces/parts.h"
#include "pieces/slides_plan.h"
#include "text/unicode.h"
#include <string.h>

struct screen {
    float width, height, margin;
};
static const char *const screen_names[] = {"16:9", "4:3"};
static const struct screen screens[] = {{960, 540, 50}, {720, 540, 40}};

#define BODY       20.0f /* 40 pixels; look.md: at least 36 */
#define SCALE      2.0f  /* pixels a point */
#define FOOT       34.0f /* reserved for the furniture */
#define FOOT_BYTES 500   /* a longer title is never on one line */

struct deck {
    const struct piece_job *job;
    const struct screen *screen;
    struct layout *layout;
    const struct sheet *nominal;
    struct palette surface, tint, titles;
    VECTOR(const struct palette *) grounds; /* of each page */
    float width;                            /* between the margins */
    const char *notes;                      /* for the next page that is begun; NULL: none */
};

static const float slide_sizes[TEXT_ROLE_COUNT] = {
    [TEXT_BODY] = BODY, [TEXT_LEAD] = 22,  [TEXT_SMALL] = 14,   [TEXT_KICKER] = 14,
    [TEXT_TITLE] = 54,  [TEXT_H1] = 44,    [TEXT_H2] = 34,      [TEXT_H3] = 22,
    [TEXT_FIGURE] = 66, [TEXT_HERO] = 100, [TEXT_NUMERAL] = 20, [TEXT_CODE] = 17};

static struct sheet slide_sheet(const struct theme *theme)
{
    struct sheet sheet = job_sheet(theme, BODY, theme->screen_ratio);
    memcpy(sheet.size, slide_sizes, sizeof slide_sizes);
    sheet.medium = MEDIUM_SLIDE;
    sheet.gap = 12;
    sheet.pad = 20;
    sheet.gutter = 20;
    sheet.radius = theme->radius * 1.5f;
    sheet.leading[TEXT_BODY] = sheet.leading[TEXT_LEAD] = 1.4f;
    sheet.tiles = 4;
    sheet.image_height = 300;
    sheet.qr = 160;
    sheet.steps_from_lists = true;
    sheet.natural = true;
    sheet.points = true;
    sheet.sources_inline = true;
    return sheet;
}

/* ---- Pages and their furniture ---- */

static void ground_draw(struct deck *deck, const struct palette *palette)
{
    deck->layout->palette = palette;
    *VECTOR_ADD(deck->layout->arena, &deck->grounds) = palette;
    scene_begin_page(deck->layout->builder, deck->screen->width, deck->screen->height, SCALE,
                     palette->ground);
    if (deck->notes)
        scene_page_notes(deck->layout->builder, deck->notes);
    deck->notes = NULL;
}

/* How wide the words of a title slide are: most of it, or what a motif beside them leaves. */
static float title_width(const struct deck *deck, bool crested)
{
    const struct theme *theme = deck->job->theme;
    bool alone = theme->motif == MOTIF_none || (crested && theme->header == HEADER_FRAME);
    return deck->width * (alone ? 0.8f : 0.6f);
}

/* A slide with little on it: the theme's ground, lines and motif, the motif in its lower right corner; in a
 * frame a title has it as a crest (`crested`). */
static void title_ground(struct deck *deck, bool crested)
{
    float width = deck->screen->width, height = deck->screen->height, margin = deck->screen->margin;
    struct rect all = {0, 0, width, height}, inner = {margin, 14, width - 2 * margin, height - 28};
    enum theme_header header = deck->job->theme->header;
    ground_draw(deck, &deck->titles);
    deck->layout->sheet = deck->nominal;
    titles_trim(deck->layout, header == HEADER_RULE ? inner : all, 5);
    bool inset = header == HEADER_RULE || header == HEADER_FRAME;
    if (header != HEADER_FRAME || !crested)
        motif_draw(deck->layout, (struct rect){width * 0.6f, 0, width * 0.4f - (inset ? margin : 0),
                                               height - (inset ? 40 : 0)});
}

static void footer_draw(struct deck *deck, size_t page, size_t pages)
{
    struct layout *layout = deck->layout;
    float margin = deck->screen->margin, y = deck->screen->height - FOOT, half = deck->width * 0.75f;
    struct text_look left = {
        .role = TEXT_SMALL, .colour = layout->palette->muted, .align = ALIGN_START, .unmarked = true};
    struct text_look right = left;
    right.align = ALIGN_END;
    layout->sheet = deck->nominal;
    scene_begin_mark(layout->builder, (struct mark){.type = MARK_ARTIFACT});
    const char *words = deck->job->edition->title;
    struct box *title = strlen(words) < FOOT_BYTES ? text_of_string(layout, words, half, &left) : NULL;
    if (title && title->height < 24) /* one line, or none */
        box_draw(layout, title, margin, y);
    const char *number = arena_format(layout->arena, "%zu / %zu", page + 1, pages);
    box_draw(layout, text_of_string(layout, number, deck->width - half, &right), margin + half, y);
    float done = deck->screen->width * (float)(page + 1) / (float)pages;
    scene_fill(layout->builder,
               path_rect(layout->builder, (struct rect){0, deck->screen->height - 4, done, 4}),
               layout->palette->accent);
    scene_end_mark(layout->builder);
}

static void draw_column(struct deck *deck, const struct box *box, float x, float top, float bottom,
                        float lean)
{
    if (box)
        box_draw(deck->layout, box, x, top + (bottom - top - box->height) * lean);
}

/* Words at the largest size at which they fit; they may be too tall at the smallest. */
typedef struct box *words_fn(struct deck *deck, const struct slide_plan *plan, float width);

/* What a ladder is climbed with. */
struct making {
    struct deck *deck;
    const struct slide_plan *plan;
    words_fn *words;
    float width;
    struct box *above; /* of content: a heading too tall to stand over it; NULL: none */
    bool continued;    /* of a head */
};

static struct box *words_make(void *self, unsigned columns)
{
    const struct making *making = self;
    (void)columns;
    return making->words(making->deck, making->plan, making->width);
}

static size_t node_syllables(struct deck *deck, const struct node *node)
{
    const char *text = node ? node_plain_text(deck->layout->arena, node) : "";
    return unicode_syllables(text, strlen(text));
}

static size_t heading_syllables(struct deck *deck, const struct slide_plan *plan)
{
    return plan->section ? node_syllables(deck, plan->section->first) : 0;
}

/* A note on what fitting did to a plan; of its `syllables` the share `excess` was too much. */
static void tell_fit(struct deck *deck, const struct slide_plan *plan, enum finding finding,
                     const char *amount, size_t syllables, float excess)
{
    struct arena *arena = deck->layout->arena;
    const struct node *about = plan->message;
    if (plan->cells[0].blocks.count)
        about = plan->cells[0].blocks.at[0];
    if (plan->section)
        about = plan->section->first;
    unsigned less = (unsigned)((float)syllables * excess) + 1;
    report(deck->layout->reporter, finding, about ? about->place : nowhere, amount,
           excess > 0 ? arena_format(arena, "%u", less) : NULL);
}

#define TITLE_SYLLABLES 12 /* what is read at a glance */

static void tell_long(struct deck *deck, const char *title, struct place place)
{
    struct arena *arena = deck->layout->arena;
    size_t syllables = unicode_syllables(title, strlen(title));
    if (syllables > TITLE_SYLLABLES)
        report(deck->layout->reporter, FINDING_long_title, place, arena_format(arena, "%zu", syllables),
               arena_format(arena, "%d", TITLE_SYLLABLES));
}

/* Each title once, where it is written. */
static void tell_long_titles(struct deck *deck, const struct slide_plans *plans)
{
    const struct edition *edition = deck->job->edition;
    tell_long(deck, edition->title, edition->guide->front.title_place);
    for (size_t i = 0; i < plans->slides.count; i++) {
        const struct slide_plan *plan = plans->slides.at[i];
        if (plan->titled)
            tell_long(deck, plan->title, plan->titled->place);
        else if (plan->section && !plan->repeated && plan->section != title_section(edition))
            tell_long(deck, node_plain_text(deck->layout->arena, plan->section->first),
                      plan->section->first->place);
    }
}

static void tell_shrunk(struct deck *deck, const struct slide_plan *plan, const struct fit *fit,
                        size_t syllables)
{
    if (fit->step->text < 1)
        tell_fit(deck, plan, FINDING_fit_shrunk, fit_percent(deck->layout->arena, fit->step->text), syllables,
                 fit->excess);
}

static struct box *words_fit(struct deck *deck, const struct slide_plan *plan, words_fn *words, float width,
                             float room)
{
    struct making making = {.deck = deck, .plan = plan, .words = words, .width = width};
    const struct fit_job job = {
        .nominal = deck->nominal, .ladder = &fit_words, .room = room, .make = words_make, .self = &making};
    struct fit fit = fit_make(deck->layout, &job);
    if (plan)
        tell_shrunk(deck, plan, &fit, heading_syllables(deck, plan) + node_syllables(deck, plan->message));
    else
        masthead_tell(deck->layout, &fit);
    return fit.box;
}

/* Footnotes stand at the foot; gives the new bottom of the room above them. */
static float foot_draw(struct deck *deck, const struct page_list *pages, size_t page, float x, float bottom)
{
    const struct box *foot = page < pages->notes.count ? pages->notes.at[page] : NULL;
    if (!foot)
        return bottom;
    box_draw(deck->layout, foot, x, bottom - foot->height);
    return bottom - notes_height(foot);
}

/* Draws words on the open slide, at most `room` tall; the rest goes on on others of the same ground. */
static bool words_draw(struct deck *deck, const struct box *box, float x, float top, float bottom, float room)
{
    struct page_list pages = {.notes_width = box ? box->width : 0};
    if (!pages_cut(deck->layout, box, room, room, &pages) || !pages_hold(deck->layout, &pages))
        return false;
    for (size_t i = 0; i < pages.boxes.count; i++) {
        if (i > 0) {
            scene_end_page(deck->layout->builder);
            ground_draw(deck, deck->layout->palette);
        }
        draw_column(deck, pages.boxes.at[i], x, top, foot_draw(deck, &pages, i, x, bottom), 0.45f);
    }
    return true;
}

/* The icon of a section, or of the nearest one above that has one; NULL when none has, or it wants none. */
static const char *section_icon(struct layout *layout, const struct node *section)
{
    const char *icon = NULL;
    for (const struct node *node = section; node && !icon; node = node->parent) {
        if (node->icon && !*node->icon)
            return NULL;
        icon = icon_wanted(layout, node);
    }
    return icon;
}

/* ---- Title, divider and closing slides ---- */

static struct box *imprint_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    (void)plan;
    return imprint_box(deck->layout, width);
}

static struct box *title_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct masthead masthead = {.width = width, .promise = width};
    (void)plan;
    return masthead_box(deck->layout, &masthead);
}

/* None when there is nothing to say on it. */
static bool title_slide(struct deck *deck)
{
    struct layout *layout = deck->layout;
    const struct screen *screen = deck->screen;
    float width = title_width(deck, true), bottom = screen->height - 70;
    float left = deck->job->theme->header == HEADER_FRAME ? (screen->width - width) / 2 : screen->margin;
    layout->palette = &deck->titles;
    struct box *imprint = words_fit(deck, NULL, imprint_words, width, screen->height / 4);
    float foot = screen->margin + (imprint ? imprint->height : 0);
    if (bottom > screen->height - foot)
        bottom = screen->height - foot;
    float room = bottom - screen->margin;
    struct box *title = words_fit(deck, NULL, title_words, width, room);
    if (!title && !imprint)
        return true;
    title_ground(deck, true);
    if (!words_draw(deck, title, left, 0, bottom, room))
        return false;
    if (imprint)
        box_draw(layout, imprint, left, screen->height - screen->margin - imprint->height);
    scene_page_title(layout->builder, deck->job->edition->title);
    scene_end_page(layout->builder);
    return true;
}

struct icon_box {
    struct box box;
    const char *name;
};

static void icon_box_draw(struct layout *layout, const struct box *box, float x, float y)
{
    float size = box->height;
    artifact_begin(layout);
    icon_tile_draw(layout, ((const struct icon_box *)box)->name, x, y, size, layout->palette->heading);
    artifact_end(layout);
}

/* A large icon in a tile; NULL without a name. */
static struct box *icon_box(struct deck *deck, const char *name, float size)
{
    static const struct box_ops ops = {.draw = icon_box_draw};
    if (!name)
        return NULL;
    struct icon_box *icon = ARENA_NEW(deck->layout->arena, struct icon_box);
    icon->name = name;
    icon->box = (struct box){.ops = &ops, .width = size, .height = size, .after = 24};
    return &icon->box;
}

/* A message and the sources of its figures. */
static struct box *message_with_sources(struct deck *deck, const struct slide_plan *plan, float width,
                                        const struct text_look *look)
{
    struct layout *layout = deck->layout;
    if (!plan->message)
        return NULL;
    struct box *message = text_of_node(layout, plan->message, width, look);
    account_tell(layout, message, plan->message, plan->message,
                 node_is_lead(plan->message) ? CHOICE_message : CHOICE_promoted);
    struct box *sources = sources_box(layout, plan->message, width);
    if (message && sources) {
        message->keep_next = true;
        message->after = sources->before = layout->sheet->gap * 0.4f;
    }
    return stack_of(layout, width, message, sources);
}

static struct box *divider_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    const struct palette *palette = layout->palette;
    const char *number = arena_format(layout->arena, "%s %u", layout_word(layout, WORD_part), plan->part);
    struct text_look kicker = {.role = TEXT_KICKER, .colour = palette->accent, .bold = true};
    struct text_look message = {.role = TEXT_LEAD};
    struct box_list list = {0};
    box_list_add(layout, &list, icon_box(deck, section_icon(layout, plan->section), 76));
    box_list_add(layout, &list, text_of_string(layout, number, width, &kicker));
    box_list_add(layout, &list, heading_box(layout, plan->section->first, TEXT_H1, width));
    box_list_add(layout, &list, message_with_sources(deck, plan, width, &message));
    return stack_create(layout, &list, width);
}

static bool divider_slide(struct deck *deck, const struct slide_plan *plan)
{
    float margin = deck->screen->margin, height = deck->screen->height, room = height - 2 * margin;
    title_ground(deck, false);
    struct box *words = words_fit(deck, plan, divider_words, title_width(deck, false), room);
    return words_draw(deck, words, margin, 0, height, room);
}

/* The last slide says once more whom to call, when the materials know. */
static void closing_slide(struct deck *deck)
{
    struct layout *layout = deck->layout;
    layout->palette = &deck->titles;
    layout->sheet = deck->nominal;
    struct box *helpline = helpline_box(layout, title_width(deck, false), 1.8f);
    if (!helpline)
        return;
    title_ground(deck, false);
    draw_column(deck, helpline, deck->screen->margin, 0, deck->screen->height, 0.45f);
    scene_page_title(layout->builder, layout_word(layout, WORD_contacts));
    scene_end_page(layout->builder);
}

/* ---- Content slides ---- */

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
static struct box *two_columns(struct deck *deck, const struct slide_plan *plan)
{
    float gutter = deck->layout->sheet->gutter * 2;
    struct box *narrow = NULL;
    if (stands_in_columns(plan))
        narrow = cell_box(deck, &plan->cells[0], (deck->width - gutter) / 2);
    return narrow ? fit_columns(deck->layout, narrow, gutter) : NULL;
}

static struct box *content_box(struct deck *deck, const struct slide_plan *plan, unsigned columns)
{
    struct layout *layout = deck->layout;
    float width = deck->width;
    struct text_look message = {.role = TEXT_LEAD, .colour = layout->palette->heading, .balanced = true};
    layout->titled = plan->titled;
    struct box *lead = message_with_sources(deck, plan, width, &message);
    if (lead) {
        lead->keep_next = true;
        lead->after = layout->sheet->gap * 1.4f;
    }
    struct box *side_by_side = columns == 2 ? two_columns(deck, plan) : NULL;
    if (side_by_side)
        return stack_of(layout, width, lead, side_by_side);
    if (plan->cell_count == 1)
        return stack_of(layout, width, lead, cell_box(deck, &plan->cells[0], width));
    float gutter = layout->sheet->gutter * 2, each = (width - gutter) / 2;
    struct box_list cells = {0};
    for (size_t i = 0; i < 2; i++)
        box_list_add(layout, &cells, cell_box(deck, &plan->cells[i], each));
    return stack_of(layout, width, lead, row_create(layout, &cells, gutter, ROW_TOP));
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

static struct box *content_make(void *self, unsigned columns)
{
    const struct making *making = self;
    struct deck *deck = making->deck;
    struct layout *layout = deck->layout;
    const struct sheet *usual = layout->sheet;
    layout->sheet = code_sheet(deck, making->plan);
    struct box *content =
        stack_of(layout, deck->width, making->above, content_box(deck, making->plan, columns));
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

/* From large type with some air around it over the usual, closer spacing and the floor (18 points are 36
 * pixels) to two columns. What is cut has the usual size. */
static const struct fit_step content_steps[] = {
    {1.15f, 1.15f, 0.85f, 1}, {1, 1, 1, 1}, {1, 0.8f, 1, 1}, {0.9f, 0.9f, 1, 1}, {1, 1, 1, 2}};
static const struct fit_ladder content_ladder = {.steps = content_steps, .count = 5, .cut = 1};

/* The content on one slide, or cut. Sets the sheet it was made with. */
static bool content_fit(struct deck *deck, const struct slide_plan *plan, struct box *above, float room,
                        struct page_list *pages)
{
    struct layout *layout = deck->layout;
    struct making making = {.deck = deck, .plan = plan, .above = above};
    const struct fit_job job = {.nominal = deck->nominal,
                                .ladder = &content_ladder,
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

/* The heading, or the title of the block that fills the slide. Said again it is for the eye only. */
static struct box *slide_title(struct deck *deck, const struct slide_plan *plan, bool continued, float width)
{
    struct layout *layout = deck->layout;
    struct text_look look = {
        .role = TEXT_H2, .colour = layout->palette->heading, .bold = true, .balanced = true};
    if (!plan->section)
        return NULL;
    bool own = plan->titled && plan->titled->type == NODE_HEADING;
    const struct node *heading = own ? plan->titled : plan->section->first;
    struct box *title = plan->title && !own ? text_of_string(layout, plan->title, width, &look)
                                            : heading_box(layout, heading, TEXT_H2, width);
    if (title && (continued || (plan->repeated && !plan->title))) {
        title->mark = mark_create(layout, MARK_ARTIFACT, plan->section ? plan->section->place : nowhere);
        title->decision = NULL;
    }
    return title;
}

/* The section above, said before: left out when it is no line above a title but a text. */
static struct box *kicker_box(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct text_look look = {
        .role = TEXT_KICKER, .colour = layout->palette->accent, .bold = true, .unmarked = true};
    struct box *kicker = text_of_string(layout, plan->kicker, width, &look);
    if (!kicker || kicker->height > layout->sheet->size[TEXT_KICKER] * 4)
        return NULL;
    kicker->mark = mark_create(layout, MARK_ARTIFACT, plan->section ? plan->section->place : nowhere);
    return kicker;
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

/* At the largest size that leaves room for something to say. */
static struct box *head_fit(struct deck *deck, const struct slide_plan *plan, bool continued)
{
    struct making making = {.deck = deck, .plan = plan, .continued = continued};
    const struct fit_job job = {.nominal = deck->nominal,
                                .ladder = &fit_words,
                                .room = deck->screen->height * TALLEST_HEAD,
                                .make = head_make,
                                .self = &making};
    struct fit fit = fit_make(deck->layout, &job);
    if (!continued && !plan->repeated)
        tell_shrunk(deck, plan, &fit, heading_syllables(deck, plan));
    return fit.box;
}

static const char *plan_title(struct deck *deck, const struct slide_plan *plan)
{
    if (plan->title)
        return plan->title;
    return plan->section ? node_plain_text(deck->layout->arena, plan->section->first)
                         : deck->job->edition->title;
}

static bool content_slides(struct deck *deck, const struct slide_plan *plan)
{
    struct layout *layout = deck->layout;
    layout->palette = &deck->surface;
    struct box *head = head_fit(deck, plan, false), *above = NULL;
    bool tall = head && head->height > deck->screen->height * TALLEST_HEAD;
    if (tall) { /* it is cut like any text, and said once */
        above = plan->repeated && !plan->title ? NULL : head;
        head = NULL;
    }
    float top = deck->screen->margin * 0.8f, bottom = deck->screen->height - FOOT - 14;
    float under = top + (head ? head->height + 18 : 0);
    struct page_list pages = {.notes_width = deck->width};
    if (!content_fit(deck, plan, above, bottom - under - 20, &pages))
        return false;
    const struct sheet *sheet = layout->sheet;
    size_t count = pages.boxes.count ? pages.boxes.count : 1;
    for (size_t i = 0; i < count; i++) {
        ground_draw(deck, &deck->surface);
        head = i && !tall ? head_fit(deck, plan, true) : head;
        layout->sheet = deck->nominal;
        if (head)
            box_draw(layout, head, deck->screen->margin, top);
        layout->sheet = sheet;
        under = top + (head ? head->height + 18 : 0);
        draw_column(deck, i < pages.boxes.count ? pages.boxes.at[i] : NULL, deck->screen->margin, under,
                    foot_draw(deck, &pages, i, deck->screen->margin, bottom), 0.35f);
        if (i + 1 < count) {
            scene_page_title(layout->builder, plan_title(deck, plan));
            scene_end_page(layout->builder);
        }
    }
    return true;
}

static struct box *opener_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct text_look message = {.role = TEXT_LEAD, .scale = 26 / 22.0f};
    struct box_list list = {0};
    struct box *above = kicker_box(deck, plan, width);
    if (above)
        above->keep_next = true;
    box_list_add(layout, &list, above);
    if (plan->section)
        box_list_add(layout, &list, heading_box(layout, plan->section->first, TEXT_H1, width));
    struct box *text = message_with_sources(deck, plan, width, &message);
    if (text)
        text->before = 20;
    box_list_add(layout, &list, text);
    return stack_create(layout, &list, width);
}

/* A topic's message alone on a tint: a large icon, the heading, one sentence. */
static bool opener_slide(struct deck *deck, const struct slide_plan *plan)
{
    struct layout *layout = deck->layout;
    ground_draw(deck, &deck->tint);
    const char *icon = section_icon(layout, plan->section);
    float tile = icon ? 150 : 0, left = deck->screen->margin + (icon ? tile + 40 : 0);
    float width = deck->screen->width - deck->screen->margin - left;
    float top = deck->screen->margin, bottom = deck->screen->height - FOOT - 14;
    struct box *words = words_fit(deck, plan, opener_words, width, bottom - top);
    if (icon) {
        float y = top + (bottom - top - tile) * 0.45f;
        artifact_begin(layout);
        icon_tile_draw(layout, icon, deck->screen->margin, y, tile, layout->palette->heading);
        artifact_end(layout);
    }
    return words_draw(deck, words, left, top, bottom, bottom - top);
}

static struct box *statement_words(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct box_list list = {0};
    if (plan->section && !plan->repeated)
        box_list_add(layout, &list, heading_box(layout, plan->section->first, TEXT_H3, width));
    layout->titled = plan->titled;
    layout->bleeds = true;
    flow_add(layout, &list, plan->cells[0].blocks.at[0], width);
    layout->bleeds = false;
    return stack_create(layout, &list, width);
}

/* A headline over all of the slide; the heading it stands under is small above. */
static bool statement_slide(struct deck *deck, const struct slide_plan *plan)
{
    float margin = deck->screen->margin, height = deck->screen->height, room = height - 2 * margin;
    title_ground(deck, false);
    struct box *words = words_fit(deck, plan, statement_words, title_width(deck, false), room);
    return words_draw(deck, words, margin, 0, height, room);
}

static bool plan_draw(struct deck *deck, const struct slide_plan *plan)
{
    static bool (*const kinds[])(struct deck *,
                                 const struct slide_plan *) = {[SLIDE_DIVIDER] = divider_slide,
                                                               [SLIDE_OPENER] = opener_slide,
                                                               [SLIDE_STATEMENT] = statement_slide,
                                                               [SLIDE_CONTENT] = content_slides};
    size_t page = scene_page_count(deck->layout->builder);
    deck->notes = plan->notes.length ? plan->notes.at : NULL;
    if (!kinds[plan->kind](deck, plan))
        return false;
    scene_page_title(deck->layout->builder, plan_title(deck, plan));
    scene_end_page(deck->layout->builder);
    for (size_t i = 0; i < plan->spoken.count; i++) {
        const struct node *node = plan->spoken.at[i];
        account_aside(deck->layout, node, block_is(node, BLOCK_notes) ? CHOICE_notes : CHOICE_spoken, page);
    }
    return true;
}

static void footers_draw(struct deck *deck, size_t last)
{
    size_t pages = scene_page_count(deck->layout->builder);
    for (size_t i = 0; i < last; i++) {
        if (deck->grounds.at[i] == &deck->titles)
            continue;
        scene_reopen_page(deck->layout->builder, i);
        deck->layout->palette = deck->grounds.at[i];
        footer_draw(deck, i, pages);
        scene_end_page(deck->layout->builder);
    }
}

static const struct scene *slides_arrange(const struct piece_job *job)
{
    struct sheet nominal = slide_sheet(job->theme);
    struct deck deck = {.job = job,
                        .screen = &screens[job_size(job, screen_names, sizeof screens / sizeof *screens)],
                        .nominal = &nominal,
                        .surface = palette_on_surface(job->theme),
                        .titles = palette_of_titles(job->theme)};
    deck.tint = palette_on(job->theme, job->theme->roles[ROLE_TINT], job->theme->roles[ROLE_SURFACE]);
    deck.layout = job_layout(job, &nominal, &deck.surface);
    deck.width = deck.screen->width - 2 * deck.screen->margin;
    notes_begin(deck.layout);
    struct slide_plans plans = {0};
    slides_plan(job->arena, job->edition, title_section(job->edition), &plans);
    tell_long_titles(&deck, &plans);
    if (!title_slide(&deck))
        return NULL;
    for (size_t i = 0; i < plans.slides.count; i++)
        if (!plan_draw(&deck, plans.slides.at[i]))
            return NULL;
    size_t last = scene_page_count(deck.layout->builder);
    closing_slide(&deck);
    footers_draw(&deck, last);
    return job_finish(job, deck.layout, "slides");
}

const struct piece piece_slides = {
    .name = "slides",
    .summary_vi = "slide trình chiếu",
    .summary_en = "slides to show",
    .stem = "slide",
    .format = "png",
    .sizes = "16:9 4:3",
    .numbered = true,
    .arrange = slides_arrange,
};
