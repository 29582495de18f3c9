/* arena.h - memory that is freed all at once.
 *
 * Invariants: what an arena gives is zeroed, aligned for any type and never NULL. When memory (or the arena's
 * limit) is exhausted, control jumps to the innermost arena_protect() of that arena, which returns LOA_LIMIT;
 * what must be released by then is registered with arena_defer(). So code that builds documents never tests
 * for NULL.
 *
 * The jump passes over the guards of other arenas that were set inside of it; those arenas may then only be
 * cleared. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <loa/status.h>
#include <stdarg.h>
#include <stddef.h>

struct arena_chunk;
struct arena_cleanup;
struct arena_guard;

struct arena {
    struct arena_chunk *chunk;     /* newest first */
    struct arena_chunk *spare;     /* given back by a rewind or restart, for the next need; NULL: none */
    struct arena_cleanup *cleanup; /* run newest first */
    struct arena_guard *guard;     /* innermost arena_protect() */
    size_t total, limit;           /* bytes held without the spare ones, bytes allowed; limit 0: unlimited */
};

struct arena_mark {
    struct arena_chunk *chunk;
    size_t used;
};

void arena_init(struct arena *arena, size_t limit);
void arena_clear(struct arena *arena); /* runs the cleanups, frees everything; the arena can be used again */
/* The same, but keeps its memory for the next use, which is as large: asking the system again costs more. */
void arena_restart(struct arena *arena);

/* Calls work(data) so that exhaustion comes back as LOA_LIMIT. An arena used outside of one aborts on
 * exhaustion. */
enum loa_status arena_protect(struct arena *arena, enum loa_status (*work)(void *data), void *data);
/* What an allocation does that can't be had: for passing an inner LOA_LIMIT on, once what was held
 * is released. */
_Noreturn void arena_exhaust(struct arena *arena);

void *arena_alloc(struct arena *arena, size_t size);
void *arena_array(struct arena *arena, size_t count, size_t size); /* count * size, overflow is exhaustion */
/* A NUL-terminated copy of `length` bytes. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
char *arena_string(struct arena *arena, const char *text); /* NULL gives NULL */
/* printf into the arena; only %s %d %u %zu %.*s %c %x are allowed, so that no locale shows. */
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
/* release(what) runs when the arena is cleared. */
void arena_defer(struct arena *arena, void (*release)(void *what), void *what);

/* Scratch use: what was allocated after the mark is given back; no arena_defer() may lie between. */
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
