/* guide.h - the inside of loa_guide, and editions made of it. */
#ifndef GUIDE_GUIDE_H
#define GUIDE_GUIDE_H

#include "base/reporter.h"
#include "guide/attributes.h"
#include "guide/library.h"
#include "guide/node.h"

extern const struct key_row front_rows[]; /* the keys of the front matter, of front_matter.def */
extern const size_t front_row_count;

/* Whether slides begin with a list of their parts; unsaid, long decks do. */
enum agenda { AGENDA_UNSAID, AGENDA_ALWAYS, AGENDA_NEVER };

/* Front matter and what was worked out of it. NULL or 0 where the author said nothing. */
struct front_matter {
    const char *title, *subtitle, *language, *date, *profile, *theme, *issuer, *author, *kicker;
    const char *keywords; /* with commas between; NULL: none */
    unsigned contents;    /* levels of headings in the table of contents; 0: none */
    unsigned columns;     /* of the handout's text, 1 or 2; 0: nothing is said */
    enum agenda agenda;
    struct place title_place;     /* of the front matter's value or the heading */
    const char *const *audiences; /* stable names of audiences.def */
    size_t audience_count;
    const struct yaml_node *yaml; /* all of it, for {{title}} and other own keys under `facts:` */
};

/* A guide of which a part was included. */
struct included_guide {
    const struct guide *guide;
    const struct included_guide *next;
};

struct guide {
    struct arena *arena; /* it lives there */
    const struct source *source;
    size_t body;               /* byte of the source behind the front matter */
    struct front_matter front; /* title falls back to the first level-1 heading, language to "vi" */
    struct node *document;
    size_t note_count;                     /* footnotes, with those of included guides */
    const struct included_guide *included; /* the last one first; NULL: none */
};

/* Checks the bytes (UTF-8, no NUL, not empty; a byte order mark is dropped), reads front matter and Markdown.
 * NULL after reported errors. Everything is copied into the arena; `library` may be NULL (then the profile in
 * the front matter isn't checked). */
struct guide *guide_create(struct arena *arena, struct reporter *reporter, struct library *library,
                           const char *name, const char *folder, const char *bytes, size_t length);
/* Reads the front matter of guide->source into guide->front and guide->body; false after reported errors. */
bool guide_read_front_matter(struct guide *guide, struct reporter *reporter, struct library *library);

/* Checks the words of an attribute wherever it stands ("piece", "format": what their names are, a guide can't
 * know); false after reporting words that are none of `names` (FINDING_unknown_value). */
bool guide_check_attribute(const struct guide *guide, struct reporter *reporter, const char *key,
                           const char *const *names, size_t count);

struct edition_options {
    const char *audience, *language, *profile, *piece, *format;
    const char *const *sections;
    size_t section_count;
    const char *const *sets;
    size_t set_count;
};

struct edition {
    struct arena *arena;
    const struct guide *guide;
    const struct node *document;
    const char *title, *subtitle, *kicker, *keywords, *language, *date, *issuer, *audience,
        *piece;                 /* facts filled in; "" not NULL,
               but audience and piece may be NULL */
    const char *const *sources; /* source lines of the facts used, each once, in order of first use */
    size_t source_count;
    struct edition_maker *maker; /* what edition_value() asks */
};

/* NULL after reported errors: unknown audience, section, profile, fact… Lives in the arena. Warnings (old or
 * doubtful facts) were reported too. A section taken out takes its subsections along. */
const struct edition *edition_create(struct arena *arena, struct reporter *reporter, struct library *library,
                                     const struct guide *guide, const struct edition_options *options);

/* A fact's value as this edition sees it: --set, front matter, profile, materials, in this order. NULL when
 * there is none. For facts that pieces show by themselves; nothing is reported and no source is noted. */
const char *edition_value(const struct edition *edition, const char *path);

/* Whether a date is "2026-11-24". */
bool date_is_iso(const char *date);

/* Audiences a guide can be asked for, by name or alias; the table is audiences.def: "parents", "phụ-huynh" …
 */
bool audience_known(const char *name);

#endif
