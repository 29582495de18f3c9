/* What stands in an include block: FILE.md#id beside the guide, or NAME#id of a built-in one. */
#include "guide/include.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/vector.h"
#include "text/unicode.h"
#include <string.h>

/* An include block being filled. */
struct include {
    struct guide *guide;
    struct reporter *reporter;
    struct library *library;
    struct inclusion *inclusion;
    struct node *block;
    unsigned level; /* of the heading it stands under, 0: none */
    const char *file, *id;
    struct place place; /* of the words that name them */
    bool good;
};

#define include_error(include, ...) ((include)->good = false, report((include)->reporter, __VA_ARGS__))

/* ---- Which guide ---- */

/* "FILE#id" from {source=…} or the words after the block's name. */
static bool read_source(struct include *include)
{
    struct arena *arena = include->guide->arena;
    const struct node *block = include->block;
    const char *written = node_attribute(block, "source");
    if (!written)
        written = block->title;
    if (!written || !*written || *written == '#') {
        include_error(include, FINDING_include_nothing, block->place);
        return false;
    }
    const char *hash = strchr(written, '#');
    include->place = place_find(block->place, written);
    include->file = arena_copy(arena, written, hash ? (size_t)(hash - written) : strlen(written));
    include->id = hash && hash[1] ? hash + 1 : NULL;
    return true;
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_copy(arena, path, (size_t)(slash - path)) : ".";
}

/* The file as messages name it: beside the guide that names it. */
static const char *shown_name(const struct include *include)
{
    const char *name = include->guide->source->name, *slash = strrchr(name, '/');
    return arena_format(include->guide->arena, "%.*s%s", slash ? (int)(slash + 1 - name) : 0, name,
                        include->file);
}

/* Whether bytes are text; a guide that is read alone has its own words for each fault. */
static bool is_text(const char *bytes, size_t length)
{
    return utf8_check(bytes, length) == length;
}

static const struct source *source_beside(struct include *include)
{
    struct arena *arena = include->guide->arena;
    const char *path = file_inside(arena, include->guide->source->folder, include->file);
    char *bytes;
    size_t length;
    if (path)
        reporter_reading(include->reporter, path);
    if (!path || file_read(arena, path, LIMIT_SOURCE_BYTES, &bytes, &length) != FILE_OK ||
        !is_text(bytes, length))
        return NULL;
    return source_create(arena, shown_name(include), folder_of(arena, path), bytes, length);
}

static const struct source *built_in_source(struct include *include)
{
    if (!include->library || strchr(include->file, '/'))
        return NULL;
    return library_source(include->library,
                          arena_format(include->guide->arena, "guides/%s.md", include->file));
}

static const char *nearest_built_in(const struct include *include)
{
    const char *const *names = NULL;
    size_t count = 0;
    if (include->library)
        library_names(include->library, include->guide->arena, "guides", ".md", &names, &count);
    return nearest_name(include->file, names, count);
}

static bool same_text(const struct source *a, const struct source *b)
{
    return !strcmp(a->name, b->name) && a->length == b->length && !memcmp(a->text, b->text, a->length);
}

static const struct source *find_source(struct include *include)
{
    const struct source *source = built_in_source(include);
    if (!source)
        source = source_beside(include);
    if (!source) {
        bool is_file = strchr(include->file, '/') || strchr(include->file, '.');
        include_error(include, is_file ? FINDING_include_missing : FINDING_include_unknown,
                      place_find(include->place, include->file), include->file, nearest_built_in(include));
        return NULL;
    }
    struct inclusion *first = include->inclusion;
    for (struct inclusion *at = include->inclusion; at; first = at, at = at->outer)
        if (same_text(at->source, source)) {
            include_error(include, FINDING_include_cycle, include->place, include->file);
            return NULL;
        }
    if (++first->count > LIMIT_INCLUDES) {
        include_error(include, FINDING_too_many_includes, include->place, LIMIT_TEXT(LIMIT_INCLUDES));
        return NULL;
    }
    return source;
}

/* ---- Which part of it ---- */

static struct node *part_named(const struct guide *guide, const char *id, struct fact_paths *ids)
{
    struct node_iterator iterator;
    node_iterate(&iterator, guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        struct node *node = (struct node *)iterator.node; /* the tree was read for this include alone */
        if (iterator.event != NODE_ENTER || !node->id || !node_is_block(node->type) ||
            node->type == NODE_HEADING)
            continue;
        if (!strcmp(node->id, id))
            return node;
        *VECTOR_ADD(guide->arena, ids) = node->id;
    }
    return NULL;
}

static struct node *find_part(struct include *include, const struct guide *included)
{
    struct fact_paths ids = {NULL, 0, 0};
    if (!include->id)
        return included->document;
    struct node *part = part_named(included, include->id, &ids);
    if (!part)
        include_error(include, FINDING_unknown_section, place_find(include->place, include->id), include->id,
                      nearest_name(include->id, ids.at, ids.count));
    return part;
}

/* ---- How it stands here ---- */

/* Moves the blocks of a part to `to`, sections undone. */
static void move_blocks(struct node *part, struct node *to)
{
    bool opened = part->type == NODE_SECTION || part->type == NODE_DOCUMENT;
    if (!opened) {
        node_remove(part);
        node_append(to, part);
        return;
    }
    for (struct node *child; (child = part->first);) {
        if (child->type == NODE_SECTION)
            move_blocks(child, to);
        node_remove(child);
        if (child->type != NODE_SECTION)
            node_append(to, child);
    }
}

static unsigned highest_level(const struct node *first)
{
    unsigned level = 6;
    for (const struct node *node = first; node; node = node->next)
        if (node->type == NODE_HEADING && node->level < level)
            level = node->level;
    return level;
}

enum { DEEPEST_HEADING = 6 };

/* A section keeps its level, so that it stands beside the section before it, but skips none: before any other
 * heading it stands below the guide's title, as "##" does. A whole guide goes below. Their ids are given
 * anew, since here another may have them. */
static void shift_headings(struct node *first, unsigned below, bool whole)
{
    unsigned highest = highest_level(first), beside = below > 0 ? below + 1 : 2;
    unsigned to = whole ? below + 1 : highest > beside ? beside : highest;
    for (struct node *node = first; node; node = node->next) {
        if (node->type != NODE_HEADING)
            continue;
        node->id = NULL;
        unsigned level = to + node->level - highest;
        node->level = level > DEEPEST_HEADING ? DEEPEST_HEADING : level;
    }
}

static void mark_language(struct node *first, const char *language)
{
    for (struct node *node = first; node; node = node->next)
        if (!node->language)
            node->language = language;
}

/* Footnotes are numbered on, and the first reference that came along holds each. */
static void take_notes(struct guide *guide, const struct guide *included, const struct node *block)
{
    bool *held = ARENA_ARRAY(guide->arena, bool, included->note_count + 1);
    struct node_iterator iterator;
    node_iterate(&iterator, block);
    while (node_next(&iterator) != NODE_DONE) {
        struct node *reference = (struct node *)iterator.node;
        if (iterator.event != NODE_ENTER || reference->type != NODE_FOOTNOTE_REF ||
            reference->place.source == guide->source)
            continue;
        struct node *note = reference->note;
        size_t number = reference->start - 1;
        if (!held[number] && note->parent != reference) {
            node_remove(note);
            node_append(reference, note);
        }
        if (!held[number])
            note->start += (unsigned)guide->note_count;
        held[number] = true;
        reference->start = note->start;
        reference->id = note->id = arena_format(guide->arena, "note-%u", note->start);
    }
    guide->note_count += included->note_count;
}

static void keep_guide(struct guide *guide, const struct guide *included)
{
    struct included_guide *kept = ARENA_NEW(guide->arena, struct included_guide);
    *kept = (struct included_guide){included, guide->included};
    guide->included = kept;
}

static void place_part(struct include *include, const struct guide *included, struct node *part)
{
    struct guide *guide = include->guide;
    struct node *block = include->block, *before = block->last;
    move_blocks(part, block);
    struct node *first = before ? before->next : block->first;
    shift_headings(first, include->level, part->type == NODE_DOCUMENT);
    if (strcmp(included->front.language, guide->front.language) != 0)
        mark_language(first, included->front.language);
    take_notes(guide, included, block);
    block->title = NULL;
    keep_guide(guide, included);
    if (node_depth(block) + node_height(block) > LIMIT_NESTING)
        include_error(include, FINDING_too_deep, include->place, LIMIT_TEXT(LIMIT_NESTING));
}

static bool fill(struct include *include)
{
    if (!read_source(include))
        return false;
    const struct source *source = find_source(include);
    if (!source)
        return false;
    struct guide *included =
        guide_read(include->guide->arena, include->reporter, include->library, source, include->inclusion);
    struct node *part = included ? find_part(include, included) : NULL;
    if (part)
        place_part(include, included, part);
    return part && include->good;
}

bool guide_include(struct guide *guide, struct reporter *reporter, struct library *library,
                   struct inclusion *inclusion)
{
    VECTOR(struct include) includes = {0};
    unsigned level = 0;
    struct node_iterator iterator;
    node_iterate(&iterator, guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        struct node *node = (struct node *)iterator.node;
        if (iterator.event == NODE_ENTER && node->type == NODE_HEADING)
            level = node->level;
        if (iterator.event == NODE_ENTER && block_is(node, BLOCK_include))
            *VECTOR_ADD(guide->arena, &includes) = (struct include){.guide = guide,
                                                                    .reporter = reporter,
                                                                    .library = library,
                                                                    .inclusion = inclusion,
                                                                    .block = node,
                                                                    .level = level,
                                                                    .good = true};
    }
    bool good = true;
    for (size_t i = 0; i < includes.count; i++)
        good &= fill(&includes.at[i]);
    return good;
}
