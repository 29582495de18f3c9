#include "formats/format.h"
#include <string.h>
#include <strings.h>

const struct format *const formats[] = {
#define LOA_FORMAT(name) &format_##name,
#include "formats/formats.def"
#undef LOA_FORMAT
    NULL};

const struct format *format_named(const char *name)
{
    for (size_t i = 0; formats[i]; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

void format_extension(const struct format *format, char extension[EXTENSION_ROOM])
{
    size_t length = strcspn(format->extensions, " ");
    length = length < EXTENSION_ROOM ? length : EXTENSION_ROOM - 1;
    memcpy(extension, format->extensions, length);
    extension[length] = '\0';
}

static bool word_in_list(const char *list, const char *word)
{
    size_t length = strlen(word);
    while (*list) {
        size_t span = strcspn(list, " ");
        if (span == length && strncasecmp(list, word, length) == 0)
            return true;
        list += span;
        list += strspn(list, " ");
    }
    return false;
}

const struct format *format_for_extension(const char *extension)
{
    for (size_t i = 0; formats[i]; i++)
        if (word_in_list(formats[i]->extensions, extension))
            return formats[i];
    return NULL;
}
