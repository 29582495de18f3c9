/* No text is smaller than can be read where the piece is shown. */
#include "property.h"
#include <string.h>

static const struct {
    const char *piece;
    float least; /* pixels of pictures as wide as `width`, or of any width */
    float width;
} floors[] = {{"slides", 28, 0}, {"infographic", 24, 1080}};

#define LEAST_ON_PAPER 9 /* points */

static void check_page(const struct showing *showing, size_t index, float least, float unit)
{
    const struct page *page = &showing->scene->pages[index];
    for (size_t i = 0; i < page->count; i++) {
        if (page->items[i].type != ITEM_TEXT)
            continue;
        const struct run *run = page->items[i].as.text.run;
        if (run->style->size * unit < least - 0.01f) {
            complain(showing, "page %zu: text of %d hundredths, the least is %d: %s", index + 1,
                     (int)(run->style->size * unit * 100), (int)least,
                     arena_copy(showing->arena, run->text, run->length));
            return;
        }
    }
}

static void check(const struct showing *showing)
{
    const struct scene *scene = showing->scene;
    for (size_t page = 0; page < scene->page_count; page++) {
        if (scene->printed) {
            check_page(showing, page, LEAST_ON_PAPER, 1);
            continue;
        }
        for (size_t i = 0; i < sizeof floors / sizeof *floors; i++) {
            float width = floors[i].width;
            float unit = width > 0 ? width / scene->pages[page].width : scene->pages[page].scale;
            if (!strcmp(floors[i].piece, showing->piece))
                check_page(showing, page, floors[i].least, unit);
        }
    }
}

const struct rule rule_floors = {"floors", "no text is too small to read", check};
