/* No page of a handout ends with a heading, or with a heading and a single line of what goes on on the next,
 * unless nothing else stands on the page. */
#include "property.h"
#include <math.h>
#include <string.h>

/* What a page shows, as it is gone through. */
struct foot {
    unsigned hidden, inside; /* open artifacts and notes; open headings of sections */
    const char *heading;     /* the last one; NULL: none */
    bool alone;              /* nothing but headings stands before it */
    size_t lines;            /* below it; what is drawn counts as enough */
    bool text, opens;        /* there is any; it begins with a heading */
    float y;                 /* of the last text's baseline */
};

#define ENOUGH 2

static void foot_text(struct foot *foot, float y)
{
    if (!foot->text)
        foot->opens = foot->inside > 0;
    if (!foot->inside && (foot->lines == 0 || fabsf(y - foot->y) > 1))
        foot->lines++;
    foot->text = true;
    foot->y = y;
}

static void foot_mark(struct foot *foot, const struct item *item)
{
    enum mark_type type = item->as.mark->type;
    unsigned step = item->type == ITEM_BEGIN ? 1 : -1u;
    if (type == MARK_ARTIFACT || type == MARK_NOTE)
        foot->hidden += step;
    if (type == MARK_FIGURE || type == MARK_TABLE || type == MARK_CODE)
        foot->lines += ENOUGH;
    if (type != MARK_HEADING || !item->as.mark->id) /* in a quote it may be all there is */
        return;
    foot->inside += step;
    if (item->type == ITEM_BEGIN) {
        foot->alone = foot->heading ? foot->alone && foot->lines == 0 : foot->lines == 0;
        foot->heading = item->as.mark->title;
        foot->lines = 0;
    }
}

static struct foot page_foot(const struct page *page)
{
    struct foot foot = {0};
    for (size_t i = 0; i < page->count; i++) {
        const struct item *item = &page->items[i];
        if (item->type == ITEM_BEGIN || item->type == ITEM_END)
            foot_mark(&foot, item);
        else if (item->type == ITEM_TEXT && !foot.hidden)
            foot_text(&foot, item->as.text.y);
        else if (item->type == ITEM_IMAGE)
            foot.lines += ENOUGH;
    }
    return foot;
}

static void check(const struct showing *showing)
{
    const struct scene *scene = showing->scene;
    if (strcmp(showing->piece, "handout") != 0)
        return;
    for (size_t i = 0; i + 1 < scene->page_count; i++) {
        struct foot foot = page_foot(&scene->pages[i]), next = page_foot(&scene->pages[i + 1]);
        bool goes_on = !next.opens && next.text;
        if (scene->pages[i].width != scene->pages[i + 1].width) /* a turned page takes nothing of this one */
            continue;
        if (foot.heading && !foot.alone && (foot.lines == 0 || (foot.lines < ENOUGH && goes_on)))
            complain(showing, "page %zu ends with “%s” and %zu lines", i + 1, foot.heading, foot.lines);
    }
}

const struct rule rule_stranded = {"stranded", "no page ends with a heading that has no two lines below it",
                                   check};
