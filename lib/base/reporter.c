#include "base/reporter.h"
#include "base/limits.h"
#include <stdio.h>
#include <string.h>

struct finding_row {
    const char *name;
    enum loa_severity severity;
    const char *message[2], *hint[2]; /* by enum loa_ui */
};

#define NOTE    LOA_NOTE
#define WARNING LOA_WARNING
#define ERROR   LOA_ERROR
static const struct finding_row rows[FINDING_COUNT] = {
#define LOA_FINDING(name, severity, vi, en, hint_vi, hint_en) {#name, severity, {vi, en}, {hint_vi, hint_en}},
#include "base/findings.def"
#undef LOA_FINDING
};

static char *id_of(const char *name, char *room, size_t size)
{
    size_t i = 0;
    for (; name[i] && i + 1 < size; i++)
        room[i] = name[i] == '_' ? '-' : name[i];
    room[i] = '\0';
    return room;
}

/* The length without a character that was cut at the end. */
static size_t whole_characters(const char *text, size_t length)
{
    size_t start = length;
    while (start && ((unsigned char)text[start - 1] & 0xc0) == 0x80)
        start--;
    if (!start)
        return 0;
    unsigned char lead = (unsigned char)text[--start];
    size_t size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    return length - start >= size ? length : start;
}

/* Puts the arguments into a template, on one line; what has no room is cut at a whole character. */
static void fill(const char *text, const char *const arguments[4], char *room, size_t size)
{
    size_t used = 0;
    for (const char *at = text; *at; at++) {
        const char *piece = at;
        size_t length = 1;
        if (*at == '%' && at[1] >= '1' && at[1] <= '4') {
            at++;
            piece = arguments[*at - '1'] ? arguments[*at - '1'] : "";
            length = strlen(piece);
        }
        if (length > size - 1 - used)
            length = size - 1 - used;
        for (size_t i = 0; i < length; i++)
            room[used + i] = piece[i] == '\n' || piece[i] == '\r' ? ' ' : piece[i];
        used += length;
    }
    room[used == size - 1 ? whole_characters(room, used) : used] = '\0';
}

/* Whether every argument a text asks for is there: a suggestion is left out when there is nothing to suggest.
 */
static bool has_arguments(const char *text, const char *const arguments[4])
{
    for (; *text; text++)
        if (*text == '%' && text[1] >= '1' && text[1] <= '4' && !arguments[text[1] - '1'])
            return false;
    return true;
}

bool reporter_only_counts(const struct reporter *reporter)
{
    const size_t *counts = reporter->counts;
    return reporter->silent || !reporter->call || counts[0] + counts[1] + counts[2] >= LIMIT_FINDINGS;
}

void reporter_reading(const struct reporter *reporter, const char *path)
{
    if (reporter->reading)
        reporter->reading(reporter->reading_self, path);
}

enum loa_severity finding_severity(enum finding finding)
{
    return rows[finding].severity;
}

static enum loa_severity severity_of(const struct reporter *reporter, enum finding finding)
{
    enum loa_severity severity = rows[finding].severity;
    return reporter->strict && severity == LOA_WARNING ? LOA_ERROR : severity;
}

/* Errors are told however many notes and warnings came before them. */
static bool is_told(const struct reporter *reporter, enum finding finding)
{
    if (severity_of(reporter, finding) != LOA_ERROR)
        return !reporter_only_counts(reporter);
    return !reporter->silent && reporter->call && reporter->counts[LOA_ERROR] < LIMIT_FINDINGS;
}

static void tell(struct reporter *reporter, enum finding finding, struct loa_finding *told,
                 const char *const arguments[4])
{
    const struct finding_row *row = &rows[finding];
    if (reporter->silent)
        return;
    bool seen = is_told(reporter, finding);
    told->severity = severity_of(reporter, finding);
    reporter->counts[told->severity]++;
    if (!seen)
        return;
    char id[64], message[2000], hint[1000];
    told->id = id_of(row->name, id, sizeof id);
    fill(row->message[reporter->ui], arguments, message, sizeof message);
    told->message = message;
    if (row->hint[reporter->ui] && has_arguments(row->hint[reporter->ui], arguments)) {
        fill(row->hint[reporter->ui], arguments, hint, sizeof hint);
        told->hint = *hint ? hint : NULL;
    }
    reporter->call(reporter->self, told);
}

#define LINE_ROOM 16384 /* bytes of a source line that are shown */

void report_with(struct reporter *reporter, enum finding finding, struct place place,
                 const char *const arguments[4])
{
    struct loa_finding told = {0};
    char line[LINE_ROOM];
    if (place.source && is_told(reporter, finding)) {
        struct location location = source_locate(place);
        told.file = place.source->name;
        told.line = location.line;
        told.column = location.column;
        told.width = location.width;
        size_t length = location.line_length < LINE_ROOM - 1
                            ? location.line_length
                            : whole_characters(location.line_text, LINE_ROOM - 1);
        memcpy(line, location.line_text, length);
        line[length] = '\0';
        told.source_line = line;
    }
    tell(reporter, finding, &told, arguments);
}

void report_file(struct reporter *reporter, enum finding finding, const char *file,
                 const char *const arguments[4])
{
    struct loa_finding told = {.file = file};
    tell(reporter, finding, &told, arguments);
}

void error_from_finding(struct loa_error *error, enum loa_status status, enum finding finding, enum loa_ui ui,
                        const char *const arguments[4])
{
    const struct finding_row *row = &rows[finding];
    const char *hint = row->hint[ui] && has_arguments(row->hint[ui], arguments) ? row->hint[ui] : "";
    struct loa_error made = {.status = status}; /* arguments may be texts of *error */
    id_of(row->name, made.id, sizeof made.id);
    fill(row->message[ui], arguments, made.message, sizeof made.message);
    fill(hint, arguments, made.hint, sizeof made.hint);
    *error = made;
}

void report_error(struct reporter *reporter, const struct loa_error *error)
{
    const struct loa_finding told = {
        .id = error->id,
        .severity = LOA_ERROR,
        .message = error->message,
        .hint = *error->hint ? error->hint : NULL,
    };
    if (reporter->silent)
        return;
    reporter->counts[LOA_ERROR]++;
    if (reporter->call)
        reporter->call(reporter->self, &told);
}

const char *finding_id(enum finding finding)
{
    static const char *const ids[] = {
#define LOA_FINDING(name, severity, vi, en, hint_vi, hint_en) #name,
#include "base/findings.def"
#undef LOA_FINDING
    };
    return ids[finding];
}

const char *finding_about(enum finding finding, enum loa_ui ui)
{
    static const char *const about[FINDING_COUNT][2] = {
#define LOA_ABOUT(name, vi, en) [FINDING_##name] = {vi, en},
#include "base/findings_about.def"
#undef LOA_ABOUT
    };
    return about[finding][ui];
}
