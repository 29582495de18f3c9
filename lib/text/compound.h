/* compound.h - Vietnamese words of two or more syllables, which spaces divide and readers don't: "môi
 * trường".
 *
 * The list is materials/words/vi-compounds.txt; tools/compounds.c makes a table of hashes of it when loa is
 * built. */
#ifndef TEXT_COMPOUND_H
#define TEXT_COMPOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A syllable as the table knows it, without case and marks around it. */
struct syllable {
    uint32_t hash; /* 0: not a word of letters */
    bool opened;   /* marks stand before it */
    bool closed;   /* marks stand behind it */
};

struct syllable syllable_read(const char *word, size_t length);
/* Whether two syllables that stand together are of one word. */
bool compound_holds(struct syllable first, struct syllable second);

/* FNV-1a, a letter (a code point) at a time; 0 begins a syllable. */
static inline uint32_t syllable_hash(uint32_t hash, uint32_t letter)
{
    return ((hash == 0 ? 0x811C9DC5u : hash) ^ letter) * 0x01000193u;
}
static inline uint32_t compound_hash(uint32_t first, uint32_t second)
{
    uint32_t hash = (first ^ second * 0x9E3779B1u) * 0x85EBCA6Bu;
    hash ^= hash >> 15;
    return hash == 0 ? 1 : hash;
}

/* Hashes of pairs in open addressing, 0 where there is none; a power of two many. */
extern const uint32_t compound_slots[];
extern const uint32_t compound_slot_count;

#endif
