#include "stream.h"
#include "layout/layout.h"
#include "pieces/job.h"
#include "text/unicode.h"
#include <string.h>

static bool is_white(uint32_t c)
{
    return c <= 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200b) ||
           c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x2060 || c == 0x3000 ||
           c == 0xfeff;
}

void stream_add(struct builder *stream, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t c = utf8_next(text, length, &at);
        if (!is_white(c))
            builder_codepoint(stream, c);
    }
}

/* ---- An edition's words ---- */

struct collector {
    struct arena *arena;
    struct segments *segments;
    struct builder open; /* the segment being collected */
    unsigned line;
    bool after_lead; /* a dash or colon that joins a lead to its text may be left out */
};

static void flush(struct collector *collector)
{
    if (collector->open.length)
        *VECTOR_ADD(collector->arena, &collector->segments->list) =
            (struct segment){builder_text(&collector->open), collector->open.length, collector->line};
    builder_init(&collector->open, collector->arena);
    collector->after_lead = false;
}

static const char *without_joint(const char *text)
{
    static const char *const joints[] = {"–", "—", "-", ":", "·"};
    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (strncmp(text, joints[i], strlen(joints[i])) == 0)
            return text + strlen(joints[i]);
    return text;
}

static void collect(struct collector *collector, const struct node *node, const char *text)
{
    if (!text)
        return;
    if (collector->after_lead)
        text = without_joint(text);
    collector->after_lead = false;
    if (!collector->open.length)
        collector->line = source_locate(node->place).line;
    stream_add(&collector->open, text, strlen(text));
}

static void collect_string(struct collector *collector, const char *text)
{
    if (text)
        stream_add(&collector->open, text, strlen(text));
    collector->line = 0;
    flush(collector);
}

static bool breaks_segment(const struct node *node)
{
    return node_is_block(node->type) || node->type == NODE_FOOTNOTE || node->type == NODE_IMAGE;
}

static void enter(struct collector *collector, const struct node *node)
{
    if (breaks_segment(node))
        flush(collector);
    if (node->type == NODE_BLOCK) {
        collect(collector, node, node->title);
        flush(collector);
    } else if (node->type == NODE_TEXT || node->type == NODE_CODE || node->type == NODE_CODE_BLOCK) {
        collect(collector, node, node->text);
    }
}

static void leave(struct collector *collector, const struct node *node)
{
    bool lead = node->type == NODE_STRONG && node->parent->type == NODE_PARAGRAPH && !node->previous;
    if (lead || breaks_segment(node))
        flush(collector);
    collector->after_lead = lead;
}

static void collect_front(struct collector *collector, const struct edition *edition)
{
    size_t length = strlen(edition->kicker);
    collect_string(collector,
                   unicode_upper(collector->arena, edition->kicker, length, edition->language, &length));
    collect_string(collector, edition->title);
    collect_string(collector, edition->subtitle);
    collect_string(collector, edition->issuer);
}

void segments_of_edition(const struct showing *showing, bool notes, struct segments *segments)
{
    struct collector collector = {.arena = showing->arena, .segments = segments};
    builder_init(&collector.open, showing->arena);
    collect_front(&collector, showing->edition);
    const struct node *title = title_section(showing->edition);
    struct node_iterator iterator;
    node_iterate(&iterator, showing->edition->document);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const struct node *node = iterator.node;
        bool spoken = node->type == NODE_BLOCK && node->block == BLOCK_notes;
        if (event == NODE_ENTER && ((spoken && !notes) || (title && node == title->first)))
            iterator.event = NODE_LEAVE; /* skips what is beneath */
        else if (event == NODE_ENTER)
            enter(&collector, node);
        else
            leave(&collector, node);
    }
    flush(&collector);
}

/* ---- A scene's words ---- */

static void add_page(struct builder *stream, const struct page *page)
{
    unsigned hidden = 0; /* artifacts we are in */
    for (size_t i = 0; i < page->count; i++) {
        const struct item *item = &page->items[i];
        if (item->type == ITEM_BEGIN || item->type == ITEM_END) {
            bool artifact = item->as.mark->type == MARK_ARTIFACT;
            hidden += artifact && item->type == ITEM_BEGIN;
            hidden -= artifact && item->type == ITEM_END;
        }
        if (hidden)
            continue;
        if (item->type == ITEM_TEXT)
            stream_add(stream, item->as.text.run->text, item->as.text.run->length);
        else if (item->type == ITEM_BEGIN && item->as.mark->alt)
            stream_add(stream, item->as.mark->alt, strlen(item->as.mark->alt));
    }
}

struct builder stream_of_scene(struct arena *arena, const struct scene *scene)
{
    struct builder stream;
    builder_init(&stream, arena);
    for (size_t i = 0; i < scene->page_count; i++)
        add_page(&stream, &scene->pages[i]);
    return stream;
}

struct builder stream_of_notes(struct arena *arena, const struct scene *scene)
{
    struct builder stream;
    builder_init(&stream, arena);
    for (size_t i = 0; i < scene->page_count; i++)
        if (scene->pages[i].notes)
            stream_add(&stream, scene->pages[i].notes, strlen(scene->pages[i].notes));
    return stream;
}
