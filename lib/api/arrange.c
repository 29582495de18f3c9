#include "api/arrange.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/vector.h"
#include "guide/audiences.h"
#include "text/unicode.h"
#include <string.h>

static const char default_theme[] = "binh-an";
struct name_list {
    const char **at;
    size_t count, room;
};

static void add_name(struct arena *arena, struct name_list *list, const char *name)
{
    *VECTOR_ADD(arena, list) = name;
}

static bool has_name(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

const struct piece *arrange_find_piece(struct arrangement *arrangement, const char *name)
{
    const struct piece *piece = piece_named(name);
    if (piece)
        return piece;
    struct loa_session *session = arrangement->session;
    struct name_list names = {0};
    for (size_t i = 0; pieces[i]; i++)
        add_name(arrangement->arena, &names, pieces[i]->name);
    session_no_such(session, arrangement->arena, nowhere, session_text(session, "ấn phẩm", "piece"), name,
                    names.at, names.count);
    return NULL;
}

const struct format *arrange_find_format(struct arrangement *arrangement, const char *name)
{
    const struct format *format = format_named(name);
    if (format)
        return format;
    struct loa_session *session = arrangement->session;
    struct name_list names = {0};
    for (size_t i = 0; formats[i]; i++)
        add_name(arrangement->arena, &names, formats[i]->name);
    session_no_such(session, arrangement->arena, nowhere, session_text(session, "định dạng", "format"), name,
                    names.at, names.count);
    return NULL;
}

/* The words of a space-separated list. */
static struct name_list split_words(struct arena *arena, const char *words)
{
    struct name_list list = {0};
    while (*words) {
        size_t length = strcspn(words, " ");
        if (length > 0)
            add_name(arena, &list, arena_copy(arena, words, length));
        words += length + (words[length] == ' ');
    }
    return list;
}

static enum loa_status check_size(struct arrangement *arrangement, const struct piece *piece)
{
    const char *size = arrangement->options->size;
    if (!piece || !size)
        return LOA_OK;
    struct loa_session *session = arrangement->session;
    struct name_list sizes = split_words(arrangement->arena, piece->sizes);
    if (has_name(sizes.at, sizes.count, size))
        return LOA_OK;
    return session_no_such(session, arrangement->arena, nowhere, session_text(session, "khổ", "size"), size,
                           sizes.at, sizes.count);
}

static enum loa_status check_audience(struct arrangement *arrangement)
{
    const char *audience = arrangement->options->audience;
    if (!audience || audience_known(audience))
        return LOA_OK;
    struct loa_session *session = arrangement->session;
    struct name_list names = {0};
    for (size_t i = 0; i < audience_count; i++)
        add_name(arrangement->arena, &names, audiences[i].name);
    return session_no_such(session, arrangement->arena, nowhere,
                           session_text(session, "đối tượng", "audience"), audience, names.at, names.count);
}

static enum loa_status check_sections(struct arrangement *arrangement)
{
    const struct loa_guide *guide = arrangement->guide;
    struct loa_session *session = arrangement->session;
    struct name_list ids = {0};
    for (size_t i = 0; i < guide->section_count; i++)
        add_name(arrangement->arena, &ids, guide->sections[i].id);
    enum loa_status status = LOA_OK;
    for (size_t i = 0; i < arrangement->options->section_count; i++) {
        const char *id = arrangement->options->sections[i];
        if (!has_name(ids.at, ids.count, id))
            status = session_no_such(session, arrangement->arena, nowhere,
                                     session_text(session, "mục", "section"), id, ids.at, ids.count);
    }
    return status;
}

static enum loa_status check_profile(struct arrangement *arrangement)
{
    const char *profile = arrangement->options->profile;
    if (!profile)
        return LOA_OK;
    struct loa_session *session = arrangement->session;
    const char *const *names;
    size_t count;
    library_names(session_library(session), arrangement->arena, "data/profiles", ".yaml", &names, &count);
    if (has_name(names, count, profile))
        return LOA_OK;
    return session_no_such(session, arrangement->arena, nowhere,
                           session_text(session, "hồ sơ đơn vị", "profile"), profile, names, count);
}

/* What has an option of its own, and would be printed but not obeyed if it were set. NULL: anything else. */
static const char *own_option(const char *key, size_t length)
{
    static const char *const rows[][2] = {
        {"theme", "--theme"}, {"profile", "--profile"}, {"audience", "--audience"}, {"language", "--lang"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strlen(rows[i][0]) == length && !memcmp(rows[i][0], key, length))
            return rows[i][1];
    return NULL;
}

static enum loa_status check_sets(struct arrangement *arrangement)
{
    enum loa_status status = LOA_OK;
    for (size_t i = 0; i < arrangement->options->set_count; i++) {
        const char *set = arrangement->options->sets[i];
        const char *equals = strchr(set, '=');
        const char *option = equals ? own_option(set, (size_t)(equals - set)) : NULL;
        if (equals && equals != set && !option)
            continue;
        if (option)
            report(&arrangement->session->reporter, FINDING_set_of_option, nowhere,
                   arena_copy(arrangement->arena, set, (size_t)(equals - set)), option);
        else
            report(&arrangement->session->reporter, FINDING_bad_set, nowhere, set);
        status = LOA_BAD_USE;
    }
    return status;
}

enum loa_status arrange_check_names(struct arrangement *arrangement, const struct piece *piece)
{
    const enum loa_status checks[] = {
        check_size(arrangement, piece), check_audience(arrangement), check_sections(arrangement),
        check_profile(arrangement),     check_sets(arrangement),
    };
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (checks[i] != LOA_OK)
            return checks[i];
    return LOA_OK;
}

/* A theme of one's own, by path. */
static const struct source *theme_file(struct arrangement *arrangement, const char *path)
{
    struct reporter *reporter = &arrangement->session->reporter;
    char *text;
    size_t length;
    reporter_reading(reporter, path);
    enum file_failure failure = file_read(arrangement->arena, path, LIMIT_SOURCE_BYTES, &text, &length);
    if (failure != FILE_OK) {
        report(reporter, FINDING_unreadable, nowhere, path,
               session_file_words(arrangement->session, failure));
        return NULL;
    }
    size_t bad = utf8_check(text, length);
    if (bad < length) {
        report_file(reporter, FINDING_unreadable, path,
                    (const char *const[4]){path, session_text(arrangement->session, "tệp không phải UTF-8",
                                                              "the file is not UTF-8")});
        return NULL;
    }
    return source_create(arrangement->arena, path, NULL, text, length);
}

/* Where the guide names its theme, for messages about it. */
static struct place theme_place(const struct guide *guide)
{
    const struct yaml_node *node = guide->front.yaml ? yaml_get(guide->front.yaml, "theme") : NULL;
    return node ? node->place : nowhere;
}

enum loa_status arrange_read_theme(struct arrangement *arrangement)
{
    struct loa_session *session = arrangement->session;
    const char *asked = arrangement->options->theme, *own = arrangement->guide->guide->front.theme;
    const char *name = asked ? asked : own ? own : default_theme;
    const struct source *source;
    if (asked && (strchr(asked, '/') || strstr(asked, ".yaml"))) {
        source = theme_file(arrangement, asked);
        if (!source)
            return LOA_IO_FAILED;
    } else {
        struct library *library = session_library(session);
        const char *path = arena_format(arrangement->arena, "themes/%s.yaml", name);
        source = strchr(name, '/') ? NULL : library_source(library, path);
        if (!source) {
            const char *const *names;
            size_t count;
            library_names(library, arrangement->arena, "themes", ".yaml", &names, &count);
            session_no_such(session, arrangement->arena,
                            asked ? nowhere : theme_place(arrangement->guide->guide),
                            session_text(session, "chủ đề", "theme"), name, names, count);
            return asked ? LOA_BAD_USE : LOA_BAD_GUIDE;
        }
    }
    size_t errors = session->reporter.counts[LOA_ERROR];
    arrangement->theme = theme_read(arrangement->arena, &session->reporter, session_library(session), source);
    /* A strict session takes warnings for errors. */
    return arrangement->theme && session->reporter.counts[LOA_ERROR] == errors ? LOA_OK : LOA_BAD_GUIDE;
}

enum loa_status arrange_edition(struct arrangement *arrangement, const struct piece *piece,
                                const char *format, const char *audience)
{
    struct loa_session *session = arrangement->session;
    const struct loa_export_options *options = arrangement->options;
    size_t errors = session->reporter.counts[LOA_ERROR];
    const struct edition_options wanted = {
        .audience = audience,
        .language = options->language,
        .profile = options->profile,
        .piece = piece->name,
        .format = format,
        .sections = options->sections,
        .section_count = options->section_count,
        .sets = options->sets,
        .set_count = options->set_count,
    };
    arrangement->edition = edition_create(arrangement->arena, &session->reporter, session_library(session),
                                          arrangement->guide->guide, &wanted);
    return arrangement->edition && session->reporter.counts[LOA_ERROR] == errors ? LOA_OK : LOA_BAD_GUIDE;
}

enum loa_status arrange_piece(struct arrangement *arrangement, const struct piece *piece, const char *format,
                              const char *audience)
{
    struct loa_session *session = arrangement->session;
    size_t errors = session->reporter.counts[LOA_ERROR];
    arrangement->scene = NULL;
    arrange_edition(arrangement, piece, format, audience);
    if (!arrangement->edition)
        return LOA_BAD_GUIDE;
    const struct piece_job job = {
        .arena = arrangement->arena,
        .reporter = &session->reporter,
        .library = session_library(session),
        .fonts = session_fonts(session),
        .edition = arrangement->edition,
        .theme = arrangement->theme,
        .size = arrangement->options->size,
        .account = arrangement->account,
    };
    arrangement->scene = piece->arrange(&job);
    return arrangement->scene && session->reporter.counts[LOA_ERROR] == errors ? LOA_OK : LOA_BAD_GUIDE;
}
