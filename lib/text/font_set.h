/* font_set.h - the inside of a font set, shared by the files of lib/text. */
#ifndef TEXT_FONT_SET_H
#define TEXT_FONT_SET_H

#include "base/map.h"
#include "base/vector.h"
#include "text/line_breaks.h"
#include "text/shape.h"

#define FONT_FOLDER "/usr/share/fonts/"

struct icon_set;   /* icon.c */
struct word_cache; /* shape.c */
struct UBreakIterator;

struct font_set {
    struct arena *arena;
    struct reporter *reporter;
    struct arena scratch;    /* of one paragraph_break() */
    struct arena_mark empty; /* of scratch, which keeps its first block */
    VECTOR(struct font *) fonts;
    struct map faces;  /* "path#index" -> struct font, or &no_font where it can't be opened */
    struct map styles; /* "family/bi" -> struct font */
    struct map told;   /* what was reported once -> in which round */
    uintptr_t round;   /* of telling, from 1 */
    struct map strays; /* a character no known family has -> struct font of fontconfig's, or &no_font */
    const struct font **fallbacks;   /* of fallbacks.def, as they are needed (font_fallback.c) */
    struct UBreakIterator *clusters; /* of graphemes; NULL until it is needed (itemise.c) */
    void *system;                    /* fontconfig's FcConfig, NULL until it is needed */
    bool no_system;                  /* fontconfig can't be used */
    struct word_cache *words;
    struct icon_set *icons;
    uint32_t *emoji; /* characters of the icon font for the rows of emoji.def; 0: not looked up (emoji.c) */
    struct line_breaker breaker;
    hb_buffer_t *buffer;
};

/* Opens a face, or gives the one that is open. NULL when the file can't be read or isn't a font. */
const struct font *font_open(struct font_set *set, const char *path, unsigned index);
/* Fills the metrics of a font that has its face and shaper (font_measure.c). */
void font_measure(struct font *font);

/* A face of families.def; NULL when the family isn't there or not installed. */
const struct font *font_known(struct font_set *set, const char *family, bool bold, bool italic);

/* Through fontconfig (font_system.c): a face of a family, NULL when it has none of that name; any face that
 * has a character. */
const struct font *font_system_family(struct font_set *set, const char *family, bool bold, bool italic);
const struct font *font_system_covering(struct font_set *set, uint32_t codepoint, bool bold, bool italic);
void font_system_close(struct font_set *set);

/* The first font of fallbacks.def that has all of a word; NULL: none has. `script` is the word's (script.h).
 */
const struct font *font_fallback(struct font_set *set, const struct font *wanted, hb_script_t script,
                                 const char *language, const char *word, size_t length);
/* The font that fontconfig finds for it; NULL: none. */
const struct font *font_stray(struct font_set *set, const struct font *wanted, const char *word,
                              size_t length);

/* Whether a character needs no glyph: joiners, selectors, soft hyphens, controls. */
bool font_ignores(uint32_t codepoint);
/* Whether the font has every character of a word that needs a glyph. */
bool font_has_all(const struct font *font, const char *word, size_t length);
/* The package that could have a character, for hints. */
const char *font_package_for(uint32_t codepoint);

/* True the first time of a round only. */
bool font_set_tell_once(struct font_set *set, const char *what);

void word_cache_open(struct font_set *set);

#endif
