/* Runs as text-showing operators (ISO 32000-1, 9.4).
 *
 * Every glyph lands where the run says, within 1/100 pt: a pen is moved as readers move it (by W, Tc, Tw),
 * and where it strays, a number in TJ brings it back. */
#include "formats/pdf/content.h"
#include "formats/pdf/share.h"
#include "formats/pdf/strings.h"
#include <math.h>
#include <string.h>

/* How far the pen may stray, in points on the page. */
#define TOLERANCE 0.008

/* A run being shown. */
struct shower {
    struct content *content;
    const struct run *run;
    const struct face *face;
    double size;
    double target,
        pen; /* where the next glyph belongs and where readers would put it, from the run's start */
    double tolerance;
    bool adjusted;
};

static double rounded(double value, double unit)
{
    return round(value * unit) / unit;
}

static void begin_text(struct content *content)
{
    if (content->in_text)
        return;
    content_op(content, "BT");
    content->in_text = true;
    content->text_x = content->text_y = 0;
}

/* Starts a line at (x, y), relative to the last one's start; gives x as readers will have it. */
static double move_to(struct content *content, double x, double y)
{
    double unit = pow(10, content->now.decimals);
    double limit = 1e9 * unit; /* farther is nowhere: keeps the conversion defined */
    long long to_x = llround(fmax(fmin(x * unit, limit), -limit));
    long long to_y = llround(fmax(fmin((content->height - y) * unit, limit), -limit));
    content_number(content, (double)(to_x - content->text_x) / unit, content->now.decimals);
    content_number(content, (double)(to_y - content->text_y) / unit, content->now.decimals);
    content_op(content, "Td");
    content->text_x = to_x;
    content->text_y = to_y;
    return (double)to_x / unit;
}

static void set_amount(struct content *content, double *now, double amount, const char *operator_text)
{
    if (*now == amount)
        return;
    *now = amount;
    content_number(content, amount, 3);
    content_op(content, operator_text);
}

static void set_font(struct shower *shower, const struct glyph_code *code)
{
    struct content *content = shower->content;
    const struct font_sheet *sheet = shower->face->sheets.at[code->sheet];
    content->now.sheet = sheet;
    content->now.size = shower->size;
    content_use(content, 'F', sheet->object);
    content_number(content, shower->size, 3);
    content_op(content, "Tf");
}

/* Writes the glyphs gathered so far. */
static void flush(struct shower *shower)
{
    struct content *content = shower->content;
    if (content->parts.length == 0)
        return;
    builder_string(&content->out, shower->adjusted ? "[(" : "(");
    builder_add(&content->out, content->parts.at, content->parts.length);
    content_op(content, shower->adjusted ? ")]TJ" : ")Tj");
    content->parts.length = 0;
    shower->adjusted = false;
}

/* Whether the next glyph needs another font: only then must the gathered ones be written first. */
static bool font_changes(const struct shower *shower, const struct glyph_code *code)
{
    const struct content *content = shower->content;
    const struct font_sheet *now = content->now.sheet;
    return !now || now->codes[code->code] != code || content->now.size != shower->size;
}

static void correct_pen(struct shower *shower, double where)
{
    if (fabs(where - shower->pen) <= shower->tolerance)
        return;
    double wanted = (shower->pen - where) / shower->size * 1000, amount = rounded(wanted, 1);
    int decimals = 0; /* as few as bring the pen near enough: round numbers compress better */
    for (double unit = 10; decimals < 3; decimals++, unit *= 10) {
        if (fabs(amount - wanted) * shower->size / 1000 <= shower->tolerance)
            break;
        amount = rounded(wanted, unit);
    }
    amount = fmax(fmin(amount, 1e6), -1e6);
    if (amount == 0)
        return;
    struct builder *parts = &shower->content->parts;
    builder_char(parts, ')');
    builder_number(parts, amount, decimals);
    builder_char(parts, '(');
    shower->adjusted = true;
    shower->pen -= amount * shower->size / 1000;
}

static void begin_actual(struct shower *shower, const struct shown *shown)
{
    flush(shower);
    builder_string(&shower->content->out, "/Span<</ActualText<FEFF");
    put_utf16_hex(&shower->content->out, shown->actual, shown->actual_length);
    content_op(shower->content, ">>>BDC");
}

/* A filler is there for those who copy: it stands at the pen, has no width and is shown in no colour (9.3.6).
 */
static void show_filler(struct shower *shower, const struct shown *shown)
{
    struct content *content = shower->content;
    if (shown->actual)
        begin_actual(shower, shown);
    correct_pen(shower, shower->target);
    flush(shower);
    set_amount(content, &content->now.rise, 0, "Ts");
    if (font_changes(shower, shown->code))
        set_font(shower, shown->code);
    content_op(content, "3 Tr");
    put_literal_byte(&content->parts, shown->code->code);
    flush(shower);
    content_op(content, "0 Tr");
    shower->pen += content->now.tracking;
    if (shown->actual_ends)
        content_op(content, "EMC");
}

static void show_glyph(struct shower *shower, const struct shown *shown)
{
    struct content *content = shower->content;
    const struct glyph *glyph = shown->glyph;
    const struct glyph_code *code = shown->code;
    if (shown->actual)
        begin_actual(shower, shown);
    if (font_changes(shower, code)) {
        flush(shower);
        set_font(shower, code);
    }
    double rise = glyph->dy == 0 ? 0 : rounded(-glyph->dy, 1000);
    if (rise != content->now.rise) {
        flush(shower);
        set_amount(content, &content->now.rise, rise + 0.0, "Ts");
    }
    correct_pen(shower, shower->target + glyph->dx);
    put_literal_byte(&content->parts, code->code);
    shower->pen += code->width * shower->size / 1000 + content->now.tracking;
    if (code->code == 32)
        shower->pen += content->now.word_spacing;
    shower->target += glyph->advance;
    if (shown->actual_ends) {
        flush(shower);
        content_op(content, "EMC");
    }
}

/* Spaces of a justified line are all equally wide, so the first one tells the word spacing. CFF fonts have
 * none: their character ids are glyph indices, and poppler would take the 32nd glyph for a space. */
static void set_spacing(struct shower *shower)
{
    struct content *content = shower->content;
    set_amount(content, &content->now.tracking,
               rounded((double)shower->run->style->tracking * shower->size, 1000) + 0.0, "Tc");
    if (shower->face->kind == FACE_CFF) {
        set_amount(content, &content->now.word_spacing, 0, "Tw");
        return;
    }
    for (size_t i = 0; i < content->shown.count; i++) {
        const struct shown *shown = &content->shown.at[i];
        if (shown->code->code != 32 || !shown->glyph)
            continue;
        double natural = shown->code->width * shower->size / 1000 + content->now.tracking;
        double extra = rounded(shown->glyph->advance - natural, 1000) + 0.0;
        set_amount(content, &content->now.word_spacing, extra, "Tw");
        return;
    }
}

/* Shows the glyphs `first` to `end` of what the run shares, the first one at x. */
static void show_piece(struct shower *shower, float x, float y, size_t first, size_t end)
{
    const struct shown *shown = shower->content->shown.at;
    shower->target = 0;
    shower->pen = move_to(shower->content, x, y) - x;
    for (size_t i = first; i < end; i++)
        if (shown[i].glyph)
            show_glyph(shower, &shown[i]);
        else
            show_filler(shower, &shown[i]);
    flush(shower);
}

static bool is_space(const struct glyph_code *code)
{
    return code->code == 32 || (code->length == 2 && memcmp(code->text, "\xC2\xA0", 2) == 0);
}

/* From right to left the words come in the order in which they are read, since that is the order in which a
 * page is read aloud; in a word the glyphs come from left to right, since that is how readers expect to find
 * them. */
static void show_turned(struct shower *shower, float x, float y)
{
    const struct shown *shown = shower->content->shown.at;
    float left = x + shower->run->width;
    for (size_t end = shower->content->shown.count; end > 0;) {
        size_t first = end;
        do {
            first--;
            left -= shown[first].glyph ? shown[first].glyph->advance : 0;
        } while (first > 0 && !is_space(shown[first].code));
        show_piece(shower, left, y, first, end);
        end = first;
    }
}

static void show_run(struct content *content, const struct face *face, const struct run *run, double size,
                     float x, float y)
{
    struct shower shower = {
        .content = content,
        .run = run,
        .face = face,
        .size = size,
        .tolerance = TOLERANCE / fmax(content->now.scale, 0.01),
    };
    begin_text(content);
    content_fill_colour(content, run->style->colour);
    set_spacing(&shower);
    content->parts.length = 0;
    if (run->level & 1)
        show_turned(&shower, x, y);
    else
        show_piece(&shower, x, y, 0, content->shown.count);
}

void content_text(void *self, const struct run *run, float x, float y)
{
    struct content *content = self;
    double size = rounded(run->style->size, 1000);
    if (run->glyph_count == 0 || !(size > 0) || !isfinite(size) || !isfinite(x) || !isfinite(y))
        return;
    struct face *face = faces_get(&content->faces, run->font);
    if (!face) {
        document_fail(content->document, FINDING_fault, "a font's number is not in the scene");
        return;
    }
    share_text(content, face, run);
    if (document_failed(content->document))
        return;
    show_run(content, face, run, size, x, y);
    float ascent = run->font->ascent * (float)size, descent = fabsf(run->font->descent) * (float)size;
    navigation_item(&content->navigation, content->page,
                    content_to_page(content, (struct rect){x, y - ascent, run->width, ascent + descent}),
                    run->text, run->length);
}
