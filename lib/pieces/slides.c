/* slides.c - slides to show: drawn from the plan (slides_plan.h), fitted so that nothing is ever cut off.
 *
 * A slide's content is built at growing or shrinking sizes until it fits well; what doesn't fit at the floor
 * is split at a block and goes on under the same heading. Sizes are points on a page 960, 720 or 540
 * wide; two pixels a point. */
#include "layout/notes.h"
#include "pieces/parts.h"
#include "pieces/slides_deck.h"
#include "text/unicode.h"
#include <string.h>

static const char *const screen_names[] = {"16:9", "4:3", "9:16"};
static const struct screen screens[] = {{960, 540, 50, 0, 0}, {720, 540, 40, 0, 0}, {540, 960, 40, 125, 170}};

#define BODY 20.0f /* 40 pixels; look.md: at least 36 */

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

static bool plan_draw(struct deck *deck, const struct slide_plan *plan)
{
    static bool (*const kinds[])(struct deck *, const struct slide_plan *) = {
        [SLIDE_AGENDA] = agenda_slide,   [SLIDE_DIVIDER] = divider_slide,
        [SLIDE_OPENER] = opener_slide,   [SLIDE_STATEMENT] = statement_slide,
        [SLIDE_CLOSING] = closing_slide, [SLIDE_CONTENT] = content_slides};
    static const enum choice frames[] = {[SLIDE_AGENDA] = CHOICE_frame_agenda,
                                         [SLIDE_DIVIDER] = CHOICE_frame_divider,
                                         [SLIDE_STATEMENT] = CHOICE_frame_statement,
                                         [SLIDE_CLOSING] = CHOICE_frame_closing,
                                         [SLIDE_CONTENT] = CHOICE_none};
    size_t page = scene_page_count(deck->layout->builder);
    if (frames[plan->kind])
        frame_take(deck, frames[plan->kind]);
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
        if (deck->grounds.at[i].palette == &deck->titles)
            continue;
        scene_reopen_page(deck->layout->builder, i);
        deck->layout->palette = deck->grounds.at[i].palette;
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
    deck.panel = job->theme->titles == TITLES_LIGHT ? deck.tint : deck.titles;
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
    if (!plans.closed)
        helpline_slide(&deck, plans.contacts);
    footers_draw(&deck, last);
    return job_finish(job, deck.layout, "slides");
}

const struct piece piece_slides = {
    .name = "slides",
    .summary_vi = "slide trình chiếu",
    .summary_en = "slides to show",
    .stem = "slide",
    .format = "png",
    .sizes = "16:9 4:3 9:16",
    .numbered = true,
    .arrange = slides_arrange,
};
