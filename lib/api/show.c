/* show.c - what there is to know of one thing. */
#include "api/session.h"
#include "base/builder.h"
#include "base/limits.h"
#include "base/vector.h"
#include "guide/blocks.h"
#include "text/icon.h"
#include "text/unicode.h"
#include <string.h>

/* One thing being looked for. */
struct showing {
    struct loa_session *session;
    struct arena *arena; /* scratch */
    const char *name;
    struct loa_guide *guide; /* NULL: the kind needs none */
    struct loa_sink *sink;
    bool (*show)(struct showing *showing); /* of the kind being tried */
    bool found;
};

static struct arena *arena_of(const struct showing *showing)
{
    return showing->arena;
}

static const char *text(const struct showing *showing, const char *vi, const char *en)
{
    return session_text(showing->session, vi, en);
}

/* `key: value`, nothing without a value. */
static void put(const struct showing *showing, const char *key, const char *value)
{
    if (!value)
        return;
    loa_sink_text(showing->sink, key);
    loa_sink_text(showing->sink, ": ");
    loa_sink_text(showing->sink, value);
    loa_sink_text(showing->sink, "\n");
}

static bool show_source(struct showing *showing, const char *folder, const char *ending)
{
    if (strchr(showing->name, '/'))
        return false;
    const char *path = arena_format(arena_of(showing), "%s/%s%s", folder, showing->name, ending);
    const struct source *source = library_source(session_library(showing->session), path);
    if (source)
        loa_sink_write(showing->sink, source->text, source->length);
    return source != NULL;
}

static bool show_guide(struct showing *showing)
{
    return show_source(showing, "guides", ".md");
}

static bool show_template(struct showing *showing)
{
    return show_source(showing, "templates", ".md");
}

static bool show_theme(struct showing *showing)
{
    return show_source(showing, "themes", ".yaml");
}

static bool show_profile(struct showing *showing)
{
    return show_source(showing, "data/profiles", ".yaml");
}

/* The example of a block, to be copied into a guide. */
static bool show_block(struct showing *showing)
{
    enum block_kind kind;
    if (!block_named(showing->name, &kind))
        return false;
    loa_sink_text(showing->sink, text(showing, block_rows[kind].example_vi, block_rows[kind].example_en));
    loa_sink_text(showing->sink, "\n");
    return true;
}

/* The Markdown of a section with its subsections, as it stands in the guide. */
static bool show_section(struct showing *showing)
{
    struct node_iterator iterator;
    node_iterate(&iterator, showing->guide->guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *section = iterator.node;
        if (section->type != NODE_SECTION || strcmp(section->id, showing->name))
            continue;
        struct place place = section->place;
        loa_sink_write(showing->sink, place.source->text + place.start, place.end - place.start);
        loa_sink_text(showing->sink, "\n");
        return true;
    }
    return false;
}

/* As editions look for them: the guide's own facts, its profile's, those of the materials. */
static bool find_fact(const struct showing *showing, struct fact *fact)
{
    static const char of_profile[] = "profile.";
    struct library *library = session_library(showing->session);
    struct arena *arena = arena_of(showing);
    const struct front_matter *front = &showing->guide->guide->front;
    const struct yaml_node *own = front->yaml ? yaml_get(front->yaml, "facts") : NULL;
    const struct yaml_node *profile = front->profile ? library_profile(library, arena, front->profile) : NULL;
    const char *name = showing->name;
    if (own && fact_find(arena, own, name, fact))
        return true;
    if (!strncmp(name, of_profile, sizeof of_profile - 1))
        return profile && fact_find(arena, profile, name + sizeof of_profile - 1, fact);
    return (profile && fact_find(arena, profile, name, fact)) || library_fact(library, arena, name, fact);
}

static void put_use(const struct showing *showing, struct place place)
{
    struct location location = source_locate(place);
    put(showing, text(showing, "dùng ở", "used in"),
        arena_format(arena_of(showing), "%s:%u:%u", place.source->name, location.line, location.column));
}

/* A text that may hold facts without being made of nodes: titles of blocks, front matter. */
static void put_uses_in(const struct showing *showing, const char *words, struct place place)
{
    const char *written = arena_format(arena_of(showing), "{{%s}}", showing->name);
    if (words && strstr(words, written))
        put_use(showing, place_find(place, written));
}

static void put_uses(const struct showing *showing)
{
    const struct yaml_node *front = showing->guide->guide->front.yaml;
    for (const struct yaml_node *key = front ? front->first : NULL; key; key = key->next)
        put_uses_in(showing, key->text, key->place);
    struct node_iterator iterator;
    node_iterate(&iterator, showing->guide->guide->document);
    while (node_next(&iterator) != NODE_DONE) {
        const struct node *node = iterator.node;
        if (iterator.event != NODE_ENTER)
            continue;
        if (node->type == NODE_FACT && !strcmp(node->text, showing->name))
            put_use(showing, node->place);
        else if (node->type == NODE_BLOCK)
            put_uses_in(showing, node->title, node->place);
    }
}

static bool show_fact(struct showing *showing)
{
    struct fact fact, further;
    if (!find_fact(showing, &fact))
        return false;
    put(showing, "value", fact.value);
    const char *name = showing->name;
    for (const struct yaml_node *key = fact.record ? fact.record->first : NULL; key; key = key->next) {
        if (!strcmp(key->key, "value"))
            continue;
        showing->name = arena_format(arena_of(showing), "%s.%s", name, key->key);
        if (find_fact(showing, &further))
            put(showing, key->key, further.value);
    }
    showing->name = name;
    put(showing, text(showing, "ghi ở", "said in"),
        arena_format(arena_of(showing), "%s:%u", fact.place.source->name, source_locate(fact.place).line));
    put_uses(showing);
    return true;
}

/* All letters of Vietnamese that are not ASCII. */
static const char vietnamese[] = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
                                 "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ₫";

static void put_missing_letters(const struct showing *showing, const struct font_family *family)
{
    struct builder missing;
    builder_init(&missing, arena_of(showing));
    for (size_t at = 0; at < sizeof vietnamese - 1;) {
        uint32_t letter = utf8_next(vietnamese, sizeof vietnamese - 1, &at);
        bool lacks = false;
        for (size_t i = 0; i < 4; i++)
            lacks |= family->faces[i] && !font_has(family->faces[i], letter);
        if (lacks)
            builder_codepoint(&missing, letter);
    }
    put(showing, text(showing, "chữ Việt còn thiếu", "Vietnamese letters missing"),
        missing.length ? builder_text(&missing) : text(showing, "không thiếu chữ nào", "none"));
}

static bool show_font(struct showing *showing)
{
    static const struct {
        const char *vi, *en;
    } styles[4] = {
        {"thường", "regular"}, {"đậm", "bold"}, {"nghiêng", "italic"}, {"đậm nghiêng", "bold italic"}};
    struct font_family family;
    if (!font_family_find(session_fonts(showing->session), showing->name, &family))
        return false;
    bool installed = false;
    for (size_t i = 0; i < 4; i++) {
        put(showing, text(showing, styles[i].vi, styles[i].en),
            family.faces[i] ? family.faces[i]->path : NULL);
        installed |= family.faces[i] != NULL;
    }
    put(showing, text(showing, "gói Debian", "Debian package"), family.package);
    if (installed)
        put_missing_letters(showing, &family);
    else
        put(showing, text(showing, "chưa cài", "not installed"),
            arena_format(arena_of(showing), "apt install %s", family.package));
    return true;
}

static bool show_icon(struct showing *showing)
{
    uint32_t code = icon_code(session_fonts(showing->session), showing->name);
    if (!code)
        return false;
    char *name = arena_string(arena_of(showing), showing->name);
    for (char *hyphen = name; (hyphen = strchr(hyphen, '-'));)
        *hyphen = '_';
    put(showing, text(showing, "tên", "name"), name);
    put(showing, text(showing, "mã", "code"), arena_format(arena_of(showing), "U+%X", code));
    const struct yaml_node *names = library_yaml(session_library(showing->session), "icons/common.yaml");
    const struct yaml_node *icon = names ? yaml_get(names, name) : NULL;
    put(showing, "vi", icon ? yaml_text(icon, "vi") : NULL);
    put(showing, "en", icon ? yaml_text(icon, "en") : NULL);
    put(showing, text(showing, "cách viết", "written"), arena_format(arena_of(showing), "{icon=%s}", name));
    return true;
}

/* In the order in which a name alone is looked for. */
static const struct {
    const char *name, *vi;
    bool in_guide; /* needs one */
    bool (*show)(struct showing *showing);
} kinds[] = {
    {"guide", "bản hướng dẫn", false, show_guide},
    {"theme", "chủ đề", false, show_theme},
    {"profile", "hồ sơ đơn vị", false, show_profile},
    {"fact", "dữ kiện", true, show_fact},
    {"section", "mục", true, show_section},
    {"font", "phông chữ", false, show_font},
    {"icon", "biểu tượng", false, show_icon},
    {"template", "mẫu", false, show_template},
    {"block", "khối", false, show_block},
};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

const char *loa_show_kind(size_t index)
{
    return index < KIND_COUNT ? kinds[index].name : NULL;
}

static bool is_kind(const char *asked, size_t index)
{
    return !asked || !strcmp(asked, kinds[index].name);
}

/* Names that were meant perhaps. */
struct gathering {
    struct arena *arena;
    VECTOR(const char *) names;
};

static void gather(void *self, const struct loa_entry *entry)
{
    struct gathering *gathering = self;
    const char *name = arena_string(gathering->arena, entry->name);
    *VECTOR_ADD(gathering->arena, &gathering->names) = name;
}

static void gather_kind(struct showing *showing, const char *kind, struct gathering *gathering)
{
    for (int i = 0; i < LOA_KIND_COUNT; i++) {
        const char *plural = loa_kind_name((enum loa_kind)i);
        if (!strncmp(plural, kind, strlen(kind)) && !strcmp(plural + strlen(kind), "s"))
            loa_list(showing->session, (enum loa_kind)i, gather, gathering);
    }
    if (!strcmp(kind, "section"))
        for (size_t i = 0; i < showing->guide->section_count; i++)
            gather(gathering, &(struct loa_entry){.name = showing->guide->sections[i].id});
}

static enum loa_status show(void *data)
{
    struct showing *showing = data;
    showing->found = showing->show(showing);
    return showing->sink->error.status;
}

struct missing {
    struct showing *showing;
    const char *kind; /* NULL: any */
};

static enum loa_status tell_missing(void *data)
{
    const struct missing *missing = data;
    struct showing *showing = missing->showing;
    struct gathering gathering = {.arena = arena_of(showing)};
    const char *what = text(showing, "thứ", "thing");
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (!is_kind(missing->kind, i))
            continue;
        gather_kind(showing, kinds[i].name, &gathering);
        what = missing->kind ? text(showing, kinds[i].vi, kinds[i].name) : what;
    }
    return session_no_such(showing->session, arena_of(showing), nowhere, what, showing->name,
                           gathering.names.at, gathering.names.count);
}

static enum loa_status tell_missing_kind(void *data)
{
    struct showing *showing = data;
    const char *names[KIND_COUNT];
    for (size_t i = 0; i < KIND_COUNT; i++)
        names[i] = kinds[i].name;
    return session_no_such(showing->session, arena_of(showing), nowhere, text(showing, "loại", "kind"),
                           showing->name, names, KIND_COUNT);
}

static bool kind_known(const char *asked)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (is_kind(asked, i))
            return true;
    return false;
}

static enum loa_status show_first(struct showing *showing, const struct loa_show_options *what)
{
    enum loa_status status = LOA_OK;
    for (size_t i = 0; i < KIND_COUNT && !showing->found && status == LOA_OK; i++) {
        if (!is_kind(what->kind, i))
            continue;
        if (kinds[i].in_guide && !showing->guide)
            status = loa_guide_open(showing->session, what->guide, &showing->guide);
        showing->show = kinds[i].show;
        if (status == LOA_OK)
            status = session_protect(showing->session, showing->arena, show, showing);
    }
    if (showing->found || status != LOA_OK)
        return status;
    return session_protect(showing->session, showing->arena, tell_missing,
                           &(struct missing){showing, what->kind});
}

enum loa_status loa_show(struct loa_session *session, const struct loa_show_options *what,
                         struct loa_sink *sink)
{
    struct arena arena;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    struct showing showing = {.session = session, .arena = &arena, .name = what->name, .sink = sink};
    enum loa_status status;
    if (kind_known(what->kind)) {
        status = show_first(&showing, what);
    } else {
        showing.name = what->kind;
        status = session_protect(session, &arena, tell_missing_kind, &showing);
    }
    loa_guide_close(showing.guide);
    arena_clear(&arena);
    return status;
}
