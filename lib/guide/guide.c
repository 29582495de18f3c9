#include "guide/guide.h"
#include "base/limits.h"
#include "guide/include.h"
#include "guide/reader.h"
#include "guide/sections.h"
#include "text/unicode.h"
#include <string.h>

enum { BOM_LENGTH = 3 };

/* Bytes that may be shown and counted in, whatever they were: bad ones become question marks. */
static const struct source *readable_source(struct arena *arena, const char *name, const char *bytes,
                                            size_t length)
{
    char *text = arena_copy(arena, bytes, length);
    for (size_t at = 0; (at += utf8_check(text + at, length - at)) < length;)
        text[at] = '?';
    return source_create(arena, name, NULL, text, length);
}

static bool check_text(struct arena *arena, struct reporter *reporter, const char *name, const char *bytes,
                       size_t length)
{
    size_t bad = utf8_check(bytes, length);
    if (bad == length)
        return true;
    struct place place = {readable_source(arena, name, bytes, length), (uint32_t)bad, (uint32_t)bad + 1};
    if (bytes[bad] == '\0')
        report(reporter, FINDING_nul_byte, place);
    else
        report(reporter, FINDING_bad_utf8, place, arena_format(arena, "0x%x", (unsigned char)bytes[bad]));
    return false;
}

static bool check_size(struct reporter *reporter, const char *name, size_t length)
{
    if (length <= LIMIT_SOURCE_BYTES)
        return true;
    report_file(reporter, FINDING_limit, name, (const char *const[4]){"64 MB"});
    return false;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

struct guide *guide_create(struct arena *arena, struct reporter *reporter, struct library *library,
                           const char *name, const char *folder, const char *bytes, size_t length)
{
    if (length >= BOM_LENGTH && !memcmp(bytes, "\xEF\xBB\xBF", BOM_LENGTH)) {
        bytes += BOM_LENGTH;
        length -= BOM_LENGTH;
    }
    name = arena_string(arena, name);
    if (!check_size(reporter, name, length) || !check_text(arena, reporter, name, bytes, length))
        return NULL;
    const struct source *source =
        source_create(arena, name, arena_string(arena, folder), arena_copy(arena, bytes, length), length);
    return guide_read(arena, reporter, library, source, NULL);
}

static const struct node *first_heading(const struct node *document, unsigned level)
{
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.event == NODE_ENTER && iterator.node->type == NODE_SECTION &&
            iterator.node->level == level)
            return iterator.node->first;
    return NULL;
}

static void fall_back_to_heading(struct guide *guide)
{
    const struct node *heading = guide->front.title ? NULL : first_heading(guide->document, 1);
    if (!heading)
        return;
    guide->front.title = node_plain_text(guide->arena, heading);
    guide->front.title_place = heading->place;
}

static bool report_empty(const struct guide *guide, struct reporter *reporter)
{
    struct place place = {guide->source, (uint32_t)guide->body, (uint32_t)guide->body};
    report(reporter, FINDING_empty_guide, place);
    return false;
}

/* Parses Markdown from guide->body on into guide->document; false after reported errors. */
static bool parse(struct guide *guide, struct reporter *reporter, struct library *library,
                  struct inclusion *inclusion)
{
    const struct source *source = guide->source;
    if (is_blank(source->text + guide->body))
        return report_empty(guide, reporter);
    struct reader reader = {.guide = guide, .arena = guide->arena, .reporter = reporter, .source = source};
    if (!prepare(&reader.prepared, guide->arena, reporter, source, guide->body))
        return false;
    struct place all = {source, (uint32_t)guide->body, (uint32_t)source->length};
    reader.current = guide->document = node_create(guide->arena, NODE_DOCUMENT, all);
    reader.cursor = guide->body;
    reader_run(&reader);
    if (reader.stopped)
        return false;
    reader_footnotes(&reader);
    if (!guide_include(guide, reporter, library, inclusion))
        reader.failed = true;
    sections_nest(guide->arena, guide->document);
    if (!sections_name(guide->arena, reporter, guide->document) || reader.failed)
        return false;
    if (!node_shows(guide->document))
        return report_empty(guide, reporter);
    fall_back_to_heading(guide);
    return true;
}

struct guide *guide_read(struct arena *arena, struct reporter *reporter, struct library *library,
                         const struct source *source, struct inclusion *outer)
{
    struct guide *guide = ARENA_NEW(arena, struct guide);
    struct inclusion inclusion = {.source = source, .outer = outer};
    guide->arena = arena;
    guide->source = source;
    bool good = guide_read_front_matter(guide, reporter, library);
    good = parse(guide, reporter, library, &inclusion) && good;
    return good ? guide : NULL;
}

static bool is_one_of(const char *word, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(word, names[i]))
            return true;
    return false;
}

static bool check_words(const struct guide *guide, struct reporter *reporter,
                        const struct attribute *attribute, const char *const *names, size_t count)
{
    bool good = true;
    for (const char *at = attribute->value; *(at += strspn(at, " ,"));) {
        size_t length = strcspn(at, " ,");
        const char *word = arena_copy(guide->arena, at, length);
        at += length;
        if (is_one_of(word, names, count))
            continue;
        report(reporter, FINDING_unknown_value, place_find(attribute->place, word), word, attribute->key,
               nearest_name(word, names, count));
        good = false;
    }
    return good;
}

bool guide_check_attribute(const struct guide *guide, struct reporter *reporter, const char *key,
                           const char *const *names, size_t count)
{
    bool good = true;
    struct node_iterator iterator;
    node_iterate(&iterator, guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *node = iterator.node;
        if (iterator.event != NODE_ENTER || !node->attributes || node->type == NODE_SECTION)
            continue; /* a section's attributes are its heading's */
        for (const struct attribute *at = node->attributes->first; at; at = at->next)
            if (!strcmp(at->key, key))
                good &= check_words(guide, reporter, at, names, count);
    }
    return good;
}
