/* No text is smaller than can be read where the piece is shown. */
#include "property.h"
#include <string.h>

static const struct {
    const char *piece;
    float least; /* points of paper, pixels of pictures */
} floors[] = {{"handout", 9}, {"slides", 28}, {"infographic", 24}};

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
    for (size_t i = 0; i < sizeof floors / sizeof *floors; i++)
        for (size_t page = 0; !strcmp(floors[i].piece, showing->piece) && page < showing->scene->page_count;
             page++)
            check_page(showing, page, floors[i].least,
                       showing->scene->printed ? 1 : showing->scene->pages[page].scale);
}

const struct rule rule_floors = {"floors", "no text is too small to read", check};
