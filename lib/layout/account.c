#include "layout/account.h"
#include "layout/box.h"

const struct choice_row choice_rows[CHOICE_COUNT] = {
    {NULL, {NULL, NULL}, {NULL, NULL}},
#define LOA_CHOICE(name, form_vi, form_en, why_vi, why_en) {#name, {form_vi, form_en}, {why_vi, why_en}},
#include "layout/choices.def"
#undef LOA_CHOICE
};

void account_choose(struct layout *layout, enum choice choice)
{
    if (layout->choice == CHOICE_none)
        layout->choice = (int)choice;
}

static const struct decision *decision_create(struct layout *layout, const struct node *first,
                                              const struct node *last, enum choice choice)
{
    struct decision *decision = ARENA_NEW(layout->arena, struct decision);
    *decision = (struct decision){.choice = choice, .scale = layout->sheet->scale};
    if (!first)
        return decision;
    decision->place = first->place;
    decision->block = first->block;
    if (last->place.source == first->place.source && last->place.end > first->place.end)
        decision->place.end = last->place.end;
    return decision;
}

void account_tell(struct layout *layout, struct box *box, const struct node *first, const struct node *last,
                  enum choice choice)
{
    if (box && layout->account && layout->inside == 0 && layout->depth == 0)
        box->decision = decision_create(layout, first, last, choice);
}

bool account_listens(const struct layout *layout, const struct box *box)
{
    return box->decision && layout->account && layout->account->builder == layout->builder && !layout->hidden;
}

void account_draw(struct layout *layout, const struct box *box, float x, float y, size_t first)
{
    *VECTOR_ADD(layout->arena, &layout->account->lines) =
        (struct account_line){.decision = box->decision,
                              .page = scene_page_count(layout->builder) - 1,
                              .drawn = true,
                              .rect = {x, y, box->width, box->height},
                              .first = first,
                              .end = scene_item_count(layout->builder)};
}

void account_aside(struct layout *layout, const struct node *node, enum choice choice, size_t page)
{
    if (layout->account)
        *VECTOR_ADD(layout->arena, &layout->account->lines) =
            (struct account_line){.decision = decision_create(layout, node, node, choice), .page = page};
}

void account_unsaid(struct layout *layout, const struct node *node)
{
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    for (enum node_event event; layout->account && (event = node_next(&iterator)) != NODE_DONE;) {
        if (event != NODE_ENTER || !block_is(iterator.node, BLOCK_notes))
            continue;
        account_aside(layout, iterator.node, CHOICE_unsaid, NO_PAGE_TOLD);
        iterator.event = NODE_LEAVE; /* with the notes in these notes */
    }
}
