#include "base/map.h"
#include <string.h>

void map_init(struct map *map, struct arena *arena)
{
    *map = (struct map){.arena = arena};
}

/* FNV-1a */
static uint32_t hash(const char *key, size_t length)
{
    uint32_t value = 2166136261u;
    for (size_t i = 0; i < length; i++)
        value = (value ^ (unsigned char)key[i]) * 16777619u;
    return value;
}

/* The slot that holds the key, or the empty one where it belongs. */
static uint32_t *slot_of(const struct map *map, const char *key, size_t length)
{
    size_t at = hash(key, length) & (map->slot_count - 1);
    for (;; at = (at + 1) & (map->slot_count - 1)) {
        uint32_t index = map->slots[at];
        if (!index)
            return &map->slots[at];
        const struct map_entry *entry = &map->entries[index - 1];
        if (entry->key_length == length && memcmp(entry->key, key, length) == 0)
            return &map->slots[at];
    }
}

static void grow(struct map *map)
{
    size_t slots = map->slot_count ? map->slot_count * 2 : 16;
    struct map_entry *entries = ARENA_ARRAY(map->arena, struct map_entry, slots / 2);
    uint32_t *places = ARENA_ARRAY(map->arena, uint32_t, slots);
    if (map->count)
        memcpy(entries, map->entries, map->count * sizeof *entries);
    map->entries = entries;
    map->room = slots / 2;
    map->slots = places;
    map->slot_count = slots;
    for (size_t i = 0; i < map->count; i++)
        *slot_of(map, entries[i].key, entries[i].key_length) = (uint32_t)i + 1;
}

void **map_slot(struct map *map, const char *key, size_t length)
{
    if (map->count == map->room)
        grow(map);
    uint32_t *slot = slot_of(map, key, length);
    if (!*slot) {
        map->entries[map->count++] = (struct map_entry){key, length, NULL};
        *slot = (uint32_t)map->count;
    }
    return &map->entries[*slot - 1].value;
}

void *map_find(const struct map *map, const char *key, size_t length)
{
    if (!map->slot_count)
        return NULL;
    uint32_t index = *slot_of(map, key, length);
    return index ? map->entries[index - 1].value : NULL;
}

void map_set(struct map *map, const char *key, void *value)
{
    *map_slot(map, key, strlen(key)) = value;
}

void *map_get(const struct map *map, const char *key)
{
    return map_find(map, key, strlen(key));
}
