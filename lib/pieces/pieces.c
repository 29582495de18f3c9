#include "pieces/piece.h"
#include <string.h>

const struct piece *const pieces[] = {
#define LOA_PIECE(name) &piece_##name,
#include "pieces/pieces.def"
#undef LOA_PIECE
    NULL};

const struct piece *piece_named(const char *name)
{
    for (size_t i = 0; pieces[i]; i++)
        if (strcmp(pieces[i]->name, name) == 0)
            return pieces[i];
    return NULL;
}
