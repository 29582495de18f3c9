/* paragraph_compounds.c - breaks within Vietnamese words cost a little. */
#include "text/compound.h"
#include "text/paragraph_fit.h"
#include <string.h>

/* About what a line costs that misses the width by the most that looks well. */
#define COMPOUND_COST 6e4

/* The one word of a chunk; none for several. */
static struct syllable chunk_syllable(const struct content *content, size_t chunk)
{
    const struct atom *first = &content->atoms.at[content->chunks.at[chunk].atom];
    const struct atom *end = &content->atoms.at[content->chunks.at[chunk + 1].atom];
    const struct atom *last = first;
    while (last + 1 < end && last[1].type == ATOM_WORD)
        last++;
    for (const struct atom *atom = last + 1; atom < end; atom++)
        if (atom->type == ATOM_WORD)
            return (struct syllable){0};
    const char *language = content->sections.at[first->section].language;
    if (first->type != ATOM_WORD || language == NULL || strncmp(language, "vi", 2) != 0)
        return (struct syllable){0};
    return syllable_read(content->text + first->start, last->end - first->start);
}

void content_hold_compounds(struct content *content, size_t first, size_t end)
{
    struct syllable before = chunk_syllable(content, first);
    for (size_t i = first + 1; i < end; i++) {
        struct syllable syllable = chunk_syllable(content, i);
        if (content->chunks.at[i].cost <= 0 && compound_holds(before, syllable))
            content->chunks.at[i].cost = COMPOUND_COST;
        before = syllable;
    }
}
