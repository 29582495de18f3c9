/* words.c - looks for the words of a guide in a text that another program read out of its handout:
 *
 *     words GUIDE < text
 *
 * Each paragraph, heading and cell must be there, in the guide's order, with its spaces; lines may be broken
 * where a word may be, after a hyphen or a slash. Of texts in scripts whose marks stand beside their letters,
 * or that run from right to left, the words must be there: such programs put spaces and order to them by
 * where the glyphs stand. */
#include "words.h"
#include "api/session.h"
#include "text/unicode.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Standard input, its white space as single spaces. */
static struct builder read_text(struct arena *arena)
{
    struct builder text;
    builder_init(&text, arena);
    for (int c = getchar(); c != EOF; c = getchar()) {
        bool white = c == ' ' || (c >= '\t' && c <= '\r');
        if (!white)
            builder_char(&text, (char)c);
        else if (text.length && text.at[text.length - 1] != ' ')
            builder_char(&text, ' ');
    }
    return text;
}

/* The length of the text's beginning that says `words`; 0 when it says something else. */
static size_t match(const char *text, const char *words)
{
    const char *at = text;
    for (; *words; words++, at++) {
        bool broken = *at == ' ' && *words != ' ' && at > text && strchr("-/\x93\x94", at[-1]);
        at += broken; /* the last bytes of – and — are among them */
        if (*at != *words)
            return 0;
    }
    return (size_t)(at - text);
}

/* Scripts from Hebrew to Khmer, and marks that stand alone. */
static bool is_complex(uint32_t c)
{
    return (c >= 0x300 && c < 0x370) || (c >= 0x590 && c < 0x1800);
}

static bool has_complex(const char *text)
{
    for (size_t at = 0, length = strlen(text); at < length;)
        if (is_complex(utf8_next(text, length, &at)))
            return true;
    return false;
}

static bool is_glue(uint32_t c)
{
    return c <= ' ' || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e);
}

/* The text without white space and signs of direction. */
static const char *packed(struct arena *arena, const char *text)
{
    struct builder out;
    builder_init(&out, arena);
    for (size_t at = 0, length = strlen(text); at < length;) {
        uint32_t c = utf8_next(text, length, &at);
        if (!is_glue(c))
            builder_codepoint(&out, c);
    }
    return builder_text(&out);
}

/* The number of words that the packed text lacks. */
static size_t missing_words(struct arena *arena, const char *text, const char *words)
{
    size_t lost = 0;
    for (const char *at = words + strspn(words, " ().,:;!?"); *at; at += strspn(at, " ().,:;!?")) {
        size_t length = strcspn(at, " ().,:;!?");
        const char *word = packed(arena, arena_copy(arena, at, length));
        if (!strstr(text, word) && ++lost)
            printf("the word “%s” is lost\n", word);
        at += length;
    }
    return lost;
}

static size_t check(struct arena *arena, const struct edition *edition)
{
    struct segments segments = {0};
    struct builder text = read_text(arena);
    const char *at = builder_text(&text);
    const char *all = packed(arena, at);
    size_t lost = 0;
    segments_of_edition(arena, edition, false, &segments);
    for (size_t i = 0; i < segments.list.count; i++) {
        const struct segment *segment = &segments.list.at[i];
        if (has_complex(segment->words)) {
            lost += missing_words(arena, all, segment->words);
            continue;
        }
        const char *from = segment->anywhere ? builder_text(&text) : at;
        size_t length = 0;
        while (*from && (length = match(from, segment->words)) == 0)
            from++;
        if (length && segment->anywhere)
            continue;
        if (length)
            at = from + length;
        else if (++lost)
            printf("line %u is lost, or out of order: “%s”\n", segment->line, segment->words);
    }
    printf("%zu texts looked for, %zu lost\n", segments.list.count, lost);
    return segments.list.count ? lost : 1;
}

struct search {
    struct loa_guide *guide;
    struct arena arena;
    size_t lost;
};

static enum loa_status run(void *data)
{
    struct search *search = data;
    struct loa_session *session = search->guide->session;
    const struct edition_options options = {.piece = "handout", .format = "pdf"};
    const struct edition *edition = edition_create(&search->arena, &session->reporter,
                                                   session_library(session), search->guide->guide, &options);
    if (!edition)
        return LOA_BAD_GUIDE;
    search->lost = check(&search->arena, edition);
    return LOA_OK;
}

int main(int argc, char **argv)
{
    struct loa_session *session = NULL;
    struct search search = {.lost = 1};
    arena_init(&search.arena, 0);
    enum loa_status status = loa_session_open(&(struct loa_session_options){0}, &session);
    if (argc == 2 && status == LOA_OK)
        status = loa_guide_open(session, argv[1], &search.guide);
    if (search.guide)
        status = session_protect(session, &search.arena, run, &search);
    loa_guide_close(search.guide);
    loa_session_close(session);
    arena_clear(&search.arena);
    return status != LOA_OK || search.lost > 0;
}
