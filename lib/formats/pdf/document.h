/* document.h - the objects of one PDF file, held and serialised by libharu.
 *
 * Of libharu only the object model is used (cross reference table, dictionaries, streams): its fonts, images,
 * outlines and file writing are not. Dictionaries bring their bodies as bytes ("/Type/Page…", without << >>),
 * which libharu writes through the dictionary's write_fn: no limits on keys, and a quarter of the memory.
 *
 * Failures are sticky: after one, calls do nothing and document_failed() tells what happened. Object ids are
 * 0 then. Memory exhaustion of the arena jumps (base/arena.h); libharu's own is released by then. */
#ifndef FORMATS_PDF_DOCUMENT_H
#define FORMATS_PDF_DOCUMENT_H

#include "base/builder.h"
#include "base/map.h"
#include "base/reporter.h"
#include <hpdf_doc.h>
#include <libdeflate.h>

/* Memory used again and again, outside the arena so that outgrown pieces are given back. */
struct room {
    uint8_t *at;
    size_t size;
};

struct document {
    struct arena *arena;
    HPDF_Error_Rec fault;
    HPDF_MMgr memory;
    HPDF_Xref xref;
    struct libdeflate_compressor *compressor;
    struct room packed, pixels;  /* of document_deflate() and pictures */
    struct arena scratch_pixels; /* of one picture, while it is written */
    struct map shared;           /* body -> id: document_share() */
    struct builder scratch;
    enum loa_ui ui;         /* of the failure's words */
    struct loa_error error; /* the first failure */
};

/* `document` must lie in the arena, whose clearing releases libharu's memory. */
struct document *document_create(struct arena *arena, enum loa_ui ui);
bool document_failed(const struct document *document);
/* `what` is the finding's argument. */
void document_fail(struct document *document, enum finding finding, const char *what);
/* A limit, in both languages. */
void document_limit(struct document *document, const char *vi, const char *en);
void document_out_of_memory(struct document *document);

/* An id for an object whose body comes later. */
unsigned document_reserve(struct document *document);
/* Gives a reserved object its body, copied. */
void document_set(struct document *document, unsigned id, const struct builder *body);
unsigned document_add(struct document *document, const struct builder *body);
/* The id of an object with just this body: a new one or an earlier one. Never change it by document_set(). */
unsigned document_share(struct document *document, const struct builder *body);
/* A stream object; `body` is its dictionary without Length and Filter. Deflated unless `plain`. */
unsigned document_stream(struct document *document, const char *body, const void *bytes, size_t length,
                         bool plain);
/* The same for an id reserved before. */
void document_set_stream(struct document *document, unsigned id, const char *body, const void *bytes,
                         size_t length, bool plain);

/* Room for `size` bytes, its old content lost; NULL after document_fail(). */
uint8_t *document_room(struct document *document, struct room *room, size_t size);
/* zlib data of the bytes, good until the next call; NULL after document_fail(). */
const uint8_t *document_deflate(struct document *document, const void *bytes, size_t length,
                                size_t *packed_length);

#endif
