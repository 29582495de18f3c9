#include "formats/png/room.h"
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#define HUGE_PAGE ((size_t)2 << 20)

/* Touching a page of 4 KB for the first time can cost as much as painting it, so large rooms ask for huge
 * ones: a first slide then takes half the time. */
static void *huge_room(size_t bytes)
{
    void *room = NULL;
    size_t whole = (bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    if (bytes > SIZE_MAX - HUGE_PAGE || posix_memalign(&room, HUGE_PAGE, whole) != 0)
        return NULL;
#ifdef MADV_HUGEPAGE
    (void)madvise(room, whole, MADV_HUGEPAGE); /* only advice: a refusal changes nothing */
#endif
    return room;
}

void *picture_room(struct arena *arena, size_t count, size_t size)
{
    if (!size || !count || count > SIZE_MAX / size)
        return NULL;
    void *room = count * size < HUGE_PAGE ? malloc(count * size) : huge_room(count * size);
    if (room)
        arena_defer(arena, free, room);
    return room;
}
