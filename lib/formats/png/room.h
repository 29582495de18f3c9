/* room.h - memory for whole pictures: not cleared, since it is written whole, and given back with the arena.
 */
#ifndef FORMATS_PNG_ROOM_H
#define FORMATS_PNG_ROOM_H

#include "base/arena.h"

/* NULL when there is no such memory, or when count * size overflows. */
void *picture_room(struct arena *arena, size_t count, size_t size);

#endif
