/* guide_probe.h - a guide read from a string, its tree and its findings as text. */
#ifndef SUPPORT_GUIDE_PROBE_H
#define SUPPORT_GUIDE_PROBE_H

#include "base/builder.h"
#include "guide/blocks.h"
#include "guide/guide.h"
#include <loa/report.h>
#include <string.h>

struct probe {
    struct arena arena;
    struct reporter reporter;
    struct library *library; /* NULL until somebody opens one */
    struct builder findings; /* "line:column+width id (hint)\n" each */
    struct guide *guide;     /* NULL: it was refused */
};

static inline void probe_finding(void *self, const struct loa_finding *finding)
{
    static const char *const marks[] = {"note ", "warning ", ""};
    struct probe *probe = self;
    builder_format(&probe->findings, "%s%u:%u+%u %s", marks[finding->severity], finding->line,
                   finding->column, finding->width, finding->id);
    if (finding->hint)
        builder_format(&probe->findings, " (%s)", finding->hint);
    builder_char(&probe->findings, '\n');
}

static inline void probe_init(struct probe *probe)
{
    memset(probe, 0, sizeof *probe);
    arena_init(&probe->arena, 0);
    builder_init(&probe->findings, &probe->arena);
    probe->reporter = (struct reporter){.call = probe_finding, .self = probe, .ui = LOA_UI_EN};
}

static inline void probe_read_bytes(struct probe *probe, const char *bytes, size_t length)
{
    probe_init(probe);
    probe->guide = guide_create(&probe->arena, &probe->reporter, NULL, "guide.md", NULL, bytes, length);
}

static inline void probe_read(struct probe *probe, const char *text)
{
    probe_read_bytes(probe, text, strlen(text));
}

static inline void probe_clear(struct probe *probe)
{
    arena_clear(&probe->arena);
}

static inline void dump_text(struct builder *out, const char *mark, const char *text)
{
    if (!text)
        return;
    builder_format(out, " %s\"", mark);
    for (; *text; text++) {
        if (*text == '\n')
            builder_string(out, "\\n");
        else
            builder_char(out, *text);
    }
    builder_char(out, '"');
}

static inline void dump_attributes(struct builder *out, const struct node *node)
{
    if (!node->attributes ||
        (node->type == NODE_HEADING && node->parent && node->parent->type == NODE_SECTION))
        return;
    for (size_t i = 0; i < node->attributes->class_count; i++)
        builder_format(out, " .%s", node->attributes->classes[i]);
    for (const struct attribute *at = node->attributes->first; at; at = at->next)
        builder_format(out, " %s=%s", at->key, at->value);
}

static inline void dump_head(struct builder *out, const struct node *node)
{
    static const char *const alerts[] = {"note", "tip", "important", "warning", "caution"};
    builder_string(out, node_type_name(node->type));
    if (node->type == NODE_BLOCK)
        builder_format(out, " %s", block_rows[node->block].spelling);
    if (node->type == NODE_ALERT)
        builder_format(out, " %s", alerts[node->alert]);
    if (node->level)
        builder_format(out, " %u", node->level);
    if (node->id && node->type != NODE_HEADING)
        builder_format(out, " #%s", node->id);
    if (node->ordered)
        builder_format(out, " from %u", node->start);
    if (node->type == NODE_LIST && !node->tight)
        builder_string(out, " loose");
    if (node->definitions)
        builder_string(out, " definitions");
    if (node->task)
        builder_string(out, node->checked ? " [x]" : " [ ]");
    if (node->header)
        builder_string(out, " header");
    if (node->language)
        builder_format(out, " lang:%s", node->language);
    dump_text(out, "", node->text);
    dump_text(out, "to ", node->target);
    dump_text(out, "title ", node->title);
    dump_text(out, "info ", node->info);
    dump_text(out, "source ", node->source_line);
    dump_attributes(out, node);
}

/* "(document (paragraph (text "words")))" */
static inline const char *dump_node(struct arena *arena, const struct node *root)
{
    struct builder out;
    builder_init(&out, arena);
    struct node_iterator iterator;
    node_iterate(&iterator, root);
    while (node_next(&iterator) != NODE_DONE) {
        if (iterator.event == NODE_LEAVE) {
            builder_char(&out, ')');
            continue;
        }
        builder_string(&out, iterator.node == root ? "(" : " (");
        dump_head(&out, iterator.node);
    }
    return builder_text(&out);
}

/* What the children of the document look like: the shortest thing to compare with. */
static inline const char *probe_dump(struct probe *probe)
{
    if (!probe->guide)
        return "refused";
    const char *all = dump_node(&probe->arena, probe->guide->document);
    size_t length = strlen(all);
    return arena_copy(&probe->arena, all + strlen("(document "), length - strlen("(document )"));
}

#endif
