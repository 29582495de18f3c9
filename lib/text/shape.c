#include "text/emoji.h"
#include "text/icon.h"
#include "text/itemise.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

/* A guide has a few thousand words; past this much, words (URLs, random text) are shaped again each time. */
#define CACHE_BYTES (64u << 20)

struct language {
    const char *tag;
    hb_language_t language;
};

struct cached_word {
    struct shaped_word shaped;
    uint64_t hash;
    const char *bytes;
    size_t length;
    const struct font *font; /* asked for */
    unsigned features, language;
    bool telling;    /* something of it is worth telling */
    uintptr_t round; /* in which that was told last */
};

struct word_cache {
    struct cached_word **slots; /* open addressing, a power of two many */
    size_t slot_count, count, bytes;
    VECTOR(struct language) languages;
    unsigned last_language;
};

void word_cache_open(struct font_set *set)
{
    set->words = ARENA_NEW(set->arena, struct word_cache);
    set->words->slot_count = 1024;
    set->words->slots = ARENA_ARRAY(set->arena, struct cached_word *, set->words->slot_count);
}

/* Languages are few: a number each, the last one first. */
static unsigned intern_language(struct font_set *set, const char *tag)
{
    struct word_cache *cache = set->words;
    if (tag == NULL)
        tag = "";
    if (cache->languages.count > 0 && strcmp(cache->languages.at[cache->last_language].tag, tag) == 0)
        return cache->last_language;
    for (unsigned i = 0; i < cache->languages.count; i++)
        if (strcmp(cache->languages.at[i].tag, tag) == 0)
            return cache->last_language = i;
    struct language language = {.tag = arena_string(set->arena, tag),
                                .language = hb_language_from_string(tag, -1)};
    *VECTOR_ADD(set->arena, &cache->languages) = language;
    return cache->last_language = (unsigned)cache->languages.count - 1;
}

static uint64_t hash_word(const struct cached_word *key)
{
    uint64_t hash = 0xCBF29CE484222325u ^ key->font->number ^ (uint64_t)key->features << 20 ^
                    (uint64_t)key->language << 24;
    for (size_t i = 0; i < key->length; i++)
        hash = (hash ^ (unsigned char)key->bytes[i]) * 0x100000001B3u;
    return hash ^ hash >> 29;
}

static bool same_key(const struct cached_word *a, const struct cached_word *b)
{
    return a->hash == b->hash && a->length == b->length && a->font == b->font && a->features == b->features &&
           a->language == b->language && memcmp(a->bytes, b->bytes, a->length) == 0;
}

static struct cached_word **find_slot(const struct word_cache *cache, const struct cached_word *key)
{
    size_t mask = cache->slot_count - 1, at = key->hash & mask;
    while (cache->slots[at] != NULL && !same_key(cache->slots[at], key))
        at = (at + 1) & mask;
    return &cache->slots[at];
}

static void grow(struct font_set *set)
{
    struct word_cache *cache = set->words;
    struct cached_word **old = cache->slots;
    size_t old_count = cache->slot_count;
    cache->slots = ARENA_ARRAY(set->arena, struct cached_word *, old_count * 2);
    cache->slot_count = old_count * 2;
    for (size_t i = 0; i < old_count; i++)
        if (old[i] != NULL)
            *find_slot(cache, old[i]) = old[i];
}

static void insert(struct font_set *set, struct cached_word *word)
{
    struct word_cache *cache = set->words;
    size_t bytes = sizeof *word + word->length + word->shaped.count * sizeof(struct glyph);
    if (cache->bytes + bytes > CACHE_BYTES)
        return;
    if (cache->count * 2 >= cache->slot_count)
        grow(set);
    *find_slot(cache, word) = word;
    cache->count++;
    cache->bytes += bytes;
}

static unsigned list_features(unsigned features, hb_feature_t list[4])
{
    unsigned count = 0;
    hb_feature_t feature = {.value = 1, .start = HB_FEATURE_GLOBAL_START, .end = HB_FEATURE_GLOBAL_END};
    if (features & SHAPE_TABULAR) {
        feature.tag = HB_TAG('t', 'n', 'u', 'm');
        list[count++] = feature;
    }
    if (features & SHAPE_SMALL_CAPS) {
        feature.tag = HB_TAG('s', 'm', 'c', 'p');
        list[count++] = feature;
    }
    if (features & SHAPE_NO_LIGATURES) {
        feature.value = 0;
        feature.tag = HB_TAG('l', 'i', 'g', 'a');
        list[count++] = feature;
        feature.tag = HB_TAG('c', 'l', 'i', 'g');
        list[count++] = feature;
    }
    return count;
}

/* Scripts of separate letters that stand in a row: these alone can be letterspaced. */
static bool is_joined(hb_script_t script)
{
    static const hb_script_t separate[] = {HB_SCRIPT_INVALID, HB_SCRIPT_COMMON,   HB_SCRIPT_INHERITED,
                                           HB_SCRIPT_LATIN,   HB_SCRIPT_GREEK,    HB_SCRIPT_CYRILLIC,
                                           HB_SCRIPT_HAN,     HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA,
                                           HB_SCRIPT_HANGUL,  HB_SCRIPT_ARMENIAN, HB_SCRIPT_GEORGIAN};
    for (size_t i = 0; i < sizeof separate / sizeof *separate; i++)
        if (script == separate[i])
            return false;
    return true;
}

static bool is_signs(struct font_set *set, const struct font *font, const struct stretch *stretch)
{
    return stretch->script == SCRIPT_EMOJI && font == icon_font(set);
}

/* What is shaped: the text, or for emoji the signs of the icon font, in their places. */
static void fill_buffer(struct font_set *set, const struct font *font, const char *text,
                        const struct stretch *stretch)
{
    size_t length = stretch->end - stretch->start;
    if (!is_signs(set, font, stretch)) {
        hb_buffer_add_utf8(set->buffer, text, (int)length, 0, (int)length);
        return;
    }
    hb_buffer_set_content_type(set->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    for (size_t at = 0; at < length;) {
        size_t start = at;
        uint32_t sign = emoji_icon(set, utf8_next(text, length, &at));
        if (sign)
            hb_buffer_add(set->buffer, sign, (unsigned)start);
    }
}

/* Brackets are mirrored by HarfBuzz in text from right to left. */
static void run_harfbuzz(struct font_set *set, const struct font *font, const struct cached_word *key,
                         const struct stretch *stretch)
{
    hb_feature_t list[4];
    unsigned count = list_features(key->features, list);
    hb_buffer_t *buffer = set->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    fill_buffer(set, font, key->bytes + stretch->start, stretch);
    hb_buffer_set_language(buffer, set->words->languages.at[key->language].language);
    hb_buffer_set_direction(buffer,
                            key->features & SHAPE_RIGHT_TO_LEFT ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font->shaper, buffer, list, count);
}

static void extend_ink(struct shaped_word *word, const struct font *font, const struct glyph *glyph)
{
    hb_glyph_extents_t box;
    if (!hb_font_get_glyph_extents(font->shaper, glyph->id, &box) || box.height == 0)
        return;
    float top = (float)box.y_bearing / (float)font->units - glyph->dy;
    float bottom = -(float)(box.y_bearing + box.height) / (float)font->units + glyph->dy;
    word->top = fmaxf(word->top, top);
    word->bottom = fmaxf(word->bottom, bottom);
}

/* `drop`: how much deeper than the font says they stand, in em. */
static void collect_glyphs(struct font_set *set, const struct font *font, float drop,
                           struct shaped_word *word)
{
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(set->buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(set->buffer, NULL);
    struct glyph *glyphs = ARENA_ARRAY(set->arena, struct glyph, count);
    const float units = (float)font->units;
    word->font = font;
    word->joined = is_joined(hb_buffer_get_script(set->buffer));
    word->glyphs = glyphs;
    word->count = count;
    word->top = word->bottom = count > 0 ? -HUGE_VALF : 0;
    for (unsigned i = 0; i < count; i++) {
        glyphs[i] = (struct glyph){.id = infos[i].codepoint,
                                   .cluster = infos[i].cluster,
                                   .advance = (float)places[i].x_advance / units,
                                   .dx = (float)places[i].x_offset / units,
                                   .dy = drop - (float)places[i].y_offset / units};
        word->advance += glyphs[i].advance;
        word->missing |= glyphs[i].id == 0;
        extend_ink(word, font, &glyphs[i]);
    }
    if (!isfinite(word->top))
        word->top = word->bottom = 0;
}

/* Words that report() takes: "U+1F600", the character, and its place in the source. */
struct stray {
    char code[16], character[5];
    struct place place;
};

static struct stray describe(uint32_t codepoint, struct place place)
{
    static const char digits[] = "0123456789ABCDEF";
    struct stray stray = {.code = "U+"};
    size_t used = 2;
    for (int shift = codepoint > 0xFFFFF ? 20 : codepoint > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
        stray.code[used++] = digits[codepoint >> shift & 0xF];
    stray.character[utf8_write(stray.character, codepoint)] = '\0';
    stray.place = place.source == NULL ? place : place_find(place, stray.character);
    return stray;
}

static void tell_missing(struct font_set *set, uint32_t codepoint, struct place place)
{
    struct stray stray = describe(codepoint, place);
    if (font_set_tell_once(set, stray.code))
        report(set->reporter, FINDING_no_glyph, stray.place, stray.code, stray.character,
               font_package_for(codepoint));
}

/* Once for each pair of fonts. */
static void tell_fallback(struct font_set *set, const struct font *wanted, const struct font *used,
                          uint32_t codepoint, struct place place)
{
    char pair[32];
    snprintf(pair, sizeof pair, "%u > %u", wanted->number, used->number);
    if (!font_set_tell_once(set, pair))
        return;
    struct stray stray = describe(codepoint, place);
    report(set->reporter, FINDING_fallback_font, stray.place, stray.code, stray.character, wanted->family,
           used->family);
}

/* A Khmer word in a page of Latin letters is in another font by nature, a Latin one is not. */
static bool is_surprise(const struct stretch *stretch, const struct font *wanted)
{
    return stretch->font != wanted && (stretch->stray || stretch->script == HB_SCRIPT_LATIN);
}

static void tell_of_part(struct font_set *set, const struct cached_word *word, const struct shaped_word *part,
                         size_t start, struct place place)
{
    for (size_t at = start; at < start + part->length;) {
        uint32_t codepoint = utf8_next(word->bytes, word->length, &at);
        if (font_ignores(codepoint) || font_has(word->font, codepoint))
            continue;
        if (part->missing)
            tell_missing(set, codepoint, place);
        else
            tell_fallback(set, word->font, part->font, codepoint, place);
    }
}

/* Tells of the characters that no font has, and of surprising fonts, once a round. */
static void tell_of_word(struct font_set *set, struct cached_word *word, struct place place)
{
    size_t start = 0;
    if (!word->telling || word->round == set->round)
        return;
    word->round = set->round;
    for (const struct shaped_word *part = &word->shaped; part != NULL; part = part->next) {
        if (part->missing || part->lent)
            tell_of_part(set, word, part, start, place);
        start += part->length;
    }
}

#define CAPITAL_MIDDLE 0.357f /* em above the baseline */

static void shape_stretch(struct font_set *set, struct cached_word *word, const struct stretch *stretch,
                          struct shaped_word *part)
{
    const struct font *font = stretch->font != NULL ? stretch->font : word->font;
    run_harfbuzz(set, font, word, stretch);
    /* An icon's square stands around the middle of capitals. */
    float drop = is_signs(set, font, stretch) ? font->descent + 0.5f - CAPITAL_MIDDLE : 0;
    collect_glyphs(set, font, drop, part);
    part->length = stretch->end - stretch->start;
    part->missing |= stretch->font == NULL;
    part->lent = is_surprise(stretch, word->font);
    word->telling |= part->missing || part->lent;
}

static struct cached_word *shape_new(struct font_set *set, const struct cached_word *key)
{
    struct cached_word *word = ARENA_NEW(set->arena, struct cached_word);
    *word = *key;
    word->bytes = arena_copy(set->arena, key->bytes, key->length);
    struct itemiser itemiser = {.set = set,
                                .wanted = key->font,
                                .language = set->words->languages.at[key->language].tag,
                                .text = word->bytes,
                                .length = key->length};
    struct stretch stretch;
    for (struct shaped_word *part = NULL; itemise_next(&itemiser, &stretch);) {
        struct shaped_word *next = part == NULL ? &word->shaped : ARENA_NEW(set->arena, struct shaped_word);
        shape_stretch(set, word, &stretch, next);
        if (part != NULL)
            part->next = next;
        part = next;
    }
    return word;
}

const struct shaped_word *shape_word(struct font_set *set, const struct font *font, const char *word,
                                     size_t length, const char *language, unsigned features,
                                     struct place place)
{
    struct cached_word key = {.bytes = word, .length = length, .font = font, .features = features};
    key.language = intern_language(set, language);
    key.hash = hash_word(&key);
    struct cached_word *known = *find_slot(set->words, &key);
    if (known == NULL) {
        known = shape_new(set, &key);
        insert(set, known);
    }
    tell_of_word(set, known, place);
    return &known->shaped;
}
