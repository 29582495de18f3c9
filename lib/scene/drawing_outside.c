/* What an SVG takes from elsewhere. Drawing programs link photographs rather than holding them, and their
 * authors should know that these are missing. */
#include "scene/drawing.h"
#include <string.h>

/* Elements that show what their href leads to; an <a> only links. */
static const char *const elements[] = {"image", "use", "feImage", "xi:include", "?xml-stylesheet"};

static bool is_name_end(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '/' || c == '>';
}

/* Whether a tag, which begins behind its '<', is of one of the elements. */
static bool shows_others(const char *tag, size_t length)
{
    if (length > 4 && memcmp(tag, "svg:", 4) == 0) {
        tag += 4;
        length -= 4;
    }
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        size_t size = strlen(elements[i]);
        if (length > size && memcmp(tag, elements[i], size) == 0 && is_name_end(tag[size]))
            return true;
    }
    return false;
}

/* The value of the tag's href, in the arena; NULL: none. */
static const char *reference(struct arena *arena, const char *tag, size_t length)
{
    for (const char *at = tag, *end = tag + length; at + 6 < end; at++) {
        if (memcmp(at, "href=", 5) != 0 || (at[5] != '"' && at[5] != '\''))
            continue;
        const char *value = at + 6, *close = memchr(value, at[5], (size_t)(end - value));
        return arena_copy(arena, value, (size_t)((close ? close : end) - value));
    }
    return NULL;
}

bool drawing_has_noise(const char *bytes, size_t length)
{
    static const char name[] = "feTurbulence";
    const char *end = bytes + length;
    for (const char *at = bytes; (at = memchr(at, name[0], (size_t)(end - at))); at++)
        if ((size_t)(end - at) >= strlen(name) && memcmp(at, name, strlen(name)) == 0)
            return true;
    return false;
}

const char *drawing_outside(struct arena *arena, const char *bytes, size_t length)
{
    const char *end = bytes + length;
    for (const char *at = bytes; (at = memchr(at, '<', (size_t)(end - at)));) {
        const char *tag = ++at, *close = memchr(tag, '>', (size_t)(end - tag));
        at = close ? close : end;
        if (!shows_others(tag, (size_t)(at - tag)))
            continue;
        const char *value = reference(arena, tag, (size_t)(at - tag));
        if (value && *value != '#' && strncmp(value, "data:", 5) != 0)
            return value;
    }
    return NULL;
}
