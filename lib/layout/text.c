#include "layout/text.h"
#include "base/builder.h"
#include "layout/notes.h"
#include "layout/spans.h"
#include "text/unicode.h"
#include <math.h>
#include <string.h>

struct text_box {
    struct box box;
    const struct paragraph *paragraph;
    size_t first, end; /* lines */
    float left;        /* where lines begin that are shorter than the box and stand at its right; else 0 */
};

static void text_draw(struct layout *layout, const struct box *box, float x, float y)
{
    const struct text_box *text = (const struct text_box *)box;
    float top = text->paragraph->lines[text->first].top;
    for (size_t i = text->first; i < text->end; i++) {
        scene_put_line(layout->builder, &text->paragraph->lines[i], x + text->left, y - top);
        if (layout->notes)
            notes_see(layout, &text->paragraph->lines[i]);
    }
}

static bool text_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail);

static struct text_box *text_make(struct layout *layout, const struct paragraph *paragraph, size_t first,
                                  size_t end)
{
    static const struct box_ops ops = {.draw = text_draw, .split = text_split};
    struct text_box *text = ARENA_NEW(layout->arena, struct text_box);
    const struct line *lines = paragraph->lines;
    text->paragraph = paragraph;
    text->first = first;
    text->end = end;
    text->box = (struct box){.ops = &ops,
                             .height = lines[end - 1].bottom - lines[first].top,
                             .baseline = lines[first].baseline - lines[first].top,
                             .from_right = paragraph->from_right,
                             .before = layout->sheet->gap,
                             .after = layout->sheet->gap};
    return text;
}

/* No widow, no orphan: two lines at least on each side, unless forced. */
static bool text_split(struct layout *layout, const struct box *box, float room, bool force,
                       const struct box **head, const struct box **tail)
{
    const struct text_box *text = (const struct text_box *)box;
    const struct line *lines = text->paragraph->lines;
    size_t least = force ? 1 : 2, at = text->first;
    while (at < text->end && lines[at].bottom - lines[text->first].top <= room)
        at++;
    if (at > text->end - least && text->end - text->first > least)
        at = text->end - least;
    if (at < text->first + least || at >= text->end || (text->box.keep_next && !force))
        return false;
    struct text_box *parts[2] = {text_make(layout, text->paragraph, text->first, at),
                                 text_make(layout, text->paragraph, at, text->end)};
    for (int i = 0; i < 2; i++) {
        parts[i]->box.mark = box->mark;
        parts[i]->box.width = box->width;
        parts[i]->left = text->left;
        parts[i]->box.before = box->before;
        parts[i]->box.after = box->after;
        *(i ? tail : head) = &parts[i]->box;
    }
    return true;
}

static const struct text_style *look_style(struct layout *layout, const struct text_look *look)
{
    struct colour colour = look->colour.alpha ? look->colour : layout->palette->ink;
    struct look wanted = {look->role, colour, look->bold, look->italic};
    const struct text_style *style = layout_style(layout, wanted);
    struct text_style *adapted = ARENA_NEW(layout->arena, struct text_style);
    *adapted = *style;
    adapted->tabular = look->tabular;
    adapted->underline = look->underlined;
    adapted->size *= look->scale > 0 ? look->scale : 1;
    return adapted;
}

#define JUSTIFIED_LEAST 330 /* points: shorter lines would have holes */

static struct box *text_from_spans(struct layout *layout, const struct span_list *list, float width,
                                   const struct text_look *look)
{
    if (!list->spans.count)
        return NULL;
    const struct sheet *sheet = layout->sheet;
    float measure = sheet->measure > 0 && sheet->measure < width ? sheet->measure : width;
    enum text_align align = look->align;
    if (sheet->justified && look->prose && align == ALIGN_NATURAL && width >= JUSTIFIED_LEAST)
        align = ALIGN_JUSTIFY;
    bool narrow = look->align == ALIGN_START || look->align == ALIGN_NATURAL;
    struct paragraph_options options = {.width = narrow ? measure : width,
                                        .align = align,
                                        .leading = sheet->leading[look->role],
                                        .balanced = look->balanced,
                                        .hang = true};
    const struct paragraph *paragraph =
        paragraph_break(layout->fonts, layout->arena, list->spans.at, list->spans.count, &options);
    if (!paragraph->line_count)
        return NULL;
    struct text_box *text = text_make(layout, paragraph, 0, paragraph->line_count);
    text->box.width = width;
    text->left = paragraph->from_right ? width - options.width : 0;
    if (!look->unmarked)
        text->box.mark = mark_create(layout, MARK_PARAGRAPH, list->spans.at[0].place);
    return &text->box;
}

struct box *text_of_range(struct layout *layout, const struct node *first, const struct node *end,
                          float width, const struct text_look *look)
{
    struct text_span few[4]; /* enough for most: tables have many texts, and their lines keep no spans */
    struct span_list list = {.spans = {.at = few, .room = sizeof few / sizeof *few}};
    spans_of_range(layout, &list, first, end, look_style(layout, look));
    return text_from_spans(layout, &list, width, look);
}

struct box *text_of_node(struct layout *layout, const struct node *node, float width,
                         const struct text_look *look)
{
    return text_of_range(layout, node->first, NULL, width, look);
}

/* What may join a lead to the rest. A full stop, comma or semicolon does only before a space: “1,5” and “…”
 * stay whole. */
static size_t joint_length(const char *text, size_t length)
{
    static const char *const joints[] = {"–", "—", "-", ":", "·"};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (strncmp(text, joints[i], strlen(joints[i])) == 0)
            return strlen(joints[i]);
    return strchr(".,;", *text) && (length == 1 || text[1] == ' ') ? 1 : 0;
}

/* Takes spaces and one joint off the front of the spans. */
static void spans_trim(struct span_list *list)
{
    bool joint = true;
    for (size_t i = 0; i < list->spans.count; i++) {
        struct text_span *span = &list->spans.at[i];
        while (span->length) {
            size_t taken = *span->text == ' ' ? 1 : 0;
            if (!taken && joint) {
                taken = joint_length(span->text, span->length);
                joint = false;
            }
            if (!taken)
                return;
            span->text += taken;
            span->length -= taken;
        }
    }
}

struct box *text_of_rest(struct layout *layout, const struct node *lead, float width,
                         const struct text_look *look)
{
    struct span_list list = {0};
    spans_of_inlines(layout, &list, lead->next, look_style(layout, look));
    spans_trim(&list);
    return text_from_spans(layout, &list, width, look);
}

struct box *text_of_note(struct layout *layout, const struct node *note, const char *number, float width,
                         const struct text_look *look)
{
    struct span_list list = {0};
    const struct text_style *style = look_style(layout, look);
    spans_add(layout, &list, number, style, note->place);
    spans_add(layout, &list, "\u202f", style, note->place); /* a narrow space that stays on its line */
    spans_of_inlines(layout, &list, note->first, style);
    return text_from_spans(layout, &list, width, look);
}

struct box *text_of_string(struct layout *layout, const char *text, float width, const struct text_look *look)
{
    if (!text || !*text)
        return NULL;
    size_t length = strlen(text);
    if (look->role == TEXT_KICKER)
        text = unicode_upper(layout->arena, text, length, layout->edition->language, &length);
    struct span_list list = {0};
    spans_add(layout, &list, text, look_style(layout, look), nowhere);
    return text_from_spans(layout, &list, width, look);
}

struct box *text_of_link(struct layout *layout, const char *text, const char *target, struct place place,
                         float width, const struct text_look *look)
{
    if (!text || !*text)
        return NULL;
    struct span_list list = {0};
    spans_add(layout, &list, text, look_style(layout, look), place);
    list.spans.at[0].tag = target;
    return text_from_spans(layout, &list, width, look);
}

float string_width(struct layout *layout, const char *text, const struct text_look *look)
{
    struct span_list list = {0};
    spans_add(layout, &list, text, look_style(layout, look), nowhere);
    return paragraph_measure(layout->fonts, layout->arena, list.spans.at, list.spans.count).natural;
}

#define LONGEST_HEADLINE 12 /* lines: a text of more is none, and smaller type makes it no better */

struct box *text_headline(struct layout *layout, const char *text, float width, const struct text_look *look)
{
    struct box *best = NULL;
    size_t least = 0;
    for (int percent = 100; percent >= 80 && least <= LONGEST_HEADLINE; percent -= 5) {
        struct text_look tried = *look;
        tried.scale = (float)percent / 100;
        struct box *box = text_of_string(layout, text, width, &tried);
        size_t lines = box ? ((const struct text_box *)box)->paragraph->line_count : 0;
        if (!best || lines < least) {
            best = box;
            least = lines;
        }
    }
    return best;
}

struct paragraph_widths text_widths(struct layout *layout, const struct node *node,
                                    const struct text_look *look)
{
    struct span_list list = {0};
    spans_of_inlines(layout, &list, node->first, look_style(layout, look));
    if (!list.spans.count)
        return (struct paragraph_widths){0, 0};
    return paragraph_measure(layout->fonts, layout->arena, list.spans.at, list.spans.count);
}

struct box *text_fitted(struct layout *layout, const struct node *node, float width,
                        const struct text_look *look)
{
    struct text_look fitted = *look;
    float natural = text_widths(layout, node, look).natural;
    float scale = natural > width ? width / natural * 0.995f : 1;
    fitted.scale = (look->scale > 0 ? look->scale : 1) * (scale > 0.5f ? scale : 0.5f);
    return text_of_node(layout, node, width, &fitted);
}

struct text_end text_end(const struct box *box)
{
    const struct text_box *text = (const struct text_box *)box;
    const struct line *lines = text->paragraph->lines, *last = &lines[text->end - 1];
    float right = 0;
    for (size_t i = 0; i < last->run_count; i++)
        right = fmaxf(right, last->runs[i].x + last->runs[i].width);
    return (struct text_end){text->left + right, last->baseline - lines[text->first].top};
}

struct box *heading_box(struct layout *layout, const struct node *heading, enum text_role role, float width)
{
    struct text_look look = {
        .role = role, .colour = layout->palette->heading, .bold = true, .balanced = true, .unmarked = true};
    struct box *box = text_of_node(layout, heading, width, &look);
    if (!box)
        return NULL;
    struct mark *mark = mark_create(layout, MARK_HEADING, heading->place);
    mark->level = heading->level;
    mark->title = node_plain_text(layout->arena, heading);
    mark->id = heading->parent && heading->parent->type == NODE_SECTION ? heading->parent->id : NULL;
    box->mark = mark;
    box->keep_next = box->opens = true;
    account_tell(layout, box, heading, heading, CHOICE_heading);
    return box;
}

struct box *message_box(struct layout *layout, const struct node *lead, float width)
{
    struct text_look look = {.role = TEXT_LEAD, .colour = layout->palette->heading, .balanced = true};
    struct span_list list = {0};
    const struct text_style *style = look_style(layout, &look);
    spans_of_inlines(layout, &list, lead->first->first, style);
    spans_of_inlines(layout, &list, lead->first->next, style);
    struct box *box = text_from_spans(layout, &list, width, &look);
    if (box)
        box->keep_next = true;
    return box;
}

static bool is_listed(const struct source_lines *sources, const char *line)
{
    for (size_t i = 0; i < sources->lines.count; i++)
        if (strcmp(sources->lines.at[i], line) == 0)
            return true;
    return false;
}

void source_lines_add(struct layout *layout, struct source_lines *sources, const struct node *node)
{
    struct node_iterator iterator;
    node_iterate(&iterator, node);
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        const char *line = event == NODE_ENTER ? iterator.node->source_line : NULL;
        if (line && !is_listed(sources, line))
            *VECTOR_ADD(layout->arena, &sources->lines) = line;
        if (block_is(iterator.node, BLOCK_notes))
            iterator.event = NODE_LEAVE; /* nothing within is shown */
    }
}

struct box *source_lines_box(struct layout *layout, const struct source_lines *sources, enum word word,
                             float width)
{
    if (!sources->lines.count)
        return NULL;
    struct builder words;
    builder_init(&words, layout->arena);
    builder_format(&words, "%s: ", layout_word(layout, word));
    for (size_t i = 0; i < sources->lines.count; i++)
        builder_format(&words, "%s%s", i ? "; " : "", sources->lines.at[i]);
    struct text_look look = {.role = TEXT_SMALL, .colour = layout->palette->muted};
    return text_of_string(layout, builder_text(&words), width, &look);
}

struct box *sources_box(struct layout *layout, const struct node *node, float width)
{
    struct source_lines sources = {0};
    source_lines_add(layout, &sources, node);
    return source_lines_box(layout, &sources, WORD_source, width);
}

static bool is_blank(const struct node *node)
{
    return node->type == NODE_SOFT_BREAK ||
           (node->type == NODE_TEXT && strspn(node->text, " .!?…") == strlen(node->text));
}

bool node_is_lead(const struct node *paragraph)
{
    const struct node *first = paragraph->first;
    if (paragraph->type != NODE_PARAGRAPH || !first || first->type != NODE_STRONG)
        return false;
    for (const struct node *node = first->next; node; node = node->next)
        if (!is_blank(node))
            return false;
    return true;
}

const struct node *node_bold_lead(const struct node *paragraph)
{
    bool bold = paragraph && paragraph->type == NODE_PARAGRAPH && paragraph->first &&
                paragraph->first->type == NODE_STRONG;
    return bold ? paragraph->first : NULL;
}
