#include "text/font_set.h"
#include <hb-ot.h>
#include <math.h>
#include <string.h>

/* The tallest and the deepest letters of Vietnamese. */
static const char tallest[] = "ẤẪẮẴỄỔỖẾỘ", deepest[] = "ợựộgyq";

static float em(const struct font *font, hb_position_t units)
{
    return (float)units / (float)font->units;
}

static float metric(const struct font *font, hb_ot_metrics_tag_t tag, float otherwise)
{
    hb_position_t value;
    return hb_ot_metrics_get_position(font->shaper, tag, &value) ? em(font, value) : otherwise;
}

static bool extents(const struct font *font, uint32_t codepoint, hb_glyph_extents_t *box)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(font->shaper, codepoint, &glyph) &&
           hb_font_get_glyph_extents(font->shaper, glyph, box);
}

static float letter_height(const struct font *font, uint32_t codepoint, float otherwise)
{
    hb_glyph_extents_t box;
    return extents(font, codepoint, &box) && box.y_bearing > 0 ? em(font, box.y_bearing) : otherwise;
}

static float advance_of(const struct font *font, uint32_t codepoint)
{
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(font->shaper, codepoint, &glyph))
        return -1;
    return em(font, hb_font_get_glyph_h_advance(font->shaper, glyph));
}

static void measure_marks(struct font *font)
{
    hb_glyph_extents_t box;
    font->marks_top = font->cap_height;
    font->marks_bottom = 0;
    for (size_t at = 0; at < sizeof tallest - 1;)
        if (extents(font, utf8_next(tallest, sizeof tallest - 1, &at), &box))
            font->marks_top = fmaxf(font->marks_top, em(font, box.y_bearing));
    for (size_t at = 0; at < sizeof deepest - 1;)
        if (extents(font, utf8_next(deepest, sizeof deepest - 1, &at), &box))
            font->marks_bottom = fminf(font->marks_bottom, em(font, box.y_bearing + box.height));
}

/* OS/2's PANOSE tells serifs: family 2 (text), serif styles 2 to 10. */
static bool has_serifs(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned length;
    const char *bytes = hb_blob_get_data(table, &length);
    bool serifs = length >= 34 && bytes[32] == 2 && bytes[33] >= 2 && bytes[33] <= 10;
    hb_blob_destroy(table);
    return serifs;
}

void font_measure(struct font *font)
{
    font->units = hb_face_get_upem(font->face);
    hb_font_set_scale(font->shaper, (int)font->units, (int)font->units);
    hb_font_extents_t lines = {0};
    bool declared = hb_font_get_h_extents(font->shaper, &lines) && lines.ascender > lines.descender;
    font->ascent = declared ? em(font, lines.ascender) : 0.8f;
    font->descent = declared ? em(font, lines.descender) : -0.2f;
    font->cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, letter_height(font, 'H', 0.7f));
    font->x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, letter_height(font, 'x', 0.5f));
    font->underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -0.1f);
    font->underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, 0.05f);
    font->bold = hb_style_get_value(font->shaper, HB_STYLE_TAG_WEIGHT) >= 600;
    font->italic = hb_style_get_value(font->shaper, HB_STYLE_TAG_ITALIC) > 0;
    font->monospaced = advance_of(font, 'i') > 0 && advance_of(font, 'i') == advance_of(font, 'W');
    font->serif = has_serifs(font->face);
    float space = advance_of(font, ' ');
    font->space = space > 0 ? space : 0.25f;
    measure_marks(font);
    hb_font_make_immutable(font->shaper);
}
