#include "layout/pages.h"
#include "base/limits.h"
#include "layout/notes.h"

/* What fits on an empty page; the rest, or NULL when that was all. A box that can't be cut at all stands
 * alone: on the next page, when that has more room. */
static const struct box *cut_page(struct layout *layout, const struct box *rest, float room, bool more,
                                  size_t *forced, const struct box **page)
{
    const struct box *head = rest, *tail = NULL;
    bool fits = !rest->turns && rest->height <= room + 0.01f;
    if (!fits && !box_split(layout, rest, room, false, &head, &tail)) {
        (*forced)++;
        if (!box_split(layout, rest, room, true, &head, &tail)) {
            head = more ? space_create(layout, rest->width, 0) : rest;
            tail = more ? rest : NULL;
        }
    }
    *page = head;
    return tail;
}

float notes_height(const struct box *notes)
{
    return notes ? notes->before + notes->height : 0;
}

#define LEAST_TEXT 0.4f /* of a page whose notes are long */

/* One page: what is left of the notes of earlier pages, text, and the notes it calls. */
struct filling {
    struct layout *layout;
    struct page_list *pages;
    const struct box *rest;    /* of the text */
    const struct box *carried; /* of a note */
    float room;
    bool more; /* the next page has more room */
};

/* Cuts text for a page with `limit` of room; the rest of it. */
static const struct box *fill_text(const struct filling *filling, float limit, const struct box **head)
{
    *head = NULL;
    return filling->rest
               ? cut_page(filling->layout, filling->rest, limit, filling->more, &filling->pages->forced, head)
               : NULL;
}

/* The foot of a page with a text; *called are the notes the text calls. */
static struct box *fill_foot(const struct filling *filling, const struct box *head, const struct box **called)
{
    float width = filling->pages->notes_width;
    *called = width > 0 ? notes_called(filling->layout, head, width) : NULL;
    return notes_foot(filling->layout, filling->carried, *called, width);
}

/* Cuts what doesn't fit off a page's foot, to be carried on to the next: all of it when the text, which could
 * not be cut any shorter, leaves no room for a line. */
static const struct box *shorten_foot(struct filling *filling, const struct box *foot,
                                      const struct box *called, const struct box *text)
{
    float room = filling->room - (text ? text->height : 0) - foot->before;
    const struct box *head = foot, *tail = NULL, *notes[] = {filling->carried, called};
    if (foot->height > room && !box_split(filling->layout, foot, room, true, &head, &tail) && text) {
        head = NULL;
        tail = stack_of_parts(filling->layout, foot->width, notes, 2);
    }
    filling->carried = tail;
    return head;
}

static void fill_page(struct filling *filling)
{
    const struct box *head, *foot, *called;
    struct arena *arena = filling->layout->arena;
    const struct box *tail = fill_text(filling, filling->room, &head);
    foot = fill_foot(filling, head, &called);
    if (foot && head && head->height + notes_height(foot) > filling->room) {
        float limit = filling->room - notes_height(foot), least = filling->room * LEAST_TEXT;
        const struct box *shorter, *more = fill_text(filling, limit > least ? limit : least, &shorter);
        if (more) { /* else it can't be cut there */
            head = shorter;
            tail = more;
        }
        foot = fill_foot(filling, head, &called);
    }
    if (foot)
        foot = shorten_foot(filling, foot, called, head);
    notes_shown(filling->layout);
    if (head && head->height > filling->room + 0.01f && !filling->pages->spilled)
        filling->pages->spilled = head;
    *VECTOR_ADD(arena, &filling->pages->boxes) = head ? head : space_create(filling->layout, 0, 0);
    *VECTOR_ADD(arena, &filling->pages->notes) = foot;
    filling->rest = tail;
}

static void skip_page(struct filling *filling)
{
    struct arena *arena = filling->layout->arena;
    *VECTOR_ADD(arena, &filling->pages->boxes) = space_create(filling->layout, 0, 0);
    *VECTOR_ADD(arena, &filling->pages->notes) = NULL;
}

bool pages_cut(struct layout *layout, const struct box *content, float first_room, float room,
               struct page_list *pages)
{
    struct filling filling = {.layout = layout, .pages = pages, .rest = content, .more = first_room < room};
    if (filling.more && content && content->turned) {
        skip_page(&filling);
        filling.more = false;
    }
    while (filling.rest || filling.carried) {
        if (pages->boxes.count == LIMIT_PAGES) {
            const char *most = arena_format(layout->arena, "%d", LIMIT_PAGES);
            report(layout->reporter, FINDING_too_many_pages, layout->edition->document->place, most);
            return false;
        }
        bool turned = filling.rest && filling.rest->turned;
        filling.room = turned ? pages->turned_room : filling.more ? first_room : room;
        fill_page(&filling);
        filling.more = false;
    }
    return true;
}

bool pages_hold(struct layout *layout, const struct page_list *pages)
{
    const struct box *box = pages->spilled;
    if (!box)
        return true;
    struct place place = box->decision ? box->decision->place : box->mark ? box->mark->place : nowhere;
    report(layout->reporter, FINDING_no_room, place);
    return false;
}
