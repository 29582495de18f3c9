#include "pieces/slides_deck.h"
#include "layout/marker.h"
#include "layout/notes.h"
#include "pieces/motif.h"
#include "pieces/parts.h"
#include "text/unicode.h"
#include <string.h>

#define FOOT_BYTES 500 /* a longer title is never on one line */

bool screen_is_upright(const struct screen *screen)
{
    return screen->height > screen->width;
}

float screen_top(const struct screen *screen)
{
    return screen->over + screen->margin;
}

float screen_bottom(const struct screen *screen)
{
    return screen->height - screen->under - screen->margin;
}

float screen_foot(const struct screen *screen)
{
    return screen->height - screen->under - SLIDE_FOOT - 14;
}

void ground_draw(struct deck *deck, const struct palette *palette)
{
    deck->layout->palette = palette;
    *VECTOR_ADD(deck->layout->arena, &deck->grounds) =
        (struct slide_ground){palette, deck->screen->margin, deck->width};
    scene_begin_page(deck->layout->builder, deck->screen->width, deck->screen->height, SLIDE_SCALE,
                     palette->ground);
    if (deck->notes)
        scene_page_notes(deck->layout->builder, deck->notes);
    deck->notes = NULL;
}

/* How wide the words of a title slide are: most of it, or what a motif beside them leaves. */
float title_width(const struct deck *deck, bool crested)
{
    const struct theme *theme = deck->job->theme;
    bool alone = theme->motif == MOTIF_none || (crested && theme->header == HEADER_FRAME);
    if (screen_is_upright(deck->screen)) /* the motif is below them */
        return deck->width;
    return deck->width * (alone ? 0.8f : 0.6f);
}

void title_ground(struct deck *deck, bool crested, bool motif)
{
    float width = deck->screen->width, height = deck->screen->height, margin = deck->screen->margin;
    struct rect all = {0, 0, width, height}, inner = {margin, 14, width - 2 * margin, height - 28};
    enum theme_header header = deck->job->theme->header;
    ground_draw(deck, &deck->titles);
    deck->layout->sheet = deck->nominal;
    titles_trim(deck->layout, header == HEADER_RULE ? inner : all, 5);
    bool inset = header == HEADER_RULE || header == HEADER_FRAME;
    struct rect corner = {width * 0.6f, 0, width * 0.4f, height};
    if (screen_is_upright(deck->screen)) {
        float tall = deck->screen->under + margin;
        corner = (struct rect){width * 0.4f, height - tall, width * 0.6f, tall};
    }
    if (inset) {
        corner.width -= margin;
        corner.height -= 40;
    }
    if (motif && (header != HEADER_FRAME || !crested))
        motif_draw(deck->layout, corner);
}

void footer_draw(struct deck *deck, size_t page, size_t pages)
{
    struct layout *layout = deck->layout;
    const struct slide_ground *ground = &deck->grounds.at[page];
    float margin = ground->x, y = deck->screen->height - deck->screen->under - SLIDE_FOOT,
          half = ground->width * 0.75f;
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
    box_draw(layout, text_of_string(layout, number, ground->width - half, &right), margin + half, y);
    float done = deck->screen->width * (float)(page + 1) / (float)pages;
    scene_fill(layout->builder,
               path_rect(layout->builder, (struct rect){0, deck->screen->height - 4, done, 4}),
               layout->palette->accent);
    scene_end_mark(layout->builder);
}

void draw_column(struct deck *deck, const struct box *box, float x, float top, float bottom, float lean)
{
    if (box)
        box_draw(deck->layout, box, x, top + (bottom - top - box->height) * lean);
}

static struct box *words_make(void *self, unsigned columns)
{
    const struct making *making = self;
    (void)columns;
    return making->words(making->deck, making->plan, making->width);
}

size_t node_syllables(struct deck *deck, const struct node *node)
{
    const char *text = node ? node_plain_text(deck->layout->arena, node) : "";
    return unicode_syllables(text, strlen(text));
}

size_t heading_syllables(struct deck *deck, const struct slide_plan *plan)
{
    return plan->section ? node_syllables(deck, plan->section->first) : 0;
}

/* A note on what fitting did to a plan; of its `syllables` the share `excess` was too much. */
void tell_fit(struct deck *deck, const struct slide_plan *plan, enum finding finding, const char *amount,
              size_t syllables, float excess)
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

void tell_shrunk(struct deck *deck, const struct slide_plan *plan, const struct fit *fit, size_t syllables)
{
    if (fit->step->text < 1)
        tell_fit(deck, plan, FINDING_fit_shrunk, fit_percent(deck->layout->arena, fit->step->text), syllables,
                 fit->excess);
}

struct box *words_fit(struct deck *deck, const struct slide_plan *plan, words_fn *words, float width,
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
float foot_draw(struct deck *deck, const struct page_list *pages, size_t page, float x, float bottom)
{
    const struct box *foot = page < pages->notes.count ? pages->notes.at[page] : NULL;
    if (!foot)
        return bottom;
    box_draw(deck->layout, foot, x, bottom - foot->height);
    return bottom - notes_height(foot);
}

/* Draws words on the open slide, at most `room` tall; the rest goes on on others of the same ground. */
bool words_draw(struct deck *deck, const struct box *box, float x, float top, float bottom, float room)
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

struct box *icon_box(struct deck *deck, const char *name, float size)
{
    static const struct box_ops ops = {.draw = icon_box_draw};
    if (!name)
        return NULL;
    struct icon_box *icon = ARENA_NEW(deck->layout->arena, struct icon_box);
    icon->name = name;
    icon->box = (struct box){.ops = &ops, .width = size, .height = size, .after = 24, .keep_next = true};
    return &icon->box;
}

const char *section_icon(struct layout *layout, const struct node *section)
{
    const char *icon = NULL;
    for (const struct node *node = section; node && !icon; node = node->parent) {
        if (node->icon && !*node->icon)
            return NULL;
        icon = icon_wanted(layout, node);
    }
    return icon;
}

/* A message and the sources of its figures. */
struct box *message_with_sources(struct deck *deck, const struct slide_plan *plan, float width,
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

/* The heading, or the title of the block that fills the slide. Said again it is for the eye only. */
struct box *slide_title(struct deck *deck, const struct slide_plan *plan, bool continued, float width)
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
struct box *kicker_box(struct deck *deck, const struct slide_plan *plan, float width)
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

const char *plan_title(struct deck *deck, const struct slide_plan *plan)
{
    if (plan->kind == SLIDE_AGENDA)
        return layout_word(deck->layout, WORD_contents_list);
    if (plan->title)
        return plan->title;
    return plan->section ? node_plain_text(deck->layout->arena, plan->section->first)
                         : deck->job->edition->title;
}
