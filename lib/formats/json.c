/* json - an edition: what the guide says to one audience, facts filled in, before anything is arranged. Its
 * schema is docs/schema/edition.json. */
#include "base/json.h"
#include "formats/format.h"
#include "guide/blocks.h"
#include <string.h>

struct writer {
    struct json json;
    const struct edition *edition;
};

/* Lines and columns as findings count them; the file only where it is another one than the guide's. */
static void put_place(struct writer *writer, struct place place)
{
    if (!place.source)
        return;
    struct location location = source_locate(place);
    if (place.source != writer->edition->guide->source)
        json_text(&writer->json, "file", place.source->name);
    json_number(&writer->json, "line", location.line, 0);
    json_number(&writer->json, "column", location.column, 0);
}

/* A key written twice counts once, the first time. */
static void put_attributes(struct json *json, const struct node *node)
{
    const struct attributes *attributes = node->attributes;
    if (!attributes || (attributes->class_count == 0 && !attributes->first))
        return;
    json_on_one_line(json);
    json_begin_object(json, "attributes");
    if (attributes->class_count > 0) {
        json_begin_list(json, "class");
        for (size_t i = 0; i < attributes->class_count; i++)
            json_text(json, NULL, attributes->classes[i]);
        json_end_list(json);
    }
    for (const struct attribute *attribute = attributes->first; attribute; attribute = attribute->next)
        if (node_attribute(node, attribute->key) == attribute->value)
            json_text(json, attribute->key, attribute->value);
    json_end_object(json);
}

static void put_aligns(struct json *json, const struct node *table)
{
    static const char *const names[] = {
        [CELL_DEFAULT] = "default", [CELL_LEFT] = "left", [CELL_CENTRE] = "center", [CELL_RIGHT] = "right"};
    json_on_one_line(json);
    json_begin_list(json, "columns");
    for (unsigned i = 0; i < table->columns; i++)
        json_text(json, NULL, names[table->aligns ? table->aligns[i] : CELL_DEFAULT]);
    json_end_list(json);
}

/* What only nodes of one type have. */
static void put_own(struct json *json, const struct node *node)
{
    static const char *const alerts[ALERT_COUNT] = {[ALERT_NOTE] = "note",
                                                    [ALERT_TIP] = "tip",
                                                    [ALERT_IMPORTANT] = "important",
                                                    [ALERT_WARNING] = "warning",
                                                    [ALERT_CAUTION] = "caution"};
    switch (node->type) {
    case NODE_SECTION:
    case NODE_HEADING:
        json_number(json, "level", node->level, 0);
        break;
    case NODE_LIST:
        json_truth(json, "ordered", node->ordered);
        if (node->ordered)
            json_number(json, "start", node->start, 0);
        json_truth(json, "tight", node->tight);
        if (node->definitions)
            json_truth(json, "definitions", true);
        break;
    case NODE_ITEM:
        if (node->task)
            json_truth(json, "checked", node->checked);
        break;
    case NODE_ALERT:
        json_text(json, "alert", alerts[node->alert]);
        break;
    case NODE_TABLE:
        put_aligns(json, node);
        break;
    case NODE_ROW:
        json_truth(json, "header", node->header);
        break;
    case NODE_BLOCK:
        json_text(json, "block", block_rows[node->block].spelling);
        break;
    case NODE_FOOTNOTE:
    case NODE_FOOTNOTE_REF:
        json_number(json, "number", node->start, 0);
        break;
    default:
        break;
    }
}

static void begin_node(struct writer *writer, const struct node *node)
{
    struct json *json = &writer->json;
    if (!node->first && !node_is_block(node->type))
        json_on_one_line(json);
    json_begin_object(json, NULL);
    json_text(json, "type", node_type_name(node->type));
    put_place(writer, node->place);
    put_own(json, node);
    json_text_if(json, "id", node->id);
    put_attributes(json, node);
    json_text_if(json, "language", node->language);
    json_text_if(json, "title", node->title);
    json_text_if(json, "target", node->target);
    json_text_if(json, "info", node->info);
    if (node->text)
        json_text(json, "text", node->text);
    json_text_if(json, "source", node->source_line);
    if (node->first)
        json_begin_list(json, "children");
}

static void end_node(struct writer *writer, const struct node *node)
{
    if (node->first)
        json_end_list(&writer->json);
    json_end_object(&writer->json);
}

static void put_children(struct writer *writer, const struct node *document)
{
    struct node_iterator iterator;
    node_iterate(&iterator, document);
    json_begin_list(&writer->json, "children");
    for (enum node_event event; (event = node_next(&iterator)) != NODE_DONE;) {
        if (iterator.node == document)
            continue;
        if (event == NODE_ENTER)
            begin_node(writer, iterator.node);
        else
            end_node(writer, iterator.node);
    }
    json_end_list(&writer->json);
}

static enum loa_status json_write(const struct edition *edition, struct loa_sink *sink)
{
    struct writer writer = {.json = {.sink = sink}, .edition = edition};
    struct json *json = &writer.json;
    json_begin_document(json, "loa-edition", 1);
    json_text(json, "file", edition->guide->source->name);
    json_text_if(json, "piece", edition->piece);
    json_text_if(json, "audience", edition->audience);
    json_text(json, "language", edition->language);
    json_text(json, "title", edition->title);
    json_text_if(json, "subtitle", edition->subtitle);
    json_text_if(json, "kicker", edition->kicker);
    json_text_if(json, "keywords", edition->keywords);
    json_text_if(json, "date", edition->date);
    json_text_if(json, "issuer", edition->issuer);
    json_begin_list(json, "sources");
    for (size_t i = 0; i < edition->source_count; i++)
        json_text(json, NULL, edition->sources[i]);
    json_end_list(json);
    put_children(&writer, edition->document);
    json_end_document(json);
    return LOA_OK;
}

const struct format format_json = {
    .name = "json",
    .extensions = "json",
    .mime = "application/json",
    .summary_vi = "nội dung đã lọc và điền dữ kiện, cho chương trình khác (docs/schema/edition.json)",
    .summary_en = "the content, filtered and filled in, for other programs (docs/schema/edition.json)",
    .keeps = KEEPS_TEXT | KEEPS_LINKS | KEEPS_NOTES | KEEPS_OUTLINE,
    .write_edition = json_write,
};
