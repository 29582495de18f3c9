/* loa/catalogue.h - what there is: pieces, formats, guides, themes, facts … for lists, help and completions.
 */
#ifndef LOA_CATALOGUE_H
#define LOA_CATALOGUE_H

#include <loa/session.h>
#include <loa/sink.h>

enum loa_kind {
    LOA_GUIDES,
    LOA_TEMPLATES, /* to begin guides with, by language */
    LOA_PIECES,
    LOA_FORMATS,
    LOA_THEMES,
    LOA_ICONS,
    LOA_FONTS,
    LOA_FACTS,
    LOA_PROFILES,
    LOA_BLOCKS,
    LOA_ATTRIBUTES,
    LOA_FRONT_KEYS, /* of the front matter */
    LOA_FACT_KEYS,  /* of a fact's record in the data */
    LOA_AUDIENCES,
    LOA_FINDINGS,
    LOA_KIND_COUNT
};

/* One thing. Pointers live during the call. */
struct loa_entry {
    const char *name;
    const char *summary; /* one line in the session's language */
    const char *detail;  /* for formats: endings; for pieces: default format; for facts: the value; for blocks
                            and audiences: other spellings; for findings: severity. May be NULL */
    const char *example; /* how it is written, some lines; for findings: what to do. May be NULL */
    const char *also;    /* further names it is found by, as in another language. May be NULL */
    const char *about; /* for findings: why it matters, what to do, an example; some sentences. May be NULL */
};

typedef void loa_entry_fn(void *self, const struct loa_entry *entry);

/* The kind's name as the command line spells it ("guides"). */
const char *loa_kind_name(enum loa_kind kind);
enum loa_status loa_list(struct loa_session *session, enum loa_kind kind, loa_entry_fn *each, void *self);
/* Those that all of the words fit, the best first: in names, summaries and details, whatever the case, with
 * or without diacritics. NULL or empty words fit everything. */
enum loa_status loa_search(struct loa_session *session, enum loa_kind kind, const char *words,
                           loa_entry_fn *each, void *self);

/* What loa_show() is to show. */
struct loa_show_options {
    const char *kind;  /* one of loa_show_kind(); NULL: the first that has something of that name */
    const char *name;  /* "tre-em-tren-mang", "binh-an", "contacts.111", "Noto Sans", "shield" … */
    const char *guide; /* as loa_guide_open(): where sections are and facts are used */
};

/* Writes what there is to know of one thing to a sink: the source of a guide, section, theme or profile; a
 * fact with its source and the places that use it; a font's faces and what they lack; an icon's code.
 * LOA_BAD_USE, reported with a suggestion, when nothing has that name. The sink is not finished. */
enum loa_status loa_show(struct loa_session *session, const struct loa_show_options *what,
                         struct loa_sink *sink);
/* "guide", "section", "theme" …; NULL from the last on. */
const char *loa_show_kind(size_t index);

/* A piece's default format and stem, the formats it can be written in; NULL when there is no such piece. */
struct loa_piece_info {
    const char *name, *summary, *stem, *format;
    bool numbered;     /* its pages are a series: pictures of them are numbered, even a single one */
    const char *sizes; /* space-separated names, the default first */
};
bool loa_piece_info(const struct loa_session *session, const char *name, struct loa_piece_info *info);
/* The format whose endings hold this one ("pdf" for "PDF"), or NULL. */
const char *loa_format_for_extension(const char *extension);
/* What a format's files end in, without the dot: "pdf", "scene.json". False when there is no such format. */
bool loa_format_extension(const char *format, char extension[16]);
/* Whether the format writes one file a page, as pictures do. */
bool loa_format_is_paged(const char *format);
/* The nearest of the kind's names, for "did you mean"; NULL when none is near. The pointer lives as the
 * session. */
const char *loa_nearest(struct loa_session *session, enum loa_kind kind, const char *name);

/* The same among names of one's own. */
const char *loa_nearest_of(const char *name, const char *const *names, size_t count);

/* "0.1.0", and "cairo 1.16.0, …": static strings. */
const char *loa_version(void);
const char *loa_library_versions(void);

#endif
