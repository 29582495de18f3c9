/* The only file that knows cmark-gfm: its tree is walked once, copied by the functions of reader.h, and
 * freed.
 */
#define CMARK_NO_SHORT_NAMES
#include "guide/reader.h"
#include "guide/sections.h"
#include "text/unicode.h"
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <string.h>

/* The parser's tree, freed with the arena if reading stops in the middle. */
struct parsed {
    cmark_node *document;
    cmark_iter *iterator;
};

static void free_parsed(void *what)
{
    struct parsed *parsed = what;
    if (parsed->iterator)
        cmark_iter_free(parsed->iterator);
    if (parsed->document)
        cmark_node_free(parsed->document);
    *parsed = (struct parsed){NULL, NULL};
}

static const char *const extensions[] = {"table", "strikethrough", "tasklist", "autolink"};

static cmark_node *parse(const char *text, size_t length)
{
    /* cmark-gfm keeps one list of extensions a process: fill it once. */
    static pthread_once_t registered = PTHREAD_ONCE_INIT;
    pthread_once(&registered, cmark_gfm_core_extensions_ensure_registered);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, text, length);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

static size_t line_start(const struct source *source, int line)
{
    if (line < 1)
        return SIZE_MAX;
    return (size_t)line <= source->line_count ? source->line_starts[line - 1] : source->length;
}

/* The byte of a line and column, both from 1; SIZE_MAX when the parser doesn't know. */
static size_t byte_of(const struct source *source, int line, int column)
{
    size_t start = line_start(source, line);
    if (start == SIZE_MAX || column < 1)
        return SIZE_MAX;
    size_t at = start + (size_t)column - 1;
    return at < source->length ? at : source->length;
}

static size_t expected_byte(const struct reader *reader, cmark_node *node)
{
    return byte_of(reader->source, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
}

/* Where a block stands. Ends that make no sense become the first line's end. */
static struct place block_place(const struct reader *reader, cmark_node *node)
{
    const struct source *source = reader->source;
    size_t start = expected_byte(reader, node);
    if (start == SIZE_MAX)
        start = reader->cursor;
    size_t end = byte_of(source, cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1);
    size_t first_end = line_start(source, cmark_node_get_start_line(node) + 1);
    if (end == SIZE_MAX || end <= start)
        end = first_end == SIZE_MAX ? start : first_end;
    if (end > start && source->text[end - 1] == '\n')
        end--;
    return (struct place){source, (uint32_t)start, (uint32_t)(end < start ? start : end)};
}

static const char *copy_text(struct reader *reader, const char *text)
{
    if (!text || !*text)
        return NULL;
    size_t length = strlen(text);
    text = prepared_restore(&reader->prepared, reader->arena, text, &length);
    text = unicode_compose(reader->arena, text, &length);
    return arena_copy(reader->arena, text, length);
}

/* Containers. */

static void fill_heading(struct reader *reader, cmark_node *from, struct node *node)
{
    (void)reader;
    node->level = (unsigned)cmark_node_get_heading_level(from);
}

static void fill_list(struct reader *reader, cmark_node *from, struct node *node)
{
    (void)reader;
    node->ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
    node->tight = cmark_node_get_list_tight(from);
    node->start = node->ordered ? (unsigned)cmark_node_get_list_start(from) : 0;
}

static void fill_task(struct reader *reader, cmark_node *from, struct node *node)
{
    (void)reader;
    node->task = true;
    node->checked = cmark_gfm_extensions_get_tasklist_item_checked(from);
}

static enum cell_align align_of(uint8_t letter)
{
    switch (letter) {
    case 'l':
        return CELL_LEFT;
    case 'c':
        return CELL_CENTRE;
    case 'r':
        return CELL_RIGHT;
    default:
        return CELL_DEFAULT;
    }
}

static void fill_table(struct reader *reader, cmark_node *from, struct node *node)
{
    node->columns = cmark_gfm_extensions_get_table_columns(from);
    enum cell_align *aligns = ARENA_ARRAY(reader->arena, enum cell_align, node->columns + 1u);
    const uint8_t *letters = cmark_gfm_extensions_get_table_alignments(from);
    for (unsigned i = 0; letters && i < node->columns; i++)
        aligns[i] = align_of(letters[i]);
    node->aligns = aligns;
}

static void fill_header_row(struct reader *reader, cmark_node *from, struct node *node)
{
    (void)reader;
    (void)from;
    node->header = true;
}

static void fill_link(struct reader *reader, cmark_node *from, struct node *node)
{
    const char *target = cmark_node_get_url(from);
    size_t length = target ? strlen(target) : 0;
    const char *restored = prepared_restore(&reader->prepared, reader->arena, target ? target : "", &length);
    node->target = arena_copy(reader->arena, restored, length); /* names of files: as they are */
    node->title = copy_text(reader, cmark_node_get_title(from));
}

struct construct {
    const char *name; /* cmark's */
    enum node_type type;
    void (*fill)(struct reader *reader, cmark_node *from, struct node *node);
};

static const struct construct containers[] = {
    {"paragraph", NODE_PARAGRAPH, NULL},  {"heading", NODE_HEADING, fill_heading},
    {"list", NODE_LIST, fill_list},       {"item", NODE_ITEM, NULL},
    {"tasklist", NODE_ITEM, fill_task},   {"block_quote", NODE_QUOTE, NULL},
    {"table", NODE_TABLE, fill_table},    {"table_header", NODE_ROW, fill_header_row},
    {"table_row", NODE_ROW, NULL},        {"table_cell", NODE_CELL, NULL},
    {"emph", NODE_EMPHASIS, NULL},        {"strong", NODE_STRONG, NULL},
    {"strikethrough", NODE_STRIKE, NULL}, {"link", NODE_LINK, fill_link},
    {"image", NODE_IMAGE, fill_link},
};

/* Lines that don't mean what they look like. */
static void mark_lines(struct reader *reader, int first, int last)
{
    for (int line = first; line <= last && (size_t)line <= reader->source->line_count; line++)
        if (line > 0)
            reader->literal_lines[line - 1] = true;
}

static void enter_note(struct reader *reader, cmark_node *from)
{
    struct node *note = node_create(reader->arena, NODE_FOOTNOTE, block_place(reader, from));
    *VECTOR_ADD(reader->arena, &reader->notes) = note;
    note->start = (unsigned)reader->notes.count;
    note->id = arena_format(reader->arena, "note-%u", note->start);
    mark_lines(reader, cmark_node_get_start_line(from), cmark_node_get_start_line(from));
    note->parent = reader->current; /* detached, but leads back */
    reader->current = note;
    reader->depth++;
}

static void enter_container(struct reader *reader, cmark_node *from, const struct construct *construct)
{
    struct node *node = reader_enter(reader, construct->type, block_place(reader, from));
    if (node_is_block(construct->type))
        reader->cursor = node->place.start;
    if (construct->fill)
        construct->fill(reader, from, node);
    if (construct->type == NODE_LINK && !*node->target)
        report(reader->reporter, FINDING_no_target, node->place);
}

/* Inline containers get the place of what is in them with the syntax around it. */
static void end_inline(struct reader *reader, struct node *node)
{
    const struct source *source = reader->source;
    size_t end = node->place.end;
    if (end < reader->cursor)
        end = reader->cursor;
    if (node->first && node->place.start > node->first->place.start)
        node->place.start = node->first->place.start;
    node->place.end = (uint32_t)(end < source->length ? end : source->length);
}

static void leave_container(struct reader *reader)
{
    struct node *node = reader->current;
    while (node->type == NODE_BLOCK)
        node = node->parent;
    reader_leave(reader);
    if (!node_is_block(node->type))
        end_inline(reader, node);
    else if (node->type == NODE_QUOTE)
        reader_alert(reader, node);
    else if (node->type == NODE_HEADING)
        reader_check_heading(reader, node);
    else if (node->type == NODE_PARAGRAPH && !node_shows(node))
        node_remove(node); /* nothing but comments, braces or a link without words */
    else if (node->type == NODE_PARAGRAPH)
        reader_lines(reader, node);
    else if (node->type == NODE_ROW && reader->row_is_attributes) {
        node_remove(node);
        reader->row_is_attributes = false;
    }
}

/* Leaves. */

static void add_reference(struct reader *reader, cmark_node *from)
{
    struct node *node = node_create(reader->arena, NODE_FOOTNOTE_REF, block_place(reader, from));
    unsigned number = 0;
    for (const char *digit = cmark_node_get_literal(from); digit && *digit >= '0' && *digit <= '9'; digit++)
        number = number * 10 + (unsigned)(*digit - '0');
    node->start = number;
    node->id = arena_format(reader->arena, "note-%u", number);
    node_append(reader->current, node);
    reader->cursor = node->place.end;
}

/* The words behind a code fence; braces at their end are attributes, whose first class is the language when
 * no word is. */
static void fill_info(struct reader *reader, const char *info, struct node *node)
{
    size_t length = info ? strlen(info) : 0;
    const struct marker *braces = info ? prepared_last_braces(&reader->prepared, info, &length) : NULL;
    if (braces)
        reader_attributes(reader, node, braces);
    else if (length > 0)
        reader_check_line(reader, node->place.start);
    while (length > 0 && info[length - 1] == ' ')
        length--;
    node->info = copy_text(reader, info ? arena_copy(reader->arena, info, length) : NULL);
    if (!node->info && node->attributes && node->attributes->class_count > 0)
        node->info = node->attributes->classes[0];
}

static void add_code_block(struct reader *reader, cmark_node *from)
{
    mark_lines(reader, cmark_node_get_start_line(from), cmark_node_get_end_line(from));
    struct node *node = node_create(reader->arena, NODE_CODE_BLOCK, block_place(reader, from));
    const char *text = copy_text(reader, cmark_node_get_literal(from));
    size_t length = text ? strlen(text) : 0;
    if (length > 0 && text[length - 1] == '\n')
        length--;
    node->text = arena_copy(reader->arena, text ? text : "", length);
    fill_info(reader, cmark_node_get_fence_info(from), node);
    node_append(reader->current, node);
    reader->cursor = node->place.end;
}

static void add_rule(struct reader *reader, cmark_node *from)
{
    node_append(reader->current, node_create(reader->arena, NODE_RULE, block_place(reader, from)));
}

static void add_break(struct reader *reader, enum node_type type)
{
    size_t at = reader->cursor;
    struct place place = {reader->source, (uint32_t)at, (uint32_t)at};
    node_append(reader->current, node_create(reader->arena, type, place));
}

static void add_soft_break(struct reader *reader, cmark_node *from)
{
    (void)from;
    add_break(reader, NODE_SOFT_BREAK);
}

static void add_hard_break(struct reader *reader, cmark_node *from)
{
    (void)from;
    add_break(reader, NODE_HARD_BREAK);
}

static void add_text(struct reader *reader, cmark_node *from)
{
    reader_text(reader, expected_byte(reader, from), cmark_node_get_literal(from), !cmark_node_next(from));
}

static void add_code(struct reader *reader, cmark_node *from)
{
    const char *text = cmark_node_get_literal(from);
    reader_plain_text(reader, NODE_CODE, expected_byte(reader, from), text, strlen(text));
}

static void add_html_inline(struct reader *reader, cmark_node *from)
{
    reader_html_inline(reader, expected_byte(reader, from), cmark_node_get_literal(from));
}

static void add_html_block(struct reader *reader, cmark_node *from)
{
    struct place place = block_place(reader, from);
    mark_lines(reader, cmark_node_get_start_line(from), cmark_node_get_end_line(from));
    reader->cursor = place.start;
    reader_html_block(reader, place, cmark_node_get_literal(from));
}

static const struct leaf {
    const char *name;
    void (*add)(struct reader *reader, cmark_node *from);
} leaves[] = {
    {"text", add_text},
    {"softbreak", add_soft_break},
    {"linebreak", add_hard_break},
    {"code", add_code},
    {"html_inline", add_html_inline},
    {"html_block", add_html_block},
    {"code_block", add_code_block},
    {"thematic_break", add_rule},
};

static bool add_leaf(struct reader *reader, cmark_node *from, const char *name)
{
    for (size_t i = 0; i < sizeof leaves / sizeof *leaves; i++)
        if (!strcmp(name, leaves[i].name)) {
            leaves[i].add(reader, from);
            return true;
        }
    return false;
}

static const struct construct *container_named(const char *name)
{
    for (size_t i = 0; i < sizeof containers / sizeof *containers; i++)
        if (!strcmp(name, containers[i].name))
            return &containers[i];
    return NULL;
}

static void enter(struct reader *reader, cmark_node *from)
{
    const char *name = cmark_node_get_type_string(from);
    const struct construct *construct = container_named(name);
    if (construct)
        enter_container(reader, from, construct);
    else if (cmark_node_get_type(from) == CMARK_NODE_FOOTNOTE_DEFINITION)
        enter_note(reader, from);
    else if (cmark_node_get_type(from) == CMARK_NODE_FOOTNOTE_REFERENCE)
        add_reference(reader, from);
    else
        add_leaf(reader, from, name);
}

static void leave(struct reader *reader, cmark_node *from)
{
    if (container_named(cmark_node_get_type_string(from))) {
        leave_container(reader);
    } else if (cmark_node_get_type(from) == CMARK_NODE_FOOTNOTE_DEFINITION) {
        reader_leave(reader);
        reader->notes.at[reader->notes.count - 1]->parent = NULL;
    } else if (cmark_node_get_type(from) == CMARK_NODE_DOCUMENT) {
        reader_leave(reader);
    }
}

void reader_run(struct reader *reader)
{
    struct parsed *parsed = ARENA_NEW(reader->arena, struct parsed);
    reader->literal_lines = ARENA_ARRAY(reader->arena, bool, reader->source->line_count);
    arena_defer(reader->arena, free_parsed, parsed);
    parsed->document = parse(builder_text(&reader->prepared.text), reader->prepared.text.length);
    parsed->iterator = cmark_iter_new(parsed->document);
    for (cmark_event_type event; !reader->stopped;) {
        event = cmark_iter_next(parsed->iterator);
        if (event == CMARK_EVENT_DONE)
            break;
        cmark_node *node = cmark_iter_get_node(parsed->iterator);
        if (event == CMARK_EVENT_ENTER)
            enter(reader, node);
        else
            leave(reader, node);
    }
    free_parsed(parsed);
}
