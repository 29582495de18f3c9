/* vector.h - growing arrays in an arena.
 *
 *     VECTOR(struct line) lines = {0};
 *     *VECTOR_ADD(arena, &lines) = line;      a new zeroed element
 *     for (size_t i = 0; i < lines.count; i++) use(&lines.at[i]);
 *
 * Growth copies, so a pointer to an element is good only until the next VECTOR_ADD. */
#ifndef BASE_VECTOR_H
#define BASE_VECTOR_H

#include "base/arena.h"

#define VECTOR(type)                                                                                         \
    struct {                                                                                                 \
        type *at;                                                                                            \
        size_t count, room;                                                                                  \
    }

#define VECTOR_ADD(arena, vector)                                                                            \
    ((vector)->at =                                                                                          \
         vector_room((arena), (vector)->at, (vector)->count, &(vector)->room, sizeof *(vector)->at),         \
     &(vector)->at[(vector)->count++])

/* The array with room for one more element, moved when it had none. */
void *vector_room(struct arena *arena, void *at, size_t count, size_t *room, size_t size);

#endif
