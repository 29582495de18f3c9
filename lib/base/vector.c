#include "base/vector.h"
#include <stdint.h>
#include <string.h>

void *vector_room(struct arena *arena, void *at, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return at;
    size_t larger = *room > SIZE_MAX / 2 ? SIZE_MAX : *room < 2 ? 4 : *room * 2;
    void *moved = arena_array(arena, larger, size);
    if (count)
        memcpy(moved, at, count * size);
    *room = larger;
    return moved;
}
