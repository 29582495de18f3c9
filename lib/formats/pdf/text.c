/* Runs as text-showing operators (ISO 32000-1, 9.4).
 *
 * Every glyph lands where the run says, within 1/100 pt: a pen is moved as readers move it (by W, Tc, Tw),
 * and where it strays, a number in TJ brings it back. */
#include "formats/pdf/content.h"
#include "formats/pdf/strings.h"
#include "text/unicode.h"
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

/* Glyphs of one cluster and its text. */
struct cluster {
    size_t first, count; /* glyphs */
    size_t start, end;   /* bytes */
    bool turned;         /* from right to left: the last glyph has the first character */
};

/* Clusters follow each other in the text as they do in the run, or, from right to left, the other way round.
 */
static struct cluster next_cluster(const struct run *run, size_t first)
{
    struct cluster cluster = {.first = first, .count = 1, .start = run->glyphs[first].cluster};
    size_t end = run->length;
    cluster.turned = run->level & 1;
    while (first + cluster.count < run->glyph_count &&
           run->glyphs[first + cluster.count].cluster == cluster.start)
        cluster.count++;
    if (cluster.turned && first > 0)
        end = run->glyphs[first - 1].cluster;
    else if (!cluster.turned && first + cluster.count < run->glyph_count)
        end = run->glyphs[first + cluster.count].cluster;
    cluster.end = end < run->length ? end : run->length;
    if (cluster.start > cluster.end)
        cluster.start = cluster.end;
    return cluster;
}

/* Gives each glyph of a cluster its share of the text: a character each, the last one the rest. With more
 * glyphs than characters the first one has it all, and readers are told the text of the whole, since others
 * would add to it. */
static void share_cluster(struct content *content, struct face *face, const struct run *run,
                          const struct cluster *cluster)
{
    size_t count = cluster->count, at = cluster->start, end = cluster->end;
    const char *text = run->text + at;
    bool crowded = (count > 1 || at == end) && count > utf8_count(text, end - at);
    struct shown *shown = content->shown.at + cluster->first;
    for (size_t i = 0; i < count; i++) {
        size_t place = cluster->turned ? count - 1 - i : i, from = at;
        if (i + 1 == count || crowded)
            at = end;
        else
            utf8_next(run->text, end, &at);
        bool empty = from == at;
        shown[place] = (struct shown){.code = face_code(face, run->glyphs[cluster->first + place].id,
                                                        empty ? "\u200B" : run->text + from,
                                                        empty ? strlen("\u200B") : at - from)};
    }
    if (!crowded)
        return;
    shown[0].actual = text;
    shown[0].actual_length = end - cluster->start;
    shown[count - 1].actual_ends = true;
}

static void share_text(struct content *content, struct face *face, const struct run *run)
{
    content->shown.count = 0;
    for (size_t i = 0; i < run->glyph_count; i++)
        VECTOR_ADD(content->document->arena, &content->shown);
    for (size_t first = 0; first < run->glyph_count;) {
        struct cluster cluster = next_cluster(run, first);
        share_cluster(content, face, run, &cluster);
        first += cluster.count;
    }
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

static void show_glyph(struct shower *shower, const struct glyph *glyph, const struct shown *shown)
{
    struct content *content = shower->content;
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
    for (size_t i = 0; i < shower->run->glyph_count; i++) {
        const struct glyph_code *code = content->shown.at[i].code;
        if (code->code != 32)
            continue;
        double natural = code->width * shower->size / 1000 + content->now.tracking;
        double extra = rounded(shower->run->glyphs[i].advance - natural, 1000) + 0.0;
        set_amount(content, &content->now.word_spacing, extra, "Tw");
        return;
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
    shower.pen = move_to(content, x, y) - x;
    content->parts.length = 0;
    for (size_t i = 0; i < run->glyph_count; i++)
        show_glyph(&shower, &run->glyphs[i], &content->shown.at[i]);
    flush(&shower);
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
