/* findings.h - a reporter that keeps what it is told as text, one finding a line. */
#ifndef SUPPORT_FINDINGS_H
#define SUPPORT_FINDINGS_H

#include "base/builder.h"
#include "base/reporter.h"

struct findings {
    struct arena arena;
    struct reporter reporter;
    struct builder told; /* "line:column+width severity id: message (hint)\n" each */
    size_t calls;
};

static inline void findings_keep(void *self, const struct loa_finding *finding)
{
    static const char *const severities[] = {"note", "warning", "error"};
    struct findings *findings = self;
    findings->calls++;
    if (finding->line)
        builder_format(&findings->told, "%u:%u+%u ", finding->line, finding->column, finding->width);
    builder_format(&findings->told, "%s %s: %s", severities[finding->severity], finding->id,
                   finding->message);
    if (finding->hint)
        builder_format(&findings->told, " (%s)", finding->hint);
    builder_char(&findings->told, '\n');
}

static inline void findings_open(struct findings *findings)
{
    *findings = (struct findings){0};
    arena_init(&findings->arena, 0);
    builder_init(&findings->told, &findings->arena);
    findings->reporter = (struct reporter){.call = findings_keep, .self = findings, .ui = LOA_UI_EN};
}

static inline void findings_close(struct findings *findings)
{
    arena_clear(&findings->arena);
}

static inline const char *findings_text(struct findings *findings)
{
    return builder_text(&findings->told);
}

#endif
