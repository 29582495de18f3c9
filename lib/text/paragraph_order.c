/* The runs of a line from left to right (UAX 9, rule L2), once their directions are known. */
#include "text/bidi.h"
#include "text/paragraph_inside.h"

void glyphs_turn(struct glyph *glyphs, size_t count)
{
    for (size_t i = 0, j = count; i + 1 < j; i++) {
        struct glyph glyph = glyphs[i];
        glyphs[i] = glyphs[--j];
        glyphs[j] = glyph;
    }
}

float runs_place(const struct content *content, struct run *runs, size_t count, float x)
{
    const float start = x;
    uint8_t *levels = NULL;
    int32_t *order = NULL;
    if (content->levels != NULL) {
        levels = arena_array(content->scratch, count, 1);
        order = ARENA_ARRAY(content->scratch, int32_t, count);
        for (size_t i = 0; i < count; i++)
            levels[i] = runs[i].level;
        bidi_order(levels, count, order);
    }
    for (size_t i = 0; i < count; i++) {
        struct run *run = &runs[order == NULL ? i : (size_t)order[i]];
        run->x = x;
        x += run->width;
    }
    return x - start;
}
