/* slides_panel.c - a list beside a coloured panel over the slide's whole height, with the heading, its icon
 * and the message on it; by turns at the left and at the right. */
#include "layout/notes.h"
#include "pieces/slides_deck.h"

#define PANEL      0.37f /* of a slide's width */
#define PANEL_PAD  36.0f
#define PANEL_ICON 84.0f

/* From very large type to the usual; what has no room there stands in another frame. */
static const struct fit_step panel_steps[] = {
    {1.4f, 1.5f, 1, 1}, {1.27f, 1.4f, 1, 1}, {1.15f, 1.2f, 1, 1}, {1, 1, 1, 1}};
static const struct fit_ladder panel_ladder = {.steps = panel_steps, .count = 4, .cut = 4};

struct panel {
    struct rect ground, content;
    struct box *head;
    struct fit fit;
};

static struct box *panel_head(struct deck *deck, const struct slide_plan *plan, float width)
{
    struct layout *layout = deck->layout;
    struct text_look message = {.role = TEXT_LEAD, .balanced = true};
    struct box_list list = {0};
    box_list_add(layout, &list, icon_box(deck, section_icon(layout, plan->section), PANEL_ICON));
    struct box *kicker = kicker_box(deck, plan, width);
    if (kicker)
        kicker->keep_next = true;
    box_list_add(layout, &list, kicker);
    box_list_add(layout, &list, slide_title(deck, plan, false, width));
    box_list_add(layout, &list, message_with_sources(deck, plan, width, &message));
    return stack_create(layout, &list, width);
}

static struct panel panel_place(const struct deck *deck)
{
    const struct screen *screen = deck->screen;
    float wide = screen->width * PANEL, top = screen->margin, gap = screen->margin * 0.9f;
    bool right = deck->run.panels % 2;
    struct panel panel = {.ground = {right ? screen->width - wide : 0, 0, wide, screen->height}};
    panel.content =
        (struct rect){right ? screen->margin : wide + gap, top, screen->width - wide - gap - screen->margin,
                      screen->height - top - SLIDE_FOOT - 14};
    return panel;
}

/* Whether all of it has room, without footnotes, which want all of a slide's foot. */
static bool panel_make(struct deck *deck, const struct slide_plan *plan, struct panel *panel)
{
    struct layout *layout = deck->layout;
    struct sheet *sheet = ARENA_NEW(layout->arena, struct sheet);
    *sheet = *deck->nominal;
    sheet->points = false; /* one below the other */
    struct making making = {.deck = deck, .plan = plan, .width = panel->content.width, .bare = true};
    const struct fit_job job = {.nominal = sheet,
                                .ladder = &panel_ladder,
                                .room = panel->content.height,
                                .notes_width = panel->content.width,
                                .make = content_make,
                                .self = &making};
    layout->sheet = deck->nominal;
    layout->palette = &deck->panel;
    panel->head = panel_head(deck, plan, panel->ground.width - deck->screen->margin - PANEL_PAD);
    bool called = notes_called(layout, panel->head, panel->content.width);
    if (!panel->head || called || panel->head->height > deck->screen->height - 2 * deck->screen->margin)
        return false;
    layout->palette = &deck->surface;
    panel->fit = fit_make(layout, &job);
    return panel->fit.fits && panel->fit.box && !panel->fit.foot;
}

bool panel_slide(struct deck *deck, const struct slide_plan *plan, bool *drawn)
{
    struct layout *layout = deck->layout;
    struct panel panel = panel_place(deck);
    const struct screen *screen = deck->screen;
    *drawn = panel_make(deck, plan, &panel);
    if (!*drawn)
        return true;
    const struct sheet *sheet = layout->sheet;
    bool right = panel.ground.x > 0;
    frame_take(deck, CHOICE_frame_panel);
    ground_draw(deck, &deck->surface);
    struct slide_ground *ground = &deck->grounds.at[deck->grounds.count - 1];
    ground->x = panel.content.x;
    ground->width = panel.content.width;
    artifact_begin(layout);
    scene_fill(layout->builder, path_rect(layout->builder, panel.ground), deck->panel.ground);
    artifact_end(layout);
    layout->palette = &deck->panel;
    layout->sheet = deck->nominal;
    draw_column(deck, panel.head, right ? panel.ground.x + PANEL_PAD : screen->margin, screen->margin,
                screen->height - screen->margin, 0.42f);
    layout->palette = &deck->surface;
    layout->sheet = sheet;
    draw_column(deck, panel.fit.box, panel.content.x, panel.content.y, panel.content.y + panel.content.height,
                0.45f);
    return true;
}
