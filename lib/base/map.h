/* map.h - strings to pointers, insertion order kept. Keys are borrowed and must outlive the map. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

struct map_entry {
    const char *key;
    size_t key_length;
    void *value;
};

struct map {
    struct arena *arena;
    struct map_entry *entries; /* in order of insertion */
    size_t count, room;
    uint32_t *slots; /* 1-based indices into entries; power of two many */
    size_t slot_count;
};

void map_init(struct map *map, struct arena *arena);
/* The place of key's value, made (NULL) when it was absent. Good until the next map_slot(). */
void **map_slot(struct map *map, const char *key, size_t length);
void *map_find(const struct map *map, const char *key, size_t length); /* NULL when absent */
void map_set(struct map *map, const char *key, void *value);
void *map_get(const struct map *map, const char *key);

#endif
