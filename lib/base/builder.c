#include "base/builder.h"
#include "base/number.h"
#include <stdint.h>
#include <string.h>

void builder_init(struct builder *builder, struct arena *arena)
{
    *builder = (struct builder){.arena = arena};
}

void builder_add(struct builder *builder, const char *bytes, size_t length)
{
    if (!length)
        return;
    if (builder->room - builder->length <= length) {
        size_t room = (builder->room + length) * 2;
        room = room < 64 ? 64 : room;
        char *at = arena_alloc(builder->arena, room > length ? room : SIZE_MAX);
        if (builder->length)
            memcpy(at, builder->at, builder->length);
        builder->at = at;
        builder->room = room;
    }
    memcpy(builder->at + builder->length, bytes, length);
    builder->length += length;
    builder->at[builder->length] = '\0';
}

void builder_string(struct builder *builder, const char *text)
{
    if (text)
        builder_add(builder, text, strlen(text));
}

void builder_char(struct builder *builder, char character)
{
    builder_add(builder, &character, 1);
}

void builder_codepoint(struct builder *builder, uint32_t codepoint)
{
    char bytes[4];
    size_t length;
    if (codepoint > 0x10ffff || (codepoint >= 0xd800 && codepoint < 0xe000))
        codepoint = 0xfffd;
    if (codepoint < 0x80) {
        bytes[0] = (char)codepoint;
        length = 1;
    } else if (codepoint < 0x800) {
        bytes[0] = (char)(0xc0 | codepoint >> 6);
        bytes[1] = (char)(0x80 | (codepoint & 0x3f));
        length = 2;
    } else if (codepoint < 0x10000) {
        bytes[0] = (char)(0xe0 | codepoint >> 12);
        bytes[1] = (char)(0x80 | (codepoint >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (codepoint & 0x3f));
        length = 3;
    } else {
        bytes[0] = (char)(0xf0 | codepoint >> 18);
        bytes[1] = (char)(0x80 | (codepoint >> 12 & 0x3f));
        bytes[2] = (char)(0x80 | (codepoint >> 6 & 0x3f));
        bytes[3] = (char)(0x80 | (codepoint & 0x3f));
        length = 4;
    }
    builder_add(builder, bytes, length);
}

void builder_format(struct builder *builder, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    builder_string(builder, arena_vformat(builder->arena, format, arguments));
    va_end(arguments);
}

void builder_number(struct builder *builder, double value, int decimals)
{
    char text[NUMBER_ROOM];
    builder_add(builder, text, number_write(text, value, decimals));
}

const char *builder_text(struct builder *builder)
{
    return builder->at ? builder->at : "";
}
