#include "formats/pdf/cmap.h"
#include "formats/pdf/strings.h"
#include "text/unicode.h"

/* Entries between begin… and end…: the format allows 100. */
#define BLOCK 100

static void put_head(struct builder *out, const char *name, const char *ordering, int type)
{
    builder_format(out,
                   "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 0>>def\n"
                   "/CMapName/%s def\n/CMapType %d def\n"
                   "1 begincodespacerange\n<00><FF>\nendcodespacerange\n",
                   ordering, name, type);
}

static void put_foot(struct builder *out)
{
    builder_string(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
}

static void put_code(struct builder *out, unsigned code)
{
    uint8_t byte = (uint8_t)code;
    builder_char(out, '<');
    put_hex(out, &byte, 1);
    builder_char(out, '>');
}

/* The last code from `first` on whose ids run on with the codes. */
static unsigned run_end(const struct font_sheet *sheet, unsigned first)
{
    unsigned last = first;
    while (last < 255 && sheet->codes[last + 1] &&
           sheet->cids[last + 1] == sheet->cids[first] + (last + 1 - first))
        last++;
    return last;
}

static void put_block(struct builder *out, struct builder *entries, unsigned *count, const char *kind)
{
    if (*count == 0)
        return;
    builder_format(out, "%u begin%s\n", *count, kind);
    builder_add(out, entries->at, entries->length);
    builder_format(out, "end%s\n", kind);
    entries->length = 0;
    *count = 0;
}

static void put_ranges(struct builder *out, struct builder *entries, const struct font_sheet *sheet)
{
    unsigned count = 0;
    for (unsigned code = 0; code < 256; code++) {
        if (!sheet->codes[code])
            continue;
        unsigned last = run_end(sheet, code);
        put_code(entries, code);
        put_code(entries, last);
        builder_format(entries, "%u\n", sheet->cids[code]);
        code = last;
        if (++count == BLOCK)
            put_block(out, entries, &count, "cidrange");
    }
    put_block(out, entries, &count, "cidrange");
}

unsigned cmap_add(struct document *document, const struct font_sheet *sheet)
{
    struct builder out, entries;
    builder_init(&out, document->arena);
    builder_init(&entries, document->arena);
    put_head(&out, "loa", "Identity", 1);
    if (sheet)
        put_ranges(&out, &entries, sheet);
    else
        builder_string(&out, "1 begincidrange\n<00><FF>0\nendcidrange\n");
    put_foot(&out);
    return document_stream(document,
                           "/Type/CMap/CMapName/loa/CIDSystemInfo"
                           "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
                           out.at, out.length, false);
}

/* The text's only character, or 0. */
static uint32_t single(const struct glyph_code *code)
{
    if (!code || code->length == 0)
        return 0;
    size_t at = 0;
    uint32_t codepoint = utf8_next(code->text, code->length, &at);
    return at == code->length && codepoint < 0x10000 ? codepoint : 0;
}

/* As run_end() for characters; a range may only count in the last byte. */
static unsigned text_run_end(const struct font_sheet *sheet, unsigned first)
{
    uint32_t codepoint = single(sheet->codes[first]);
    unsigned last = first;
    while (codepoint && last < 255 && (codepoint & 255) + (last + 1 - first) < 256 &&
           single(sheet->codes[last + 1]) == codepoint + (last + 1 - first))
        last++;
    return last;
}

static void put_unicode(struct builder *out, const struct glyph_code *code)
{
    builder_char(out, '<');
    put_utf16_hex(out, code->text, code->length);
    builder_string(out, ">\n");
}

/* Runs of at least two codes as ranges, or the single ones, by `ranges`. */
static void put_unicode_blocks(struct builder *out, struct builder *entries, const struct font_sheet *sheet,
                               bool ranges)
{
    const char *kind = ranges ? "bfrange" : "bfchar";
    unsigned count = 0;
    for (unsigned code = 0; code < 256; code++) {
        if (!sheet->codes[code])
            continue;
        unsigned last = text_run_end(sheet, code);
        if ((last > code) == ranges) {
            put_code(entries, code);
            if (ranges)
                put_code(entries, last);
            put_unicode(entries, sheet->codes[code]);
            if (++count == BLOCK)
                put_block(out, entries, &count, kind);
        }
        code = last;
    }
    put_block(out, entries, &count, kind);
}

unsigned cmap_add_unicode(struct document *document, const struct font_sheet *sheet)
{
    struct builder out, entries;
    builder_init(&out, document->arena);
    builder_init(&entries, document->arena);
    put_head(&out, "loa-Unicode", "UCS", 2);
    put_unicode_blocks(&out, &entries, sheet, false);
    put_unicode_blocks(&out, &entries, sheet, true);
    put_foot(&out);
    return document_stream(document, "", out.at, out.length, false);
}
