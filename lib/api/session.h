/* session.h - the insides of the public handles, for lib/api only. */
#ifndef API_SESSION_H
#define API_SESSION_H

#include "base/file.h"
#include "base/reporter.h"
#include "guide/guide.h"
#include "guide/library.h"
#include "text/font.h"
#include <loa/catalogue.h>
#include <loa/export.h>
#include <loa/session.h>

/* The materials and the fonts are opened when something first asks for them: `loa --help` needs neither. */
struct loa_session {
    struct arena arena; /* library, fonts, shaped words, names given out */
    struct reporter reporter;
    const char *materials;   /* NULL: the built-in ones */
    struct library *library; /* NULL: not opened yet */
    struct font_set *fonts;  /* NULL: not opened yet */
};

struct loa_guide {
    struct arena arena;
    struct loa_session *session;
    struct guide *guide;
    const char *name;
    struct loa_section *sections;
    size_t section_count;
};

/* Both must be called under session_protect(). Never NULL: failing to open materials was seen to in
 * loa_session_open(). */
struct library *session_library(struct loa_session *session);
struct font_set *session_fonts(struct loa_session *session);

/* Calls work(data) so that running out of memory in the session's arena, or in `other` (may be NULL), comes
 * back as LOA_LIMIT, reported. */
enum loa_status session_protect(struct loa_session *session, struct arena *other,
                                enum loa_status (*work)(void *data), void *data);

/* What is told once only (a character without a font) is told again: each guide is a new one. */
void session_tell_anew(struct loa_session *session);

/* Chooses by the language of messages. */
const char *session_text(const struct loa_session *session, const char *vi, const char *en);
/* Why a file could not be read. */
const char *session_file_words(const struct loa_session *session, enum file_failure failure);
/* A failure that came as a struct loa_error becomes a finding; returns its status. */
enum loa_status session_report_error(struct loa_session *session, const struct loa_error *error);
/* Reports that nothing is called `name`, with the nearest of `names` or, when none is near, all of them
 * (unless they are many). `what` is the kind in words. Returns LOA_BAD_USE. */
enum loa_status session_no_such(struct loa_session *session, struct arena *arena, struct place place,
                                const char *what, const char *name, const char *const *names, size_t count);
/* "Did you mean …" or the list of names, in the arena; NULL when there is nothing to say. */
const char *session_suggestion(const struct loa_session *session, struct arena *arena, const char *name,
                               const char *const *names, size_t count);

#endif
