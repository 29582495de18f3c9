#include "guide/sections.h"
#include "base/map.h"
#include "text/unicode.h"
#include <string.h>

static struct node *section_of(struct arena *arena, const struct node *heading)
{
    struct node *section = node_create(arena, NODE_SECTION, heading->place);
    section->level = heading->level;
    section->attributes = heading->attributes;
    section->language = heading->language;
    section->id = heading->id;
    return section;
}

static struct node *parent_for(struct node *at, const struct node *scope, const struct node *heading)
{
    while (at != scope && at->level >= heading->level)
        at = at->parent;
    return at;
}

static void extend(struct node *at, const struct node *scope, uint32_t end)
{
    for (; at != scope; at = at->parent)
        if (at->place.end < end)
            at->place.end = end;
}

bool block_is_scope(const struct node *node)
{
    return block_is(node, BLOCK_only) || block_is(node, BLOCK_include);
}

/* Where a block that holds sections goes: beside those of its first heading's level. */
static struct node *parent_for_block(struct node *at, const struct node *scope, const struct node *block)
{
    const struct node *first = block->first;
    return first && first->type == NODE_HEADING ? parent_for(at, scope, first) : at;
}

void sections_nest(struct arena *arena, struct node *scope)
{
    struct node *child = scope->first, *at = scope;
    scope->first = scope->last = NULL;
    for (struct node *next; child; child = next) {
        next = child->next;
        if (child->type == NODE_HEADING) {
            struct node *section = section_of(arena, child);
            at = parent_for(at, scope, child);
            node_append(at, section);
            at = section;
        } else if (block_is_scope(child)) {
            at = parent_for_block(at, scope, child);
            sections_nest(arena, child);
        }
        node_append(at, child);
        extend(at, scope, child->place.end);
    }
}

/* Ids taken, and for each slug the number to try next. */
struct ids {
    struct arena *arena;
    struct reporter *reporter;
    const struct source *source; /* of the guide itself */
    struct map taken;            /* id -> node */
    struct map numbers;          /* slug -> unsigned */
    bool good;
};

static struct place id_place(struct arena *arena, const struct attributes *attributes)
{
    const char *written = arena_format(arena, "#%s", attributes->id);
    return place_find(attributes->place, written);
}

/* A section's heading shares its attributes: the section stands for both. */
static bool bears_id(const struct node *node)
{
    if (!node->attributes || !node->attributes->id)
        return false;
    return !(node->type == NODE_HEADING && node->parent && node->parent->type == NODE_SECTION);
}

/* The guide's own ids first; those of included guides give way. */
static void take_explicit(struct ids *ids, struct node *node, bool included)
{
    const char *id = node->attributes->id;
    const struct node *first = map_get(&ids->taken, id);
    if ((node->place.source != ids->source) != included)
        return;
    if (first && included) {
        node->id = NULL;
        return;
    }
    if (first) {
        unsigned line = source_locate(first->attributes->place).line;
        report(ids->reporter, FINDING_duplicate_id, id_place(ids->arena, node->attributes), id,
               arena_format(ids->arena, "%u", line));
        ids->good = false;
    }
    map_set(&ids->taken, id, node);
    node->id = id;
}

static const char *free_slug(struct ids *ids, const struct node *heading)
{
    const char *words = node_plain_text(ids->arena, heading);
    const char *taken = heading->attributes ? heading->attributes->id : NULL;
    const char *slug = taken ? taken : unicode_slug(ids->arena, words, strlen(words));
    if (!*slug)
        slug = "muc"; /* a heading of signs only: "section" */
    unsigned *number = map_get(&ids->numbers, slug);
    if (!number) {
        number = ARENA_NEW(ids->arena, unsigned);
        *number = 1;
        map_set(&ids->numbers, slug, number);
    }
    const char *id = slug;
    while (*number > 1 || map_get(&ids->taken, id)) {
        if (*number > 1)
            id = arena_format(ids->arena, "%s-%u", slug, *number);
        if (!map_get(&ids->taken, id))
            break;
        ++*number;
    }
    ++*number;
    return id;
}

bool sections_name(struct arena *arena, struct reporter *reporter, struct node *document)
{
    struct ids ids = {.arena = arena, .reporter = reporter, .source = document->place.source, .good = true};
    map_init(&ids.taken, arena);
    map_init(&ids.numbers, arena);
    struct node_iterator iterator;
    for (int included = 0; included <= 1; included++) {
        node_iterate(&iterator, document);
        while (node_next(&iterator) != NODE_DONE) /* the tree is the reader's, not yet read-only */
            if (iterator.event == NODE_ENTER && bears_id(iterator.node))
                take_explicit(&ids, (struct node *)iterator.node, included);
    }
    node_iterate(&iterator, document);
    while (node_next(&iterator) != NODE_DONE) {
        struct node *section = (struct node *)iterator.node;
        if (iterator.event != NODE_ENTER || section->type != NODE_SECTION)
            continue;
        if (!section->id) {
            section->id = free_slug(&ids, section->first);
            map_set(&ids.taken, section->id, section);
        }
        section->first->id = section->id;
    }
    return ids.good;
}
