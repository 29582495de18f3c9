#include "formats/pdf/metadata.h"
#include "formats/pdf/strings.h"
#include <string.h>

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/* Whether a text begins with a pattern, where 0 stands for any digit. */
static bool matches(const char *text, const char *pattern)
{
    for (; *pattern; text++, pattern++)
        if (*pattern == '0' ? !is_digit(*text) : *text != *pattern)
            return false;
    return true;
}

/* "+07:00" as "+07'00'"; nothing for no zone. */
static bool put_zone(struct builder *out, const char *zone)
{
    if (!*zone)
        return true;
    if (strcmp(zone, "Z") == 0) {
        builder_char(out, 'Z');
        return true;
    }
    if ((!matches(zone, "+00:00") && !matches(zone, "-00:00")) || zone[6])
        return false;
    builder_add(out, zone, 3);
    builder_char(out, '\'');
    builder_add(out, zone + 4, 2);
    builder_char(out, '\'');
    return true;
}

bool metadata_date(struct builder *out, const char *iso)
{
    if (!matches(iso, "0000-00-00"))
        return false;
    builder_string(out, "D:");
    builder_add(out, iso, 4);
    builder_add(out, iso + 5, 2);
    builder_add(out, iso + 8, 2);
    if (!iso[10])
        return true;
    if (!matches(iso + 10, "T00:00:00"))
        return false;
    builder_add(out, iso + 11, 2);
    builder_add(out, iso + 14, 2);
    builder_add(out, iso + 17, 2);
    return put_zone(out, iso + 19);
}

static bool has_date(struct document *document, const char *iso)
{
    struct builder trial;
    builder_init(&trial, document->arena);
    return metadata_date(&trial, iso);
}

static void put_entry(struct builder *out, const char *key, const char *text)
{
    if (!*text)
        return;
    put_name(out, key);
    put_text(out, text, strlen(text));
}

unsigned metadata_add_info(struct document *document, const struct scene *scene)
{
    struct builder out, date;
    builder_init(&out, document->arena);
    builder_init(&date, document->arena);
    put_entry(&out, "Title", scene->title);
    put_entry(&out, "Author", scene->author);
    put_entry(&out, "Subject", scene->subject);
    put_entry(&out, "Keywords", scene->keywords);
    put_entry(&out, "Producer", "loa");
    if (metadata_date(&date, scene->date)) {
        put_entry(&out, "CreationDate", builder_text(&date));
        put_entry(&out, "ModDate", builder_text(&date));
    }
    return document_add(document, &out);
}

static void put_element(struct builder *out, const char *before, const char *text, const char *after)
{
    if (!*text)
        return;
    builder_string(out, before);
    put_xml(out, text);
    builder_string(out, after);
}

/* An element of one language alternative: x-default, and the language when it is known. */
static void put_alternative(struct builder *out, const char *name, const char *text, const char *language)
{
    if (!*text)
        return;
    builder_format(out, "<%s><rdf:Alt>", name);
    put_element(out, "<rdf:li xml:lang=\"x-default\">", text, "</rdf:li>");
    if (*language && !strpbrk(language, "\"<>& ")) {
        builder_format(out, "<rdf:li xml:lang=\"%s\">", language);
        put_element(out, "", text, "</rdf:li>");
    }
    builder_format(out, "</rdf:Alt></%s>\n", name);
}

unsigned metadata_add_xmp(struct document *document, const struct scene *scene)
{
    struct builder out;
    builder_init(&out, document->arena);
    builder_string(&out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                         " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
                         "<dc:format>application/pdf</dc:format>\n");
    put_alternative(&out, "dc:title", scene->title, scene->language);
    put_element(&out, "<dc:creator><rdf:Seq><rdf:li>", scene->author, "</rdf:li></rdf:Seq></dc:creator>\n");
    put_alternative(&out, "dc:description", scene->subject, scene->language);
    put_element(&out, "<dc:language><rdf:Bag><rdf:li>", scene->language,
                "</rdf:li></rdf:Bag></dc:language>\n");
    put_element(&out, "<pdf:Keywords>", scene->keywords, "</pdf:Keywords>\n");
    if (has_date(document, scene->date)) {
        put_element(&out, "<xmp:CreateDate>", scene->date, "</xmp:CreateDate>\n");
        put_element(&out, "<xmp:ModifyDate>", scene->date, "</xmp:ModifyDate>\n");
    }
    builder_string(&out, "<pdf:Producer>loa</pdf:Producer>\n"
                         "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    /* Not compressed, so that programs which know no PDF find it. */
    return document_stream(document, "/Type/Metadata/Subtype/XML", out.at, out.length, true);
}
