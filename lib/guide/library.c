#include "guide/library.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/vector.h"
#include "guide/embedded.h"
#include "text/unicode.h"
#include <stdlib.h>
#include <string.h>

struct library {
    struct arena *arena;
    struct reporter *reporter;
    const char *folder;  /* NULL: embedded_files */
    struct map embedded; /* path -> struct embedded_file, when there is no folder */
    struct map files;    /* path -> struct library_file, read already */
    struct map yaml;     /* path -> struct yaml_file */
    struct fact_paths paths;
    bool paths_known;
};

struct library_file {
    const char *bytes; /* NULL: there is none */
    size_t length;
    const struct source *source; /* made when asked for */
};

struct yaml_file {
    const struct yaml_node *root; /* NULL: none, or broken */
};

struct library *library_open(struct arena *arena, struct reporter *reporter, const char *folder)
{
    struct library *library = ARENA_NEW(arena, struct library);
    library->arena = arena;
    library->reporter = reporter;
    library->folder = arena_string(arena, folder);
    map_init(&library->files, arena);
    map_init(&library->yaml, arena);
    map_init(&library->embedded, arena);
    for (const struct embedded_file *file = embedded_files; !folder && file->path; file++)
        map_set(&library->embedded, file->path, (void *)file); /* read only: the map's values are void * */
    return library;
}

static void read_embedded(struct library *library, const char *path, struct library_file *file)
{
    const struct embedded_file *found = map_get(&library->embedded, path);
    if (!found)
        return;
    file->bytes = (const char *)found->bytes;
    file->length = found->length;
}

static void read_from_folder(struct library *library, const char *path, struct library_file *file)
{
    const char *inside = file_inside(library->arena, library->folder, path);
    char *bytes;
    size_t length;
    if (inside)
        reporter_reading(library->reporter, inside);
    if (!inside || file_read(library->arena, inside, LIMIT_SOURCE_BYTES, &bytes, &length) != FILE_OK)
        return;
    file->bytes = bytes;
    file->length = length;
}

static struct library_file *library_file(struct library *library, const char *path)
{
    struct library_file *file = map_get(&library->files, path);
    if (file)
        return file;
    file = ARENA_NEW(library->arena, struct library_file);
    if (library->folder)
        read_from_folder(library, path, file);
    else
        read_embedded(library, path, file);
    map_set(&library->files, arena_string(library->arena, path), file);
    return file;
}

const char *library_bytes(struct library *library, const char *path, size_t *length)
{
    const struct library_file *file = library_file(library, path);
    *length = file->length;
    return file->bytes;
}

/* What the file is called in messages: its path as one would type it. */
static const char *shown_name(struct library *library, const char *path)
{
    if (!library->folder)
        return arena_format(library->arena, "materials/%s", path);
    return arena_format(library->arena, "%s/%s", library->folder, path);
}

const struct source *library_source(struct library *library, const char *path)
{
    struct library_file *file = library_file(library, path);
    if (!file->bytes || file->source)
        return file->source;
    const char *name = shown_name(library, path);
    size_t bad = utf8_check(file->bytes, file->length);
    if (bad < file->length) {
        report_file(
            library->reporter, FINDING_bad_utf8, name,
            (const char *const[4]){arena_format(library->arena, "0x%x", (unsigned char)file->bytes[bad])});
        file->bytes = NULL;
        return NULL;
    }
    file->source = source_create(library->arena, name, NULL, file->bytes, file->length);
    return file->source;
}

const struct yaml_node *library_yaml(struct library *library, const char *path)
{
    struct yaml_file *file = map_get(&library->yaml, path);
    if (file)
        return file->root;
    file = ARENA_NEW(library->arena, struct yaml_file);
    map_set(&library->yaml, arena_string(library->arena, path), file);
    const struct source *source = library_source(library, path);
    if (source)
        file->root = yaml_parse(library->arena, library->reporter, source, 0, source->length);
    if (file->root && file->root->type != YAML_MAP) {
        report(library->reporter, FINDING_not_a_map, file->root->place, path);
        file->root = NULL;
    }
    return file->root;
}

const struct yaml_node *library_profile(struct library *library, struct arena *arena, const char *name)
{
    if (strchr(name, '/'))
        return NULL;
    return library_yaml(library, arena_format(arena, "data/profiles/%s.yaml", name));
}

struct name_list {
    const char **at;
    size_t count, room;
};

static void add_name(struct arena *arena, struct name_list *names, const char *name, size_t length)
{
    *VECTOR_ADD(arena, names) = arena_copy(arena, name, length);
}

static bool ends_in(const char *name, const char *suffix)
{
    size_t length = strlen(name), end = strlen(suffix);
    return length > end && !strcmp(name + length - end, suffix);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void embedded_names(struct arena *arena, const char *folder, const char *suffix,
                           struct name_list *names)
{
    size_t length = strlen(folder);
    for (const struct embedded_file *file = embedded_files; file->path; file++) {
        if (strncmp(file->path, folder, length) || file->path[length] != '/')
            continue;
        const char *name = file->path + length + 1;
        if (!strchr(name, '/') && ends_in(name, suffix))
            add_name(arena, names, name, strlen(name) - strlen(suffix));
    }
    if (names->count > 1)
        qsort(names->at, names->count, sizeof *names->at, by_bytes);
}

static void folder_names(struct library *library, struct arena *arena, const char *folder, const char *suffix,
                         struct name_list *names)
{
    const char *inside = file_inside(arena, library->folder, folder), **found;
    size_t count;
    if (!inside || !file_list(arena, inside, suffix, &found, &count))
        return;
    for (size_t i = 0; i < count; i++)
        if (ends_in(found[i], suffix))
            add_name(arena, names, found[i], strlen(found[i]) - strlen(suffix));
}

void library_names(struct library *library, struct arena *arena, const char *folder, const char *suffix,
                   const char *const **names, size_t *count)
{
    struct name_list list = {NULL, 0, 0};
    if (library->folder)
        folder_names(library, arena, folder, suffix, &list);
    else
        embedded_names(arena, folder, suffix, &list);
    *names = list.at;
    *count = list.count;
}

bool library_fact(struct library *library, struct arena *arena, const char *path, struct fact *fact)
{
    const char *dot = strchr(path, '.');
    if (!dot || dot == path || memchr(path, '/', (size_t)(dot - path)))
        return false;
    const char *file = arena_format(arena, "data/%.*s.yaml", (int)(dot - path), path);
    const struct yaml_node *map = library_yaml(library, file);
    if (!map || !fact_find(arena, map, dot + 1, fact))
        return false;
    fact->cited |= !strncmp(path, "statistics.", strlen("statistics."));
    return true;
}

void library_fact_paths(struct library *library, const char *const **paths, size_t *count)
{
    if (!library->paths_known) {
        const char *const *files;
        size_t file_count;
        library_names(library, library->arena, "data", ".yaml", &files, &file_count);
        for (size_t i = 0; i < file_count; i++) {
            const char *path = arena_format(library->arena, "data/%s.yaml", files[i]);
            const char *prefix = arena_format(library->arena, "%s.", files[i]);
            fact_list(library->arena, library_yaml(library, path), prefix, &library->paths);
        }
        library->paths_known = true;
    }
    *paths = library->paths.at;
    *count = library->paths.count;
}
