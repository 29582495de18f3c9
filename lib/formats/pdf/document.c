#include "formats/pdf/document.h"
#include "base/limits.h"
#include <stdlib.h>
#include <string.h>

/* Half again faster levels are 6 to 11 % larger; higher ones gain nothing on text. */
#define DEFLATE_LEVEL 6
/* libharu counts in 32 bits, signed in stream lengths. */
#define STREAM_LIMIT 0x7FFFFF00u

struct body {
    const char *bytes;
    size_t length;
};

static void document_release(void *what)
{
    struct document *document = what;
    libdeflate_free_compressor(document->compressor);
    arena_clear(&document->scratch_pixels);
    free(document->packed.at);
    free(document->pixels.at);
    if (document->xref)
        HPDF_Xref_Free(document->xref);
    if (document->memory)
        HPDF_MMgr_Free(document->memory);
}

struct document *document_create(struct arena *arena, enum loa_ui ui)
{
    struct document *document = ARENA_NEW(arena, struct document);
    document->arena = arena;
    document->ui = ui;
    map_init(&document->shared, arena);
    builder_init(&document->scratch, arena);
    arena_init(&document->scratch_pixels, LIMIT_ARENA_BYTES);
    HPDF_Error_Init(&document->fault, NULL);
    arena_defer(arena, document_release, document);
    document->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    document->memory = HPDF_MMgr_New(&document->fault, 0, NULL, NULL);
    if (document->memory)
        document->xref = HPDF_Xref_New(document->memory, 0);
    if (!document->compressor || !document->xref)
        document_out_of_memory(document);
    return document;
}

void document_fail(struct document *document, enum finding finding, const char *what)
{
    if (document->error.status == LOA_OK)
        error_from_finding(&document->error, LOA_LIMIT, finding, document->ui, (const char *const[4]){what});
}

void document_limit(struct document *document, const char *vi, const char *en)
{
    document_fail(document, FINDING_limit, document->ui == LOA_UI_EN ? en : vi);
}

void document_out_of_memory(struct document *document)
{
    document_limit(document, "hết bộ nhớ", "out of memory");
}

bool document_failed(const struct document *document)
{
    return document->error.status != LOA_OK;
}

/* libharu's failures are silent and stick in its error record. */
static bool haru_failed(struct document *document)
{
    HPDF_STATUS status = document->fault.error_no;
    if (status == HPDF_OK)
        return document_failed(document);
    if (status == HPDF_FAILD_TO_ALLOC_MEM)
        document_out_of_memory(document);
    else if (status == HPDF_XREF_COUNT_ERR)
        document_limit(document, "PDF có hơn 8.388.607 đối tượng", "the PDF has more than 8,388,607 objects");
    else
        document_fail(document, FINDING_fault,
                      arena_format(document->arena, "libharu 0x%x", (unsigned)status));
    return true;
}

static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct body *body = dict->attr;
    if (!body || body->length == 0)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->bytes, (HPDF_UINT)body->length);
}

unsigned document_reserve(struct document *document)
{
    if (document_failed(document))
        return 0;
    HPDF_Dict dict = HPDF_Dict_New(document->memory);
    if (!dict) {
        haru_failed(document);
        return 0;
    }
    dict->write_fn = write_body;
    /* A refused dictionary has been freed by libharu. */
    if (HPDF_Xref_Add(document->xref, dict) != HPDF_OK || haru_failed(document)) {
        haru_failed(document);
        return 0;
    }
    return dict->header.obj_id & 0xFFFFFF;
}

static HPDF_Dict document_dict(struct document *document, unsigned id)
{
    HPDF_XrefEntry entry = id ? HPDF_Xref_GetEntry(document->xref, id) : NULL;
    return entry ? entry->obj : NULL;
}

static void set_body(struct document *document, HPDF_Dict dict, const char *bytes, size_t length)
{
    struct body *body = ARENA_NEW(document->arena, struct body);
    body->bytes = arena_copy(document->arena, bytes, length);
    body->length = length;
    dict->attr = body;
}

void document_set(struct document *document, unsigned id, const struct builder *body)
{
    HPDF_Dict dict = document_failed(document) ? NULL : document_dict(document, id);
    if (dict)
        set_body(document, dict, body->length ? body->at : "", body->length);
}

unsigned document_add(struct document *document, const struct builder *body)
{
    unsigned id = document_reserve(document);
    document_set(document, id, body);
    return id;
}

unsigned document_share(struct document *document, const struct builder *body)
{
    const char *key = body->length ? body->at : "";
    const struct body *known = map_find(&document->shared, key, body->length);
    if (known)
        return (unsigned)known->length;
    unsigned id = document_add(document, body);
    struct body *entry = ARENA_NEW(document->arena, struct body);
    entry->bytes = arena_copy(document->arena, key, body->length);
    entry->length = id;
    *map_slot(&document->shared, entry->bytes, body->length) = entry;
    return id;
}

uint8_t *document_room(struct document *document, struct room *room, size_t size)
{
    if (size > room->size) {
        free(room->at);
        room->size = size + size / 4;
        room->at = malloc(room->size);
    }
    if (!room->at) {
        room->size = 0;
        document_out_of_memory(document);
    }
    return room->at;
}

const uint8_t *document_deflate(struct document *document, const void *bytes, size_t length,
                                size_t *packed_length)
{
    *packed_length = 0;
    size_t bound = libdeflate_zlib_compress_bound(document->compressor, length);
    uint8_t *packed = document_room(document, &document->packed, bound);
    if (packed)
        *packed_length = libdeflate_zlib_compress(document->compressor, bytes, length, packed, bound);
    return packed;
}

/* Gives the dictionary a stream of its own that holds the bytes in one piece, and the Length libharu asks
 * for. */
static void attach(struct document *document, HPDF_Dict dict, const void *bytes, size_t length)
{
    HPDF_Number number = HPDF_Number_New(document->memory, 0);
    if (!number || HPDF_Xref_Add(document->xref, number) != HPDF_OK ||
        HPDF_Dict_Add(dict, "Length", number) != HPDF_OK)
        return;
    dict->stream = HPDF_MemStream_New(document->memory, length > 16 ? (HPDF_UINT)length : 16);
    if (dict->stream)
        HPDF_Stream_Write(dict->stream, bytes, (HPDF_UINT)length);
}

void document_set_stream(struct document *document, unsigned id, const char *body, const void *bytes,
                         size_t length, bool plain)
{
    HPDF_Dict dict = document_failed(document) ? NULL : document_dict(document, id);
    if (!dict)
        return;
    size_t packed_length = length;
    const void *packed = plain ? bytes : document_deflate(document, bytes, length, &packed_length);
    if (!packed)
        return;
    if (packed_length > STREAM_LIMIT) {
        document_limit(document, "một phần của PDF lớn hơn 2 GiB",
                       "a stream of the PDF is larger than 2 GiB");
        return;
    }
    document->scratch.length = 0;
    builder_string(&document->scratch, body);
    if (!plain)
        builder_string(&document->scratch, "/Filter/FlateDecode");
    set_body(document, dict, document->scratch.at, document->scratch.length);
    attach(document, dict, packed, packed_length);
    haru_failed(document);
}

unsigned document_stream(struct document *document, const char *body, const void *bytes, size_t length,
                         bool plain)
{
    unsigned id = document_reserve(document);
    document_set_stream(document, id, body, bytes, length, plain);
    return id;
}
