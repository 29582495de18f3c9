#include "base/file.h"
#include "base/vector.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum file_failure failure_of(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return FILE_MISSING;
    case EACCES:
    case EPERM:
        return FILE_DENIED;
    case EISDIR:
        return FILE_IS_FOLDER;
    default:
        return FILE_UNREADABLE;
    }
}

/* Reads to the end, whatever the size was said to be: pipes have none. */
static enum file_failure read_all(struct arena *arena, int file, size_t hint, size_t limit, char **bytes,
                                  size_t *length)
{
    size_t room = hint + 1 < 4096 ? 4096 : hint + 1, used = 0;
    char *at = arena_alloc(arena, room + 1);
    for (;;) {
        if (used == room) {
            char *larger = arena_alloc(arena, room * 2 + 1);
            memcpy(larger, at, used);
            at = larger;
            room *= 2;
        }
        ssize_t got = read(file, at + used, room - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure_of(errno);
        if (got == 0)
            break;
        used += (size_t)got;
        if (used > limit)
            return FILE_TOO_LARGE;
    }
    at[used] = '\0';
    *bytes = at;
    *length = used;
    return FILE_OK;
}

enum file_failure file_read(struct arena *arena, const char *path, size_t limit, char **bytes, size_t *length)
{
    bool standard = strcmp(path, "-") == 0;
    int file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return failure_of(errno);
    struct stat status;
    enum file_failure failure = FILE_OK;
    size_t hint = 0;
    if (fstat(file, &status) != 0)
        failure = failure_of(errno);
    else if (S_ISDIR(status.st_mode))
        failure = FILE_IS_FOLDER;
    else if (S_ISREG(status.st_mode) && (uintmax_t)status.st_size > limit)
        failure = FILE_TOO_LARGE;
    else if (S_ISREG(status.st_mode))
        hint = (size_t)status.st_size;
    if (failure == FILE_OK)
        failure = read_all(arena, file, hint, limit, bytes, length);
    if (!standard)
        close(file);
    return failure;
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

/* realpath() of the longest part that exists, with the rest as written; NULL when the rest climbs. */
static const char *resolve(struct arena *arena, const char *path)
{
    char *copy = arena_string(arena, path), real[PATH_MAX];
    size_t length = strlen(copy);
    for (;;) {
        if (realpath(copy, real))
            return length == strlen(copy) ? arena_format(arena, "%s%s", real, path + length)
                                          : arena_format(arena, "%s/%s", real, path + strlen(copy) + 1);
        char *slash = strrchr(copy, '/');
        if (!slash || slash == copy || strcmp(slash, "/..") == 0 || strcmp(slash, "/.") == 0)
            return NULL;
        *slash = '\0';
    }
}

const char *file_inside(struct arena *arena, const char *folder, const char *relative)
{
    char real[PATH_MAX];
    if (!folder || !*relative || *relative == '/' || !realpath(folder, real))
        return NULL;
    const char *path = resolve(arena, arena_format(arena, "%s/%s", folder, relative));
    size_t length = strlen(real);
    if (!path || strncmp(path, real, length) != 0 || strstr(path + length, "/../"))
        return NULL;
    return path[length] == '/' || length == 1 ? path : NULL;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool ends_in(const char *name, const char *suffix)
{
    size_t length = strlen(name), tail = strlen(suffix);
    return length >= tail && strcmp(name + length - tail, suffix) == 0;
}

bool file_list(struct arena *arena, const char *folder, const char *suffix, const char ***names,
               size_t *count)
{
    DIR *directory = opendir(folder);
    if (!directory)
        return false;
    VECTOR(const char *) found = {0};
    for (const struct dirent *entry; (entry = readdir(directory));)
        if (entry->d_name[0] != '.' && ends_in(entry->d_name, suffix))
            *VECTOR_ADD(arena, &found) = arena_string(arena, entry->d_name);
    closedir(directory);
    if (found.count)
        qsort(found.at, found.count, sizeof *found.at, compare_names);
    *names = found.at;
    *count = found.count;
    return true;
}
