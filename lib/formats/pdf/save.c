#include "formats/pdf/save.h"
#include "formats/pdf/hash.h"
#include "formats/pdf/strings.h"
#include <string.h>

/* Objects in one object stream: enough to compress well, few enough to open one object quickly. */
#define PACK 200

/* Where an object is: at an offset of the file, or the index-th object of an object stream. */
struct place_of {
    uint64_t offset;
    unsigned pack, index;
};

struct saver {
    struct document *document;
    struct loa_sink *sink;
    struct hash hash;
    uint64_t offset;
    unsigned count;          /* of objects, the free entry 0 included */
    struct place_of *places; /* by id */
    HPDF_Stream out;         /* to the sink */
    struct builder text;
};

static void emit(struct saver *saver, const void *bytes, size_t length)
{
    loa_sink_write(saver->sink, bytes, length);
    hash_add(&saver->hash, bytes, length);
    saver->offset += length;
}

static void emit_text(struct saver *saver)
{
    emit(saver, saver->text.at, saver->text.length);
    saver->text.length = 0;
}

static HPDF_STATUS write_to_saver(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    emit(stream->attr, bytes, length);
    return HPDF_OK;
}

static void *object_at(const struct saver *saver, unsigned id)
{
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(saver->document->xref, id);
    return entry && entry->entry_typ == HPDF_IN_USE_ENTRY ? entry->obj : NULL;
}

static bool is_stream(void *object)
{
    const HPDF_Obj_Header *header = object;
    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && ((HPDF_Dict)object)->stream;
}

static void check(struct saver *saver, HPDF_STATUS status)
{
    if (status != HPDF_OK)
        document_fail(saver->document, FINDING_fault, "libharu");
}

static void save_streams(struct saver *saver)
{
    for (unsigned id = 1; id < saver->count; id++) {
        void *object = object_at(saver, id);
        if (!object || !is_stream(object))
            continue;
        saver->places[id].offset = saver->offset;
        builder_format(&saver->text, "%u 0 obj\n", id);
        emit_text(saver);
        check(saver, HPDF_Obj_WriteValue(object, saver->out, NULL));
        builder_string(&saver->text, "\nendobj\n");
        emit_text(saver);
    }
}

/* Takes what libharu wrote into a memory stream. */
static void drain(HPDF_Stream memory, struct builder *bodies)
{
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(memory); i++) {
        HPDF_UINT length = 0;
        const HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(memory, i, &length);
        if (bytes)
            builder_add(bodies, (const char *)bytes, length);
    }
    HPDF_MemStream_FreeData(memory);
}

/* A stream object of the saver's own: its Length must be direct. */
static void emit_stream(struct saver *saver, unsigned id, const struct builder *dict, const void *bytes,
                        size_t length)
{
    size_t packed_length = 0;
    const uint8_t *packed = document_deflate(saver->document, bytes, length, &packed_length);
    if (!packed)
        return;
    saver->places[id].offset = saver->offset;
    builder_format(&saver->text, "%u 0 obj\n<<", id);
    builder_add(&saver->text, dict->at, dict->length);
    builder_format(&saver->text, "/Filter/FlateDecode/Length %zu>>\nstream\n", packed_length);
    emit_text(saver);
    emit(saver, packed, packed_length);
    builder_string(&saver->text, "\nendstream\nendobj\n");
    emit_text(saver);
}

struct pack {
    struct builder index, bodies;
    unsigned id, count;
};

static void emit_pack(struct saver *saver, struct pack *pack)
{
    if (pack->count == 0)
        return;
    struct builder dict, all;
    builder_init(&dict, saver->document->arena);
    builder_init(&all, saver->document->arena);
    builder_format(&dict, "/Type/ObjStm/N %u/First %zu", pack->count, pack->index.length);
    builder_add(&all, pack->index.at, pack->index.length);
    builder_add(&all, pack->bodies.at, pack->bodies.length);
    emit_stream(saver, pack->id, &dict, all.at, all.length);
    pack->index.length = pack->bodies.length = 0;
    pack->count = 0;
    pack->id++;
}

static void save_packs(struct saver *saver, HPDF_Stream memory, unsigned first_id)
{
    struct pack pack = {.id = first_id};
    builder_init(&pack.index, saver->document->arena);
    builder_init(&pack.bodies, saver->document->arena);
    for (unsigned id = 1; id < saver->count; id++) {
        void *object = object_at(saver, id);
        if (!object || is_stream(object))
            continue;
        saver->places[id].pack = pack.id;
        saver->places[id].index = pack.count++;
        builder_format(&pack.index, "%u %zu ", id, pack.bodies.length);
        check(saver, HPDF_Obj_WriteValue(object, memory, NULL));
        drain(memory, &pack.bodies);
        builder_char(&pack.bodies, '\n');
        if (pack.count == PACK)
            emit_pack(saver, &pack);
    }
    emit_pack(saver, &pack);
}

static unsigned count_packs(const struct saver *saver)
{
    unsigned loose = 0;
    for (unsigned id = 1; id < saver->count; id++) {
        void *object = object_at(saver, id);
        loose += object && !is_stream(object);
    }
    return (loose + PACK - 1) / PACK;
}

#define ROW 6 /* type, 4 bytes of offset or object stream, index */

static void fill_row(uint8_t row[ROW], const struct place_of *place)
{
    bool packed = place->pack != 0;
    uint64_t value = packed ? place->pack : place->offset;
    row[0] = packed ? 2 : value ? 1 : 0;
    for (unsigned i = 0; i < 4; i++)
        row[1 + i] = (uint8_t)(value >> (24 - 8 * i));
    row[5] = (uint8_t)place->index;
}

/* PNG's "up" predictor: rows differ little, so differences compress well. */
static void save_xref(struct saver *saver, unsigned id, unsigned catalog, unsigned info)
{
    uint64_t start = saver->offset;
    if (start > UINT32_MAX) {
        document_limit(saver->document, "tệp PDF lớn hơn 4 GiB", "the PDF is larger than 4 GiB");
        return;
    }
    saver->places[id].offset = start;
    uint8_t *rows = arena_array(saver->document->arena, id + 1, ROW + 1);
    uint8_t above[ROW] = {0}, row[ROW];
    for (unsigned i = 0; i <= id; i++) {
        uint8_t *to = rows + (size_t)i * (ROW + 1);
        fill_row(row, &saver->places[i]);
        to[0] = 2;
        for (unsigned k = 0; k < ROW; k++)
            to[1 + k] = (uint8_t)(row[k] - above[k]);
        memcpy(above, row, ROW);
    }
    uint8_t digest[16];
    hash_bytes(&saver->hash, digest);
    struct builder dict;
    builder_init(&dict, saver->document->arena);
    builder_format(&dict, "/Type/XRef/Size %u/W[1 4 1]/Root %u 0 R/Info %u 0 R/ID[<", id + 1, catalog, info);
    put_hex(&dict, digest, sizeof digest);
    builder_string(&dict, "><");
    put_hex(&dict, digest, sizeof digest);
    builder_format(&dict, ">]/DecodeParms<</Predictor 12/Columns %d>>", ROW);
    emit_stream(saver, id, &dict, rows, (size_t)(id + 1) * (ROW + 1));
    builder_format(&saver->text, "startxref\n%zu\n%%%%EOF\n", (size_t)start);
    emit_text(saver);
}

static void save_all(struct saver *saver, HPDF_Stream memory, unsigned catalog, unsigned info)
{
    unsigned packs = count_packs(saver), xref_id = saver->count + packs;
    saver->places = ARENA_ARRAY(saver->document->arena, struct place_of, xref_id + 1);
    builder_string(&saver->text, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    emit_text(saver);
    save_streams(saver);
    save_packs(saver, memory, saver->count);
    save_xref(saver, xref_id, catalog, info);
}

/* libharu's streams are released through the arena too, should it jump. */
static void release_stream(void *what)
{
    HPDF_Stream_Free(what);
}

void document_save(struct document *document, unsigned catalog, unsigned info, struct loa_sink *sink)
{
    if (document_failed(document))
        return;
    struct saver *saver = ARENA_NEW(document->arena, struct saver);
    saver->document = document;
    saver->sink = sink;
    saver->count = document->xref->entries->count;
    hash_init(&saver->hash);
    builder_init(&saver->text, document->arena);
    HPDF_Stream memory = HPDF_MemStream_New(document->memory, 0);
    if (memory)
        arena_defer(document->arena, release_stream, memory);
    saver->out = HPDF_CallbackWriter_New(document->memory, write_to_saver, saver);
    if (saver->out)
        arena_defer(document->arena, release_stream, saver->out);
    if (!memory || !saver->out)
        document_out_of_memory(document);
    else
        save_all(saver, memory, catalog, info);
}
