#include "base/arena.h"
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES 65536

/* Under AddressSanitizer each piece ends in bytes that may not be touched, and what isn't given out may not
 * be touched either: overruns show though all of a chunk is one block of malloc's. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_GUARDED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ARENA_GUARDED
#endif
#ifdef ARENA_GUARDED
#include <sanitizer/asan_interface.h>
#define GAP                   16
#define forbid(bytes, length) ASAN_POISON_MEMORY_REGION((bytes), (length))
#define permit(bytes, length) ASAN_UNPOISON_MEMORY_REGION((bytes), (length))
#else
#define GAP                   0
#define forbid(bytes, length) ((void)0)
#define permit(bytes, length) ((void)0)
#endif

struct arena_chunk {
    struct arena_chunk *older;
    size_t used, size;
    size_t dirty; /* bytes from here on were never given out, so they are still zero */
    max_align_t bytes[];
};

struct arena_cleanup {
    struct arena_cleanup *older;
    void (*release)(void *what);
    void *what;
};

struct arena_guard {
    struct arena_guard *outer;
    jmp_buf escape;
};

void arena_init(struct arena *arena, size_t limit)
{
    *arena = (struct arena){.limit = limit};
}

void arena_clear(struct arena *arena)
{
    while (arena->cleanup) {
        struct arena_cleanup *cleanup = arena->cleanup;
        arena->cleanup = cleanup->older;
        cleanup->release(cleanup->what);
    }
    while (arena->chunk) {
        struct arena_chunk *chunk = arena->chunk;
        arena->chunk = chunk->older;
        free(chunk);
    }
    arena->total = 0;
}

enum loa_status arena_protect(struct arena *arena, enum loa_status (*work)(void *data), void *data)
{
    struct arena_guard guard = {.outer = arena->guard};
    enum loa_status status = LOA_LIMIT;
    arena->guard = &guard;
    if (setjmp(guard.escape) == 0)
        status = work(data);
    arena->guard = guard.outer;
    return status;
}

_Noreturn void arena_exhaust(struct arena *arena)
{
    if (!arena->guard)
        abort();
    longjmp(arena->guard->escape, 1);
}

static struct arena_chunk *chunk_add(struct arena *arena, size_t size)
{
    size_t room = size > CHUNK_BYTES ? size : CHUNK_BYTES;
    size_t whole = sizeof(struct arena_chunk) + room;
    if (whole < room || (arena->limit && (whole > arena->limit || arena->total > arena->limit - whole)))
        arena_exhaust(arena);
    struct arena_chunk *chunk = calloc(1, whole);
    if (!chunk)
        arena_exhaust(arena);
    chunk->older = arena->chunk;
    chunk->size = room;
    arena->chunk = chunk;
    arena->total += whole;
    forbid(chunk->bytes, room);
    return chunk;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t align = _Alignof(max_align_t);
    if (size > SIZE_MAX - align - GAP)
        arena_exhaust(arena);
    size_t rounded = (size + align - 1) / align * align + GAP;
    struct arena_chunk *chunk = arena->chunk;
    if (!chunk || chunk->size - chunk->used < rounded)
        chunk = chunk_add(arena, rounded);
    char *at = (char *)chunk->bytes + chunk->used;
    permit(at, size);
    if (chunk->used < chunk->dirty)
        memset(at, 0, chunk->dirty - chunk->used < size ? chunk->dirty - chunk->used : size);
    chunk->used += rounded;
    if (chunk->dirty < chunk->used)
        chunk->dirty = chunk->used;
    return at;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        arena_exhaust(arena);
    return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    if (length == SIZE_MAX)
        arena_exhaust(arena);
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = arena_alloc(arena, length > 0 ? (size_t)length + 1 : 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vformat(arena, format, arguments);
    va_end(arguments);
    return text;
}

void arena_defer(struct arena *arena, void (*release)(void *what), void *what)
{
    struct arena_cleanup *cleanup = ARENA_NEW(arena, struct arena_cleanup);
    *cleanup = (struct arena_cleanup){arena->cleanup, release, what};
    arena->cleanup = cleanup;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->chunk, arena->chunk ? arena->chunk->used : 0};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    while (arena->chunk != mark.chunk) {
        struct arena_chunk *chunk = arena->chunk;
        arena->chunk = chunk->older;
        arena->total -= sizeof *chunk + chunk->size;
        free(chunk);
    }
    if (!arena->chunk)
        return;
    arena->chunk->used = mark.used;
    forbid((char *)arena->chunk->bytes + mark.used, arena->chunk->size - mark.used);
}
