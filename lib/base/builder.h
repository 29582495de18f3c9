/* builder.h - a string that grows in an arena. builder_text() is always NUL-terminated. */
#ifndef BASE_BUILDER_H
#define BASE_BUILDER_H

#include "base/arena.h"
#include <stdint.h>

struct builder {
    struct arena *arena;
    char *at;
    size_t length, room;
};

void builder_init(struct builder *builder, struct arena *arena);
void builder_add(struct builder *builder, const char *bytes, size_t length);
void builder_string(struct builder *builder, const char *text); /* NULL adds nothing */
void builder_char(struct builder *builder, char character);
void builder_codepoint(struct builder *builder,
                       uint32_t codepoint); /* as UTF-8; U+FFFD for what is no character */
/* As arena_format(). */
void builder_format(struct builder *builder, const char *format, ...) __attribute__((format(printf, 2, 3)));
void builder_number(struct builder *builder, double value, int decimals); /* as number_write() */
const char *builder_text(struct builder *builder);                        /* never NULL */

#endif
