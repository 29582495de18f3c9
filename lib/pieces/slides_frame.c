/* slides_frame.c - how a slide is composed: no frame more than a few times running. */
#include "layout/flow.h"
#include "pieces/slides_deck.h"

#define MOST_PLAIN   2   /* slides of one frame in a row */
#define PANEL_ITEMS  6   /* of a list beside a panel */
#define PANEL_SCREEN 900 /* points: narrower slides have no room for one */

/* What reads as well in a narrow column: a list, as bullets, steps or ticks. */
static bool stands_by_panel(const struct slide_plan *plan)
{
    const struct slide_cell *cell = &plan->cells[0];
    if (plan->cell_count > 1 || cell->blocks.count != 1)
        return false;
    const struct node *node = cell->blocks.at[0];
    bool listed = block_is(node, BLOCK_steps) || block_is(node, BLOCK_checklist);
    const struct node *list = node->type == NODE_LIST ? node : listed ? block_list(node) : NULL;
    return list && node_count(list) <= PANEL_ITEMS && !list_has_figures(list);
}

enum choice frame_without_panel(const struct deck *deck)
{
    if (deck->run.last != CHOICE_frame_plain || deck->run.count < MOST_PLAIN)
        return CHOICE_frame_plain;
    return deck->run.breaks % 2 ? CHOICE_frame_tint : CHOICE_frame_band;
}

enum choice frame_choose(const struct deck *deck, const struct slide_plan *plan)
{
    bool wide = deck->screen->width >= PANEL_SCREEN && plan->section;
    bool after_panel = deck->run.last == CHOICE_frame_panel;
    return wide && !after_panel && stands_by_panel(plan) ? CHOICE_frame_panel : frame_without_panel(deck);
}

enum choice frame_of_opener(const struct deck *deck)
{
    bool again = deck->run.last == CHOICE_frame_opener && deck->run.count >= MOST_PLAIN;
    return again ? CHOICE_frame_dark : CHOICE_frame_opener;
}

void frame_take(struct deck *deck, enum choice frame)
{
    struct slide_run *run = &deck->run;
    run->count = run->last == frame ? run->count + 1 : 1;
    run->last = frame;
    run->panels += frame == CHOICE_frame_panel;
    run->breaks += frame == CHOICE_frame_band || frame == CHOICE_frame_tint;
    account_aside(deck->layout, NULL, frame, scene_page_count(deck->layout->builder));
}
