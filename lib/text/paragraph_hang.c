/* paragraph_hang.c - marks that stand in the margin, so that the letters' edge looks straight. */
#include "text/paragraph_inside.h"
#include <string.h>

struct hanging {
    const char *mark;
    float share; /* of its advance that hangs */
};

static const struct hanging opening[] = {{"“", 1}, {"‘", 1}, {"«", 1}, {"„", 1}};
static const struct hanging closing[] = {{".", 0.7f}, {",", 0.7f}, {"”", 0.7f}, {"’", 0.7f},
                                         {"»", 0.7f}, {"-", 0.5f}, {";", 0.4f}, {":", 0.4f},
                                         {"–", 0.3f}, {"…", 0.2f}, {"?", 0.2f}, {"!", 0.3f}};
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The row of a mark that stands at one end of an atom's text. */
static const struct hanging *find(const struct hanging *rows, size_t count, const char *text, size_t length,
                                  bool last)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(rows[i].mark);
        if (size <= length && memcmp(last ? text + length - size : text, rows[i].mark, size) == 0)
            return &rows[i];
    }
    return NULL;
}

/* How far a mark hangs: its glyph is the atom's first or last. Nothing for code, whose marks are part of it,
 * and for words that run from right to left. */
static float hang(const struct content *content, const struct atom *atom, const struct hanging *rows,
                  size_t count, bool last)
{
    const struct glyph *glyphs = atom->type == ATOM_WORD ? atom->word->glyphs : NULL;
    if (glyphs == NULL || atom->level & 1 || atom->font->monospaced || atom->first_glyph >= atom->end_glyph ||
        glyphs[atom->first_glyph].cluster > glyphs[atom->end_glyph - 1].cluster)
        return 0;
    const struct hanging *row = find(rows, count, content->text + atom->start, atom->end - atom->start, last);
    if (row == NULL)
        return 0;
    const struct text_style *style = content->sections.at[atom->section].style;
    return row->share * glyphs[last ? atom->end_glyph - 1 : atom->first_glyph].advance * style->size;
}

float hang_before(const struct content *content, const struct atom *first)
{
    return hang(content, first, opening, COUNT(opening), false);
}

float hang_behind(const struct content *content, const struct atom *last)
{
    return hang(content, last, closing, COUNT(closing), true);
}
