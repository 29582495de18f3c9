/* catalogue.c - what there is, for lists, help and suggestions. */
#include "api/session.h"
#include "base/limits.h"
#include "base/vector.h"
#include "formats/format.h"
#include "guide/attributes.h"
#include "guide/audiences.h"
#include "guide/blocks.h"
#include "pieces/piece.h"
#include "text/search.h"
#include "text/unicode.h"
#include "theme/theme.h"
#include <stdlib.h>
#include <string.h>

/* One listing under way. */
struct listing {
    struct loa_session *session;
    struct arena arena; /* scratch */
    loa_entry_fn *each;
    void *self;
    enum loa_kind kind;
};

static void tell_example(struct listing *listing, const char *name, const char *summary, const char *detail,
                         const char *example)
{
    const struct loa_entry entry = {name, summary ? summary : "", detail, example, NULL, NULL};
    listing->each(listing->self, &entry);
}

static void tell(struct listing *listing, const char *name, const char *summary, const char *detail)
{
    tell_example(listing, name, summary, detail, NULL);
}

static void list_markdown(struct listing *listing, const char *folder)
{
    struct loa_session *session = listing->session;
    const char *const *names;
    size_t count;
    library_names(session_library(session), &listing->arena, folder, ".md", &names, &count);
    for (size_t i = 0; i < count; i++) {
        struct reporter silent = {.ui = session->reporter.ui, .silent = true};
        const char *path = arena_format(&listing->arena, "%s/%s.md", folder, names[i]);
        const struct source *source = library_source(session_library(session), path);
        struct guide *guide = source ? guide_create(&listing->arena, &silent, session_library(session),
                                                    names[i], NULL, source->text, source->length)
                                     : NULL;
        tell(listing, names[i], guide ? guide->front.title : NULL, NULL);
    }
}

static void list_guides(struct listing *listing)
{
    list_markdown(listing, "guides");
}

static void list_templates(struct listing *listing)
{
    list_markdown(listing, "templates");
}

static void list_pieces(struct listing *listing)
{
    for (size_t i = 0; pieces[i]; i++)
        tell(listing, pieces[i]->name,
             session_text(listing->session, pieces[i]->summary_vi, pieces[i]->summary_en), pieces[i]->format);
}

static void list_formats(struct listing *listing)
{
    for (size_t i = 0; formats[i]; i++)
        tell(listing, formats[i]->name,
             session_text(listing->session, formats[i]->summary_vi, formats[i]->summary_en),
             formats[i]->extensions);
}

/* A YAML file of the materials, read without complaining about it: that is the business of who uses it. */
static const struct source *material(struct listing *listing, const char *folder, const char *name)
{
    const char *path = arena_format(&listing->arena, "%s/%s.yaml", folder, name);
    return library_source(session_library(listing->session), path);
}

static void list_themes(struct listing *listing)
{
    const char *const *names;
    size_t count;
    struct library *library = session_library(listing->session);
    library_names(library, &listing->arena, "themes", ".yaml", &names, &count);
    for (size_t i = 0; i < count; i++) {
        struct reporter silent = {.silent = true};
        const struct source *source = material(listing, "themes", names[i]);
        const struct theme *theme = source ? theme_read(&listing->arena, &silent, library, source) : NULL;
        tell(listing, names[i],
             theme ? session_text(listing->session, theme->title_vi, theme->title_en) : NULL, NULL);
    }
}

static void list_profiles(struct listing *listing)
{
    const char *const *names;
    size_t count;
    library_names(session_library(listing->session), &listing->arena, "data/profiles", ".yaml", &names,
                  &count);
    for (size_t i = 0; i < count; i++) {
        struct reporter silent = {.silent = true};
        const struct source *source = material(listing, "data/profiles", names[i]);
        const struct yaml_node *yaml =
            source ? yaml_parse(&listing->arena, &silent, source, 0, source->length) : NULL;
        tell(listing, names[i], yaml ? yaml_text(yaml, "title") : NULL, NULL);
    }
}

static void list_facts(struct listing *listing)
{
    struct library *library = session_library(listing->session);
    const char *const *paths;
    size_t count;
    library_fact_paths(library, &paths, &count);
    for (size_t i = 0; i < count; i++) {
        struct fact fact;
        if (library_fact(library, &listing->arena, paths[i], &fact))
            tell(listing, paths[i], fact.source, fact.value);
    }
}

static void list_blocks(struct listing *listing)
{
    for (size_t i = 0; i < BLOCK_COUNT; i++) {
        const struct block_row *row = &block_rows[i];
        tell_example(listing, row->spelling, session_text(listing->session, row->vi, row->en), row->aliases,
                     session_text(listing->session, row->example_vi, row->example_en));
    }
}

static void list_keys(struct listing *listing, const struct key_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        tell_example(listing, rows[i].key, session_text(listing->session, rows[i].vi, rows[i].en), NULL,
                     rows[i].example);
}

static void list_attributes(struct listing *listing)
{
    list_keys(listing, attribute_rows, attribute_row_count);
}

static void list_front_keys(struct listing *listing)
{
    list_keys(listing, front_rows, front_row_count);
}

static void list_fact_keys(struct listing *listing)
{
    list_keys(listing, fact_rows, fact_row_count);
}

static void list_audiences(struct listing *listing)
{
    for (size_t i = 0; i < audience_count; i++)
        tell(listing, audiences[i].name, session_text(listing->session, audiences[i].vi, audiences[i].en),
             audiences[i].aliases);
}

/* What a finding says, with "…" for what it would name. */
static void list_findings(struct listing *listing)
{
    static const struct {
        const char *vi, *en;
    } severities[] = {[LOA_NOTE] = {"lưu ý", "note"},
                      [LOA_WARNING] = {"cảnh báo", "warning"},
                      [LOA_ERROR] = {"lỗi", "error"}};
    static const char *const unnamed[4] = {"…", "…", "…", "…"};
    for (int i = 0; i < FINDING_COUNT; i++) {
        struct loa_error error = {0};
        error_from_finding(&error, LOA_OK, (enum finding)i, listing->session->reporter.ui, unnamed);
        enum loa_severity severity = finding_severity((enum finding)i);
        bool has_hint = *error.hint && strcmp(error.hint, "…");
        const struct loa_entry entry = {
            .name = error.id,
            .summary = error.message,
            .detail = session_text(listing->session, severities[severity].vi, severities[severity].en),
            .example = has_hint ? error.hint : NULL,
            .about = finding_about((enum finding)i, listing->session->reporter.ui)};
        listing->each(listing->self, &entry);
    }
}

static void list_family(void *self, const char *family, const char *package, bool installed)
{
    struct listing *listing = self;
    const char *summary = installed ? session_text(listing->session, "đã cài", "installed")
                                    : arena_format(&listing->arena, "%s%s",
                                                   session_text(listing->session, "chưa cài: apt install ",
                                                                "not installed: apt install "),
                                                   package);
    tell(listing, family, summary, package);
}

static void list_fonts(struct listing *listing)
{
    font_families(list_family, listing);
}

/* The icon font has two thousand; the materials name those that serve guides. */
static void list_icons(struct listing *listing)
{
    struct reporter silent = {.silent = true};
    const struct source *source = material(listing, "icons", "common");
    const struct yaml_node *yaml =
        source ? yaml_parse(&listing->arena, &silent, source, 0, source->length) : NULL;
    const char *language = session_text(listing->session, "vi", "en");
    const char *other = session_text(listing->session, "en", "vi");
    for (const struct yaml_node *icon = yaml ? yaml->first : NULL; icon; icon = icon->next) {
        const char *summary = yaml_text(icon, language);
        const struct loa_entry entry = {
            .name = icon->key, .summary = summary ? summary : "", .also = yaml_text(icon, other)};
        listing->each(listing->self, &entry);
    }
}

static const struct {
    const char *name;
    void (*list)(struct listing *listing);
} kinds[LOA_KIND_COUNT] = {
    [LOA_GUIDES] = {"guides", list_guides},
    [LOA_TEMPLATES] = {"templates", list_templates},
    [LOA_PIECES] = {"pieces", list_pieces},
    [LOA_FORMATS] = {"formats", list_formats},
    [LOA_THEMES] = {"themes", list_themes},
    [LOA_ICONS] = {"icons", list_icons},
    [LOA_FONTS] = {"fonts", list_fonts},
    [LOA_FACTS] = {"facts", list_facts},
    [LOA_PROFILES] = {"profiles", list_profiles},
    [LOA_BLOCKS] = {"blocks", list_blocks},
    [LOA_ATTRIBUTES] = {"attributes", list_attributes},
    [LOA_FRONT_KEYS] = {"front-matter", list_front_keys},
    [LOA_FACT_KEYS] = {"fact-keys", list_fact_keys},
    [LOA_AUDIENCES] = {"audiences", list_audiences},
    [LOA_FINDINGS] = {"findings", list_findings},
};

const char *loa_kind_name(enum loa_kind kind)
{
    return kinds[kind].name;
}

static enum loa_status list(void *data)
{
    struct listing *listing = data;
    kinds[listing->kind].list(listing);
    return LOA_OK;
}

enum loa_status loa_list(struct loa_session *session, enum loa_kind kind, loa_entry_fn *each, void *self)
{
    struct listing listing = {.session = session, .each = each, .self = self, .kind = kind};
    arena_init(&listing.arena, LIMIT_ARENA_BYTES);
    enum loa_status status = session_protect(session, &listing.arena, list, &listing);
    arena_clear(&listing.arena);
    return status;
}

/* Entries that words were looked for in. */
struct found {
    struct loa_entry entry;
    unsigned fit;
    size_t order; /* as listed: of those that fit as well, the first comes first */
};

struct finding_entries {
    struct loa_session *session;
    struct arena arena;
    enum loa_kind kind;
    const char *words;
    struct search *search;
    VECTOR(struct found) found;
    loa_entry_fn *each;
    void *self;
};

static void weigh(void *self, const struct loa_entry *entry)
{
    struct finding_entries *finding = self;
    struct arena *arena = &finding->arena;
    const char *const texts[] = {entry->name, entry->summary, entry->detail, entry->also};
    unsigned fit = search_fit(finding->search, texts, sizeof texts / sizeof *texts);
    if (!fit)
        return;
    const struct loa_entry kept = {arena_string(arena, entry->name),   arena_string(arena, entry->summary),
                                   arena_string(arena, entry->detail), arena_string(arena, entry->example),
                                   arena_string(arena, entry->also),   arena_string(arena, entry->about)};
    size_t order = finding->found.count;
    *VECTOR_ADD(arena, &finding->found) = (struct found){kept, fit, order};
}

static int better_first(const void *left, const void *right)
{
    const struct found *a = left, *b = right;
    if (a->fit != b->fit)
        return a->fit > b->fit ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

static enum loa_status find_entries(void *data)
{
    struct finding_entries *finding = data;
    finding->search = search_create(&finding->arena, finding->words);
    enum loa_status status = loa_list(finding->session, finding->kind, weigh, finding);
    if (finding->found.count)
        qsort(finding->found.at, finding->found.count, sizeof *finding->found.at, better_first);
    for (size_t i = 0; i < finding->found.count; i++)
        finding->each(finding->self, &finding->found.at[i].entry);
    return status;
}

enum loa_status loa_search(struct loa_session *session, enum loa_kind kind, const char *words,
                           loa_entry_fn *each, void *self)
{
    if (!words || unicode_is_blank(words, strlen(words)))
        return loa_list(session, kind, each, self);
    struct finding_entries finding = {
        .session = session, .kind = kind, .words = words, .each = each, .self = self};
    arena_init(&finding.arena, LIMIT_ARENA_BYTES);
    enum loa_status status = session_protect(session, &finding.arena, find_entries, &finding);
    arena_clear(&finding.arena);
    return status;
}

/* The nearest of a kind's names, being looked for. */
struct nearest {
    struct loa_session *session;
    struct arena arena; /* of the names */
    enum loa_kind kind;
    const char *name, *found;
    VECTOR(const char *) names;
};

static void gather(void *self, const struct loa_entry *entry)
{
    struct nearest *nearest = self;
    const char *name = arena_string(&nearest->arena, entry->name);
    *VECTOR_ADD(&nearest->arena, &nearest->names) = name;
}

static enum loa_status find_nearest(void *data)
{
    struct nearest *nearest = data;
    loa_list(nearest->session, nearest->kind, gather, nearest);
    const char *found = nearest_name(nearest->name, nearest->names.at, nearest->names.count);
    nearest->found = arena_string(&nearest->session->arena, found);
    return LOA_OK;
}

const char *loa_nearest(struct loa_session *session, enum loa_kind kind, const char *name)
{
    struct nearest nearest = {.session = session, .kind = kind, .name = name};
    arena_init(&nearest.arena, LIMIT_ARENA_BYTES);
    session_protect(session, &nearest.arena, find_nearest, &nearest);
    arena_clear(&nearest.arena);
    return nearest.found;
}

bool loa_piece_info(const struct loa_session *session, const char *name, struct loa_piece_info *info)
{
    const struct piece *piece = piece_named(name);
    if (!piece)
        return false;
    *info = (struct loa_piece_info){
        .name = piece->name,
        .summary = session_text(session, piece->summary_vi, piece->summary_en),
        .stem = piece->stem,
        .format = piece->format,
        .numbered = piece->numbered,
        .sizes = piece->sizes,
    };
    return true;
}

const char *loa_format_for_extension(const char *extension)
{
    const struct format *format = format_for_extension(extension);
    return format ? format->name : NULL;
}

bool loa_format_extension(const char *name, char extension[EXTENSION_ROOM])
{
    const struct format *format = format_named(name);
    if (format)
        format_extension(format, extension);
    return format != NULL;
}

bool loa_format_is_paged(const char *name)
{
    const struct format *format = format_named(name);
    return format && format->paged;
}

const char *loa_nearest_of(const char *name, const char *const *names, size_t count)
{
    return nearest_name(name, names, count);
}
