#include "text/paragraph_inside.h"
#include <math.h>

/* Ink of neighbouring lines stays this far apart, in em of the lower one. */
#define INK_GAP 0.02f

struct setter {
    const struct content *content;
    const struct paragraph_options *options;
    struct arena *arena;
};

/* The atoms of a line without the spaces at its end. */
struct drawn {
    size_t first, end;
};

static struct drawn drawn_atoms(const struct content *content, const struct extent *extent)
{
    struct drawn drawn = {content->chunks.at[extent->first].atom, content->chunks.at[extent->end].atom};
    while (drawn.end > drawn.first && content->atoms.at[drawn.end - 1].type != ATOM_WORD)
        drawn.end--;
    return drawn;
}

/* Whether an atom goes on with the run of the one before it. Skipped ones always do. */
static bool same_run(const struct atom *run, const struct atom *atom)
{
    return atom->type == ATOM_SKIP ||
           (atom->section == run->section && atom->font == run->font && atom->level == run->level);
}

static size_t count_glyphs(const struct content *content, struct drawn drawn)
{
    size_t count = 0;
    for (size_t i = drawn.first; i < drawn.end; i++) {
        const struct atom *atom = &content->atoms.at[i];
        count += atom->type == ATOM_WORD ? atom->end_glyph - atom->first_glyph : atom->type == ATOM_SPACE;
    }
    return count;
}

static size_t count_runs(const struct content *content, struct drawn drawn)
{
    size_t count = 0;
    const struct atom *run = NULL;
    for (size_t i = drawn.first; i < drawn.end; i++) {
        const struct atom *atom = &content->atoms.at[i];
        if (run == NULL ? atom->type == ATOM_SKIP : same_run(run, atom))
            continue;
        run = atom;
        count++;
    }
    return count;
}

static uint32_t space_glyph(const struct font *font)
{
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font->shaper, ' ', &glyph) ? glyph : 0;
}

/* How a justified line is filled. */
struct stretch {
    double space;  /* by how much of its width each space grows */
    double letter; /* what is put behind each letter, points */
};

/* Writes an atom's glyphs to the end of a run, in reading order: a word from right to left backwards. */
static void add_atom(struct run *run, struct glyph *glyphs, const struct atom *atom, uint32_t run_start,
                     struct stretch stretch)
{
    const float size = run->style->size;
    struct glyph *out = glyphs + run->glyph_count;
    uint32_t offset = atom->start - run_start;
    if (atom->type == ATOM_SPACE) {
        *out =
            (struct glyph){space_glyph(atom->font), offset, atom->width * (float)(1 + stretch.space), 0, 0};
        run->width += out->advance;
        run->glyph_count++;
        return;
    }
    /* A part of a broken word begins at its first cluster. */
    uint32_t skipped = UINT32_MAX;
    for (uint32_t i = atom->first_glyph; i < atom->end_glyph; i++)
        skipped = atom->word->glyphs[i].cluster < skipped ? atom->word->glyphs[i].cluster : skipped;
    for (uint32_t i = atom->first_glyph; i < atom->end_glyph; i++, out++) {
        uint32_t at = atom->level & 1 ? atom->end_glyph - 1 - (i - atom->first_glyph) : i;
        const struct glyph *glyph = &atom->word->glyphs[at];
        float tracking = run->style->tracking * size + (float)stretch.letter;
        float advance = glyph->advance * size + glyph_tracking(atom->word, at, tracking);
        *out = (struct glyph){glyph->id, offset + glyph->cluster - skipped, advance, glyph->dx * size,
                              glyph->dy * size};
        run->width += out->advance;
        run->glyph_count++;
    }
}

static struct run begin_run(const struct content *content, const struct atom *atom, struct glyph *glyphs)
{
    const struct section *section = &content->sections.at[atom->section];
    return (struct run){.style = section->style,
                        .font = atom->font,
                        .level = atom->level,
                        .text = content->text + atom->start,
                        .glyphs = glyphs,
                        .language = section->language,
                        .tag = section->tag,
                        .place = content_place(content, atom->start)};
}

/* Gives back where the next run's glyphs go. */
static struct glyph *end_run(const struct run *run, struct glyph *glyphs)
{
    if (run->level & 1)
        glyphs_turn(glyphs, run->glyph_count);
    return glyphs + run->glyph_count;
}

/* 1 when a line's last glyph has a letter's space behind it, else 0. */
static float last_tracked(const struct content *content, struct drawn drawn)
{
    const struct atom *last = &content->atoms.at[drawn.end - 1];
    return last->end_glyph > last->first_glyph ? glyph_tracking(last->word, last->end_glyph - 1, 1) : 0;
}

static void set_runs(const struct setter *setter, struct line *line, struct drawn drawn, float x,
                     struct stretch stretch)
{
    const struct content *content = setter->content;
    struct run *runs = ARENA_ARRAY(setter->arena, struct run, count_runs(content, drawn));
    struct glyph *glyphs = ARENA_ARRAY(setter->arena, struct glyph, count_glyphs(content, drawn));
    const struct atom *begun = NULL;
    struct run *run = NULL;
    line->runs = runs;
    for (size_t i = drawn.first; i < drawn.end; i++) {
        const struct atom *atom = &content->atoms.at[i];
        if (begun == NULL ? atom->type == ATOM_SKIP : false)
            continue;
        if (begun == NULL || !same_run(begun, atom)) {
            if (run != NULL)
                glyphs = end_run(run, glyphs);
            run = &runs[line->run_count++];
            *run = begin_run(content, atom, glyphs);
            begun = atom;
        }
        run->length = atom->end - begun->start;
        if (atom->type != ATOM_SKIP)
            add_atom(run, glyphs, atom, begun->start, stretch);
    }
    if (run == NULL)
        return;
    float behind = last_tracked(content, drawn) * (float)stretch.letter;
    glyphs[run->glyph_count - 1].advance -= behind;
    run->width -= behind;
    end_run(run, glyphs);
    line->width = runs_place(content, runs, line->run_count, x);
}

/* What one point behind each letter adds to a line, and the most of it that looks well; the last letter has
 * none. */
static double letter_room(const struct content *content, struct drawn drawn, double *most)
{
    double letters = 0, em = HUGE_VAL;
    for (size_t i = drawn.first; i < drawn.end; i++) {
        const struct atom *atom = &content->atoms.at[i];
        for (uint32_t j = atom->first_glyph; atom->type == ATOM_WORD && j < atom->end_glyph; j++)
            letters += (double)glyph_tracking(atom->word, j, 1);
        em = fmin(em, (double)content->sections.at[atom->section].style->size);
    }
    *most = LETTER_STRETCH * em;
    return letters - (double)last_tracked(content, drawn);
}

/* Spaces take what looks well in them, then letters, then spaces the rest. */
static struct stretch share_slack(const struct setter *setter, struct drawn drawn, double slack,
                                  double spaces)
{
    struct stretch stretch = {.space = slack / spaces};
    if (stretch.space <= SPACE_STRETCH)
        return stretch;
    double most, letters = letter_room(setter->content, drawn, &most);
    if (letters <= 0)
        return stretch;
    stretch.letter = fmin((slack - spaces * SPACE_STRETCH) / letters, most);
    stretch.space = (slack - stretch.letter * letters) / spaces;
    return stretch;
}

/* How to fill a justified line of so much slack; not at all when it would have holes. */
static struct stretch fill_line(const struct setter *setter, const struct extent *extent, struct drawn drawn,
                                double slack)
{
    double spaces = chunks_spaces(setter->content->chunks.at, extent->first, extent->end);
    if (setter->options->align != ALIGN_JUSTIFY || setter->options->balanced || spaces <= 0)
        return (struct stretch){0};
    if ((extent->last && slack > 0) || slack < -spaces * SPACE_SHRINK - 1)
        return (struct stretch){0};
    struct stretch stretch = share_slack(setter, drawn, slack, spaces);
    if (stretch.space > SPACE_STRETCH_LIMIT)
        return (struct stretch){0};
    return stretch;
}

static bool begins_at_right(const struct setter *setter)
{
    enum text_align align = setter->options->align;
    return setter->content->turned && (align == ALIGN_NATURAL || align == ALIGN_JUSTIFY);
}

static float line_start(const struct setter *setter, float indent, float room, float width)
{
    enum text_align align = setter->options->align;
    if (align == ALIGN_CENTRE)
        return indent + (room - width) / 2;
    if (begins_at_right(setter)) /* the indent is there, too */
        return room - width;
    return align == ALIGN_END ? indent + room - width : indent;
}

/* What decides a line's height: ink relative to the baseline (down is positive), and the largest size. */
struct heights {
    float ink_top, ink_bottom, size;
    const struct font *font; /* of the largest size */
    bool ink;
};

static void add_height(const struct content *content, const struct atom *atom, struct heights *heights)
{
    const struct section *section = &content->sections.at[atom->section];
    const struct text_style *style = section->style;
    if (heights->font == NULL || style->size > heights->size) {
        heights->size = style->size;
        heights->font = section->font;
    }
    if (atom->type != ATOM_WORD)
        return;
    float top = -atom->word->top * style->size - style->rise;
    float bottom = atom->word->bottom * style->size - style->rise;
    heights->ink_top = heights->ink ? fminf(heights->ink_top, top) : top;
    heights->ink_bottom = heights->ink ? fmaxf(heights->ink_bottom, bottom) : bottom;
    heights->ink = true;
}

static struct heights line_heights(const struct content *content, const struct extent *extent,
                                   struct drawn drawn)
{
    struct heights heights = {0};
    for (size_t i = drawn.first; i < drawn.end; i++)
        add_height(content, &content->atoms.at[i], &heights);
    if (drawn.first == drawn.end) /* an empty line is as high as its line feed */
        add_height(content, &content->atoms.at[content->chunks.at[extent->first].atom], &heights);
    return heights;
}

/* Puts a line below the one before (NULL: none): its box has the leading's height with the font's ascent and
 * descent in the middle; the baseline goes down where ink would touch. */
static void place_line(const struct setter *setter, struct line *line, const struct line *before,
                       const struct heights *heights)
{
    float height = setter->options->leading * heights->size;
    /* No line is without an atom, and atoms have fonts. */
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference)
    float ascent = heights->font->ascent * heights->size, descent = -heights->font->descent * heights->size;
    float highest = before == NULL ? 0 : before->ink_bottom + INK_GAP * heights->size;
    line->top = before == NULL ? 0 : before->bottom;
    line->baseline = line->top + (height - ascent - descent) / 2 + ascent;
    line->bottom = line->top + height;
    if (heights->ink && line->baseline + heights->ink_top < highest) {
        float push = highest - (line->baseline + heights->ink_top);
        line->baseline += push;
        line->bottom += push;
    }
    line->ink_top = heights->ink ? line->baseline + heights->ink_top : line->baseline;
    line->ink_bottom = heights->ink ? line->baseline + heights->ink_bottom : line->baseline;
}

static void set_line(const struct setter *setter, struct line *line, const struct line *before,
                     const struct extent *extent)
{
    const struct content *content = setter->content;
    struct drawn drawn = drawn_atoms(content, extent);
    const struct chunk *chunks = content->chunks.at;
    const struct paragraph_options *options = setter->options;
    bool justify = options->align == ALIGN_JUSTIFY, hang = hangs(content, options);
    float indent = before == NULL ? options->indent : 0, room = options->width - indent;
    float left = hang ? chunks[extent->first].left : 0;
    float right = hang && justify ? chunks[extent->end - 1].right : 0;
    double width = chunks_width(chunks, extent->first, extent->end);
    struct stretch stretch = fill_line(setter, extent, drawn, (double)(room + left + right) - width);
    float filled = stretch.space != 0 ? room : (float)width;
    if (drawn.end > drawn.first)
        set_runs(setter, line, drawn, line_start(setter, indent, room, filled) - left, stretch);
    struct heights heights = line_heights(content, extent, drawn);
    place_line(setter, line, before, &heights);
}

const struct paragraph *lines_set(const struct content *content, const struct extents *extents,
                                  const struct paragraph_options *options, struct arena *arena)
{
    const struct setter setter = {content, options, arena};
    struct paragraph *paragraph = ARENA_NEW(arena, struct paragraph);
    size_t count = extents->list.count;
    struct line *lines = ARENA_ARRAY(arena, struct line, count);
    for (size_t i = 0; i < count; i++) {
        set_line(&setter, &lines[i], i == 0 ? NULL : &lines[i - 1], &extents->list.at[i]);
        float right = lines[i].width + (i == 0 ? fmaxf(options->indent, 0) : 0);
        paragraph->width = fmaxf(paragraph->width, right);
    }
    if (count > 0)
        lines[count - 1].bottom = fmaxf(lines[count - 1].bottom, lines[count - 1].ink_bottom);
    paragraph->lines = lines;
    paragraph->line_count = count;
    paragraph->height = count > 0 ? lines[count - 1].bottom : 0;
    paragraph->broken_word = content->broken_word;
    paragraph->from_right = begins_at_right(&setter);
    return paragraph;
}
