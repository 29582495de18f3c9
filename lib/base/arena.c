#include "base/arena.h"
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Chunks double from the first size to the last. Large ones come from the system with their pages present:
 * touching fresh memory page by page costs more than all of layout. */
#define FIRST_CHUNK  ((size_t)64 << 10)
#define LAST_CHUNK   ((size_t)1 << 20)
#define MAPPED_CHUNK ((size_t)256 << 10)

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
    bool mapped;  /* by mmap(), not malloc() */
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

static void chunk_free(struct arena_chunk *chunk)
{
    if (chunk->mapped)
        munmap(chunk, sizeof *chunk + chunk->size);
    else
        free(chunk);
}

static void run_cleanups(struct arena *arena)
{
    while (arena->cleanup) {
        struct arena_cleanup *cleanup = arena->cleanup;
        arena->cleanup = cleanup->older;
        cleanup->release(cleanup->what);
    }
}

static void chunks_free(struct arena_chunk *chunk)
{
    while (chunk) {
        struct arena_chunk *older = chunk->older;
        chunk_free(chunk);
        chunk = older;
    }
}

void arena_clear(struct arena *arena)
{
    run_cleanups(arena);
    chunks_free(arena->chunk);
    chunks_free(arena->spare);
    arena->chunk = arena->spare = NULL;
    arena->total = 0;
}

void arena_restart(struct arena *arena)
{
    run_cleanups(arena);
    while (arena->chunk) {
        struct arena_chunk *chunk = arena->chunk;
        arena->chunk = chunk->older;
        forbid(chunk->bytes, chunk->size);
        chunk->older = arena->spare;
        arena->spare = chunk;
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

/* Zeroed memory for a chunk; NULL when there is none. */
static struct arena_chunk *chunk_memory(size_t whole)
{
#ifndef ARENA_GUARDED
    if (whole >= MAPPED_CHUNK && whole <= 2 * LAST_CHUNK) {
        struct arena_chunk *chunk =
            mmap(NULL, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        if (chunk == MAP_FAILED)
            return NULL;
        chunk->mapped = true;
        return chunk;
    }
#endif
    return calloc(1, whole);
}

static size_t chunk_whole(const struct arena_chunk *chunk)
{
    return sizeof *chunk + chunk->size;
}

static bool has_room(const struct arena *arena, size_t whole)
{
    return !arena->limit || (whole <= arena->limit && arena->total <= arena->limit - whole);
}

static struct arena_chunk *chunk_hold(struct arena *arena, struct arena_chunk *chunk)
{
    chunk->older = arena->chunk;
    chunk->used = 0;
    arena->chunk = chunk;
    arena->total += chunk_whole(chunk);
    return chunk;
}

static struct arena_chunk *chunk_add(struct arena *arena, size_t size)
{
    struct arena_chunk *spare = arena->spare;
    if (spare && spare->size >= size && has_room(arena, chunk_whole(spare))) {
        arena->spare = spare->older;
        return chunk_hold(arena, spare);
    }
    size_t usual = arena->total > LAST_CHUNK ? LAST_CHUNK : arena->total;
    if (usual < FIRST_CHUNK ||
        (arena->limit && usual > arena->limit / 16)) /* small limits aren't for one chunk */
        usual = FIRST_CHUNK;
    size_t room = size > usual ? size : usual, whole = sizeof(struct arena_chunk) + room;
    if (whole < room || !has_room(arena, whole))
        arena_exhaust(arena);
    struct arena_chunk *chunk = chunk_memory(whole);
    if (!chunk)
        arena_exhaust(arena);
    chunk->size = room;
    forbid(chunk->bytes, room);
    return chunk_hold(arena, chunk);
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

/* Keeps the larger of a chunk and the spare one, frees the other. */
static void chunk_spare(struct arena *arena, struct arena_chunk *chunk)
{
    struct arena_chunk *other = arena->spare;
    arena->total -= chunk_whole(chunk);
    forbid(chunk->bytes, chunk->size);
    if (other && other->size >= chunk->size) {
        chunk_free(chunk);
        return;
    }
    chunk->older = other ? other->older : NULL;
    arena->spare = chunk;
    if (other)
        chunk_free(other);
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    while (arena->chunk != mark.chunk) {
        struct arena_chunk *chunk = arena->chunk;
        arena->chunk = chunk->older;
        chunk_spare(arena, chunk);
    }
    if (!arena->chunk)
        return;
    arena->chunk->used = mark.used;
    forbid((char *)arena->chunk->bytes + mark.used, arena->chunk->size - mark.used);
}
