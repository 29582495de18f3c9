/* {{facts}}: where they are looked for, what is said of old and doubtful ones, the sources they bring. */
#include "base/builder.h"
#include "base/vector.h"
#include "guide/edition.h"
#include <string.h>

/* Front matter that {{}} and --set know by name. */
static const char *const matter_keys[] = {"title",  "subtitle", "kicker",   "date",
                                          "issuer", "author",   "language", "profile"};
enum { MATTER_COUNT = sizeof matter_keys / sizeof *matter_keys };

static const char *front_value(const struct front_matter *front, const char *key)
{
    const char *const values[MATTER_COUNT] = {front->title,    front->subtitle, front->kicker,
                                              front->date,     front->issuer,   front->author,
                                              front->language, front->profile};
    for (size_t i = 0; i < MATTER_COUNT; i++)
        if (!strcmp(key, matter_keys[i]))
            return values[i];
    return NULL;
}

const char *edition_matter(const struct edition_maker *maker, const char *key)
{
    const char *value = map_get(&maker->sets, key);
    if (!value)
        value = front_value(&maker->guide->front, key);
    if (!value && !strcmp(key, "issuer") && maker->profile)
        value = fact_text(maker->arena, maker->profile, key, maker->edition->language);
    return value;
}

static bool used_in_guide(const struct guide *guide, const char *path)
{
    struct node_iterator iterator;
    node_iterate(&iterator, guide->document);
    while (node_next(&iterator) != NODE_DONE)
        if (iterator.node->type == NODE_FACT && !strcmp(iterator.node->text, path))
            return true;
    const struct front_matter *front = &guide->front;
    const char *const texts[] = {front->title, front->subtitle, front->kicker, front->issuer};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i] && strstr(texts[i], path))
            return true;
    return false;
}

/* Facts that pieces show whether or not a guide names them: the helpline's (pieces/parts.c). */
static const char *const piece_keys[] = {"contacts.111", "contacts.111.name", "contacts.111.cost",
                                         "contacts.111.hours"};
enum { PIECE_KEY_COUNT = sizeof piece_keys / sizeof *piece_keys };

static bool has_key(const char *const *keys, size_t count, const char *key)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(key, keys[i]))
            return true;
    return false;
}

static bool is_used(const struct guide *guide, const char *key)
{
    return has_key(matter_keys, MATTER_COUNT, key) || has_key(piece_keys, PIECE_KEY_COUNT, key) ||
           used_in_guide(guide, key);
}

void edition_read_sets(struct edition_maker *maker)
{
    map_init(&maker->sets, maker->arena);
    for (size_t i = 0; i < maker->options->set_count; i++) {
        const char *set = maker->options->sets[i], *equals = strchr(set, '=');
        if (!equals || equals == set) {
            edition_error(maker, FINDING_bad_set, nowhere, set);
            continue;
        }
        const char *key = arena_copy(maker->arena, set, (size_t)(equals - set));
        map_set(&maker->sets, key, arena_string(maker->arena, equals + 1));
        if (!is_used(maker->guide, key))
            report(maker->reporter, FINDING_unused_set, nowhere, key,
                   nearest_name(key, matter_keys, MATTER_COUNT));
    }
}

/* A date as readers of the language write it; others stay as they are. */
static const char *shown_date(const struct edition_maker *maker, const char *date)
{
    if (!date_is_iso(date) || !language_matches(maker->edition->language, "vi"))
        return date;
    return arena_format(maker->arena, "%.*s/%.*s/%.*s", 2, date + 8, 2, date + 5, 4, date);
}

static bool in_matter(const struct edition_maker *maker, const char *path, struct fact *fact)
{
    *fact = (struct fact){.value = map_get(&maker->sets, path)};
    if (!fact->value)
        fact->value = edition_matter(maker, path);
    if (fact->value && !strcmp(path, "date"))
        fact->value = shown_date(maker, fact->value);
    return fact->value;
}

/* A guide's own facts, in its front matter; then those of the guides it includes. */
static bool in_guide(const struct edition_maker *maker, const struct guide *guide, const char *path,
                     struct fact *fact)
{
    const struct yaml_node *facts = guide->front.yaml ? yaml_get(guide->front.yaml, "facts") : NULL;
    if (facts && fact_find(maker->arena, facts, path, fact))
        return true;
    for (const struct included_guide *at = guide->included; at; at = at->next)
        if (in_guide(maker, at->guide, path, fact))
            return true;
    return false;
}

static bool in_data(struct edition_maker *maker, const char *path, struct fact *fact)
{
    static const char own[] = "profile.";
    bool of_profile = !strncmp(path, own, sizeof own - 1);
    if (in_guide(maker, maker->guide, path, fact))
        return true;
    if (maker->profile &&
        fact_find(maker->arena, maker->profile, of_profile ? path + sizeof own - 1 : path, fact))
        return true;
    return !of_profile && maker->library && library_fact(maker->library, maker->arena, path, fact);
}

static bool find_fact(struct edition_maker *maker, const char *path, struct fact *fact)
{
    if (in_matter(maker, path, fact))
        return true;
    bool found = in_data(maker, path, fact);
    if (found)
        fact_speak(maker->arena, fact, maker->edition->language);
    return found;
}

const char *edition_value(const struct edition *edition, const char *path)
{
    struct fact fact;
    return find_fact(edition->maker, path, &fact) ? fact.value : NULL;
}

static const struct fact_paths *known_paths(struct edition_maker *maker)
{
    struct fact_paths *known = &maker->known;
    if (known->count > 0)
        return known;
    for (size_t i = 0; i < MATTER_COUNT; i++)
        *VECTOR_ADD(maker->arena, known) = matter_keys[i];
    const struct yaml_node *yaml = maker->guide->front.yaml;
    fact_list(maker->arena, yaml ? yaml_get(yaml, "facts") : NULL, "", known);
    fact_list(maker->arena, maker->profile, "profile.", known);
    const char *const *paths = NULL;
    size_t count = 0;
    if (maker->library)
        library_fact_paths(maker->library, &paths, &count);
    for (size_t i = 0; i < count; i++)
        *VECTOR_ADD(maker->arena, known) = paths[i];
    return known;
}

static void check_fact(struct edition_maker *maker, const char *path, const struct fact *fact,
                       struct place place)
{
    const char *certainty = fact->certainty, *date = maker->edition->date;
    if (certainty && (!strcmp(certainty, "doubtful") || !strcmp(certainty, "unverified")))
        report(maker->reporter, FINDING_doubtful_fact, place, path, certainty,
               fact->source ? fact->source : "—");
    if (fact->review_by && date_is_iso(fact->review_by) && date_is_iso(date) &&
        strcmp(fact->review_by, date) < 0)
        report(maker->reporter, FINDING_old_fact, place, path, fact->review_by,
               fact->source ? fact->source : "—");
}

/* "source, year", the year left out where the source names it already. */
static const char *source_line(struct arena *arena, const struct fact *fact)
{
    if (!fact->source)
        return NULL;
    if (!fact->as_of || strspn(fact->as_of, "0123456789") != 4)
        return fact->source;
    const char *year = arena_copy(arena, fact->as_of, 4);
    return strstr(fact->source, year) ? fact->source : arena_format(arena, "%s, %s", fact->source, year);
}

static void add_source(struct edition_maker *maker, const char *line)
{
    for (size_t i = 0; i < maker->sources.count; i++)
        if (!strcmp(maker->sources.at[i], line))
            return;
    *VECTOR_ADD(maker->arena, &maker->sources) = line;
}

static const char *nearest_path(struct edition_maker *maker, const char *path)
{
    if (reporter_only_counts(maker->reporter))
        return NULL;
    const struct fact_paths *known = known_paths(maker);
    return nearest_name(path, known->at, known->count);
}

/* A missing fact is reported wherever it stands, but once where a heading serves as the title too. */
static const struct used_fact *miss(struct edition_maker *maker, const char *path, struct used_fact *used,
                                    bool first, struct place place)
{
    if (first || used->missed != place.start)
        edition_error(maker, FINDING_unknown_fact, place, path, nearest_path(maker, path));
    used->missed = place.start;
    return NULL;
}

static void use(struct edition_maker *maker, const char *path, const struct fact *fact, struct place place,
                struct used_fact *used)
{
    check_fact(maker, path, fact, place);
    const char *line = source_line(maker->arena, fact);
    if (line)
        add_source(maker, line);
    used->value = fact->value;
    used->source_line = fact->cited ? line : NULL;
}

const struct used_fact *edition_fact(struct edition_maker *maker, const char *path, struct place place)
{
    struct used_fact *used = map_get(&maker->facts, path);
    struct fact fact;
    bool first = !used;
    if (first) {
        used = ARENA_NEW(maker->arena, struct used_fact);
        map_set(&maker->facts, arena_string(maker->arena, path), used);
        if (find_fact(maker, path, &fact))
            use(maker, path, &fact, place, used);
    }
    return used->value ? used : miss(maker, path, used, first, place);
}

static const char *trimmed(struct arena *arena, const char *start, const char *end)
{
    while (start < end && *start == ' ')
        start++;
    while (end > start && end[-1] == ' ')
        end--;
    return arena_copy(arena, start, (size_t)(end - start));
}

const char *edition_fill(struct edition_maker *maker, const char *text, struct place place)
{
    if (!text || !strstr(text, "{{"))
        return text ? text : "";
    struct builder out;
    builder_init(&out, maker->arena);
    for (const char *open; (open = strstr(text, "{{"));) {
        const char *close = strstr(open, "}}");
        if (!close) {
            edition_error(maker, FINDING_unclosed_fact, place_find(place, "{{"));
            break;
        }
        builder_add(&out, text, (size_t)(open - text));
        const char *path = trimmed(maker->arena, open + 2, close);
        const char *written = arena_copy(maker->arena, open, (size_t)(close + 2 - open));
        const struct used_fact *fact = edition_fact(maker, path, place_find(place, written));
        builder_string(&out, fact ? fact->value : written);
        text = close + 2;
    }
    builder_string(&out, text);
    return builder_text(&out);
}
