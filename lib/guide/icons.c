#include "guide/icons.h"
#include "base/map.h"
#include "base/vector.h"
#include "text/search.h"
#include "text/unicode.h"
#include <string.h>

#define LONGEST_PHRASE 5  /* words of a phrase in the table */
#define HEADING_WORDS  40 /* of a heading that are looked at */

/* A row of icons/headings.yaml. */
struct suggestion {
    size_t rank;       /* the first rows are tried first */
    const char *icons; /* parted by commas */
};

struct chooser {
    struct arena *arena;
    struct library *library;
    const char *title;
    struct map phrases; /* -> struct suggestion */
};

/* The next of the texts parted by commas; NULL at the end. */
static const char *next_name(struct arena *arena, const char **list)
{
    const char *at = *list + strspn(*list, ", ");
    size_t length = strcspn(at, ",");
    *list = at + length;
    return length ? arena_copy(arena, at, length) : NULL;
}

static void load_phrases(struct chooser *chooser)
{
    const struct yaml_node *table = library_yaml(chooser->library, "icons/headings.yaml");
    size_t rank = 0;
    for (const struct yaml_node *row = table ? table->first : NULL; row; row = row->next, rank++) {
        const char *phrases = row->key, *phrase;
        while (row->type == YAML_SCALAR && (phrase = next_name(chooser->arena, &phrases))) {
            struct suggestion *suggestion = ARENA_NEW(chooser->arena, struct suggestion);
            *suggestion = (struct suggestion){rank, row->text};
            map_set(&chooser->phrases, phrase, suggestion);
        }
    }
}

/* Where the words of a text begin and end. */
struct words {
    size_t start[HEADING_WORDS], end[HEADING_WORDS];
    size_t count;
};

static void split(const char *text, struct words *words)
{
    bool inside = false;
    words->count = 0;
    for (size_t at = 0, length = strlen(text); at < length;) {
        size_t start = at;
        bool letter = unicode_is_letter(text + at);
        utf8_next(text, length, &at);
        if (letter && !inside) {
            if (words->count == HEADING_WORDS)
                return;
            words->start[words->count++] = start;
        }
        if (letter)
            words->end[words->count - 1] = at;
        inside = letter;
    }
}

/* The row of the table that a heading's words ask for; NULL when none does. */
static const struct suggestion *suggested(struct chooser *chooser, const struct node *heading)
{
    const char *plain = node_plain_text(chooser->arena, heading);
    const char *text = unicode_lower(chooser->arena, plain, strlen(plain));
    const struct suggestion *best = NULL;
    struct words words;
    split(text, &words);
    for (size_t i = 0; i < words.count; i++)
        for (size_t k = i; k < words.count && k < i + LONGEST_PHRASE; k++) {
            const struct suggestion *found =
                map_find(&chooser->phrases, text + words.start[i], words.end[k] - words.start[i]);
            if (found && (!best || found->rank < best->rank))
                best = found;
        }
    return best;
}

static const char *asked_for(const struct node *section)
{
    const char *name = node_attribute(section, "icon");
    return name && !strcmp(name, "none") ? "" : name;
}

static struct node *section_from(struct node *node)
{
    while (node && node->type != NODE_SECTION)
        node = node->next;
    return node;
}

static struct node *next_section(const struct node *section)
{
    return section_from(section->next);
}

static bool may_choose(const struct chooser *chooser, const struct node *section)
{
    if (section->type != NODE_SECTION || section->level > 2 || asked_for(section) || !section->first)
        return false;
    return section->level == 2 ||
           !unicode_same_name(node_plain_text(chooser->arena, section->first), chooser->title);
}

/* The first icon of a suggestion that no section beside it has. */
static const char *free_icon(struct chooser *chooser, const struct suggestion *suggestion, struct map *used)
{
    const char *icons = suggestion->icons, *icon;
    while ((icon = next_name(chooser->arena, &icons)))
        if (!map_get(used, icon)) {
            map_set(used, icon, chooser);
            return icon;
        }
    return NULL;
}

/* The sections under one node. */
static void choose_among(struct chooser *chooser, struct node *first)
{
    struct map used;
    size_t sections = 0, decided = 0;
    map_init(&used, chooser->arena);
    for (struct node *node = first; node; node = next_section(node)) {
        node->icon = asked_for(node);
        sections++;
        decided += node->icon != NULL;
        if (node->icon)
            map_set(&used, node->icon, chooser);
    }
    for (struct node *node = first; node; node = next_section(node)) {
        const struct suggestion *suggestion =
            may_choose(chooser, node) ? suggested(chooser, node->first) : NULL;
        if (suggestion)
            node->icon = free_icon(chooser, suggestion, &used);
        decided += suggestion && node->icon;
    }
    for (struct node *node = first; decided * 2 < sections && node; node = next_section(node))
        node->icon = asked_for(node);
}

/* As deep as sections are nested. */
static void choose_beneath(struct chooser *chooser, struct node *parent)
{
    struct node *first = section_from(parent->first);
    choose_among(chooser, first);
    for (struct node *node = first; node; node = next_section(node))
        choose_beneath(chooser, node);
}

static bool has_open_sections(const struct chooser *chooser, const struct node *document)
{
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.event == NODE_ENTER && may_choose(chooser, iterator.node))
            return true;
    return false;
}

void icons_choose(struct arena *arena, struct library *library, struct node *document, const char *title)
{
    struct chooser chooser = {.arena = arena, .library = library, .title = title};
    map_init(&chooser.phrases, arena);
    if (library && has_open_sections(&chooser, document))
        load_phrases(&chooser);
    choose_beneath(&chooser, document);
}

const char *icon_meant(struct arena *arena, struct library *library, const char *name)
{
    const struct yaml_node *known = library_yaml(library, "icons/common.yaml");
    struct search *search = search_create(arena, name);
    const char *best = NULL;
    unsigned most = 0;
    VECTOR(const char *) names = {0};
    for (const struct yaml_node *icon = known ? known->first : NULL; icon; icon = icon->next) {
        const char *const texts[] = {icon->key, yaml_text(icon, "vi"), yaml_text(icon, "en")};
        unsigned fit = search_fit(search, texts, 3);
        if (fit > most) {
            most = fit;
            best = icon->key;
        }
        *VECTOR_ADD(arena, &names) = icon->key;
    }
    return most ? best : nearest_name(name, names.at, names.count);
}
