#include "formats/pdf/hash.h"

void hash_init(struct hash *hash)
{
    hash->first = 0xCBF29CE484222325u; /* FNV's offset basis */
    hash->second = 0x9E3779B97F4A7C15u;
}

/* Two lanes of FNV-1a over 8-byte words with different primes; the shifts carry high bits down, which FNV
 * over words alone would not. */
static void mix(struct hash *hash, uint64_t word)
{
    hash->first = (hash->first ^ word) * 0x00000100000001B3u;
    hash->first ^= hash->first >> 29;
    hash->second = (hash->second ^ word) * 0xC2B2AE3D27D4EB4Fu;
    hash->second ^= hash->second >> 32;
}

/* Little endian whatever the machine, so that identifiers agree everywhere. */
static uint64_t word_at(const uint8_t *bytes, size_t length)
{
    uint64_t word = 0;
    for (size_t i = 0; i < length; i++)
        word |= (uint64_t)bytes[i] << 8 * i;
    return word;
}

void hash_add(struct hash *hash, const void *bytes, size_t length)
{
    const uint8_t *at = bytes;
    size_t left = length;
    for (; left >= 8; left -= 8, at += 8)
        mix(hash, word_at(at, 8));
    if (left)
        mix(hash, word_at(at, left));
    mix(hash, length);
}

void hash_bytes(const struct hash *hash, uint8_t bytes[16])
{
    struct hash last = *hash;
    mix(&last, last.first ^ last.second);
    for (unsigned i = 0; i < 8; i++) {
        bytes[i] = (uint8_t)(last.first >> 8 * i);
        bytes[i + 8] = (uint8_t)(last.second >> 8 * i);
    }
}
