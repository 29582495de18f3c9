#include "layout/contents.h"
#include "layout/text.h"
#include <string.h>

struct entry {
    struct box box;
    const struct node *heading;
    struct box *title;
    float indent;
    size_t page; /* from 1; 0: not found yet */
};

struct contents {
    VECTOR(struct entry *) entries;
    struct box *box;
};

#define NUMBER_WIDTH 3.0f /* in sizes of the text: four figures */
#define LEADER_GAP   0.5f /* between a title, its dots and the number */

static void leader_draw(struct layout *layout, float from, float to, float y)
{
    float size = layout->sheet->size[TEXT_BODY];
    from += size * LEADER_GAP;
    if (to - from < size)
        return;
    artifact_begin(layout);
    scene_stroke(layout->builder, path_line(layout->builder, from, y, to, y),
                 (struct stroke){.colour = layout->palette->muted,
                                 .width = size * 0.09f,
                                 .dash = size * 0.02f,
                                 .gap = size * 0.4f,
                                 .round = true});
    artifact_end(layout);
}

static void entry_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct entry *entry = (const struct entry *)box;
    float size = layout->sheet->size[TEXT_BODY], right = x + box->width;
    struct text_end end = text_end(entry->title);
    struct text_look look = {.role = TEXT_BODY, .tabular = true, .align = ALIGN_END, .unmarked = true};
    const char *page = entry->page ? arena_format(layout->arena, "%zu", entry->page) : NULL;
    box_draw(layout, entry->title, x + entry->indent, y);
    struct box *number = text_of_string(layout, page, size * NUMBER_WIDTH, &look);
    if (!number)
        return;
    float wide = string_width(layout, page, &look);
    leader_draw(layout, x + entry->indent + end.x, right - wide - size * LEADER_GAP, y + end.baseline);
    box_draw(layout, number, right - number->width, y + end.baseline - number->baseline);
}

static void add_entry(struct layout *layout, struct contents *contents, const struct node *section,
                      float width)
{
    static const struct box_ops ops = {.draw = entry_draw};
    const struct node *heading = section->first;
    float size = layout->sheet->size[TEXT_BODY];
    bool top = heading->level <= 1;
    struct text_look look = {.role = TEXT_BODY, .bold = top, .unmarked = true};
    struct entry *entry = ARENA_NEW(layout->arena, struct entry);
    entry->heading = heading;
    entry->indent = top ? 0 : size * 1.5f * (float)(heading->level - 1);
    const char *id = section->id && *section->id ? arena_format(layout->arena, "#%s", section->id) : NULL;
    entry->title = text_of_link(layout, node_plain_text(layout->arena, heading), id, heading->place,
                                width - entry->indent - size * NUMBER_WIDTH, &look);
    if (!entry->title)
        return;
    entry->box = (struct box){.ops = &ops,
                              .mark = mark_create(layout, MARK_ITEM, heading->place),
                              .width = width,
                              .height = entry->title->height,
                              .before = layout->sheet->gap * (top ? 0.8f : 0.3f),
                              .after = layout->sheet->gap * 0.3f};
    *VECTOR_ADD(layout->arena, &contents->entries) = entry;
}

static struct box *list_of(struct layout *layout, const struct contents *contents, float width)
{
    struct box_list list = {0};
    for (size_t i = 0; i < contents->entries.count; i++)
        box_list_add(layout, &list, &contents->entries.at[i]->box);
    struct box *box = stack_create(layout, &list, width);
    if (box)
        box->mark = mark_create(layout, MARK_LIST, contents->entries.at[0]->heading->place);
    return box;
}

struct contents *contents_create(struct layout *layout, const struct node *document, const struct node *title,
                                 unsigned levels, float width)
{
    struct contents *contents = ARENA_NEW(layout->arena, struct contents);
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const struct node *node = iterator.node;
        if (event == NODE_ENTER && node->type == NODE_SECTION && node != title &&
            node->first->level <= levels)
            add_entry(layout, contents, node, width);
    }
    struct box *list = list_of(layout, contents, width);
    if (!list)
        return NULL;
    struct text_look look = {.role = TEXT_H3, .colour = layout->palette->heading, .bold = true};
    struct box *head = text_of_string(layout, layout_word(layout, WORD_contents_list), width, &look);
    head->keep_next = true;
    head->after = layout->sheet->gap * 0.6f;
    contents->box = stack_of(layout, width, head, list);
    contents->box->after = layout->sheet->gap * 2;
    account_tell(layout, contents->box, NULL, NULL, CHOICE_contents);
    return contents;
}

struct box *contents_box(struct contents *contents)
{
    return contents->box;
}

static bool same_place(struct place a, struct place b)
{
    return a.source == b.source && a.start == b.start && a.end == b.end;
}

/* Headings stand in the order of the entries; pages may hold others between. */
static size_t number_page(struct contents *contents, const struct page *page, size_t number, size_t next)
{
    for (size_t i = 0; i < page->count && next < contents->entries.count; i++) {
        const struct item *item = &page->items[i];
        struct entry *entry = contents->entries.at[next];
        if (item->type != ITEM_BEGIN || item->as.mark->type != MARK_HEADING ||
            !same_place(item->as.mark->place, entry->heading->place))
            continue;
        entry->page = number;
        next++;
    }
    return next;
}

void contents_number(struct layout *layout, struct contents *contents, const struct page_list *pages)
{
    struct arena_mark mark = arena_mark(layout->arena);
    size_t next = 0;
    for (size_t i = 0; i < pages->boxes.count; i++) {
        next = number_page(contents, box_rehearse(layout, pages->boxes.at[i]), i + 1, next);
        arena_rewind(layout->arena, mark);
    }
}
