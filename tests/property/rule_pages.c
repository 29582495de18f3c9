/* Pages are as large as was asked for, none too many, none without words, none taller than a picture can be.
 */
#include "base/limits.h"
#include "property.h"
#include <math.h>
#include <string.h>

#define TALLEST_PICTURE 32767 /* pixels: cairo's limit */

static const struct {
    const char *size;
    float width, height; /* points; 0: any */
} sizes[] = {{"a4", 595.28f, 841.89f}, {"a5", 419.53f, 595.28f},  {"letter", 612, 792},
             {"16:9", 960, 540},       {"4:3", 720, 540},         {"9:16", 540, 960},
             {"long", 540, 0},         {"long-800", 540, 0},      {"long-1440", 540, 0},
             {"long-2160", 540, 0},    {"a3", 841.89f, 1190.55f}, {"1080x1920", 540, 960}};

static bool is_large(const struct page *page, float width, float height)
{
    return fabsf(page->width - width) < 0.1f && (height <= 0 || fabsf(page->height - height) < 0.1f);
}

/* Pages of paper may be turned on their sides. */
static void check_size(const struct showing *showing, size_t index)
{
    const struct page *page = &showing->scene->pages[index];
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        float width = sizes[i].width, height = sizes[i].height;
        if (strcmp(sizes[i].size, showing->size) != 0 || is_large(page, width, height) ||
            (showing->scene->printed && is_large(page, height, width)))
            continue;
        complain(showing, "page %zu is %d × %d points, not %s", index + 1, (int)page->width,
                 (int)page->height, showing->size);
    }
    if (page->height * page->scale > TALLEST_PICTURE)
        complain(showing, "page %zu is %d points tall: more than a picture can be", index + 1,
                 (int)page->height);
}

/* Words, a picture, a QR code or cells to be filled in; furniture doesn't count. */
static bool has_content(const struct page *page)
{
    unsigned hidden = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct item *item = &page->items[i];
        bool mark = item->type == ITEM_BEGIN || item->type == ITEM_END;
        if (mark && item->as.mark->type == MARK_ARTIFACT)
            hidden = item->type == ITEM_BEGIN ? hidden + 1 : hidden - 1;
        bool drawn = item->type == ITEM_BEGIN &&
                     (item->as.mark->type == MARK_TABLE || item->as.mark->type == MARK_FIGURE);
        if (!hidden && (item->type == ITEM_TEXT || item->type == ITEM_IMAGE || drawn))
            return true;
    }
    return false;
}

/* Points at the top and the bottom of a slide for phones where their own signs stand. */
#define SIGNS_OVER  125
#define SIGNS_UNDER 170

static void check_signs(const struct showing *showing, size_t index)
{
    const struct page *page = &showing->scene->pages[index];
    for (size_t i = 0; i < page->count; i++) {
        const struct item *item = &page->items[i];
        if (item->type == ITEM_TEXT &&
            (item->as.text.y < SIGNS_OVER || item->as.text.y > page->height - SIGNS_UNDER))
            complain(showing, "page %zu has words where a phone has its signs", index + 1);
    }
}

static void check(const struct showing *showing)
{
    size_t count = showing->scene->page_count;
    if (count == 0 || count > LIMIT_PAGES)
        complain(showing, "%zu pages", count);
    for (size_t i = 0; i < count; i++) {
        check_size(showing, i);
        if (strcmp(showing->size, "9:16") == 0)
            check_signs(showing, i);
        if (!has_content(&showing->scene->pages[i]))
            complain(showing, "page %zu of %zu is empty", i + 1, count);
    }
}

const struct rule rule_pages = {"pages", "pages have the size asked for, words on each, and an end", check};
