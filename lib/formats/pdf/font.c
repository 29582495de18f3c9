#include "formats/pdf/font.h"
#include <hb-ot.h>
#include <math.h>
#include <string.h>

void faces_init(struct faces *faces, struct document *document, unsigned font_count)
{
    faces->document = document;
    faces->count = font_count;
    faces->at = ARENA_ARRAY(document->arena, struct face *, font_count ? font_count : 1);
}

static void release_metrics(void *what)
{
    hb_font_destroy(what);
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

static enum face_kind face_kind(hb_face_t *face)
{
    if (has_table(face, HB_TAG('g', 'l', 'y', 'f')))
        return FACE_TRUETYPE;
    return has_table(face, HB_TAG('C', 'F', 'F', ' ')) ? FACE_CFF : FACE_PICTURES;
}

/* Fonts have such glyphs for joiners, non-joiners and spaces without width. */
static uint32_t find_filler(hb_font_t *metrics)
{
    static const hb_codepoint_t characters[] = {0x200D, 0x200C, 0x200B, 0xFEFF, 0x034F};
    hb_codepoint_t glyph;
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        if (hb_font_get_nominal_glyph(metrics, characters[i], &glyph) &&
            hb_font_get_glyph_h_advance(metrics, glyph) == 0)
            return glyph;
    return 0;
}

static struct face *face_create(struct document *document, const struct font *font)
{
    struct face *face = ARENA_NEW(document->arena, struct face);
    face->document = document;
    face->font = font;
    face->metrics = hb_font_create(font->face);
    arena_defer(document->arena, release_metrics, face->metrics);
    hb_ot_font_set_funcs(face->metrics);
    face->kind = face_kind(font->face);
    face->filler = find_filler(face->metrics);
    face->glyph_count = hb_face_get_glyph_count(font->face);
    face->first = ARENA_ARRAY(document->arena, struct glyph_code *, face->glyph_count + 1);
    return face;
}

struct face *faces_get(struct faces *faces, const struct font *font)
{
    if (font->number >= faces->count)
        return NULL;
    struct face **slot = &faces->at[font->number];
    if (!*slot)
        *slot = face_create(faces->document, font);
    return *slot;
}

int face_width(const struct face *face, uint32_t glyph)
{
    hb_position_t advance = hb_font_get_glyph_h_advance(face->metrics, glyph);
    return (int)lround(1000.0 * advance / hb_face_get_upem(face->font->face));
}

#define SPACE 32

/* The codes that are not bound to ASCII, in the order they are given away: the upper half, control codes,
 * then what ASCII left unused. Code 0 is never used: some readers end strings there. */
#define CODE_TURNS (128 + 31 + 1 + 94)
static unsigned code_in_turn(unsigned n)
{
    if (n < 128)
        return 128 + n;
    if (n < 128 + 31)
        return n - 127;
    return n == 128 + 31 ? 127 : n - 127; /* 33 to 126 */
}

static struct font_sheet *add_sheet(struct face *face)
{
    struct font_sheet *sheet = ARENA_NEW(face->document->arena, struct font_sheet);
    sheet->object = document_reserve(face->document);
    sheet->codes[SPACE] = face->space;
    *VECTOR_ADD(face->document->arena, &face->sheets) = sheet;
    return sheet;
}

static bool place_anywhere(struct font_sheet *sheet, struct glyph_code *code)
{
    for (; sheet->cursor < CODE_TURNS; sheet->cursor++) {
        unsigned byte = code_in_turn(sheet->cursor);
        if (sheet->codes[byte])
            continue;
        sheet->codes[byte] = code;
        code->code = (uint8_t)byte;
        return true;
    }
    return false;
}

/* A printable ASCII character gets its own code in the first sheet where that is free. */
static bool place_ascii(struct face *face, struct glyph_code *code)
{
    uint8_t byte = code->length == 1 ? (uint8_t)*code->text : 0;
    if (byte < SPACE || byte > 126)
        return false;
    struct font_sheet *sheet = face->sheets.at[0];
    if (sheet->codes[byte])
        return false;
    code->sheet = 0;
    code->code = byte;
    sheet->codes[byte] = code;
    if (byte == SPACE) {
        face->space = code;
        for (size_t i = 1; i < face->sheets.count; i++)
            face->sheets.at[i]->codes[SPACE] = code;
    }
    return true;
}

static void place_code(struct face *face, struct glyph_code *code)
{
    if (face->sheets.count == 0)
        add_sheet(face);
    if (place_ascii(face, code))
        return;
    code->sheet = (unsigned)face->sheets.count - 1;
    if (place_anywhere(face->sheets.at[code->sheet], code))
        return;
    place_anywhere(add_sheet(face), code);
    code->sheet++;
}

const struct glyph_code *face_code(struct face *face, uint32_t glyph, const char *text, size_t length)
{
    if (glyph >= face->glyph_count)
        glyph = 0; /* .notdef */
    for (struct glyph_code *code = face->first[glyph]; code; code = code->next)
        if (code->length == length && memcmp(code->text, text, length) == 0)
            return code;
    struct glyph_code *code = ARENA_NEW(face->document->arena, struct glyph_code);
    code->glyph = glyph;
    code->text = text;
    code->length = (uint32_t)length;
    code->width = face_width(face, glyph);
    code->next = face->first[glyph];
    face->first[glyph] = code;
    place_code(face, code);
    return code;
}
