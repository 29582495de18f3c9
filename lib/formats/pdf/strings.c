#include "formats/pdf/strings.h"
#include "text/unicode.h"
#include <string.h>

static const char digits[] = "0123456789ABCDEF";

static void put_hex_byte(struct builder *out, unsigned byte)
{
    builder_char(out, digits[byte >> 4 & 15]);
    builder_char(out, digits[byte & 15]);
}

void put_hex(struct builder *out, const uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        put_hex_byte(out, bytes[i]);
}

void put_literal_byte(struct builder *out, uint8_t byte)
{
    if (byte == '\r') { /* readers turn a bare CR into LF */
        builder_add(out, "\\r", 2);
        return;
    }
    if (byte == '(' || byte == ')' || byte == '\\')
        builder_char(out, '\\');
    builder_char(out, (char)byte);
}

void put_literal(struct builder *out, const char *bytes, size_t length)
{
    builder_char(out, '(');
    for (size_t i = 0; i < length; i++)
        put_literal_byte(out, (uint8_t)bytes[i]);
    builder_char(out, ')');
}

/* UTF-16 code units of a code point; returns 1 or 2. */
static int utf16_units(uint32_t codepoint, unsigned units[2])
{
    if (codepoint < 0x10000) {
        units[0] = codepoint;
        return 1;
    }
    codepoint -= 0x10000;
    units[0] = 0xD800 + (codepoint >> 10);
    units[1] = 0xDC00 + (codepoint & 0x3FF);
    return 2;
}

void put_utf16_hex(struct builder *out, const char *text, size_t length)
{
    unsigned units[2];
    for (size_t at = 0; at < length;) {
        int count = utf16_units(utf8_next(text, length, &at), units);
        for (int i = 0; i < count; i++) {
            put_hex_byte(out, units[i] >> 8);
            put_hex_byte(out, units[i] & 255);
        }
    }
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((uint8_t)text[i] > 126 || (uint8_t)text[i] < 32)
            return false;
    return true;
}

void put_text(struct builder *out, const char *text, size_t length)
{
    if (is_ascii(text, length)) {
        put_literal(out, text, length);
        return;
    }
    builder_string(out, "(\xFE\xFF");
    unsigned units[2];
    for (size_t at = 0; at < length;) {
        int count = utf16_units(utf8_next(text, length, &at), units);
        for (int i = 0; i < count; i++) {
            put_literal_byte(out, (uint8_t)(units[i] >> 8));
            put_literal_byte(out, (uint8_t)(units[i] & 255));
        }
    }
    builder_char(out, ')');
}

static bool is_alphanumeric(uint8_t byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z');
}

void put_name(struct builder *out, const char *name)
{
    builder_char(out, '/');
    for (; *name; name++) {
        uint8_t byte = (uint8_t)*name;
        if (is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == '.') {
            builder_char(out, (char)byte);
        } else {
            builder_char(out, '#');
            put_hex_byte(out, byte);
        }
    }
}

void put_uri(struct builder *out, const char *uri)
{
    builder_char(out, '(');
    for (; *uri; uri++) {
        uint8_t byte = (uint8_t)*uri;
        if (byte <= 32 || byte >= 127 || strchr("\"<>\\^`{|}", byte)) {
            builder_char(out, '%');
            put_hex_byte(out, byte);
        } else {
            put_literal_byte(out, byte);
        }
    }
    builder_char(out, ')');
}

void put_xml(struct builder *out, const char *text)
{
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t codepoint = utf8_next(text, length, &at);
        if (codepoint == '&')
            builder_string(out, "&amp;");
        else if (codepoint == '<')
            builder_string(out, "&lt;");
        else if (codepoint == '>')
            builder_string(out, "&gt;");
        else if ((codepoint >= 32 || codepoint == '\t' || codepoint == '\n') && codepoint != 0xFFFE &&
                 codepoint != 0xFFFF)
            builder_codepoint(out, codepoint);
    }
}
