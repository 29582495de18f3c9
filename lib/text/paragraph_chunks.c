#include "text/paragraph_inside.h"
#include "text/script.h"
#include <math.h>
#include <string.h>

/* Last lines of one word with fewer letters than this look like a mistake. */
#define SHORT_WORD 5

/* Demerits of dividing words that are kept or tied together: more than any line costs. */
#define KEPT_COST 1e9
#define TIED_COST 1e10

#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))

/* Atoms [first, end). */
struct range {
    size_t first, end;
};

static bool is_blank(const struct atom *atom)
{
    return atom->type != ATOM_WORD;
}

static size_t trim_end(const struct content *content, struct range range)
{
    while (range.end > range.first && is_blank(&content->atoms.at[range.end - 1]))
        range.end--;
    return range.end;
}

static double range_width(const struct content *content, struct range range)
{
    double width = 0;
    for (size_t i = range.first; i < range.end; i++)
        width += (double)content->atoms.at[i].width;
    return width;
}

/* The atoms up to the next place where a line may break. Spaces belong to what is before them; those that
 * begin a line stay with what follows. */
static struct range next_range(const struct content *content, size_t first)
{
    struct range range = {first, first + 1};
    bool blank = is_blank(&content->atoms.at[first]);
    bool begins_line = first == 0 || content->atoms.at[first].before == BREAK_MUST;
    for (; range.end < content->atoms.count; range.end++) {
        const struct atom *atom = &content->atoms.at[range.end];
        bool may = atom->before != BREAK_NO && atom->type == ATOM_WORD && !(blank && begins_line);
        if (may || atom->before == BREAK_MUST)
            break;
        blank &= is_blank(atom);
    }
    return range;
}

/* Part of a word as an atom of its own, where a line may break. */
static struct atom cut_atom(const struct content *content, const struct atom *atom, uint32_t first,
                            uint32_t end, uint32_t from, uint32_t to)
{
    const struct text_style *style = content->sections.at[atom->section].style;
    struct atom part = *atom;
    part.first_glyph = first;
    part.end_glyph = end;
    part.start = from;
    part.end = to;
    part.width = 0;
    for (uint32_t i = first; i < end; i++)
        part.width +=
            (atom->word->glyphs[i].advance + glyph_tracking(atom->word, i, style->tracking)) * style->size;
    return part;
}

struct atoms {
    VECTOR(struct atom) list;
};

static uint32_t cluster_of(const struct atom *atom, uint32_t glyph)
{
    return atom->start + atom->word->glyphs[glyph].cluster;
}

/* A word cut between grapheme clusters. Right-to-left words have their first cluster last. */
static void cut_clusters(struct content *content, struct atoms *clusters, const struct atom *atom)
{
    uint32_t count = atom->end_glyph;
    bool backwards = cluster_of(atom, 0) > cluster_of(atom, count - 1);
    uint32_t from = atom->start;
    for (uint32_t done = 0; done < count;) {
        uint32_t size = 1;
        uint32_t at = backwards ? count - 1 - done : done;
        while (done + size < count &&
               cluster_of(atom, backwards ? at - size : at + size) == cluster_of(atom, at))
            size++;
        uint32_t next = done + size;
        uint32_t to = next == count ? atom->end : cluster_of(atom, backwards ? count - 1 - next : next);
        uint32_t first = backwards ? count - next : done;
        struct atom part = cut_atom(content, atom, first, first + size, from, to);
        *VECTOR_ADD(content->scratch, &clusters->list) = part;
        from = to;
        done = next;
    }
}

/* Clusters up to the next stop, hyphen or such: where long addresses break best. */
static struct range next_piece(const struct content *content, const struct atoms *clusters, size_t first)
{
    struct range piece = {first, first + 1};
    while (piece.end < clusters->list.count &&
           strchr("-/.?&=_:;,", content->text[clusters->list.at[piece.end].start - 1]) == NULL)
        piece.end++;
    return piece;
}

static struct atom join_clusters(const struct atom *clusters, struct range piece)
{
    struct atom joined = clusters[piece.first];
    for (size_t i = piece.first + 1; i < piece.end; i++) {
        joined.first_glyph = MIN(joined.first_glyph, clusters[i].first_glyph);
        joined.end_glyph = MAX(joined.end_glyph, clusters[i].end_glyph);
        joined.end = clusters[i].end;
        joined.width += clusters[i].width;
    }
    return joined;
}

static void add_part(struct content *content, struct atoms *atoms, struct atom part, bool first)
{
    if (!first)
        part.before = BREAK_MAY;
    *VECTOR_ADD(content->scratch, &atoms->list) = part;
}

/* Clusters whose letters hang together. */
static struct range next_group(const struct content *content, const struct atoms *clusters,
                               struct range piece)
{
    struct range group = {piece.first, piece.first + 1};
    while (group.end < piece.end &&
           script_joins(content->text, content->length, clusters->list.at[group.end].start))
        group.end++;
    return group;
}

/* A piece that is too wide goes into groups, one of those that is into clusters. */
static void cut_piece(struct content *content, struct atoms *atoms, const struct atoms *clusters,
                      struct range piece, double width)
{
    for (size_t at = piece.first; at < piece.end;) {
        struct range group = next_group(content, clusters, (struct range){at, piece.end});
        struct atom joined = join_clusters(clusters->list.at, group);
        if ((double)joined.width <= width)
            add_part(content, atoms, joined, at == 0);
        for (size_t i = at; i < group.end && (double)joined.width > width; i++)
            add_part(content, atoms, clusters->list.at[i], i == 0);
        at = group.end;
    }
}

/* A word wider than a line, cut into pieces where lines may break. */
static void cut_word(struct content *content, struct atoms *atoms, const struct atom *atom, double width)
{
    struct atoms clusters = {0};
    cut_clusters(content, &clusters, atom);
    for (size_t at = 0; at < clusters.list.count;) {
        struct range piece = next_piece(content, &clusters, at);
        struct atom joined = join_clusters(clusters.list.at, piece);
        if ((double)joined.width <= width)
            add_part(content, atoms, joined, at == 0);
        else
            cut_piece(content, atoms, &clusters, piece, width);
        at = piece.end;
    }
}

/* A range without spaces that is wider than a line: lines may break between its atoms and within words. */
static void cut_range(struct content *content, struct atoms *atoms, struct range range, double width)
{
    content->broken_word = true;
    for (size_t i = range.first; i < trim_end(content, range); i++)
        width -= content->atoms.at[i].type == ATOM_SPACE ? (double)content->atoms.at[i].width : 0;
    for (size_t i = range.first; i < range.end; i++) {
        struct atom atom = content->atoms.at[i];
        if (i > range.first && atom.type == ATOM_WORD && atom.before == BREAK_NO)
            atom.before = BREAK_MAY;
        if (atom.type == ATOM_WORD && (double)atom.width > width && atom.end_glyph > 1)
            cut_word(content, atoms, &atom, width);
        else
            *VECTOR_ADD(content->scratch, &atoms->list) = atom;
    }
}

static void copy_range(struct content *content, struct atoms *atoms, struct range range)
{
    for (size_t i = range.first; i < range.end; i++)
        *VECTOR_ADD(content->scratch, &atoms->list) = content->atoms.at[i];
}

/* Blanks (only at a line's beginning), a word and the blanks after it. */
static size_t part_end(const struct content *content, size_t at, size_t end)
{
    while (at < end && is_blank(&content->atoms.at[at]))
        at++;
    while (at < end && !is_blank(&content->atoms.at[at]))
        at++;
    while (at < end && is_blank(&content->atoms.at[at]))
        at++;
    return at;
}

/* Divides a range that is too wide: first where spaces hold it together, then anywhere. */
static void divide_range(struct content *content, struct atoms *atoms, struct range range, double width)
{
    struct range part = {range.first, range.first};
    while (part.first < range.end) {
        part.end = part_end(content, part.first, range.end);
        if (part.first > range.first && content->atoms.at[part.first].before == BREAK_NO)
            content->atoms.at[part.first].before = BREAK_MAY;
        struct range drawn = {part.first, trim_end(content, part)};
        if (range_width(content, drawn) > width)
            cut_range(content, atoms, part, width);
        else
            copy_range(content, atoms, part);
        part.first = part.end;
    }
}

static bool too_wide(const struct content *content, struct range range, double width)
{
    struct range drawn = {range.first, trim_end(content, range)};
    return range_width(content, drawn) > width + WIDTH_SLACK;
}

/* Puts divided atoms in the place of those too wide for a line. */
static void divide_wide(struct content *content, double width, double first_width)
{
    struct atoms divided = {0};
    bool any = false;
    for (size_t at = 0; at < content->atoms.count && !any;) {
        struct range range = next_range(content, at);
        any = too_wide(content, range, at == 0 ? fmin(width, first_width) : width);
        at = range.end;
    }
    if (!any)
        return;
    for (size_t at = 0; at < content->atoms.count;) {
        struct range range = next_range(content, at);
        double room = at == 0 ? fmin(width, first_width) : width;
        if (too_wide(content, range, room))
            divide_range(content, &divided, range, room);
        else
            copy_range(content, &divided, range);
        at = range.end;
    }
    content->atoms.at = divided.list.at;
    content->atoms.count = divided.list.count;
    content->atoms.room = divided.list.room;
}

static bool is_short(const struct content *content, struct range drawn)
{
    if (drawn.end == drawn.first)
        return false;
    size_t start = content->atoms.at[drawn.first].start, end = content->atoms.at[drawn.end - 1].end;
    return end - start < SHORT_WORD * 4 && utf8_count(content->text + start, end - start) < SHORT_WORD;
}

static struct chunk next_chunk(const struct content *content, struct range range, double *x, double *spaces)
{
    struct chunk chunk = {.atom = range.first, .x = *x, .spaces = *spaces};
    struct range drawn = {range.first, trim_end(content, range)};
    uint8_t before = content->atoms.at[range.first].before;
    for (size_t i = range.first; i < range.end; i++) {
        const struct atom *atom = &content->atoms.at[i];
        *x += (double)atom->width;
        if (atom->type == ATOM_SPACE)
            *spaces += (double)atom->width;
        if (i >= drawn.end)
            chunk.trail += atom->width;
    }
    chunk.cost = before == BREAK_KEPT ? KEPT_COST : before == BREAK_TIED ? TIED_COST : 0;
    chunk.must_break = before == BREAK_MUST;
    chunk.short_word = is_short(content, drawn);
    if (drawn.first < drawn.end) {
        chunk.left = hang_before(content, &content->atoms.at[drawn.first]);
        chunk.right = hang_behind(content, &content->atoms.at[drawn.end - 1]);
    }
    return chunk;
}

static void reserve_chunks(struct content *content)
{
    size_t room = 2;
    for (size_t i = 0; i < content->atoms.count; i++)
        room += content->atoms.at[i].before != BREAK_NO ? 1u : 0u;
    content->chunks.at = ARENA_ARRAY(content->scratch, struct chunk, room);
    content->chunks.room = room;
}

void content_chunk(struct content *content, double width, double first)
{
    double x = 0, spaces = 0;
    if (isfinite(width))
        divide_wide(content, width, first);
    reserve_chunks(content);
    for (size_t at = 0; at < content->atoms.count;) {
        struct range range = next_range(content, at);
        *VECTOR_ADD(content->scratch, &content->chunks) = next_chunk(content, range, &x, &spaces);
        at = range.end;
    }
    *VECTOR_ADD(content->scratch, &content->chunks) =
        (struct chunk){.atom = content->atoms.count, .x = x, .spaces = spaces, .must_break = true};
}
