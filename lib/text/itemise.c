#include "text/itemise.h"
#include "text/emoji.h"
#include "text/icon.h"
#include <unicode/ubrk.h>

/* Several scripts, or emoji: the word has to be cut. */
#define SCRIPT_MIXED HB_SCRIPT_INVALID

static hb_script_t word_script(const char *text, size_t length)
{
    hb_script_t found = HB_SCRIPT_COMMON;
    for (size_t at = 0; at < length;) {
        uint32_t codepoint = utf8_next(text, length, &at);
        hb_script_t script = script_of(codepoint);
        if (script == HB_SCRIPT_COMMON && codepoint >= 0x203C)
            return SCRIPT_MIXED; /* may be an emoji */
        if (codepoint == 0xFE0F || (found != HB_SCRIPT_COMMON && script != found &&
                                    script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED))
            return SCRIPT_MIXED;
        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED)
            found = script;
    }
    return found;
}

/* Where the grapheme cluster at `at` ends (UAX 29). */
static size_t cluster_end(struct itemiser *itemiser, size_t at)
{
    UErrorCode error = U_ZERO_ERROR;
    if (itemiser->set->clusters == NULL)
        itemiser->set->clusters = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &error);
    UText *text = utext_openUTF8(NULL, itemiser->text + at, (int64_t)(itemiser->length - at), &error);
    ubrk_setUText(itemiser->set->clusters, text, &error);
    int32_t size = U_SUCCESS(error) ? ubrk_next(itemiser->set->clusters) : 0;
    utext_close(text);
    if (size <= 0)
        utf8_next(itemiser->text, itemiser->length, &at);
    return size > 0 ? at + (size_t)size : at;
}

static bool serves(const struct font *font, const struct stretch *cluster, const char *text)
{
    return font != NULL && font_has_all(font, text + cluster->start, cluster->end - cluster->start);
}

/* The font that signs and digits may share with the letters before them. */
static const struct font *shared_font(const struct stretch *before)
{
    if (before == NULL || before->stray || before->script == SCRIPT_EMOJI ||
        before->script == HB_SCRIPT_COMMON)
        return NULL;
    return before->font;
}

/* The icon font, for an emoji that it has a sign for. */
static const struct font *sign_font(struct itemiser *itemiser, const struct stretch *cluster)
{
    const char *text = itemiser->text + cluster->start;
    size_t length = cluster->end - cluster->start, at = 0;
    if (emoji_with_icon(text, length) != length)
        return NULL;
    return emoji_icon(itemiser->set, utf8_next(text, length, &at)) ? icon_font(itemiser->set) : NULL;
}

static struct stretch next_cluster(struct itemiser *itemiser, size_t at, const struct stretch *before)
{
    const char *text = itemiser->text;
    struct stretch cluster = {.start = at, .end = cluster_end(itemiser, at)};
    size_t length = cluster.end - at;
    cluster.script = script_of_cluster(text + at, length);
    if (cluster.script == SCRIPT_EMOJI) {
        cluster.font = sign_font(itemiser, &cluster);
        if (cluster.font == NULL)
            cluster.font =
                font_fallback(itemiser->set, itemiser->wanted, SCRIPT_EMOJI, "", text + at, length);
        if (cluster.font != NULL)
            return cluster;
        cluster.script = HB_SCRIPT_COMMON;
    }
    if (cluster.script == HB_SCRIPT_COMMON && serves(shared_font(before), &cluster, text))
        cluster.font = before->font;
    else if (serves(itemiser->wanted, &cluster, text))
        cluster.font = itemiser->wanted;
    else
        cluster.font = font_fallback(itemiser->set, itemiser->wanted, cluster.script, itemiser->language,
                                     text + at, length);
    if (cluster.font == NULL) {
        cluster.font = font_stray(itemiser->set, itemiser->wanted, text + at, length);
        cluster.stray = cluster.font != NULL;
    }
    return cluster;
}

static bool goes_on(const struct stretch *stretch, const struct stretch *cluster)
{
    if (stretch->font != cluster->font || stretch->stray != cluster->stray)
        return false;
    return stretch->script == cluster->script ||
           (stretch->script != SCRIPT_EMOJI && cluster->script == HB_SCRIPT_COMMON) ||
           (cluster->script != SCRIPT_EMOJI && stretch->script == HB_SCRIPT_COMMON);
}

static void cut_stretch(struct itemiser *itemiser, struct stretch *stretch)
{
    *stretch = next_cluster(itemiser, itemiser->at, NULL);
    while (stretch->end < itemiser->length) {
        struct stretch cluster = next_cluster(itemiser, stretch->end, stretch);
        if (!goes_on(stretch, &cluster))
            break;
        if (stretch->script == HB_SCRIPT_COMMON)
            stretch->script = cluster.script;
        stretch->end = cluster.end;
    }
}

/* The word as one stretch; false when it has to be cut. */
static bool take_whole(struct itemiser *itemiser, struct stretch *stretch)
{
    const char *text = itemiser->text;
    hb_script_t script = word_script(text, itemiser->length);
    *stretch = (struct stretch){.end = itemiser->length, .font = itemiser->wanted, .script = script};
    if (script == SCRIPT_MIXED)
        return false;
    if (font_has_all(itemiser->wanted, text, itemiser->length))
        return true;
    stretch->font =
        font_fallback(itemiser->set, itemiser->wanted, script, itemiser->language, text, itemiser->length);
    return stretch->font != NULL;
}

bool itemise_next(struct itemiser *itemiser, struct stretch *stretch)
{
    if (itemiser->at == itemiser->length)
        return false;
    if (itemiser->at > 0 || !take_whole(itemiser, stretch))
        cut_stretch(itemiser, stretch);
    itemiser->at = stretch->end;
    return true;
}
