#include "guide/edition.h"
#include "base/builder.h"
#include "base/vector.h"
#include "guide/chart.h"
#include "guide/icons.h"
#include <string.h>

static const char *list_audiences(const struct edition_maker *maker)
{
    const struct front_matter *front = &maker->guide->front;
    struct builder names;
    builder_init(&names, maker->arena);
    for (size_t i = 0; i < front->audience_count; i++) {
        builder_string(&names, i ? ", " : "");
        builder_string(&names, front->audiences[i]);
    }
    return builder_text(&names);
}

static bool guide_is_for(const struct guide *guide, const struct audience *asked)
{
    for (size_t i = 0; i < guide->front.audience_count; i++) {
        const char *name = guide->front.audiences[i];
        if (audience_matches(asked, audience_named(name, strlen(name))))
            return true;
    }
    return guide->front.audience_count == 0;
}

static void read_audience(struct edition_maker *maker)
{
    const char *asked = maker->options->audience;
    if (!asked)
        return;
    maker->audience = audience_named(asked, strlen(asked));
    if (!maker->audience)
        edition_error(maker, FINDING_unknown_audience, nowhere, asked, audience_nearest(asked));
    else if (!guide_is_for(maker->guide, maker->audience))
        edition_error(maker, FINDING_other_audience, nowhere, maker->audience->name, list_audiences(maker));
    else
        maker->edition->audience = maker->audience->name;
}

/* Languages that some part is marked with, and the guide's own. */
static bool speaks(const struct guide *guide, const char *language, struct builder *languages)
{
    bool found = language_matches(guide->front.language, language);
    builder_string(languages, guide->front.language);
    struct node_iterator iterator;
    node_iterate(&iterator, guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        const char *marked = iterator.event == NODE_ENTER ? node_attribute(iterator.node, "lang") : NULL;
        if (!marked)
            continue;
        found |= language_matches(marked, language);
        if (!strstr(builder_text(languages), marked)) {
            builder_string(languages, ", ");
            builder_string(languages, marked);
        }
    }
    return found;
}

static void read_language(struct edition_maker *maker)
{
    const char *asked = maker->options->language;
    maker->edition->language = asked ? asked : maker->guide->front.language;
    struct builder languages;
    builder_init(&languages, maker->arena);
    if (asked && !speaks(maker->guide, asked, &languages))
        edition_error(maker, FINDING_other_language, nowhere, asked, builder_text(&languages));
}

static void read_profile(struct edition_maker *maker)
{
    const char *asked = maker->options->profile;
    const char *name = asked ? asked : maker->guide->front.profile;
    if (!name || !maker->library)
        return;
    maker->profile = library_profile(maker->library, maker->arena, name);
    if (maker->profile)
        return;
    const char *const *names;
    size_t count;
    library_names(maker->library, maker->arena, "data/profiles", ".yaml", &names, &count);
    edition_error(maker, FINDING_unknown_profile, nowhere, name, nearest_name(name, names, count));
}

static void check_section(struct edition_maker *maker, const char *asked)
{
    struct fact_paths ids = {NULL, 0, 0};
    struct node_iterator iterator;
    node_iterate(&iterator, maker->guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        if (iterator.event != NODE_ENTER || iterator.node->type != NODE_SECTION)
            continue;
        if (!strcmp(iterator.node->id, asked))
            return;
        *VECTOR_ADD(maker->arena, &ids) = iterator.node->id;
    }
    edition_error(maker, FINDING_unknown_section, nowhere, asked, nearest_name(asked, ids.at, ids.count));
}

static void read_matter(struct edition_maker *maker)
{
    struct edition *edition = maker->edition;
    const struct {
        const char *key;
        const char **to;
    } rows[] = {
        {"title", &edition->title},
        {"subtitle", &edition->subtitle},
        {"kicker", &edition->kicker},
        {"issuer", &edition->issuer},
    };
    const struct guide *guide = maker->guide;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct yaml_node *node = guide->front.yaml ? yaml_get(guide->front.yaml, rows[i].key) : NULL;
        struct place place = node ? node->place : guide->front.title_place;
        *rows[i].to = edition_fill(maker, edition_matter(maker, rows[i].key), place);
    }
}

static void read_keywords(struct edition_maker *maker)
{
    const struct front_matter *front = &maker->guide->front;
    struct place place = front->keywords ? yaml_get(front->yaml, "keywords")->place : nowhere;
    maker->edition->keywords = edition_fill(maker, front->keywords, place);
}

static void read_options(struct edition_maker *maker)
{
    edition_read_sets(maker);
    read_audience(maker);
    read_language(maker);
    read_profile(maker);
    for (size_t i = 0; i < maker->options->section_count; i++)
        check_section(maker, maker->options->sections[i]);
    const char *date = edition_matter(maker, "date");
    maker->edition->date = date ? date : "";
}

const struct edition *edition_create(struct arena *arena, struct reporter *reporter, struct library *library,
                                     const struct guide *guide, const struct edition_options *options)
{
    struct edition *edition = ARENA_NEW(arena, struct edition);
    *edition = (struct edition){.arena = arena, .guide = guide, .piece = options->piece};
    struct edition_maker *maker = edition->maker = ARENA_NEW(arena, struct edition_maker);
    *maker = (struct edition_maker){.arena = arena,
                                    .reporter = reporter,
                                    .library = library,
                                    .guide = guide,
                                    .options = options,
                                    .edition = edition};
    map_init(&maker->facts, arena);
    maker->notes = ARENA_ARRAY(arena, struct node *, guide->note_count + 1);
    read_options(maker);
    if (maker->failed)
        return NULL;
    read_matter(maker);
    read_keywords(maker);
    struct node *document = edition_copy(maker);
    icons_choose(arena, library, document, edition->title);
    edition->document = document;
    edition->sources = maker->sources.at;
    edition->source_count = maker->sources.count;
    if (!maker->failed && !node_shows(document))
        edition_error(maker, FINDING_nothing_left, nowhere);
    charts_check(arena, reporter, document, edition->language);
    maker->options = NULL; /* the caller's, and not kept */
    return maker->failed ? NULL : edition;
}
