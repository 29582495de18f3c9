/* Which parts of a guide an edition shows. */
#include "guide/edition.h"
#include <string.h>

/* The next of words separated by spaces or commas; false at the end. */
static bool next_word(const char **at, size_t *length)
{
    *at += strspn(*at, " ,");
    *length = strcspn(*at, " ,");
    return *length > 0;
}

static bool lists_audience(const char *names, const struct audience *asked)
{
    for (size_t length; next_word(&names, &length); names += length) {
        const struct audience *marked = audience_named(names, length);
        if (marked && audience_matches(asked, marked))
            return true;
    }
    return false;
}

static bool lists_word(const char *words, const char *asked)
{
    for (size_t length; next_word(&words, &length); words += length)
        if (strlen(asked) == length && !memcmp(words, asked, length))
            return true;
    return false;
}

bool language_matches(const char *a, const char *b)
{
    size_t length = strcspn(a, "-");
    return length == strcspn(b, "-") && !strncmp(a, b, length);
}

static bool lists_language(struct arena *arena, const char *words, const char *asked)
{
    for (size_t length; next_word(&words, &length); words += length)
        if (language_matches(arena_copy(arena, words, length), asked))
            return true;
    return false;
}

bool edition_shows(const struct edition_maker *maker, const struct node *node)
{
    if (!node->attributes)
        return true;
    const struct edition_options *options = maker->options;
    const char *audience = node_attribute(node, "audience"), *language = node_attribute(node, "lang");
    const char *piece = node_attribute(node, "piece"), *format = node_attribute(node, "format");
    if (!language && node->type == NODE_BLOCK && node->block == BLOCK_only)
        language = node_attribute(node, "language");
    return !(audience && maker->audience && !lists_audience(audience, maker->audience)) &&
           !(language && !lists_language(maker->arena, language, maker->edition->language)) &&
           !(piece && options->piece && !lists_word(piece, options->piece)) &&
           !(format && options->format && !lists_word(format, options->format));
}
