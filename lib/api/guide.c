/* guide.c - opening guides: from a file, a folder, standard input, memory or the materials. */
#include "api/session.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/vector.h"
#include "formats/format.h"
#include "guide/shapes.h"
#include "pieces/piece.h"
#include <stdlib.h>
#include <string.h>

static const char default_guide[] = "tre-em-tren-mang";
static const char guide_in_folder[] = "guide.md";
/* What is to be opened, and as which guide. */
struct opening {
    struct loa_guide *guide;
    const char *name;  /* for messages */
    const char *bytes; /* NULL: not read yet */
    size_t length;
    const char *folder; /* of pictures; NULL: none */
    const char *asked;  /* path or name as the caller gave it */
};

/* Keeps each section's heading for loa_guide_section(). */
static void list_sections(struct loa_guide *guide)
{
    VECTOR(struct loa_section) sections = {0};
    struct node_iterator iterator;
    node_iterate(&iterator, guide->guide->document);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const struct node *node = iterator.node;
        if (event != NODE_ENTER || node->type != NODE_SECTION)
            continue;
        *VECTOR_ADD(&guide->arena, &sections) = (struct loa_section){
            .id = node->id ? node->id : "",
            .title = node->first ? node_plain_text(&guide->arena, node->first) : "",
            .level = (int)node->level,
            .line = source_locate(node->place).line,
        };
    }
    guide->sections = sections.at;
    guide->section_count = sections.count;
}

/* Names of pieces and formats in {piece=… format=…}: a wrong one would take its part out of everything. */
static bool check_names(struct loa_guide *guide)
{
    VECTOR(const char *) piece_names = {0}, format_names = {0};
    for (size_t i = 0; pieces[i]; i++)
        *VECTOR_ADD(&guide->arena, &piece_names) = pieces[i]->name;
    for (size_t i = 0; formats[i]; i++)
        *VECTOR_ADD(&guide->arena, &format_names) = formats[i]->name;
    struct reporter *reporter = &guide->session->reporter;
    bool good = guide_check_attribute(guide->guide, reporter, "piece", piece_names.at, piece_names.count);
    return guide_check_attribute(guide->guide, reporter, "format", format_names.at, format_names.count) &&
           good;
}

/* Parses what was read. Errors, and warnings of a strict session, refuse the guide. */
static enum loa_status parse(struct opening *opening)
{
    struct loa_guide *guide = opening->guide;
    struct reporter *reporter = &guide->session->reporter;
    size_t errors = reporter->counts[LOA_ERROR];
    guide->name = arena_string(&guide->arena, opening->name);
    guide->guide =
        guide_create(&guide->arena, reporter, session_library(guide->session), guide->name,
                     arena_string(&guide->arena, opening->folder), opening->bytes, opening->length);
    if (!guide->guide || !check_names(guide) || reporter->counts[LOA_ERROR] > errors)
        return LOA_BAD_GUIDE;
    shapes_check(&guide->arena, reporter, guide->guide->document);
    list_sections(guide);
    return reporter->counts[LOA_ERROR] > errors ? LOA_BAD_GUIDE : LOA_OK;
}

static enum loa_status read_file(struct opening *opening, const char *path)
{
    struct loa_guide *guide = opening->guide;
    char *bytes = NULL;
    reporter_reading(&guide->session->reporter, path);
    enum file_failure failure = file_read(&guide->arena, path, LIMIT_SOURCE_BYTES, &bytes, &opening->length);
    if (failure != FILE_OK) {
        report(&guide->session->reporter, FINDING_unreadable, nowhere, opening->name,
               session_file_words(guide->session, failure));
        return failure == FILE_TOO_LARGE ? LOA_LIMIT : LOA_IO_FAILED;
    }
    opening->bytes = bytes;
    return parse(opening);
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

static enum loa_status open_folder(struct opening *opening)
{
    struct arena *arena = &opening->guide->arena;
    size_t length = strlen(opening->asked);
    const char *between = opening->asked[length - 1] == '/' ? "" : "/";
    opening->name = arena_format(arena, "%s%s%s", opening->asked, between, guide_in_folder);
    opening->folder = opening->asked;
    return read_file(opening, opening->name);
}

/* One of the materials. A name with '/' can't be one, so nobody reaches other files through it. */
static enum loa_status open_built_in(struct opening *opening)
{
    struct loa_session *session = opening->guide->session;
    struct library *library = session_library(session);
    const char *path = arena_format(&opening->guide->arena, "guides/%s.md", opening->asked);
    const struct source *source = strchr(opening->asked, '/') ? NULL : library_source(library, path);
    if (!source) {
        const char *const *names;
        size_t count;
        library_names(library, &opening->guide->arena, "guides", ".md", &names, &count);
        const char *nearest = nearest_name(opening->asked, names, count);
        const char *hint =
            nearest ? session_suggestion(session, &opening->guide->arena, opening->asked, names, count)
                    : session_text(session, "xem các bản có sẵn: loa list guides",
                                   "see the built-in ones: loa list guides");
        report(&session->reporter, FINDING_no_guide, nowhere, opening->asked, hint);
        return LOA_IO_FAILED;
    }
    opening->name = source->name;
    opening->bytes = source->text;
    opening->length = source->length;
    return parse(opening);
}

static enum loa_status open_asked(void *data)
{
    struct opening *opening = data;
    if (!opening->asked)
        opening->asked = default_guide;
    else if (strcmp(opening->asked, "-") == 0) {
        opening->name = "<stdin>";
        opening->folder = ".";
        return read_file(opening, "-");
    } else if (file_is_folder(opening->asked)) {
        return open_folder(opening);
    } else if (file_exists(opening->asked)) {
        opening->name = opening->asked;
        opening->folder = folder_of(&opening->guide->arena, opening->asked);
        return read_file(opening, opening->asked);
    }
    return open_built_in(opening);
}

static enum loa_status open_bytes(void *data)
{
    struct opening *opening = data;
    opening->bytes = arena_copy(&opening->guide->arena, opening->bytes, opening->length);
    return parse(opening);
}

static enum loa_status open_with(struct loa_session *session, struct opening *opening,
                                 enum loa_status (*work)(void *data), struct loa_guide **out)
{
    *out = NULL;
    struct loa_guide *guide = calloc(1, sizeof *guide);
    if (!guide)
        return LOA_LIMIT;
    arena_init(&guide->arena, LIMIT_ARENA_BYTES);
    guide->session = session;
    opening->guide = guide;
    enum loa_status status = session_protect(session, &guide->arena, work, opening);
    if (status == LOA_OK)
        *out = guide;
    else
        loa_guide_close(guide);
    return status;
}

enum loa_status loa_guide_open(struct loa_session *session, const char *path_or_name,
                               struct loa_guide **guide)
{
    struct opening opening = {.asked = path_or_name};
    return open_with(session, &opening, open_asked, guide);
}

enum loa_status loa_guide_read(struct loa_session *session, const char *name, const char *bytes,
                               size_t length, const char *folder, struct loa_guide **guide)
{
    struct opening opening = {.name = name, .bytes = bytes, .length = length, .folder = folder};
    return open_with(session, &opening, open_bytes, guide);
}

void loa_guide_close(struct loa_guide *guide)
{
    if (!guide)
        return;
    arena_clear(&guide->arena);
    free(guide);
}

const char *loa_guide_name(const struct loa_guide *guide)
{
    return guide->name;
}

const char *loa_guide_title(const struct loa_guide *guide)
{
    return guide->guide->front.title ? guide->guide->front.title : "";
}

const char *loa_guide_language(const struct loa_guide *guide)
{
    return guide->guide->front.language ? guide->guide->front.language : "vi";
}

size_t loa_guide_section_count(const struct loa_guide *guide)
{
    return guide->section_count;
}

bool loa_guide_section(const struct loa_guide *guide, size_t index, struct loa_section *section)
{
    if (index >= guide->section_count)
        return false;
    *section = guide->sections[index];
    return true;
}
