#include "formats/pdf/share.h"
#include "text/unicode.h"
#include <math.h>
#include <string.h>

/* What a glyph says that adds nothing to its cluster. */
#define SAYS_NOTHING "\u200B"

/* Glyphs of one cluster and its text. */
struct cluster {
    const struct glyph *glyphs;
    size_t count;
    const char *text;
    size_t length;
    size_t characters;
    bool turned;  /* from right to left: the last glyph has the first character */
    bool crowded; /* more glyphs than characters */
    bool moved;   /* not simply side by side */
};

struct sharer {
    struct content *content;
    struct face *face;
    const struct run *run;
};

static bool are_moved(const struct glyph *glyphs, size_t count)
{
    for (size_t i = 0; i < count && count > 1; i++)
        if (glyphs[i].dx < 0 || glyphs[i].dx > 0 || glyphs[i].dy < 0 || glyphs[i].dy > 0)
            return true;
    return false;
}

/* The cluster whose first glyph is `first`. Clusters follow each other in the text as they do in the run or,
 * from right to left, the other way round. */
static struct cluster next_cluster(const struct run *run, size_t first)
{
    const struct glyph *glyphs = run->glyphs;
    struct cluster cluster = {.glyphs = glyphs + first, .count = 1, .turned = run->level & 1};
    size_t start = glyphs[first].cluster, end = run->length;
    while (first + cluster.count < run->glyph_count && glyphs[first + cluster.count].cluster == start)
        cluster.count++;
    if (cluster.turned && first > 0)
        end = glyphs[first - 1].cluster;
    else if (!cluster.turned && first + cluster.count < run->glyph_count)
        end = glyphs[first + cluster.count].cluster;
    end = end < run->length ? end : run->length;
    start = start < end ? start : end;
    cluster.text = run->text + start;
    cluster.length = end - start;
    cluster.characters = utf8_count(cluster.text, cluster.length);
    cluster.crowded = (cluster.count > 1 || cluster.length == 0) && cluster.count > cluster.characters;
    cluster.moved = are_moved(cluster.glyphs, cluster.count);
    return cluster;
}

static struct shown *add(struct sharer *sharer, const struct glyph *glyph, uint32_t id, const char *text,
                         size_t length)
{
    struct shown *shown = VECTOR_ADD(sharer->content->document->arena, &sharer->content->shown);
    bool empty = length == 0;
    *shown = (struct shown){.glyph = glyph,
                            .code = face_code(sharer->face, id, empty ? SAYS_NOTHING : text,
                                              empty ? strlen(SAYS_NOTHING) : length)};
    return shown;
}

/* The first character of a text, taken off it. */
static size_t take(const char **text, size_t *length)
{
    size_t at = 0;
    utf8_next(*text, *length, &at);
    *text += at;
    *length -= at;
    return at;
}

/* What was added from `first` on in the order of reading comes into that of the line. */
static void turn(struct sharer *sharer, size_t first)
{
    struct shown *shown = sharer->content->shown.at;
    for (size_t i = first, j = sharer->content->shown.count; i + 1 < j; i++) {
        struct shown other = shown[--j];
        shown[j] = shown[i];
        shown[i] = other;
    }
}

/* A character for each glyph, the last one the rest; with more glyphs than characters the first one has it
 * all. */
static void share_by_character(struct sharer *sharer, const struct cluster *cluster)
{
    const char *text = cluster->text;
    size_t length = cluster->length, first = sharer->content->shown.count;
    for (size_t i = 0; i < cluster->count; i++) {
        const struct glyph *glyph = &cluster->glyphs[cluster->turned ? cluster->count - 1 - i : i];
        const char *said = text;
        bool all = cluster->crowded || i + 1 == cluster->count;
        size_t size = all ? length : take(&text, &length);
        length -= all ? length : 0;
        add(sharer, glyph, glyph->id, said, size);
    }
    if (cluster->turned)
        turn(sharer, first);
}

/* A filler for each character. */
static void add_fillers(struct sharer *sharer, const char *text, size_t length, bool turned)
{
    size_t first = sharer->content->shown.count;
    while (length > 0) {
        const char *said = text;
        size_t size = take(&text, &length);
        add(sharer, NULL, sharer->face->filler, said, size);
    }
    if (turned)
        turn(sharer, first);
}

/* From glyph `first` of the run's share on, readers are told what they say together. */
static void say(struct sharer *sharer, size_t first, const char *text, size_t length)
{
    struct content *content = sharer->content;
    content->shown.at[first].actual = text;
    content->shown.at[first].actual_length = length;
    content->shown.at[content->shown.count - 1].actual_ends = true;
}

/* How far a glyph may stand from its place, in em, before readers take it for another word's. */
#define FAR 0.05f

static bool is_far(const struct sharer *sharer, float across, float down)
{
    float limit = FAR * sharer->run->style->size;
    return (fabsf(across) > limit || fabsf(down) > limit) && sharer->face->filler != 0;
}

/* A cluster that is said as a whole must begin and end where it stands, whatever its marks do. */
static void add_glyphs_in_place(struct sharer *sharer, const struct cluster *cluster)
{
    const struct glyph *first = cluster->glyphs, *last = &cluster->glyphs[cluster->count - 1];
    if (is_far(sharer, first->dx, first->dy))
        add(sharer, NULL, sharer->face->filler, "", 0);
    share_by_character(sharer, cluster);
    float width = (float)face_width(sharer->face, last->id) * sharer->run->style->size / 1000;
    if (is_far(sharer, last->dx + width - last->advance, 0))
        add(sharer, NULL, sharer->face->filler, "", 0);
}

/* From left to right readers that know ActualText take it, others the single characters. */
static void share_forwards(struct sharer *sharer, const struct cluster *cluster)
{
    bool beyond = cluster->count == 1 && cluster->characters > 1 && (unsigned char)cluster->text[0] >= 0xF0;
    size_t first = sharer->content->shown.count;
    if (beyond && sharer->face->filler != 0) {
        struct cluster head = *cluster;
        const char *rest = cluster->text;
        size_t length = cluster->length;
        head.length = take(&rest, &length);
        share_by_character(sharer, &head);
        add_fillers(sharer, rest, length, false);
    } else if (cluster->moved) {
        add_glyphs_in_place(sharer, cluster);
    } else {
        share_by_character(sharer, cluster);
    }
    if (beyond || cluster->crowded || cluster->moved)
        say(sharer, first, cluster->text, cluster->length);
}

/* Some readers turn round what comes from right to left, a code's several characters too. So the glyphs of a
 * cluster say its first character and fillers at its left edge the others. */
static void share_backwards(struct sharer *sharer, const struct cluster *cluster)
{
    struct cluster head = *cluster;
    const char *rest = cluster->text;
    size_t length = cluster->length;
    bool plain = !cluster->moved && cluster->count == cluster->characters;
    if (!plain && cluster->characters > 1 && sharer->face->filler != 0) {
        head.length = take(&rest, &length);
        head.crowded = cluster->count > 1;
        add_fillers(sharer, rest, length, true);
    }
    size_t first = sharer->content->shown.count;
    add_glyphs_in_place(sharer, &head);
    if (head.crowded || head.moved)
        say(sharer, first, head.text, head.length);
}

void share_text(struct content *content, struct face *face, const struct run *run)
{
    struct sharer sharer = {content, face, run};
    content->shown.count = 0;
    for (size_t first = 0; first < run->glyph_count;) {
        struct cluster cluster = next_cluster(run, first);
        (cluster.turned ? share_backwards : share_forwards)(&sharer, &cluster);
        first += cluster.count;
    }
}
