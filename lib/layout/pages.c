#include "layout/pages.h"
#include "base/limits.h"

/* What fits on an empty page; the rest, or NULL when that was all. A box that can't be cut at all stands
 * alone: on the next page, when that has more room. */
static const struct box *cut_page(struct layout *layout, const struct box *rest, float room, bool more,
                                  const struct box **page)
{
    const struct box *head = rest, *tail = NULL;
    bool fits = rest->height <= room + 0.01f;
    if (!fits && !box_split(layout, rest, room, false, &head, &tail) &&
        !box_split(layout, rest, room, true, &head, &tail)) {
        head = more ? space_create(layout, rest->width, 0) : rest;
        tail = more ? rest : NULL;
    }
    *page = head;
    return tail;
}

bool pages_cut(struct layout *layout, const struct box *content, float first_room, float room,
               struct page_list *pages)
{
    const struct box *rest = content;
    float here = first_room;
    while (rest) {
        if (pages->boxes.count == LIMIT_PAGES) {
            const char *most = arena_format(layout->arena, "%d", LIMIT_PAGES);
            report(layout->reporter, FINDING_too_many_pages, layout->edition->document->place, most);
            return false;
        }
        rest = cut_page(layout, rest, here, here < room, VECTOR_ADD(layout->arena, &pages->boxes));
        here = room;
    }
    return true;
}
