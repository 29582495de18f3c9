#include "base/file.h"
#include "base/limits.h"
#include "text/font_set.h"
#include <hb-ot.h>
#include <string.h>
#include <unicode/ubrk.h>

struct family {
    const char *name, *package;
    unsigned index;
    const char *files[4]; /* regular, bold, italic, bold italic */
};

#define LOA_FAMILY(name, package, index, ...) {name, package, index, {__VA_ARGS__}},
static const struct family families[] = {
#include "text/families.def"
};
#undef LOA_FAMILY
#define FAMILY_COUNT (sizeof families / sizeof *families)

/* Stands in maps for "was tried, is not there". */
static const struct font no_font;

static const struct font *found(const struct font *font)
{
    return font == &no_font ? NULL : font;
}

static void release_font(void *what)
{
    struct font *font = what;
    hb_font_destroy(font->shaper);
    hb_face_destroy(font->face);
}

static void release_set(void *what)
{
    struct font_set *set = what;
    line_breaker_clear(&set->breaker);
    if (set->clusters != NULL)
        ubrk_close(set->clusters);
    font_system_close(set);
    hb_buffer_destroy(set->buffer);
    arena_clear(&set->scratch);
}

struct font_set *font_set_create(struct arena *arena, struct reporter *reporter)
{
    struct font_set *set = ARENA_NEW(arena, struct font_set);
    set->arena = arena;
    set->reporter = reporter;
    arena_init(&set->scratch, LIMIT_ARENA_BYTES);
    set->scratch.guard = arena->guard;
    arena_alloc(&set->scratch, 1);
    set->scratch.guard = NULL;
    set->empty = arena_mark(&set->scratch);
    arena_defer(arena, release_set, set);
    map_init(&set->faces, arena);
    map_init(&set->styles, arena);
    map_init(&set->told, arena);
    map_init(&set->strays, arena);
    set->round = 1;
    set->buffer = hb_buffer_create();
    word_cache_open(set);
    return set;
}

bool font_set_tell_once(struct font_set *set, const char *what)
{
    uintptr_t told = (uintptr_t)map_get(&set->told, what);
    if (told == set->round)
        return false;
    map_set(&set->told, told ? what : arena_string(set->arena, what), (void *)set->round);
    return true;
}

void font_set_tell_anew(struct font_set *set)
{
    set->round++;
}

static const char *face_name(struct arena *arena, hb_face_t *face, hb_ot_name_id_t id)
{
    char name[256];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, name);
    return size == 0 ? NULL : arena_string(arena, name);
}

/* The face of a file, NULL when it isn't a usable font. */
static hb_face_t *face_of_file(const char *path, unsigned index)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (blob == NULL)
        return NULL;
    hb_face_t *face = index < hb_face_count(blob) ? hb_face_create(blob, index) : NULL;
    hb_blob_destroy(blob);
    if (face != NULL && hb_face_get_glyph_count(face) > 0)
        return face;
    hb_face_destroy(face);
    return NULL;
}

static struct font *open_face(struct font_set *set, const char *path, unsigned index)
{
    struct font *font = ARENA_NEW(set->arena, struct font);
    struct font **place = VECTOR_ADD(set->arena, &set->fonts);
    arena_defer(set->arena, release_font, font); /* before there is anything to leak */
    font->face = face_of_file(path, index);
    if (font->face == NULL) {
        set->fonts.count--;
        return NULL;
    }
    font->shaper = hb_font_create(font->face);
    *place = font;
    font->number = (unsigned)set->fonts.count - 1;
    font->path = arena_string(set->arena, path);
    font->index = index;
    font->family = face_name(set->arena, font->face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (font->family == NULL)
        font->family = face_name(set->arena, font->face, HB_OT_NAME_ID_FONT_FAMILY);
    font->postscript_name = face_name(set->arena, font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    if (font->family == NULL)
        font->family = "?";
    if (font->postscript_name == NULL)
        font->postscript_name = arena_format(set->arena, "Font%u", font->number);
    font_measure(font);
    return font;
}

const struct font *font_open(struct font_set *set, const char *path, unsigned index)
{
    struct arena_mark mark = arena_mark(set->arena);
    char *key = arena_format(set->arena, "%s#%u", path, index);
    const struct font *known = map_get(&set->faces, key);
    if (known != NULL) {
        arena_rewind(set->arena, mark);
        return found(known);
    }
    struct font *font = open_face(set, path, index);
    map_set(&set->faces, key, font == NULL ? (void *)&no_font : font);
    return font;
}

static const struct family *find_family(const char *name)
{
    for (size_t i = 0; i < FAMILY_COUNT; i++)
        if (unicode_same_name(families[i].name, name))
            return &families[i];
    return NULL;
}

static const struct font *open_file(struct font_set *set, const struct family *family, const char *file)
{
    char path[256] = FONT_FOLDER;
    if (file == NULL)
        return NULL;
    size_t used = sizeof FONT_FOLDER - 1, length = strlen(file);
    if (length >= sizeof path - used)
        return NULL;
    memcpy(path + used, file, length + 1);
    return font_open(set, path, family->index);
}

/* Weight matters more than slant: bold italic falls back to bold, then italic. */
static const struct font *open_nearest(struct font_set *set, const struct family *family, bool bold,
                                       bool italic)
{
    static const unsigned char order[4][4] = {{0, 1, 2, 3}, {1, 3, 0, 2}, {2, 0, 3, 1}, {3, 1, 2, 0}};
    const unsigned char *tries = order[(italic ? 2 : 0) + (bold ? 1 : 0)];
    const struct font *font = NULL;
    for (size_t i = 0; i < 4 && font == NULL; i++)
        font = open_file(set, family, family->files[tries[i]]);
    return font;
}

const struct font *font_known(struct font_set *set, const char *family, bool bold, bool italic)
{
    const struct family *known = find_family(family);
    return known == NULL ? NULL : open_nearest(set, known, bold, italic);
}

/* The default family, else any family of the table, else whatever fontconfig has. */
static const struct font *find_default(struct font_set *set, bool bold, bool italic)
{
    const struct font *font = NULL;
    for (size_t i = 0; i < FAMILY_COUNT && font == NULL; i++)
        font = open_nearest(set, &families[i], bold, italic);
    return font != NULL ? font : font_system_covering(set, 'A', bold, italic);
}

static const struct font *replace_family(struct font_set *set, const char *family, bool bold, bool italic)
{
    const struct font *font = find_default(set, bold, italic);
    if (font == NULL) {
        if (font_set_tell_once(set, "no font"))
            report(set->reporter, FINDING_no_font, nowhere, family);
        return NULL;
    }
    const struct family *known = find_family(family);
    if (font_set_tell_once(set, arena_format(set->arena, "family %s", family)))
        report(set->reporter, FINDING_family_replaced, nowhere, family, font->family,
               known == NULL ? families[0].package : known->package);
    return font;
}

static const struct font *find_style(struct font_set *set, const char *family, bool bold, bool italic)
{
    const struct font *font = font_known(set, family, bold, italic);
    if (font == NULL)
        font = font_system_family(set, family, bold, italic);
    return font != NULL ? font : replace_family(set, family, bold, italic);
}

const struct font *font_find(struct font_set *set, const char *family, bool bold, bool italic)
{
    char key[128];
    size_t length = strlen(family);
    if (length > sizeof key - 4)
        return find_style(set, family, bold, italic);
    memcpy(key, family, length);
    key[length++] = '/';
    key[length++] = bold ? 'b' : 'r';
    key[length++] = italic ? 'i' : 'u';
    const struct font *known = map_find(&set->styles, key, length);
    if (known != NULL)
        return found(known);
    const struct font *font = find_style(set, family, bold, italic);
    void **slot = map_slot(&set->styles, arena_copy(set->arena, key, length), length);
    *slot = (void *)(uintptr_t)(font == NULL ? &no_font : font);
    return font;
}

void font_families(void (*each)(void *self, const char *family, const char *package, bool installed),
                   void *self)
{
    for (size_t i = 0; i < FAMILY_COUNT; i++) {
        char path[256] = FONT_FOLDER;
        strncat(path, families[i].files[0], sizeof path - sizeof FONT_FOLDER);
        each(self, families[i].name, families[i].package, file_exists(path));
    }
}

/* fontconfig answers with the nearest style: one that was had before, or another than asked, is none. */
static const struct font *system_face(struct font_set *set, const char *name, bool bold, bool italic)
{
    const struct font *font = font_system_family(set, name, bold, italic);
    return font != NULL && font->bold == bold && font->italic == italic ? font : NULL;
}

bool font_family_find(struct font_set *set, const char *name, struct font_family *out)
{
    const struct family *known = find_family(name);
    *out = (struct font_family){.package = known == NULL ? NULL : known->package};
    bool any = known != NULL;
    for (size_t i = 0; i < 4; i++) {
        out->faces[i] =
            known != NULL ? open_file(set, known, known->files[i]) : system_face(set, name, i & 1, i & 2);
        any |= out->faces[i] != NULL;
    }
    return any;
}
