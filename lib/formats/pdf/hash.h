/* hash.h - a fast 128-bit hash for file identifiers and font tags: not against forgers. */
#ifndef FORMATS_PDF_HASH_H
#define FORMATS_PDF_HASH_H

#include <stddef.h>
#include <stdint.h>

struct hash {
    uint64_t first, second;
};

void hash_init(struct hash *hash);
void hash_add(struct hash *hash, const void *bytes, size_t length);
void hash_bytes(const struct hash *hash, uint8_t bytes[16]);

#endif
