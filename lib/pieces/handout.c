/* handout.c - paper to take home: a title block, then the whole guide in one column with icons hanging in its
 * margin.
 *
 * It reads well photocopied: white ground, dark text, tints only behind boxes. Every word of the edition is
 * in it. */
#include "layout/contents.h"
#include "layout/fit.h"
#include "layout/flow.h"
#include "layout/marker.h"
#include "layout/notes.h"
#include "layout/pages.h"
#include "pieces/handout_columns.h"
#include "pieces/handout_furniture.h"
#include "pieces/handout_headings.h"
#include "pieces/job.h"
#include "pieces/motif.h"
#include "pieces/parts.h"

struct paper {
    float width, height, margin; /* points */
    float hang;                  /* the margin column where icons stand, with its gutter */
    float body;                  /* text size */
    float gutter;                /* between two columns; 0: there is one */
};

#define HANG            50 /* of the wide papers */
#define MM(millimetres) ((millimetres)*72.0f / 25.4f)

static const char *const paper_names[] = {"a4", "a5", "letter"};
static const struct paper papers[] = {{MM(210), MM(297), MM(20), HANG, 11.5f, 0},
                                      {MM(148), MM(210), MM(14), 38, 10, 0},
                                      {612, 792, MM(20), HANG, 11.5f, 0}};
/* The same in two columns of 38 to 48 characters. A5 would have 28 in a line: it keeps one. */
static const struct paper column_papers[] = {{MM(210), MM(297), MM(18), 0, 11, 20},
                                             {MM(148), MM(210), MM(14), 38, 10, 0},
                                             {612, 792, MM(18), 0, 11, 20}};

/* A topic whose spacing was reduced. */
struct closer {
    struct place place;
    float space; /* of the usual */
};

/* The content cut to pages, with the sheet it was made with. */
struct attempt {
    const struct sheet *sheet;
    struct page_list pages;
    struct notes *notes; /* which of them its pages show */
    VECTOR(struct closer) closer;
};

struct handout {
    const struct piece_job *job;
    const struct paper *paper;
    struct layout *layout;
    float width;               /* between the margins */
    float room;                /* the height of a page's text */
    float hang;                /* paper->hang, or 0 when no heading has an icon */
    struct contents *contents; /* NULL: none asked for */
    struct attempt *attempt;   /* that is being made */
    struct box *opening;       /* the title, when it is too long for a block of its own; NULL: it isn't */
};

static bool has_icons(struct layout *layout, const struct node *document)
{
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.node->type == NODE_SECTION && iterator.node->level == 2 &&
            icon_wanted(layout, iterator.node))
            return true;
    return false;
}

static struct sheet handout_sheet(const struct theme *theme, const struct paper *paper)
{
    struct sheet sheet = job_sheet(theme, paper->body * theme->size, theme->print_ratio);
    sheet.measure = paper->width - 2 * paper->margin - (paper->gutter > 0 ? HANG : paper->hang);
    sheet.tiles = paper->width > 500 ? 3 : 2;
    sheet.image_height = paper->height * 0.4f;
    sheet.qr = MM(27); /* the smallest code is 20 mm without its quiet zone */
    sheet.on_paper = true;
    sheet_hold_floor(&sheet);
    sheet.sources_inline = true;
    sheet.justified = theme->justified;
    sheet.steps_from_lists = true;
    sheet.paired_items = true;
    return sheet;
}

/* ---- Content ---- */

static void add_blocks(struct handout *handout, struct box_list *list, const struct node *first, float hang);

/* Two minor sections of one short list each, side by side. */
static struct box *pair_box(struct handout *handout, const struct node *left)
{
    struct layout *layout = handout->layout;
    const struct node *sides[2] = {left, left->next};
    float gutter = layout->sheet->gutter, each = (handout->width - handout->hang - gutter) / 2;
    struct box_list cells = {0};
    for (int i = 0; i < 2; i++) {
        struct box *head = heading_box(layout, sides[i]->first, TEXT_H3, each);
        if (head)
            head->after = layout->sheet->gap * 0.6f;
        struct box *body = flow_blocks(layout, sides[i]->first->next, NULL, each);
        box_list_add(layout, &cells, stack_of(layout, each, head, body));
    }
    struct box *row = row_create(layout, &cells, gutter, ROW_TOP);
    row->before = layout->sheet->gap * 2;
    return indent_create(layout, row, handout->hang, handout->width);
}

static bool is_pair(const struct node *section)
{
    return section->level >= 3 && short_list(section, false) && short_list(section->next, false);
}

/* How much of a page the headings take that wait at the end of a list for `next`. */
static float waiting_height(const struct box_list *list, const struct box *next)
{
    float height = 0;
    for (size_t i = list->boxes.count; i-- > 0 && list->boxes.at[i]->keep_next; next = list->boxes.at[i])
        height += list->boxes.at[i]->height + box_gap(list->boxes.at[i], next);
    return height;
}

static struct box *topic_stack(struct handout *handout, const struct node *section)
{
    struct box_list list = {0};
    box_list_add(handout->layout, &list,
                 topic_heading(handout->layout, section, handout->hang, handout->width));
    add_blocks(handout, &list, section->first->next, handout->hang);
    return stack_create(handout->layout, &list, handout->width);
}

struct topic_making {
    struct handout *handout;
    const struct node *section;
};

static struct box *topic_make(void *self, unsigned columns)
{
    const struct topic_making *making = self;
    (void)columns;
    return topic_stack(making->handout, making->section);
}

#define HARDLY_LONGER 1.25f /* than a page: what closer spacing may mend */

/* A topic with just as much closer spacing that it fits; as it is, when none is close enough. */
static struct box *topic_closer(struct handout *handout, const struct node *section, struct box *topic,
                                float room)
{
    static const struct fit_step steps[] = {{1, 0.9f, 1, 1}, {1, 0.8f, 1, 1}, {1, 0.7f, 1, 1}};
    static const struct fit_ladder ladder = {.steps = steps, .count = 3, .cut = 3, .doubtful = true};
    struct layout *layout = handout->layout;
    const struct sheet *usual = layout->sheet;
    struct topic_making making = {handout, section};
    const struct fit_job job = {
        .nominal = usual, .ladder = &ladder, .room = room, .make = topic_make, .self = &making};
    struct fit fit = fit_make(layout, &job);
    layout->sheet = usual;
    if (!fit.fits)
        return topic;
    fit.box->before = topic->before;
    *VECTOR_ADD(layout->arena, &handout->attempt->closer) =
        (struct closer){section->first->place, fit.step->space};
    return fit.box;
}

/* A topic moves to a new page rather than being cut, so that it can be copied alone; unless that leaves a
 * quarter of the page empty. One that is a little too long for a page gets closer spacing. */
static struct box *topic_box(struct handout *handout, const struct node *section,
                             const struct box_list *before)
{
    struct box *topic = topic_stack(handout, section);
    if (!topic || topic->turned || topic->turns)
        return topic;
    float room = handout->room - waiting_height(before, topic);
    if (topic->height > room && topic->height < room * HARDLY_LONGER)
        topic = topic_closer(handout, section, topic, room);
    return topic->height <= room ? keep_create(handout->layout, topic, handout->room / 4) : topic;
}

static void add_section(struct handout *handout, struct box_list *list, const struct node *section,
                        float hang)
{
    const struct node *heading = section->first;
    struct layout *layout = handout->layout;
    if (heading->level == 2) {
        box_list_add(layout, list, topic_box(handout, section, list));
        return;
    }
    if (section != title_section(handout->job->edition))
        box_list_add(layout, list,
                     heading->level <= 1 ? part_heading(layout, heading, handout->width)
                                         : minor_heading(layout, heading, handout->hang, handout->width));
    add_blocks(handout, list, heading->next, heading->level <= 1 ? 0 : hang);
}

static const struct node *add_node(struct handout *handout, struct box_list *list, const struct node *node,
                                   float hang)
{
    struct layout *layout = handout->layout;
    if (node->type == NODE_SECTION && is_pair(node)) {
        box_list_add(layout, list, pair_box(handout, node));
        return node->next->next;
    }
    if (node->type == NODE_SECTION) {
        add_section(handout, list, node, hang);
        return node->next;
    }
    struct box_list made = {0};
    const struct node *next = flow_next(layout, &made, node, NULL, handout->width - hang);
    for (size_t i = 0; i < made.boxes.count; i++)
        box_list_add(layout, list, indent_create(layout, made.boxes.at[i], hang, handout->width));
    return next;
}

/* A node on pages of its own that are turned on their sides. */
static const struct node *add_turned(struct handout *handout, struct box_list *list, const struct node *node,
                                     float hang)
{
    struct layout *layout = handout->layout;
    struct handout turned = *handout;
    turned.width = handout->room;
    turned.room = handout->width;
    layout->turning = 0;
    struct box_list own = {0};
    const struct node *next = add_node(&turned, &own, node, hang);
    layout->turning = turned.width - handout->width;
    struct box *box = stack_create(layout, &own, turned.width);
    box_list_add(layout, list, box ? turned_create(layout, box) : NULL);
    return next;
}

static void add_blocks(struct handout *handout, struct box_list *list, const struct node *first, float hang)
{
    for (const struct node *node = first; node;) {
        bool turned = node_has_class(node, "landscape") && handout->layout->turning > 0;
        node = (turned ? add_turned : add_node)(handout, list, node, hang);
    }
}

static struct contents *make_contents(struct handout *handout)
{
    const struct edition *edition = handout->job->edition;
    unsigned levels = edition->guide->front.contents;
    return levels ? contents_create(handout->layout, edition->document, title_section(edition), levels,
                                    handout->width)
                  : NULL;
}

static struct box *handout_content(struct handout *handout)
{
    struct box_list list = {0};
    box_list_add(handout->layout, &list, handout->opening);
    handout->contents = make_contents(handout);
    if (handout->contents)
        box_list_add(handout->layout, &list, contents_box(handout->contents));
    const struct edition *edition = handout->job->edition;
    struct column_look look = {handout->width, handout->paper->gutter, handout->room};
    if (look.gutter > 0)
        columns_add(handout->layout, &list, edition->document->first, title_section(edition), &look);
    else
        add_blocks(handout, &list, edition->document->first, 0);
    return stack_create(handout->layout, &list, handout->width);
}

/* ---- The title block ---- */

static struct box *title_words(struct handout *handout, float width)
{
    struct layout *layout = handout->layout;
    struct box *imprint = imprint_box(layout, width);
    if (imprint)
        imprint->before = layout->sheet->gap * 1.6f;
    struct masthead masthead = {.width = width, .promise = width};
    return stack_of(layout, width, masthead_box(layout, &masthead), imprint);
}

/* The words of the title block in a column. */
struct title_making {
    struct handout *handout;
    float width;
};

static struct box *title_make(void *self, unsigned columns)
{
    const struct title_making *making = self;
    (void)columns;
    return title_words(making->handout, making->width);
}

/* The title block at the largest size that leaves half of the page to the text. */
static struct box *title_fit(struct handout *handout, const struct sheet *nominal, float width)
{
    struct title_making making = {handout, width};
    const struct fit_job job = {.nominal = nominal,
                                .ladder = &fit_words,
                                .room = handout->room / 2,
                                .make = title_make,
                                .self = &making};
    struct fit fit = fit_make(handout->layout, &job);
    handout->layout->sheet = nominal;
    masthead_tell(handout->layout, &fit);
    return fit.box;
}

static float title_pad(const struct handout *handout)
{
    return handout->paper->margin * 0.7f;
}

/* Where the title block stands. A card and a frame keep inside the paper's edge, since office printers leave
 * one white; a band goes to it; rules and plain titles begin with the text. */
static struct rect title_rect(const struct handout *handout, const struct box *words)
{
    const struct paper *paper = handout->paper;
    float edge = paper->margin * 0.45f, height = words->height + 2 * title_pad(handout);
    switch (handout->job->theme->header) {
    case HEADER_BAND:
        return (struct rect){0, 0, paper->width, edge + height};
    case HEADER_RULE:
    case HEADER_PLAIN:
        return (struct rect){paper->margin, edge, handout->width, height};
    default:
        return (struct rect){edge, edge, paper->width - 2 * edge, height};
    }
}

static struct palette title_palette(const struct theme *theme)
{
    const struct colour white = {255, 255, 255, 255}, *roles = theme->roles;
    if (theme->header == HEADER_BAND && theme->titles == TITLES_DARK)
        return palette_on_primary(theme);
    if (theme->header == HEADER_CARD || theme->header == HEADER_BAND)
        return palette_on(theme, roles[ROLE_TINT], roles[ROLE_SURFACE]);
    return palette_on(theme, white, roles[ROLE_TINT]);
}

/* Where the text of page 1 begins. */
static float first_top(const struct handout *handout, const struct box *words)
{
    if (!words)
        return handout->paper->margin;
    struct rect rect = title_rect(handout, words);
    return rect.y + rect.height + handout->layout->sheet->gap * 2.5f;
}

static void title_ground_draw(struct handout *handout, struct rect rect)
{
    struct layout *layout = handout->layout;
    enum theme_header header = layout->theme->header;
    float radius = header == HEADER_CARD ? layout->sheet->radius * 1.5f : 0;
    if (header == HEADER_CARD || header == HEADER_BAND) {
        artifact_begin(layout);
        scene_fill(layout->builder, path_rounded(layout->builder, rect, radius), layout->palette->ground);
        artifact_end(layout);
    }
    titles_trim(layout, rect, 3);
}

#define LOWEST_MOTIF 44.0f /* less is not worth drawing */

/* At the right of a title block: whom to call, and below it the theme's motif. */
static void title_side_draw(struct handout *handout, struct rect rect)
{
    struct layout *layout = handout->layout;
    const struct paper *paper = handout->paper;
    struct box *badge = helpline_badge(layout, handout->width * 0.3f);
    float right = paper->width - paper->margin, bottom = rect.y + rect.height,
          top = rect.y + title_pad(handout);
    bool crested = layout->theme->header == HEADER_FRAME;
    float under = badge ? top + badge->height + 4 : rect.y + title_pad(handout) / 2;
    struct rect motif = {right - handout->width * 0.24f, under, handout->width * 0.24f, bottom - under};
    bool drawn = !crested && layout->theme->motif != MOTIF_none && motif.height >= LOWEST_MOTIF;
    if (badge)
        box_draw(layout, badge, right - badge->width,
                 drawn ? top : rect.y + (rect.height - badge->height) / 2);
    if (!drawn)
        return;
    struct matrix same = {1, 0, 0, 1, 0, 0};
    motif.width += layout->theme->header == HEADER_CARD ? rect.x + rect.width - right : 0;
    scene_push(layout->builder, same, path_rounded(layout->builder, rect, layout->sheet->radius * 1.5f));
    motif_draw(layout, motif);
    scene_pop(layout->builder);
}

static void draw_title_block(struct handout *handout, const struct box *words)
{
    struct layout *layout = handout->layout;
    const struct palette *outer = layout->palette;
    struct rect rect = title_rect(handout, words);
    layout->palette = words->palette;
    title_ground_draw(handout, rect);
    title_side_draw(handout, rect);
    box_draw(layout, words, handout->paper->margin,
             rect.y + rect.height - title_pad(handout) - words->height);
    layout->palette = outer;
}

/* ---- Pages ---- */

/* NULL: too many pages. */
static struct attempt *attempt_make(struct handout *handout, float first, float room)
{
    struct layout *layout = handout->layout;
    struct attempt *attempt = ARENA_NEW(layout->arena, struct attempt);
    handout->attempt = attempt;
    attempt->sheet = layout->sheet;
    attempt->pages.notes_width = handout->width - handout->hang;
    attempt->pages.turned_room = handout->width;
    notes_begin(layout);
    attempt->notes = layout->notes;
    if (!pages_cut(layout, handout_content(handout), first, room, &attempt->pages))
        return NULL;
    if (handout->contents)
        contents_number(layout, handout->contents, &attempt->pages);
    return attempt;
}

static bool last_page_is_thin(const struct attempt *attempt, float room)
{
    size_t count = attempt->pages.boxes.count;
    return count > 1 && attempt->pages.boxes.at[count - 1]->height < room / 3;
}

static bool is_half_empty(const struct attempt *attempt, float first)
{
    return attempt->pages.boxes.count == 1 && attempt->pages.boxes.at[0]->height < first * 0.65f;
}

/* All pages anew, at the sizes of a step. */
struct pages_making {
    struct handout *handout;
    float first, room;
    size_t most; /* pages that are good */
    const struct attempt *attempt;
};

static struct box *pages_make(void *self, unsigned columns)
{
    struct pages_making *making = self;
    (void)columns;
    making->attempt = attempt_make(making->handout, making->first, making->room);
    return NULL; /* the pages are all there is */
}

static bool pages_are_few(void *self)
{
    const struct pages_making *making = self;
    return making->attempt && making->attempt->pages.boxes.count <= making->most;
}

static void tell_smaller(struct handout *handout, const struct attempt *attempt, const struct fit_step *step)
{
    struct layout *layout = handout->layout;
    for (size_t i = 0; i < attempt->closer.count; i++)
        report(layout->reporter, FINDING_fit_closer, attempt->closer.at[i].place,
               fit_percent(layout->arena, attempt->closer.at[i].space));
    if (step && step->text <= 1)
        report(layout->reporter, FINDING_fit_tightened, handout->job->edition->guide->front.title_place,
               fit_percent(layout->arena, step->text), fit_percent(layout->arena, step->space));
}

/* A last page under a third full is worth tightening the others a little; a single page half empty, larger
 * type. NULL when there are too many pages. */
static const struct attempt *handout_fit(struct handout *handout, const struct sheet *nominal, float first,
                                         float room)
{
    static const struct fit_step tighter_steps[] = {{1, 0.9f, 1, 1}, {0.97f, 0.85f, 1, 1}},
                                 larger_steps[] = {{1.3f, 1.45f, 1, 1}, {1.15f, 1.25f, 1, 1}};
    static const struct fit_ladder tighter = {.steps = tighter_steps, .count = 2, .cut = 2},
                                   larger = {.steps = larger_steps, .count = 2, .cut = 2};
    struct layout *layout = handout->layout;
    layout->sheet = nominal;
    const struct attempt *best = attempt_make(handout, first, room);
    if (!best)
        return NULL;
    bool thin = last_page_is_thin(best, room);
    struct pages_making making = {.handout = handout, .first = first, .room = room};
    struct fit_job job = {
        .nominal = nominal, .room = room, .make = pages_make, .judge = pages_are_few, .self = &making};
    struct fit fit = {0};
    if (thin || is_half_empty(best, first)) {
        job.ladder = thin ? &tighter : &larger;
        making.most = thin ? best->pages.boxes.count - 1 : 1;
        fit = fit_make(layout, &job);
        best = fit.fits ? making.attempt : best;
    }
    layout->sheet = best->sheet;
    layout->notes = best->notes;
    tell_smaller(handout, best, fit.step);
    return pages_hold(layout, &best->pages) ? best : NULL;
}

static struct margins page_margins(const struct paper *paper, bool turned)
{
    return (struct margins){.width = turned ? paper->height : paper->width,
                            .height = turned ? paper->width : paper->height,
                            .margin = paper->margin};
}

static void draw_pages(struct handout *handout, const struct attempt *attempt, struct box *words,
                       const struct sheet *nominal)
{
    struct layout *layout = handout->layout;
    const struct paper *paper = handout->paper;
    const struct colour white = {255, 255, 255, 255};
    const struct page_list *pages = &attempt->pages;
    size_t count = pages->boxes.count ? pages->boxes.count : 1;
    layout->sheet = nominal;
    const struct edition *edition = handout->job->edition;
    struct furniture furniture = furniture_create(edition, title_section(edition));
    for (size_t i = 0; i < count; i++) {
        struct margins margins = page_margins(paper, i < pages->boxes.count && pages->boxes.at[i]->turned);
        scene_begin_page(layout->builder, margins.width, margins.height, 150 / 72.0f, white);
        float top = paper->margin;
        layout->sheet = nominal;
        if (i == 0 && words)
            draw_title_block(handout, words);
        if (i == 0)
            top = first_top(handout, words);
        size_t content = scene_item_count(layout->builder);
        layout->sheet = attempt->sheet;
        if (i < pages->boxes.count)
            box_draw(layout, pages->boxes.at[i], paper->margin, top);
        const struct box *notes = i < pages->notes.count ? pages->notes.at[i] : NULL;
        if (notes)
            box_draw(layout, notes, paper->margin + handout->hang,
                     margins.height - paper->margin - notes->height);
        layout->sheet = nominal;
        furniture_draw(layout, &furniture, margins, content, i, count);
        scene_end_page(layout->builder);
    }
}

static const struct paper *handout_paper(const struct piece_job *job)
{
    size_t size = job_size(job, paper_names, sizeof papers / sizeof *papers);
    return job->edition->guide->front.columns == 2 ? &column_papers[size] : &papers[size];
}

static const struct scene *handout_arrange(const struct piece_job *job)
{
    const struct paper *paper = handout_paper(job);
    const struct colour white = {255, 255, 255, 255}, *roles = job->theme->roles;
    struct palette palette = palette_on(job->theme, white, roles[ROLE_TINT]);
    struct palette titles = title_palette(job->theme);
    struct sheet nominal = handout_sheet(job->theme, paper);
    struct handout handout = {.job = job,
                              .paper = paper,
                              .layout = job_layout(job, &nominal, &titles),
                              .width = paper->width - 2 * paper->margin,
                              .room = paper->height - 2 * paper->margin};
    handout.hang = paper->hang > 0 && has_icons(handout.layout, job->edition->document) ? paper->hang : 0;
    struct box *words = title_fit(&handout, &nominal, handout.width * 0.74f);
    if (words)
        words->palette = &titles;
    handout.layout->palette = &palette;
    handout.layout->turning = handout.room - handout.width;
    if (words && words->height > handout.room / 2) { /* it is cut to pages like any text */
        handout.opening = title_words(&handout, handout.width);
        words = NULL;
    }
    float room = handout.room, first = room + paper->margin - first_top(&handout, words);
    const struct attempt *best = handout_fit(&handout, &nominal, first, room);
    if (!best)
        return NULL;
    draw_pages(&handout, best, words, &nominal);
    scene_printed(handout.layout->builder);
    account_unsaid(handout.layout, job->edition->document);
    return job_finish(job, handout.layout, "handout");
}

const struct piece piece_handout = {
    .name = "handout",
    .summary_vi = "tờ phát tay để in và mang về",
    .summary_en = "a handout to print and take home",
    .stem = "handout",
    .format = "pdf",
    .sizes = "a4 a5 letter",
    .arrange = handout_arrange,
};
