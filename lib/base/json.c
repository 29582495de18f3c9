#include "base/json.h"
#include "base/number.h"
#include <string.h>

static void put(struct json *json, const char *text)
{
    loa_sink_text(json->sink, text);
}

static void begin_line(struct json *json)
{
    put(json, "\n");
    for (unsigned i = 0; i < json->depth; i++)
        put(json, " ");
}

/* What stands between the member before and this one, and this one's name. */
static void begin_member(struct json *json, const char *name)
{
    if (json->begun)
        put(json, json->line ? ", " : ",");
    if (!json->line && json->depth)
        begin_line(json);
    json->begun = true;
    if (!name)
        return;
    put(json, "\"");
    put(json, name);
    put(json, "\": ");
}

static void begin(struct json *json, const char *name, const char *bracket)
{
    begin_member(json, name);
    put(json, bracket);
    json->depth++;
    json->line += json->line || json->short_next;
    json->short_next = false;
    json->begun = false;
}

static void end(struct json *json, const char *bracket)
{
    json->depth--;
    if (json->line)
        json->line--;
    else if (json->begun)
        begin_line(json);
    put(json, bracket);
    json->begun = true;
}

void json_begin_object(struct json *json, const char *name)
{
    begin(json, name, "{");
}

void json_end_object(struct json *json)
{
    end(json, "}");
}

void json_begin_list(struct json *json, const char *name)
{
    begin(json, name, "[");
}

void json_end_list(struct json *json)
{
    end(json, "]");
}

void json_on_one_line(struct json *json)
{
    json->short_next = true;
}

/* How many bytes the character at `text` has; 0 when it is none (RFC 3629: no overlong forms, no surrogates).
 */
static size_t character_length(const unsigned char *text, size_t left)
{
    unsigned char lead = text[0], low = 0x80, high = 0xbf;
    if (lead < 0x80)
        return 1;
    size_t length = lead >= 0xc2 && lead <= 0xdf   ? 2
                    : lead >= 0xe0 && lead <= 0xef ? 3
                    : lead >= 0xf0 && lead <= 0xf4 ? 4
                                                   : 0;
    if (length == 0 || length > left)
        return 0;
    if (lead == 0xe0)
        low = 0xa0;
    else if (lead == 0xed)
        high = 0x9f;
    else if (lead == 0xf0)
        low = 0x90;
    else if (lead == 0xf4)
        high = 0x8f;
    bool good = text[1] >= low && text[1] <= high;
    for (size_t i = 2; i < length; i++)
        good &= text[i] >= 0x80 && text[i] <= 0xbf;
    return good ? length : 0;
}

static void put_escape(struct json *json, unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";
    const char code[] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15], '\0'};
    const char sign[] = {'\\', (char)byte, '\0'};
    put(json, byte == '\n' ? "\\n" : byte == '\t' ? "\\t" : byte < 0x20 ? code : sign);
}

void json_text_of(struct json *json, const char *name, const char *text, size_t length)
{
    begin_member(json, name);
    put(json, "\"");
    size_t plain = 0; /* what was not yet written begins here */
    for (size_t at = 0; at < length;) {
        unsigned char byte = (unsigned char)text[at];
        size_t size = character_length((const unsigned char *)text + at, length - at);
        bool as_it_is = size > 0 && byte >= 0x20 && byte != '"' && byte != '\\';
        if (!as_it_is) {
            loa_sink_write(json->sink, text + plain, at - plain);
            if (size)
                put_escape(json, byte);
            else
                put(json, "\xef\xbf\xbd");
            plain = at + 1;
        }
        at += as_it_is ? size : 1;
    }
    loa_sink_write(json->sink, text + plain, length - plain);
    put(json, "\"");
}

void json_text(struct json *json, const char *name, const char *text)
{
    if (text) {
        json_text_of(json, name, text, strlen(text));
        return;
    }
    begin_member(json, name);
    put(json, "null");
}

void json_text_if(struct json *json, const char *name, const char *text)
{
    if (text && *text)
        json_text(json, name, text);
}

void json_number(struct json *json, const char *name, double value, int decimals)
{
    char digits[NUMBER_ROOM];
    begin_member(json, name);
    loa_sink_write(json->sink, digits, number_write(digits, value, decimals));
}

void json_truth(struct json *json, const char *name, bool value)
{
    begin_member(json, name);
    put(json, value ? "true" : "false");
}

void json_begin_document(struct json *json, const char *format, unsigned version)
{
    json_begin_object(json, NULL);
    json_text(json, "format", format);
    json_number(json, "version", version, 0);
}

void json_end_document(struct json *json)
{
    json_end_object(json);
    put(json, "\n");
}
