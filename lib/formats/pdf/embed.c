/* Embedding: the glyphs of each sheet as a subset font under a Type0 font (ISO 32000-1, 9.7). */
#include "formats/pdf/cff.h"
#include "formats/pdf/cmap.h"
#include "formats/pdf/font.h"
#include "formats/pdf/hash.h"
#include "formats/pdf/strings.h"
#include "formats/pdf/type3.h"
#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The font of one sheet. */
struct subset {
    const struct font *font;
    const struct font_sheet *sheet;
    hb_subset_plan_t *plan;
    hb_face_t *face;
    uint8_t *program; /* the bytes that go into the file */
    unsigned length;
    bool cff;
    char tag[7]; /* "ABCDEF" */
};

static void release_subset(void *what)
{
    struct subset *subset = what;
    hb_face_destroy(subset->face);
    hb_subset_plan_destroy(subset->plan);
}

/* Tables no PDF reader needs: PDF names, encodes and shapes by itself (9.9, table 126). */
static const hb_tag_t dropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'),
    HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'), HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('g', 'a', 's', 'p'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('S', 'T', 'A', 'T'),
    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('h', 'd', 'm', 'x'),
    HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'), HB_TAG('P', 'f', 'E', 'd'),
    HB_TAG('F', 'F', 'T', 'M'), HB_TAG('S', 'i', 'l', 'f'), HB_TAG('S', 'i', 'l', 'l'),
    HB_TAG('G', 'l', 'a', 't'), HB_TAG('G', 'l', 'o', 'c'), HB_TAG('F', 'e', 'a', 't'),
};

static hb_subset_input_t *subset_input(const struct font_sheet *sheet)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(drop, dropped[i]);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (unsigned code = 0; code < 256; code++)
        if (sheet->codes[code])
            hb_set_add(glyphs, sheet->codes[code]->glyph);
    return input;
}

static bool make_subset(struct subset *subset)
{
    hb_subset_input_t *input = subset_input(subset->sheet);
    if (!input)
        return false;
    subset->plan = hb_subset_plan_create_or_fail(subset->font->face, input);
    hb_subset_input_destroy(input);
    if (subset->plan)
        subset->face = hb_subset_plan_execute_or_fail(subset->plan);
    return subset->face != NULL;
}

static void make_tag(struct subset *subset)
{
    struct hash hash;
    uint8_t digest[16];
    hash_init(&hash);
    hash_add(&hash, subset->program, subset->length);
    hash_bytes(&hash, digest);
    for (unsigned i = 0; i < 6; i++)
        subset->tag[i] = (char)('A' + digest[i] % 26);
}

/* A copy of the blob, which is released. */
static void take_blob(struct subset *subset, hb_blob_t *blob, struct arena *arena)
{
    const char *bytes = hb_blob_get_data(blob, &subset->length);
    subset->program = (uint8_t *)arena_copy(arena, bytes ? bytes : "", subset->length);
    hb_blob_destroy(blob);
}

/* Chooses the bytes to embed: the bare CFF table or the whole TrueType file. */
static bool take_program(struct subset *subset, struct arena *arena)
{
    take_blob(subset, hb_face_reference_table(subset->face, HB_TAG('C', 'F', 'F', ' ')), arena);
    subset->cff = subset->length > 0;
    if (!subset->cff)
        take_blob(subset, hb_face_reference_blob(subset->face), arena);
    make_tag(subset);
    if (!subset->cff)
        return subset->length > 0;
    return cff_number_by_index(subset->program, subset->length, hb_face_get_glyph_count(subset->face));
}

/* The glyph of a code in the subset. */
static uint32_t subset_glyph(const struct subset *subset, unsigned code)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(subset->plan);
    const struct glyph_code *from = subset->sheet->codes[code];
    return from && hb_map_has(map, from->glyph) ? hb_map_get(map, from->glyph) : 0;
}

/* Tells every code its character id: itself where a map leads on to the glyph (TrueType), else the glyph's
 * index. Poppler takes the id 32 for a space, so it should be one. */
static void number_codes(struct font_sheet *sheet, const struct subset *subset)
{
    for (unsigned code = 0; code < 256; code++)
        sheet->cids[code] = subset->cff ? subset_glyph(subset, code) : code;
}

struct numbers { /* from the font's tables, 1/1000 em */
    int box[4];
    int italic_angle, weight;
};

static int16_t table_short(const uint8_t *bytes, unsigned length, unsigned at)
{
    return (int16_t)(at + 2 <= length ? bytes[at] << 8 | bytes[at + 1] : 0);
}

static struct numbers read_numbers(hb_face_t *face)
{
    struct numbers numbers = {.weight = 400};
    unsigned length = 0, units = hb_face_get_upem(face);
    hb_blob_t *head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));
    const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(head, &length);
    for (unsigned i = 0; i < 4; i++)
        numbers.box[i] = table_short(bytes, length, 36 + 2 * i) * 1000 / (int)units;
    hb_blob_destroy(head);
    hb_blob_t *post = hb_face_reference_table(face, HB_TAG('p', 'o', 's', 't'));
    bytes = (const uint8_t *)hb_blob_get_data(post, &length);
    numbers.italic_angle = table_short(bytes, length, 4);
    hb_blob_destroy(post);
    hb_blob_t *os2 = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    bytes = (const uint8_t *)hb_blob_get_data(os2, &length);
    if (length > 6)
        numbers.weight = table_short(bytes, length, 4);
    hb_blob_destroy(os2);
    return numbers;
}

static void put_base_font(struct builder *out, const struct subset *subset)
{
    const char *name = subset->font->postscript_name;
    put_name(out, arena_format(out->arena, "%s+%s", subset->tag, name && *name ? name : "Font"));
}

static int thousandths(float em)
{
    return (int)lroundf(1000 * em);
}

static unsigned add_program(struct document *document, const struct subset *subset)
{
    const char *body =
        subset->cff ? "/Subtype/CIDFontType0C" : arena_format(document->arena, "/Length1 %u", subset->length);
    return document_stream(document, body, subset->program, subset->length, false);
}

enum { FIXED_PITCH = 1, SERIF = 2, SYMBOLIC = 4, ITALIC = 64 }; /* table 123 */

static unsigned add_descriptor(struct document *document, const struct subset *subset)
{
    const struct font *font = subset->font;
    struct numbers numbers = read_numbers(font->face);
    unsigned program = add_program(document, subset);
    int flags = SYMBOLIC | (font->monospaced ? FIXED_PITCH : 0) | (font->serif ? SERIF : 0) |
                (font->italic ? ITALIC : 0);
    struct builder out;
    builder_init(&out, document->arena);
    builder_string(&out, "/Type/FontDescriptor/FontName");
    put_base_font(&out, subset);
    builder_format(&out, "/Flags %d/FontBBox[%d %d %d %d]", flags, numbers.box[0], numbers.box[1],
                   numbers.box[2], numbers.box[3]);
    /* The stem's width is not in the font; readers use it only to fake missing fonts. */
    builder_format(&out, "/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d", numbers.italic_angle,
                   thousandths(font->ascent), -abs(thousandths(font->descent)), thousandths(font->cap_height),
                   50 + numbers.weight * numbers.weight / 4225);
    builder_format(&out, "/FontFile%d %u 0 R", subset->cff ? 3 : 2, program);
    return document_add(document, &out);
}

/* "32[600 250]70[310]": widths by character id, consecutive ids together. */
static void put_widths(struct builder *out, const struct subset *subset)
{
    uint32_t room = 256 + hb_face_get_glyph_count(subset->face);
    const struct glyph_code **codes = ARENA_ARRAY(out->arena, const struct glyph_code *, room);
    for (unsigned code = 0; code < 256; code++)
        if (subset->sheet->codes[code] && subset->sheet->cids[code] < room)
            codes[subset->sheet->cids[code]] = subset->sheet->codes[code];
    builder_string(out, "/W[");
    for (uint32_t cid = 0; cid < room; cid++) {
        if (!codes[cid])
            continue;
        for (builder_format(out, "%u[", cid); cid < room && codes[cid]; cid++)
            builder_format(out, cid + 1 < room && codes[cid + 1] ? "%d " : "%d", codes[cid]->width);
        builder_char(out, ']');
    }
    builder_char(out, ']');
}

/* The map from a TrueType font's character ids, which are codes, to glyphs. */
static unsigned add_glyph_map(struct document *document, const struct subset *subset)
{
    uint8_t bytes[512] = {0};
    size_t length = 0;
    for (unsigned code = 0; code < 256; code++) {
        uint32_t glyph = subset_glyph(subset, code);
        bytes[2 * code] = (uint8_t)(glyph >> 8);
        bytes[2 * code + 1] = (uint8_t)glyph;
        if (subset->sheet->codes[code]) /* glyph 0 too: viewers take the id for what lies behind the end */
            length = 2 * code + 2;
    }
    return document_stream(document, "", bytes, length, false);
}

static unsigned add_descendant(struct document *document, const struct subset *subset)
{
    unsigned descriptor = add_descriptor(document, subset);
    struct builder out;
    builder_init(&out, document->arena);
    builder_format(&out, "/Type/Font/Subtype/CIDFontType%d/BaseFont", subset->cff ? 0 : 2);
    put_base_font(&out, subset);
    builder_format(&out,
                   "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %u 0 R",
                   descriptor);
    if (!subset->cff)
        builder_format(&out, "/CIDToGIDMap %u 0 R", add_glyph_map(document, subset));
    put_widths(&out, subset);
    return document_add(document, &out);
}

static unsigned add_encoding(struct faces *faces, const struct subset *subset)
{
    if (subset->cff)
        return cmap_add(faces->document, subset->sheet);
    if (!faces->cmap)
        faces->cmap = cmap_add(faces->document, NULL);
    return faces->cmap;
}

static void add_type0(struct faces *faces, const struct subset *subset)
{
    struct document *document = faces->document;
    unsigned descendant = add_descendant(document, subset);
    unsigned encoding = add_encoding(faces, subset);
    unsigned unicode = cmap_add_unicode(document, subset->sheet);
    struct builder out;
    builder_init(&out, document->arena);
    builder_string(&out, "/Type/Font/Subtype/Type0/BaseFont");
    put_base_font(&out, subset);
    builder_format(&out, "/Encoding %u 0 R/DescendantFonts[%u 0 R]/ToUnicode %u 0 R", encoding, descendant,
                   unicode);
    document_set(document, subset->sheet->object, &out);
}

static void embed_sheet(struct faces *faces, const struct font *font, struct font_sheet *sheet)
{
    struct document *document = faces->document;
    struct subset *subset = ARENA_NEW(document->arena, struct subset);
    subset->font = font;
    subset->sheet = sheet;
    arena_defer(document->arena, release_subset, subset);
    if (!make_subset(subset) || !take_program(subset, document->arena)) {
        document_fail(document, FINDING_font_unreadable, font->path ? font->path : "");
        return;
    }
    number_codes(sheet, subset);
    add_type0(faces, subset);
}

static void embed_face(struct faces *faces, const struct face *face)
{
    struct document *document = faces->document;
    for (size_t i = 0; i < face->sheets.count && !document_failed(document); i++)
        if (face->kind == FACE_PICTURES)
            type3_set(document, face, face->sheets.at[i]);
        else
            embed_sheet(faces, face->font, face->sheets.at[i]);
}

void faces_embed(struct faces *faces)
{
    for (unsigned i = 0; i < faces->count; i++)
        if (faces->at[i])
            embed_face(faces, faces->at[i]);
}
