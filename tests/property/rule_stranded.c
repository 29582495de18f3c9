/* No page of a handout ends with a heading, or with a heading and a single line of what goes on on the next,
 * unless nothing else stands on the page. A card or quotation that ends there is enough, however short. */
#include "property.h"
#include <math.h>
#include <string.h>

/* What a page shows, as it is gone through. */
struct foot {
    const struct page *next;
    unsigned hidden, inside; /* open artifacts and notes; open headings of sections */
    unsigned depth;          /* open cards and quotations */
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

static bool is_same(const struct mark *a, const struct mark *b)
{
    return a->type == b->type && a->place.source == b->place.source && a->place.start == b->place.start;
}

/* Whether what a mark stands for has a part on a page. */
static bool goes_on(const struct mark *mark, const struct page *page)
{
    for (size_t i = 0; i < page->count; i++)
        if (page->items[i].type == ITEM_BEGIN && is_same(page->items[i].as.mark, mark))
            return true;
    return false;
}

static void foot_card(struct foot *foot, const struct item *item)
{
    foot->depth += item->type == ITEM_BEGIN ? 1 : -1u;
    if (foot->depth == 0 && foot->lines > 0 && !goes_on(item->as.mark, foot->next))
        foot->lines += ENOUGH;
}

static void foot_mark(struct foot *foot, const struct item *item)
{
    enum mark_type type = item->as.mark->type;
    unsigned step = item->type == ITEM_BEGIN ? 1 : -1u;
    if (type == MARK_ARTIFACT || type == MARK_NOTE)
        foot->hidden += step;
    if (type == MARK_FIGURE || type == MARK_TABLE || type == MARK_CODE)
        foot->lines += ENOUGH;
    if (type == MARK_GROUP || type == MARK_QUOTE)
        foot_card(foot, item);
    if (type != MARK_HEADING || !item->as.mark->id) /* in a quote it may be all there is */
        return;
    foot->inside += step;
    if (item->type == ITEM_BEGIN) {
        foot->alone = foot->heading ? foot->alone && foot->lines == 0 : foot->lines == 0;
        foot->heading = item->as.mark->title;
        foot->lines = 0;
    }
}

static struct foot page_foot(const struct page *page, const struct page *next)
{
    struct foot foot = {.next = next};
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

static void check_page(const struct showing *showing, size_t index)
{
    const struct page *page = &showing->scene->pages[index], *after = page + 1;
    struct foot foot = page_foot(page, after), next = page_foot(after, after);
    if (page->width != after->width) /* a turned page takes nothing of this one */
        return;
    if (!next.text && next.lines == 0) /* nothing but the rest of a note */
        return;
    if (foot.heading && !foot.alone && (foot.lines == 0 || (foot.lines < ENOUGH && !next.opens && next.text)))
        complain(showing, "page %zu ends with “%s” and %zu lines", index + 1, foot.heading, foot.lines);
}

static void check(const struct showing *showing)
{
    const struct scene *scene = showing->scene;
    if (strcmp(showing->piece, "handout") != 0)
        return;
    for (size_t i = 0; i + 1 < scene->page_count; i++)
        check_page(showing, i);
}

const struct rule rule_stranded = {"stranded", "no page ends with a heading that has no two lines below it",
                                   check};
