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

struct reading {
    struct arena *arena;
    int file;
    size_t hint, limit; /* the size it was said to have; the most it may have */
    char *bytes;        /* what was read */
    size_t length;
    enum file_failure failure;
};

/* Reads to the end, whatever the size was said to be: pipes have none. */
static enum loa_status read_all(void *data)
{
    struct reading *reading = data;
    size_t room = reading->hint + 1 < 4096 ? 4096 : reading->hint + 1, used = 0;
    char *at = arena_alloc(reading->arena, room + 1);
    for (;;) {
        if (used == room) {
            char *larger = arena_alloc(reading->arena, room * 2 + 1);
            memcpy(larger, at, used);
            at = larger;
            room *= 2;
        }
        ssize_t got = read(reading->file, at + used, room - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            reading->failure = failure_of(errno);
        if (got <= 0)
            break;
        used += (size_t)got;
        if (used > reading->limit) {
            reading->failure = FILE_TOO_LARGE;
            break;
        }
    }
    at[used] = '\0';
    reading->bytes = at;
    reading->length = used;
    return LOA_OK;
}

/* What is known before reading. */
static enum file_failure look_at(struct reading *reading)
{
    struct stat status;
    if (fstat(reading->file, &status) != 0)
        return failure_of(errno);
    if (S_ISDIR(status.st_mode))
        return FILE_IS_FOLDER;
    if (!S_ISREG(status.st_mode))
        return FILE_OK;
    reading->hint = (size_t)status.st_size;
    return (uintmax_t)status.st_size > reading->limit ? FILE_TOO_LARGE : FILE_OK;
}

enum file_failure file_read(struct arena *arena, const char *path, size_t limit, char **bytes, size_t *length)
{
    bool standard = strcmp(path, "-") == 0;
    struct reading reading = {.arena = arena, .limit = limit};
    reading.file = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (reading.file < 0)
        return failure_of(errno);
    reading.failure = look_at(&reading);
    bool exhausted = reading.failure == FILE_OK && arena_protect(arena, read_all, &reading) != LOA_OK;
    if (!standard)
        close(reading.file);
    if (exhausted)
        arena_exhaust(arena);
    *bytes = reading.bytes;
    *length = reading.length;
    return reading.failure;
}

const char *file_failure_words(enum file_failure failure, enum loa_ui ui)
{
    static const char *const words[][2] = {[FILE_OK] = {"", ""},
                                           [FILE_MISSING] = {"không có tệp này", "there is no such file"},
                                           [FILE_DENIED] = {"không được phép", "permission denied"},
                                           [FILE_IS_FOLDER] = {"đây là thư mục", "it is a folder"},
                                           [FILE_TOO_LARGE] = {"tệp quá lớn", "the file is too large"},
                                           [FILE_UNREADABLE] = {"lỗi khi đọc", "reading failed"}};
    return words[failure][ui == LOA_UI_EN];
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

static bool is_link(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

/* realpath() of the longest part that exists, with the rest as written; NULL when the rest climbs, or when it
 * begins with a link that leads nowhere. */
static const char *resolve(struct arena *arena, const char *path)
{
    char *copy = arena_string(arena, path), real[PATH_MAX];
    size_t length = strlen(copy);
    for (;;) {
        if (realpath(copy, real))
            return length == strlen(copy) ? arena_format(arena, "%s%s", real, path + length)
                                          : arena_format(arena, "%s/%s", real, path + strlen(copy) + 1);
        char *slash = strrchr(copy, '/');
        if (!slash || slash == copy || strcmp(slash, "/..") == 0 || strcmp(slash, "/.") == 0 || is_link(copy))
            return NULL;
        *slash = '\0';
    }
}

const char *file_inside(struct arena *arena, const char *folder, const char *relative)
{
    char real[PATH_MAX];
    if (!folder || !*relative || *relative == '/' || strlen(relative) >= PATH_MAX || !realpath(folder, real))
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

struct listing {
    struct arena *arena;
    DIR *directory;
    const char *suffix;
    VECTOR(const char *) names;
};

static enum loa_status list_all(void *data)
{
    struct listing *listing = data;
    for (const struct dirent *entry; (entry = readdir(listing->directory));)
        if (entry->d_name[0] != '.' && ends_in(entry->d_name, listing->suffix))
            *VECTOR_ADD(listing->arena, &listing->names) = arena_string(listing->arena, entry->d_name);
    return LOA_OK;
}

bool file_list(struct arena *arena, const char *folder, const char *suffix, const char ***names,
               size_t *count)
{
    struct listing listing = {.arena = arena, .directory = opendir(folder), .suffix = suffix};
    if (!listing.directory)
        return false;
    enum loa_status status = arena_protect(arena, list_all, &listing);
    closedir(listing.directory);
    if (status != LOA_OK)
        arena_exhaust(arena);
    if (listing.names.count)
        qsort(listing.names.at, listing.names.count, sizeof *listing.names.at, compare_names);
    *names = listing.names.at;
    *count = listing.names.count;
    return true;
}
