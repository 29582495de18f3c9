/* Text stands out from what is painted behind it (WCAG 2.2, 1.4.3): 4.5 to 1, large text 3 to 1. */
#include "formats/png/raster.h"
#include "property.h"
#include "scene/text_boxes.h"
#include "theme/colour.h"

/* The page without its words, a pixel a point. */
static bool paint_ground(const struct showing *showing, const struct page *page, struct arena *arena,
                         struct raster *raster)
{
    struct item *items = ARENA_ARRAY(arena, struct item, page->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++)
        if (page->items[i].type != ITEM_TEXT)
            items[count++] = page->items[i];
    struct page bare = *page;
    bare.items = items;
    bare.count = count;
    bare.scale = 1;
    struct scene scene = *showing->scene;
    scene.pages = &bare;
    scene.page_count = 1;
    const char *why = NULL;
    return raster_page(&scene, 0, arena, raster, &why) == RASTER_OK;
}

static struct colour colour_at(const struct raster *raster, const float at[2])
{
    unsigned x = at[0] <= 0 ? 0 : (unsigned)at[0], y = at[1] <= 0 ? 0 : (unsigned)at[1];
    x = x < raster->width ? x : raster->width - 1;
    y = y < raster->height ? y : raster->height - 1;
    uint32_t pixel = raster->pixels[(size_t)y * raster->width + x];
    return (struct colour){(uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel, 255};
}

/* 18 points, or 14 in bold. */
static bool is_large(const struct text_style *style)
{
    return style->size >= 18 || (style->bold && style->size >= 14);
}

static bool has_letters(const struct run *run)
{
    for (size_t i = 0; i < run->length; i++)
        if (run->text[i] != ' ')
            return true;
    return false;
}

static float contrast_at(const struct raster *raster, const struct item *item, float along, float above,
                         const struct matrix *matrix)
{
    float at[2];
    matrix_apply(matrix, item->as.text.x + along, item->as.text.y - above, at);
    return colour_contrast(item->as.text.run->style->colour, colour_at(raster, at));
}

/* The least contrast along a run. At each place the better of two heights counts: a line that strikes text
 * through is no ground. */
static float contrast_of(const struct raster *raster, const struct item *item, const struct matrix *matrix)
{
    enum { PLACES = 5 };
    const struct run *run = item->as.text.run;
    float least = 21;
    for (int i = 0; i < PLACES; i++) {
        float along = run->width * ((float)i + 0.5f) / PLACES;
        float foot = contrast_at(raster, item, along, 0.1f * run->style->size, matrix);
        float head = contrast_at(raster, item, along, 0.5f * run->style->size, matrix);
        float better = foot > head ? foot : head;
        least = better < least ? better : least;
    }
    return least;
}

static void check_page(const struct showing *showing, size_t index, struct arena *arena)
{
    enum { DEEPEST = 16 };
    const struct page *page = &showing->scene->pages[index];
    struct raster raster;
    if (!paint_ground(showing, page, arena, &raster)) {
        complain(showing, "page %zu can't be painted", index + 1);
        return;
    }
    struct matrix matrices[DEEPEST] = {{1, 0, 0, 1, 0, 0}};
    size_t depth = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct item *item = &page->items[i];
        if (item->type == ITEM_PUSH && depth + 1 < DEEPEST) {
            matrices[depth + 1] = matrix_product(&item->as.push.matrix, &matrices[depth]);
            depth++;
        } else if (item->type == ITEM_POP && depth > 0) {
            depth--;
        } else if (item->type == ITEM_TEXT && has_letters(item->as.text.run)) {
            const struct run *run = item->as.text.run;
            float contrast = contrast_of(&raster, item, &matrices[depth]);
            if (contrast < (is_large(run->style) ? 3.0f : 4.5f)) {
                complain(showing, "page %zu: contrast of %d hundredths: %s", index + 1, (int)(contrast * 100),
                         arena_copy(showing->arena, run->text, run->length));
                return;
            }
        }
    }
}

static void check(const struct showing *showing)
{
    for (size_t page = 0; page < showing->scene->page_count; page++) {
        struct arena arena; /* of this page's pixels */
        arena_init(&arena, 0);
        check_page(showing, page, &arena);
        arena_clear(&arena);
    }
}

const struct rule rule_contrast = {"contrast", "text stands out from its ground", check};
