#include "guide/audiences.h"
#include "base/reporter.h"
#include "guide/guide.h"
#include "text/unicode.h"
#include <string.h>

const struct audience audiences[] = {
#define LOA_AUDIENCE(name, wider, aliases, vi, en) {name, wider, aliases, vi, en},
#include "guide/audiences.def"
#undef LOA_AUDIENCE
};
const size_t audience_count = sizeof audiences / sizeof *audiences;

enum { NAME_ROOM = 64 };

static bool has_alias(const char *aliases, const char *name)
{
    char alias[NAME_ROOM];
    while (*aliases) {
        size_t length = strcspn(aliases, " ");
        if (length < NAME_ROOM) {
            memcpy(alias, aliases, length);
            alias[length] = '\0';
            if (unicode_same_name(alias, name))
                return true;
        }
        aliases += length + strspn(aliases + length, " ");
    }
    return false;
}

const struct audience *audience_named(const char *name, size_t length)
{
    char word[NAME_ROOM];
    if (length == 0 || length >= NAME_ROOM)
        return NULL;
    for (size_t i = 0; i < length; i++)
        word[i] = name[i] == ' ' ? '-' : name[i];
    word[length] = '\0';
    for (size_t i = 0; i < audience_count; i++)
        if (unicode_same_name(audiences[i].name, word) || has_alias(audiences[i].aliases, word))
            return &audiences[i];
    return NULL;
}

static bool within(const struct audience *narrow, const struct audience *wide)
{
    return narrow == wide || (narrow->wider && !strcmp(narrow->wider, wide->name));
}

bool audience_matches(const struct audience *asked, const struct audience *marked)
{
    return within(asked, marked) || within(marked, asked);
}

const char *audience_nearest(const char *name)
{
    const char *names[sizeof audiences / sizeof *audiences];
    for (size_t i = 0; i < audience_count; i++)
        names[i] = audiences[i].name;
    return nearest_name(name, names, audience_count);
}

bool audience_known(const char *name)
{
    return audience_named(name, strlen(name)) != NULL;
}
