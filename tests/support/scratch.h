/* scratch.h - a folder of a test's own: the current one while it lasts, removed with all that is in it. */
#ifndef SUPPORT_SCRATCH_H
#define SUPPORT_SCRATCH_H

#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct scratch {
    char path[64];
    int before; /* the folder that was current */
};

static inline int scratch_open(void **state)
{
    struct scratch *scratch = calloc(1, sizeof *scratch);
    strcpy(scratch->path, "/tmp/loa-test-XXXXXX");
    scratch->before = open(".", O_RDONLY | O_DIRECTORY);
    if (scratch->before < 0 || !mkdtemp(scratch->path) || chdir(scratch->path) != 0)
        return -1;
    *state = scratch;
    return 0;
}

static inline bool scratch_step(const char *name)
{
    return strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

static inline void scratch_remove(const char *folder)
{
    DIR *directory = opendir(folder);
    for (const struct dirent *entry; directory && (entry = readdir(directory));) {
        char path[8192];
        int length = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        struct stat status;
        if (length >= (int)sizeof path || !scratch_step(entry->d_name) || lstat(path, &status) != 0)
            continue;
        if (S_ISDIR(status.st_mode))
            scratch_remove(path);
        else
            unlink(path);
    }
    if (directory)
        closedir(directory);
    rmdir(folder);
}

static inline int scratch_close(void **state)
{
    struct scratch *scratch = *state;
    int failed = fchdir(scratch->before);
    close(scratch->before);
    scratch_remove(scratch->path);
    free(scratch);
    return failed;
}

static inline void scratch_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0)
        abort();
}

/* What a file holds, cut at the room; "(none)" when it can't be read. */
static inline const char *scratch_read(const char *path, char room[4096])
{
    FILE *file = fopen(path, "r");
    if (!file)
        return "(none)";
    room[fread(room, 1, 4095, file)] = '\0';
    fclose(file);
    return room;
}

/* How many names a folder holds. */
static inline size_t scratch_count(const char *folder)
{
    size_t count = 0;
    DIR *directory = opendir(folder);
    for (const struct dirent *entry; directory && (entry = readdir(directory));)
        count += scratch_step(entry->d_name);
    if (directory)
        closedir(directory);
    return count;
}

#endif
