/* loa/export.h - a guide made into a piece, written in a format. The one call most programs need. */
#ifndef LOA_EXPORT_H
#define LOA_EXPORT_H

#include <loa/guide.h>
#include <loa/output.h>

/* What every export can be asked. Zero-initialise, then set what matters; NULL or 0 means the default. */
struct loa_export_options {
    const char *piece;           /* "handout", "slides", "infographic" … */
    const char *format;          /* "pdf", "png", "trace" …; NULL: the piece's own */
    const char *audience;        /* only what this audience should read */
    const char *language;        /* only this language's parts; NULL: the guide's */
    const char *profile;         /* issuer, logo, contacts: a name in data/profiles */
    const char *theme;           /* a name in themes/, or a path to a YAML file */
    const char *size;            /* "a4", "letter", "16:9", "1080x1920" …: what the piece knows */
    const char *const *sections; /* ids; only these sections */
    size_t section_count;
    const char *const *sets; /* "key=value": facts and front matter overridden */
    size_t set_count;
    unsigned jobs; /* threads; 0: as many as there are processors */
    /* Called after each finished page or file, from the thread that called. May be NULL. */
    void (*progress)(void *self, size_t done, size_t total);
    void *progress_self;
};

/* Writes and commits. On any failure nothing appears at the output's place. */
enum loa_status loa_export(struct loa_guide *guide, const struct loa_export_options *options,
                           struct loa_output *output);

/* All themes of the materials side by side on one sheet, with the same few blocks each. Of the options only
 * `format` (NULL: png) and `jobs` count. Writes and commits likewise. */
enum loa_status loa_specimen(struct loa_session *session, const struct loa_export_options *options,
                             struct loa_output *output);

/* Everything loa would complain about in any piece (or in options->piece only), written nowhere.
 * LOA_BAD_GUIDE when there are errors (or warnings, in a strict session). */
enum loa_status loa_check(struct loa_guide *guide, const struct loa_export_options *options);

/* Of that, only the warnings and errors about what the guide says and how, without arranging a piece: a few
 * milliseconds, for whoever exports. LOA_BAD_GUIDE as above. */
enum loa_status loa_check_text(struct loa_guide *guide);

#endif
